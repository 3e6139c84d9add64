"""Who sits where: accounts, seats and mandates, each change in the journal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from article3.journal import pages as journal
from article3.officers import roll
from article3.officers.events import MandateGiven, OfficerEnrolled, OfficerSuspended
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Level
from article3.terms.sitting import MandateRole, OfficerId, Sitting
from article3.wiring.performing import clock


def enrol(name: str, *, nationality: str, full_name: str, password: str) -> list[str]:
    """Make an account; why it cannot be made, in sentences, when it cannot."""
    problems = roll.problems(name, nationality, password)
    if not problems:
        with transaction.atomic():
            officer = roll.enrol(name, nationality=nationality, full_name=full_name, password=password)
            journal.Pages().append(OfficerEnrolled(**_by_the_installation(officer)))
    return problems


def sitting_of(name: str, seat: str) -> Sitting | None:
    """The sitting of the officer with that name in a seat today, for commands; None without a mandate."""
    officer = roll.known(name)
    try:
        return None if officer is None else roll.sitting_of(officer, seat)
    except LookupError:
        return None


def give_mandate(name: str, seat: str, role: str, *, clearance: str) -> bool:
    """Let an officer sit in a seat from today on; False when there is no such account."""
    officer, since = roll.known(name), day_of(timezone.now())
    if officer is None:
        return False
    with transaction.atomic():
        roll.open_seat_if_new(seat)
        roll.give_mandate(officer, seat, MandateRole(role), clearance=Level(clearance), since=since)
        said = f"{role} in {seat}, {clearance}, from {since}"
        journal.Pages().append(MandateGiven(**_by_the_installation(officer), mandate=said))
    return True


def suspend(name: str) -> bool:
    """End an account from the next request on; False when there is no such account."""
    officer = roll.known(name)
    if officer is None:
        return False
    with transaction.atomic():
        roll.revoke(officer)
        journal.Pages().append(OfficerSuspended(**_by_the_installation(officer)))
    return True


def roll_of_officers() -> tuple[roll.Entry, ...]:
    """Every account with its mandates of today."""
    return roll.everybody(timezone.now())


def bureaus() -> tuple[BureauCode, ...]:
    """Every member bureau, in order of code."""
    return roll.bureaus()


def officer_names(officers: Iterable[OfficerId], sitting: Sitting) -> dict[OfficerId, str]:
    """Names of officers, only for colleagues of the same seat; everybody else stays an opaque id."""
    return roll.names(officers, sitting.seat)


def _by_the_installation(officer: OfficerId) -> dict[str, Any]:
    """The head of an event about an officer, done by whoever runs the installation."""
    return {"reference": officer, "at": timezone.now(), "by": clock().officer, "seat": clock().seat}
