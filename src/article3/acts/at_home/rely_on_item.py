"""What was done at home on the strength of an item is written down, so that a recall finds the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.frontline import (
    COERCIVE,
    OUTCOMES,
    Incident,
    ItemReliedOn,
    PreActionCheck,
    Reliance,
    Result,
    use_result,
)
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RelyOnItem:
    """What was done, in which file of which agency; the check before it; a fresh id for an incident."""

    reliance: Reliance
    incident: Reference


def rely_on_item(order: RelyOnItem, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
                 ) -> ItemReliedOn:  # fmt: skip
    """Coercion needs a check before it. What was done although the check spoke against it is an incident."""
    reliance = order.reliance
    if not reliance.done.strip() or not reliance.file.strip():
        raise Refused("Say what was done, and in which file.", "RPD-106")
    result = cabinet.one(Result, reliance.result)
    check = cabinet.one(PreActionCheck, reliance.check) if reliance.check else None
    if check is not None and (check.result != result.id or check.use is not reliance.use):
        raise Refused("The confirmation number is of another check: it must be of this result and this use.", "RPD-63")
    used = use_result(result, reliance.use, check, at)
    cabinet.keep(replace(used, outcome=OUTCOMES.get(reliance.use, used.outcome)))
    cabinet.keep(reliance)
    incident = _incident(order, check, at, sitting)
    if incident is not None:
        cabinet.keep(incident)
    event = ItemReliedOn(reference=reliance.item, at=at, by=sitting.officer, seat=sitting.seat, reliance=reliance.id,
                         incident=incident.id if incident else None)
    cabinet.write_down(event)
    return event


def _incident(order: RelyOnItem, check: PreActionCheck | None, at: datetime, sitting: Sitting) -> Incident | None:
    reliance = order.reliance
    if reliance.use not in COERCIVE or check is None or check.in_order:
        return None
    return Incident(id=order.incident, bureau=reliance.bureau, item=reliance.item, reliance=reliance.id, at=at,
                    against=(*check.against, *check.open_questions), said=reliance.done, by=sitting.officer)
