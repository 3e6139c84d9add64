"""The Secretariat refuses a request, the update of a notice or a conversion, as two reviewers decided (RPD 77)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, tell, unchanged
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.events import ConversionRefused, RequestRefused, UpdateRefused
from article3.lifecycle.notice import refuse
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting

_KINDS = {RequestRefused: MessageKind.REQUEST_REFUSED, UpdateRefused: MessageKind.UPDATE_REFUSED,
          ConversionRefused: MessageKind.CONVERSION_REFUSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseRequest:
    """The file, on the version that was read."""

    reference: Reference
    version: int


def refuse_request(order: RefuseRequest, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> RequestRefused | UpdateRefused | ConversionRefused:
    """The source is told in outward words only; a notice whose update is refused, and what was not
    converted, stand as they stood."""
    file = unchanged(register.file(order.reference), order.version)
    refused = refuse(file, at=at, sitting=sitting)
    kind = _KINDS[type(refused)]
    filed(file, refused, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, (file.source,), kind, file)
    return refused
