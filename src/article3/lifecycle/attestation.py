"""The life of an attestation: entered by one officer of the authority, confirmed by another, changed with dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from article3.lifecycle.possible import worded
from article3.terms.communication import CountryCode, Person
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.finding import Refused
from article3.terms.sealed import Attestation, ProtectionUse, SealedId, Standing, Word
from article3.terms.sitting import OfficerId, SeatCode

CITATION = "GA-2017-86-RES-09"
ENDS = frozenset({ProtectionStatus.REFUSED, ProtectionStatus.WITHDRAWN, ProtectionStatus.EXCLUDED,
                  ProtectionStatus.NATURALISED})
"""What an attestation changes to when protection was refused, ended, or became a nationality."""


def attest(id: SealedId, person: Person, *, status: ProtectionStatus, against: Iterable[CountryCode],
           uses: Iterable[ProtectionUse], directed: bool, evidence: str, since: date, until: date | None,
           authority: SeatCode, by: OfficerId, at: datetime) -> Attestation:
    """One officer enters it; it has no effect before a second confirms. Raises Refused with what is missing."""
    against, uses = tuple(sorted(set(against))), frozenset(uses)
    if not person.names and not person.documents:
        raise Refused("Say who it is: a name with a birth date, or the number of a passport.", CITATION)
    if not person.birth_dates and not person.documents:
        raise Refused("Give a birth date or a passport number: a name alone would meet other people.", CITATION)
    if not against:
        raise Refused("Name at least one country where persecution is feared.", CITATION)
    if authority.partition(":")[2] in against:
        raise Refused("The country that protects cannot be the country feared.", CITATION)
    if not uses:
        raise Refused("Say what the attestation may be used for.", CITATION)
    if until is not None and until < max(since, at.date()):
        raise Refused("It would end before it begins to hold.", CITATION)
    entry = Standing(status=status, since=since, evidence=worded(evidence, "The number of the decision", CITATION),
                     entered_by=by, entered_at=at)
    return Attestation(id=id, authority=authority, person=person, against=against, uses=uses, directed=directed,
                       until=until, standings=(entry,))


def confirm(known: Attestation, *, by: OfficerId, at: datetime) -> Attestation:
    """A second officer of the authority confirms the entry that waits."""
    entry = _waiting(known)
    if entry.entered_by == by:
        raise Refused("Another officer confirms it than the one who entered it.", CITATION)
    return _with(known, entry, replace(entry, confirmed_by=by, confirmed_at=at))


def send_back(known: Attestation, because: str, *, by: OfficerId, at: datetime) -> Attestation:
    """A second officer does not confirm: the entry goes, the reason stays."""
    entry = _waiting(known)
    word = Word(granted=False, because=worded(because, "The reason", CITATION), at=at, by=by)
    kept = tuple(each for each in known.standings if each is not entry)
    return replace(known, standings=kept, refused=(*known.refused, word))


def change(known: Attestation, status: ProtectionStatus, since: date, evidence: str, *, by: OfficerId, at: datetime
           ) -> Attestation:
    """The status changed from a day on: refused, revoked, ceased by naturalisation, granted. Confirmed by a second."""
    if known.waiting is not None:
        raise Refused("An entry waits for a second officer; confirm it or send it back first.", CITATION)
    entry = Standing(status=status, since=since, evidence=worded(evidence, "The number of the decision", CITATION),
                     entered_by=by, entered_at=at)
    return replace(known, standings=(*known.standings, entry))


def _waiting(known: Attestation) -> Standing:
    entry = known.waiting
    if entry is None:
        raise Refused("Nothing waits for a second officer.", CITATION)
    return entry


def _with(known: Attestation, entry: Standing, changed: Standing) -> Attestation:
    return replace(known, standings=tuple(changed if each is entry else each for each in known.standings))
