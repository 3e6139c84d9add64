"""The applicant writes to the Commission after sending the request; who writes is known by the receipt code alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.acts.submit_request import APPLICANT
from article3.commission.lifecycle.heard import Message
from article3.commission.lifecycle.hearing_applicant import hear
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class HearApplicant:
    """A message to one's own request, with the bytes of its papers by digest."""

    reference: Reference
    message: Message
    papers: Iterable[tuple[str, bytes]] = ()


def hear_applicant(order: HearApplicant, *, at: datetime, shelf: Shelf) -> CommissionRequest:
    """The message goes onto the file. Raises Refused where it has no place."""
    kept = shelf.keep(hear(shelf.request(order.reference), order.message))
    for digest, content in order.papers:
        shelf.keep_paper(digest, content)
    shelf.note("hear_applicant", officer=APPLICANT, reference=order.reference, at=at, of=order.message)
    return kept
