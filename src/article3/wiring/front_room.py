"""The front line: who the person before the officer may be, what may be done here, what was done on its strength."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from article3.access.why import Why
from article3.acts.at_home.judge_result import JudgeResult
from article3.acts.at_home.register_result import RegisterResult
from article3.acts.at_home.rely_on_item import RelyOnItem
from article3.acts.ports import NotFound
from article3.acts.tell_result import TellResult
from article3.intake.mrz import Mrz
from article3.lifecycle import frontline
from article3.lifecycle.frontline import Incident, PreActionCheck, Reliance, Result, ResultJudged, Traveller
from article3.national.cabinet import Cabinet, bureaus_with
from article3.register.arrivals import book
from article3.register.folding import number
from article3.register.heard import Asked
from article3.register.pages import PersonRow
from article3.screening.called import called
from article3.screening.judged import fingerprint
from article3.screening.likeness import Comparison, Particulars, as_written
from article3.screening.names import tokens
from article3.screening.vocabulary import Vocabulary
from article3.terms.communication import BureauCode, Reference
from article3.terms.facts_hit import Warning
from article3.terms.finding import Refused
from article3.terms.reasons import CaveatKind
from article3.terms.sitting import MandateRole, SeatCode, Sitting
from article3.wiring.arrival_room import perform_at_home
from article3.wiring.legal_effect import MayDo, law_of
from article3.wiring.performing import new_reference, perform, reader

LIKE_ENOUGH = 0.7
MOST_TOLD = 50
"""Records told for one question, the most alike first; whoever has more is asked to say more of the person."""
_WARNINGS = {CaveatKind.FINALLY_JUDGED_ELSEWHERE: Warning.NE_BIS_IN_IDEM, CaveatKind.ADDENDUM: Warning.ADDENDUM,
             CaveatKind.EXTRADITION_REFUSED: Warning.REFUSED_EXTRADITION}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One record the person may be in: what may be done first, then how alike they are."""

    row: PersonRow
    may: MayDo
    score: float
    because: tuple[str, ...]
    result: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The answer to one query; `cleared`: records this traveller was judged not to be in before; `more`: there are
    others that could be the person, not compared or not told."""

    traveller: Traveller
    candidates: tuple[Candidate, ...]
    cleared: int
    more: bool


def traveller_of(zone: Mrz) -> Traveller:
    """The holder of a paper, as its machine readable zone says."""
    return Traveller(names=(f"{zone.given} {zone.family}".strip(),),
                     birth_dates=tuple(str(day) for day in zone.birth_dates),
                     nationalities=(zone.country,) if zone.country else (), documents=(zone.number,))  # fmt: skip


def ask(sitting: Sitting, traveller: Traveller, at: datetime | None = None) -> Answered:
    """Records the person may be in, the most alike first; each is registered as a result (RPD 106).

    Nothing unreviewed comes as valid, nothing retracted at all. Raises Refused for a query that names nobody.
    """
    bureau, at = _bureau(sitting), at or timezone.now()
    cabinet, asked, named = Cabinet(bureau, at), particulars_of(traveller), in_any_order(traveller)
    found, cut = _compared(sitting, traveller, asked, at)
    marks = {one.row.reference: {pair_of(cabinet, person, one.row.reference) for person in (traveller, named)} - {""}
             for one in found}  # fmt: skip
    known = cabinet.judged_not_same(frozenset[str]().union(*marks.values()))
    still = [one for one in found if known.isdisjoint(marks[one.row.reference])]
    kept = _registered(sitting, traveller, still[:MOST_TOLD], at)
    return Answered(traveller=traveller, candidates=kept, cleared=len(found) - len(still),
                    more=cut or len(still) > MOST_TOLD)  # fmt: skip


def result_of(sitting: Sitting, reference: str) -> Result:
    """One result of this bureau. Raises NotFound."""
    return _one(sitting, Result, reference)


def check_of(sitting: Sitting, reference: str) -> PreActionCheck:
    """One check before acting. Raises NotFound."""
    return _one(sitting, PreActionCheck, reference)


def checks_of(sitting: Sitting, result: Result) -> tuple[PreActionCheck, ...]:
    """The checks made on a result, the newest first."""
    found = Cabinet(_bureau(sitting), timezone.now()).every(PreActionCheck, item=result.item)
    return tuple(check for check in found if check.result == result.id)


def candidate_of(sitting: Sitting, result: Result, at: datetime | None = None) -> Candidate | None:
    """The record of a result as it stands now; None when it is retracted, or not to be read here any more."""
    at = at or timezone.now()
    found, _ = _compared(sitting, result.traveller, particulars_of(result.traveller), at, only=result.item)
    return replace(found[0], result=result.id) if found else None


def judge_result(sitting: Sitting, result: Result, *, same: bool, compared: tuple[str, ...], keep_from_source: str = "",
                 at: datetime | None = None) -> ResultJudged:  # fmt: skip
    """It is, or is not, the person; a confirmed result is told to its source unless a policy forbids it.

    Raises Refused where nothing was compared, or the record is retracted or kept from the bureau by now.
    """
    at = at or timezone.now()
    if same and candidate_of(sitting, result, at) is None:
        raise Refused("There is no such record any more. Take no action on it.", "RPD-104")
    order = JudgeResult(
        result=result.id, same=same, compared=compared, keep_from_source=keep_from_source,
        pair=pair_of(Cabinet(_bureau(sitting), at), in_any_order(result.traveller), result.item),
    )  # fmt: skip
    with transaction.atomic():
        event = perform_at_home(order, sitting=sitting, at=at)
        if event.source_told:
            perform(TellResult(reference=result.item, result=result.id), sitting=_for_the_bureau(sitting), at=at)
    return event


def rely(sitting: Sitting, reliance: Reliance, at: datetime | None = None) -> frontline.ItemReliedOn:
    """Write down what was done. The exchange hears of it only when the item is called back."""
    return perform_at_home(RelyOnItem(reliance=reliance, incident=new_reference()), sitting=sitting, at=at)


def pair_of(cabinet: Cabinet, traveller: Traveller, item: str) -> str:
    """The mark of a traveller and a record; empty without a paper: a name and a birthday would clear the other too."""
    if not traveller.documents:
        return ""
    return cabinet.pair(fingerprint(particulars_of(replace(traveller, nationalities=()))), item)


def in_any_order(traveller: Traveller) -> Traveller:
    """The traveller with the words of each name sorted: the zone of a paper and an officer write them in another order,
    and who was cleared stays cleared."""
    names = (" ".join(sorted(token.text for token in tokens(name))) for name in traveller.names)
    return replace(traveller, names=tuple(names), documents=tuple(map(number, traveller.documents)))


def particulars_of(traveller: Traveller) -> Particulars:
    """A traveller as the comparison reads one."""
    return as_written(names=traveller.names, birth_dates=traveller.birth_dates, nationalities=traveller.nationalities,
                      documents=traveller.documents)  # fmt: skip


# --- a recall finds the files


def find_reliances(bureau: BureauCode, at: datetime | None = None) -> int:
    """Files that relied on an item which was called back or suspended stand open from now on; how many more do."""
    at, found = at or timezone.now(), 0
    with transaction.atomic():
        cabinet = Cabinet(bureau, at)
        for reliance in cabinet.every(Reliance, only_open=True):
            if reliance.recalled_at is None and book.standing_of(reliance.item) in ("removed", "suspended", ""):
                cabinet.keep(frontline.recalled(reliance, at))
                found += 1
    return found


def find_all_reliances(at: datetime) -> int:
    """The same at every bureau whose cabinet is here."""
    return sum(find_reliances(bureau, at) for bureau in bureaus_with(Reliance))


def reliances(sitting: Sitting) -> tuple[Reliance, ...]:
    """The bureau's register: what a recall has opened first, then the newest."""
    bureau = _bureau(sitting)
    find_reliances(bureau)
    found = Cabinet(bureau, timezone.now()).every(Reliance, most=500)
    return tuple(sorted(found, key=lambda one: one.recalled_at is None or one.closed_at is not None))


