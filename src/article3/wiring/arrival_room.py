"""What a bureau does at home: its acts under its own key, and the look at everything that arrives before it is read."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from article3.acts.at_home.looking import Contents
from article3.acts.at_home.mandates import home_act
from article3.acts.at_home.screen_arrival import ScreenArrival
from article3.lifecycle.protective import NAMED
from article3.national.cabinet import Cabinet
from article3.officers import roll
from article3.register.arrival_words import Said, expect_stored, said
from article3.register.arrivals import book, paper_text
from article3.screening.passages import UNSEEN, Passage, particulars, passages
from article3.terms.communication import BureauCode, CountryCode, Level, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting
from article3.wiring import sealing_room

AT_ONCE = 200
"""Texts looked through before somebody reads; the clock looks through the rest."""


class Arrivals:
    """The arrivals of one bureau, as its acts ask for them."""

    def __init__(self, bureau: BureauCode, cabinet: Cabinet, at: datetime) -> None:
        self._bureau, self._cabinet, self._at = bureau, cabinet, at

    def name(self, item: str, officers: Iterable[OfficerId]) -> None:
        """These officers, and nobody else, may read the item at the desk."""
        book.name(self._bureau, item, officers)

    def screened(self, item: str, text: str, *, let_on: bool) -> None:
        """The text was looked through with today's list."""
        book.screened(self._bureau, item, text, revision=self._cabinet.revision, let_on=let_on, at=self._at)

    def hold_papers(self, item: str, papers: Iterable[str]) -> None:
        """Papers of the item that the desk looks at first."""
        book.hold_papers(self._bureau, item, papers)

    def let_on(self, item: str) -> None:
        """The item may be read at the bureau from now on."""
        book.let_on(self._bureau, item)

    def let_papers_on(self, item: str) -> None:
        """Its papers may be opened."""
        book.let_papers_on(self._bureau, item)


def perform_at_home(order: Any, *, sitting: Sitting, at: datetime | None = None) -> Any:
    """Carry out one act of a bureau at home and return its event; all of it or nothing. Raises Refused, NotFound."""
    at = at or timezone.now()
    act = home_act(order)
    if not act.allows(sitting) or sitting.bureau is None:
        raise Refused("Your mandate does not cover this act.")
    with transaction.atomic():
        cabinet = Cabinet(sitting.bureau, at)
        arrivals = Arrivals(sitting.bureau, cabinet, at)
        return act.perform(order, at=at, sitting=sitting, cabinet=cabinet, arrivals=arrivals)


def open_desk(bureau: BureauCode, at: datetime | None = None) -> None:
    """The bureau has a protective desk from now on: what it holds and what comes is looked through first."""
    at = at or timezone.now()
    with transaction.atomic():
        book.open_desk(bureau, at)
        for reference, reached in book.unexpected(bureau, at.date()):
            expect_stored(bureau, reference, reached)


def look_through(bureau: BureauCode, at: datetime | None = None, *, most: int = AT_ONCE,
                 progress: Callable[[int], None] = lambda _: None) -> int:  # fmt: skip
    """Everything nobody has looked at, then what was compared with an older list; how many texts were looked through.

    Each in a transaction of its own: what one reading meets half done, the next one finds whole.
    """
    at, done = at or timezone.now(), 0
    if not book.has_desk(bureau):
        return 0
    revision = Cabinet(bureau, at).revision
    todo = book.waiting(bureau, most=most)
    todo = [(seen, 0) for seen in todo]
    todo += [(seen, seen.revision) for seen in book.behind(bureau, revision, most=most - len(todo))]
    for seen, compared_with in todo:
        contents = _contents(_machine(bureau), said(seen))
        if contents is None:  # sealed, and its paper is not here yet: nobody can open it either
            continue
        order = ScreenArrival(item=seen.item, about=seen.file, text=seen.text, contents=contents,
                              compared_with=compared_with, officers=on_duty(bureau)[:NAMED],
                              file=Reference(secrets.token_hex(16)))  # fmt: skip
        perform_at_home(order, sitting=_machine(bureau), at=at)
        done += 1
        progress(done)
    return done


def look_through_all(at: datetime) -> int:
    """Everything that waits at any desk; how many texts were looked through."""
    done = 0
    for bureau in book.desks():
        while found := look_through(bureau, at, most=500):
            done += found
    return done


def kept_back(bureau: BureauCode, items: Iterable[str]) -> frozenset[str]:
    """Those items that the bureau's desk has not let on: nobody else there may learn of them."""
    return book.kept_back(bureau, items)


def noter(sitting: Sitting) -> Callable[..., None] | None:
    """How a desk's reading is written down: in its own log, so that no other journal tells of it; None elsewhere."""
    if sitting.bureau is None or sitting.role is not MandateRole.DUTY_OFFICER:
        return None
    bureau, officer = sitting.bureau, sitting.officer

    def note(what: str, *, why: str, at: datetime, references: Iterable[str], about: str = "") -> None:
        with transaction.atomic():
            Cabinet(bureau, at).note(what, officer=officer, why=why, references=references, about=about)

    return note


def on_duty(bureau: BureauCode) -> tuple[OfficerId, ...]:
    """The officers who hold a mandate at the bureau's protective desk, the longest there first."""
    return roll.seated(SeatCode(f"desk:{bureau}"))


def _contents(program: Sitting, words: Said | None) -> Contents | None:
    """What is looked through of an arrival; None while it is sealed and does not open here."""
    if words is None:
        return Contents(source=BureauCode(""), person=None, passages=())
    texts, unread = [Passage(where="caveat", text=text) for text in words.texts], []
    opened = sealing_room.with_papers(program, words.communication) if words.communication else (None, ())
    if opened is None:
        return None
    sent, papers = opened
    for each, content in zip(sent.attachments if sent else (), papers, strict=True):
        text = paper_text.words_of(content, each.name) if content is not None else ""
        if text is None:
            unread.append((each.name, each.sha256))
        elif text:
            texts.append(Passage(where=each.name, text=UNSEEN.sub("", text)))
    return Contents(
        source=words.source, person=particulars(sent.person) if sent and sent.person else None,
        passages=(*(passages(sent) if sent else ()), *texts), unread=tuple(unread),
    )  # fmt: skip


def _machine(bureau: BureauCode) -> Sitting:
    """The desk's program: no person sits here."""
    return Sitting(officer=OfficerId("0" * 32), officer_name="", nationality=CountryCode(""),
                   seat=SeatCode(f"desk:{bureau}"), role=MandateRole.CLOCK, clearance=Level.CONFIDENTIAL)  # fmt: skip
