"""The source withdraws its request, notice or diffusion (RPD 81(2), 101)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, own_file, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.events import NoticeWithdrawn
from article3.lifecycle.notice import withdraw
from article3.lifecycle.states import DELIVERED
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.reasons import WithdrawalCode
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawNotice:
    """Why, by code, and in words if the source likes."""

    reference: Reference
    code: WithdrawalCode
    because: str = ""


def withdraw_notice(order: WithdrawNotice, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                    journal: Journal) -> NoticeWithdrawn:
    """Everybody who read it is told; other sources' files on the person are not touched."""
    file = own_file(register, order.reference, sitting)
    withdrawn = withdraw(file, order.code, order.because, at=at, sitting=sitting)
    told = readers(file, register, day_of(at))
    kind = MessageKind.DIFFUSION_WITHDRAWN if file.state in DELIVERED else MessageKind.NOTICE_ENDED
    filed(file, withdrawn, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, told, kind, file)
    return withdrawn
