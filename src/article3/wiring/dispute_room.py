"""Disputes for those who may read them: the bureau that raised them, the desk, the reviewer of the file."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from article3.access.why import Why
from article3.acts.ports import NotFound
from article3.journal import pages as journal
from article3.lifecycle.dispute import Dispute
from article3.register.disputes import shelf
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting
from article3.wiring import arrival_room
from article3.wiring.performing import reader


def own_disputes(sitting: Sitting) -> tuple[Dispute, ...]:
    """What the sitting's bureau disputes, the latest first."""
    found = shelf.of_bureau(sitting)
    if sitting.bureau is not None:
        kept = arrival_room.kept_back(sitting.bureau, (each.file for each in found))
        found = tuple(each for each in found if each.file not in kept)
    journal.Pages().note("disputes", sitting=sitting, why=Why.INCOMING.value, at=timezone.now(),
                         references=[each.reference for each in found])  # fmt: skip
    return found


def disputes_waiting(sitting: Sitting, at: datetime | None = None) -> tuple[Dispute, ...]:
    """Open disputes at the desk, the nearest day first."""
    return shelf.waiting(sitting, at or timezone.now())


def disputes_of(sitting: Sitting, reference: Reference) -> tuple[Dispute, ...]:
    """The disputes of one file, for the reviewer it is assigned to. Raises NotFound."""
    page = reader(sitting, Why.EXAMINATION).case(reference)
    if page.readings["D7"] != "full":
        raise NotFound
    return shelf.of_file(reference)
