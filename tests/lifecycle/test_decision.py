"""Two people of two nationalities, neither the requester's nor the person's, decide; the lead settles a dissent."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from article3.acts.decide import Decide, Instead
from article3.acts.declare_conflict import DeclareConflict
from article3.acts.messages import MessageKind
from article3.acts.open_review import OpenReview
from article3.acts.ports import Changed
from article3.acts.propose_decision import ProposeDecision
from article3.acts.publish_notice import PublishNotice
from article3.acts.record_fact import RecordFact
from article3.acts.refuse_request import RefuseRequest
from article3.acts.settle_disagreement import SettleDisagreement
from article3.lifecycle.examination import Decision, Reasons, Resolution, Signature
from article3.lifecycle.states import State
from article3.terms.finding import Refused
from article3.terms.reasons import Ground, PublicCode, ToRequester
from article3.terms.sitting import MandateRole, Sitting
from tests.acts.situations import GROUNDS, UNFAVOURABLE, desk_in
from tests.desk import (
    COMPLIANT,
    DAY,
    FIRST,
    LEAD,
    OF_PERSON,
    OF_REQUESTER,
    REFERENCE,
    SAME_AS_FIRST,
    SECOND,
    Desk,
    sitting,
)
from tests.standins import MemoryRegister


def agree(desk: Desk, who: Sitting) -> None:
    """Somebody agrees with the proposal."""
    desk.perform(Decide(reference=REFERENCE, version=desk.file().version, agrees=True), who)


class TestWhoExamines:
    """Constitution 30: nobody handles a file of their own country or of a person of their own nationality."""

    @pytest.mark.parametrize("who", [OF_REQUESTER, OF_PERSON, sitting("stateless", "", MandateRole.REVIEWER)])
    def test_a_tie_of_nationality_keeps_a_reviewer_from_the_file(self, who: Sitting) -> None:
        """And a reviewer whose nationality is not known is kept from every file."""
        with pytest.raises(Refused, match="nationality"):
            desk_in("received").perform(OpenReview(reference=REFERENCE), who)

    def test_who_stood_aside_never_takes_the_file_up_again(self) -> None:
        """The recusal is for good."""
        desk = desk_in("received")
        desk.perform(DeclareConflict(reference=REFERENCE, because="I knew the victim."), FIRST)
        with pytest.raises(Refused, match="stood aside"):
            desk.perform(OpenReview(reference=REFERENCE), FIRST)

    def test_a_reviewer_who_stands_aside_gives_the_file_back(self) -> None:
        """It is received again, its review is kept, and another reviewer starts with an empty worksheet."""
        desk = desk_in("proposed")
        desk.perform(DeclareConflict(reference=REFERENCE, because="I knew the victim."), FIRST)
        assert desk.file().state is State.RECEIVED
        assert desk.file().review is None
        desk.perform(OpenReview(reference=REFERENCE), SECOND)
        review = desk.file().review
        assert review is not None
        assert review.worksheet.factors == ()

    def test_a_second_reviewer_who_stands_aside_takes_the_signature_along(self) -> None:
        """What they decided no longer stands; the file needs another proposal and another second reviewer."""
        desk = desk_in("decided_to_publish")
        desk.perform(DeclareConflict(reference=REFERENCE, because="I knew the victim."), SECOND)
        with pytest.raises(Refused):
            desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)

    def test_somebody_elses_recusal_disturbs_no_decision(self) -> None:
        """A reviewer who never touched the file stands aside: the decision stands."""
        desk = desk_in("decided_to_publish")
        desk.perform(DeclareConflict(reference=REFERENCE, because="I know the prosecutor."), SAME_AS_FIRST)
        desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)
        assert desk.file().state is State.PUBLISHED

    def test_only_the_reviewer_of_the_file_examines_it(self) -> None:
        """Another reviewer writes nothing into it."""
        with pytest.raises(Refused, match="another reviewer"):
            desk_in("under_review").perform(
                RecordFact(reference=REFERENCE, fact="acquitted", value=False, source="Register"), SECOND)

    def test_the_lead_takes_a_file_over_and_the_former_review_is_kept(self) -> None:
        """A reviewer who falls ill does not hold a file up."""
        desk = desk_in("under_review")
        desk.perform(OpenReview(reference=REFERENCE), LEAD)
        file = desk.file()
        assert file.review is not None
        assert file.review.reviewer == LEAD.officer
        assert [review.reviewer for review in file.former_reviews] == [FIRST.officer]


class TestSecondReviewer:
    """The second reviewer is of another nationality than requester, person and first reviewer."""

    @pytest.mark.parametrize("who", [OF_REQUESTER, OF_PERSON, SAME_AS_FIRST])
    def test_a_nationality_too_near_does_not_decide(self, who: Sitting) -> None:
        """Three nationalities are one too near."""
        with pytest.raises(Refused, match="nationality"):
            agree(desk_in("proposed"), who)

    def test_nobody_decides_on_their_own_proposal(self) -> None:
        """Not even with another nationality written into the sitting."""
        with pytest.raises(Refused, match="own proposal"):
            agree(desk_in("proposed"), replace(FIRST, nationality="XD"))

    def test_a_third_nationality_decides(self) -> None:
        """And the decision carries both signatures with their nationalities."""
        desk = desk_in("proposed")
        agree(desk, SECOND)
        review = desk.file().review
        assert review is not None and review.decision is not None
        assert [each.nationality for each in review.decision.signatures] == ["XB", "XC"]

    def test_a_decision_of_one_nationality_cannot_be_written_down(self) -> None:
        """The record itself refuses."""
        one = Signature(officer="a", nationality="XB", at=DAY)
        with pytest.raises(AssertionError):
            Decision(resolution=Resolution.PUBLISH, at=DAY, signatures=(one, replace(one, officer="b")),
                     reasons=COMPLIANT)

    def test_agreement_and_a_view_of_ones_own_exclude_each_other(self) -> None:
        """Either agree or say what else."""
        desk = desk_in("proposed")
        instead = Instead(resolution=Resolution.REFUSE, reasons=UNFAVOURABLE, grounds=GROUNDS)
        for agrees, view in ((True, instead), (False, None)):
            with pytest.raises(Refused, match="Either"):
                desk.perform(Decide(reference=REFERENCE, version=desk.file().version, agrees=agrees, instead=view),
                             SECOND)


class TestDisagreement:
    """Disagreement goes up to the lead, who stands behind one of the two views."""

    @pytest.mark.parametrize(("with_dissent", "resolution"), [(False, Resolution.PUBLISH), (True, Resolution.REFUSE)])
    def test_the_lead_decides_for_one_side(self, with_dissent: bool, resolution: Resolution) -> None:
        """The decision is that side's, signed by that side and the lead."""
        desk = desk_in("disagreed")
        settle(desk, LEAD, with_dissent)
        review = desk.file().review
        assert review is not None and review.decision is not None
        assert review.decision.resolution is resolution
        assert {each.officer for each in review.decision.signatures} == {
            (SECOND if with_dissent else FIRST).officer, LEAD.officer}

    def test_a_lead_of_the_same_nationality_as_the_side_taken_does_not_settle(self) -> None:
        """Two of one nationality never decide together."""
        lead = sitting("lead-2", "XB", MandateRole.LEAD)
        with pytest.raises(Refused, match="nationality"):
            settle(desk_in("disagreed"), lead, with_dissent=False)

    def test_a_lead_who_proposed_does_not_settle(self) -> None:
        """Nobody settles their own disagreement."""
        desk = desk_in("disagreed")
        with pytest.raises(Refused, match="another lead"):
            settle(desk, replace(SECOND, role=MandateRole.LEAD), with_dissent=False)

    def test_another_reviewer_cannot_agree_past_a_dissent(self) -> None:
        """A third reviewer does not overrule the second."""
        with pytest.raises(Refused, match="lead decides"):
            agree(desk_in("disagreed"), sitting("sixth", "XD", MandateRole.REVIEWER))