def reliance_of(sitting: Sitting, reference: str) -> Reliance:
    """One entry of the register. Raises NotFound."""
    return _one(sitting, Reliance, reference)


def incidents(sitting: Sitting) -> tuple[Incident, ...]:
    """Where an item was relied on against law or policy: those still open first, then the newest."""
    found = Cabinet(_bureau(sitting), timezone.now()).every(Incident, most=500)
    return tuple(sorted(found, key=lambda one: one.closed_at is not None))


def incident_of(sitting: Sitting, reference: str) -> Incident:
    """One of them. Raises NotFound."""
    return _one(sitting, Incident, reference)


# --- inside


def _compared(sitting: Sitting, traveller: Traveller, asked: Particulars, at: datetime, only: str = ""
              ) -> tuple[list[Candidate], bool]:  # fmt: skip
    """Records like enough, the most alike first, and whether there were more than could be compared; of one record
    whatever it is like."""
    comparison, law, likes = Comparison(Vocabulary(called)), law_of(_bureau(sitting), at), {}

    def like(row: PersonRow, paper: bool) -> bool:
        found = likes[row.reference] = comparison.compare(asked, _particulars(row, asked.documents if paper else ()))
        return bool(only) or found.score >= LIKE_ENOUGH

    query = Asked(names=traveller.names, birth_dates=traveller.birth_dates, documents=traveller.documents)
    alike = reader(sitting, Why.POLICE_CHECK, at).alike(query, like, only)
    found = [Candidate(row=row, may=law.may_do(row), score=likes[row.reference].score,
                       because=likes[row.reference].because) for row in alike.rows]  # fmt: skip
    return sorted(found, key=lambda one: (-one.score, one.row.reference)), alike.cut


