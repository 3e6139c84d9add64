"""`article3 evaluate`: scores what the rulebook and the classifier say on labelled rows; each part is a module here."""

from __future__ import annotations

import argparse
import importlib
from typing import Any

PARTS: dict[str, str] = {
    "calibration": "gate calibration on invented years with planted error rates",
    "forecast": "the workload forecast and the order of work on planted loads, beside first come, first served",
    "charges": "the offence classifier on labelled charge texts",
    "evasion": "the side door guard: re-issues of refused files linked, innocents held, on invented people",
    "denied": "a bureau that a record is kept from: its answers and their time, beside no record at all",
    "intake": "whether a receipt or its time tells a sender that a person was refused before, or is protected",
    "decisions": "the rulebook and the review order on decisions and cases",
    "parity": "whether an applicant can tell from what they get that data exist: a distinguisher over paired requests",
    "portal": "defective submissions through the applicant's portal: each gets its mend, none is lost",
    "names": "the name comparison on labelled pairs of names",
    "pages": "every page of every seat of the demo: weight, time, who is kept out (axe), what nobody reaches",
}
"""Name of each part and its line in the menu; the module is `article3.commands.evaluate.<name>`."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand a part; each part adds its own arguments."""
    menu = parser.add_subparsers(dest="part", metavar="WHAT", required=True)
    for name, line in PARTS.items():
        _part(name).add_arguments(menu.add_parser(name, help=line, description=line.capitalize() + "."))


def run(args: argparse.Namespace) -> int:
    """Run the chosen part and hand back its exit code."""
    return int(_part(args.part).run(args))


def _part(name: str) -> Any:
    return importlib.import_module(f"article3.commands.evaluate.{name}")
