"""What happens to hooks and calendar links, for the journal."""

from __future__ import annotations

from dataclasses import dataclass

from article3.lifecycle.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class HookEvent(Event):
    """`reference` is the hook or the officer the event is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HookMade(HookEvent):
    """A bureau wants to be called at an address when a message reaches it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HookSecretTurned(HookEvent):
    """A hook signs with a new secret; with the one before for a day more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HookEnded(HookEvent):
    """Nobody is called there any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLinkMade(HookEvent):
    """The officer's clocks can be read by a secret link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLinkEnded(HookEvent):
    """The link shows nothing any more."""
