"""Removals that holders do not sign for are chased by the clock: each step once, journalled, and the debtor is told."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3.acts.messages import Message, MessageKind
from article3.exchange import chasing, post
from article3.journal import pages as journal
from article3.law.parameters import parameter
from article3.lifecycle.delivery.chasing import Ladder, RemovalReminded
from article3.terms.clocks import day_of
from article3.wiring.performing import clock

AT_ONCE = 200


def chase_removals(at: datetime | None = None) -> dict[str, int]:
    """Take every step that is due; how often each kind was taken. A second time on the same instant does nothing."""
    at, done = at or timezone.now(), Counter[str]()
    while not settings.SEAT and (taken := _some(at)):
        done.update(taken)
    return dict(done)


def ladder(on: date) -> Ladder:
    """The steps in force on a day (law/parameters/removals.toml)."""
    days = [*parameter("removal.remind_after_days", on), parameter("removal.escalate_after_days", on)]
    return Ladder(after=tuple(timedelta(days=each) for each in days))


def _some(at: datetime) -> list[str]:
    with transaction.atomic():
        outbox, pages = post.Post(at), journal.Pages()
        taken = chasing.take_steps(ladder(day_of(at)), at=at, sitting=clock(), most=AT_ONCE)
        for event in taken:
            pages.append(event)
            if isinstance(event, RemovalReminded):
                outbox.post(to=event.to, message=Message(kind=MessageKind.REMOVAL_REMINDER, reference=event.reference,
                                                         about=str(event.number)))  # fmt: skip
        outbox.close()
    return [type(event).__name__ for event in taken]
