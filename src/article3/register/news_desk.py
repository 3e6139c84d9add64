"""Lists of the desk about knowledge: decisions that news brought back, items of a retrospective review."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from article3.access.decision import role_of
from article3.access.words import Role
from article3.acts.ports import NotFound
from article3.lifecycle.reopened import Reopening
from article3.lifecycle.reopening import REOPENED
from article3.lifecycle.retrospective import Item as ItemRecord
from article3.lifecycle.retrospective import Retrospective
from article3.register import cursor as cursors
from article3.register import shown
from article3.register.files import open_document
from article3.register.known import stock
from article3.register.known.models import Item, Rests
from article3.register.known.record import digest
from article3.register.models import File
from article3.register.pages import Page, QueueRow
from article3.register.sight import Sight
from article3.terms.clocks import day_of
from article3.terms.sitting import Sitting

Noter = Callable[..., None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenedRow:
    """A line of the queue, and the open notes on the file for whoever is assigned to it."""

    row: QueueRow
    notes: tuple[Reopening, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item and the line of its file; `mine`: found in order by the reader, so the second look is another's."""

    item: ItemRecord
    row: QueueRow
    mine: bool


def reopened(sitting: Sitting, at: datetime, note: Noter, after: str, size: int) -> Page[ReopenedRow]:
    """Decisions that wait to be looked at again, the most harmful first. Raises NotFound for other seats."""
    sight = _reviewer(sitting, at)
    waiting = Rests.objects.filter(key=digest(REOPENED)).values("file_id")
    rows = _files(sight).filter(sight.content(), waiting=True, pk__in=waiting).order_by("order_key", "reference")
    key = cursors.read(after)
    if key is not None:
        rows = rows.filter(Q(order_key__gt=key[0]) | Q(order_key=key[0], reference__gt=key[1]))
    found = list(rows[: size + 1])
    note("reopened", references=[row.reference for row in found[:size] if row.tie_assigned_to_me])
    made = tuple(ReopenedRow(row=shown.queue_row(row, assigned=row.tie_assigned_to_me), notes=_notes(row))
                 for row in found[:size])  # fmt: skip
    last = found[size - 1] if len(found) > size else None
    return Page(made, cursors.write(last.order_key, last.reference) if last else None)


def items(sitting: Sitting, at: datetime, note: Noter, review: Retrospective, sample: bool, after: str, size: int
          ) -> Page[ItemRow]:  # fmt: skip
    """Items nobody has looked at, by risk, or those drawn and open; without those of the reader's own country."""
    sight = _reviewer(sitting, at)
    rows = Item.objects.filter(stock.open_in_sample() if sample else Q(outcome=""), retrospective=review.id)
    rows = rows.filter(file__in=File.objects.filter(sight.content())).order_by("order_key", "file")
    key = cursors.read(after)
    if key is not None:
        rows = rows.filter(Q(order_key__gt=key[0]) | Q(order_key=key[0], file__gt=key[1]))
    found = list(rows[: size + 1])
    files = {row.pk: row for row in _files(sight).defer("body").filter(pk__in=[item.file_id for item in found[:size]])}
    note("retrospective", references=[])
    made = tuple(ItemRow(item=stock.item_record(item), mine=item.closed_by == sitting.officer,
                         row=shown.queue_row(files[item.file_id], assigned=files[item.file_id].tie_assigned_to_me))
                 for item in found[:size])  # fmt: skip
    last = found[size - 1] if len(found) > size else None
    return Page(made, cursors.write(last.order_key, last.file_id) if last else None)


def _reviewer(sitting: Sitting, at: datetime) -> Sight:
    if role_of(sitting) is not Role.REVIEWER:
        raise NotFound
    return Sight(sitting, day_of(at))


def _files(sight: Sight) -> QuerySet[File]:
    return File.objects.annotate(**sight.annotations())


def _notes(row: Any) -> tuple[Reopening, ...]:
    if not row.tie_assigned_to_me:
        return ()
    return tuple(note for note in open_document(row.body).reopened if note.open)
