"""A duty officer tells the protected person, in a safe text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.at_home.opening import filed, opened
from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.protective import PersonTold, SafeText, Told, tell
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyProtected:
    """The file, which of the safe texts, and how it was given."""

    reference: Reference
    text: SafeText
    how: str


def notify_protected(order: NotifyProtected, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
       ) -> PersonTold:  # fmt: skip
    """Only in a text of the closed list: nothing of source, content or time."""
    file = opened(cabinet, order.reference, sitting)
    told = Told(text=order.text, how=order.how, by=sitting.officer, at=at)
    event = tell(file, told, reference=file.id, at=at, by=sitting.officer, seat=sitting.seat)
    filed(cabinet, file, event)
    return event
