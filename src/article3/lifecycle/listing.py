"""The Security Council's list as it comes in: two people sign it, then it is carried out entry by entry (RPD 95).

An entry that is new becomes a request of the United Nations, one that says something else its update, one that is no
longer on the list is withdrawn. What two people signed for all of them is their answer where the file shows nothing
against an entry; everything else waits for a reviewer like any request.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.events import Event
from article3.lifecycle.impartiality import CITATION as IMPARTIALITY
from article3.lifecycle.possible import Made, worded
from article3.terms.communication import Communication, CountryCode, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, SeatCode, Sitting

CITATION = "RPD 95"


class Change(StrEnum):
    """What a list says of one entry beside what the register holds."""

    DELISTED = "delisted"
    ADDED = "added"
    CHANGED = "changed"
    KEPT = "kept"  # it stands there still, and the time of its file runs out


class Outcome(StrEnum):
    """What came of one entry."""

    PUBLISHED = "published"
    WAITS = "waits"  # at the desk, like any request
    WITHDRAWN = "withdrawn"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the difference: the reference on the list, the file, the new text, and what came of it."""

    change: Change
    un_reference: str
    name: str
    file: Reference
    fields: tuple[str, ...] = ()  # that are others, of a changed entry
    text: Communication | None = None
    outcome: Outcome | None = None
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who stands behind the list, with name and nationality on that day."""

    officer: OfficerId
    name: str
    nationality: CountryCode
    seat: SeatCode
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What the first signer answers for all entries: why each may be processed, the factors, what predominates."""

    because: str
    factors: str
    predominance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnList:
    """One list on its way into the register."""

    reference: Reference
    generated: datetime  # as the list says
    sha256: str
    entries: int  # on the whole list
    lines: tuple[Line, ...]
    weighed: Weighed
    proposed: Signed
    adopted: Signed | None = None
    set_aside: Signed | None = None
    version: int = 1

    @property
    def about(self) -> str:
        """No bureau."""
        return ""

    @property
    def due_on(self) -> date | None:
        """No day."""
        return None

    @property
    def is_open(self) -> bool:
        """Until it was carried out or set aside."""
        return self.set_aside is None and (self.adopted is None or bool(self.left))

    @property
    def left(self) -> tuple[Line, ...]:
        """What was not carried out yet."""
        return tuple(line for line in self.lines if line.outcome is None)

    def counted(self, change: Change) -> int:
        """Lines of one kind."""
        return sum(line.change is change for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListProposed(Event):
    """A list was laid before the Secretariat with its difference; `reference` is its own."""

    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAdopted(Event):
    """A second person stands behind it: it is carried out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSetAside(Event):
    """It is not carried out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntered(Event):
    """Entries of an adopted list were carried out; `lines` says what came of each, in references of the list."""

    lines: tuple[tuple[str, str, str], ...]


def difference(entries: Iterable[Communication], standing: Mapping[str, CaseFile], fresh: Mapping[str, Reference],
               *, now: date) -> tuple[Line, ...]:
    """What a list would change, delistings first. `standing`: live files of the list by its references; `fresh`: a
    random reference for every entry."""
    lines, met = [], set()
    for entry in entries:
        met.add(entry.un_reference)
        file = standing.get(entry.un_reference)
        if file is None:
            lines.append(_line(Change.ADDED, entry, fresh[entry.un_reference], entry))
        elif fields := changed_fields(file.communication, entry):
            lines.append(replace(_line(Change.CHANGED, entry, file.reference, entry), fields=fields))
        elif file.retention.asked_on is not None and file.retention.extended_on is None and now <= file.retention.until:
            lines.append(_line(Change.KEPT, entry, file.reference, None))
    gone = (_line(Change.DELISTED, file.communication, file.reference, None)
            for un_reference, file in standing.items() if un_reference not in met)
    order = list(Change)
    return tuple(sorted((*gone, *lines), key=lambda line: (order.index(line.change), line.un_reference)))


def changed_fields(former: Communication, entry: Communication) -> tuple[str, ...]:
    """The fields an entry states otherwise; who declared it for the list does not count."""
    new = replace(entry, reference=former.reference, declarations=former.declarations)
    return tuple(name for name in Communication.__dataclass_fields__ if getattr(new, name) != getattr(former, name))


def name_of(entry: Communication) -> str:
    """Whom or what an entry is about."""
    names = entry.person.names if entry.person else ()
    return f"{names[0].given} {names[0].family}".strip() if names else entry.subject


def propose(page: UnList, last: UnList | None, *, at: datetime, sitting: Sitting) -> ListProposed:
    """A list that says something new, with the words of whoever signs it first; never older than the last adopted."""
    if last is not None and page.generated < last.generated:
        raise Refused(f"This list is of {page.generated}, older than the one adopted last, of {last.generated}.",
                      CITATION)
    if not page.lines:
        raise Refused(f"The list of {page.generated} says nothing new: the register holds its {page.entries} entries "
                      "as it states them.", CITATION)
    worded(page.weighed.because, "Why the entries may be processed", "RPD 34(3)")
    worded(page.weighed.factors, "What the seven factors show", "RPD 34(3)")
    worded(page.weighed.predominance, "Which element predominates", "RPD 34(3)")
    return ListProposed(**_made(page, at, sitting), sha256=page.sha256)


def adopt(page: UnList, *, at: datetime, sitting: Sitting) -> ListAdopted:
    """Another person of another nationality signs."""
    _require_undecided(page)
    if sitting.officer == page.proposed.officer:
        raise Refused("Nobody adopts the list they laid before the Secretariat.", CITATION)
    if not sitting.nationality or sitting.nationality == page.proposed.nationality:
        raise Refused("The second signer has the nationality of the first; another one decides.", IMPARTIALITY)
    return ListAdopted(**_made(page, at, sitting))


def set_aside(page: UnList, *, at: datetime, sitting: Sitting) -> ListSetAside:
    """Anybody of the Secretariat who could sign it may set it aside."""
    _require_undecided(page)
    return ListSetAside(**_made(page, at, sitting))


def signed(sitting: Sitting, at: datetime) -> Signed:
    """A signature of now."""
    return Signed(officer=sitting.officer, name=sitting.officer_name, nationality=sitting.nationality,
                  seat=sitting.seat, at=at)


def _require_undecided(page: UnList) -> None:
    if page.adopted is not None or page.set_aside is not None:
        raise Refused("The list was adopted or set aside.", CITATION)


def _line(change: Change, entry: Communication, file: Reference, text: Communication | None) -> Line:
    return Line(change=change, un_reference=entry.un_reference, name=name_of(entry), file=file, text=text)


def _made(page: UnList, at: datetime, sitting: Sitting) -> Made:
    return Made(reference=page.reference, at=at, by=sitting.officer, seat=sitting.seat)
