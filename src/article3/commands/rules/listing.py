"""The accounting of the rulebook, and single rules in full, as text or JSON."""

from __future__ import annotations

import json
import textwrap
from typing import Any

from article3.law.accounting import Account, exceptions_of, provisions_of, sentence, totals
from article3.law.index import rows
from article3.law.provision import Provision
from article3.law.questions import figures, questions

WIDTH = 118


def as_json(accounts: tuple[Account, ...], in_full: bool) -> str:
    """`rules` and `totals`; with `in_full` each row also says what its provisions read, ask and measure by."""
    listed = [(_row(each) | _in_full(each)) if in_full else _row(each) for each in accounts]
    return json.dumps({"rules": listed, "totals": {"rows": len(rows()), **totals()}}, indent=2, ensure_ascii=False)


def as_text(accounts: tuple[Account, ...], in_full: bool) -> str:
    """One block a row, then the sum."""
    blocks = [_paragraphs(each) if in_full else _line(each) for each in accounts]
    shown = [] if len(accounts) == len(rows()) else [f"Shown here: {len(accounts)}."]
    return "\n".join([*blocks, *shown, summary()])


def summary() -> str:
    """The sum of the accounting in one line."""
    counted = totals()
    parts = ", ".join(f"{number} {status.replace('_', ' ')}" for status, number in counted.items())
    return f"{sum(counted.values())} of {len(rows())} rows accounted for: {parts}."


def days(account: Account) -> str:
    """From when until when a row holds, in figures."""
    return f"{account.since or ''}..{account.until or ''}".removesuffix("..")


def _line(account: Account) -> str:
    head = f"{account.rule:17} {account.status.replace('_', ' '):16} {days(account):22} "
    return textwrap.fill(f"{account.reason}  [{account.citation}]", width=WIDTH, initial_indent=head,
                         subsequent_indent=" " * len(head))


def _row(account: Account) -> dict[str, Any]:
    return {"id": account.rule, "citation": account.citation, "edition": account.edition,
            "since": account.since and account.since.isoformat(), "until": account.until and account.until.isoformat(),
            "status": account.status, "reason": account.reason, "applies_to": account.applies_to,
            "subject": account.subject}


def _in_full(account: Account) -> dict[str, Any]:
    row = rows()[account.rule]
    return {"condition": row.condition, "confidence": row.confidence, "judgement": row.judgement,
            "provisions": [_provision(each) for each in provisions_of(account.rule)],
            "exceptions": [{"sentence": sentence(each), "to": each.to, "reads": each.reads}
                           for each in exceptions_of(account.rule)]}


def _provision(rule: Provision) -> dict[str, Any]:
    return {"sentence": sentence(rule), "subject": rule.subject, "reads": rule.reads,
            "since": rule.since and rule.since.isoformat(), "until": rule.until and rule.until.isoformat(),
            "questions": questions(rule),
            "figures": {name: [{**value, "since": value["since"].isoformat()} for value in values]
                        for name, values in figures(rule).items()}}


def _paragraphs(account: Account) -> str:
    row = rows()[account.rule]
    lines = [f"{account.rule}  {account.citation}  {days(account)}",
             f"  index       {row.condition} ({row.confidence})",
             f"  status      {account.status.replace('_', ' ')}: {account.reason}"]
    for rule in provisions_of(account.rule):
        lines += [f"  provision   {sentence(rule)}", f"  subject     {rule.subject}",
                  f"  reads       {', '.join(rule.reads)}"]
        lines += [f"  asks        {question}" for question in questions(rule)]
        lines += [f"  figure      {name} = {value['value']} since {value['since']} ({value['source']})"
                  for name, values in figures(rule).items() for value in values]
    lines += [f"  exception   {sentence(each)} (to {', '.join(each.to)}; reads {', '.join(each.reads)})"
              for each in exceptions_of(account.rule)]
    return "\n".join([*(textwrap.fill(line, WIDTH, subsequent_indent=" " * 14) for line in lines), ""])
