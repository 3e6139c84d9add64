"""A look at an unsent request, as a reviewer would take it: what cannot be read, is not met, will be asked."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from article3.intake.problems import Problem, Unreadable
from article3.intake.reading import read_communication
from article3.law.brief import brief
from article3.law.rulebook import assess
from article3.sites.bureau.sheet import Document, Filled
from article3.sites.page.number import whole
from article3.sites.page.problems import told
from article3.terms.communication import BureauCode, Communication, Reference
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Asked, Finding, Outcome

UNSENT = Reference("0" * 32)
"""Stands where the reference will stand once it is sent."""
MOST_PRUNED = 5
FACTS: dict[str, tuple[str, ...]] = {
    "person": ("person_", "family_", "given_", "sex", "birth_", "age_", "minor", "nationalit", "photograph",
               "description", "dna_", "fingerprints", "identity_", "further_identity", "roles", "sensitive_"),
    "charges": ("charge", "offence_", "matters", "penalt", "sentence_", "remaining_", "law_", "acts_",
                "individual_role", "time_barred"),
    "papers": ("warrant_", "in_absentia", "proceedings_", "issuer_"),
    "instrument": ("channel", "colour", "aim", "purpose", "wanted_for", "recipients", "reason_for", "text"),
    "declarations": ("declarations",),
}
"""How the names of facts begin that are stated on each sheet; every other fact belongs to purpose and handling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look finds. Parts with a problem are left out; without a communication nothing could be read."""

    problems: tuple[Problem, ...] = ()
    communication: Communication | None = None
    facts: CommunicationFacts | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def not_met(self) -> tuple[Finding, ...]:
        """What would be refused as it stands."""
        return tuple(found for found in self.findings if found.outcome is Outcome.NOT_MET)

    @property
    def asked(self) -> tuple[Finding, ...]:
        """What the reviewer would have to ask you; a question that others settle anyway is not put."""
        put = {found.rule: found for found in self.findings if _asked_of(found, Asked.REQUESTER) and not found.advisory}
        return tuple(found for found in put.values() if not found.within or not set(found.within) <= set(put))

    @property
    def judged(self) -> int:
        """How many questions the reviewers answer themselves."""
        return sum(not _asked_of(found, Asked.REQUESTER) for found in self.findings
                   if found.outcome is Outcome.QUESTION and not found.advisory)


def look(document: Document, source: BureauCode, on: date) -> Look:
    """Read the document and apply the rules of the day; parts that cannot be read are named and left out."""
    problems: tuple[Problem, ...] = ()
    for _attempt in range(MOST_PRUNED):
        try:
            read = read_communication(document, reference=UNSENT, source=source)
        except Unreadable as unreadable:
            problems += unreadable.problems
            former, document = document, _without(document, unreadable.problems)
            if former == document:
                break
            continue
        facts = brief(read, None, on)
        return Look(problems=problems, communication=read, facts=facts, findings=assess(facts, on).findings)
    return Look(problems=problems)


def on_sheet(findings: Iterable[Finding], key: str) -> tuple[list[Finding], list[Finding]]:
    """The questions one can settle on this sheet, and those that belong to others; on the last page all stand here."""
    here: list[Finding] = []
    elsewhere: list[Finding] = []
    for found in findings:
        mine = key == "check" or any(sheet_of_fact(fact) == key for fact in found.missing)
        (here if mine else elsewhere).append(found)
    return here, elsewhere


def sheet_of_fact(fact: str) -> str:
    """The key of the sheet on which a fact is stated."""
    return next((key for key, starts in FACTS.items() if fact.startswith(starts)), "basis")


def mark_problems(filled: Filled, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put each problem at its field; those of other sheets are given back."""
    elsewhere = []
    for problem in problems:
        form, name = _place(filled, problem.pointer.split("/")[1:])
        if form is None:
            elsewhere.append(problem)
        else:
            form.add_error(name, told(problem))
    return tuple(elsewhere)


def sheet_of(problem: Problem) -> str:
    """The key of the sheet a problem belongs to."""
    first = [*problem.pointer.split("/"), ""][1]
    known = {"person": "person", "charges": "charges", "papers": "papers", "declarations": "declarations"}
    instrument = {"channel", "colour", "aim", "purpose", "wanted_for", "recipients", "denied", "subject", "text"}
    return known.get(first, "instrument" if first in instrument else "basis")


def _place(filled: Filled, steps: list[str]) -> tuple[Any, str | None]:
    at = [str(step) for step in filled.sheet.at]
    if steps[: len(at)] != at:
        return None, None
    inside = steps[len(at) :]
    if filled.form and inside and inside[0] in filled.form.fields:
        return filled.form, inside[0]
    for group in filled.rows:
        if inside[:1] == [group.rows.key] and len(inside) > 1:
            return _row_place(group.forms, inside[1:])
    return None, None


def _row_place(forms: list[Any], inside: list[str]) -> tuple[Any, str | None]:
    """Rows left empty are not in the document, so the place counts the filled ones."""
    written = [form for form in forms if form.piece()]
    place = whole(inside[0]) or 0
    if place >= len(written):
        return None, None
    form = written[place]
    return form, inside[1] if len(inside) > 1 and inside[1] in form.fields else None


def _without(document: Document, problems: tuple[Problem, ...]) -> Document:
    """The document without the parts the problems are about; what is missing takes its entry with it."""
    new = copy.deepcopy(document)
    paths = {_path(problem) for problem in problems} - {()}
    outer = [path for path in paths if not any(path[:end] in paths for end in range(1, len(path)))]
    for path in sorted(outer, key=lambda steps: [step.zfill(4) for step in steps], reverse=True):
        _remove(new, path)
    return new


def _path(problem: Problem) -> tuple[str, ...]:
    steps = tuple(problem.pointer.split("/")[1:])
    return steps[:-1] if problem.code == "missing" else steps


def _remove(document: Document, path: tuple[str, ...]) -> None:
    here: Any = document
    for step in path[:-1]:
        here = here[int(step)] if isinstance(here, list) else here.get(step, {})
    if isinstance(here, list):
        del here[int(path[-1])]
    else:
        here.pop(path[-1], None)


def _asked_of(found: Finding, whom: Asked) -> bool:
    return found.outcome is Outcome.QUESTION and (found.asked or Asked.REVIEWER) is whom
