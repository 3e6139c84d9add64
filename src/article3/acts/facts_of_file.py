"""What a file knows around its communication: facts its reviewers established, and what the file itself shows."""

from __future__ import annotations

import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, Union, get_args, get_origin, get_type_hints

from article3.lifecycle.case_file import CaseFile, LinkKind
from article3.lifecycle.examination import Decision, Factor, Review
from article3.lifecycle.questions import unanswered
from article3.terms.circumstances import Circumstances
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Answer, Finding, Outcome, Refused
from article3.terms.knowledge import Use, Value
from article3.terms.reasons import CaveatKind, IfSilent

SEALED = frozenset({"refugee_status_confirmed", "country_of_fear", "asylum_pending"})
"""Kept under seal: never written into a case file."""
FROM_THE_FILE = frozenset({"earlier_searched", "earlier_refused_on", "earlier_refused_references", "linked_references",
                           "source_answered", "refusal_addendum_noted", "objections_asked_on", "override_reason",
                           "override_rules", "override_consulted_on", "override_signed_by"})
"""The file shows these by itself; nobody writes them down."""

PREDOMINANCE = "RPD-34-3-P"
"""The rule that asks which element predominates, and why."""

@cache
def recordable() -> Mapping[str, Any]:
    """The facts a reviewer may establish, with the type each has in `Circumstances`."""
    hints = get_type_hints(Circumstances)
    return {fact: _given(hint) for fact, hint in hints.items() if fact not in SEALED | FROM_THE_FILE}


def read_value(fact: str, value: Value) -> object:
    """The value as `Circumstances` holds it; raises Refused with what was expected."""
    if fact in SEALED:
        raise Refused("This is kept under seal and is never written into a case file.", "Refugee policy")
    if fact not in recordable():
        raise Refused(f"{fact.replace('_', ' ')} is not a fact that can be recorded.")
    return _read(fact.replace("_", " "), recordable()[fact], value)


def circumstances(file: CaseFile, on: date, *, only_to_refuse: bool = True) -> Circumstances:
    """Everything known around the communication that holds on that day; what nobody established stays unknown.

    Without `only_to_refuse`, as it would be without the facts that may only make an outcome stricter.
    """
    known = {fact.fact: read_value(fact.fact, fact.value) for fact in file.established
             if fact.counts_on(on) and (only_to_refuse or Use.ONLY_TO_REFUSE not in fact.uses)}
    return Circumstances(**known, **_shown_by_the_file(file, on))  # type: ignore[arg-type]


def standing_answers(file: CaseFile, put: Mapping[str, str]) -> dict[str, Answer]:
    """The reviewers' answers, of the worksheet and rule by rule, to the questions as they are put now.

    `put` gives for each rule that asks the digest of its question: an answer to a question that has changed since is
    kept in the file and settles nothing.
    """
    given = (*_of_worksheet(latest_review(file)), *file.answers)
    return {answer.rule: answer for answer in given if put.get(answer.rule) == answer.about}


def put_questions(facts: CommunicationFacts, findings: tuple[Finding, ...]) -> dict[str, str]:
    """The digest of every question among unanswered findings: its words and the facts its rule reads."""
    return {found.rule: _digest(found, facts) for found in findings if found.outcome is Outcome.QUESTION}


def _digest(found: Finding, facts: CommunicationFacts) -> str:
    read = {name: _plain(getattr(facts, name)) for name in (*found.rests_on, *found.missing)}
    return sha256(repr((found.because, sorted(read.items()))).encode()).hexdigest()


