"""Retrospective reviews as they are kept: the stock enrolled by reference, items read in the order of risk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q
from django.db.models.functions import TruncDate

from article3.acts.ports import NotFound
from article3.lifecycle.reopening import STANDING
from article3.lifecycle.retrospective import Item as ItemRecord
from article3.lifecycle.retrospective import ItemOutcome
from article3.lifecycle.retrospective import Retrospective as Record
from article3.register.known.models import Item, Retrospective
from article3.register.models import File
from article3.terms.communication import Reference
from article3.terms.sitting import OfficerId


def keep(review: Record) -> None:
    """Keep a new retrospective review."""
    Retrospective.objects.create(**asdict(review))


def one(reference: Reference) -> Record:
    """A retrospective review, locked for this transaction; raises NotFound."""
    row = Retrospective.objects.select_for_update().filter(pk=reference).first()
    if row is None:
        raise NotFound
    return _record(row)


def every() -> tuple[Record, ...]:
    """All of them, the newest first."""
    return tuple(map(_record, Retrospective.objects.order_by("-started_at", "id")))


def unfinished() -> list[Reference]:
    """Those whose stock is not enrolled yet."""
    return [Reference(pk) for pk in Retrospective.objects.filter(complete=False).values_list("pk", flat=True)]


def rows_after(review: Record, most: int) -> list[File]:
    """The next files of the stock, in order of reference, locked; their documents and nothing else."""
    cursor = Retrospective.objects.values_list("cursor", flat=True).get(pk=review.id)
    stock = File.objects.select_for_update().filter(pk__gt=cursor, state__in=sorted(state.value for state in STANDING))
    return list(stock.only("body").order_by("pk")[:most])


def enrol(review: Record, items: tuple[ItemRecord, ...], *, upto: Reference | None, complete: bool) -> None:
    """The items are in; the next ones come after `upto`."""
    Item.objects.bulk_create([_row(item) for item in items], batch_size=200)
    changed: dict[str, Any] = {"complete": complete} | ({"cursor": upto} if upto is not None else {})
    Retrospective.objects.filter(pk=review.id).update(**changed)


def item(review: Record, file: Reference) -> ItemRecord:
    """One item, locked for this transaction; raises NotFound."""
    row = Item.objects.select_for_update().filter(retrospective=review.id, file=file).first()
    if row is None:
        raise NotFound
    return item_record(row)


def keep_item(changed: ItemRecord) -> None:
    """An item was closed."""
    Item.objects.filter(retrospective=changed.retrospective, file=changed.file).update(
        outcome=changed.outcome or "", closed_at=changed.closed_at, closed_by=changed.closed_by or "")  # fmt: skip


def found_in_order(review: Record) -> tuple[Reference, ...]:
    """Items that were found in order and are not drawn yet."""
    stands = Item.objects.filter(retrospective=review.id, outcome=ItemOutcome.STANDS, sampled_at=None)
    return tuple(Reference(pk) for pk in stands.order_by("file").values_list("file_id", flat=True))


def sampled(review: Record, files: Iterable[Reference], at: datetime) -> None:
    """These were drawn."""
    Item.objects.filter(retrospective=review.id, file__in=list(files)).update(sampled_at=at)


def counts(review: Reference) -> dict[str, int]:
    """How many items there are of each kind: one question, whatever the size."""
    of = {outcome.value: Count("pk", filter=Q(outcome=outcome.value)) for outcome in ItemOutcome}
    return Item.objects.filter(retrospective=review).aggregate(
        enrolled=Count("pk"), sampled=Count("pk", filter=Q(sampled_at__isnull=False)),
        sample_open=Count("pk", filter=open_in_sample()), **of)  # fmt: skip


def pace(review: Record, since: datetime) -> tuple[int, int, int]:
    """Items closed since, on how many reviewer-days, by how many reviewers."""
    closed = Item.objects.filter(retrospective=review.id, closed_at__gte=since)
    days = closed.annotate(day=TruncDate("closed_at")).values("closed_by", "day").distinct().count()
    return closed.count(), days, closed.values("closed_by").distinct().count()


def open_in_sample() -> Q:
    """Drawn, and not looked at since."""
    return Q(sampled_at__isnull=False, closed_at__lt=F("sampled_at"))


def item_record(row: Item) -> ItemRecord:
    """A row as the record."""
    return ItemRecord(
        retrospective=Reference(row.retrospective_id), file=Reference(row.file_id), order_key=row.order_key,
        order_why=row.order_why, shifted=row.shifted, sampled_at=row.sampled_at,
        outcome=ItemOutcome(row.outcome) if row.outcome else None, closed_at=row.closed_at,
        closed_by=OfficerId(row.closed_by) if row.closed_by else None,
    )  # fmt: skip


def _row(record: ItemRecord) -> Item:
    return Item(retrospective_id=record.retrospective, file_id=record.file, order_key=record.order_key,
                order_why=record.order_why, shifted=record.shifted)  # fmt: skip


def _record(row: Retrospective) -> Record:
    return Record(id=Reference(row.id), standard=row.standard, since=row.since, started_at=row.started_at,
                  complete=row.complete)  # fmt: skip
