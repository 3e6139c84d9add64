"""Disputes of a record: a deadline, no effect of one alone, a quota (A29), and nobody else learns of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from article3.acts.answer_dispute import AnswerDispute
from article3.acts.dispute_notice import DisputeNotice
from article3.acts.open_review import OpenReview
from article3.acts.ports import NotFound
from article3.lifecycle.states import State
from article3.terms.disputes import DisputeAnswer, DisputeReason
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting
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
