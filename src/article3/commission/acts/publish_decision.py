"""A decision goes into the public library without names; what tells who it is about is sought first (Statute 44)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.anonymity import Sure, tells
from article3.commission.lifecycle.procedure import noted, require, worded
from article3.commission.lifecycle.request import CommissionRequest, Stage
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

TITLE_CHARACTERS = 200
SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishDecision:
    """The text as the public will read it. `looked`: the officer looked at every place that may be a name."""

    reference: Reference
    title: str
    text: str
    language: str
    looked: bool = False


def publish_decision(order: PublishDecision, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """Published once, when it was carried out. Raises Refused while something of the file stands in the text."""
    request = shelf.request(order.reference)
    require(request, frozenset({Stage.CARRIED_OUT}), "published")
    assert request.decision is not None, "carried out without a decision"
    if any(step.what == "published" for step in request.steps):
        raise Refused("This decision is in the library already.", "Statute 44")
    title, text = worded(order.title, "The title", "Statute 44"), worded(order.text, "The text", "Statute 44")
    _without_names(f"{title[:TITLE_CHARACTERS]}\n{text}", request, order.looked)
    number = shelf.publish(title[:TITLE_CHARACTERS], text, language=order.language, on=day_of(at),
                           outcome=request.decision.outcome, grounds=request.decision.grounds)
    kept = shelf.keep(noted(request, "published", at, sitting.officer, number))
    shelf.note("publish_decision", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept


def _without_names(text: str, request: CommissionRequest, looked: bool) -> None:
    found = tells(text, request.application)
    certain = [tell.found for tell in found if tell.sure is Sure.CERTAIN]
    if certain:
        raise Refused(f"Take out what tells who it is about: {', '.join(certain[:SHOWN])}.", "Statute 44")
    perhaps = [tell.found for tell in found if tell.sure is Sure.LOOK]
    if perhaps and not looked:
        raise Refused(f"Look at each of these, take out what is a name, and say that you looked: "
                      f"{', '.join(perhaps[:SHOWN])}.", "Statute 44")  # fmt: skip
