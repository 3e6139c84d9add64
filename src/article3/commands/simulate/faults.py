"""How badly the simulated world treats its messages; drawn per seed, never in the quiet at the end."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from enum import Enum

from article3.terms.communication import BureauCode

HOUR_S, DAY_S = 3600, 86400


class Fate(Enum):
    """What becomes of one write."""

    DONE = "done"
    CRASH_BEFORE = "crash before the commit: nothing happened"
    CRASH_AFTER = "crash after the commit: done, and nobody was told"


@dataclass(slots=True)
class Weather:
    """Chances of loss, repetition and crashes; who is cut off, whose clock is wrong, whose disk is full."""

    chance: random.Random
    bureaus: list[BureauCode]
    until_s: int
    lost: float = 0.05
    repeated: float = 0.04
    crash: float = 0.02
    skew_s: dict[BureauCode, int] = field(default_factory=dict)
    away: dict[BureauCode, tuple[int, int]] = field(default_factory=dict)
    full: dict[str, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Every tenth bureau is away for six weeks, every fifth has a clock wrong by up to a day, some disks fill."""
        for bureau in self.bureaus:
            if self.chance.random() < 0.2:
                self.skew_s[bureau] = self.chance.randrange(-DAY_S, DAY_S)
            if self.chance.random() < 0.1:
                self.away[bureau] = self._spell(42 * DAY_S)
            if self.chance.random() < 0.1:
                self.full[bureau] = self._spell(self.chance.randrange(HOUR_S, 5 * DAY_S))
        self.full["secretariat"] = self._spell(3 * HOUR_S)

    def _spell(self, length_s: int) -> tuple[int, int]:
        start = self.chance.randrange(0, max(1, self.until_s - length_s))
        return start, start + length_s

    def quiet(self, at_s: int) -> bool:
        """After the bad weather everything works."""
        return at_s >= self.until_s

    def clock_s(self, bureau: BureauCode, at_s: int) -> int:
        """What the bureau's own clock shows; clocks stay wrong in the quiet too."""
        return at_s + self.skew_s.get(bureau, 0)

    def cut_off(self, bureau: BureauCode, at_s: int) -> bool:
        """Whether the bureau has no line now."""
        start, stop = self.away.get(bureau, (0, 0))
        return start <= at_s < stop

    def fate(self, keeper: str, at_s: int) -> Fate:
        """What becomes of a write of this keeper now; a full disk is a write that did not happen."""
        start, stop = self.full.get(keeper, (0, 0))
        if start <= at_s < stop:
            return Fate.CRASH_BEFORE
        drawn = self.chance.random()
        if self.quiet(at_s) or drawn >= self.crash:
            return Fate.DONE
        return Fate.CRASH_BEFORE if drawn < self.crash / 2 else Fate.CRASH_AFTER

    def arrivals_s(self, at_s: int) -> list[int]:
        """When a message arrives: never, once, or again up to a day later."""
        drawn = self.chance.random()
        if self.quiet(at_s):
            return [at_s + 1]
        if drawn < self.lost:
            return []
        first = at_s + self.chance.randrange(1, 120)
        return [first, first + self.chance.randrange(1, DAY_S)] if drawn < self.lost + self.repeated else [first]