def _plain(value: object) -> object:
    """The same text for the same value in every process: sets have no order of their own."""
    if isinstance(value, frozenset):
        return sorted(str(each) for each in value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else str(value)


def latest_review(file: CaseFile) -> Review | None:
    """The review that runs, else the one that ran last."""
    if file.review is not None:
        return file.review
    return file.former_reviews[-1] if file.former_reviews else None


def _of_worksheet(review: Review | None) -> tuple[Answer, ...]:
    """A factor with a finding is an assessed factor, whatever the finding says: factors are weighed, not counted."""
    if review is None or review.worksheet.by is None or review.worksheet.on is None:
        return ()
    sheet, by, on = review.worksheet, review.worksheet.by, review.worksheet.on
    said = [(rule_of(entry.factor), entry.finding, entry.about) for entry in sheet.factors]
    if sheet.complete:
        said.append((PREDOMINANCE, sheet.predominance, sheet.predominance_about))
    return tuple(Answer(rule=rule, outcome=Outcome.MET, because=because, officer=by, on=on, about=about)
                 for rule, because, about in said)


def rule_of(factor: Factor) -> str:
    """The rule of RPD 34(3) that asks for a factor."""
    return f"RPD-34-3-{factor.value}"


def _shown_by_the_file(file: CaseFile, on: date) -> dict[str, object]:
    refused = [link for link in file.links if link.kind is LinkKind.REPEATS_REFUSED]
    objections = [asked.asked_on for asked in file.consultations
                  if asked.if_silent is IfSilent.TAKEN_AS_NO_OBJECTION]
    shown: dict[str, object] = {
        "earlier_searched": True if latest_review(file) else None,
        "linked_references": tuple(link.reference for link in file.links),
        "earlier_refused_references": tuple(link.reference for link in refused),
        "earlier_refused_on": frozenset(ground for link in refused for ground in link.refused_on),
        "source_answered": _source_answered(file, on),
        "refusal_addendum_noted": any(caveat.kind is CaveatKind.EXTRADITION_REFUSED for caveat in file.caveats_on(on))
        or None,
        "objections_asked_on": min(objections, default=None),
    }
    review = latest_review(file)
    return {**shown, **_override(file, review.decision)} if review and review.decision else shown


def _source_answered(file: CaseFile, on: date) -> bool | None:
    if not file.questions:
        return None
    if unanswered(file, on):
        return False
    return None if file.open_questions else True


def _override(file: CaseFile, decision: Decision) -> dict[str, object]:
    override = decision.override
    if override is None:
        return {}
    consulted = [question.answered_on for question in file.questions if question.id == override.consulted]
    return {"override_reason": override.because, "override_rules": frozenset(override.rules),
            "override_consulted_on": consulted[0] if consulted else None,
            "override_signed_by": tuple(signature.officer for signature in decision.signatures)}


# --- from the plain value of the record to the type of the fact

def _given(hint: Any) -> Any:
    """The type of a fact when it is known: `bool | None` is bool."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(each for each in get_args(hint) if each is not type(None))
    return hint


def _read(words: str, hint: Any, value: Value) -> object:
    if get_origin(hint) in (tuple, frozenset):
        return _read_several(words, hint, value)
    if hint is bool or hint is int:
        return _exactly(words, hint, value)
    if not isinstance(value, str) or not value.strip():
        raise Refused(f"For {words} a text is expected.")
    return _read_text(words, getattr(hint, "__supertype__", hint), value.strip())


def _read_several(words: str, hint: Any, value: Value) -> object:
    if not isinstance(value, tuple) or not value:
        raise Refused(f"For {words} one or more values are expected.")
    container, inner = get_origin(hint), get_args(hint)[0]
    return container(_read(words, inner, each) for each in value)


def _exactly(words: str, hint: type, value: Value) -> object:
    if type(value) is not hint:
        raise Refused(f"For {words} {'yes or no' if hint is bool else 'a whole number'} is expected.")
    return value


def _read_text(words: str, hint: Any, value: str) -> object:
    if hint is date:
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Refused(f"For {words} a day is expected, written 2026-05-17.") from None
    if isinstance(hint, type) and issubclass(hint, Enum):
        try:
            return hint(value)
        except ValueError:
            expected = ", ".join(str(each.value) for each in hint)
            raise Refused(f"For {words} one of these is expected: {expected}.") from None
    return value
