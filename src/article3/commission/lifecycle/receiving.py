"""A request is sent: the file begins, and its receipt is acknowledged in the same moment (Statute 29, 32)."""

from __future__ import annotations

from datetime import datetime

from article3.commission.lifecycle.application import Application
from article3.commission.lifecycle.request import CommissionRequest, Days, Step
from article3.terms.clocks import day_of
from article3.terms.communication import Reference


def begin(application: Application, reference: Reference, at: datetime) -> CommissionRequest:
    """The first version of the file. Nothing is judged: the desk and the rules do that."""
    return CommissionRequest(reference=reference, application=application, received_at=at,
                             days=Days(acknowledged_on=day_of(at)),
                             steps=(Step(what="received", at=at, by=None),))
