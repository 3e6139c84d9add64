"""What a file looks like after an event. Pure: the same events in the same order give the same file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import singledispatch
from typing import Any

from article3.lifecycle import conversion, gate, opening, ordered, research
from article3.lifecycle import events as e
from article3.lifecycle import knowledge_events as k
from article3.lifecycle import ordered_beyond as beyond
from article3.lifecycle import review_events as r
from article3.lifecycle.case_file import CaseFile, Step
from article3.lifecycle.changes import amended, let_on, overtaken, reconsidered, review_closed, signed, withdrawn
from article3.lifecycle.correspondence import Question
from article3.lifecycle.deletion import emptied
from article3.lifecycle.examination import Review
from article3.lifecycle.reopening import looked_at_again, looked_through
from article3.lifecycle.states import State
from article3.terms.clocks import day_of


def begin(event: e.CommunicationReceived) -> CaseFile:
    """The first version of a file."""
    file = CaseFile(reference=event.reference, communication=event.communication, state=event.state,
                    received_at=event.at, retention=event.retention, restrictions=event.restrictions,
                    gateway=gate.arrived())
    return replace(file, timeline=(_step(event),))


def after(file: CaseFile, event: e.Event) -> CaseFile:
    """The file after one event; its version is raised when it is kept, not here."""
    assert event.reference == file.reference, "an event of another file"
    changed = _changed(event, file)
    if isinstance(event, r.FileAssessed):
        return changed
    if isinstance(event, _DECIDED_ANEW):
        changed = looked_at_again(changed, day_of(event.at))
    return conversion.taken_effect(replace(changed, timeline=(*changed.timeline, _step(event))), event)


def _step(event: e.Event) -> Step:
    return Step(event=type(event).__name__, at=event.at, by=event.by, seat=event.seat)


@singledispatch
def _changed(event: e.Event, file: CaseFile) -> CaseFile:
    raise AssertionError(f"nothing is known about {type(event).__name__}")


# --- gateway

@_changed.register
def _(event: e.ArrivalExamined, file: CaseFile) -> CaseFile:
    assert file.gateway is not None, "examined twice"
    gateway = gate.examined(file.gateway, event.held_for, event.measure, event.at)
    return replace(file, links=(*file.links, *event.links), gateway=gateway)


@_changed.register
def _(event: e.HeldPassed, file: CaseFile) -> CaseFile:
    return let_on(review_closed(file), event)


@_changed.register
def _(event: e.HeldKeptBack, file: CaseFile) -> CaseFile:
    assert file.gateway is not None, "nothing was held"
    return replace(review_closed(file), gateway=replace(file.gateway, kept_back=True))


# --- examination

@_changed.register
def _(event: r.ReviewOpened, file: CaseFile) -> CaseFile:
    known = {link.reference for link in file.links}
    fresh = tuple(link for link in event.links if link.reference not in known)
    review = Review(occasion=event.occasion, opened_at=event.at, reviewer=event.by,
                    reviewer_nationality=event.nationality)
    state = State.UNDER_REVIEW if file.state is State.RECEIVED else file.state
    return replace(review_closed(file), review=review, state=state, links=(*file.links, *fresh))


@_changed.register
def _(event: r.ReviewerRecused, file: CaseFile) -> CaseFile:
    file = replace(file, recusals=(*file.recusals, event.recusal))
    if file.review is None or file.review.reviewer != event.recusal.officer:
        return reconsidered(file) if event.recusal.officer in signed(file.review) else file
    state = State.RECEIVED if file.state is State.UNDER_REVIEW else file.state
    return replace(review_closed(file), state=state)


@_changed.register
def _(event: r.FactEstablished, file: CaseFile) -> CaseFile:
    former = overtaken(file, event.established, event)
    return reconsidered(replace(file, established=(*former, event.established)))


@_changed.register
def _(event: r.FactWithdrawn, file: CaseFile) -> CaseFile:
    return reconsidered(replace(file, established=withdrawn(file, event.fact, event, known=event.known)))


@_changed.register
def _(event: k.DecisionReopened, file: CaseFile) -> CaseFile:
    return replace(file, reopened=(*file.reopened, event.note))


@_changed.register
def _(event: r.FindingAnswered, file: CaseFile) -> CaseFile:
    others = tuple(answer for answer in file.answers if answer.rule != event.answer.rule)
    return reconsidered(replace(file, answers=(*others, event.answer)))


@_changed.register
def _(event: r.WorksheetFilled, file: CaseFile) -> CaseFile:
    assert file.review is not None, "a worksheet belongs to a review"
    filled = {entry.factor: entry for entry in (*file.review.worksheet.factors, *event.factors)}
    sheet = replace(file.review.worksheet, factors=tuple(filled[factor] for factor in sorted(filled)), by=event.by,
                    on=event.on)
    if event.predominance:
        sheet = replace(sheet, predominance=event.predominance, predominance_about=event.predominance_about)
    return reconsidered(replace(file, review=replace(file.review, worksheet=sheet)))


@_changed.register
def _(event: k.RetrospectiveItemClosed, file: CaseFile) -> CaseFile:
    return looked_through(file, event)


# --- correspondence

@_changed.register
def _(event: r.RequesterAsked, file: CaseFile) -> CaseFile:
    state = State.RETURNED if file.state is State.UNDER_REVIEW else file.state
    return reconsidered(replace(file, state=state, questions=(*file.questions, *event.questions)))


@_changed.register
def _(event: r.QuestionsAnswered, file: CaseFile) -> CaseFile:
    given = dict(event.answers)
    questions = tuple(replace(asked, answer=given[asked.id], answered_on=event.on, answered_by=event.by)
                      if asked.id in given else asked for asked in file.questions)
    file = amended(replace(file, questions=questions), event, event.communication)
    if file.state is State.RETURNED and not file.open_questions:
        file = replace(file, state=State.UNDER_REVIEW if file.review else State.RECEIVED)
    return reconsidered(file)


@_changed.register
def _(event: r.MoreTimeAsked, file: CaseFile) -> CaseFile:
    return replace(file, questions=tuple(
        replace(asked, more_time=event.more_time) if asked.id in event.questions else asked
        for asked in file.questions))


@_changed.register
def _(event: r.MoreTimeAnswered, file: CaseFile) -> CaseFile:
    def answered(asked: Question) -> Question:
        if asked.id not in event.questions or asked.more_time is None:
            return asked
        deadline = asked.more_time.until if event.granted else max(asked.deadline, event.at_least_until)
        return replace(asked, deadline=deadline, more_time=replace(asked.more_time, granted=event.granted))

    return replace(file, questions=tuple(answered(asked) for asked in file.questions))


@_changed.register
def _(event: r.BureauConsulted, file: CaseFile) -> CaseFile:
    return reconsidered(replace(file, consultations=(*file.consultations, event.consultation)))


@_changed.register
def _(event: r.ConsultationReplied, file: CaseFile) -> CaseFile:
    return reconsidered(replace(file, consultations=tuple(
        replace(asked, reply=event.reply, replied_on=event.on, replied_by=event.by)
        if asked.id == event.consultation else asked for asked in file.consultations)))


@_changed.register
def _(event: r.ConsultationUnanswered, file: CaseFile) -> CaseFile:
    return replace(file, consultations=tuple(
        replace(asked, silent_since=event.on) if asked.id == event.consultation else asked
        for asked in file.consultations))


# --- decision

@_changed.register
def _(event: r.DecisionProposed, file: CaseFile) -> CaseFile:
    assert file.review is not None, "a proposal belongs to a review"
    return replace(file, review=replace(file.review, proposal=event.view, dissent=None, decision=None))


@_changed.register
def _(event: r.ReviewerDissented, file: CaseFile) -> CaseFile:
    assert file.review is not None, "a dissent belongs to a review"
    return replace(file, review=replace(file.review, dissent=event.view))


@_changed.register
def _(event: r.DecisionTaken, file: CaseFile) -> CaseFile:
    assert file.review is not None, "a decision belongs to a review"
    return replace(file, review=replace(file.review, decision=event.decision))


@_changed.register
def _(event: e.NoticePublished, file: CaseFile) -> CaseFile:
    state = State.SUSPENDED if file.state is State.SUSPENDED else State.PUBLISHED
    return replace(conversion.became_notice(review_closed(file), event), state=state, published=event.notice)


_DECIDED_ANEW = e.NoticePublished | e.ComplianceConfirmed | e.DiffusionRecalled | e.NoticeWithdrawn | e.NoticeCancelled
_Ending = e.RequestRefused | e.DiffusionRecalled | e.NoticeWithdrawn | e.NoticeCancelled
_ENDS_AS: dict[type[e.Event], State] = {
    e.RequestRefused: State.REFUSED, e.DiffusionRecalled: State.RECALLED,
    e.NoticeWithdrawn: State.WITHDRAWN, e.NoticeCancelled: State.CANCELLED,
}


@_changed.register
def _(event: _Ending, file: CaseFile) -> CaseFile:
    return replace(review_closed(file), state=_ENDS_AS[type(event)], ending=event.ending)


@_changed.register
def _(event: e.UpdateRefused, file: CaseFile) -> CaseFile:
    assert file.published is not None, "only a published notice has an update to refuse"
    return review_closed(amended(file, event, file.published.communication))


@_changed.register
def _(event: e.ComplianceConfirmed, file: CaseFile) -> CaseFile:
    state = State.REVIEWED if file.state is State.SENT_UNREVIEWED else file.state
    return let_on(replace(review_closed(file), state=state), event)


# --- life of a notice

@_changed.register
def _(event: e.CaveatAdded, file: CaseFile) -> CaseFile:
    return replace(file, caveats=(*file.caveats, event.caveat))


@_changed.register
def _(event: e.CaveatLifted, file: CaseFile) -> CaseFile:
    return replace(file, caveats=tuple(replace(caveat, lifted_on=event.on) if caveat.id == event.caveat else caveat
                                       for caveat in file.caveats))


@_changed.register
def _(event: e.NoticeUpdated, file: CaseFile) -> CaseFile:
    state = State.SENT_UNREVIEWED if file.state is State.REVIEWED and file.stands_as is None else file.state
    return reconsidered(amended(replace(file, state=state), event, event.communication))


@_changed.register
def _(event: e.NoticeSuspended, file: CaseFile) -> CaseFile:
    return replace(file, state=State.SUSPENDED, suspensions=(*file.suspensions, event.suspension))


@_changed.register
def _(event: e.NoticeResumed, file: CaseFile) -> CaseFile:
    *former, last = file.suspensions
    return replace(file, state=State.PUBLISHED, suspensions=(*former, replace(last, ended_on=event.on)))


# --- retention

@_changed.register
def _(event: e.RetentionExtended, file: CaseFile) -> CaseFile:
    return replace(file, retention=replace(file.retention, until=event.until, extended_on=event.on,
                                           extension_because=event.because, assurance=event.assurance, asked_on=None))


@_changed.register
def _(event: e.FileExpired, file: CaseFile) -> CaseFile:
    return emptied(replace(file, state=State.EXPIRED, ending=event.ending), event.ending.on)


# --- what is said in a line: a message opened, an order of the Commission, new findings, data gone

_EFFECTS: dict[type[e.Event], Callable[[CaseFile, Any], CaseFile]] = {
    opening.ConsentAsked: opening.asked, opening.ConsentAnswered: opening.answered,
    opening.MessageOpened: opening.opened, e.ConversionAsked: conversion.asked,
    e.ConversionRefused: conversion.refused, e.DataDeleted: lambda file, event: emptied(file, event.on),
    r.ResearchLogged: lambda file, event: replace(file, research=(*file.research, event.entry)),
    e.RetentionAsked: lambda file, event: replace(file, retention=replace(file.retention, asked_on=event.on)),
    r.FileAssessed: lambda file, event: replace(file, assessed=event.assessed),
    **dict.fromkeys(ordered.ORDERED, ordered.applied), **research.EFFECTS,
}
_EFFECTS |= dict.fromkeys(beyond.BEYOND, beyond.applied)
for _kind, _effect in _EFFECTS.items():
    _changed.register(_kind)(lambda event, file, effect=_effect: effect(file, event))
