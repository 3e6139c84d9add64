"""How notices and diffusions end, who is told, and that one source's ending is not another's."""

from __future__ import annotations

from datetime import date

import pytest

from article3.acts.add_caveat import AddCaveat
from article3.acts.answer_questions import AnswerQuestions
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.cancel_notice import CancelNotice
from article3.acts.lift_caveat import LiftCaveat
from article3.acts.messages import MessageKind
from article3.acts.ports import NotFound
from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.record_fact import RecordFact
from article3.acts.suspend_notice import SuspendNotice
from article3.acts.update_notice import UpdateNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.examination import Resolution
from article3.lifecycle.states import State
from article3.terms.finding import Refused
from article3.terms.reasons import CancellationCode, CaveatKind, PublicCode, ToRequester, WithdrawalCode
from tests.acts.situations import GROUNDS, UNFAVOURABLE, desk_in, wanted_diffusion
from tests.desk import FIRST, MEMBERS, OF_REQUESTER, REFERENCE, Desk, bureau, murder

XA = bureau("XA")
OTHER = "b" * 32


def withdraw(desk: Desk, reference: str = REFERENCE, source: str = "XA") -> None:
    """The source withdraws."""
    desk.perform(WithdrawNotice(reference=reference, code=WithdrawalCode.NO_LONGER_WANTED), bureau(source))


class TestWithdrawal:
    """RPD 81(2): the source's own act."""

    def test_ending_one_sources_notice_leaves_the_others(self) -> None:
        """Two sources want one person: the second notice stands, untouched, with every reader it had."""
        desk = Desk()
        desk.published()
        desk.requested(murder(OTHER, "XD"))
        desk.examined(OTHER)
        desk.proposed(OTHER)
        desk.decided(OTHER)
        before = desk.file(OTHER)
        withdraw(desk)
        assert desk.file().state is State.WITHDRAWN
        assert desk.file(OTHER) == before
        assert {message.reference for _, message in desk.outbox.posted
                if message.kind is MessageKind.NOTICE_ENDED} == {REFERENCE}

    def test_only_the_source_withdraws(self) -> None:
        """For every other bureau there is nothing to withdraw, whether it reads the notice or not."""
        desk = desk_in("published")
        with pytest.raises(NotFound):
            withdraw(desk, source="XB")

    @pytest.mark.parametrize(("situation", "kind", "told"), [
        ("received", MessageKind.NOTICE_ENDED, []), ("published", MessageKind.NOTICE_ENDED, list(MEMBERS)),
        ("suspended", MessageKind.NOTICE_ENDED, list(MEMBERS)),
        ("sent_unreviewed", MessageKind.DIFFUSION_WITHDRAWN, ["XB", "XC"])])
    def test_those_who_read_it_are_told(self, situation: str, kind: MessageKind, told: list[str]) -> None:
        """Of a request that nobody could see, nobody is told."""
        desk = desk_in(situation)
        withdraw(desk)
        assert desk.outbox.of(kind) == told


class TestCancellation:
    """RPD 81(3): the Secretariat, by two reviewers; for inaction with proof and consultation."""

    def cancel(self, desk: Desk, code: CancellationCode, consulted: str = "") -> None:
        """The Secretariat cancels."""
        desk.perform(CancelNotice(reference=REFERENCE, version=desk.file().version, code=code, consulted=consulted),
                     FIRST)

    @pytest.mark.parametrize("code", [CancellationCode.PURPOSE_MET, CancellationCode.DEPENDENT_REQUEST_ENDED,
                                      CancellationCode.CONDITIONS_NOT_MET])
    def test_two_reviewers_cancel_and_members_are_told(self, code: CancellationCode) -> None:
        """The ending names the code for reviewers and the outward words for the source."""
        desk = desk_in("decided_to_cancel")
        self.cancel(desk, code)
        ending = desk.file().ending
        assert ending is not None
        assert (ending.code, ending.texts, ending.public) == (code, (ToRequester.NOT_COMPLIANT,), PublicCode.OTHER)
        assert desk.outbox.of(MessageKind.NOTICE_ENDED) == list(MEMBERS)

    def inaction(self, informed: bool, asked: bool, answered: bool, days: int) -> Desk:
        """A notice whose source may have been told where the person is, and asked why it did nothing."""
        desk = desk_in("published_reviewed_again")
        if informed:
            desk.perform(RecordFact(reference=REFERENCE, fact="source_informed_on", value="2026-02-01",
                                    source="Message of the locating bureau"), FIRST)
        if asked:
            asking = Asking(id="q1", text="Why was nothing done?", deadline=date(2026, 3, 12))
            desk.perform(AskRequester(reference=REFERENCE, questions=(asking,)), FIRST)
        if answered:
            desk.perform(AnswerQuestions(reference=REFERENCE, answers=(("q1", "We had no time."),)), XA)
        desk.wait(days)
        desk.proposed(resolution=Resolution.CANCEL, reasons=UNFAVOURABLE, grounds=GROUNDS)
        desk.decided()
        return desk

    @pytest.mark.parametrize(("informed", "asked", "answered", "days"), [
        (True, True, True, 1), (True, True, False, 11)])
    def test_inaction_with_proof_and_consultation_cancels(self, informed: bool, asked: bool, answered: bool, days: int
                                                          ) -> None:
        """Answered without an adequate reason, or silent past the deadline."""
        desk = self.inaction(informed, asked, answered, days)
        self.cancel(desk, CancellationCode.INACTION_OF_SOURCE, "q1")
        assert desk.file().state is State.CANCELLED

    @pytest.mark.parametrize(("informed", "asked", "days", "says"), [
        (False, True, 11, "prove"), (True, False, 11, "consulted"), (True, True, 10, "may still answer")])
    def test_inaction_without_proof_or_consultation_does_not(self, informed: bool, asked: bool, days: int, says: str
                                                             ) -> None:
        """Nor on the last day the source may still answer."""
        desk = self.inaction(informed, asked, False, days)
        with pytest.raises(Refused, match=says):
            self.cancel(desk, CancellationCode.INACTION_OF_SOURCE, "q1")

    def test_without_the_decision_of_two_nothing_is_cancelled(self) -> None:
        """One reviewer alone ends nobody's notice."""
        with pytest.raises(Refused, match="No second reviewer"):
            self.cancel(desk_in("published_reviewed_again"), CancellationCode.PURPOSE_MET)


