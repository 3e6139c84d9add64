"""The Security Council's list: laid before the Secretariat, shown, signed by a second person, carried out."""

from __future__ import annotations

from django.utils import timezone

from article3.access.decision import role_of
from article3.access.words import Role
from article3.acts.adopt_un_list import AdoptUnList
from article3.acts.enter_listed import EnterListed
from article3.acts.ports import NotFound
from article3.acts.propose_un_list import ProposeUnList, stated
from article3.intake.problems import Unreadable
from article3.intake.un_list import ReadList, read_list
from article3.lifecycle.listing import Line, UnList, Weighed, difference
from article3.register.files import Files
from article3.register.ledger.pages import several, those
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting
from article3.wiring.performing import clock, new_reference, perform

SAID_AT_ONCE = 10
"""Problems of a broken list that are told at once."""
ROUNDS_AT_A_DESK = 2
"""So many rounds are carried out while somebody waits; the rest by the clock."""


def un_lists(sitting: Sitting) -> tuple[UnList, ...]:
    """Every list that was laid before the Secretariat, the newest first; nothing for other seats."""
    found = several(UnList) if role_of(sitting) is Role.REVIEWER else ()
    return tuple(sorted(found, key=lambda page: page.proposed.at, reverse=True))


def un_list(sitting: Sitting, reference: str) -> UnList:
    """One of them; raises NotFound."""
    found = those(UnList, (Reference(reference),)) if role_of(sitting) is Role.REVIEWER else ()
    if not found:
        raise NotFound
    return found[0]


def difference_of(content: bytes, sitting: Sitting) -> tuple[ReadList, tuple[Line, ...]]:
    """What a list would change, shown and kept nowhere. Raises Refused with what is wrong, NotFound for other seats."""
    if role_of(sitting) is not Role.REVIEWER:
        raise NotFound
    read, on = _read(content), day_of(timezone.now())
    entries = [stated(entry, on, sitting.officer_name) for entry in read.entries]
    standing = Files(bureaus=tuple, order=None).un_listed()
    return read, difference(entries, standing, dict.fromkeys((e.un_reference for e in entries), Reference("")), now=on)


def lay_list(content: bytes, weighed: Weighed, sitting: Sitting, *, declared: bool) -> UnList:
    """Lay a list before the Secretariat. Raises Refused: broken, old, nothing new, or words are missing."""
    read = _read(content)
    page = new_reference()
    fresh = {entry.un_reference: new_reference() for entry in read.entries}
    order = ProposeUnList(page=page, read=read, fresh=fresh, weighed=weighed, declared=declared)
    perform(order, sitting=sitting)
    return un_list(sitting, page)


def adopt_list(reference: str, version: int, sitting: Sitting, *, rounds: int = ROUNDS_AT_A_DESK) -> None:
    """Stand behind a list and carry its first entries out."""
    perform(AdoptUnList(page=Reference(reference), version=version), sitting=sitting)
    carry_out_lists(rounds)


def carry_out_lists(rounds: int = 10_000) -> int:
    """Carry adopted lists out, some entries a round; how many rounds were made."""
    made = 0
    for page in several(UnList, open_only=True):
        while made < rounds and page.adopted is not None:
            try:
                perform(EnterListed(page=page.reference), sitting=clock())
            except Refused:  # nothing is left of it
                break
            made += 1
    return made


def _read(content: bytes) -> ReadList:
    try:
        return read_list(content)
    except Unreadable as unreadable:
        wrong = [f"{each.pointer}: {each}" if each.pointer else str(each) for each in unreadable.problems]
        more = f" And {len(wrong) - SAID_AT_ONCE} more." if len(wrong) > SAID_AT_ONCE else ""
        said = " ".join(wrong[:SAID_AT_ONCE])
        raise Refused(f"The list is refused whole, since half a list would delist the rest. {said}{more}") from None
