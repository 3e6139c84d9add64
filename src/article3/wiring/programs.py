"""Programs at the door: keys by which they sit for an officer, and the screening of people against public extracts."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock

from django.db import DatabaseError, connections, transaction
from django.utils import timezone

from article3.journal import pages as journal
from article3.officers import program_keys, roll
from article3.officers.events import ProgramKeyMade, ProgramKeysEnded
from article3.register import extract_search
from article3.register.extracts import PublicExtract, came_since, edition, edition_mark, successor
from article3.screening.index import Index
from article3.screening.likeness import Particulars, as_written
from article3.terms.clocks import day_of
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting
from article3.wiring.performing import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A public extract that may be the person asked for: how alike, and why, in sentences."""

    extract: PublicExtract
    score: float
    because: tuple[str, ...]


@dataclass(slots=True)
class _Held:
    """One day's extracts, indexed in this process. One question at a time: the index is fast and extracts are few."""

    mark: str = ""
    ids: tuple[str, ...] = ()
    entities: frozenset[str] = frozenset()  # ids of organizations and ships
    index: Index | None = None


_held, _lock = _Held(), Lock()


def make_program_key(name: str, seat: str, *, until: date) -> str:
    """A key by which a program sits for an officer until a day; shown once. Raises Refused when there is no mandate."""
    officer, at = roll.known(name), timezone.now()
    if not day_of(at) <= until <= day_of(at) + timedelta(days=program_keys.LONGEST_DAYS):
        raise Refused("A key ends within a year: name a day between today and then.")
    try:
        with transaction.atomic():
            key = program_keys.make(officer or roll.OfficerId(""), seat, at=at, until=until)
            said = f"key for {seat} until {until}"
            journal.Pages().append(ProgramKeyMade(
                reference=officer or "", at=at, by=clock().officer, seat=clock().seat, mandate=said))  # fmt: skip
    except LookupError:
        raise Refused(f"{name} holds no mandate in {seat} today.") from None
    return key


def end_program_keys(name: str) -> int | None:
    """End every key of an officer from the next request on; how many, None when there is no such account."""
    officer, at = roll.known(name), timezone.now()
    if officer is None:
        return None
    with transaction.atomic():
        ended = program_keys.end(officer, at)
        journal.Pages().append(ProgramKeysEnded(reference=officer, at=at, by=clock().officer, seat=clock().seat))
    return ended


def program_sitting(key: str) -> Sitting | None:
    """Who sits by that key now; None for one that grants nothing."""
    return program_keys.sitting(key, timezone.now())


def screen_extracts(asked: Particulars, sitting: Sitting, *, least: float, most: int,
                    keeps: Callable[[str], bool] = lambda _: True, persons: bool = True, entities: bool = True
                    ) -> tuple[Candidate, ...]:  # fmt: skip
    """Today's public extracts at least so much like a person, the most alike first; the asking is journalled.

    `keeps`: which of them the caller wants, by id; the others take nobody's place. `persons` and `entities`: whether
    a person, an organization or ship can be meant.

    What may not be shown since the index was made is no candidate: each is read again from the register.
    """
    at = timezone.now()
    found = _ask(asked, day_of(at), least, most, lambda each: keeps(each) and (
        entities if each in _held.entities else persons))  # fmt: skip
    live = {each.id: each for each in extract_search.several([entity for entity, *_ in found], day_of(at))}
    with transaction.atomic():
        journal.Pages().note("screening", sitting=sitting, why="police_check", at=at, references=sorted(live))
    return tuple(Candidate(extract=live[entity], score=score, because=because)
                 for entity, score, because in found if entity in live)  # fmt: skip


def lay_out_extracts() -> None:
    """Index the day's extracts before the first question comes, which then need not wait for it. For a thread of its
    own when a server starts; what the database does not give yet the first question fetches."""
    with suppress(DatabaseError):
        _ask(Particulars(names=("A",), born=(), countries=frozenset()), day_of(timezone.now()), 1.0, 1)
    connections.close_all()


def note_search(sitting: Sitting, entity_ids: list[str]) -> None:
    """Write down that a program searched, and what it was shown."""
    with transaction.atomic():
        journal.Pages().note("search", sitting=sitting, why="police_check", at=timezone.now(), references=entity_ids)


def read_extract(entity_id: str, sitting: Sitting) -> PublicExtract | None:
    """One extract for a program; the reading is journalled."""
    at = timezone.now()
    with transaction.atomic():
        journal.Pages().note("extract", sitting=sitting, why="police_check", at=at, references=[entity_id[:40]])
    return extract_search.one(entity_id, day_of(at))


def extracts_since(day: date) -> frozenset[str] | None:
    """Today's ids of what came into the public extracts after a day; None where that is no longer known."""
    return came_since(day, day_of(timezone.now()))


def extract_successor(entity_id: str) -> str | None:
    """The id today of an extract known by an id of an earlier edition; None when it was removed or never was."""
    return successor(entity_id, day_of(timezone.now()))


def _ask(asked: Particulars, on: date, least: float, most: int, keeps: Callable[[str], bool] = lambda _: True
         ) -> list[tuple[str, float, tuple[str, ...]]]:
    with _lock:
        mark = edition_mark(on)
        if _held.mark != mark or _held.index is None:
            extracts = edition(on)
            _held.index = Index.built((place, _particulars(each)) for place, each in enumerate(extracts))
            _held.mark, _held.ids = mark, tuple(each.id for each in extracts)
            _held.entities = frozenset(each.id for each in extracts if each.entity)
            gc.collect()
            gc.freeze()  # it stays until the next edition: the collector need not walk it while a program waits
        if not _held.ids or not asked.names:
            return []
        lane = _held.index.lane()
        alike = _held.index.ask(asked, lane, least=least, most=len(_held.ids))
        found = [each for each in alike if keeps(_held.ids[each.key])][:most]
        return [(_held.ids[each.key], each.score, _held.index.why(asked, each, lane).because) for each in found]


def _particulars(extract: PublicExtract) -> Particulars:
    return as_written(names=dict.fromkeys((*extract.names, *extract.latin_names)), birth_dates=extract.birth_dates,
                      nationalities=extract.nationalities)  # fmt: skip
