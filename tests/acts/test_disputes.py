"""Disputes of a record: a deadline, no effect of one alone, a quota (A29), and nobody else learns of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from article3.acts.answer_dispute import AnswerDispute
from article3.acts.decide import Decide
from article3.acts.dispute_notice import DisputeNotice
from article3.acts.open_message import OpenMessage
from article3.acts.open_review import OpenReview
from article3.acts.ports import NotFound
from article3.acts.propose_decision import ProposeDecision
from article3.acts.recall_diffusion import RecallDiffusion
from article3.lifecycle.consent import OpeningBasis
from article3.lifecycle.examination import Resolution
from article3.lifecycle.states import State
from article3.terms.disputes import DisputeAnswer, DisputeReason
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting
from tests.acts.situations import GROUNDS, UNFAVOURABLE, desk_in
from tests.desk import FIRST, REFERENCE, SECOND, Desk, bureau, murder

HOLDER, SOURCE = bureau("XB"), bureau("XA")


@pytest.fixture
def desk() -> Desk:
    """A notice of XA in force."""
    desk = Desk()
    desk.published()
    return desk


def disputes(desk: Desk, number: int = 0, reference: str = REFERENCE, who: Sitting = HOLDER) -> str:
    """The bureau disputes a record."""
    id = f"{number:032x}"
    desk.perform(DisputeNotice(reference=reference, dispute=id, reason=DisputeReason.FACTS_WRONG,
                               text="He was in our prison that day."), who)
    return id


def test_one_dispute_changes_nothing_by_itself(desk: Desk) -> None:
    """The record stands, nobody is written to, and an answer is due in thirty days."""
    before, posted = desk.file(), len(desk.outbox.posted)
    known = desk.register.dispute(disputes(desk))
    assert (desk.file(), len(desk.outbox.posted)) == (before, posted)
    assert desk.file().state is State.PUBLISHED
    assert known.answer_by == desk.at.date() + timedelta(days=30)
    assert not known.late(known.answer_by) and known.late(known.answer_by + timedelta(days=1))


def test_a29_a_bureau_cannot_bury_a_rival(desk: Desk) -> None:
    """A29: five open disputes against one source; the sixth is refused with what to do; another source is another."""
    for number in range(1, 7):
        desk.published(murder(reference=f"{number:x}" * 32))
    for number in range(1, 6):
        disputes(desk, number, f"{number:x}" * 32)
    with pytest.raises(Refused, match="5 open disputes"):
        disputes(desk, 6, "6" * 32)
    desk.published(murder(reference="f" * 32, source="XD"))
    disputes(desk, 7, "f" * 32)
    assert all(file.state is State.PUBLISHED for file in desk.register.files.values())


def test_an_answer_makes_room_again(desk: Desk) -> None:
    """Answered by the reviewer of the file only, once, and the bureau alone is told."""
    id = disputes(desk)
    answer = AnswerDispute(reference=REFERENCE, dispute=id, answer=DisputeAnswer.STAYS, because="The dates agree.")
    with pytest.raises(Refused, match="No review is open"):
        desk.perform(answer, FIRST)
    desk.perform(OpenReview(reference=REFERENCE), FIRST)
    with pytest.raises(Refused, match="another reviewer"):
        desk.perform(answer, SECOND)
    posted = len(desk.outbox.posted)
    desk.perform(answer, FIRST)
    assert [to for to, _ in desk.outbox.posted[posted:]] == ["XB"]
    assert desk.register.open_disputes("XB", "XA") == ()
    with pytest.raises(Refused, match="answered already"):
        desk.perform(answer, FIRST)


def test_the_same_record_is_disputed_once(desk: Desk) -> None:
    """Until it is answered."""
    disputes(desk)
    with pytest.raises(Refused, match="disputes this already"):
        disputes(desk, 1)


@pytest.mark.parametrize("who", [SOURCE, bureau("XB")])
def test_who_does_not_hold_it_finds_nothing_to_dispute(desk: Desk, who: Sitting) -> None:
    """Its source, whoever is barred from it, and everybody before it is published."""
    desk.requested(murder(reference="b" * 32))
    desk.published(murder(reference="c" * 32, denied=("XB",)))
    for reference in ("b" * 32, "c" * 32, "d" * 32):
        with pytest.raises(NotFound):
            disputes(desk, 1, reference, who)
    if who is SOURCE:
        with pytest.raises(NotFound):
            disputes(desk, 1, REFERENCE, who)


# --- what bureaus write to each other


@pytest.fixture
def sent() -> Desk:
    """A message of XA that went out to its recipients."""
    return desk_in("sent")


def test_a_recipient_disputes_a_message_and_that_is_a_case(sent: Desk) -> None:
    """Nobody takes a message up or opens it before; with the dispute its reviewer does both, with a reason on record,
    until it is answered."""
    take, read = OpenReview(reference=REFERENCE), OpenMessage(reference=REFERENCE, because="XB says it names a judge.")
    for order in (take, read):
        with pytest.raises(Refused, match=r"disputes it|disputed in"):
            sent.perform(order, FIRST)
    with pytest.raises(NotFound):
        disputes(sent, who=bureau("XD"))
    id = disputes(sent)
    with pytest.raises(Refused, match="disputed in"):
        sent.perform(read, FIRST)
    sent.perform(take, FIRST)
    with pytest.raises(Refused, match="disputed in"):
        sent.perform(read, SECOND)
    sent.perform(read, FIRST)
    assert [(each.by, each.basis) for each in sent.file().openings] == [(FIRST.officer, OpeningBasis.CASE)]
    sent.perform(AnswerDispute(reference=REFERENCE, dispute=id, answer=DisputeAnswer.STAYS, because="True."), FIRST)
    with pytest.raises(Refused, match="disputed in"):
        sent.perform(read, FIRST)


def test_a_disputed_message_is_recalled_by_two_and_every_recipient_owes_its_removal(sent: Desk) -> None:
    """It comes to nothing else than a recall; source and recipients are told; who reviewed it still answers."""
    id = disputes(sent)
    sent.perform(OpenReview(reference=REFERENCE), FIRST)
    view = {"reasons": UNFAVOURABLE, "grounds": GROUNDS, "version": sent.file().version, "reference": REFERENCE}
    with pytest.raises(Refused, match="comes to: recall"):
        sent.perform(ProposeDecision(resolution=Resolution.REFUSE, **view), FIRST)
    sent.perform(ProposeDecision(resolution=Resolution.RECALL, **view), FIRST)
    sent.perform(Decide(reference=REFERENCE, version=sent.file().version, agrees=True), SECOND)
    posted = len(sent.outbox.posted)
    recalled = sent.perform(RecallDiffusion(reference=REFERENCE, version=sent.file().version), FIRST)
    assert "XB" in recalled.recipients and sent.file().state is State.RECALLED
    assert {to for to, _ in sent.outbox.posted[posted:]} == {"XA", *recalled.recipients}
    answer = AnswerDispute(reference=REFERENCE, dispute=id, answer=DisputeAnswer.FOLLOWED, because="A judge.")
    with pytest.raises(Refused, match="who reviewed it"):
        sent.perform(answer, SECOND)
    assert sent.perform(answer, FIRST).answer is DisputeAnswer.FOLLOWED


def test_a_held_message_is_not_decided_on_by_two(sent: Desk) -> None:
    """It goes out or stays."""
    held = desk_in("held")
    held.perform(OpenReview(reference=REFERENCE), SECOND) if held.file().review is None else None
    who = FIRST if held.file().review.reviewer == FIRST.officer else SECOND
    with pytest.raises(Refused, match="let pass or kept back"):
        held.perform(ProposeDecision(resolution=Resolution.RECALL, reasons=UNFAVOURABLE, grounds=GROUNDS,
                                     reference=REFERENCE, version=held.file().version), who)  # fmt: skip
