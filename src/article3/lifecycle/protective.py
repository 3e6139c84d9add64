"""A bureau's protective desk: who is protected, what a hit restricts, and what duty officers may do with it.

A restricted file is opened for two named officers. It ends when every hit was judged not to be the person; a hit that
is the person, or may be, keeps the item from everybody else at the bureau.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from article3.lifecycle.events import Event
from article3.terms.communication import BureauCode, CountryCode, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId

NAMED = 2
"""Officers a restricted file is opened for."""


class Because(StrEnum):
    """Why somebody is protected."""

    OFFICIAL = "official"
    FORMER_OFFICIAL = "former_official"
    COURT = "court"  # acts for a court or tribunal
    FAMILY = "family"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """One entry of the protected list. Names in any script; dates as EDTF; `alone`: the family name is enough."""

    id: str
    family: str
    given: str = ""
    variants: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    nationalities: tuple[CountryCode, ...] = ()
    documents: tuple[str, ...] = ()
    because: Because = Because.OFFICIAL
    note: str = ""
    alone: bool = False
    listed_on: date
    ends_on: date | None = None
    revision: int = 0

    def holds(self, on: date) -> bool:
        """Whether the protection holds on that day; the end day is the first day without."""
        return self.ends_on is None or on < self.ends_on


class Judgement(StrEnum):
    """What a duty officer says of a hit."""

    SAME = "same"
    NOT_SAME = "not_same"
    UNSURE = "unsure"


class SafeText(StrEnum):
    """What a protected person may be told: a closed list, without source, content or time."""

    CALL_US = "call_us"
    BEFORE_TRAVEL = "before_travel"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A stretch of an item that may name a protected person, and why. `where` names the field or paper."""

    entry: str
    where: str
    text: str
    before: str = ""
    after: str = ""
    score: float
    because: tuple[str, ...]
    pair: str = ""
    """The keyed mark under which "not the same" is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One officer's judgement of all hits on one entry."""

    entry: str
    judgement: Judgement
    because: str
    by: OfficerId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact with an agency of the plan: what was said, and what came back."""

    agency: str
    said: str
    by: OfficerId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The person was told, by one of the safe texts."""

    text: SafeText
    how: str
    by: OfficerId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """The formal dispute of the item: its ground, and the number under which it went to the Secretariat."""

    ground: str
    by: OfficerId
    at: datetime
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictedFile:
    """One item with its hits. `unread`: papers no program could read, for a person to look at."""

    id: Reference
    bureau: BureauCode
    item: str
    about: Reference
    text: str
    opened_at: datetime
    officers: tuple[OfficerId, ...]
    hits: tuple[Hit, ...] = ()
    unread: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    plan: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    told: tuple[Told, ...] = ()
    objection: Objection | None = None
    closed_at: datetime | None = None

    @property
    def entries(self) -> tuple[str, ...]:
        """Entries that were hit, once each."""
        return tuple(dict.fromkeys(hit.entry for hit in self.hits))

    def verdict(self, entry: str) -> Verdict | None:
        """The latest judgement of an entry's hits."""
        return next((verdict for verdict in reversed(self.verdicts) if verdict.entry == entry), None)

    @property
    def cleared(self) -> bool:
        """Every hit was judged not to be the person; papers nobody could read were looked at."""
        said = [self.verdict(entry) for entry in (*self.entries, *(("",) if self.unread else ()))]
        return all(verdict is not None and verdict.judgement is Judgement.NOT_SAME for verdict in said)

    @property
    def is_the_person(self) -> bool:
        """Some hit was judged to be the person."""
        return any(verdict is not None and verdict.judgement is Judgement.SAME for verdict in
                   map(self.verdict, self.entries))


# --- events


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsListed(Event):
    """Entries came on the list; `reference` is empty, the entries are named by their ids."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionEnded(Event):
    """An entry holds until the day before `ends_on`."""

    ends_on: date
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalScreened(Event):
    """A text was looked through; with hits or unread papers a restricted file was opened."""

    text: str
    restricted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitJudged(Event):
    """A duty officer judged the hits on one entry."""

    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinationPlanned(Event):
    """The agencies to speak with."""

    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLogged(Event):
    """An agency of the plan was spoken with."""

    contact: Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTold(Event):
    """The protected person was told, in a safe text."""

    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemObjected(Event):
    """The bureau disputes the item."""

    objection: Objection


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageSigned(Event):
    """What was received and screened on one day was signed for."""

    day: date
    root: str


# --- decisions


def judge(file: RestrictedFile, verdict: Verdict, **of: object) -> HitJudged:
    """Say of one entry's hits whether they are the person. Raises Refused for an entry that was not hit, and without a
    reason."""
    if verdict.entry not in file.entries and not (verdict.entry == "" and file.unread):
        raise Refused("This entry was not hit in this item.", "RPD-104")
    if not verdict.because.strip():
        raise Refused("Say what you compared.", "RPD-104")
    return HitJudged(verdict=verdict, **of)  # type: ignore[arg-type]


def plan(file: RestrictedFile, agencies: tuple[str, ...], **of: object) -> CoordinationPlanned:
    """Name the agencies to speak with. Those spoken with already stay in the plan."""
    kept = tuple(dict.fromkeys((*file.plan, *agencies)))
    if not agencies:
        raise Refused("Name at least one agency.")
    return CoordinationPlanned(agencies=kept, **of)  # type: ignore[arg-type]


def log_contact(file: RestrictedFile, contact: Contact, **of: object) -> ContactLogged:
    """Write down a contact. Raises Refused for an agency that is not in the plan."""
    if contact.agency not in file.plan:
        raise Refused("This agency is not in the coordination plan: add it there first.")
    return ContactLogged(contact=contact, **of)  # type: ignore[arg-type]


def tell(file: RestrictedFile, told: Told, **of: object) -> PersonTold:
    """Tell the person in a safe text: once somebody has judged that it is the person."""
    if not file.is_the_person:
        raise Refused("Nobody has judged yet that this is the protected person.")
    return PersonTold(told=told, **of)  # type: ignore[arg-type]


def object_to(file: RestrictedFile, objection: Objection, **of: object) -> ItemObjected:
    """Dispute the item formally: once, on a judged hit."""
    if file.objection is not None:
        raise Refused("This item is disputed already.", "RPD-135")
    if not file.is_the_person:
        raise Refused("Nobody has judged yet that this is the protected person.", "RPD-135")
    return ItemObjected(objection=objection, **of)  # type: ignore[arg-type]


def after(file: RestrictedFile, event: Event) -> RestrictedFile:
    """The file with the event applied; judged free of every hit, it is closed."""
    match event:
        case HitJudged(verdict=verdict):
            judged = replace(file, verdicts=(*file.verdicts, verdict))
            return replace(judged, closed_at=event.at if judged.cleared else None)
        case CoordinationPlanned(agencies=agencies):
            return replace(file, plan=agencies)
        case ContactLogged(contact=contact):
            return replace(file, contacts=(*file.contacts, contact))
        case PersonTold(told=told):
            return replace(file, told=(*file.told, told))
        case ItemObjected(objection=objection):
            return replace(file, objection=objection)
    raise AssertionError(f"no such event of a restricted file: {type(event).__name__}")
