"""A second person stands behind the Security Council's list, as its difference was read (RPD 95)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle import listing
from article3.lifecycle.listing import Change, Line, ListAdopted, UnList
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptUnList:
    """The list, on the version that was read."""

    page: Reference
    version: int


def adopt_un_list(order: AdoptUnList, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> ListAdopted:
    """What was read must still be what it would change: otherwise it is laid before the Secretariat anew."""
    page = register.ledger_page(UnList, order.page)
    if page.version != order.version:
        raise Changed
    event = listing.adopt(page, at=at, sitting=sitting)
    _require_as_read(page.lines, register)
    register.keep_page(replace(page, adopted=listing.signed(sitting, at), version=page.version + 1))
    journal.append(event)
    return event


def _require_as_read(lines: tuple[Line, ...], register: Register) -> None:
    standing = register.un_listed()
    for line in lines:
        file = standing.get(line.un_reference)
        as_read = file is None if line.change is Change.ADDED else file is not None and file.reference == line.file
        if not as_read:
            raise Refused(f"The register changed at {line.un_reference} since the difference was shown. Set this list "
                          "aside and lay it before the Secretariat anew.", listing.CITATION)
