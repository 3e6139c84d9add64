"""The case file: everything kept about one communication, as one frozen record with a version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.lifecycle.consent import Consent, Opening
from article3.lifecycle.correspondence import Consultation, Question
from article3.lifecycle.examination import Assessed, Established, Recusal, ResearchEntry, Review
from article3.lifecycle.excerpt import Excerpt, SearchOrder
from article3.lifecycle.gate import Gateway
from article3.lifecycle.life import Life
from article3.lifecycle.link import Link, LinkKind
from article3.lifecycle.order import StandingOrder
from article3.lifecycle.publication import Caveat, Ending, PublishedNotice, Restriction, Retention, Suspension
from article3.lifecycle.reopened import Reopening
from article3.lifecycle.states import State
from article3.terms.communication import BureauCode, Channel, Communication, Reference
from article3.terms.finding import Answer
from article3.terms.sitting import OfficerId, SeatCode

__all__ = ["Amendment", "CaseFile", "Draft", "Link", "LinkKind", "Step"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What the communication said before its source changed it."""

    former: Communication
    at: datetime
    by: OfficerId


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the timeline: which event, when, by whom, from which seat."""

    event: str
    at: datetime
    by: OfficerId
    seat: SeatCode


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One communication and everything that happened to it.

    `communication` is the text as its source last sent it and the one under examination; what members read is
    `published.communication` (for a diffusion: `communication`), always together with `caveats`.
    """

    reference: Reference
    communication: Communication
    state: State
    received_at: datetime
    version: int = 1
    established: tuple[Established, ...] = ()
    assessed: Assessed | None = None
    answers: tuple[Answer, ...] = ()
    questions: tuple[Question, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    research: tuple[ResearchEntry, ...] = ()
    searches: tuple[SearchOrder, ...] = ()  # of public sources, ordered and done
    excerpts: tuple[Excerpt, ...] = ()  # what public sources say beside the case
    review: Review | None = None
    former_reviews: tuple[Review, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    published: PublishedNotice | None = None
    caveats: tuple[Caveat, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    ending: Ending | None = None
    deleted_on: date | None = None  # the content is gone since then
    retention: Retention
    restrictions: tuple[Restriction, ...] = ()
    links: tuple[Link, ...] = ()
    gateway: Gateway | None = None  # None: a copy or a file from elsewhere, at its recipients already
    amendments: tuple[Amendment, ...] = ()
    consents: tuple[Consent, ...] = ()  # of a free message: whether its owner lets the Secretariat open it
    openings: tuple[Opening, ...] = ()
    reopened: tuple[Reopening, ...] = ()  # what news brought the decision back to the desk, and whether it was answered
    orders: tuple[StandingOrder, ...] = ()  # of the Commission, carried out here; blocks of the Secretariat's own
    stands_as: Communication | None = None  # of another kind, while its source's conversion waits
    former_lives: tuple[Life, ...] = ()  # what it was before a conversion
    timeline: tuple[Step, ...] = ()

    @property
    def channel(self) -> Channel:
        """What the file is today: while a conversion waits, still what it was."""
        return (self.stands_as or self.communication).channel

    @property
    def source(self) -> BureauCode:
        """The bureau the data comes from and that answers for it."""
        return self.communication.source

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Questions still with the requester."""
        return tuple(question for question in self.questions if question.open)

    @property
    def is_reopened(self) -> bool:
        """News brought the decision back, and nobody has decided anew."""
        return any(note.open for note in self.reopened)

    @property
    def update_pending(self) -> bool:
        """The source changed a published notice and nobody has decided on the change; members read the old text."""
        return self.published is not None and self.published.communication != self.communication

    @property
    def beneath(self) -> State:
        """Where it stands; under a block of the Secretariat alone, where it would stand without it."""
        blocks = [order for order in self.orders if order.blocks]
        alone = self.state is State.BLOCKED and blocks and all(order.interim for order in blocks)
        return blocks[0].before or self.state if alone else self.state

    def denied(self, on: date) -> frozenset[BureauCode]:
        """The bureaus the source bars on that day; for them the file does not exist."""
        return frozenset(bar.bureau for bar in self.restrictions
                         if bar.since <= on and (bar.lifted_on is None or on < bar.lifted_on))

    def caveats_on(self, on: date) -> tuple[Caveat, ...]:
        """The caveats every reading must carry on that day."""
        return tuple(caveat for caveat in self.caveats if caveat.lifted_on is None or on < caveat.lifted_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A bureau's unsent form, kept as it was typed so that it can be resumed. Read by its bureau only."""

    id: str
    bureau: BureauCode
    kept_by: OfficerId
    kept_at: datetime
    title: str
    form_json: str  # the form's own fields; nothing here is examined or believed
