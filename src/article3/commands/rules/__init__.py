"""`article3 rules`: every row of the rulebook index and what becomes of it; or one subject's rules applied to facts."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path

from article3.commands.rules import applied, listing, page
from article3.law.accounting import Account, Status, accounts
from article3.law.index import rows
from article3.law.provision import Subject


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which rows, in which form; or which facts to judge."""
    parser.add_argument("rules", nargs="*", metavar="RULE", help="rule ids as in the index; all of them in full")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.add_argument("--status", choices=[status.value for status in Status], help="only rows of this status")
    parser.add_argument("--applies-to", choices=sorted({row.applies_to for row in rows().values()}),
                        help="only rows about this")
    subjects = [subject.value for subject in Subject]
    parser.add_argument("--apply", nargs=2, metavar=("SUBJECT", "FILE"),
                        help=f"apply the rules on a subject to facts in a JSON file; subjects: {', '.join(subjects)}")
    parser.add_argument("--facts", choices=subjects, metavar="SUBJECT",
                        help="the facts the rules on a subject read, and how to write them")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE",
                        help="judge under the rules of this day (with --apply); today if not given")


def run(arguments: argparse.Namespace) -> int:
    """0 printed; 1 a rule not found, or with --apply a finding not met; 2 wrong use or unreadable facts."""
    if arguments.format == "markdown":
        print(page.written(), end="")
        return 0
    if arguments.facts:
        print(applied.wanted(Subject(arguments.facts), as_json=arguments.format == "json"))
        return 0
    if arguments.apply:
        return _apply(*arguments.apply, on=arguments.as_of, as_json=arguments.format == "json")
    return _list(arguments)


def _list(arguments: argparse.Namespace) -> int:
    unknown = [rule for rule in arguments.rules if rule not in rows()]
    if unknown:
        for rule in unknown:
            near = get_close_matches(rule.upper(), rows(), n=3, cutoff=0.5)
            print(f"{rule} is not a row of the rulebook index."
                  + (f" Did you mean {', '.join(near)}?" if near else ""), file=sys.stderr)
        return 1
    chosen = tuple(each for each in accounts() if _wanted(each, arguments))
    in_full = bool(arguments.rules)
    print(listing.as_json(chosen, in_full) if arguments.format == "json" else listing.as_text(chosen, in_full))
    return 0


def _wanted(account: Account, arguments: argparse.Namespace) -> bool:
    return ((not arguments.rules or account.rule in arguments.rules)
            and arguments.status in (None, account.status)
            and arguments.applies_to in (None, account.applies_to))


def _apply(subject: str, file: str, *, on: date | None, as_json: bool) -> int:
    if subject not in [each.value for each in Subject]:
        print(f"{subject} is not a subject of the rules; they are: {', '.join(Subject)}", file=sys.stderr)
        return 2
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        facts = applied.facts_from(text, Subject(subject))
    except (OSError, UnicodeDecodeError, applied.Unreadable) as trouble:
        print(f"{file}: {trouble}", file=sys.stderr)
        return 2
    assessment = applied.judged(facts, Subject(subject), on or datetime.now(tz=UTC).date())
    print(applied.as_json(assessment, subject) if as_json else applied.as_text(assessment, subject))
    return applied.exit_code(assessment)
