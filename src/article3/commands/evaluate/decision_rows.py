"""Rows of labelled decisions and cases, and the facts of each as a reviewer could know them before publication.

Nothing of a label reaches the facts: outcome, outcome words, tags, issues, basis, indicators, notes, who granted
protection, what became of an extradition, convictions and the set stay behind. `individual_role_described`,
`ncb_answered` and `private_dispute` of a Commission row were coded from its own findings: they are read only when
the caller asks for the coded findings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from article3.intake.countries import NAMES
from article3.law.offences import classify
from article3.terms.communication import BureauCode, Channel, Colour, Purpose
from article3.terms.facts import CommunicationFacts

SETS = ("ccf", "documented", "contrast")
NEUTRAL = "AA"
FACTS_USED = ("refugee_status", "extradition_refused_by_others", "in_absentia", "proceedings_valid",
              "transfer_of_proceedings")
CODED_FINDINGS = ("individual_role_described", "ncb_answered", "private_dispute")
_FACT_NAMES = {
    "refugee_status": "refugee_status_confirmed", "extradition_refused_by_others": "extradition_refused",
    "in_absentia": "in_absentia", "proceedings_valid": "proceedings_valid",
    "transfer_of_proceedings": "transfer_of_proceedings", "individual_role_described": "individual_role_described",
    "ncb_answered": "source_answered", "private_dispute": "private_dispute",
}
_FORMS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("red", {"channel": Channel.NOTICE_REQUEST, "colour": Colour.RED, "purpose": Purpose.WANTED}),
    ("diffusion", {"channel": Channel.DIFFUSION, "purpose": Purpose.WANTED}),
    ("blue", {"channel": Channel.NOTICE_REQUEST, "colour": Colour.BLUE, "purpose": Purpose.INFORMATION}),
    ("green", {"channel": Channel.NOTICE_REQUEST, "colour": Colour.GREEN, "purpose": Purpose.WARNING}),
    ("yellow", {"channel": Channel.NOTICE_REQUEST, "colour": Colour.YELLOW, "purpose": Purpose.MISSING}),
    ("black", {"channel": Channel.NOTICE_REQUEST, "colour": Colour.BLACK, "purpose": Purpose.IDENTIFY}),
    ("sltd", {"purpose": Purpose.SECURITY_CHECK}),
    ("smv", {"purpose": Purpose.SECURITY_CHECK}),
)
"""What the words of `data_type` or `communication` say; the first that is found counts, none leaves it unknown."""
_NO_ROLE = {"none_stated", "unknown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One labelled row: what may be read of it, and apart from that its label, which is for scoring only."""

    reference: str
    set: str
    on: date
    form: str
    source: str
    charges: tuple[str, ...]
    roles: frozenset[str]
    stated: Mapping[str, Any]
    coded: Mapping[str, Any]
    outcome: str = ""
    issues: tuple[str, ...] = ()
    confidence: str = ""
    countries: tuple[str, ...] = field(default=(), repr=False)

    @property
    def misuse(self) -> bool | None:
        """True for a documented case or data found not compliant, False for an ordinary one, None for neither."""
        if self.set == "ccf":
            return {"not_compliant": True, "compliant": False}.get(self.outcome)
        return self.set == "documented"


def read_rows(path: Path) -> tuple[list[CaseRow], list[str]]:
    """Every row of a JSON Lines file, and one line for each that cannot be read."""
    found: list[CaseRow] = []
    faults: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    found.append(_row(json.loads(line)))
                except (ValueError, KeyError, TypeError, AttributeError) as fault:
                    faults.append(f"line {number}: {type(fault).__name__}: {fault}")
    return found, faults


def _row(row: Mapping[str, Any]) -> CaseRow:
    if row["set"] not in SETS:
        raise ValueError(f"set is {row['set']!r}; expected one of {', '.join(SETS)}")
    commission = row["set"] == "ccf"
    facts = row.get("facts") or {}
    charges = [kind.replace("_", " ") for kind in facts.get("offence_kinds") or ()] if commission else \
        row.get("charges_as_stated") or []
    stated = facts if commission else {"in_absentia": row.get("in_absentia")}
    return CaseRow(
        reference=str(row["id"]), set=row["set"], on=date(row.get("year") or 2025, 7, 1),
        form=str(row.get("data_type") if commission else row.get("communication") or ""),
        source=str(row.get("requesting_country") or ""), charges=tuple(map(str, charges)),
        roles=frozenset((facts if commission else row).get("subject_roles") or ()) - _NO_ROLE,
        stated={name: stated.get(name) for name in FACTS_USED},
        coded={name: facts.get(name) for name in CODED_FINDINGS},
        outcome=str(row.get("outcome") or ""), issues=tuple(row.get("issues") or ()),
        confidence=str(row.get("facts_confidence") or row.get("confidence") or ""),
        countries=tuple(str(row[name]) for name in ("requesting_country", "arrested_in") if row.get(name)))


def facts_of(row: CaseRow, *, neutral: bool = False, coded_findings: bool = False) -> CommunicationFacts:
    """The facts of one row; everything the row does not say stays unknown.

    `neutral` puts one code in the place of every country name; `coded_findings` adds what was coded from the
    Commission's own findings, which measures whether the rules are wired right and no more.
    """
    charges = tuple(_without_countries(text, row) if neutral else text for text in row.charges)
    classified = [classify(text) for text in charges]
    known = {**row.stated, **(row.coded if coded_findings else {})}
    kinds = tuple(frozenset(one.kinds) for one in classified)
    matters = tuple(frozenset(one.matters) for one in classified)
    return CommunicationFacts(
        source=BureauCode(NEUTRAL if neutral and row.source else row.source) or None, charges=charges,
        offence_kinds=frozenset().union(*kinds), matters=frozenset().union(*matters), charge_kinds=kinds,
        charge_matters=matters, person_given=True if row.roles else None,
        roles=frozenset(_without_countries(role, row) for role in row.roles) if neutral else row.roles,
        **_form(row.form), **{_FACT_NAMES[name]: value for name, value in known.items()})


def empty_facts(row: CaseRow) -> CommunicationFacts:
    """A paper of the same form of which nothing is known: what is asked of it is asked of everybody."""
    return CommunicationFacts(**_form(row.form))


def _form(words: str) -> dict[str, Any]:
    return next((known for word, known in _FORMS if word in words.lower()), {})


def _without_countries(text: str, row: CaseRow) -> str:
    """The text with every country name we know, and those the row itself names, replaced by one neutral code."""
    names = sorted({*NAMES.values(), *row.countries}, key=len, reverse=True)
    pattern = "|".join(re.escape(name) for name in names)
    return re.sub(rf"\b(?:{pattern})\b", NEUTRAL, text, flags=re.IGNORECASE)
