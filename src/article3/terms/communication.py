"""One frozen record for every communication, parsed once by `intake`. Units stand in names; absent means not stated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from article3.terms.dates import PartialDate
from article3.terms.entity import Entity

BureauCode = NewType("BureauCode", str)
"""Code of a bureau: the ISO 3166-1 alpha-2 code of its country, upper case; demo bureaus use XA..XZ, QM..QZ, ZZ."""
UNKNOWN_BUREAU = BureauCode("ZZ")
"""A foreign paper that does not say whose it is."""
UNITED_NATIONS = BureauCode("UN")
"""Source of what the Security Council lists (RPD 95), by the code ISO 3166-1 keeps for it. It has no post."""
CountryCode = NewType("CountryCode", str)
"""ISO 3166-1 alpha-2, upper case; user-assigned codes for invented countries."""
Reference = NewType("Reference", str)
"""32 lower-case hexadecimal characters, random; says nothing about order, source or kind."""


class Channel(StrEnum):
    """How a communication travels. All channels share one intake."""

    NOTICE_REQUEST = "notice_request"
    DIFFUSION = "diffusion"
    MESSAGE = "message"
    DOCUMENT_ENTRY = "document_entry"  # an identity paper reported lost, stolen or revoked


class Colour(StrEnum):
    """The notice categories (RPD 73, 82, 88-96, silver pilot)."""

    RED = "red"
    BLUE = "blue"
    GREEN = "green"
    YELLOW = "yellow"
    BLACK = "black"
    ORANGE = "orange"
    PURPLE = "purple"
    UN_SPECIAL = "un_special"
    SILVER = "silver"
    WORKS_OF_ART = "works_of_art"
    OTHER_SPECIAL = "other_special"


class Purpose(StrEnum):
    """The closed list of police purposes (RPD 10(2)(a)-(i))."""

    WANTED = "wanted"
    INFORMATION = "information"
    WARNING = "warning"
    MISSING = "missing"
    LOCATE_WITNESS_VICTIM = "locate_witness_victim"
    IDENTIFY = "identify"
    FORENSIC = "forensic"
    SECURITY_CHECK = "security_check"
    THREATS_TRENDS = "threats_trends"


class Aim(StrEnum):
    """What a diffusion asks for (RPD 97)."""

    ARREST = "arrest"
    LOCATE = "locate"
    FURTHER_INFORMATION = "further_information"
    IDENTIFY = "identify"
    WARN = "warn"
    INFORM = "inform"


class WantedFor(StrEnum):
    """Sought for prosecution or to serve a sentence (RPD 83(1)(a)(ii))."""

    PROSECUTION = "prosecution"
    SENTENCE = "sentence"


class PersonStatus(StrEnum):
    """Status of the person in the case (RPD 44)."""

    CONVICTED = "convicted"
    ACCUSED = "accused"
    SUSPECT = "suspect"
    WITNESS = "witness"
    VICTIM = "victim"
    MISSING = "missing"
    DECEASED = "deceased"
    UNIDENTIFIED = "unidentified"
    POSSIBLE_THREAT = "possible_threat"
    UN_SANCTIONED = "un_sanctioned"
    OF_INTEREST = "of_interest"


class Level(StrEnum):
    """Confidentiality level (RPD 112). Omitted means confidential: the strictest."""

    OFFICIAL_USE = "official_use"
    RESTRICTED = "restricted"
    CONFIDENTIAL = "confidential"


class Sex(StrEnum):
    """As the papers state it."""

    FEMALE = "F"
    MALE = "M"
    UNKNOWN = "U"


class ProtectionSign(StrEnum):
    """What a travel document's codes say of its holder (ICAO 9303-3 section 5: XXA, XXB, XXC, XXX)."""

    STATELESS = "stateless"
    REFUGEE = "refugee"
    OTHER_REFUGEE = "other_refugee"
    UNSPECIFIED = "unspecified"


