"""What may happen in which state: one table, read by every deciding function and shown in the documentation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TypedDict

from article3.lifecycle import events as e
from article3.lifecycle import knowledge_events as k
from article3.lifecycle import research_events as p
from article3.lifecycle import review_events as r
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import BEFORE_DECISION, DELIVERED, ENDED, IN_FORCE, State
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, SeatCode, Sitting

_EXAMINED = frozenset({State.UNDER_REVIEW, State.RETURNED, State.BLOCKED}) | IN_FORCE | DELIVERED
_DECIDED = frozenset({State.UNDER_REVIEW, State.SENT}) | IN_FORCE | DELIVERED
_ANSWERED = frozenset({State.RETURNED}) | IN_FORCE | DELIVERED
_LIVE = BEFORE_DECISION | IN_FORCE | DELIVERED
_BLOCKED = frozenset({State.BLOCKED})

POSSIBLE: Mapping[type[e.Event], frozenset[State]] = MappingProxyType({
    e.ArrivalExamined: _LIVE | {State.SENT},
    e.HeldPassed: frozenset({State.SENT}),
    e.HeldKeptBack: frozenset({State.SENT}),
    r.ReviewOpened: _LIVE | _BLOCKED | {State.SENT},
    r.ReviewerRecused: _LIVE | _BLOCKED | {State.SENT},
    r.FactEstablished: _EXAMINED,
    r.FactWithdrawn: _EXAMINED,
    r.FindingAnswered: _EXAMINED,
    r.ResearchLogged: _EXAMINED,
    p.SearchOrdered: _EXAMINED,
    p.SourcesSearched: _EXAMINED,
    p.ExcerptSettled: _EXAMINED,
    r.WorksheetFilled: _EXAMINED,
    r.RequesterAsked: _EXAMINED,
    r.QuestionsAnswered: _ANSWERED,
    r.MoreTimeAsked: _ANSWERED,
    r.MoreTimeAnswered: _ANSWERED,
    r.BureauConsulted: _EXAMINED,
    r.ConsultationReplied: _LIVE | _BLOCKED,
    r.ConsultationUnanswered: _LIVE | _BLOCKED,
    r.DecisionProposed: _DECIDED,
    r.ReviewerDissented: _DECIDED,
    r.DecisionTaken: _DECIDED,
    k.DecisionReopened: IN_FORCE | {State.REVIEWED},
    k.RetrospectiveItemClosed: IN_FORCE | {State.REVIEWED},
    e.NoticePublished: frozenset({State.UNDER_REVIEW}) | IN_FORCE | DELIVERED,
    e.RequestRefused: frozenset({State.UNDER_REVIEW, State.RETURNED}),
    e.UpdateRefused: IN_FORCE,
    e.ComplianceConfirmed: IN_FORCE | DELIVERED,
    e.ConversionAsked: DELIVERED | {State.PUBLISHED},
    e.ConversionRefused: IN_FORCE | DELIVERED,
    e.DiffusionRecalled: DELIVERED | _BLOCKED | {State.SENT},
    e.CaveatAdded: _LIVE,
    e.CaveatLifted: _LIVE,
    e.NoticeUpdated: _LIVE,
    e.NoticeSuspended: frozenset({State.PUBLISHED}),
    e.NoticeResumed: frozenset({State.SUSPENDED}),
    e.NoticeWithdrawn: _LIVE | _BLOCKED,
    e.NoticeCancelled: IN_FORCE | _BLOCKED,
    e.RetentionAsked: _LIVE | _BLOCKED | {State.SENT},
    e.RetentionExtended: _LIVE | _BLOCKED,
    e.FileExpired: _LIVE | _BLOCKED | {State.SENT},
    e.DataDeleted: ENDED - {State.EXPIRED},
})
"""Every event that needs a file to be in certain states, and those states. FileAssessed may follow any of them."""


_UNDER_AN_INTERIM_BLOCK = frozenset({r.DecisionProposed, r.ReviewerDissented, r.DecisionTaken})
"""The Secretariat's own block holds a record back while it decides; the Commission's leaves the decision to it."""


def require(file: CaseFile, event: type[e.Event], doing: str, citation: str = "") -> None:
    """Raise Refused unless the event may happen in the file's state; `doing` names the act in the sentence."""
    state = file.beneath if event in _UNDER_AN_INTERIM_BLOCK else file.state
    if state not in POSSIBLE[event]:
        raise Refused(f"A file that is {file.state.value.replace('_', ' ')} cannot be {doing}.", citation)


def worded(text: str, what: str, citation: str = "") -> str:
    """The text without its margins; raises Refused when nothing is left of it."""
    if not text.strip():
        raise Refused(f"{what} is missing.", citation)
    return text.strip()


class Made(TypedDict):
    """The head of every event."""

    reference: Reference
    at: datetime
    by: OfficerId
    seat: SeatCode


def made(file: CaseFile, at: datetime, sitting: Sitting) -> Made:
    """The head of an event on this file, by this officer, now."""
    return Made(reference=file.reference, at=at, by=sitting.officer, seat=sitting.seat)
