"""Programs at the door: keys by which they sit for an officer, and the screening of people against public extracts."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
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
from article3.screening.walk import KEPT
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
    names: int = 0  # that one extract has at most
    parts: dict[tuple[bool, bool], Index] = field(default_factory=dict)  # with persons, with entities


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
                    keeps: Callable[[str], bool] | None = None, persons: bool = True, entities: bool = True
                    ) -> tuple[Candidate, ...]:
    """Today's public extracts at least so much like a person, the most alike first; the asking is journalled.

    `keeps`: which of them the caller wants, by id, None for all; the others take nobody's place. `persons` and
    `entities`: whether a person, an organization or ship can be meant.

    What may not be shown since the index was made is no candidate: each is read again from the register.
    """
    at = timezone.now()
    found = _ask(asked, day_of(at), least, most, keeps, (persons, entities))
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


def _ask(asked: Particulars, on: date, least: float, most: int, keeps: Callable[[str], bool] | None = None,
         kinds: tuple[bool, bool] = (True, True)) -> list[tuple[str, float, tuple[str, ...]]]:
    with _lock:
        mark = edition_mark(on)
        if _held.mark != mark or not _held.parts:
            _lay_out(on, mark)
        if not _held.ids or not asked.names:
            return []
        index = _part(*kinds)
        if keeps:
            index = index.only(place for place, entity in enumerate(_held.ids) if keeps(entity))
        lane = index.lane()
        kept = max(KEPT, most * _held.names)  # if each of the likeliest were met under all of its names
        return [(_held.ids[each.key], each.score, index.why(asked, each, lane).because)
                for each in index.ask(asked, lane, least=least, most=most, kept=kept)]


def _lay_out(on: date, mark: str) -> None:
    extracts = edition(on)
    people = [_particulars(each) for each in extracts]
    index = Index.built(enumerate(people))
    index.settle()
    _held.parts = {(True, True): index}
    _held.names = max((len(person.names) for person in people), default=0)
    _held.mark, _held.ids = mark, tuple(each.id for each in extracts)
    _held.entities = frozenset(each.id for each in extracts if each.entity)
    gc.collect()
    gc.freeze()  # it stays until the next edition: the collector need not walk it while a program waits


def _part(persons: bool, entities: bool) -> Index:
    """The persons, the organizations and ships, or both; made once an edition."""
    kinds = (persons, entities)
    if kinds not in _held.parts:
        _held.parts[kinds] = _held.parts[True, True].only(
            place for place, entity in enumerate(_held.ids) if kinds[entity in _held.entities])
    return _held.parts[kinds]


def _particulars(extract: PublicExtract) -> Particulars:
    return as_written(names=dict.fromkeys((*extract.names, *extract.latin_names)), birth_dates=extract.birth_dates,
                      nationalities=extract.nationalities)  # fmt: skip
