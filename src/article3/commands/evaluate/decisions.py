"""`article3 evaluate decisions`: what the rulebook and the review order say on labelled decisions and cases."""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from article3.commands.evaluate.decision_rows import (
    CODED_FINDINGS,
    FACTS_USED,
    CaseRow,
    empty_facts,
    facts_of,
    read_rows,
)
from article3.commands.evaluate.ranking import Share, exact_interval, share_first
from article3.law.review_order import review_order
from article3.law.rulebook import Assessment, assess
from article3.terms.finding import Outcome

AUC_WANTED = 0.90
CAVEATS = (
    f"Facts used: {', '.join(FACTS_USED)}, data type, charges and roles. Never: outcome, tags, issues, basis, notes,"
    " indicators, who granted protection, what became of an extradition, convictions.",
    f"{', '.join(CODED_FINDINGS)} were coded from the Commission's own findings; the figures named coded_findings use"
    " them and show only that the rules are wired right, not what would have been seen before publication.",
    "Rows marked tags_only hold almost no facts: read facts_read, not their figures.",
    "The Commission chooses what it publishes; documented cases rest on one side's account more often than not;"
    " contrast cases are accusations unless a conviction is known. Shares of outcomes say nothing about real rates.",
    "A tag says what was argued, not what was found. ground_recall counts a row only when every argued ground that is"
    " mapped to rules is among the findings not met or the questions; questions asked of everybody count too, so read"
    " it next to the number of questions.",
    "rows_with_a_ground_because_of_this_case counts the rows of which a ground is among doubts that the same paper with"
    " no facts would not raise in the same words.",
    "Small numbers: read the intervals (auc: resampling with a fixed seed; shares: Clopper-Pearson), 95 %.",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PATH of the rows and the form of the answer."""
    parser.add_argument("path", metavar="PATH", type=Path, help="JSON Lines file of labelled decisions and cases")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")


def run(args: argparse.Namespace) -> int:
    """Print the figures. Exit code 1 when an ordinary case was found not met, 2 when a row cannot be read."""
    try:
        rows, faults = read_rows(args.path)
    except OSError as trouble:
        rows, faults = [], [f"{args.path}: {trouble.strerror}"]
    for fault in faults:
        print(f"article3 evaluate decisions: {fault}", file=sys.stderr)
    if not rows:
        return 2
    report = measured(rows)
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.format == "json" else _as_text(report))
    return 2 if faults else 1 if report["ordinary_not_met"] else 0


def measured(rows: list[CaseRow]) -> dict[str, Any]:
    """All figures of product.md's `evaluate decisions`, and what stands beside them."""
    assessed = [(row, assess(facts_of(row), row.on)) for row in rows]
    wrong = _ordinary_not_met(assessed)
    order, neutral = _order(rows, neutral=False), _order(rows, neutral=True)
    auc, neutral_auc = order["all"]["auc"], neutral["all"]["auc"]
    grounds = _ground_recall(assessed)
    coded = [(row, assess(facts_of(row, coded_findings=True), row.on)) for row in rows]
    coded_wrong = _ordinary_not_met(coded)
    return {
        "rows": len(rows), "ordinary_not_met": len(wrong), "ordinary_not_met_rows": wrong,
        "ground_recall": grounds["share"], "review_order_auc": auc, "neutral_auc": neutral_auc,
        "neutral_difference": None if auc is None else round(abs(auc - neutral_auc), 4),
        "by_set": {name: _set_figures(name, assessed) for name in ("ccf", "documented", "contrast")},
        "grounds": grounds, "grounds_with_coded_findings": _ground_recall(coded),
        "ordinary_not_met_with_coded_findings": len(coded_wrong), "coded_findings_rows": coded_wrong,
        "review_order": order, "review_order_neutral": neutral, "caveats": list(CAVEATS),
    }


# -- (a) ordinary cases ----------------------------------------------------------------------------------------------


def _ordinary_not_met(assessed: Iterable[tuple[CaseRow, Assessment]]) -> list[dict[str, Any]]:
    return [{"id": row.reference, "set": row.set, "rule": finding.rule, "because": finding.because}
            for row, assessment in assessed if row.misuse is False
            for finding in assessment.of(Outcome.NOT_MET) if not finding.advisory]


# -- (b) the Commission's grounds ------------------------------------------------------------------------------------


@cache
def _rules_of_grounds() -> dict[str, tuple[str, ...]]:
    text = (resources.files(__package__) / "grounds.toml").read_text(encoding="utf-8")
    return {issue: tuple(rules) for issue, rules in tomllib.loads(text).items()}


def _ground_recall(assessed: Iterable[tuple[CaseRow, Assessment]]) -> dict[str, Any]:
    """Of the Commission's rows read from the decision and not compliant: is every argued ground among our doubts?"""
    rows = [_grounds_of(row, assessment) for row, assessment in assessed
            if row.set == "ccf" and row.confidence == "seen" and row.outcome == "not_compliant"]
    every = sum(1 for row in rows if not row["uncovered"])
    told_apart = sum(1 for row in rows if row["because_of_this_case"])
    low, high = exact_interval(every, len(rows))
    return {"rows": len(rows), "every_ground_covered": every, "share": round(every / len(rows), 4) if rows else None,
            "low_95": low, "high_95": high, "some_ground_covered": sum(1 for row in rows if row["covered"]),
            "rows_with_a_ground_because_of_this_case": told_apart, "by_row": rows,
            "mapping": {issue: list(rules) for issue, rules in _rules_of_grounds().items()}}


def _grounds_of(row: CaseRow, assessment: Assessment) -> dict[str, Any]:
    doubts = {finding.rule: finding.outcome.value for finding in assessment.findings
              if finding.outcome is not Outcome.MET}
    asked_of_all = {finding.rule: finding.because for finding in assess(empty_facts(row), row.on).findings}
    own = {finding.rule for finding in assessment.findings if finding.because != asked_of_all.get(finding.rule)}
    spoken = {issue: {rule: doubts[rule] for rule in _rules_of_grounds().get(issue, ()) if rule in doubts}
              for issue in row.issues if _rules_of_grounds().get(issue) != ()}
    because_of_this_case = sorted(issue for issue, rules in spoken.items() if own.intersection(rules))
    return {"id": row.reference, "because_of_this_case": because_of_this_case,
            "covered": {issue: rules for issue, rules in spoken.items() if rules},
            "uncovered": [issue for issue, rules in spoken.items() if not rules],
            "not_met": len(assessment.of(Outcome.NOT_MET)), "questions": len(assessment.of(Outcome.QUESTION))}


# -- (c) and (d) the order -------------------------------------------------------------------------------------------


def _order(rows: list[CaseRow], *, neutral: bool) -> dict[str, Any]:
    """Shares of pairs in which misuse is looked at before the ordinary, as if all had arrived on one day."""
    day = max(row.on for row in rows)
    keys = [(row, review_order(facts_of(row, neutral=neutral), day).key) for row in rows]
    groups = {"all": keys, "ccf": [pair for pair in keys if pair[0].set == "ccf"],
              "documented_against_contrast": [pair for pair in keys if pair[0].set != "ccf"],
              "facts_read": [pair for pair in keys if pair[0].confidence != "tags_only"]}
    return {name: _share(group).document() for name, group in groups.items()}


def _share(keys: list[tuple[CaseRow, tuple[int, ...]]]) -> Share:
    return share_first([key for row, key in keys if row.misuse], [key for row, key in keys if row.misuse is False])


def _set_figures(name: str, assessed: list[tuple[CaseRow, Assessment]]) -> dict[str, Any]:
    mine = [(row, assessment) for row, assessment in assessed if row.set == name]
    bands = Counter(review_order(facts_of(row), row.on).band.name.lower() for row, _ in mine)
    rules = Counter(finding.rule for _, assessment in mine for finding in assessment.of(Outcome.NOT_MET))
    questions = sum(len(assessment.of(Outcome.QUESTION)) for _, assessment in mine)
    return {"rows": len(mine), "outcomes": dict(Counter(row.outcome for row, _ in mine)) if name == "ccf" else {},
            "standing": dict(Counter(assessment.standing.value for _, assessment in mine)), "bands": dict(bands),
            "not_met_by_rule": dict(rules.most_common()), "questions_per_row": round(questions / max(len(mine), 1), 1)}


def _as_text(report: dict[str, Any]) -> str:
    order = report["review_order"]
    lines = [f"{report['rows']} rows.",
             f"Ordinary cases with a computed not met: {report['ordinary_not_met']} (wanted 0)."]
    lines += [f"  {each['id']}: {each['rule']}: {each['because']}" for each in report["ordinary_not_met_rows"]]
    grounds = report["grounds"]
    lines.append(f"Grounds of the Commission among our doubts: {grounds['every_ground_covered']} of"
                 f" {grounds['rows']} rows read and not compliant (95 %: {grounds['low_95']} to {grounds['high_95']}).")
    lines.append(f"The order puts misuse before the ordinary (share of pairs, wanted at least {AUC_WANTED}):")
    lines += [f"  {name.replace('_', ' ')}: {share['auc']} (95 %: {share['low_95']} to {share['high_95']};"
              f" {share['misuse_rows']} x {share['ordinary_rows']} rows)" for name, share in order.items()]
    lines.append(f"With every country name replaced: {report['neutral_auc']}, a difference of"
                 f" {report['neutral_difference']} (wanted at most 0.05).")
    lines += [f"  {name}: {figures['rows']} rows, standing {figures['standing']}, bands {figures['bands']},"
              f" {figures['questions_per_row']} questions a row" for name, figures in report["by_set"].items()]
    return "\n".join([*lines, "Read with care:", *(f"- {caveat}" for caveat in report["caveats"])])
