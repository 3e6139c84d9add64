"""What everybody may read (D3): the day's public extracts, searched, paged, and how they changed since an edition."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from article3.register import extract_search
from article3.register.extract_search import Wanted
from article3.register.extracts import PublicExtract, Step, edition, latin_name, step_after
from article3.terms.clocks import day_of

__all__ = ["PublicExtract", "Wanted", "edition_step", "extracts_after", "extracts_counted", "extracts_found",
           "latin_name", "public_extract", "public_extracts"]  # fmt: skip


def public_extracts(at: datetime | None = None) -> tuple[PublicExtract, ...]:
    """The public extracts of the day that may still be shown."""
    return edition(day_of(at or timezone.now()))


def extracts_after(entity_id: str, *, most: int, at: datetime | None = None) -> tuple[PublicExtract, ...]:
    """The next extracts of the day after an id (empty: from the first on), of every colour."""
    return extract_search.after(entity_id, day_of(at or timezone.now()), most=most)


def extracts_counted(wanted: Wanted, at: datetime | None = None) -> int:
    """How many extracts of the day answer a question."""
    return extract_search.found(wanted, day_of(at or timezone.now())).count()


def extracts_found(wanted: Wanted, *, first: int, most: int, at: datetime | None = None) -> tuple[PublicExtract, ...]:
    """`most` of the extracts that answer a question, from the place `first` on."""
    rows = extract_search.found(wanted, day_of(at or timezone.now()))
    return extract_search.page(rows, first=first, most=most)


def public_extract(entity_id: str, at: datetime | None = None) -> PublicExtract | None:
    """The extract of today with that id; None when there is none."""
    return extract_search.one(entity_id, day_of(at or timezone.now()))


def edition_step(since: date, at: datetime | None = None) -> tuple[date, Step] | None:
    """How the edition of a day became the next one; None when there is none later or it is no longer kept."""
    return step_after(since, day_of(at or timezone.now()))
