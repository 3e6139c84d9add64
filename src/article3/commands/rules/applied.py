"""The rules on one subject applied to a JSON record of facts, so that a lawyer can try them."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from difflib import get_close_matches
from typing import Any, get_type_hints

from article3.commands.rules.fact_values import expected, read
from article3.law.provision import Subject
from article3.law.rulebook import Assessment, assess
from article3.law.subjects import record_of
from article3.terms.finding import Finding, Outcome


class Unreadable(Exception):
    """Everything that is wrong with a record of facts, one line a fact."""


def facts_from(text: str, subject: Subject) -> Any:
    """The record of a subject from its JSON; raises Unreadable naming every field that is wrong, at once."""
    try:
        given = json.loads(text)
    except json.JSONDecodeError as trouble:
        raise Unreadable(f"not JSON: {trouble}") from None
    if not isinstance(given, dict):
        raise Unreadable("an object with one member for each fact is expected")
    record = record_of(subject)
    hints = get_type_hints(record)
    known, wrong = {}, [_unknown(name, hints) for name in given if name not in hints]
    for name in (name for name, value in given.items() if name in hints and value is not None):
        try:
            known[name] = read(given[name], hints[name])
        except (ValueError, TypeError):
            wrong.append(f"{name}: {expected(hints[name])} is expected, {json.dumps(given[name])} was found")
    if wrong:
        raise Unreadable("\n  ".join(["the facts cannot be read:", *wrong]))
    return record(**known)


def wanted(subject: Subject, *, as_json: bool) -> str:
    """The facts a subject's rules read and how to write each; as JSON, an empty record to fill in."""
    record = record_of(subject)
    hints = get_type_hints(record)
    names = [field.name for field in fields(record)]
    if as_json:
        return json.dumps(dict.fromkeys(names), indent=2)
    width = max(map(len, names))
    told = (record.__doc__ or "").splitlines()[0]
    return "\n".join([told, *(f"  {name:{width}}  {expected(hints[name])}" for name in names),
                      "Leave out what is not known, or write null: an unknown fact becomes a question."])


def judged(facts: Any, subject: Subject, on: date) -> Assessment:
    """The findings under the rules of the day."""
    return assess(facts, on, subject=subject)


def exit_code(assessment: Assessment) -> int:
    """1 when something binding is not met, else 0."""
    return int(any(not finding.advisory for finding in assessment.of(Outcome.NOT_MET)))


def as_json(assessment: Assessment, subject: str) -> str:
    """The findings for programs, with the field names of `article3 check`."""
    return json.dumps({"subject": subject, "as_of": assessment.on.isoformat(),
                       "findings": [_finding(each) for each in assessment.findings]}, indent=2, ensure_ascii=False)


def as_text(assessment: Assessment, subject: str) -> str:
    """What is not met, what must be asked, what is met: one line a finding."""
    lines = [f"The rules on {subject.replace('_', ' ')}, as of {assessment.on}:"]
    for outcome, heading in ((Outcome.NOT_MET, "NOT MET"), (Outcome.QUESTION, "TO BE ASKED"), (Outcome.MET, "MET")):
        findings = assessment.of(outcome)
        if findings:
            lines += ["", f"{heading} ({len(findings)})"]
            lines += [f"  {each.rule:14} {each.because}{_asked(each)}  [{each.citation}]" for each in findings]
    return "\n".join(lines)


def _asked(finding: Finding) -> str:
    whom = f" (ask: {finding.asked.replace('_', ' ')})" if finding.asked else ""
    return f"{whom}{' (advisory)' if finding.advisory else ''}"


def _finding(each: Finding) -> dict[str, Any]:
    return {"rule": each.rule, "citation": str(each.citation), "outcome": each.outcome, "because": each.because,
            "rests_on": each.rests_on, "missing": each.missing, "asked": each.asked, "advisory": each.advisory}


def _unknown(name: str, hints: dict[str, Any]) -> str:
    near = get_close_matches(name, hints, n=2, cutoff=0.5)
    return f"{name}: no such fact" + (f"; did you mean {' or '.join(near)}?" if near else "")
