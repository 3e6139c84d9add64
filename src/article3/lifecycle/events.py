"""What happened, in the past tense: the only things that change a file. The journal keeps a digest of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.lifecycle.case_file import Link
from article3.lifecycle.correspondence import Consultation, MoreTime, Question
from article3.lifecycle.examination import (
    Assessed,
    Decision,
    Established,
    FactorFinding,
    Occasion,
    Recusal,
    ResearchEntry,
    View,
)
from article3.lifecycle.publication import Caveat, Ending, PublishedNotice, Restriction, Retention, Suspension
from article3.lifecycle.states import State
from article3.terms.communication import BureauCode, Communication, CountryCode, Reference
from article3.terms.finding import Answer
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


# --- examination

@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOpened(Event):
    """A reviewer took the file up."""

    occasion: Occasion
    nationality: CountryCode
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerRecused(Event):
    """A reviewer stood aside; a review of theirs goes back to the queue with its papers."""

    recusal: Recusal


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAssessed(Event):
    """The rules were applied to the file as it now stands."""

    assessed: Assessed


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEstablished(Event):
    """A reviewer established a fact from a source."""

    established: Established


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWithdrawn(Event):
    """A fact no longer holds; it stays in the file with the day it fell."""

    fact: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingAnswered(Event):
    """A named reviewer answered the question of one rule."""

    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchLogged(Event):
    """A public source was searched."""

    entry: ResearchEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetFilled(Event):
    """Factors of RPD 34(3) were filled in, or filled in anew."""

    factors: tuple[FactorFinding, ...]
    predominance: str
    on: date


# --- correspondence

@dataclass(frozen=True, slots=True, kw_only=True)
class RequesterAsked(Event):
    """Questions went to the requester (RPD 78)."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsAnswered(Event):
    """The requester answered; `communication` is the corrected form, if they corrected it."""

    answers: tuple[tuple[str, str], ...]
    on: date
    communication: Communication | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreTimeAsked(Event):
    """The requester asked for a later deadline."""

    questions: tuple[str, ...]
    more_time: MoreTime


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreTimeAnswered(Event):
    """A reviewer gave the time or did not."""

    questions: tuple[str, ...]
    granted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BureauConsulted(Event):
    """A bureau was asked in writing."""

    consultation: Consultation


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationReplied(Event):
    """The consulted bureau replied."""

    consultation: str
    reply: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationUnanswered(Event):
    """The deadline passed in silence; the stated consequence holds."""

    consultation: str
    on: date


# --- decision

@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionProposed(Event):
    """The first reviewer proposed."""

    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerDissented(Event):
    """The second reviewer would resolve otherwise; the file goes up to the lead."""

    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTaken(Event):
    """Two reviewers of different nationalities stand behind one view."""

    decision: Decision


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
class DiffusionConfirmed(Event):
    """A diffusion was found compliant."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FileExpired(Event):
    """The time is over and nobody extended it: the data go (RPD 50)."""

    ending: Ending
