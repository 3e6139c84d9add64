"""The line of the demo, played on the demo's own clock: copies arrive, are passed on at home, are called back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from article3.commands.demo.office import SINCE, Office
from article3.line import bureau, copies, enrolment, transport
from article3.terms.finding import Refused

AGENCY = "Border police, southern district"


def connect(*, seat_bureaus: bool) -> None:
    """Keys for everybody seated here, since the office was opened."""
    opened = datetime(SINCE.year, SINCE.month, SINCE.day, tzinfo=UTC)
    if seat_bureaus:
        enrolment.seat_everybody(opened)
    else:
        enrolment.enrol(enrolment.SECRETARIAT, enrolment.own_public(enrolment.SECRETARIAT), since=opened)


def go_round(at: datetime) -> None:
    """A round on the line for every bureau seated here, at that instant."""
    for code in enrolment.seated_here(at):
        bureau.deliver(code, transport.by_hand_at(at), at)


def pass_on_at_home(office: Office, item: str, at: datetime) -> None:
    """The first bureau that holds a copy gives it to its border police: a recall now waits for their answer."""
    for sitting in office.bureaus.values():
        try:
            copies.give(sitting, item, copies.PlaceKind.AGENCY, AGENCY, at + timedelta(hours=1))
        except Refused:
            continue
        return


def answer_at_home(office: Office, item: str, at: datetime) -> None:
    """The border police answer two days later; what was ordered in the last quarter still waits for them."""
    for sitting in office.bureaus.values():
        open_places = any(copy.item == item and copy.open for copy in copies.of(sitting))
        if open_places:
            copies.answer(sitting, item, AGENCY, copies.CopyAnswer.PURGED, at=at + timedelta(days=2))
