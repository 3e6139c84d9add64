"""A confirmed query result is told to the source of the record, and to nobody else (RPD 105)."""

from __future__ import annotations

import pytest

from article3.acts.messages import MessageKind
from article3.acts.ports import NotFound
from article3.acts.tell_result import TellResult
from article3.lifecycle.frontline import ResultTold
from article3.terms.communication import Reference
from tests.desk import REFERENCE, Desk, bureau, murder

RESULT = Reference("5" * 32)


def _told(desk: Desk) -> list[object]:
    return [posted for posted in desk.outbox.posted if posted[1].kind is MessageKind.POSITIVE_RESULT]


def test_its_source_is_told_once_and_the_journal_names_nobody() -> None:
    """Which record, and the random number of the other side's entry."""
    desk = Desk()
    desk.published()
    told = desk.perform(TellResult(reference=REFERENCE, result=RESULT), bureau("XB"))
    assert isinstance(told, ResultTold)
    assert told.source == "XA"
    ((to, message),) = _told(desk)
    assert (to, message.reference) == ("XA", REFERENCE)


def test_a_record_that_is_not_there_and_one_it_may_not_read_are_the_same() -> None:
    """Not in force, kept from this bureau, or no such record."""
    desk = Desk()
    desk.published(murder(denied=("XB",)))
    desk.requested(murder("b" * 32, person=None))
    for reference in (Reference(REFERENCE), Reference("b" * 32), Reference("c" * 32)):
        with pytest.raises(NotFound):
            desk.perform(TellResult(reference=reference, result=RESULT), bureau("XB"))
    assert _told(desk) == []
