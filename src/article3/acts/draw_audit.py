"""The clock draws approvals by lot for a second look (RPD 127)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.spot_check import AuditDrawn, SpotCheck
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, Sitting

CHECK_WITHIN_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawAudit:
    """What the lot fell on; `check` is the spot check's own reference, `hands` who stood behind the approval."""

    check: Reference
    file: Reference
    source: BureauCode
    hands: tuple[OfficerId, ...]


def draw_audit(order: DrawAudit, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
               journal: Journal) -> AuditDrawn:  # fmt: skip
    """Each file at most once; the lot is drawn outside, the journal says on what it fell."""
    if register.ledger_pages(SpotCheck, about=order.file):
        raise Refused("The file was drawn before.", "RPD 127")
    register.keep_page(SpotCheck(reference=order.check, file=order.file, source=order.source, hands=order.hands,
                                 drawn_at=at, due_on=day_of(at) + timedelta(days=CHECK_WITHIN_DAYS)))
    drawn = AuditDrawn(reference=order.file, at=at, by=sitting.officer, seat=sitting.seat)
    journal.append(drawn)
    return drawn
