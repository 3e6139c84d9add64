"""The Secretariat's books of delivery as tables: few queries a message, everything written when the books close.

Used inside one transaction opened by wiring. What an event changes is seen at once by the next decision.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from itertools import chain

from article3 import keyring
from article3.exchange import models, wire
from article3.exchange.canonical import Content, to_bytes
from article3.lifecycle.delivery import secretariat as s
from article3.lifecycle.delivery.standing import Standing, brought_up_to_date
from article3.terms.communication import BureauCode
from article3.terms.delivery import Copy, Lane, Numbered, RemoveOrder

READING = "reading"
_BATCH = 500


class Books:
    """`SecretariatBooks` over the tables. `carry_out` applies events as they are decided; `close` writes them."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._items: dict[str, s.Item | None] = {}
        self._holders: dict[str, set[BureauCode]] = {}
        self._lines: dict[tuple[BureauCode, Lane], models.Line] = {}
        self._heard: dict[BureauCode, models.Correspondent] = {}
        self._changed: set[str] = set()
        self._held: list[models.Holder] = []
        self._posted: list[models.Posted] = []
        self._debts: dict[tuple[str, BureauCode], models.Debt] = {}
        self._settled: list[s.DebtSettled] = []
        self._stood: dict[tuple[BureauCode, Lane], tuple[int, int]] = {}

    # --- what decisions read

    def item(self, item: str) -> s.Item | None:
        if item not in self._items:
            row = models.Delivered.objects.select_for_update().filter(pk=item).first()
            self._items[item] = None if row is None else _item(row)
        return self._items[item]

    def holders(self, item: str) -> Iterable[BureauCode]:
        if item not in self._holders:
            found = models.Holder.objects.filter(item=item).values_list("bureau", flat=True)
            self._holders[item] = {BureauCode(bureau) for bureau in found}
            self.expect(self._holders[item])
        return self._holders[item]

    def holds(self, item: str, bureau: BureauCode) -> bool:
        return bureau in set(self.holders(item))

    def last_posted(self, bureau: BureauCode, lane: Lane) -> int:
        return self._line(bureau, lane).posted

    def acknowledged(self, bureau: BureauCode, lane: Lane) -> int:
        return self._line(bureau, lane).acknowledged

    def last_heard(self, bureau: BureauCode) -> int:
        return self.correspondent(bureau).heard

    def owes(self, order: str, bureau: BureauCode) -> bool:
        return models.Debt.objects.filter(order=order, bureau=bureau, settled_at=None).exists()

    def ordered(self, item: str) -> Collection[BureauCode]:
        told = models.Debt.objects.filter(item=item).values_list("bureau", flat=True)
        return {*map(BureauCode, told), *(bureau for (_, bureau), debt in self._debts.items() if debt.item == item)}

    def unsigned(self, bureau: BureauCode) -> Iterable[s.DebtOwed]:
        rows = models.Debt.objects.filter(bureau=bureau, settled_at=None).order_by("number")
        return [s.DebtOwed(row.order, row.item, bureau, row.number) for row in rows[:_BATCH]]

    def waiting(self, bureau: BureauCode, lane: Lane, after: int, limit: int) -> list[Numbered]:
        line = self._line(bureau, lane)
        first = max(after, line.acknowledged)
        if first >= line.posted:
            return []
        rows = models.Posted.objects.filter(bureau=bureau, lane=lane.value, number__gt=first)
        return [Numbered(lane, row.number, _payload(row)) for row in rows.order_by("number")[:limit]]

    # --- keeping them

    def carry_out(self, events: Iterable[s.SecretariatEvent]) -> None:
        """Apply each event as it is decided."""
        for event in events:
            self._apply(event)

    def expect(self, bureaus: Collection[BureauCode]) -> None:
        """Read, and lock in order of code, the mailboxes of many bureaus at once."""
        unknown = {bureau for bureau in bureaus if (bureau, Lane.RECALL) not in self._lines}
        if not unknown:
            return
        rows = list(_locked(unknown))
        if len(rows) < len(unknown) * len(Lane):
            fresh = [models.Line(bureau=bureau, lane=lane.value) for bureau in sorted(unknown) for lane in Lane]
            models.Line.objects.bulk_create(fresh, ignore_conflicts=True, batch_size=_BATCH)
            rows = list(_locked(unknown))
        found = {(BureauCode(row.bureau), Lane(row.lane)): row for row in rows}
        self._lines |= found
        self._stood |= {key: (row.posted, row.acknowledged) for key, row in found.items()}

    def correspondent(self, bureau: BureauCode) -> models.Correspondent:
        """What we have of one bureau's own messages; locked."""
        if bureau not in self._heard:
            row = models.Correspondent.objects.select_for_update().filter(pk=bureau).first()
            self._heard[bureau] = row or models.Correspondent.objects.get_or_create(bureau=bureau)[0]
        return self._heard[bureau]

    def remember(self, bureau: BureauCode, number: int, digest: str) -> None:
        """Keep the digest of a message taken in: what comes under its number again must be the same."""
        models.Incoming.objects.create(bureau=bureau, number=number, digest=digest, taken_in_at=self._at)

    def close(self) -> None:
        """Write what the events changed."""
        models.Holder.objects.bulk_create(self._held, batch_size=_BATCH)
        models.Posted.objects.bulk_create(self._posted, batch_size=_BATCH)
        models.Debt.objects.bulk_create(self._debts.values(), batch_size=_BATCH)
        moved = [row for key, row in self._lines.items() if self._stood[key] != (row.posted, row.acknowledged)]
        models.Line.objects.bulk_update(moved, ["posted", "acknowledged"], batch_size=200)
        for item in self._changed:
            self._write_item(item)
        for settled in self._settled:
            owed = models.Debt.objects.filter(order=settled.order, bureau=settled.bureau)
            owed.update(answer=settled.answer.value, done=settled.done, settled_at=self._at)
        for row in self._heard.values():
            row.save()

    def _line(self, bureau: BureauCode, lane: Lane) -> models.Line:
        self.expect({bureau})
        return self._lines[bureau, lane]

    def _apply(self, event: s.SecretariatEvent) -> None:
        match event:
            case s.ItemKept(item=item):
                self._items[item.item] = item
                self._changed.add(item.item)
            case s.HolderLearned(item=item, bureau=bureau):
                set(self.holders(item))
                self._holders[item].add(bureau)
                self._held.append(models.Holder(item=item, bureau=bureau, since=self._at))
            case s.Posted(to=to, lane=lane, number=number):
                self._line(to, lane).posted = number
                self._posted.append(self._row(event))
            case s.DebtOwed(order=order, item=item, bureau=bureau, number=number):
                self._debts[order, bureau] = models.Debt(
                    order=order, item=item, bureau=bureau, number=number, owed_at=self._at
                )
            case s.DebtSettled():
                self._settled.append(event)
            case s.Heard(bureau=bureau, number=number):
                self.correspondent(bureau).heard = number
            case s.Acknowledged(bureau=bureau, lane=lane, number=number):
                self._line(bureau, lane).acknowledged = number

    def _row(self, event: s.Posted) -> models.Posted:
        place = {"bureau": event.to, "lane": event.lane.value, "number": event.number, "posted_at": self._at}
        match event.payload:
            case RemoveOrder(item=item, order=order):
                return models.Posted(**place, item=item, order=order)
            case Copy() as copy:
                return models.Posted(
                    **place, item=copy.item, version=copy.version, digest=copy.digest, reviewed=copy.reviewed,
                    lease_until_s=copy.lease_until_s,
                )  # fmt: skip

    def _write_item(self, item: str) -> None:
        found = self._items[item]
        assert found is not None
        values = {"source": found.source, "digest": found.digest, "version": found.version,
                  "reviewed": found.reviewed, "lease_until_s": found.lease_until_s,
                  "recalled_by": found.recalled_by or ""}  # fmt: skip
        if found.recalled_by:
            values["recalled_at"] = self._at
        models.Delivered.objects.update_or_create(
            item=item, defaults=values, create_defaults=values | {"first_at": self._at}
        )


