"""The past put back: what a seat is shown today of an instant is byte for byte what it was shown then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from article3 import wiring
from article3.acts.learn_fact import LearnFact
from article3.acts.record_fact import RecordFact
from article3.acts.withdraw_fact import WithdrawFact
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.publication import Restriction
from article3.officers import roll
from article3.register.known.models import Fact, FormerVersion
from article3.register.pages import NotFound
from article3.register.past import in_bytes
from article3.terms.communication import Level
from article3.terms.knowledge import paper_key
from article3.terms.reasons import WithdrawalCode
from article3.terms.sitting import MandateRole, OfficerId
from tests.acts.situations import SITUATIONS
from tests.desk import CLOCK, FIRST, LEAD, OF_PERSON, REFERENCE, SECOND, bureau, murder
from tests.wiring.test_wiring import WiredDesk, seat_members

READERS = (FIRST, SECOND, LEAD, OF_PERSON, bureau("XA"), bureau("XB"), bureau("XD"))
KINDS = ("case", "own_item", "published")


@pytest.fixture
def desk(db: None) -> WiredDesk:
    """Five bureaus and an empty register."""
    seat_members()
    return Timed()


@pytest.fixture
def watched(db: None) -> WiredDesk:
    """The same, watched."""
    seat_members()
    return Watched()


class Timed(WiredDesk):
    """A desk on which every act takes an hour."""

    def perform(self, order: object, sitting: Any) -> Any:
        self.at += timedelta(hours=1)
        return super().perform(order, sitting)


class Watched(Timed):
    """A desk that notes what everybody is shown after every act."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[Any, list[tuple[Any, Any]]] = {reader: [] for reader in READERS}

    def perform(self, order: object, sitting: Any) -> Any:
        event = super().perform(order, sitting)
        for reader, seen in self.seen.items():
            seen.append((self.at, shown_now(reader, self.at)))
        return event


