"""The rulebook applied: every provision in force that concerns the case, then what would change the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from article3.law.provision import PROVISIONS, Provision, Subject
from article3.terms.finding import Answer, Finding, Outcome


class Standing(StrEnum):
    """Where the assessment as a whole stands; people decide, this only orders their work."""

    NOT_COMPLIANT = "not_compliant"
    OPEN = "open"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All findings of one case under the editions in force on one day."""

    on: date
    findings: tuple[Finding, ...]

    @property
    def standing(self) -> Standing:
        """Not compliant if any finding is not met, open while a binding question is unanswered, else clear."""
        binding = [finding.outcome for finding in self.findings if not finding.advisory]
        if Outcome.NOT_MET in binding:
            return Standing.NOT_COMPLIANT
        return Standing.OPEN if Outcome.QUESTION in binding else Standing.CLEAR

    def of(self, outcome: Outcome) -> tuple[Finding, ...]:
        """The findings with one outcome, in rulebook order."""
        return tuple(finding for finding in self.findings if finding.outcome is outcome)


def assess(facts: Any, on: date, *, subject: Subject = Subject.COMMUNICATION,
           answers: Mapping[str, Answer] | None = None) -> Assessment:
    """Apply every provision in force on `on` that concerns these facts; reviewers' answers settle questions only.

    `answers` maps rule ids to a named reviewer's answer. An answer never overturns a computed `not met`.
    """
    answers = answers or {}
    findings = tuple(_settled(rule.apply(facts, on), answers) for rule in in_force(subject, on) if rule.concerns(facts))
    return Assessment(on=on, findings=findings)


def in_force(subject: Subject, on: date) -> tuple[Provision, ...]:
    """The provisions on a subject that stood in the rules on a day, in the order they were registered."""
    return tuple(rule for rule in PROVISIONS if rule.subject is subject and rule.in_force(on))


def _settled(finding: Finding, answers: Mapping[str, Answer]) -> Finding:
    answer = answers.get(finding.rule)
    if finding.outcome is not Outcome.QUESTION or answer is None:
        return finding
    return replace(finding, outcome=answer.outcome, because=f"{answer.because} ({answer.officer}, {answer.on})",
                   rests_on=(*finding.rests_on, f"answer:{finding.rule}"), missing=(), asked=None)
