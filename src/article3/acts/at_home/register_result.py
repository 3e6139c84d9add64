"""A query of the front line found something: each result is registered (RPD 106)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.frontline import Result, ResultRegistered
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterResult:
    """The results of one query as the officer's screen shows them. Their sources learn nothing of a candidate."""

    results: tuple[Result, ...]


def register_result(order: RegisterResult, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
                    ) -> tuple[ResultRegistered, ...]:  # fmt: skip
    """Registered as candidates: nobody has compared anything yet."""
    if any(result.same is not None or result.by != sitting.officer for result in order.results):
        raise Refused("A result begins as a candidate of the officer who asked.", "RPD-104")
    cabinet.keep_new(order.results)
    events = tuple(ResultRegistered(reference=result.item, at=at, by=sitting.officer, seat=sitting.seat,
                                    result=result.id, source_told=False) for result in order.results)  # fmt: skip
    cabinet.write_down(*events)
    return events
