"""The Security Council's list is laid before the Secretariat, with what it would change in the register (RPD 95)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.intake.un_list import ReadList
from article3.law.parameters import parameter
from article3.lifecycle import listing
from article3.lifecycle.listing import CITATION, Line, ListProposed, UnList, Weighed
from article3.terms.clocks import day_of
from article3.terms.communication import UNITED_NATIONS, Communication, Declaration, Purpose, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

_DECLARED = ("quality", "conditions", "interest", "conformity", "lawfulness")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeUnList:
    """The list as it was read, what is answered for all its entries, and the officer's word that it is the published
    one. `fresh`: a random reference for every entry."""

    page: Reference
    read: ReadList
    fresh: Mapping[str, Reference]
    weighed: Weighed
    declared: bool


def propose_un_list(order: ProposeUnList, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                    journal: Journal) -> ListProposed:
    """Nothing changes yet: the difference is written down for a second person to read."""
    if not order.declared:
        raise Refused("Declare that this is the list as the Security Council published it.", CITATION)
    last = [page for page in register.ledger_pages(UnList) if page.adopted]
    page = UnList(reference=order.page, generated=order.read.generated, sha256=order.read.sha256,
                  entries=len(order.read.entries), weighed=order.weighed, proposed=listing.signed(sitting, at),
                  lines=_lines(order, at, sitting, register))  # fmt: skip
    newest = max(last, key=lambda each: each.generated, default=None)
    event = listing.propose(page, newest, at=at, sitting=sitting)
    register.keep_page(page)
    journal.append(event)
    return event


def _lines(order: ProposeUnList, at: datetime, sitting: Sitting, register: Register) -> tuple[Line, ...]:
    on = day_of(at)
    entries = [stated(entry, on, sitting.officer_name) for entry in order.read.entries]
    return listing.difference(entries, register.un_listed(), order.fresh, now=on)


def stated(entry: Communication, on: date, officer: str) -> Communication:
    """An entry as the United Nations states it: what the list itself is answers what every request must say."""
    months = parameter("retention.nominal_max_months", on)
    return replace(
        entry, source=UNITED_NATIONS, purpose=Purpose.INFORMATION, language="en", retention_months=months,
        public_extract_consent=True, facts_summary=entry.facts_summary or f"Listed as {entry.un_reference}.",
        legal_basis="Resolutions of the Security Council under Chapter VII of the Charter, binding on every member.",
        collecting_authority="The sanctions committee of the Security Council that listed it",
        interest="The measures of the Security Council are carried out by every member.",
        cross_border_link="Assets, travel and arms of whoever is listed are barred everywhere.",
        declarations=tuple(Declaration(what=what, officer=officer, on=on) for what in _DECLARED))
