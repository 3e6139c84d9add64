"""The clock carries an adopted list of the Security Council out, some entries at a time, delistings first (RPD 95)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts import listed_entry
from article3.acts.filing import filed, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.law.parameters import parameter
from article3.lifecycle.events import Event
from article3.lifecycle.listing import CITATION, Change, Line, ListedEntered, Outcome, UnList
from article3.lifecycle.notice import withdraw
from article3.lifecycle.retention import extend
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.reasons import WithdrawalCode
from article3.terms.sitting import Sitting

AT_ONCE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterListed:
    """The list of which the next entries are carried out."""

    page: Reference


def enter_listed(order: EnterListed, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                 journal: Journal) -> tuple[Event, ...]:
    """Each entry becomes what it is on the list, or what stands in the way is written beside it."""
    page = register.ledger_page(UnList, order.page)
    if page.adopted is None or not page.left:
        raise Refused("There is nothing of this list to carry out.", CITATION)
    done = {line.un_reference: _carried_out(line, page, at, sitting, register, outbox, journal)
            for line in page.left[:AT_ONCE]}  # fmt: skip
    lines = tuple(done.get(line.un_reference, line) if line.outcome is None else line for line in page.lines)
    register.keep_page(replace(page, lines=lines, version=page.version + 1))
    entered = ListedEntered(reference=page.reference, at=at, by=sitting.officer, seat=sitting.seat,
                            lines=tuple((each.un_reference, each.change.value, str(each.outcome and each.outcome.value))
                                        for each in done.values()))  # fmt: skip
    journal.append(entered)
    return (entered,)


def _carried_out(line: Line, page: UnList, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                 journal: Journal) -> Line:  # fmt: skip
    try:
        if line.change is Change.DELISTED:
            return _delisted(line, page, at, sitting, register, outbox, journal)
        if line.change is Change.KEPT:
            return _kept(line, page, at, sitting, register, journal)
        entered = listed_entry.enter(line, page, at=at, sitting=sitting, register=register, journal=journal)
    except Refused as refused:
        return replace(line, outcome=Outcome.WAITS, because=refused.because)
    if entered.told is not None:
        tell(outbox, readers(entered.file, register, day_of(at)), entered.told, entered.file)
    return replace(line, outcome=Outcome.PUBLISHED if entered.told else Outcome.WAITS, because=entered.because)


def _delisted(line: Line, page: UnList, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
              journal: Journal) -> Line:  # fmt: skip
    """Whoever read it is told that it ended, and owes its removal like that of any notice withdrawn."""
    file = register.file(line.file)
    because = f"It is no longer on the list of {day_of(page.generated)}."
    gone = withdraw(file, WithdrawalCode.LEGAL_BASIS_GONE, because, at=at, sitting=sitting)
    told = readers(file, register, day_of(at))
    filed(file, gone, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, told, MessageKind.NOTICE_ENDED, file)
    return replace(line, outcome=Outcome.WITHDRAWN)


def _kept(line: Line, page: UnList, at: datetime, sitting: Sitting, register: Register, journal: Journal) -> Line:
    """That it stands on the list of today is why its data are still needed (RPD 50)."""
    file, on = register.file(line.file), day_of(at)
    longest = parameter("retention.extension_max_months", on)
    longer = extend(file, longest, f"It stands on the list of {day_of(page.generated)}.", None, at=at, sitting=sitting,
                    longest_months=longest, ask_months=parameter("retention.ask_before_months", on))
    filed(file, longer, at=at, sitting=sitting, register=register, journal=journal)
    return replace(line, outcome=Outcome.EXTENDED)
