"""`article3 replay`: the record in bytes, what the journal says of it, and what is said where there is nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from article3 import wiring
from article3.acts.expire_notice import ExpireNotice
from article3.commands import replay
from article3.journal.pages import Pages
from article3.register.past import in_bytes
from article3.terms.finding import Refused
from tests.acts.situations import SITUATIONS
from tests.desk import CLOCK, REFERENCE, bureau
from tests.wiring.test_wiring import WiredDesk, seat_members


@pytest.fixture
def desk(db: None) -> WiredDesk:
    """A notice in force."""
    seat_members()
    made = WiredDesk()
    SITUATIONS["published"](made)
    return made


@pytest.mark.parametrize(("text", "instant"), [
    ("2026-05-17T09:30+00:00", datetime(2026, 5, 17, 9, 30, tzinfo=UTC)),
    ("2026-05-17T09:30", datetime(2026, 5, 17, 9, 30, tzinfo=UTC)),
    ("2026-05-17", datetime(2026, 5, 17, 23, 59, 59, 999999, tzinfo=UTC)), ("yesterday", None), ("2026-13-01", None)])
def test_an_instant_is_read_or_refused(text: str, instant: datetime | None) -> None:
    """A day is its end; without a zone it is UTC."""
    assert replay.instant(text) == instant


def test_what_a_bureau_was_shown_is_printed_in_bytes(desk: WiredDesk, capsysbinary: Any) -> None:
    """The record and nothing else on standard output; the replay itself is an entry of the journal."""
    shown = in_bytes(wiring.reader(bureau("XD"), "incoming", desk.at).published(REFERENCE))
    assert replay.told(REFERENCE, "bureau:XD", desk.at) == 0
    assert capsysbinary.readouterr().out == shown + b"\n"
    assert [line.what for line in Pages().lines(reference=REFERENCE)][-1] == "read:replay"


def test_in_json_the_record_stands_beside_what_the_journal_says(desk: WiredDesk, capsys: Any) -> None:
    """Kind of page, digest, number of readings, and whether the last one agrees."""
    wiring.reader(bureau("XD"), "incoming", desk.at).published(REFERENCE)
    assert replay.told(REFERENCE, "bureau:XD", desk.at, form="json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["page"], told["readings"], told["as"]) == ("published", 1, "bureau:XD")
    assert told["shown"]["reference"] == REFERENCE and len(told["sha256"]) == 64


def test_a_seat_that_saw_nothing_and_a_file_that_was_not_there(desk: WiredDesk, capsys: Any) -> None:
    """Both are exit code 1 and the same sentence."""
    assert replay.told(REFERENCE, "bureau:XD", desk.at - timedelta(days=1)) == 1
    assert replay.told("0" * 32, "bureau:XD", desk.at) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first == second == "this seat saw nothing of such a file"


def test_after_erasure_it_says_so(desk: WiredDesk, capsys: Any) -> None:
    """Content erased by order, for every seat."""
    then = desk.at
    desk.at = desk.at.replace(year=2031, day=3)
    desk.perform(ExpireNotice(reference=REFERENCE), CLOCK)
    for seat in ("bureau:XA", "bureau:XD"):
        assert replay.told(REFERENCE, seat, then) == 1
    assert set(capsys.readouterr().out.splitlines()) == {"content erased by order"}


def test_a_seat_nobody_held_and_an_officer_nobody_knows_are_refused(desk: WiredDesk) -> None:
    """With a sentence."""
    for seat, officer in (("oversight", ""), ("bureau:QQ", ""), ("bureau:XA", "nobody")):
        with pytest.raises(Refused):
            replay.told(REFERENCE, seat, desk.at, officer=officer)