class TestCaveats:
    """A caveat is part of every reading from the day it is added, until it is lifted."""

    def test_a_caveat_travels_and_its_readers_are_told(self) -> None:
        """Added on the 2nd, lifted on the 5th: carried on the 2nd to the 4th."""
        desk = desk_in("published")
        desk.perform(AddCaveat(reference=REFERENCE, caveat="k1", kind=CaveatKind.DATA_TO_VERIFY, text="Verify."), FIRST)
        desk.wait(3)
        desk.perform(LiftCaveat(reference=REFERENCE, caveat="k1"), FIRST)
        carried = [bool(desk.file().caveats_on(date(2026, 3, day))) for day in (2, 4, 5)]
        assert carried == [True, True, False]
        for kind in (MessageKind.CAVEAT_ADDED, MessageKind.CAVEAT_LIFTED):
            assert desk.outbox.of(kind) == list(MEMBERS)

    def test_a_caveat_survives_update_suspension_and_a_new_edition(self) -> None:
        """Nothing takes it off but lifting it."""
        desk = desk_in("published")
        desk.perform(AddCaveat(reference=REFERENCE, caveat="k1", kind=CaveatKind.ADDENDUM, text="Note."), FIRST)
        desk.perform(UpdateNotice(reference=REFERENCE, communication=murder(interest="In XD.")), XA)
        desk.perform(SuspendNotice(reference=REFERENCE, until=date(2026, 6, 1), because="Talks."), XA)
        assert [caveat.id for caveat in desk.file().caveats_on(date(2027, 1, 1))] == ["k1"]

    def test_who_must_stand_aside_adds_no_caveat(self) -> None:
        """A caveat sways what every member reads."""
        with pytest.raises(Refused, match="nationality"):
            desk_in("published").perform(
                AddCaveat(reference=REFERENCE, caveat="k1", kind=CaveatKind.ADDENDUM, text="Note."), OF_REQUESTER)


class TestDiffusions:
    """Reviewed after it was sent, by the same review; recalled at every recipient it reached."""

    def test_a_recall_reaches_every_recipient_it_ever_had(self) -> None:
        """Also one the source has barred since: it holds a copy."""
        desk = desk_in("sent_unreviewed")
        desk.perform(UpdateNotice(reference=REFERENCE, communication=wanted_diffusion(denied=("XB",))), XA)
        desk.wait(1)
        desk.examined()
        desk.proposed(resolution=Resolution.RECALL, reasons=UNFAVOURABLE, grounds=GROUNDS)
        desk.decided()
        desk.perform(RecallDiffusion(reference=REFERENCE, version=desk.file().version), FIRST)
        assert desk.outbox.of(MessageKind.DIFFUSION_RECALLED) == ["XA", "XB", "XC"]

    def test_a_confirmed_diffusion_loses_its_warning_and_an_update_brings_it_back(self) -> None:
        """The relevance check restarts."""
        desk = desk_in("reviewed")
        assert desk.outbox.of(MessageKind.DIFFUSION_REVIEWED) == ["XA", "XB", "XC"]
        desk.perform(UpdateNotice(reference=REFERENCE, communication=wanted_diffusion(interest="Seen in XD.")), XA)
        assert desk.file().state is State.SENT_UNREVIEWED
        assert desk.outbox.of(MessageKind.DIFFUSION_UNREVIEWED)[-2:] == ["XB", "XC"]

    def test_the_recipients_of_a_diffusion_do_not_change(self) -> None:
        """A new recipient is a new diffusion."""
        with pytest.raises(Refused, match="recipients"):
            desk_in("sent_unreviewed").perform(
                UpdateNotice(reference=REFERENCE, communication=wanted_diffusion(recipients=("XB", "XD"))), XA)
