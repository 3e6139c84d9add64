"""Which step a removal that is not signed for has come to: reminders, then oversight. Our own policy, by the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from article3.lifecycle.events import Event
from article3.terms.communication import BureauCode


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalReminded(Event):
    """A holder was reminded of a removal it owes. `number`: which reminder, from 1."""

    order: str
    to: BureauCode
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalEscalated(Event):
    """A removal is owed for so long that it is put before oversight."""

    order: str
    to: BureauCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The steps of chasing on one day, each by how long the removal is owed then. The last one is oversight's."""

    after: tuple[timedelta, ...]

    def reached(self, owed_for: timedelta) -> int:
        """How many steps so old a debt has come to; 0: none."""
        return sum(owed_for >= step for step in self.after)

    def is_escalated(self, steps: int) -> bool:
        """Whether so many steps are all of them."""
        return steps >= len(self.after)
