"""How far an item and its removal have come: who holds it, who took what in, who signed, who still owes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from article3.exchange.models import Debt, Delivered, Holder, Line, Posted
from article3.terms.communication import BureauCode
from article3.terms.delivery import CopyAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderShown:
    """One bureau that holds or ever held the item. `window`: from delivery to its signature; None while it is open."""

    bureau: BureauCode
    since: datetime
    taken_in: bool
    owed_at: datetime | None
    settled_at: datetime | None
    answer: CopyAnswer | None
    done: str
    steps: int = 0
    escalated_at: datetime | None = None

    @property
    def owes(self) -> bool:
        """The removal is owed and not signed for."""
        return self.owed_at is not None and self.settled_at is None

    @property
    def window(self) -> timedelta | None:
        """The harm window: how long the bureau had it, from delivery to confirmed undoing (features B6)."""
        return self.settled_at - self.since if self.settled_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Propagation:
    """One item: its newest version, when its removal was ordered, and every holder, those that owe first."""

    item: str
    source: BureauCode
    version: int
    first_at: datetime
    recalled_at: datetime | None
    holders: tuple[HolderShown, ...]

    @property
    def owing(self) -> int:
        """Holders that have not signed."""
        return sum(holder.owes for holder in self.holders)

    @property
    def escalated(self) -> bool:
        """Some holder owes it for so long that it was put before oversight."""
        return any(holder.owes and holder.escalated_at for holder in self.holders)

    @property
    def taken_in(self) -> int:
        """Holders that have the newest word on it for good."""
        return sum(holder.taken_in for holder in self.holders)

    @property
    def ordered_at(self) -> datetime | None:
        """When a removal was first ordered: of everybody, or of those who are to read it no more."""
        owed = [holder.owed_at for holder in self.holders if holder.owed_at is not None]
        return self.recalled_at or min(owed, default=None)

    @property
    def complete(self) -> bool:
        """A removal is complete only when every holder's signed receipt says so."""
        return self.recalled_at is not None and self.owing == 0

    def window(self, at: datetime) -> timedelta:
        """The harm window so far: from the first delivery to the last signature, or to now."""
        ends = [holder.settled_at or at for holder in self.holders] if self.recalled_at else [at]
        return max(ends, default=self.first_at) - self.first_at

    @property
    def acted(self) -> int:
        """Holders on whose copy something had been done."""
        return sum(holder.answer is CopyAnswer.ACTED_BEFORE for holder in self.holders)


def of(item: str) -> Propagation | None:
    """The propagation of one item; None when it never went out. Five queries, whatever the number of holders."""
    row = Delivered.objects.filter(pk=item).first()
    if row is None:
        return None
    debts = {debt.bureau: debt for debt in Debt.objects.filter(item=item)}
    reached = _taken_in(item)
    holders = [_shown(holder, debts.get(holder.bureau), holder.bureau in reached)
               for holder in Holder.objects.filter(item=item).order_by("bureau")]  # fmt: skip
    return Propagation(
        item=item, source=BureauCode(row.source), version=row.version, first_at=row.first_at,
        recalled_at=row.recalled_at, holders=tuple(sorted(holders, key=lambda holder: not holder.owes)),
    )  # fmt: skip


def unsigned() -> tuple[Propagation, ...]:
    """Every removal that somebody still owes, the oldest first."""
    owed = Debt.objects.filter(settled_at=None).order_by("owed_at", "item").values_list("item", flat=True)
    found = (of(item) for item in dict.fromkeys(owed))
    return tuple(one for one in found if one is not None)


def _taken_in(item: str) -> set[str]:
    """The bureaus that acknowledged the last message about the item."""
    acknowledged = {(line.bureau, line.lane): line.acknowledged for line in Line.objects.all()}
    newest: dict[str, Posted] = {}
    for posted in Posted.objects.filter(item=item).order_by("posted_at", "pk"):
        newest[posted.bureau] = posted
    return {bureau for bureau, posted in newest.items()
            if posted.number <= acknowledged.get((bureau, posted.lane), 0)}  # fmt: skip


def _shown(holder: Holder, debt: Debt | None, taken_in: bool) -> HolderShown:
    return HolderShown(
        bureau=BureauCode(holder.bureau), since=holder.since, taken_in=taken_in,
        owed_at=debt.owed_at if debt else None, settled_at=debt.settled_at if debt else None,
        answer=CopyAnswer(debt.answer) if debt and debt.answer else None, done=debt.done if debt else "",
        steps=debt.steps if debt else 0, escalated_at=debt.escalated_at if debt else None,
    )  # fmt: skip
