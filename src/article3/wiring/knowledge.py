"""What is known and was known: a seat's view as of then, facts on record, reopened decisions, retrospective reviews."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from article3.access.decision import role_of
from article3.access.why import Why
from article3.access.words import Role
from article3.acts.enrol_stock import EnrolStock
from article3.acts.ports import NotFound
from article3.journal import pages as journal
from article3.journal import readings
from article3.lifecycle.reopening import person_keys
from article3.lifecycle.retrospective import Progress, Retrospective
from article3.lifecycle.review_events import DecisionTaken
from article3.officers import roll
from article3.register import news_desk as desk
from article3.register import past
from article3.register.known import record, stock
from article3.register.known.history import Erased
from article3.register.pages import CasePage, OwnPage, Page
from article3.register.reader import Reader
from article3.terms.communication import BureauCode, CountryCode, Level, Reference
from article3.terms.finding import Refused
from article3.terms.knowledge import KnownFact
from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting
from article3.wiring.performing import clock, next_beat, perform, reader

__all__ = [
    "AsItStood",
    "Erased",
    "Replayed",
    "case_known_at",
    "decision_as_it_stood",
    "enrol_some",
    "facts_on_record",
    "item_page",
    "known_facts",
    "note_replay",
    "progress",
    "reopened",
    "replay",
    "retrospective",
    "retrospectives",
    "seat_of_then",
]

DECIDED = DecisionTaken.__name__
PACE_DAYS = 28
"""Over how many days the pace of closing is measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What a seat saw or would have seen: the kind of page, the record in bytes, and what the journal says of it."""

    kind: str  # case, own_item, published, consultation
    shown: bytes
    sha256: str
    readings: int  # of this file by this seat, until then
    last_read_at: datetime | None
    agrees: bool | None  # the record as it was shown at that last reading had the digest the journal keeps


def case_known_at(sitting: Sitting, why: Why | str, reference: Reference, at: datetime) -> CasePage:
    """The file as it was known then, for a sitting that may read it now. Raises NotFound, Erased."""
    reader(sitting, why).case(reference)  # the right to read, and the entry of the reading
    with past.as_known_at(reference, at, rights_of_then=False):
        return _eyes(sitting, why, at).case(reference)


def own_item_known_at(sitting: Sitting, reference: Reference, at: datetime) -> OwnPage:
    """An own item as its bureau could read it then: what had not been told to it by that beat is not in it.

    Raises NotFound, Erased.
    """
    reader(sitting, Why.OWN_ITEM).own_item(reference)  # the right to read, and the entry of the reading
    with past.as_known_at(reference, at, rights_of_then=False, beat=next_beat):
        return _eyes(sitting, Why.OWN_ITEM, at).own_item(reference)


def replay(reference: Reference, sitting: Sitting, at: datetime) -> Replayed:
    """What this sitting would have read of a file at an instant, by the rights and with the knowledge of then.

    Raises NotFound where it would have found nothing, Erased where the content is gone by order.
    """
    (kind, shown), *_ = _shown_then(reference, sitting, at)
    read = [line for line in journal.Pages().lines(reference=reference, seat=sitting.seat)
            if line.at <= at and line.what == f"read:{kind}"]  # fmt: skip
    last = read[-1] if read else None
    return Replayed(
        kind=kind,
        shown=past.in_bytes(shown),
        sha256=past.digest_of(shown),
        readings=len(read),
        last_read_at=last.at if last else None,
        agrees=_agrees(last, kind, reference) if last else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AsItStood:
    """One decision for oversight: its entry, the file as it was known then without names, and what followed."""

    entry: journal.Line
    page: CasePage
    sha256: str  # of the record on the page, as `article3 replay` prints it
    deciders: Replayed  # what those who decided had before them
    after: tuple[journal.Line, ...]  # acts on the file since


def decision_as_it_stood(sitting: Sitting, sequence: int) -> AsItStood:
    """The decision behind an entry of the journal, as the file was known at that instant; for oversight alone.

    Raises NotFound for an entry that is no decision and for who may not read it, Erased.
    """
    found = journal.Pages().numbered((sequence,)) if role_of(sitting) is Role.OVERSIGHT else ()
    if not found or found[0].what != DECIDED:
        raise NotFound
    (entry,) = found
    page = case_known_at(sitting, Why.OVERSIGHT, entry.reference, entry.at)
    deciders = roll.sitting_of(entry.officer, entry.seat, entry.at)
    since = journal.Pages().lines(reference=entry.reference, after=sequence)
    return AsItStood(entry=entry, page=page, sha256=past.digest_of(page),
                     deciders=replay(entry.reference, deciders, entry.at),
                     after=tuple(line for line in since if not line.what.startswith("read:")))  # fmt: skip


def note_replay(reference: Reference, about: str) -> None:
    """Write down that somebody who runs this installation replayed a seat's view."""
    journal.Pages().note(
        "replay", sitting=clock(), why=Why.OVERSIGHT.value, at=timezone.now(), references=[reference], about=about
    )


def seat_of_then(seat: str, reference: Reference, at: datetime, officer: str = "") -> Sitting:
    """A sitting in that seat at that instant: the named officer's, else whoever sat there; at the Secretariat whoever
    had a hand in the file. Raises Refused where nobody did."""
    named = roll.known(officer) if officer else None
    if officer and named is None:
        raise Refused(f"There is no officer {officer}.")
    hands = [named] if named else [*past.hands_in(reference, at), *roll.seated(SeatCode(seat), at)]
    for each in hands:
        try:
            return roll.sitting_of(each, seat, at)
        except LookupError:
            continue
    if seat.startswith("bureau:") and BureauCode(seat.removeprefix("bureau:")) in roll.bureaus():
        return _nobody(seat, MandateRole.BUREAU_LEAD)
    raise Refused(f"Nobody held a mandate in the seat {seat} then.")


