"""The source is told that its record found somebody (RPD 105), once an officer has confirmed who it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import readers
from article3.acts.messages import Message, MessageKind
from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.lifecycle.frontline import ResultTold
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class TellResult:
    """Of which record. `result`: the random id of the querying bureau's entry; nothing of the person leaves it."""

    reference: Reference
    result: Reference


def tell_result(order: TellResult, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> ResultTold:  # fmt: skip
    """Raises NotFound alike for a record that is not there and for one this bureau may not read: who cannot have found
    it learns nothing by claiming so, and its source hears nothing of the claim."""
    file = register.file(order.reference)
    if sitting.bureau is None or sitting.bureau not in readers(file, register, day_of(at)):
        raise NotFound
    told = ResultTold(reference=file.reference, at=at, by=sitting.officer, seat=sitting.seat, result=order.result,
                      source=file.source)
    journal.append(told)
    outbox.post(to=file.source, message=Message(kind=MessageKind.POSITIVE_RESULT, reference=file.reference))
    return told
