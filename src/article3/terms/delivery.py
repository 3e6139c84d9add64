"""The words of delivery: what passes between the Secretariat and a bureau, and what each keeps of it.

Instants are whole seconds since 1970 UTC (`_s`). Numbers are dense per link, direction and lane, from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from article3.terms.communication import BureauCode


class Lane(StrEnum):
    """Recalls travel in a lane of their own and are handed out first."""

    RECALL = "recall"
    ORDINARY = "ordinary"


class CopyAnswer(StrEnum):
    """What a holder says was done with its copy (features B5)."""

    PURGED = "purged"
    SUSPENDED = "suspended"
    NEVER_HAD = "never_had"
    ACTED_BEFORE = "acted_before"


@dataclass(frozen=True, slots=True)
class Copy:
    """To a bureau: one item in one version. Unreviewed it is a lease: information only, lapsing by itself."""

    item: str
    version: int
    digest: str
    reviewed: bool
    lease_until_s: int | None


@dataclass(frozen=True, slots=True)
class RemoveOrder:
    """To a bureau: remove this item and every national copy of it, and sign for it."""

    item: str
    order: str


@dataclass(frozen=True, slots=True)
class Sent:
    """To the Secretariat: a diffusion leaves for chosen recipients; recorded and passed on at once."""

    item: str
    digest: str
    recipients: tuple[BureauCode, ...]


@dataclass(frozen=True, slots=True)
class PassedOn:
    """To the Secretariat: we passed this item on to another bureau, by hand or by another line."""

    item: str
    version: int
    to: BureauCode


@dataclass(frozen=True, slots=True)
class TakenByHand:
    """To the Secretariat: another bureau gave us this item outside the exchange."""

    item: str
    version: int
    giver: BureauCode


@dataclass(frozen=True, slots=True)
class Receipt:
    """To the Secretariat: what was done with our copy on a remove order; `done` says what, where and when if acted."""

    order: str
    item: str
    answer: CopyAnswer
    done: str = ""


ToBureau = Copy | RemoveOrder
ToSecretariat = Sent | PassedOn | TakenByHand | Receipt


@dataclass(frozen=True, slots=True)
class Numbered:
    """A payload under its number in one lane of one direction of one link."""

    lane: Lane
    number: int
    payload: Copy | RemoveOrder | Sent | PassedOn | TakenByHand | Receipt
