"""A request before the Commission: everything the Commission keeps about it, as one frozen record with a version.

Read by the Commission alone (access table, row D12). A day that is None has not come: the Commission keeps its own
file and knows what it has not done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from article3.commission.lifecycle.application import Application, Paper
from article3.commission.lifecycle.heard import Message
from article3.commission.lifecycle.learned import Learned
from article3.commission.lifecycle.ruling import Decision, Draft, Measure, Vote
from article3.commission.lifecycle.sharing import Item
from article3.terms.communication import CountryCode, Reference
from article3.terms.sitting import OfficerId


class Stage(StrEnum):
    """Where a request stands. The applicant reads it in the words of `outlook`, never from here."""

    RECEIVED = "received"
    INADMISSIBLE = "inadmissible"
    ADMISSIBLE = "admissible"
    PROPOSED = "proposed"
    DECIDED = "decided"
    CARRIED_OUT = "carried_out"


class Asked(StrEnum):
    """Whom the Commission asks (Statute 34)."""

    APPLICANT = "applicant"
    SOURCE = "source"
    TASK_FORCE = "task_force"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What a person of the Commission saw in the papers; None is: nobody has looked."""

    identity_document: bool | None = None
    document_unredacted: bool | None = None
    document_shows_name_birth_photo: bool | None = None
    power_of_attorney: bool | None = None
    proof_of_standing: bool | None = None
    signed: bool | None = None
    purpose_stated: bool | None = None
    fact_unknown_then: bool | None = None
    fact_could_change: bool | None = None
    """For a revision: a person's judgement of the new fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """An officer of the Commission on a request, with the nationality of that day."""

    officer: OfficerId
    nationality: CountryCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Recusal:
    """Who stands aside, and why."""

    officer: OfficerId
    because: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """A file of the Organization that is about the person, as it stood when it was found."""

    reference: Reference
    source: CountryCode
    kind: str
    state: str
    found_on: date
    ended_on: date | None = None
    """The day its source or the Secretariat ended it while the request was pending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the Commission asked, of whom, by when; and what came of it."""

    id: str
    of: Asked
    about: Reference | None
    text: str
    asked_on: date
    due_on: date
    reminded_on: tuple[date, ...] = ()
    answered_on: date | None = None
    answer: str = ""
    silence_recorded: bool = False

    @property
    def open(self) -> bool:
        """Nobody has answered."""
        return self.answered_on is None


class PauseReason(StrEnum):
    """The only reasons for which a time limit stands still. Each counts as an extension that is told (Statute 40)."""

    APPLICANT_ASKED = "applicant_asked"
    APPLICANT_WISHES = "applicant_wishes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """The time for the decision stands still from `since`; it runs on from `until`, None while it stands."""

    reason: PauseReason
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """More time in special circumstances, told to the applicant (Statute 40)."""

    days: int
    because: str
    on: date
    told_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of the procedure (Statute 32, 33, 40)."""

    acknowledged_on: date | None = None
    admissibility_answered_on: date | None = None
    admissible_on: date | None = None
    existence_checked_on: date | None = None
    secretariat_consulted_on: date | None = None
    secretariat_notified_on: date | None = None
    secretariat_assessed_on: date | None = None
    examination_began_on: date | None = None
    decided_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the Commission's own record of the request."""

    what: str
    at: datetime
    by: OfficerId | None
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionRequest:
    """One request and all that was done on it. Nothing of it is in the Organization's files."""

    reference: Reference
    application: Application
    received_at: datetime
    version: int = 1
    stage: Stage = Stage.RECEIVED
    papers: Papers = Papers()
    days: Days = Days()
    case_officer: Seated | None = None
    rapporteur: Seated | None = None
    members: tuple[Seated, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    identified: tuple[Identified, ...] = ()
    questions: tuple[Question, ...] = ()
    pauses: tuple[Pause, ...] = ()
    extension: Extension | None = None
    items: tuple[Item, ...] = ()
    measures: tuple[Measure, ...] = ()
    draft: Draft | None = None
    votes: tuple[Vote, ...] = ()
    decision: Decision | None = None
    ruling_offered_on: date | None = None
    """The source ended its data before the decision, and the applicant was offered a ruling all the same."""
    ruling_wanted: bool | None = None
    mends: tuple[str, ...] = ()
    """What makes the request inadmissible, in the words of the rules."""
    steps: tuple[Step, ...] = ()
    learned: tuple[Learned, ...] = ()
    """Facts the register learned after the decision."""
    messages: tuple[Message, ...] = ()
    """What the applicant wrote after sending it."""

    @property
    def everything_sent(self) -> tuple[Paper, ...]:
        """Every paper of the applicant, with the request and after it."""
        return (*self.application.papers, *(paper for said in self.messages for paper in said.papers))

    @property
    def blocked(self) -> bool:
        """A provisional block stands."""
        return any(measure.blocks for measure in self.measures)

    @property
    def sources(self) -> frozenset[CountryCode]:
        """The countries whose bureaus the data come from."""
        return frozenset(found.source for found in self.identified)

    @property
    def countries(self) -> frozenset[CountryCode]:
        """Every country that is involved: of the person, of the data, and the one the applicant named by its code."""
        said = {self.application.person.nationality, self.application.country}
        return self.sources | frozenset(CountryCode(code) for code in said if len(code) == 2)
