"""A duty officer writes down a contact with an agency of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.at_home.opening import filed, opened
from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle import protective
from article3.lifecycle.protective import Contact, ContactLogged
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class LogContact:
    """The file, the agency, and what was said."""

    reference: Reference
    agency: str
    said: str


def log_contact(order: LogContact, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
       ) -> ContactLogged:  # fmt: skip
    """Only agencies of the plan are spoken with; each contact stays on the file."""
    file = opened(cabinet, order.reference, sitting)
    contact = Contact(agency=order.agency, said=order.said, by=sitting.officer, at=at)
    event = protective.log_contact(file, contact, reference=file.id, at=at, by=sitting.officer, seat=sitting.seat)
    filed(cabinet, file, event)
    return event