def _particulars(row: PersonRow, documents: frozenset[str] | tuple[str, ...]) -> Particulars:
    return as_written(names=dict.fromkeys((*row.names, *row.latin_names)), birth_dates=row.birth_dates,
                      nationalities=row.nationalities, documents=documents)  # fmt: skip


def _registered(sitting: Sitting, traveller: Traveller, found: list[Candidate], at: datetime
                ) -> tuple[Candidate, ...]:  # fmt: skip
    """The same, each under the result it is registered as, all in one step."""
    results = tuple(_result(sitting, traveller, one, at) for one in found)
    if results:
        perform_at_home(RegisterResult(results=results), sitting=sitting, at=at)
    return tuple(replace(one, result=result.id) for one, result in zip(found, results, strict=True))


def _result(sitting: Sitting, traveller: Traveller, found: Candidate, at: datetime) -> Result:
    shown = {Warning.STATE.value, *(_WARNINGS.get(c.kind, Warning.CAVEAT).value for c in found.row.caveats)}
    return Result(
        id=new_reference(), bureau=_bureau(sitting), item=found.row.reference, source=found.row.source,
        traveller=traveller, because=found.because, found_at=at, by=sitting.officer, shown=tuple(sorted(shown)),
    )  # fmt: skip


def _one(sitting: Sitting, kind: type, reference: str):  # type: ignore[no-untyped-def]
    found = Cabinet(_bureau(sitting), timezone.now()).find(kind, reference)
    if found is None:
        raise NotFound
    return found


def _for_the_bureau(sitting: Sitting) -> Sitting:
    """The same officer as the bureau's correspondent: a front line seat sends nothing itself."""
    return replace(sitting, seat=SeatCode(f"bureau:{_bureau(sitting)}"), role=MandateRole.BUREAU_LEAD)


def _bureau(sitting: Sitting) -> BureauCode:
    if sitting.bureau is None or sitting.seat.partition(":")[0] not in ("front", "bureau"):
        raise NotFound
    return sitting.bureau
