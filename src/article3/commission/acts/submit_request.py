"""The applicant sends a request; the receipt code is the way back (Statute 29)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.application import Application
from article3.commission.lifecycle.receiving import begin
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import OfficerId

APPLICANT = OfficerId("")
"""An applicant is no officer and has no id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitRequest:
    """What was written, the bytes of its papers by digest, and the code the applicant keeps."""

    reference: Reference
    application: Application
    code: str
    papers: Iterable[tuple[str, bytes]]


def submit_request(order: SubmitRequest, *, at: datetime, shelf: Shelf) -> CommissionRequest:
    """Nothing that can be mended later keeps a request out; every paper it names is kept with it."""
    request = begin(order.application, order.reference, at)
    for digest, content in order.papers:
        shelf.keep_paper(digest, content)
    shelf.add(request, order.code)
    shelf.note("submit_request", officer=APPLICANT, reference=order.reference, at=at, of=order.application)
    return request
