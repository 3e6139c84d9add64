"""What the applicant finds in their own file: the outlook of the day, with clocks, papers shared and the certificate.

Whether there are data shows only where the outlook says it may, or where the Commission itself decided to share an
item (Statute 35; promise P6). Nothing of the steps, the drafts, the votes or the files is in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from article3.commission.lifecycle.learned import Learned
from article3.commission.lifecycle.outlook import Told, outlook
from article3.commission.lifecycle.request import Asked, CommissionRequest, Question
from article3.commission.lifecycle.revision import told
from article3.commission.lifecycle.ruling import Decision
from article3.commission.lifecycle.sharing import Item, Shared
from article3.commission.lifecycle.timetable import Clock, Limit, clocks
from article3.terms.facts_commission import Remedy
from article3.terms.redress import CountryReport, Measured

_NOT_IN_A_CERTIFICATE = frozenset({Measured.BLOCK, Measured.UNBLOCK, Measured.LEAVE, Measured.LEAVE_ONLY})
_SHOWN = frozenset({Limit.ADMISSIBILITY, Limit.URGENT, Limit.DECISION, Limit.ANSWER})
"""Clocks that run the same for everybody; those of orders would say that there are data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """The proof that a decision was carried out: by the countries that may be named, and how many others."""

    decided_on: date
    completed_on: date
    countries: tuple[CountryReport, ...]
    unnamed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile:
    """The file as the applicant reads it on a day."""

    told: Told
    clocks: tuple[Clock, ...]
    questions: tuple[Question, ...]
    items: tuple[Item, ...]
    answered_on: date | None
    decision: Decision | None
    """None while nothing was told, and for good where more may not be told."""
    completed: Completed | None
    ruling_offered_on: date | None
    ruling_wanted: bool | None
    learned: tuple[Learned, ...] = ()
    """New facts the applicant was told of; none where nothing may be told."""

    @property
    def due(self) -> Clock | None:
        """The clock of the decision."""
        return self.clock(Limit.DECISION)

    def clock(self, limit: Limit) -> Clock | None:
        """The first clock of a kind."""
        return next((clock for clock in self.clocks if clock.limit is limit), None)


def own_file(request: CommissionRequest, on: date) -> OwnFile:
    """The request as its applicant reads it on that day."""
    seen = outlook(request, on)
    answered = next((day for told, day in seen.steps if told is Told.ANSWERED), None)
    decision = request.decision if seen.outcome is not None else None
    shared = tuple(item for item in request.items if item.shared in (Shared.OPEN, Shared.GIST))
    closed = tuple(item for item in request.items if item.shared is Shared.CLOSED) if decision else ()
    offered = request.ruling_offered_on if decision or shared else None
    return OwnFile(
        told=seen.told, clocks=tuple(_shown(clock, request, answered) for clock in clocks(request)
                                     if clock.limit in _SHOWN and _is_theirs(clock, request)),
        questions=seen.questions, items=(*shared, *closed), answered_on=answered, decision=decision,
        completed=_completed(request, decision), ruling_offered_on=offered, ruling_wanted=request.ruling_wanted,
        learned=told(request) if decision else ())


def may_have_status_letter(request: CommissionRequest, file: OwnFile) -> bool:
    """After a deletion that was ordered, told and carried out, for somebody whose document number is known."""
    return (file.decision is not None and Remedy.DELETE in file.decision.remedies and file.completed is not None
            and bool(request.application.person.document_number.strip()))


def _completed(request: CommissionRequest, decision: Decision | None) -> Completed | None:
    orders = [each for each in request.measures if each.measure not in _NOT_IN_A_CERTIFICATE]
    done = [each.carried for each in orders if each.carried and each.carried.state.value == "complete"]
    if decision is None or not orders or len(done) != len(orders):
        return None
    reports = {report.bureau: report for carried in done for report in carried.countries}
    named = tuple(sorted((each for each in reports.values() if each.settled_on), key=lambda each: each.bureau))
    return Completed(decided_on=decision.on, completed_on=max(carried.on for carried in done), countries=named,
                     unnamed=len(reports) - len(named))


def _shown(clock: Clock, request: CommissionRequest, answered_on: date | None) -> Clock:
    """Done on days that say nothing: an urgent request when it was ruled on, not when a block was ordered; a decision
    when its answer left, not when it was taken."""
    if clock.limit is Limit.URGENT:
        return replace(clock, done_on=request.days.admissibility_answered_on)
    return replace(clock, done_on=answered_on) if clock.limit is Limit.DECISION else clock


def _is_theirs(clock: Clock, request: CommissionRequest) -> bool:
    return clock.limit is not Limit.ANSWER or any(
        asked.id == clock.about and asked.of is Asked.APPLICANT for asked in request.questions)
