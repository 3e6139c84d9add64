"""What of delivery is written into the journal: beside acts, the things messages bring about."""

from __future__ import annotations

from dataclasses import dataclass

from article3.lifecycle.events import Event
from article3.terms.communication import BureauCode
from article3.terms.delivery import CopyAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalSigned(Event):
    """At the Secretariat: a holder signed for the removal of its copy."""

    order: str
    answer: CopyAnswer
    done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderReported(Event):
    """At the Secretariat: a bureau said that a copy was passed on, or that it was given one."""

    to: BureauCode


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingTurnedBack(Event):
    """At the Secretariat: what a bureau sent is not in the form or not within the rules, and has no effect."""

    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageContradicted(Event):
    """At the Secretariat: a number came a second time with other content. `digest` is of the second."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEnrolled(Event):
    """A public key is a seat's from now on."""

    public: str
    holder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEnded(Event):
    """A public key is nobody's from now on."""

    public: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyTakenIn(Event):
    """At a bureau: a copy was taken in, in a version."""

    version: int
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyTakenOut(Event):
    """At a bureau: a copy was removed by order."""

    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLapsed(Event):
    """At a bureau: the lease of a copy ended unconfirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGiven(Event):
    """At a bureau: a copy went to a system, an agency or a file at home, or to another bureau."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyUsed(Event):
    """At a bureau: something was done on the strength of a copy."""

    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAnswered(Event):
    """At a bureau: what was done with a copy at home after the order to remove it; or, without a name, it signed."""

    name: str
    answer: CopyAnswer
    done: str = ""
