"""A reviewer says whether an approval drawn by lot stands (RPD 127)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle.spot_check import AuditFoundWrong, AuditPassed, SpotCheck, checked
from article3.terms.communication import Reference
from article3.terms.reasons import Ground
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAudit:
    """Whether it stands, why, and the grounds where it does not, on the version that was read."""

    check: Reference
    version: int
    stands: bool
    because: str
    grounds: tuple[Ground, ...] = ()


def answer_audit(order: AnswerAudit, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                 journal: Journal) -> AuditPassed | AuditFoundWrong:  # fmt: skip
    """Somebody without a hand in it. Nothing follows by itself: a review is opened by people."""
    check = register.ledger_page(SpotCheck, order.check)
    if check.version != order.version:
        raise Changed
    event, kept = checked(check, stands=order.stands, because=order.because, grounds=order.grounds, at=at,
                          sitting=sitting)
    register.keep_page(kept)
    journal.append(event)
    return event
