"""What the Organization learned after a decision: noted on the request, when somebody opens it and once a day."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from django.utils import timezone

from article3.commission.acts.note_new_fact import NoteNewFact
from article3.commission.lifecycle.learned import Learned
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.lifecycle.revision import DECIDED
from article3.commission.register import shelf
from article3.commission.register.shelf import NotFound
from article3.commission.wiring.performing import SEAT, perform
from article3.commission.wiring.reading import seen
from article3.terms.communication import CountryCode, Level
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole, OfficerId, Sitting

MACHINE = Sitting(officer=OfficerId("0" * 32), officer_name="", nationality=CountryCode(""), seat=SEAT,
                  role=MandateRole.COMMISSION_SECRETARIAT, clearance=Level.CONFIDENTIAL)  # fmt: skip
"""Who looks by the clock."""
WATCHED = "watched"
EVERY = timedelta(hours=20)


def note_news(sitting: Sitting, request: CommissionRequest, at: datetime | None = None) -> CommissionRequest:
    """The request with every fact that was learned of its files since the decision and can still revise it."""
    at = at or timezone.now()
    if request.stage not in DECIDED:
        return request
    for file in request.identified:
        try:
            now = seen(sitting, request.reference, file.reference, at=at).now
        except NotFound:
            continue
        for each in now.established if now is not None else ():
            if each.withdrawn_on is None:
                learned = Learned(file=file.reference, fact=each.fact, learned_on=each.learned_on)
                with suppress(Refused):  # known then, noted already, or too long ago
                    request = perform(NoteNewFact(reference=request.reference, learned=learned), sitting=sitting, at=at)
    return request


def watch(at: datetime | None = None) -> int:
    """Once a day, every decided request: how many were looked at; none when the last look is not a day old."""
    at = at or timezone.now()
    last = shelf.looks("", most=1, what=WATCHED)
    if last and at - last[0].at < EVERY:
        return 0
    shelf.Shelf().note(WATCHED, officer=MACHINE.officer, at=at)
    decided = shelf.whole(line.reference for line in shelf.lines(DECIDED))
    for request in decided:
        note_news(MACHINE, request, at)
    return len(decided)
