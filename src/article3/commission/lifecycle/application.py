"""A submitted request to the Commission, as the applicant wrote it (Statute 29, 30, 35, 37, 42). None: not said.

Nothing here is judged: `submission.py` says what stands in the way, the Commission decides on admissibility.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.facts_commission import SentBy, UrgencyGround, WorkingLanguage
from article3.terms.reasons import Ground


class Wish(StrEnum):
    """What is asked. An urgent block is asked alone or together with nothing else: the rest may follow later."""

    ACCESS = "access"
    CORRECTION = "correction"
    DELETION = "deletion"
    REVISION = "revision"
    URGENT_BLOCK = "urgent_block"


class PaperRole(StrEnum):
    """What a file that came with a request is meant to show."""

    IDENTITY = "identity"
    MANDATE = "mandate"
    STANDING = "standing"
    ANNEX = "annex"


class Part(StrEnum):
    """The parts of a request, one page of the portal each; a defect is mended on its page."""

    WISH = "wish"
    SENDER = "sender"
    PERSON = "person"
    IDENTITY = "identity"
    MANDATE = "mandate"
    PURPOSE = "purpose"
    REASONS = "reasons"
    ANNEXES = "annexes"
    WITHHELD = "withheld"
    CONTACT = "contact"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file as it came: opaque bytes kept elsewhere by their digest (SHA-256, hex). Nobody relies on its type."""

    digest: str
    name: str
    size_bytes: int
    declared_type: str
    role: PaperRole
    exhibit: int = 0
    """The number of an annex, from 1; 0 for the other papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonConcerned:
    """Whose data are asked about. For an entity the family name is its name and the other fields stay empty."""

    family_name: str = ""
    given_names: str = ""
    born_on: date | None = None
    nationality: str = ""
    document_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityStatement:
    """What the applicant says of the copy of the identity document; a person of the Commission looks at it."""

    unredacted: bool | None = None
    shows_name_birth_photo: bool | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenFor:
    """Who speaks for the person, and what shows that they may (a mandate, or proof of the relation)."""

    name: str = ""
    mandate_signed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgency:
    """Why the data should be blocked at once (Statute 37)."""

    ground: UrgencyGround | None = None
    expected_on: date | None = None
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFact:
    """What a request for revision rests on (Statute 42)."""

    decision: str = ""
    what: str = ""
    discovered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """One request as it was sent. `withheld` names parts and digests of papers not to be passed on (Statute 35)."""

    wish: Wish | None = None
    language: WorkingLanguage | None = None
    sent_by: SentBy | None = None
    person: PersonConcerned = PersonConcerned()
    identity: IdentityStatement = IdentityStatement()
    spoken_for: SpokenFor = SpokenFor()
    purpose: str = ""
    """What the Commission shall do, in the applicant's words."""
    country: str = ""
    """The country the applicant believes to be behind the data, in the applicant's words."""
    urgency: Urgency = Urgency()
    new_fact: NewFact = NewFact()
    summary: str = ""
    """Why: the summary of arguments."""
    grounds: tuple[Ground, ...] = ()
    papers: tuple[Paper, ...] = ()
    withheld: frozenset[str] = frozenset()
    source_may_know: bool | None = None
    """Only True, written by the applicant, lets the country behind the data learn that this request exists."""
    contact: str = ""
    signed_as: str = ""

    def papers_of(self, role: PaperRole) -> tuple[Paper, ...]:
        """The papers of one role, in the order they came."""
        return tuple(paper for paper in self.papers if paper.role is role)

    def is_withheld(self, part_or_digest: str) -> bool:
        """The applicant marked that part, or the paper with that digest, as not to be passed on."""
        return part_or_digest in self.withheld