def deliver(now: Standing, content: dict[str, Content], *, at: datetime, lease_s: int, record: str = "") -> None:
    """Post what holders are owed now that the record stands so; `content` is what they read, empty to remove it.

    `record`: the file whose key its content lies under, where that is not the item itself.
    """
    now = replace(now, digest=wire.digest_of(content) if content else "")
    books = Books(at)
    events = brought_up_to_date(books, now, at_s=int(at.timestamp()), lease_s=lease_s)
    first = next(events, None)
    if first is None:
        return
    books.expect({*now.audience, *books.holders(now.item)})
    books.carry_out(chain([first], events))
    books.close()
    keep_body(now.item, now.digest, to_bytes(content) if content else b"", record)


def turn_back(bureau: BureauCode, item: str, number: int, because: str, at: datetime) -> None:
    """Keep why what a bureau asked for had no effect: it reads it in its next letter."""
    models.TurnedBack.objects.create(bureau=bureau, item=item, number=number, because=because, at=at)


def turned_back(item: str, bureau: BureauCode) -> list[dict[str, Content]]:
    """What of this bureau about this item was turned back, in order: its number, the day and why."""
    rows = models.TurnedBack.objects.filter(item=item, bureau=bureau).order_by("number")
    return [{"number": row.number, "at_s": int(row.at.timestamp()), "because": row.because} for row in rows]


