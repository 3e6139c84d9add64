"""What is known about a question to a bureau, and about the examination on doubt it may belong to (RPD 128)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.terms.happening import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationFacts:
    """A question to a bureau with its clock, and the case it was put in."""

    asked_on: Happening | None = None
    answer_due_on: date | None = None
    answered_on: Happening | None = None
    presumption_shown: bool | None = None
    """Whether the presumption of accuracy is shown as a presumption to whoever reads the data."""
    doubt_arose_on: Happening | None = None
    case_opened_on: Happening | None = None
    decided_on: Happening | None = None
    decision_told_on: Happening | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterimMeasureFacts:
    """What the Secretariat did at once when a doubt arose (RPD 129)."""

    doubt_arose_on: Happening | None = None
    harm_possible: bool | None = None
    """Whether the doubt, if right, may harm the Organization, its Members or the person; a person's judgement."""
    measures: frozenset[str] = frozenset()
    """The measures taken, in words: block, caveat, public extract removed."""
    taken_on: Happening | None = None
    review_on: date | None = None
    lifted_on: Happening | None = None
