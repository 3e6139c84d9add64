"""A query of the front line found something: the result is registered (RPD 106)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.frontline import Result, ResultRegistered
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterResult:
    """The result as the officer's screen shows it. Its source learns nothing of a candidate."""

    result: Result


def register_result(order: RegisterResult, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
                    ) -> ResultRegistered:  # fmt: skip
    """Registered as a candidate: nobody has compared anything yet."""
    result = order.result
    if result.same is not None or result.by != sitting.officer:
        raise Refused("A result begins as a candidate of the officer who asked.", "RPD-104")
    cabinet.keep(result)
    event = ResultRegistered(reference=result.item, at=at, by=sitting.officer, seat=sitting.seat, result=result.id,
                             source_told=False)
    cabinet.write_down(event)
    return event
