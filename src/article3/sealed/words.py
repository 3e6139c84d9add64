"""What passes through the door: records of questions and answers, without anything that opens a seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from article3.terms.communication import BureauCode, Channel, CountryCode, Person, Reference
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.knowledge import Use
from article3.terms.sealed import (
    Attestation,
    Done,
    Feedback,
    Giver,
    Opening,
    Opens,
    ProtectionUse,
    SealedId,
    Standing,
    Word,
)
from article3.terms.sitting import SeatCode


class Question(StrEnum):
    """What a named officer is asked about a file and a record."""

    SAME = "same"  # are the two one person?
    POLICY = "policy"  # the claim is pending, or the refugee became a national: is it kept from the files?
    RESTORE = "restore"  # protection ended: what was removed may come back if it complies otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an officer of the authority states of one person."""

    person: Person
    status: ProtectionStatus
    against: tuple[CountryCode, ...]
    uses: frozenset[ProtectionUse]
    directed: bool
    evidence: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """That the person was targeted, and what was done: nothing of the file itself."""

    source: BureauCode
    channel: Channel
    done: Done
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAttestation:
    """An attestation as its authority reads it."""

    attestation: Attestation
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToLookFor:
    """A person for whom the stock is to be looked through, among files of these sources (none named: of all)."""

    id: SealedId
    person: Person
    sources: tuple[BureauCode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request to open, as the giver reads it: nobody's name, nothing of a file."""

    id: SealedId
    opens: Opens
    because: str
    asked_at: datetime
    answered: Word | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Information as its giver reads it."""

    id: SealedId
    person: Person
    text: str
    use: Use
    given_at: datetime
    changed: int  # how often its giver changed it
    openings: tuple[Asked, ...]
    feedback: Feedback | None
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Information as a reviewer of a file it is about reads it; no text where its giver must be asked first."""

    id: SealedId
    use: Use
    trusted: bool
    given_at: datetime
    text: str | None
    openings: tuple[Opening, ...]
    origin: Giver | None
    told: Feedback | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderSeal:
    """What a reviewer assigned to a file may know of what is under seal: protection as yes or no, and the pieces."""

    protected: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A request to open an origin: who asked, why, what the giver said. Neither the content nor the giver."""

    record: SealedId
    opening: Opening


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A question to the named officer: the person of a file beside the person under seal."""

    record: SealedId
    reference: Reference
    question: Question
    source: BureauCode
    channel: Channel
    because: str
    at: datetime
    sealed: Person
    filed: Person | None
    words: str
    standing: Standing | None  # of an attestation; None for information


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything that waits for the custodian, and what was answered."""

    waiting: tuple[Waiting, ...]
    answered: tuple[Waiting, ...]
    doubts: tuple[Doubt, ...]
    alarms: tuple[SeatCode, ...]
    sampled: tuple[Attestation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostBox:
    """What a bureau's worker hands out to be told of its country's attestations: its key, and its place in them."""

    public: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostEntry:
    """An attestation as its own country's bureau is told of it: who, from when, until when, as what."""

    id: SealedId
    person: Person
    until: date | None
    standings: tuple[tuple[ProtectionStatus, date], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One question that was put to the sealed files: by whom, about which record, and how it was answered."""

    number: int
    at: datetime
    what: str
    seat: str
    officer: str
    about: str
    answer: str
