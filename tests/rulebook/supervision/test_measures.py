"""RPD 131 and 135: corrective measures and disputes."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.facts_measure import Measure, Organ, Routing
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

SUPERVISED = {"measure": Measure.SUPERVISE_PROCESSING, "decided_by": Organ.SECRETARIAT, "began_on": date(2026, 11, 30),
              "ends_on": date(2027, 2, 28), "proposed_by_secretariat": True}
COMMITTEE = {"decided_by": Organ.EXECUTIVE_COMMITTEE, "ends_on": date(2028, 1, 1)}
ROUTED = {"routing": Routing.PRE_SCREENED, "routing_basis": "RPD 131", "routing_owner": "the Secretary General",
          "began_on": date(2026, 9, 1), "ends_on": date(2026, 11, 24)}
DISPUTE = {"between_bureaus": True, "consulted_on": date(2026, 5, 1), "settled": False,
           "committee_asked_on": date(2026, 9, 1), "assembly_asked_on": NOT_YET}


class TestSecretariatSupervisesThreeMonths:
    """RPD-131-a."""

    @edges_of(SUPERVISED, ({}, MET), ({"ends_on": date(2027, 3, 1)}, NOT_MET), ({"ends_on": NOT_YET}, NOT_MET),
              ({"ends_on": None}, QUESTION), (COMMITTEE, MET), ({"began_on": None}, QUESTION),
              ({"decided_by": None}, QUESTION),
              ({"measure": None}, QUESTION), ({"measure": Measure.TRAINING, "ends_on": NOT_YET}, MET))
    def test_until_the_last_day_of_the_third_month(self, known: dict[str, Any], outcome: Outcome) -> None:
        """From 30 November to the last of February and not a day longer, if the Secretariat decided."""
        assert ruled(self, known) is outcome

    def test_the_limit_is_explained(self) -> None:
        """The sentence says how the last day was counted."""
        assert "has no day 30" in judged("RPD-131-a", {**SUPERVISED, "ends_on": date(2027, 3, 1)}).because


class TestSecretariatSuspendsUsersThreeMonths:
    """RPD-131-b."""

    @edges_of({**SUPERVISED, "measure": Measure.SUSPEND_USERS}, ({}, MET), ({"ends_on": date(2027, 3, 1)}, NOT_MET),
              ({"ends_on": None}, QUESTION), (COMMITTEE, MET), ({"measure": None}, QUESTION),
              ({"measure": Measure.SUPERVISE_PROCESSING, "ends_on": NOT_YET}, MET))
    def test_three_months(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The same limit holds for users' access."""
        assert ruled(self, known) is outcome


class TestLongerMeasuresByTheCommittee:
    """RPD-131-c."""

    @edges_of(SUPERVISED, ({}, MET), ({"ends_on": date(2027, 3, 1)}, NOT_MET), (COMMITTEE, MET),
              ({**COMMITTEE, "proposed_by_secretariat": False}, NOT_MET),
              ({**COMMITTEE, "proposed_by_secretariat": None}, QUESTION),
              ({"measure": Measure.SUSPEND_ALL_ACCESS}, NOT_MET),
              ({**COMMITTEE, "measure": Measure.SUSPEND_ALL_ACCESS}, MET),
              ({"measure": Measure.SUSPEND_RIGHT_TO_RECORD, "decided_by": Organ.GENERAL_ASSEMBLY}, NOT_MET),
              ({"measure": Measure.EVALUATION_TEAM, "ends_on": NOT_YET}, MET), ({"measure": None}, QUESTION),
              ({"decided_by": None}, QUESTION), ({"began_on": None}, QUESTION), ({"ends_on": None}, QUESTION))
    def test_only_the_executive_committee(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Beyond three months, or for all rights of a bureau, only the Executive Committee on proposal."""
        assert ruled(self, known) is outcome


class TestRoutingHasBasisDatesAndOwner:
    """RPD-131-d."""

    @edges_of(ROUTED, ({}, MET), ({"on": date(2026, 11, 25)}, NOT_MET), ({"ends_on": NOT_YET}, NOT_MET),
              ({"routing": Routing.DIRECT, "ends_on": NOT_YET, "routing_basis": None}, MET),
              ({"routing": None}, QUESTION),
              ({"routing_basis": ""}, QUESTION), ({"routing_owner": None}, QUESTION), ({"began_on": None}, QUESTION),
              ({"ends_on": None}, QUESTION))
    def test_anything_but_direct_ends(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A held bureau is held on a basis, by somebody, until a day."""
        assert ruled(self, known) is outcome


class TestMembershipIsNeverSuspended:
    """RPD-131-e."""

    @edges_of({"membership_touched": False, "other_channels_open": True}, ({}, MET),
              ({"membership_touched": True}, NOT_MET),
              ({"other_channels_open": False}, NOT_MET), ({"membership_touched": None}, QUESTION),
              ({"other_channels_open": None}, QUESTION))
    def test_only_data_are_touched(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Membership and other channels stay what they were."""
        assert ruled(self, known) is outcome


class TestDisputesClimbALadder:
    """RPD-135."""

    @edges_of(DISPUTE, ({}, MET), ({"consulted_on": date(2026, 9, 2)}, NOT_MET), ({"consulted_on": NOT_YET}, NOT_MET),
              ({"consulted_on": date(2026, 9, 1)}, MET), ({"assembly_asked_on": date(2026, 8, 31)}, NOT_MET),
              ({"assembly_asked_on": date(2026, 11, 20)}, MET), ({"consulted_on": None}, QUESTION),
              ({"consulted_on": NOT_YET, "committee_asked_on": NOT_YET}, QUESTION),
              ({"consulted_on": NOT_YET, "committee_asked_on": NOT_YET, "settled": True}, MET),
              ({"between_bureaus": False, "consulted_on": NOT_YET}, MET), ({"between_bureaus": None}, QUESTION))
    def test_one_rung_after_the_other(self, known: dict[str, Any], outcome: Outcome) -> None:
        """No rung before the one below it; a person's request is not a dispute between bureaus."""
        assert ruled(self, known) is outcome
