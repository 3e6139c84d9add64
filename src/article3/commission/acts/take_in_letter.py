"""A letter of the Secretariat is taken into the request it belongs to: an answer, or a report on an order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.chamber import reported
from article3.commission.lifecycle.procedure import answered
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.lifecycle.ruling import Carried, CountryReport, ReportState
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId

SECRETARIAT = OfficerId("")
"""A letter has a seat behind it and no officer we know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeInLetter:
    """The letter, and the request our own letter belonged to."""

    reference: Reference
    kind: str
    body: dict[str, Any]


def take_in_letter(order: TakeInLetter, *, at: datetime, shelf: Shelf) -> CommissionRequest:
    """A second answer to a question that was answered changes nothing."""
    request, body = shelf.request(order.reference), order.body
    if order.kind == "report":
        kept = shelf.keep(reported(request, body["order"], _carried(body, at), at=at))
    else:
        try:
            kept = shelf.keep(answered(request, body["question"], body["text"], date.fromisoformat(body["on"]), at=at,
                                       by=None))
        except Refused:
            return request
    shelf.note(f"letter_{order.kind}", officer=SECRETARIAT, reference=order.reference, at=at, of=body)
    return kept


def _carried(body: dict[str, Any], at: datetime) -> Carried:
    """`taken_in`: the bureau has the newest word, on a day at the latest today."""
    countries = tuple(CountryReport(bureau=BureauCode(each["bureau"]), settled_on=_day(each["settled_on"], at))
                      for each in body["countries"])
    return Carried(state=ReportState(body["state"]), on=day_of(at), because=body["because"], countries=countries,
                   received_on=date.fromisoformat(body["received_on"]))


def _day(said: str, at: datetime) -> date | None:
    return None if not said else day_of(at) if said == "taken_in" else date.fromisoformat(said)
