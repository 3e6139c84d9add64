"""What happened, in the past tense: the only things that change a file. The journal keeps a digest of each.

The reviewers' and correspondents' events stand in `review_events`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.lifecycle.gate import HeldFor
from article3.lifecycle.link import Link
from article3.lifecycle.publication import Caveat, Ending, PublishedNotice, Restriction, Retention, Suspension
from article3.lifecycle.states import State
from article3.terms.communication import BureauCode, Communication, Declaration, Reference
from article3.terms.offences import OffenceKind
from article3.terms.sitting import OfficerId, SeatCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Every event names its file, its instant, who acted and from which seat."""

    reference: Reference
    at: datetime
    by: OfficerId
    seat: SeatCode


# --- arrival

@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationReceived(Event):
    """A request arrived, or a diffusion or message was sent: the file begins, in `state`."""

    communication: Communication
    state: State
    retention: Retention
    restrictions: tuple[Restriction, ...] = ()
    offence_kinds: tuple[OffenceKind, ...] = ()  # of all its charges, for the figures


# --- gateway

@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalExamined(Event):
    """What arrived was compared with what was refused before; it goes on to its recipients, or is held."""

    links: tuple[Link, ...] = ()
    held_for: HeldFor | None = None
    measure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPassed(Event):
    """A reviewer let a held message go out."""

    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldKeptBack(Event):
    """A reviewer kept a held message back for good."""

    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingProposed(Event):
    """A lead proposed to route a bureau's items; `reference` is the measure's own."""

    routing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingSigned(Event):
    """The measure has its second signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingEndProposed(Event):
    """A lead proposed to end a measure before its day."""

    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingEndSigned(Event):
    """The end of the measure has its second signature."""


# --- publication, refusal, recall

@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePublished(Event):
    """The notice went to all members, or its update did."""

    notice: PublishedNotice


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRefused(Event):
    """The Secretariat said no, or the requester did not answer in time."""

    ending: Ending


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRefused(Event):
    """A change to a published notice was refused; the notice stands as it stood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplianceConfirmed(Event):
    """What stands was found compliant: a diffusion is now reviewed, a notice in force stays as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffusionRecalled(Event):
    """A diffusion was found non-compliant; every recipient owes its removal."""

    recipients: tuple[BureauCode, ...]
    ending: Ending


# --- life of a notice

@dataclass(frozen=True, slots=True, kw_only=True)
class CaveatAdded(Event):
    """A caveat or addendum now travels with the file."""

    caveat: Caveat


@dataclass(frozen=True, slots=True, kw_only=True)
class CaveatLifted(Event):
    """A caveat no longer holds."""

    caveat: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeUpdated(Event):
    """The source changed its text; the relevance check restarts (RPD 46), members read the old text until then."""

    communication: Communication


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionAsked(Event):
    """The source asks that its diffusion become a notice, or its notice a diffusion, in this text."""

    communication: Communication


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionRefused(Event):
    """The conversion was refused: the file goes on as what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSuspended(Event):
    """The source suspended its notice (RPD 81(1))."""

    suspension: Suspension


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeResumed(Event):
    """The source ended its suspension."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWithdrawn(Event):
    """The source withdrew (RPD 81(2), 101)."""

    ending: Ending


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCancelled(Event):
    """The Secretariat cancelled (RPD 81(3))."""

    ending: Ending


# --- retention

@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionAsked(Event):
    """The source was asked whether the data are still needed (RPD 50)."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionExtended(Event):
    """The source gave a reason to keep the data one more period."""

    until: date
    because: str
    on: date
    assurance: Declaration | None = None  # extradition is still sought (RPD 84(b)), for a red notice


@dataclass(frozen=True, slots=True, kw_only=True)
class FileExpired(Event):
    """The time is over and nobody extended it: the data go (RPD 50)."""

    ending: Ending


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDeleted(Event):
    """The time of a file that ended earlier is over: its data go, how it ended stays."""

    on: date


# --- drafts

@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKept(Event):
    """A bureau saved an unsent form; `reference` is the draft's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDiscarded(Event):
    """A bureau gave an unsent form up; `reference` is the draft's id."""
