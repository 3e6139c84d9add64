"""`article3 check`: the rulebook applied to papers one has, without any register: what it says, cited."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from article3.commands.check import text
from article3.commands.check.answer import answer, not_met, published_schema, reference_of, remark, unreadable
from article3.commands.progress import progress
from article3.intake.documents import read_path
from article3.intake.problems import Note, Unreadable
from article3.intake.schema import published_schema as input_schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to read, under the rules of which day, and how to answer."""
    parser.add_argument("paths", nargs="*", metavar="PATH", type=Path,
                        help="file or folder: our JSON, JSON Lines, or the public notice web service's JSON")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE",
                        help="judge under the rules of this day (YYYY-MM-DD); today if not given")
    parser.add_argument("--format", choices=("text", "json", "jsonl"), default="text", help="form of the answer")
    parser.add_argument("--schema", choices=("input", "output"),
                        help="print the JSON Schema of what is read or answered")


def run(args: argparse.Namespace) -> int:
    """0 nothing not met; 1 a binding rule not met; 2 wrong use, or a paper that cannot be read (the others are)."""
    if args.schema:
        print(input_schema() if args.schema == "input" else published_schema(), end="")
        return 0
    if not args.paths:
        print("article3 check: name at least one PATH; see --help", file=sys.stderr)
        return 2
    on = args.as_of or datetime.now(tz=UTC).date()
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    told = _Told()
    with progress("checked") as step:
        write = {"text": _write_text, "json": _write_json, "jsonl": _write_lines}[args.format]
        write(_answers(args.paths, on, step), told)
    return told.exit_code


class _Told:
    """What came by, for the exit code and the closing lines."""

    def __init__(self) -> None:
        self.checked = 0
        self.not_met = 0
        self.faults: list[dict[str, Any]] = []
        self.remarks: list[dict[str, Any]] = []

    def note(self, kind: str, document: dict[str, Any]) -> None:
        """Count one answer, fault or remark; faults are told at once on the error stream."""
        if kind == "answer":
            self.checked += 1
            self.not_met += not_met(document)
        elif kind == "fault":
            self.faults.append(document)
            print(text.faults_as_text(document), file=sys.stderr)
        else:
            self.remarks.append(document)
            print(text.printable(f"{document['where']}: {document['text']}"), file=sys.stderr)

    @property
    def exit_code(self) -> int:
        return 2 if self.faults else 1 if self.not_met else 0

    def summary(self) -> dict[str, int]:
        """How many were checked, not compliant and unreadable."""
        return {"checked": self.checked, "not_compliant": self.not_met, "unreadable": len(self.faults)}


def _answers(paths: list[Path], on: date, step: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each paper as it is read: one in memory at a time."""
    for path in paths:
        for where, read in read_path(path, reference=reference_of):
            step()
            if isinstance(read, Unreadable):
                yield "fault", unreadable(where, read)
            elif isinstance(read, Note):
                yield "remark", remark(where, read)
            else:
                yield "answer", answer(where, read, on)


def _write_text(answers: Iterator[tuple[str, dict[str, Any]]], told: _Told) -> None:
    width = shutil.get_terminal_size((110, 24)).columns
    for kind, document in answers:
        told.note(kind, document)
        if kind == "answer":
            print(("\n\n" if told.checked > 1 else "") + text.as_text(document, width=width))
    if told.checked + len(told.faults) > 1:
        counts = told.summary()
        print(f"\n{counts['checked']} checked, {counts['not_compliant']} not compliant,"
              f" {counts['unreadable']} could not be read.")


def _write_lines(answers: Iterator[tuple[str, dict[str, Any]]], told: _Told) -> None:
    """One JSON document a line; papers that could not be read stand among them with their problems."""
    for kind, document in answers:
        told.note(kind, document)
        if kind != "remark":
            print(_json(document))


def _write_json(answers: Iterator[tuple[str, dict[str, Any]]], told: _Told) -> None:
    """One document for all, written as it grows."""
    print('{"communications": [', end="")
    for kind, document in answers:
        told.note(kind, document)
        if kind == "answer":
            print(("," if told.checked > 1 else "") + "\n" + _json(document), end="")
    closing = {"unreadable": told.faults, "remarks": told.remarks, "summary": told.summary()}
    print("\n], " + _json(closing)[1:])


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=(sys.stdout.encoding or "").lower().replace("-", "") != "utf8")
