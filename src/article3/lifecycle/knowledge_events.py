"""What happened to what is known: facts learned and withdrawn, rulings learned, decisions reopened, stock reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.lifecycle.events import Event
from article3.lifecycle.reopened import Reopening
from article3.terms.communication import Reference
from article3.terms.knowledge import KnownFact, KnownRuling


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLearned(Event):
    """A fact was put on record, with its two clocks; `reference` is the fact's own."""

    fact: KnownFact


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedFactWithdrawn(Event):
    """A fact on record no longer holds; `reference` is the fact's own."""

    fact: KnownFact
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingLearned(Event):
    """A ruling of the Commission was put on record; `reference` is the ruling's own."""

    ruling: KnownRuling


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReopened(Event):
    """News could change the decision: it comes back to the desk. Nothing is changed by this alone."""

    note: Reopening


# --- retrospective review

@dataclass(frozen=True, slots=True, kw_only=True)
class RetrospectiveStarted(Event):
    """A retrospective review of the stock was ordered; `reference` is its own."""

    standard: str
    since: date
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StockEnrolled(Event):
    """Files of the stock were taken into a retrospective review, this many at once."""

    files: tuple[Reference, ...]
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDrawn(Event):
    """Approved items were drawn by lot for a blind second look; the seed shows that nobody chose them."""

    seed: str
    among: int
    drawn: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrospectiveItemClosed(Event):
    """A reviewer closed one item of a retrospective review; `reference` is the file's."""

    retrospective: Reference
    outcome: str
    because: str
