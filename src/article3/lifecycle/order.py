"""An order of the Commission as it stands in a file: what was done, since when, by the order's id alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.lifecycle.states import State
from article3.terms.redress import Correctable, Measured


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingOrder:
    """One order that was carried out on the file. `before`: for a block, the state it returns to."""

    order: str
    measure: Measured
    on: date
    lifted_on: date | None = None
    before: State | None = None
    part: Correctable | None = None  # for a correction: what reads as `text`
    text: str = ""
