"""Suspension and withdrawal by the source, cancellation by the Secretariat (RPD 81)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import explained, written
from article3.law.deadlines import negated, within
from article3.law.parameters import parameter
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision, requester
from article3.terms.clocks import months_after
from article3.terms.communication import Channel
from article3.terms.facts_suspension import SuspensionFacts
from article3.terms.happening import NOT_YET

ENDED = ("withdrawn_on", "cancelled_on")


def _notice(facts: SuspensionFacts) -> bool:
    return facts.channel in (None, Channel.NOTICE_REQUEST)


@provision("RPD-81-1", reads=("suspended_on", "suspension_reasons", "suspension_ended_on"), concerns=_notice,
           subject=Subject.SUSPENSION)
def suspension_six_months_at_most(facts: SuspensionFacts, on: date) -> Ruling:
    """The source may suspend its notice for six months at most, giving its reasons."""
    if facts.suspended_on is NOT_YET:
        return met("The notice was not suspended.")
    if facts.suspended_on is None:
        return ask("Was the notice suspended, and on what day?")
    if not facts.suspension_reasons:
        return requester("Why is the notice suspended? The source must give reasons.")
    months = parameter("endings.suspension_max_months", facts.suspended_on)
    end = months_after(facts.suspended_on, months)
    ruling = within("the end of the suspension", due=end, done=facts.suspension_ended_on, on=on)
    return Ruling(ruling.outcome, f"{ruling.because} ({explained(facts.suspended_on, months)})", ruling.asked)


@provision("RPD-81-2", reads=("purpose_met", "depends_on_request", "request_finished", "legal_basis_stands",
                              "still_wanted", *ENDED), concerns=_notice, subject=Subject.SUSPENSION)
def source_withdraws(facts: SuspensionFacts, on: date) -> Ruling:
    """The source withdraws when the purpose is met, a request it depends on is finished, or it is no longer wanted."""
    reasons = {
        "the purpose is met": facts.purpose_met,
        "the request it depends on is finished": _dependency_gone(facts),
        "the legal basis has gone": negated(facts.legal_basis_stands),
        "the source no longer wants it": negated(facts.still_wanted),
    }
    for reason, holds in reasons.items():
        if holds:
            return _must_end(facts, f"The source must withdraw it: {reason}.")
    for reason, holds in reasons.items():
        if holds is None:
            return requester(f"Is it so that {reason}? If it is, withdraw the notice.")
    return met("The purpose stands, nothing it depends on is finished, and the source still wants it.")


@provision("RPD-81-3-a", reads=("purpose_met", *ENDED), concerns=_notice, subject=Subject.SUSPENSION)
def cancelled_when_the_purpose_is_met(facts: SuspensionFacts, on: date) -> Ruling:
    """The Secretariat cancels a notice whose purpose is met."""
    if facts.purpose_met is None:
        return ask("Is the purpose of the notice met?")
    if not facts.purpose_met:
        return met("The purpose is not met.")
    return _must_end(facts, "The purpose is met: the Secretariat must cancel the notice.")


@provision("RPD-81-3-b", reads=("depends_on_request", "request_finished", *ENDED), concerns=_notice,
           subject=Subject.SUSPENSION)
def cancelled_when_its_request_is_finished(facts: SuspensionFacts, on: date) -> Ruling:
    """The Secretariat cancels a notice that depends on a request which is finished."""
    gone = _dependency_gone(facts)
    if gone is None:
        return ask("Does the notice depend on another request, and is that one finished?")
    if not gone:
        return met("The notice depends on no finished request.")
    return _must_end(facts, "The request the notice depends on is finished: the Secretariat must cancel the notice.")


@provision("RPD-81-3-c", reads=("conditions_hold", *ENDED), concerns=_notice, subject=Subject.SUSPENSION)
def cancelled_when_conditions_fail(facts: SuspensionFacts, on: date) -> Ruling:
    """The Secretariat cancels a notice that no longer meets the minimum conditions of its publication."""
    if facts.conditions_hold is None:
        return ask("Does the notice, examined again, still meet the conditions of its publication?")
    if facts.conditions_hold:
        return met("Examined again, the conditions of publication still hold.")
    return _must_end(facts, "The conditions of publication no longer hold: the Secretariat must cancel the notice.")


@provision("RPD-81-3-d", reads=("source_informed_on", "steps_taken", "consulted_on", "answer_due_on", "answered_on",
                                "reason_adequate", *ENDED), concerns=_notice, subject=Subject.SUSPENSION)
def cancelled_for_inaction(facts: SuspensionFacts, on: date) -> Ruling:
    """The Secretariat cancels when the source could act, did nothing, was consulted, and gave no adequate reason."""
    if facts.source_informed_on is NOT_YET or facts.steps_taken:
        return met("The source was not told where the person is, or it has taken steps.")
    if facts.source_informed_on is None or facts.steps_taken is None:
        return requester("Were you told where the person is, and what have you done since?")
    if not isinstance(facts.consulted_on, date):
        return requester(f"Why has nothing been done since you were told on {written(facts.source_informed_on)}?")
    if not isinstance(facts.answered_on, date):
        return _silent(facts, on)
    if facts.reason_adequate is None:
        return ask("Is the reason the source gave for doing nothing adequate?")
    if facts.reason_adequate:
        return met("The source gave an adequate reason for doing nothing so far.")
    return _must_end(facts, "The source could act, did nothing, and its reason is not adequate: the notice must end.")


def _silent(facts: SuspensionFacts, on: date) -> Ruling:
    if facts.answer_due_on is None or facts.answered_on is None:
        return ask("By what day was the source to answer why it did nothing, and has it answered?")
    if on <= facts.answer_due_on:
        return met(f"The source has until {written(facts.answer_due_on)} to say why it did nothing.")
    return _must_end(facts, "The source could act, did nothing, was consulted and stayed silent: the notice must end.")


def _dependency_gone(facts: SuspensionFacts) -> bool | None:
    if facts.depends_on_request is False:
        return False
    return None if facts.depends_on_request is None else facts.request_finished


def _must_end(facts: SuspensionFacts, because: str) -> Ruling:
    days = (facts.withdrawn_on, facts.cancelled_on)
    ended = [day for day in days if isinstance(day, date)]
    if ended:
        return met(f"{because} It ended on {written(min(ended))}.")
    if None in days:
        return ask(f"{because} Was it withdrawn or cancelled?")
    return not_met(because)
