"""The front line: a query found something; what was checked before acting, what was done, what a recall reopens.

A result is a candidate until an officer has confirmed it (RPD 104). Nothing coercive is written down without a check
before it (RPD 63), and what relied on an item stands open again once the item is recalled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.lifecycle.events import Event
from article3.terms.communication import BureauCode, CountryCode, Reference
from article3.terms.facts_hit import HitFacts, HitOutcome, Warning
from article3.terms.facts_national import LegalValue, NationalUseFacts, Regime, Use
from article3.terms.finding import Refused
from article3.terms.happening import NOT_YET
from article3.terms.sitting import OfficerId

COERCIVE = frozenset({Use.ARREST, Use.EXTRADITION, Use.IMMIGRATION_ACTION})
"""Uses that need a check before they are written down."""
AGAINST = {
    "no_check": "Nobody made the check before acting.", "record_alone": "The action rested on the record alone.",
    "law": "National law does not allow this use.", "not_valid": "The record is not confirmed as valid.",
    "misuse": "Signs of misuse were passed over.", "contest": "The person was not told how to contest the record.",
}  # fmt: skip
"""What an incident may have been against."""
OUTCOMES = {Use.ARREST: HitOutcome.DETAINED, Use.EXTRADITION: HitOutcome.DETAINED,
            Use.IMMIGRATION_ACTION: HitOutcome.REFUSED_ENTRY, Use.INFORMATION: HitOutcome.OBSERVED}
"""How a result ended, by what it was used for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traveller:
    """The person before the officer, as the paper or the officer says."""

    names: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    nationalities: tuple[CountryCode, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One positive query result in the register of results (RPD 106)."""

    id: Reference
    bureau: BureauCode
    item: Reference
    source: BureauCode
    traveller: Traveller
    because: tuple[str, ...]
    found_at: datetime
    by: OfficerId
    shown: tuple[str, ...] = ()
    """Which warnings the answer showed."""
    same: bool | None = None
    compared: tuple[str, ...] = ()
    judged_by: OfficerId | None = None
    outcome: HitOutcome | None = None
    source_told_at: datetime | None = None
    kept_from_source: str = ""
    """Why the source is not told: a policy of the querying side."""
    used_at: datetime | None = None
    verified_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreActionCheck:
    """The answers before acting, under a confirmation number. None: not answered, which is never a yes."""

    id: Reference
    bureau: BureauCode
    item: Reference
    result: Reference
    use: Use
    at: datetime
    by: OfficerId
    still_valid: bool | None
    confirmed_with: str
    """Who confirmed that the record is still valid: name or number of the duty officer at the bureau."""
    something_besides: bool | None
    besides: str
    misuse_looked_for: bool | None
    misuse_signs: str
    supervisor: str
    papers_asked: bool | None
    told_how_to_contest: bool | None
    law_allows: bool | None = None
    warrant: bool | None = None
    treaty: bool | None = None
    provisional_arrest_asked: bool | None = None
    open_questions: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    """Sentences of provisions that the answers do not meet."""

    @property
    def in_order(self) -> bool:
        """Everything was answered and nothing speaks against the use."""
        return not self.open_questions and not self.against


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """A file at home that relied on an item: a visa, a detention, a removal. Open again once the item is recalled."""

    id: Reference
    bureau: BureauCode
    item: Reference
    result: Reference
    check: Reference | None
    use: Use
    done: str
    file: str
    agency: str
    at: datetime
    by: OfficerId
    recalled_at: datetime | None = None
    answer: str = ""
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A notice was relied on against law or policy."""

    id: Reference
    bureau: BureauCode
    item: Reference
    reliance: Reference | None
    against: tuple[str, ...]
    said: str
    at: datetime
    by: OfficerId
    remedy: str = ""
    closed_at: datetime | None = None


# --- events


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRegistered(Event):
    """A query found something."""

    result: Reference
    source_told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultJudged(Event):
    """An officer said whether it is the person, comparing what."""

    result: Reference
    same: bool
    compared: tuple[str, ...]
    source_told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultTold(Event):
    """The source of a record was told that it found somebody."""

    result: Reference
    source: BureauCode


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionChecked(Event):
    """The answers before acting were given."""

    check: Reference
    in_order: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemReliedOn(Event):
    """Something was done on the strength of an item; `incident` when it was against law or policy."""

    reliance: Reference
    incident: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelianceAnswered(Event):
    """What was done about a file that relied on a recalled item."""

    reliance: Reference
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentReported(Event):
    """Somebody relied on an item against law or policy, and it became known afterwards."""

    incident: Reference
    reliance: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentAnswered(Event):
    """What was done about an incident."""

    incident: Reference
    remedy: str


# --- decisions


def judge(result: Result, *, same: bool, compared: tuple[str, ...], by: OfficerId, at: datetime) -> Result:
    """The candidate is, or is not, the person. Raises Refused without a word of what was compared (RPD 104)."""
    if not compared:
        raise Refused("Say what you compared: at least one field.", "RPD-104")
    if result.same is not None:
        raise Refused("This result was judged already.", "RPD-104")
    ended = {} if same else {"outcome": HitOutcome.NOT_THE_PERSON, "closed_at": at}
    return replace(result, same=same, compared=compared, judged_by=by, **ended)  # type: ignore[arg-type]


def use_result(result: Result, use: Use, check: PreActionCheck | None, at: datetime) -> Result:
    """The result is used. Raises Refused for a candidate nobody confirmed, and for a coercive use without a check."""
    if result.same is not True:
        raise Refused("Nobody has confirmed that this is the person: a result is a candidate until then.", "RPD-104")
    if use in COERCIVE and check is None:
        raise Refused("Answer the check before acting first; it gives a confirmation number.", "RPD-63")
    verified = check.at if check is not None and check.still_valid else result.verified_at
    return replace(result, used_at=at, verified_at=verified)


def recalled(reliance: Reliance, at: datetime) -> Reliance:
    """The item was called back: the file that relied on it stands open until somebody answers for it."""
    return replace(reliance, recalled_at=at, answer="", closed_at=None)


def answer(reliance: Reliance, said: str, at: datetime) -> Reliance:
    """What was done about the file. Raises Refused when nothing was called back, or nothing is said."""
    if reliance.recalled_at is None:
        raise Refused("The item this file relied on was not called back.", "RPD-99-N")
    if not said.strip():
        raise Refused("Say what was done about the file.", "RPD-99-N")
    return replace(reliance, answer=said, closed_at=at)


def remedied(incident: Incident, remedy: str, at: datetime) -> Incident:
    """The incident is closed with its remedy. Raises Refused when none is said, or one was."""
    if incident.closed_at is not None:
        raise Refused("The incident is closed.")
    if not remedy.strip():
        raise Refused("Say what was done about the incident.")
    return replace(incident, remedy=remedy, closed_at=at)


# --- facts for the rules


def facts_of_result(result: Result, on_file: frozenset[Warning]) -> HitFacts:
    """What the provisions on positive query results ask about."""
    told = result.source_told_at or NOT_YET
    return HitFacts(
        found_at=result.found_at, treated_as_the_person=result.used_at is not None or result.same is True,
        identity_confirmed=result.same, confirmed_by=result.judged_by, fields_compared=result.compared,
        verified_at=result.verified_at or NOT_YET, coercive_use_at=result.used_at or NOT_YET,
        source_may_be_told=not result.kept_from_source, source_told_at=told,
        source_contacted_at=result.verified_at or told,
        result_used_at=result.used_at or NOT_YET, registered=True, outcome=result.outcome,
        closed=result.closed_at is not None, warnings_on_file=on_file,
        warnings_shown=frozenset(Warning(each) for each in result.shown),
    )  # fmt: skip


def facts_of_use(check: PreActionCheck, value: LegalValue | None, regime: Regime) -> NationalUseFacts:
    """What the provisions on national use ask about, from the answers before acting."""
    day = check.at.date()
    return NationalUseFacts(
        regime=regime, use=check.use, purpose_matches=True, national_law_allows=check.law_allows, other_purpose=False,
        administrative_use=False, output_orders_arrest=False, legal_value=value, other_basis=check.something_besides,
        treaty=check.treaty, provisional_arrest_asked=check.provisional_arrest_asked, national_warrant=check.warrant,
        use_on=day, verified_active_on=day if check.still_valid else (NOT_YET if check.still_valid is False else None),
        abuse_checked=check.misuse_looked_for, supervisor_approved=bool(check.supervisor) or None,
        documents_held=check.papers_asked,
    )  # fmt: skip
