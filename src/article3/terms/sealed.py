"""What is kept under seal: attestations of protection, and information given in confidence. Never in a case file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from article3.terms.communication import BureauCode, CountryCode, Person
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.knowledge import Use
from article3.terms.sitting import OfficerId, SeatCode

SealedId = NewType("SealedId", str)
"""32 lower-case hexadecimal characters, random: the handle by which anybody outside the seal names a record."""


class GiverKind(StrEnum):
    """Who gives information. A bureau is known by its seat; the others come by drop code and are trusted less."""

    BUREAU = "bureau"
    AGENCY = "agency"
    UN_BODY = "un_body"
    RIGHTS_GROUP = "rights_group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Giver:
    """Who gave it: kept in a zone of its own, under another key than the content."""

    kind: GiverKind
    bureau: BureauCode | None = None
    says_it_is: str = ""  # what a giver without an account wants to be known as; never checked


class Opens(StrEnum):
    """What somebody asks to be opened."""

    CONTENT = "content"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One person's yes or no, with the reason, dated."""

    granted: bool
    because: str
    at: datetime
    by: OfficerId | None = None  # None: a giver who came by code


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A request to open. Content waits for the giver's word; the origin waits for the giver's and the custodian's.

    Denials are kept like grants.
    """

    id: SealedId
    opens: Opens
    because: str
    asked_by: OfficerId
    asked_at: datetime
    giver: Word | None = None
    custodian: Word | None = None

    @property
    def opened(self) -> bool:
        """Whether what was asked for may be read now."""
        given = self.giver is not None and self.giver.granted
        return given and (self.opens is Opens.CONTENT or (self.custodian is not None and self.custodian.granted))

    @property
    def closed(self) -> bool:
        """Whether everybody whose word it waited for has given it."""
        if self.giver is None:
            return False
        return not self.giver.granted or self.opens is Opens.CONTENT or self.custodian is not None


class Feedback(StrEnum):
    """All a giver is ever told of what became of it."""

    USED = "used"
    NOT_USED = "not_used"
    HELPED = "helped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Feedback, and from which instant the giver may read it."""

    feedback: Feedback
    shown_from: datetime
    by: OfficerId


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What it said before its giver changed it."""

    text: str
    use: Use
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Information:
    """Information given in confidence about one person. `trusted`: its giver is known by a seat."""

    id: SealedId
    person: Person
    text: str
    use: Use
    trusted: bool
    given_at: datetime
    former: tuple[Former, ...] = ()
    openings: tuple[Opening, ...] = ()
    told: tuple[Told, ...] = ()
    withdrawn_at: datetime | None = None

    @property
    def readable(self) -> bool:
        """Whether its content may be read by a reviewer assigned to a file it is about."""
        if self.withdrawn_at is not None:
            return False
        if self.use is not Use.NOT_WITHOUT_ASKING:
            return True
        since = self.former[-1].until if self.former else self.given_at  # a grant opens what its giver then had said
        return any(asked.opened and asked.asked_at >= since for asked in self.openings if asked.opens is Opens.CONTENT)

    @property
    def origin_open(self) -> bool:
        """Whether its origin was opened."""
        opened = any(asked.opened for asked in self.openings if asked.opens is Opens.ORIGIN)
        return opened and self.withdrawn_at is None


class ProtectionUse(StrEnum):
    """What an attestation may be used for."""

    BLOCK = "block"  # notices and diffusions of the countries feared are deleted and refused
    WARN_HOST = "warn_host"  # the own country's bureau is stopped before it passes on travel or location data


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A status from one day on; in effect once a second officer confirmed it. Evidence is a paper's own number."""

    status: ProtectionStatus
    since: date
    evidence: str
    entered_by: OfficerId
    entered_at: datetime
    confirmed_by: OfficerId | None = None
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """A state's authority or UNHCR attests a person's status towards named countries of feared persecution.

    `until` is the last day it holds, None without an end. `directed` answers the third condition of the policy: whether
    the grant was itself politically directed against the country feared.
    """

    id: SealedId
    authority: SeatCode
    person: Person
    against: tuple[CountryCode, ...]
    uses: frozenset[ProtectionUse]
    directed: bool
    until: date | None = None
    standings: tuple[Standing, ...] = field(default_factory=tuple)
    refused: tuple[Word, ...] = ()  # a second officer sent an entry back, with the reason

    def standing(self, on: date) -> Standing | None:
        """The confirmed standing of that day: the latest that has begun; None when there is none or its time is over.
        """
        if self.until is not None and on > self.until:
            return None
        begun = [each for each in self.standings if each.confirmed_at is not None and each.since <= on]
        return max(reversed(begun), key=lambda each: each.since, default=None)  # of one day, the last entered

    @property
    def waiting(self) -> Standing | None:
        """The entry that waits for a second officer."""
        return next((each for each in self.standings if each.confirmed_at is None), None)


class Sameness(StrEnum):
    """Whether the person of a file is the person of a sealed record."""

    CERTAIN = "certain"  # the same paper, or the whole name and the birth day
    UNSURE = "unsure"  # something is alike: a named officer is asked
    SAME = "same"  # a named officer said so
    NOT_SAME = "not_same"  # a named officer said so; never asked again


class Verdict(StrEnum):
    """What protection says of one file."""

    PROTECTED = "protected"
    ASK = "ask"
    NONE = "none"


class Done(StrEnum):
    """What was done about a file that targets a protected person: all its authority is told."""

    HELD = "held"  # on arrival; nobody received it
    STOPPED = "stopped"  # a request that cannot be published
    REMOVED = "removed"  # it was out; every member was told to remove it
    ENDED = "ended"  # it ended in another way
    ASKED = "asked"  # a named officer is asked whether it is the same person
