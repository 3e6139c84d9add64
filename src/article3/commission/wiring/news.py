"""What the Organization learned after a decision: each fact opens six months in which to revise it (Statute 42)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.lifecycle.submission import revision_until
from article3.commission.register.shelf import NotFound
from article3.commission.wiring.reading import seen
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A fact on record about a file of a decided request, learned after the decision."""

    file: Reference
    fact: str
    learned_on: date
    until: date


def news(sitting: Sitting, request: CommissionRequest, at: datetime | None = None) -> tuple[News, ...]:
    """The facts on which the decision could be revised today; none while nothing is decided."""
    at = at or timezone.now()
    if request.decision is None:
        return ()
    found = []
    for file in request.identified:
        try:
            now = seen(sitting, request.reference, file.reference, at=at).now
        except NotFound:
            continue
        established = now.established if now is not None else ()
        found += [News(file=file.reference, fact=each.fact, learned_on=each.learned_on,
                       until=revision_until(each.learned_on)) for each in established
                  if each.learned_on > request.decision.on and each.withdrawn_on is None]  # fmt: skip
    return tuple(each for each in found if day_of(at) <= each.until)
