"""What happened while a file was examined: facts, questions, consultations, proposal and decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.lifecycle.case_file import Link
from article3.lifecycle.correspondence import Consultation, MoreTime, Question
from article3.lifecycle.events import Event
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
from article3.terms.communication import Communication, CountryCode
from article3.terms.finding import Answer

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
    known: str = ""  # id of the fact on record that fell; empty: whatever the file holds under that name


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
    predominance_about: str = ""


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
    at_least_until: date  # a no given late still leaves a day to answer


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