def edges(seen: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The first and the last instant of each stretch in which the same was shown: what changes, changes there."""
    shown = [each for _, each in seen]
    return [one for place, one in enumerate(seen) if one[1] not in shown[max(place - 1, 0):place]
            or one[1] not in shown[place + 1:place + 2]]  # fmt: skip


def shown_now(sitting: Any, at: Any) -> dict[str, bytes | None]:
    """Every page of the file this sitting may open, in bytes."""
    found: dict[str, bytes | None] = {}
    for kind in KINDS:
        try:
            found[kind] = in_bytes(getattr(wiring.reader(sitting, "oversight", at), kind)(REFERENCE))
        except NotFound:
            found[kind] = None
    return found


def shown_then(sitting: Any, at: Any) -> dict[str, bytes | None]:
    """The same, put back."""
    found: dict[str, bytes | None] = dict.fromkeys(KINDS)
    try:
        replayed = wiring.replay(REFERENCE, sitting, at)
    except NotFound:
        return found
    return found | {replayed.kind: replayed.shown}


@pytest.mark.parametrize("situation", [
    "cancelled", pytest.param("reviewed", marks=pytest.mark.one_database), "updated_reviewed", "disagreed",
    "suspended"])
def test_what_everybody_was_shown_after_every_act_is_shown_again_to_the_byte(watched: Any, situation: str) -> None:
    """After more facts, a withdrawn one, another file on the same person, and a bar against a bureau."""
    SITUATIONS[situation](watched)
    remembered, watched.seen = watched.seen, {}
    later(watched)
    for reader, seen in remembered.items():
        for at, shown in edges(seen):
            only = next((kind for kind in KINDS if shown[kind] is not None), None)
            again = {kind: shown[kind] if kind == only else None for kind in KINDS}
            assert shown_then(reader, at) == again, (at, reader.seat)
    assert any(seen[0][1] != seen[-1][1] for seen in remembered.values()), "something was shown differently"


def later(desk: Any) -> None:
    """What happens afterwards, and must not show in the past."""
    desk.perform(LearnFact(fact="f" * 32, kind="immunity", value=True, source="A letter",
                           person=paper_key("QM448210")), SECOND)  # fmt: skip
    if desk.file().review is not None:
        taken = RecordFact(reference=REFERENCE, fact="immunity", value=True, source="A letter", known="f" * 32)
        desk.perform(taken, FIRST)
        desk.perform(WithdrawFact(reference=REFERENCE, fact="immunity"), FIRST)
    desk.requested(murder("b" * 32, source="XC"))
    bar(desk, "XD")


def bar(desk: Any, bureau: str) -> None:
    """The source bars a bureau from now on."""
    from article3.register.files import Files

    file = desk.file()
    barred = Restriction(bureau=bureau, since=desk.at.date())
    register = Files(bureaus=tuple, order=None)
    register.at = desk.at
    register.keep(replace(file, version=file.version + 1, restrictions=(barred,)))


def test_before_the_file_there_is_nothing(desk: Any) -> None:
    """Not found, like what nobody has."""
    desk.requested()
    with pytest.raises(NotFound):
        wiring.replay(REFERENCE, FIRST, desk.at - timedelta(days=1))
    with pytest.raises(NotFound):
        wiring.replay("0" * 32, FIRST, desk.at)


def test_looking_at_the_past_changes_nothing(desk: Any) -> None:
    """Not a row: what was put back is undone."""
    SITUATIONS["published"](desk)
    before, rows = desk.file(), FormerVersion.objects.count()
    wiring.replay(REFERENCE, bureau("XA"), desk.at - timedelta(hours=3))
    assert desk.file() == before and FormerVersion.objects.count() == rows
    assert wiring.reader(bureau("XD"), "incoming", desk.at).published(REFERENCE)


def test_after_its_time_is_over_the_past_is_gone_too(desk: Any) -> None:
    """No former version is readable, and no fact about the file or its person is left on record."""
    from article3.acts.expire_notice import ExpireNotice

    SITUATIONS["published"](desk)
    then = desk.at
    desk.perform(LearnFact(fact="f" * 32, kind="immunity", value=True, source="A letter",
                           person=paper_key("QM448210")), SECOND)  # fmt: skip
    desk.at = desk.at.replace(year=2031, day=3)
    desk.perform(ExpireNotice(reference=REFERENCE), CLOCK)
    with pytest.raises(wiring.Erased):
        wiring.replay(REFERENCE, FIRST, then)
    assert not Fact.objects.exclude(body=b"").exists()


def test_the_journal_proves_what_an_officer_was_shown(desk: Any) -> None:
    """The digest of a reading agrees with the record put back; a digest of something else does not."""
    officer = roll.enrol("reader", nationality="XB", full_name="Rea Der", password="long enough to pass 42")
    roll.open_seat("bureau:XA", "Bureau XA")
    roll.give_mandate(OfficerId(officer), "bureau:XA", MandateRole.BUREAU_LEAD, clearance=Level.CONFIDENTIAL,
                      since=desk.at.date())  # fmt: skip
    SITUATIONS["published"](desk)
    me = roll.sitting_of(OfficerId(officer), "bureau:XA", desk.at)
    wiring.reader(me, "own_item", desk.at).own_item(REFERENCE)
    read_at = desk.at
    desk.at += timedelta(days=1)
    desk.perform(WithdrawNotice(reference=REFERENCE, code=WithdrawalCode.PURPOSE_MET), bureau("XA"))
    found = wiring.replay(REFERENCE, me, read_at)
    assert found.agrees is True and found.last_read_at == read_at and found.kind == "own_item"
    from article3.journal import readings
    from article3.journal.pages import Pages

    line = [line for line in Pages().lines(reference=REFERENCE, seat="bureau:XA") if line.what == "read:own_item"][-1]
    assert not readings.was_of(line.sequence, [REFERENCE], "0" * 64)
