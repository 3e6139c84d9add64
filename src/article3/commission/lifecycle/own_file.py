"""What the applicant reads of their own request (Statute 35; users.md 5; promise P6).

Everything here comes from days and acts that are the same whether or not there are data, unless the Commission decided
that it may be told (`decision.data_may_be_told`). Nothing of the steps, the drafts, the votes or the files is in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from article3.commission.lifecycle.request import Asked, CommissionRequest, Question, Stage
from article3.commission.lifecycle.ruling import Decision
from article3.commission.lifecycle.sharing import Item, Shared
from article3.commission.lifecycle.timetable import Clock, Limit, clocks
from article3.terms.facts_commission import Remedy
from article3.terms.redress import CountryReport, Measured, ReportState


class Standing(StrEnum):
    """Where the request stands, in the applicant's words."""

    RECEIVED = "received"
    TO_MEND = "to_mend"
    UNDER_WAY = "under_way"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The proof that an order was carried out: by the countries that may be named, and how many others."""

    decided_on: date
    completed_on: date
    countries: tuple[CountryReport, ...]
    unnamed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile:
    """The file as the applicant reads it."""

    standing: Standing
    clocks: tuple[Clock, ...]
    questions: tuple[Question, ...]
    items: tuple[Item, ...]
    answered_on: date | None
    decision: Decision | None
    """None while nothing was told, and for good where more may not be told."""
    certificate: Certificate | None
    looked_on: date | None
    """The day an urgent request was looked at."""
    ruling_offered_on: date | None
    ruling_wanted: bool | None


def own_file(request: CommissionRequest) -> OwnFile:
    """The request as its applicant reads it."""
    decision = _told(request)
    return OwnFile(
        standing=_standing(request), clocks=tuple(_shown(clock, request) for clock in clocks(request)
                                                  if clock.limit in _SHOWN and _is_theirs(clock, request)),
        questions=tuple(asked for asked in request.questions if asked.of is Asked.APPLICANT),
        items=tuple(item for item in request.items if item.shared in _open_to(decision)),
        answered_on=request.decision.told_on if request.decision else None, decision=decision,
        certificate=certificate(request), looked_on=request.days.existence_checked_on,
        ruling_offered_on=request.ruling_offered_on, ruling_wanted=request.ruling_wanted)


def certificate(request: CommissionRequest) -> Certificate | None:
    """The certificate once every order of the decision is reported complete and it may be told; else None."""
    decision = _told(request)
    orders = [each for each in request.measures if each.measure not in (Measured.BLOCK, Measured.UNBLOCK)]
    if decision is None or not orders:
        return None
    done = [each.carried for each in orders if each.carried and each.carried.state is ReportState.COMPLETE]
    if len(done) != len(orders):
        return None
    reports = {report.bureau: report for carried in done for report in carried.countries}
    named = tuple(sorted((report for report in reports.values() if report.settled_on), key=lambda each: each.bureau))
    return Certificate(decided_on=decision.on, completed_on=max(carried.on for carried in done), countries=named,
                       unnamed=len(reports) - len(named))


def may_have_status_letter(request: CommissionRequest) -> bool:
    """After a deletion that was ordered, told and carried out, for somebody whose document number is known."""
    decision = _told(request)
    return (decision is not None and Remedy.DELETE in decision.remedies and certificate(request) is not None
            and bool(request.application.person.document_number))


_SHOWN = frozenset({Limit.ADMISSIBILITY, Limit.URGENT, Limit.DECISION, Limit.ANSWER})
"""Clocks of the procedure that run the same for everybody; those of orders would say that there are data."""


def _shown(clock: Clock, request: CommissionRequest) -> Clock:
    """An urgent request was looked at when the files were looked into, found or not; never when a block was ordered."""
    if clock.limit is Limit.URGENT:
        return replace(clock, done_on=request.days.existence_checked_on)
    if clock.limit is Limit.DECISION:
        return replace(clock, done_on=request.decision.told_on if request.decision else None)
    return clock


def _is_theirs(clock: Clock, request: CommissionRequest) -> bool:
    return clock.limit is not Limit.ANSWER or any(
        asked.id == clock.about and asked.of is Asked.APPLICANT for asked in request.questions)


def _told(request: CommissionRequest) -> Decision | None:
    made = request.decision
    return made if made is not None and made.told_on is not None and made.data_may_be_told else None


def _open_to(decision: Decision | None) -> frozenset[Shared]:
    """That something is withheld is told once it may be told that there are data at all."""
    return frozenset({Shared.OPEN, Shared.GIST} | ({Shared.CLOSED} if decision else set()))


def _standing(request: CommissionRequest) -> Standing:
    if request.stage is Stage.RECEIVED:
        return Standing.RECEIVED
    if request.stage is Stage.INADMISSIBLE:
        return Standing.TO_MEND
    return Standing.ANSWERED if request.decision and request.decision.told_on else Standing.UNDER_WAY
