"""The books of delivery as plain dicts: what a simulated Secretariat and simulated bureaus keep."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable

from article3.lifecycle.delivery import bureau as b
from article3.lifecycle.delivery import secretariat as s
from article3.terms.communication import BureauCode
from article3.terms.delivery import Lane, Numbered


class SecretariatMemory:
    """Books of the Secretariat; `apply` is what a table would do with an event."""

    def __init__(self) -> None:
        self.items: dict[str, s.Item] = {}
        self.held_by: dict[str, set[BureauCode]] = defaultdict(set)
        self.posted: dict[tuple[BureauCode, Lane], int] = defaultdict(int)
        self.boxes: dict[tuple[BureauCode, Lane], dict[int, Numbered]] = defaultdict(dict)
        self.acked: dict[tuple[BureauCode, Lane], int] = defaultdict(int)
        self.heard: dict[BureauCode, int] = defaultdict(int)
        self.debts: dict[BureauCode, dict[str, s.DebtOwed]] = defaultdict(dict)
        self.settled: dict[tuple[str, BureauCode], str] = {}
        self.told: dict[str, set[BureauCode]] = defaultdict(set)

    def item(self, item: str) -> s.Item | None:
        return self.items.get(item)

    def holders(self, item: str) -> Iterable[BureauCode]:
        return self.held_by[item]

    def holds(self, item: str, bureau: BureauCode) -> bool:
        return bureau in self.held_by[item]

    def last_posted(self, bureau: BureauCode, lane: Lane) -> int:
        return self.posted[bureau, lane]

    def last_heard(self, bureau: BureauCode) -> int:
        return self.heard[bureau]

    def acknowledged(self, bureau: BureauCode, lane: Lane) -> int:
        return self.acked[bureau, lane]

    def owes(self, order: str, bureau: BureauCode) -> bool:
        return order in self.debts[bureau]

    def ordered(self, item: str) -> Collection[BureauCode]:
        return self.told[item]

    def unsigned(self, bureau: BureauCode) -> Iterable[s.DebtOwed]:
        return self.debts[bureau].values()

    def waiting(self, bureau: BureauCode, lane: Lane, after: int, limit: int) -> list[Numbered]:
        box = self.boxes[bureau, lane]
        first = max(after, self.acked[bureau, lane]) + 1
        return [box[number] for number in range(first, min(first + limit, self.posted[bureau, lane] + 1))]

    def apply(self, event: s.SecretariatEvent) -> None:
        match event:
            case s.ItemKept(item=item):
                self.items[item.item] = item
            case s.HolderLearned(item=item, bureau=bureau):
                self.held_by[item].add(bureau)
            case s.Posted(to=to, lane=lane, number=number, payload=payload):
                self.posted[to, lane] = number
                self.boxes[to, lane][number] = Numbered(lane, number, payload)
            case s.DebtOwed(order=order, item=item, bureau=bureau):
                self.debts[bureau][order] = event
                self.told[item].add(bureau)
            case s.DebtSettled(order=order, bureau=bureau, answer=answer):
                self.debts[bureau].pop(order)
                self.settled[order, bureau] = answer
            case s.Heard(bureau=bureau, number=number):
                self.heard[bureau] = number
            case s.Acknowledged(bureau=bureau, lane=lane, number=number):
                for old in range(self.acked[bureau, lane] + 1, number + 1):
                    self.boxes[bureau, lane].pop(old, None)
                self.acked[bureau, lane] = number

    def digest(self) -> bytes:
        """One hash of everything kept, the same for the same history."""
        parts = [
            sorted(self.items.items()),
            sorted((k, sorted(v)) for k, v in self.held_by.items() if v),
            sorted(self.posted.items()),
            sorted(self.heard.items()),
            sorted(self.settled.items()),
        ]
        return hashlib.sha256(repr(parts).encode()).digest()


class BureauMemory:
    """Books of one bureau."""

    def __init__(self, code: BureauCode) -> None:
        self.code = code
        self.copies: dict[str, b.Held] = {}
        self.stones: dict[str, str] = {}
        self.taken: dict[Lane, int] = dict.fromkeys(Lane, 0)
        self.reports: dict[int, Numbered] = {}
        self.written = 0
        self.sure = 0
        self.leased: dict[str, int] = {}

    def copy(self, item: str) -> b.Held | None:
        return self.copies.get(item)

    def removed(self, item: str) -> bool:
        return item in self.stones

    def last_taken_in(self, lane: Lane) -> int:
        return self.taken[lane]

    def last_reported(self) -> int:
        return self.written

    def reached(self) -> int:
        return self.sure

    def lapsing(self, at_s: int) -> Iterable[b.Held]:
        return [self.copies[item] for item, until in self.leased.items() if until <= at_s]

    def at_home(self, item: str) -> tuple[str, ...]:
        return ()  # copies at home are answered by people; the simulation has none

    def unsigned(self, item: str) -> None:
        return None

    def unreached(self, limit: int) -> list[Numbered]:
        """The reports the Secretariat has not confirmed, oldest first."""
        return [self.reports[number] for number in range(self.sure + 1, min(self.sure + limit, self.written) + 1)]

    def apply(self, event: b.BureauEvent) -> None:
        match event:
            case b.CopyKept(copy=copy):
                self.copies[copy.item] = copy
                self._lease(copy)
            case b.CopyRemoved(item=item, order=order):
                self.copies.pop(item, None)
                self.leased.pop(item, None)
                self.stones[item] = order
            case b.TakenIn(lane=lane, number=number):
                self.taken[lane] = number
            case b.Reported(number=number, payload=payload):
                self.written = number
                self.reports[number] = Numbered(Lane.ORDINARY, number, payload)
            case b.ReportsReached(number=number):
                for old in range(self.sure + 1, number + 1):
                    self.reports.pop(old, None)
                self.sure = number

    def _lease(self, copy: b.Held) -> None:
        if copy.lease_until_s is not None and not copy.lapsed:
            self.leased[copy.item] = copy.lease_until_s
        else:
            self.leased.pop(copy.item, None)

    def digest(self) -> bytes:
        """One hash of everything kept, the same for the same history."""
        parts = [
            sorted((item, held.version, held.digest, held.lapsed) for item, held in self.copies.items()),
            sorted(self.stones.items()),
            sorted(self.taken.items()),
            self.written,
        ]
        return hashlib.sha256(repr(parts).encode()).digest()
