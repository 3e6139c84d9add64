"""The wing's door to the Organization's files: `register.reader`, to read and nothing else.

What the Commission looks at is noted in its own log and nowhere else: an entry at the Secretariat would tell which
files a request is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from article3.access.why import Why
from article3.commission.acts.mandates import in_the_wing
from article3.commission.acts.note_source_ended import NoteSourceEnded
from article3.commission.lifecycle.request import CommissionRequest, Identified
from article3.commission.register import shelf
from article3.commission.register.router import COMMISSION
from article3.commission.register.shelf import NotFound
from article3.commission.wiring.performing import perform
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import ENDED
from article3.register import reader as door
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSeen:
    """A file of the Organization as it is known now, and as it was known at an instant before; None: nothing then."""

    now: CaseFile | None
    then: CaseFile | None
    known_at: datetime | None


def search(sitting: Sitting, *, name: str = "", birth_date: str = "", nationality: str = "", document: str = "",
           at: datetime | None = None) -> tuple[Any, ...]:  # fmt: skip
    """Files that may be about a person. Raises Refused when the query is empty or too short."""
    query = door.Query(name=name, birth_date=birth_date, nationality=nationality, document=document)
    return _eyes(sitting, "", at).search(query, size=door.LARGEST_PAGE).rows


def seen(sitting: Sitting, request: str, reference: Reference, known_at: datetime | None = None,
         at: datetime | None = None) -> FileSeen:  # fmt: skip
    """A file identified for a request, now and as the task force knew it at an instant. Raises NotFound."""
    eyes = _eyes(sitting, request, at)
    now = _or_none(lambda: eyes.case(reference).file)
    then = _or_none(lambda: eyes.then(reference, known_at)) if known_at else None
    if now is None and then is None:
        raise NotFound
    return FileSeen(now=now, then=then, known_at=known_at)


def identified(sitting: Sitting, request: str, reference: Reference, at: datetime | None = None) -> Identified:
    """A file as it is entered among those identified for a request. Raises NotFound."""
    at = at or timezone.now()
    file = seen(sitting, request, reference, at=at).now
    if file is None:
        raise NotFound
    colour = file.communication.colour
    kind = f"{colour.value} notice" if colour else file.communication.channel.value
    return Identified(reference=reference, source=file.source, kind=kind, state=file.state.value, found_on=day_of(at),
                      ended_on=file.ending.on if file.state in ENDED and file.ending else None)  # fmt: skip


def keep_watch(sitting: Sitting, request: CommissionRequest, at: datetime | None = None) -> CommissionRequest:
    """Look whether the source ended its data meanwhile; if so the request says it, and goes on to its ruling."""
    eyes = _eyes(sitting, request.reference, at)
    for found in request.identified:
        if found.ended_on is None and request.decision is None:
            file = _or_none(lambda reference=found.reference: eyes.case(reference).file)
            if file is not None and file.state in ENDED:
                order = NoteSourceEnded(reference=request.reference, file=found.reference)
                request = perform(order, sitting=sitting, at=at)
    return request


def _eyes(sitting: Sitting, request: str, at: datetime | None) -> door.Reader:
    if not in_the_wing(sitting):
        raise NotFound
    at = at or timezone.now()

    def note(what: str, *, references: Any = (), about: str = "") -> None:
        with transaction.atomic(using=COMMISSION):
            for reference in list(references)[:door.LARGEST_PAGE] or [""]:
                shelf.Shelf().note(f"file:{what}", officer=sitting.officer, reference=reference, why=request, at=at,
                                   of=about or None)  # fmt: skip

    return door.Reader(sitting, Why.REDRESS, at, note)


def _or_none(look: Any) -> Any:
    try:
        return look()
    except door.NotFound:
        return None
