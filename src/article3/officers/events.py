"""What happens to the roll, for the journal: who was enrolled, given a mandate, suspended; as opaque ids."""

from __future__ import annotations

from dataclasses import dataclass

from article3.lifecycle.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RollEvent(Event):
    """`reference` is the officer the event is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerEnrolled(RollEvent):
    """An account was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateGiven(RollEvent):
    """A mandate begins."""

    mandate: str  # role, seat, clearance, days


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerSuspended(RollEvent):
    """An account, and everything it may do, ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramKeyMade(RollEvent):
    """A program may sit for the officer."""

    mandate: str  # role, seat, last day


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramKeysEnded(RollEvent):
    """No program sits for the officer any more."""