def settle(desk: Desk, who: Sitting, with_dissent: bool) -> None:
    """The lead settles."""
    desk.perform(SettleDisagreement(reference=REFERENCE, version=desk.file().version, with_dissent=with_dissent), who)


class TestProposals:
    """A proposal has grounds and layered reasons, and stands only on the facts it was made on."""

    @pytest.mark.parametrize(("change", "lacks"), [
        ({"grounds": ()}, "ground"),
        ({"reasons": replace(UNFAVOURABLE, to_requester=())}, "told"),
        ({"reasons": replace(UNFAVOURABLE, public=PublicCode.COMPLIANT)}, "compliant"),
        ({"reasons": replace(UNFAVOURABLE, internal=" ")}, "internal reasoning"),
    ])
    def test_a_refusal_lacks_nothing(self, change: dict[str, object], lacks: str) -> None:
        """Ground, outward reason, public code and internal reasoning are all needed."""
        with pytest.raises(Refused, match=lacks):
            desk_in("under_review").proposed(**{"resolution": Resolution.REFUSE, "reasons": UNFAVOURABLE,
                                                "grounds": GROUNDS, **change})

    @pytest.mark.parametrize("change", [
        {"grounds": (Ground.PRIVATE_MATTER,)},
        {"reasons": replace(COMPLIANT, to_requester=(ToRequester.NOT_COMPLIANT,))},
        {"reasons": replace(COMPLIANT, public=PublicCode.OTHER)},
    ])
    def test_a_publication_carries_no_reason_of_refusal(self, change: dict[str, object]) -> None:
        """A file is not published with a ground against it."""
        with pytest.raises(Refused, match="carries no ground"):
            desk_in("under_review").proposed(**change)

    def test_a_new_fact_after_the_decision_takes_the_decision_back(self) -> None:
        """What was decided rested on other facts."""
        desk = desk_in("decided_to_publish")
        desk.perform(RecordFact(reference=REFERENCE, fact="immunity", value=False, source="Treaty list"), FIRST)
        with pytest.raises(Refused, match="No second reviewer"):
            desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)

    def test_a_decision_on_a_file_that_changed_meanwhile_is_not_taken(self) -> None:
        """The second reviewer decides on what they read."""
        desk = desk_in("proposed")
        with pytest.raises(Changed):
            desk.perform(Decide(reference=REFERENCE, version=desk.file().version - 1, agrees=True), SECOND)

    def test_a_refusal_tells_the_requester_the_outward_words_only(self) -> None:
        """The message names codes of the closed list through the file's ending; no internal word travels."""
        desk = desk_in("refused")
        ending = desk.file().ending
        assert ending is not None
        assert ending.texts == (ToRequester.NOT_COMPLIANT,)
        assert desk.outbox.of(MessageKind.REQUEST_REFUSED) == ["XA"]
        assert "takings" not in repr(desk.outbox.posted)

    def test_a_proposal_of_what_does_not_fit_the_file_is_refused(self) -> None:
        """A request is not recalled."""
        desk = desk_in("under_review")
        with pytest.raises(Refused, match="publish or refuse"):
            desk.perform(ProposeDecision(reference=REFERENCE, version=desk.file().version,
                                         resolution=Resolution.RECALL, reasons=UNFAVOURABLE, grounds=GROUNDS), FIRST)

    def test_a_decision_to_refuse_publishes_nothing(self) -> None:
        """And a decision to publish refuses nothing."""
        for situation, order in (("decided_to_refuse", PublishNotice), ("decided_to_publish", RefuseRequest)):
            desk = desk_in(situation)
            with pytest.raises(Refused, match="The decision is to"):
                desk.perform(order(reference=REFERENCE, version=desk.file().version), FIRST)


