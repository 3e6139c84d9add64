"""The invented office: seats, officers and their mandates, and links to sit down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from article3.commands.demo.people import seats, stock
from article3.officers import demo_entry, roll
from article3.terms.communication import Level
from article3.terms.sitting import MandateRole, Sitting

SINCE = date(2015, 1, 1)
TASK_FORCE = {
    "reviewer.fjelland": ("Sigrid Aasen", "XF", MandateRole.REVIEWER),
    "reviewer.grenmark": ("Thomas Ashdown", "XG", MandateRole.REVIEWER),
    "reviewer.estrada": ("Marisol Quintana", "XE", MandateRole.REVIEWER),
    "reviewer.belmore": ("Colette Marchand", "XB", MandateRole.REVIEWER),
    "reviewer.corvania": ("Nadezhda Orlova", "XC", MandateRole.REVIEWER),
    "reviewer.aramea": ("Yusuf Bakri", "XA", MandateRole.REVIEWER),
    "lead.fjelland": ("Halvard Nygaard", "XF", MandateRole.LEAD),
    "lead.dalong": ("Zhou Minghua", "XD", MandateRole.LEAD),
}
BUREAU = {"XA": "Samira Haddad", "XB": "Luc Verdier", "XC": "Oleg Morozov", "XD": "Lin Yating", "XE": "Diego Salvat"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Everybody's sitting, for the acts of the demo."""

    reviewers: tuple[Sitting, ...]
    leads: tuple[Sitting, ...]
    bureaus: dict[str, Sitting]
    oversight: Sitting
    also: tuple[Sitting, ...] = ()  # who sits down for one story only
    places: dict[str, str] = field(default_factory=dict)  # where each story of the tour lies


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """A way to sit down that the demo prints."""

    seat: str
    who: str
    token: str


def furnish() -> Office:
    """Open the seats, enrol the officers, give the mandates."""
    roll.open_seat("secretariat", "General Secretariat, task force")
    roll.open_seat("oversight", "Oversight")
    for code in seats():
        roll.open_seat(f"bureau:{code}", f"National Central Bureau {stock('countries')[code]['name']}")
    people = {name: _seat(name, *details, seat="secretariat") for name, details in TASK_FORCE.items()}
    bureaus = {
        code: _seat(f"bureau.{stock('countries')[code]['name'].lower()}", BUREAU[code], code, MandateRole.BUREAU_LEAD,
                    seat=f"bureau:{code}") for code in seats()
    }  # fmt: skip
    oversight = _seat("oversight", "Ada Renwick", "XG", MandateRole.OVERSIGHT, seat="oversight")
    reviewers = tuple(sitting for sitting in people.values() if sitting.role is MandateRole.REVIEWER)
    leads = tuple(sitting for sitting in people.values() if sitting.role is MandateRole.LEAD)
    return Office(reviewers=reviewers, leads=leads, bureaus=bureaus, oversight=oversight)


def seat(username: str, full_name: str, nationality: str, role: MandateRole, *, at: str) -> Sitting:
    """Enrol one more officer and give them their mandate in a seat that is open."""
    return _seat(username, full_name, nationality, role, seat=at)


def _seat(username: str, full_name: str, nationality: str, role: MandateRole, *, seat: str) -> Sitting:
    officer = roll.enrol(username, nationality=nationality, full_name=full_name)
    roll.give_mandate(officer, seat, role, clearance=Level.CONFIDENTIAL, since=SINCE)
    return roll.sitting_of(officer, seat)


def sign_ins(office: Office) -> list[SignIn]:
    """One link for each person one may be in the demo; good in any browser while this demo exists."""
    everybody = [*office.reviewers, *office.leads, *office.bureaus.values(), office.oversight, *office.also]
    return [SignIn(seat=sitting.seat, who=f"{sitting.officer_name} ({sitting.role.value.replace('_', ' ')}, "
                   f"{stock('countries')[sitting.nationality]['name']})", token=demo_entry.token(sitting.officer))
            for sitting in everybody]  # fmt: skip
