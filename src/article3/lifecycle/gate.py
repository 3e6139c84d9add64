"""Where a file stands at the gateway, as part of the case file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from article3.terms.communication import Communication


class HeldFor(StrEnum):
    """Why a file waits at the gateway."""

    LINKED = "linked"  # it may repeat a refused one
    PRE_SCREENED = "pre_screened"  # its source's items of that kind are looked at first, under a measure
    BARRED = "barred"  # its source may not send that kind, under a measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway:
    """Where a file stands at the gateway. `passed_at` is the first time it went on, and never unset."""

    examined_at: datetime | None = None  # None: nobody has looked at the text as it stands
    held_for: HeldFor | None = None
    measure: str = ""  # the routing measure it is held under
    kept_back: bool = False
    passed_at: datetime | None = None
    waits: bool = True  # the text as it stands has not gone on
    standing: Communication | None = None  # what recipients read while a changed text waits

    @property
    def held(self) -> bool:
        """A reviewer is to look at it."""
        return self.held_for is not None and not self.kept_back


def arrived() -> Gateway:
    """As a file begins: nobody has looked at it."""
    return Gateway()


def elsewhere(received_at: datetime) -> Gateway:
    """Of a file that was at its recipients before there was a gateway."""
    return Gateway(examined_at=received_at, passed_at=received_at, waits=False)


def changed(gate: Gateway, former: Communication) -> Gateway:
    """After its source changed the text: what its recipients read stays, the new text is looked at first."""
    standing = gate.standing if gate.waits else former
    return replace(gate, examined_at=None, held_for=None, measure="", kept_back=False, waits=True, standing=standing)


def looked_at_anew(gate: Gateway) -> Gateway:
    """After its source asked for another kind: what it is goes on, or waits, as it did; the new text is looked at."""
    return replace(gate, examined_at=None)


def examined(gate: Gateway, held_for: HeldFor | None, measure: str, at: datetime) -> Gateway:
    """Looked at: on its way, or held."""
    looked = replace(gate, examined_at=at, held_for=held_for, measure=measure)
    return looked if held_for else passed(looked, at)


def passed(gate: Gateway, at: datetime) -> Gateway:
    """On its way to its recipients."""
    return replace(gate, examined_at=gate.examined_at or at, passed_at=gate.passed_at or at, waits=False, standing=None,
                   held_for=None)