def test_reasons_have_no_free_words_for_outsiders() -> None:
    """Only `internal` is free text; every outward layer is a closed vocabulary."""
    hints = Reasons.__annotations__
    assert hints["internal"] == "str"
    assert {hints[name] for name in ("public", "to_requester", "to_person")} == {
        "PublicCode", "tuple[ToRequester, ...]", "ToPerson"}


COUNTRIES = ("QM", "XA", "XB", "XC", "XD")  # the person's, the requester's, and three others
OTHERS = {"XB", "XC", "XD"}


@pytest.mark.parametrize("first", COUNTRIES)
def test_no_combination_of_nationalities_publishes_but_two_different_ones_of_third_countries(first: str) -> None:
    """Every first with every second, and every lead on either side of a dissent."""
    reviewer = sitting("first", first, MandateRole.REVIEWER)
    desk = desk_in("received")
    try:
        desk.examined(reviewer=reviewer)
    except Refused:
        assert first not in OTHERS
        return
    desk.proposed(reviewer=reviewer)
    for second in COUNTRIES:
        decider = sitting("second", second, MandateRole.REVIEWER)
        assert publishes(desk, decider) == ({first, second} <= OTHERS and first != second)
        for lead, with_dissent in itertools.product(COUNTRIES, (False, True)):
            sides = {lead, second if with_dissent else first}
            expected = {first, second, lead} <= OTHERS and first != second and len(sides) == 2
            assert publishes(desk, decider, sitting("lead", lead, MandateRole.LEAD), with_dissent) == expected


def publishes(desk: Desk, second: Sitting, lead: Sitting | None = None, with_dissent: bool = False) -> bool:
    """Whether the proposal gets published when these people agree, or disagree and the lead takes a side."""
    tried = Desk(register=MemoryRegister(members=desk.register.members, files=dict(desk.register.files)), at=desk.at)
    instead = Instead(resolution=Resolution.PUBLISH, reasons=COMPLIANT) if lead else None
    try:
        tried.perform(Decide(reference=REFERENCE, version=tried.file().version, agrees=lead is None, instead=instead),
                      second)
        if lead is not None:
            settle(tried, lead, with_dissent)
        tried.perform(PublishNotice(reference=REFERENCE, version=tried.file().version), FIRST)
    except Refused:
        return False
    return tried.file().state is State.PUBLISHED
