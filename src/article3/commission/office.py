"""The Commission's seat in an installation: its officers, its key on the line; invented people in the demo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from article3.exchange import keys
from article3.officers import demo_entry, roll
from article3.terms.communication import Level
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole, Sitting

SEAT = "commission"
SINCE = date(2015, 1, 1)
PEOPLE = {
    "commission.desk": ("Ingrid Solheim", "XF", MandateRole.COMMISSION_SECRETARIAT),
    "commission.chair": ("Teodor Valk", "QM", MandateRole.COMMISSION_MEMBER),
    "commission.lindqvist": ("Maren Lindqvist", "XF", MandateRole.COMMISSION_MEMBER),
    "commission.okoro": ("Chidi Okoro", "QN", MandateRole.COMMISSION_MEMBER),
    "commission.arana": ("Lucia Arana", "XE", MandateRole.COMMISSION_MEMBER),
    "commission.sato": ("Haruki Sato", "QP", MandateRole.COMMISSION_MEMBER),
    "commission.benali": ("Salma Benali", "XA", MandateRole.COMMISSION_MEMBER),
    "commission.petrov": ("Irena Petrov", "QR", MandateRole.COMMISSION_MEMBER),
}
"""Seven members of seven nationalities, and one officer of the secretariat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wing:
    """Everybody's sitting."""

    desk: Sitting
    members: tuple[Sitting, ...]


def furnish() -> Wing:
    """Open the seat, enrol the officers, give the mandates."""
    roll.open_seat(SEAT, "Commission for the Control of Files")
    sittings = []
    for username, (name, nationality, role) in PEOPLE.items():
        officer = roll.enrol(username, nationality=nationality, full_name=name)
        roll.give_mandate(officer, SEAT, role, clearance=Level.CONFIDENTIAL, since=SINCE)
        sittings.append(roll.sitting_of(officer, SEAT))
    return Wing(desk=sittings[0], members=tuple(sittings[1:]))


def connect(*, secretariat: str = "", commission: str = "") -> str:
    """Enrol the keys of the line: this wing's own, or the ones read out by the other side; the own public key."""
    since = datetime.now(UTC) - timedelta(days=1)
    publics = {keys.SECRETARIAT: secretariat or keys.own_public(keys.SECRETARIAT),
               SEAT: commission or keys.own_public(SEAT)}  # fmt: skip
    for seat, public in publics.items():
        if keys.seat_of(public, since + timedelta(hours=1)) is None:
            try:
                keys.enrol(seat, public, since=since)
            except Refused:  # enrolled before, under another beginning
                continue
    return keys.own_public(SEAT)


def sign_ins(wing: Wing) -> list[tuple[str, str]]:
    """Who one may be in the demo, and the token of the link."""
    return [(f"{sitting.officer_name} ({sitting.role.value.replace('_', ' ')}, {sitting.nationality})",
             demo_entry.token(sitting.officer)) for sitting in (wing.desk, *wing.members)]  # fmt: skip
