"""Practice on the proceedings behind a request."""

from __future__ import annotations

from datetime import date

from article3.terms.circumstances import ExtraditionGround
from article3.terms.communication import Aim, Channel, Colour
from article3.terms.offences import Matter, OffenceKind
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, charge, edges, finding, ruled

MURDER = charge("murder", OffenceKind.HOMICIDE)
UNREAD = charge("article 205", OffenceKind.OTHER)
FRAUD = charge("fraud of investors", OffenceKind.FRAUD)
DEBT = charge("unpaid loan", OffenceKind.PRIVATE_DISPUTE_CHEQUE, Matter.PLAIN_DEBT)
WARNING: Known = {"channel": Channel.NOTICE_REQUEST, "colour": Colour.GREEN, "proceedings_valid": True}
LOCATED: Known = {"located_on": date(2025, 6, 1), "extradition_requested": False,
                  "source_informed_on": date(2025, 6, 2), "source_answered": False}


class TestPrivateDisputeShownAsFraud:
    """ROP-15."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (UNREAD,)}, ASKED), ({"charged": (FRAUD,)}, ASKED),
           ({"charged": (DEBT,)}, ASKED), ({"charged": (FRAUD,), "intent_to_deceive": True}, MET),
           ({"charged": (FRAUD,), "private_dispute": False}, MET),
           ({"charged": (FRAUD,), "private_dispute": True}, ASKED),
           ({"charged": (FRAUD,), "intent_to_deceive": False}, ASKED),
           ({"charged": (FRAUD,), "private_dispute": True, "intent_to_deceive": False}, NOT_MET),
           ({"charged": (FRAUD,), "private_dispute": True, "intent_to_deceive": True}, MET))
    def test_intent_to_deceive(self, known: Known, outcome: Outcome) -> None:
        """A private dispute without intent is not met; intent is met; not knowing is asked."""
        assert ruled(self, known) is outcome


class TestProceedingsThatEnded:
    """ROP-19."""

    @edges(({}, ASKED), *(({ending: True}, NOT_MET) for ending in ("acquitted", "amnestied", "time_barred",
                                                                   "sentence_served")),
           *(({ending: False}, ASKED) for ending in ("acquitted", "amnestied", "time_barred", "sentence_served")),
           ({"proceedings_valid": True}, MET), ({"proceedings_valid": True, "acquitted": True}, NOT_MET),
           *(({**WARNING, ending: True}, MET) for ending in ("time_barred", "sentence_served")),
           *(({**WARNING, ending: True}, NOT_MET) for ending in ("acquitted", "amnestied")),
           ({"channel": Channel.DIFFUSION, "aim": Aim.ARREST, "sentence_served": True}, NOT_MET),
           ({"channel": Channel.DIFFUSION, "aim": Aim.WARN, "sentence_served": True}, ASKED),
           ({"proceedings_valid": True, "same_acts_judged": True}, ASKED),
           ({"proceedings_valid": True, "transfer_of_proceedings": True}, ASKED),
           ({"warrant_kind": "arrest_warrant"}, ASKED), ({"declarations": frozenset({"conditions"})}, ASKED),
           ({"warrant_kind": "arrest_warrant", "declarations": frozenset({"conditions"})}, MET))
    def test_what_ended_has_no_purpose(self, known: Known, outcome: Outcome) -> None:
        """Acquittal, amnesty, time and a served sentence end it; an earlier judgment and a transfer are looked into."""
        assert ruled(self, known) is outcome


class TestNoExtraditionRequestAfterLocation:
    """ROP-20."""

    ASSURED: Known = {"seeks_extradition": True, "declarations": frozenset({"extradition"})}

    @edges(({}, ASKED), (ASSURED, MET), ({"seeks_extradition": True}, ASKED),
           ({**ASSURED, "seeks_extradition": None}, ASKED),
           ({**ASSURED, "extradition_requested": False}, ASKED),
           ({"extradition_requested": True}, MET), ({"located_on": date(2025, 6, 1)}, ASKED),
           (LOCATED, NOT_MET), ({**LOCATED, "source_informed_on": None}, ASKED),
           ({**LOCATED, "source_answered": None}, ASKED), ({**LOCATED, "source_answered": True}, ASKED),
           ({**LOCATED, "inaction_reason": "no treaty with that state"}, ASKED),
           ({**LOCATED, "extradition_requested": None}, ASKED), ({**LOCATED, "extradition_requested": True}, MET))
    def test_informed_silent_and_no_reason(self, known: Known, outcome: Outcome) -> None:
        """Located, told, nothing requested, and silent when asked for a reason: not met; anything less is asked."""
        assert ruled(self, known) is outcome


class TestRefusalsOfExtraditionAreNotedAndWeighed:
    """NDT-7."""

    REFUSED: Known = {"extradition_refused": True, "extradition_refused_by": ("QN",),
                      "extradition_refusal_grounds": frozenset({ExtraditionGround.NATIONALITY})}

    @edges(({}, ASKED), ({"extradition_refused": False}, MET), ({"extradition_refused": True}, ASKED), (REFUSED, ASKED),
           ({**REFUSED, "refusal_addendum_noted": True}, MET),
           ({**REFUSED, "refusal_addendum_noted": True, "extradition_refusal_grounds": frozenset(
               {ExtraditionGround.NATIONALITY, ExtraditionGround.PROCEDURAL})}, MET),
           ({**REFUSED, "refusal_addendum_noted": True, "extradition_refusal_grounds": frozenset(
               {ExtraditionGround.NATIONALITY, ExtraditionGround.POLITICAL})}, ASKED),
           ({**REFUSED, "refusal_addendum_noted": False}, ASKED),
           ({**REFUSED, "refusal_addendum_noted": True,
             "extradition_refusal_grounds": frozenset({ExtraditionGround.POLITICAL})}, ASKED),
           ({**REFUSED, "refusal_addendum_noted": True,
             "extradition_refusal_grounds": frozenset({ExtraditionGround.UNKNOWN})}, ASKED))
    def test_grounds_decide_and_not_the_refusal(self, known: Known, outcome: Outcome) -> None:
        """A procedural refusal that is noted is met; a substantive one is weighed; none of them refuses by itself."""
        assert ruled(self, known) is outcome

    def test_unknown_refusals_are_part_of_the_question_on_positions(self) -> None:
        """Nobody is asked twice about other states' positions."""
        assert finding("NDT-7", {}).within == ("RPD-34-3-d",)