class IssuerType(StrEnum):
    """Who issued a judicial paper."""

    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    POLICE = "police"
    MILITARY_COURT = "military_court"
    SPECIAL_COURT = "special_court"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in its original script; `latin_*` is the ICAO 9303 form, computed, never typed."""

    family: str = ""
    given: str = ""
    kind: str = "primary"  # primary, alias, birth, former, transliterated (a Latin spelling its papers carry)
    script: str = "Latn"
    latin_family: str = ""
    latin_given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityDocument:
    """A passport or other paper; `mrz` is kept as read; `protection` is computed from its codes, never typed."""

    kind: str
    number: str
    country: CountryCode | None = None
    valid_until: PartialDate | None = None
    mrz: str = ""
    protection: ProtectionSign | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A public or private role of the person, with the time it was held."""

    kind: str  # one of intake.form.ROLE_KINDS: politician, former_official, journalist, cleric, refugee, ...
    description: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The person concerned."""

    names: tuple[Name, ...] = ()
    sex: Sex | None = None
    birth_dates: tuple[PartialDate, ...] = ()
    birth_place: str = ""
    birth_country: CountryCode | None = None
    nationalities: tuple[CountryCode, ...] = ()
    documents: tuple[IdentityDocument, ...] = ()
    description: str = ""
    distinguishing_marks: str = ""
    parents: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    languages: tuple[str, ...] = ()
    height_cm: int | None = None
    weight_kg: int | None = None
    eye_colours: tuple[str, ...] = ()
    hair_colours: tuple[str, ...] = ()
    photograph: str = ""  # quality: good, poor; empty: none
    fingerprints: bool = False
    dna_profile: bool = False
    status: PersonStatus | None = None
    minor: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalAct:
    """What this person did: who, what, when, where, how, and the link to the charge (RPD 83(2)(b)(i))."""

    who: str = ""
    what: str = ""
    when: PartialDate | None = None
    where: str = ""
    how: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One charge with the law, the penalty and the person's own acts. Penalties in months."""

    text: str
    translation: str = ""
    country: CountryCode | None = None  # whose warrant it stands on, when that is not the source
    acts: tuple[PersonalAct, ...] = ()
    law_reference: str = ""
    law_wording: str = ""
    penalty_max_months: int | None = None
    penalty_worse: str = ""  # life, death; empty: neither stated
    sentence_months: int | None = None
    remaining_months: int | None = None
    time_bar: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudicialPaper:
    """A warrant, judgment or equivalent decision."""

    kind: str  # arrest_warrant, judgment, indictment, other
    court: str = ""
    issuer_type: IssuerType | None = None
    date: PartialDate | None = None
    number: str = ""
    valid_until: PartialDate | None = None
    in_absentia: bool | None = None
    copy: str = ""  # name of the attachment that holds the copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A signed statement of a named officer of the source (RPD 76, 84, 99)."""

    what: str  # quality, conditions, interest, conformity, authority, extradition, recourse
    officer: str
    on: date
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Opaque bytes by reference: never parsed in the web process."""

    name: str
    media_type: str
    size_bytes: int
    sha256: str
    level: Level = Level.CONFIDENTIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Communication:
    """A notice request, diffusion or message as its source sent it."""

    reference: Reference
    channel: Channel
    source: BureauCode
    source_reference: str = ""  # the source's own number for it; never a key of ours
    colour: Colour | None = None
    aim: Aim | None = None
    purpose: Purpose | None = None
    person: Person | None = None
    entity: Entity | None = None
    wanted_for: WantedFor | None = None
    seeks_extradition: bool | None = None
    extradition_authority: str = ""
    charges: tuple[Charge, ...] = ()
    facts_summary: str = ""
    papers: tuple[JudicialPaper, ...] = ()
    legal_basis: str = ""
    collecting_authority: str = ""
    interest: str = ""
    cross_border_link: str = ""
    reason_for_diffusion: str = ""
    declarations: tuple[Declaration, ...] = ()
    recipients: tuple[BureauCode, ...] = ()
    denied: tuple[BureauCode, ...] = ()
    handling: tuple[str, ...] = ()
    level: Level = Level.CONFIDENTIAL
    language: str = ""
    retention_months: int | None = None
    public_extract_consent: bool = False
    subject: str = ""
    text: str = ""
    un_reference: str = ""
    agreement: str = ""
    event_date: PartialDate | None = None
    event_place: str = ""
    made_on: date | None = None
    attachments: tuple[Attachment, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()  # unknown fields of foreign formats: kept, never trusted
