"""A draft of rules against the past and live files on record: who comes out otherwise, both ways, and why."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which draft, on how many processes."""
    parser.add_argument("draft", nargs="?", help="a TOML file, or the reference of a draft that lies before the "
                        "Secretariat: then the numbers are written beside it")
    parser.add_argument("--figures", action="store_true", help="the figures a draft may change, with their value today")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(chosen: argparse.Namespace) -> int:
    """0 simulated; 1 there is no such draft; 2 none was named; 3 it cannot be read."""
    from article3.commands.serve import prepare

    prepare()
    if chosen.figures:
        return _figures(chosen.format)
    if not chosen.draft:
        print("Which draft? article3 simulate policy DRAFT.toml", file=sys.stderr)
        return 2
    from article3 import wiring

    kept = next((one for one in wiring.all_drafts() if one.reference == chosen.draft), None)
    path = Path(chosen.draft)
    if kept is None and not path.is_file():
        print(f"There is no file {path} and no draft with that reference.", file=sys.stderr)
        return 1
    text = kept.text if kept else path.read_text(encoding="utf-8")
    simulated, flips = wiring.simulated_policy(text, workers=chosen.workers)
    if kept is not None:
        wiring.keep_simulation(kept, simulated)
    print(json.dumps(told(simulated, flips), indent=2) if chosen.format == "json" else as_text(simulated, flips))
    return 0


def told(simulated: Any, flips: list[Any]) -> dict[str, Any]:
    """Plain figures, and each file that comes out otherwise."""
    figures = {name: value for name, value in asdict(simulated).items() if name != "at"}
    return {**figures, "flips": [asdict(flip) for flip in flips]}


def as_text(simulated: Any, flips: list[Any]) -> str:
    """The same for a person."""
    rules = Counter(rule for flip in flips for rule, *_ in flip.rules)
    lines = [
        f"{simulated.records} files looked at; {len(flips)} have a rule that comes out otherwise.",
        f"  newly hindered {simulated.newly_hindered}: {simulated.harmful_now_hindered} known as not compliant, "
        f"{simulated.sound_now_hindered} that stand as compliant",
        f"  newly clear {simulated.newly_clear}: {simulated.harmful_now_clear} known as not compliant",
        f"  questions to answer: {simulated.questions_more} more, {simulated.questions_fewer} fewer",
        "By rule: " + (", ".join(f"{rule} {count}" for rule, count in rules.most_common()) or "none"), ""]
    for flip in flips:
        way = "hindered" if flip.newly_hindered else "clear" if flip.newly_clear else "open otherwise"
        lines.append(f"{flip.reference}  {way}  (known: {flip.known})")
        lines += [f"    {rule}: {now} -> {then}. {because}" for rule, now, then, because in flip.rules]
    return "\n".join(lines)


def _figures(form: str) -> int:
    from datetime import UTC, datetime

    from article3.law.drafts import draftable
    from article3.law.parameters import parameter

    today = datetime.now(UTC).date()
    values = {name: parameter(name, today) for name in draftable()}
    print(json.dumps(values, indent=2, default=str) if form == "json" else
          "\n".join(f"{name} = {value!r}" for name, value in values.items()))
    return 0
