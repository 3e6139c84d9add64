"""The office with two duty officers at XB's protective desk, a third one beside, and a front-line officer of XB."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from article3 import wiring
from article3.acts.at_home.list_persons import ListPersons
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.lifecycle.protective import Because, Protected, RestrictedFile
from article3.officers import roll
from article3.terms.communication import Aim, Channel, Communication, Level
from article3.terms.sitting import MandateRole
from article3.wiring import arrival_room, desk_room
from tests.sites.conftest import Browsers, Office, request, seat_everybody

MORE = {
    "duty": ("desk:XB", MandateRole.DUTY_OFFICER), "duty2": ("desk:XB", MandateRole.DUTY_OFFICER),
    "duty3": ("desk:XB", MandateRole.DUTY_OFFICER), "xc_duty": ("desk:XC", MandateRole.DUTY_OFFICER),
    "front": ("front:XB", MandateRole.FRONT_LINE), "xb_clerk": ("bureau:XB", MandateRole.BUREAU_OFFICER),
}


@dataclass
class Home(Office):
    """The office and what happens at XB."""

    def at_home(self, order: Any, who: str) -> Any:
        """An act at the bureau itself."""
        return arrival_room.perform_at_home(order, sitting=self.sittings[who])

    def protect(self, family: str, given: str = "", who: str = "duty", **said: Any) -> Protected:
        """A person comes on the list."""
        entry = Protected(id=wiring.new_reference(), family=family, given=given, because=Because.COURT,
                          listed_on=date(2026, 1, 1), **said)
        self.at_home(ListPersons(entries=(entry,)), who)
        return entry

    def message(self, text: str, to: tuple[str, ...] = ("XB", "XC"), **said: Any) -> str:
        """XA sends a free message."""
        sent = replace(message(text, to), **said)
        self.perform(SendMessage(communication=sent), "xa")
        wiring.open_gateway()
        return sent.reference

    def diffusion(self, to: tuple[str, ...] = ("XB",), **said: Any) -> str:
        """XA sends a diffusion."""
        sent = replace(request(), channel=Channel.DIFFUSION, colour=None, aim=Aim.LOCATE, recipients=to, **said)
        self.perform(SendDiffusion(communication=sent), "xa")
        wiring.open_gateway()
        return sent.reference

    def files(self, who: str = "duty") -> tuple[RestrictedFile, ...]:
        """The restricted files that name somebody."""
        return desk_room.restricted_files(self.sittings[who])


def message(text: str, to: tuple[str, ...]) -> Communication:
    """A free message of XA."""
    return Communication(reference=wiring.new_reference(), channel=Channel.MESSAGE, source="XA", recipients=to,
                         subject="Request for assistance", text=text, level=Level.OFFICIAL_USE)


def seat_more(everybody: Home) -> None:
    """Desk and front line of XB, a desk of XC."""
    for name, (seat, role) in MORE.items():
        roll.open_seat(seat, seat)
        officer = roll.enrol(name, nationality=seat[-2:], full_name=f"Officer {name.capitalize()}")
        roll.give_mandate(officer, seat, role, clearance=Level.CONFIDENTIAL, since=date(2020, 1, 1))
        everybody.sittings[name] = roll.sitting_of(officer, seat)


def with_open_desk(settings: Any) -> Home:
    """Everybody seated and XB's desk open, in whatever database there is."""
    settings.DEMO = True
    everybody = Home(sittings=seat_everybody())
    seat_more(everybody)
    arrival_room.open_desk("XB")
    return everybody


@pytest.fixture
def home(db: None, settings: Any) -> Home:
    """Everybody signed in; XB's desk is open."""
    everybody = with_open_desk(settings)
    everybody.browsers = Browsers(everybody.sittings)
    return everybody
