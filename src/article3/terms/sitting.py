"""Who acts or reads: an officer sitting in a seat under one mandate. Made only by `officers`, from the tables, anew at
each request; every room that must know who asks takes a `Sitting` and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from article3.terms.communication import BureauCode, CountryCode, Level

OfficerId = NewType("OfficerId", str)
"""32 lower-case hexadecimal characters, random; the only form in which an officer enters files and the journal."""
SeatCode = NewType("SeatCode", str)
"""`secretariat`, `bureau:XA` (one a bureau), `desk:XA` (its protective desk), `front:XA` (its front line), `oversight`,
`public`, `commission`, `protection:XA` (that country's refugee authority; `protection:UN` is UNHCR's), `custodian`."""


OF_A_BUREAU = ("bureau", "desk", "front")
"""Kinds of seats that belong to a bureau."""


class MandateRole(StrEnum):
    """What an officer may do in a seat."""

    REVIEWER = "reviewer"  # task force: takes files, proposes, decides as second reviewer
    LEAD = "lead"  # task force: a reviewer who also assigns files
    BUREAU_OFFICER = "bureau_officer"  # drafts, answers, reads what reached the bureau
    BUREAU_LEAD = "bureau_lead"  # a bureau officer who also sends, withdraws and suspends
    DUTY_OFFICER = "duty_officer"  # protective desk of a bureau: judges hits of the files that name the officer
    FRONT_LINE = "front_line"  # border, police on the street: asks what may be done
    OVERSIGHT = "oversight"  # reads figures and files without names
    ADMIN = "admin"  # runs the system; no content
    ATTESTING = "attesting"  # refugee authority: attests a status, or confirms a colleague's attestation
    CUSTODIAN = "custodian"  # keeps what is under seal: origins, and questions whether two are one person
    COMMISSION_SECRETARIAT = "commission_desk"  # the Commission's own secretariat: registers, asks, plans
    COMMISSION_MEMBER = "commission_member"  # a member of the Commission: reads, proposes as rapporteur, votes
    COMMISSION_ORDER = "commission_order"  # a letter of the Commission at the Secretariat; no person sits here
    CLOCK = "clock"  # the clock's work: what falls due; no person sits here


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One officer, in one seat, under one mandate, with the clearance of that mandate."""

    officer: OfficerId
    officer_name: str  # for the officer's own screen; never written to a file or the journal
    nationality: CountryCode
    seat: SeatCode
    role: MandateRole
    clearance: Level

    @property
    def bureau(self) -> BureauCode | None:
        """The bureau sat in, at whichever of its desks, or None in any other seat."""
        kind, _, code = self.seat.partition(":")
        return BureauCode(code) if kind in OF_A_BUREAU and code else None


CLOCK = Sitting(officer=OfficerId("0" * 32), officer_name="", nationality=CountryCode(""),
                seat=SeatCode("secretariat"), role=MandateRole.CLOCK, clearance=Level.OFFICIAL_USE)
"""Who does what follows by itself: no person, no nationality, nothing to read."""