# --- facts


def facts_on_record(sitting: Sitting, page: CasePage, at: datetime | None = None) -> tuple[KnownFact, ...]:
    """The facts on record about the person or file of a page that the sitting reads, as known at an instant."""
    if role_of(sitting) is not Role.REVIEWER:
        return ()
    keys = (*person_keys(page.file), record.file_key(page.file.reference))
    return tuple(fact for fact in record.facts_about(keys) if fact.known_at(at or timezone.now()))


def known_facts(sitting: Sitting, fact: str) -> KnownFact:
    """One fact on record, for a reviewer. Raises NotFound."""
    if role_of(sitting) is not Role.REVIEWER:
        raise NotFound
    with transaction.atomic():
        return record.fact(fact)


# --- reopened decisions


def reopened(sitting: Sitting, after: str = "", size: int = 50) -> Page[Any]:
    """Decisions that news brought back, the most harmful first; the notes for whoever is assigned. Raises NotFound."""
    at = timezone.now()
    return desk.reopened(sitting, at, _noter(sitting, Why.CHOOSING_WORK, at), after, size)


# --- retrospective reviews


def retrospectives(sitting: Sitting) -> tuple[tuple[Retrospective, Progress], ...]:
    """Every retrospective review with its progress; for the task force and oversight."""
    if role_of(sitting) not in (Role.REVIEWER, Role.OVERSIGHT):
        raise NotFound
    return tuple((review, progress(review)) for review in stock.every())


def retrospective(sitting: Sitting, reference: Reference) -> tuple[Retrospective, Progress]:
    """One retrospective review with its progress. Raises NotFound."""
    for found in retrospectives(sitting):
        if found[0].id == reference:
            return found
    raise NotFound


def item_page(
    sitting: Sitting, review: Retrospective, *, sample: bool = False, after: str = "", size: int = 50
) -> Page[Any]:
    """Items nobody has looked at, by risk, or the sample drawn; without those of the reader's own country."""
    at = timezone.now()
    return desk.items(sitting, at, _noter(sitting, Why.CHOOSING_WORK, at), review, sample, after, size)


def progress(review: Retrospective) -> Progress:
    """How far it is, and the pace of the last weeks: what the journal has an entry of, counted in the table beside."""
    closed, days, reviewers = stock.pace(review, timezone.now() - timedelta(days=PACE_DAYS))
    return Progress(**stock.counts(review.id), per_reviewer_day=closed / days if days else None, reviewers=reviewers)


def enrol_some(rounds: int = 1) -> int:
    """Go on enrolling the stock of every unfinished review, some hundred files a round; how many rounds were made."""
    made = 0
    for reference in stock.unfinished():
        for _ in range(rounds):
            try:
                perform(EnrolStock(retrospective=reference), sitting=clock())
            except Refused:
                break
            made += 1
    return made


# --- inside

_KINDS = {Role.BUREAU: ("own_item", "published")}


def _shown_then(reference: Reference, sitting: Sitting, at: datetime) -> list[tuple[str, Any]]:
    """The page of the file for this seat, then; where it was only consulted, each consultation, the latest first."""
    with past.as_known_at(reference, at, rights_of_then=True, beat=next_beat):
        eyes = _eyes(sitting, Why.OVERSIGHT, at)
        for kind in _KINDS.get(role_of(sitting), ("case",)):  # type: ignore[arg-type]
            with suppress(NotFound):
                return [(kind, getattr(eyes, kind)(reference))]
        found = []
        for asked in past.asked_of(reference, sitting.bureau) if sitting.bureau else ():
            with suppress(NotFound):
                found.append(("consultation", eyes.consultation(reference, asked)))
    if not found:
        raise NotFound
    return found


def _agrees(line: journal.Line, kind: str, reference: Reference) -> bool | None:
    """Whether the record of the last reading, put back, has the digest the journal took of it; None: cannot tell."""
    try:
        sitting = roll.sitting_of(line.officer, line.seat, line.at)
        then = _shown_then(reference, sitting, line.at)
    except (LookupError, NotFound, Erased):
        return None
    digests = [past.digest_of(shown) for again, shown in then if again == kind]
    return any(readings.was_of(line.sequence, [reference], digest) for digest in digests)


def _eyes(sitting: Sitting, why: Why | str, at: datetime) -> Reader:
    """A reader whose entries are written elsewhere: what it looks at is undone."""
    return Reader(sitting, Why(why), at, _writes_nothing)


def _noter(sitting: Sitting, why: Why, at: datetime) -> Any:
    return partial(journal.Pages().note, sitting=sitting, why=why.value, at=at)


def _nobody(seat: str, role: MandateRole) -> Sitting:
    country = CountryCode(seat.partition(":")[2])
    return Sitting(
        officer=OfficerId("0" * 32),
        officer_name="",
        nationality=country,
        seat=SeatCode(seat),
        role=role,
        clearance=Level.CONFIDENTIAL,
    )


def _writes_nothing(*_: Any, **__: Any) -> None:
    """The entry of the reading is written by whoever asks for the past, outside what is undone."""
