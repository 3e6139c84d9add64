"""The reviewers' papers: facts established, searches, the seven-factor worksheet, proposal and decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from article3.lifecycle.basis import Basis
from article3.terms.communication import CountryCode, Level
from article3.terms.finding import Finding, Outcome
from article3.terms.knowledge import Publication, Use, holds
from article3.terms.reasons import Ground, PublicCode, ToPerson, ToRequester
from article3.terms.sitting import OfficerId


@dataclass(frozen=True, slots=True, kw_only=True)
class Established:
    """A fact established beside the communication. Withdrawn, never overwritten; dates as ISO text.

    It holds from `holds_from` until the day before `holds_to` (None: no limit), whenever it was learned.
    """

    fact: str  # a field of `terms` Circumstances
    value: bool | int | str | tuple[str, ...]
    source: str
    learned_on: date
    by: OfficerId
    research: str = ""  # id of the research entry that shows it
    withdrawn_on: date | None = None
    holds_from: date | None = None
    holds_to: date | None = None
    level: Level = Level.CONFIDENTIAL
    uses: tuple[Use, ...] = ()  # what its giver allows, sorted
    published: Publication | None = None  # since when and where anybody could have found it
    known: str = ""  # id of the fact on record it was taken from

    def counts_on(self, on: date) -> bool:
        """Not taken back, usable without asking first, and holding on that day."""
        usable = self.withdrawn_on is None and Use.NOT_WITHOUT_ASKING not in self.uses
        return usable and holds(self.holds_from, self.holds_to, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """The findings as the rules of one day gave them; kept with the file, renewed after every change."""

    on: date
    findings: tuple[Finding, ...] = ()

    def binding(self, outcome: Outcome) -> tuple[Finding, ...]:
        """The findings with one outcome, advisory ones left out."""
        return tuple(found for found in self.findings if found.outcome is outcome and not found.advisory)

    @property
    def outcomes(self) -> tuple[tuple[str, Outcome], ...]:
        """Rule and outcome of every binding finding."""
        return tuple((found.rule, found.outcome) for found in self.findings if not found.advisory)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchEntry:
    """One search of a public source: what was asked, where, when, the fixed copy's hash, and what it bears on."""

    id: str
    query: str
    source: str
    read_on: date
    sha256: str  # of the fixed copy; empty only when nothing was found to copy
    bears_on: str  # a factor of the worksheet or a rule id
    found: bool
    note: str
    by: OfficerId
    language: str = ""  # in which the source was searched (ISO 639-1); empty: not written down
    searched_at: datetime | None = None  # when a program asked; None: a person did, on `read_on`
    answers: int | None = None  # texts that answered; None: a person searched and did not count
    failure: str = ""  # why the source could not be read; empty: it was


class Factor(StrEnum):
    """The seven factors of RPD 34(3)."""

    NATURE_OF_OFFENCE = "a"
    STATUS_OF_PERSON = "b"
    IDENTITY_OF_SOURCE = "c"
    POSITION_OF_OTHERS = "d"
    INTERNATIONAL_LAW = "e"
    NEUTRALITY = "f"
    GENERAL_CONTEXT = "g"


class Confidence(StrEnum):
    """How sure the reviewer is of one finding."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorFinding:
    """A reviewer's finding on one factor; `no_indication` says explicitly that nothing was found."""

    factor: Factor
    finding: str
    confidence: Confidence
    evidence: tuple[str, ...] = ()  # ids of research entries, attachments, consultations
    no_indication: bool = False
    about: str = ""  # digest of the question the factor put and of the facts it rested on that day


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """The form of RPD 34(3). No score: `predominance` says in words which element predominates and why."""

    factors: tuple[FactorFinding, ...] = ()
    predominance: str = ""
    predominance_about: str = ""  # digest of the question, as on the factors
    by: OfficerId | None = None
    on: date | None = None

    @property
    def missing(self) -> tuple[Factor, ...]:
        """The factors without a finding."""
        filled = {entry.factor for entry in self.factors}
        return tuple(factor for factor in Factor if factor not in filled)

    @property
    def complete(self) -> bool:
        """All seven factors have a finding and the predominant element is named."""
        return not self.missing and bool(self.predominance.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Recusal:
    """A reviewer stands aside from this file for good."""

    officer: OfficerId
    on: date
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Reasons in layers. `internal` is free text for reviewers and the Commission; the outward ones are codes."""

    internal: str
    public: PublicCode
    to_requester: tuple[ToRequester, ...] = ()
    to_person: ToPerson = ToPerson.NOTHING_TO_SAY


class Resolution(StrEnum):
    """What a review may come to.

    A request is published or refused; so is an update. A diffusion is confirmed or recalled, a notice in force
    confirmed or cancelled.
    """

    PUBLISH = "publish"
    REFUSE = "refuse"
    CONFIRM = "confirm"
    RECALL = "recall"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """RPD 83(1)(b): published although (i) or (ii) is not met; counts only once two people have signed."""

    rules: tuple[str, ...]
    because: str  # the particular importance for international police co-operation
    consulted: str  # id of the question by which the requester was consulted


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one reviewer would resolve, with grounds and layered reasons: a proposal or a dissent."""

    resolution: Resolution
    by: OfficerId
    nationality: CountryCode
    at: datetime
    reasons: Reasons
    grounds: tuple[Ground, ...] = ()
    rules: tuple[str, ...] = ()
    override: Override | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who stands behind a decision, and their nationality on that day."""

    officer: OfficerId
    nationality: CountryCode
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A view that two reviewers of different nationalities stand behind."""

    resolution: Resolution
    at: datetime
    signatures: tuple[Signature, Signature]
    reasons: Reasons
    grounds: tuple[Ground, ...] = ()
    rules: tuple[str, ...] = ()
    override: Override | None = None
    rests_on: Basis | None = None  # None: taken over from elsewhere

    def __post_init__(self) -> None:
        first, second = self.signatures
        assert first.officer != second.officer, "a decision needs two people"
        assert first.nationality != second.nationality, "a decision needs two nationalities"


class Occasion(StrEnum):
    """Why a review runs."""

    REQUEST = "request"
    DIFFUSION = "diffusion"
    UPDATE = "update"
    NEW_INFORMATION = "new_information"
    HELD = "held"  # a message that waits at the gateway
    DISPUTED = "disputed"  # a message that went out and that a recipient disputes


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The examination running on a file: its reviewer, worksheet, proposal, perhaps a dissent, and decision."""

    occasion: Occasion
    opened_at: datetime
    reviewer: OfficerId
    reviewer_nationality: CountryCode
    worksheet: Worksheet = field(default_factory=Worksheet)
    proposal: View | None = None
    dissent: View | None = None  # the second reviewer disagrees: the lead decides
    decision: Decision | None = None
