"""The answer on one communication as a document: what `check.schema.json` describes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from importlib import resources
from typing import Any

from article3.intake.notes import notes
from article3.intake.problems import Note, Unreadable
from article3.law.brief import brief
from article3.law.levers import Lever
from article3.law.offences import classify
from article3.law.review_order import ReviewOrder, review_order
from article3.law.rulebook import Assessment, assess
from article3.law.would_change import WouldChange, would_change
from article3.terms.communication import Communication, Reference
from article3.terms.finding import Finding, Outcome
from article3.terms.offences import Classification

SCHEMA_ID = "urn:article3:check:1"


def published_schema() -> str:
    """The JSON Schema (2020-12) of what `article3 check --format json` prints."""
    return (resources.files(__package__) / "check.schema.json").read_text(encoding="utf-8")


def reference_of(where: str) -> Reference:
    """A reference for a paper that was checked and not registered: the same place in the same file gets the same."""
    return Reference(hashlib.blake2b(where.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest())


def answer(where: str, communication: Communication, on: date) -> dict[str, Any]:
    """Everything the rulebook of the day says about one communication, with nothing known around it."""
    classified = tuple(classify(charge.text, charge.translation) for charge in communication.charges)
    facts = brief(communication, None, on, classification=classified)
    assessment = assess(facts, on)
    return {
        "reference": communication.reference, "where": where, "source_reference": communication.source_reference,
        "channel": communication.channel.value, "colour": communication.colour and communication.colour.value,
        "aim": communication.aim and communication.aim.value, "as_of": on.isoformat(),
        "standing": assessment.standing.value, "charges": list(facts.charges),
        "findings": [_finding(each) for each in assessment.findings],
        "offence_kinds": sorted(facts.offence_kinds), "matters": sorted(facts.matters),
        "offence_words": list(_words(facts.charges, classified)),
        "would_change": _would_change(would_change(facts, assessment), assessment),
        "review_order": _order(review_order(facts, on)), "notes": [_note(note) for note in notes(communication)],
    }


def unreadable(where: str, fault: Unreadable) -> dict[str, Any]:
    """What is wrong with a paper that could not be read: every problem, and how to mend it."""
    return {"where": where, "problems": [
        {"pointer": each.pointer, "field": each.field, "found": each.found, "expected": each.expected,
         "mend": each.mend, "code": each.code} for each in fault.problems]}


def remark(where: str, note: Note) -> dict[str, Any]:
    """Something said about a whole file."""
    return {"where": where, **_note(note)}


def not_met(document: dict[str, Any]) -> bool:
    """Whether a rule that binds is not met."""
    return bool(document["standing"] == "not_compliant")


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule, "citation": str(finding.citation), "outcome": finding.outcome.value,
        "because": finding.because, "rests_on": list(finding.rests_on), "missing": list(finding.missing),
        "asked": finding.asked and finding.asked.value, "within": list(finding.within), "advisory": finding.advisory,
        "policy": finding.policy,
    }


def _words(charges: tuple[str, ...], classified: Iterable[Classification]) -> Iterable[dict[str, Any]]:
    for number, one in enumerate(classified, 1):
        for clue in one.clues:
            yield {"charge": number, "words": clue.words, "start": clue.start, "end": clue.end,
                   "translated": clue.translated, "kinds": list(clue.kinds), "matters": list(clue.matters),
                   "because": clue.because}


def _would_change(change: WouldChange, assessment: Assessment) -> dict[str, Any]:
    return {
        "settles": [{"rule": each.rule, "citation": str(each.citation), "asked": each.asked and each.asked.value,
                     "question": each.because, "missing": list(each.missing)} for each in change.settles],
        "ends": list(change.ends), "lifts": [[_lever(lever) for lever in levers] for levers in change.lifts],
        "by_rule": [{"rule": rule, "lifts": [[_lever(lever) for lever in levers] for levers in found]}
                    for rule, found in change.by_rule],
        "fixed": list(change.fixed),
        "open_questions": sum(1 for each in assessment.of(Outcome.QUESTION) if not each.advisory),
    }


def _lever(lever: Lever) -> dict[str, str]:
    return {"fact": lever.fact, "plain": lever.plain, "now": lever.now, "would_be": lever.would_be}


def _order(order: ReviewOrder) -> dict[str, Any]:
    return {"look_by": order.look_by.isoformat(), "band": order.band.name.lower(), "queue": order.queue.value,
            "key": list(order.key), "line": order.line, "reasons": list(order.reasons),
            "concerns": [{"because": each.because, "weight": each.weight.name.lower(), "rule": each.rule}
                         for each in order.concerns]}


def _note(note: Note) -> dict[str, str]:
    return {"pointer": note.pointer, "text": note.text, "code": note.code}