def may_fetch(bureau: BureauCode, item: str, sha256: str) -> bool:
    """Whether the bureau holds the item and what it reads of it names this paper; not once it is to be removed."""
    held = models.Holder.objects.filter(item=item, bureau=bureau).exists()
    held = held and not models.Debt.objects.filter(item=item, bureau=bureau).exists()
    body = models.Body.objects.filter(pk=item).first() if held else None
    if body is None:
        return False
    return f'"sha256":"{sha256}"'.encode() in keyring.unseal(body.content, READING)


def same_as_before(bureau: BureauCode, number: int, digest: str) -> bool:
    """Whether the message taken in under this number had this content."""
    return models.Incoming.objects.filter(bureau=bureau, number=number, digest=digest).exists()


def keep_body(item: str, digest: str, content: bytes, record: str = "") -> None:
    """What holders of the item read from now on; nothing when the digest is empty."""
    if digest:
        sealed = keyring.seal(record or item, READING, content)
        models.Body.objects.update_or_create(item=item, defaults={"digest": digest, "content": sealed})
    else:
        models.Body.objects.filter(item=item).delete()


def bodies(messages: Iterable[Numbered]) -> dict[str, bytes]:
    """By item: its newest reading, for the copies among these messages. An older version's is not kept."""
    wanted = {m.payload.item for m in messages if isinstance(m.payload, Copy)}
    return {row.item: keyring.unseal(row.content, READING) for row in models.Body.objects.filter(pk__in=wanted)}


def forget(items: Iterable[str]) -> None:
    """No reading of these items stays, not even one that cannot be opened any more."""
    models.Body.objects.filter(pk__in=set(items)).delete()


def _locked(bureaus: Collection[BureauCode]) -> Iterable[models.Line]:
    return models.Line.objects.select_for_update().filter(bureau__in=bureaus).order_by("bureau", "lane")


def _item(row: models.Delivered) -> s.Item:
    return s.Item(
        row.item, BureauCode(row.source), row.digest, version=row.version, reviewed=row.reviewed,
        lease_until_s=row.lease_until_s, recalled_by=row.recalled_by or None,
    )  # fmt: skip


def _payload(row: models.Posted) -> Copy | RemoveOrder:
    if row.order:
        return RemoveOrder(row.item, row.order)
    return Copy(row.item, row.version, row.digest, row.reviewed, row.lease_until_s)
