"""The Secretariat's own block (RPD 129): at once on doubt, until a day of review, lifted by somebody else.

Members read what they read of every block, its source too. It holds a record back while two reviewers decide; an order
of the Commission stands above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.order import StandingOrder
from article3.lifecycle.ordered import DataBlocked, DataUnblocked, blocked
from article3.lifecycle.possible import made, worded
from article3.lifecycle.states import DELIVERED, IN_FORCE
from article3.terms.clocks import day_of
from article3.terms.finding import Refused
from article3.terms.redress import Measured
from article3.terms.sitting import Sitting

CITATION = "RPD 129"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterimBlockSet(DataBlocked):
    """Members read that no action may be taken, until the task force has looked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterimBlockLifted(DataUnblocked):
    """The record stands where it stood, unless the Commission blocked it meanwhile."""

    because: str


def block(file: CaseFile, id: str, because: str, review_on: date, *, longest_days: int, at: datetime, sitting: Sitting
          ) -> InterimBlockSet:  # fmt: skip
    """Raises Refused for a record that is not out, one that is blocked, and a day of review that is no day to come."""
    if blocked(file):
        raise Refused("The file is blocked already.", CITATION)
    if file.state not in IN_FORCE | DELIVERED:
        raise Refused("Only a record that is out is blocked: this one reaches nobody.", CITATION)
    on, because = day_of(at), worded(because, "The doubt, and the harm that could come of it", CITATION)
    if not on < review_on <= on + timedelta(days=longest_days):
        raise Refused(f"The day of review lies after today and within {longest_days} days.", CITATION)
    order = StandingOrder(order=id, measure=Measured.BLOCK, on=on, text=because, by=sitting.officer,
                          review_on=review_on)  # fmt: skip
    return InterimBlockSet(**made(file, at, sitting), order=order)


def lift(file: CaseFile, because: str, *, at: datetime, sitting: Sitting) -> InterimBlockLifted:
    """Raises Refused where none of the Secretariat stands, and for the officer who set it."""
    standing = standing_block(file)
    if standing is None:
        raise Refused("No block of the Secretariat stands on the file.", CITATION)
    if standing.by == sitting.officer:
        raise Refused("You blocked it. Somebody else looks at it again and lifts it.", CITATION)
    return InterimBlockLifted(**made(file, at, sitting), lifts=standing.order, on=day_of(at),
                              because=worded(because, "What became of the doubt", CITATION))  # fmt: skip


def standing_block(file: CaseFile) -> StandingOrder | None:
    """The Secretariat's own block that stands on the file."""
    return next((order for order in file.orders if order.blocks and order.interim), None)
