"""An order as it stands in a file: what was done and since when; the Commission's by its id alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.lifecycle.states import State
from article3.terms.redress import Correctable, Measured
from article3.terms.sitting import OfficerId


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingOrder:
    """One order that was carried out on the file. `before`: for a block, the state it returns to.

    `by`: the officer of the Secretariat who blocked it of its own accord until `review_on` (RPD 129); none for an
    order of the Commission.
    """

    order: str
    measure: Measured
    on: date
    lifted_on: date | None = None
    before: State | None = None
    part: Correctable | None = None  # for a correction: what reads as `text`
    text: str = ""
    by: OfficerId | None = None
    review_on: date | None = None

    @property
    def blocks(self) -> bool:
        """It is a block that stands."""
        return self.measure is Measured.BLOCK and self.lifted_on is None

    @property
    def interim(self) -> bool:
        """The Secretariat's own measure, not the Commission's."""
        return self.by is not None
