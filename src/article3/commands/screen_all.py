"""`article3 screen rescreen --items`: everybody stored against a new list, on every core.

No server is asked: the engine lies in the process. One new entry against everybody is `article3 screen NAME`.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from article3.commands import rescreening, screen_here
from article3.commands.screen_lists import people_listed
from article3.screening.index import Index
from article3.screening.likeness import Particulars

Listed = list[tuple[str, Particulars]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who is compared with the list."""
    parser.add_argument("--items", metavar="FILE", help="with rescreen and --against LIST: everybody of this file, or"
                        " of the register (with --officer and --seat), against the whole list, on every core")


def run(args: argparse.Namespace) -> int:
    """0 no candidate; 1 candidates for a person to judge; 2 wrong use or a file that cannot be read."""
    try:
        if args.names != ["rescreen"] or args.against is None:
            raise ValueError("--items goes with the word rescreen and a list: --against LIST")
        items, entries = _items(args), list(people_listed(args.against))
    except (OSError, ValueError, UnicodeError) as trouble:
        print(f"article3 screen: {trouble}", file=sys.stderr)
        return 2
    found = _compared(items, entries, args.threshold)
    answer = {"items": len(items), "entries": len(entries), "threshold": args.threshold, "candidates": found}
    print(json.dumps(answer, ensure_ascii=False, indent=2) if args.format == "json" else _as_text(answer))
    return 1 if found else 0


def _items(args: argparse.Namespace) -> Listed:
    if args.items == screen_here.REGISTER:
        return screen_here.everybody(args)
    return list(people_listed(Path(args.items)))


def _compared(items: Listed, entries: Listed, least: float) -> list[dict[str, Any]]:
    index = Index.built(enumerate(person for _, person in entries))
    return [{"item": items[pair.item][0], "reference": entries[pair.entry][0],
             "names": list(entries[pair.entry][1].names), "score": round(pair.score, 3), "because": list(pair.because)}
            for pair in rescreening.pairs(index, [person for _, person in items], least=least)]


def _as_text(answer: dict[str, Any]) -> str:
    lines = [f"{len(answer['candidates'])} candidates: {answer['items']} people against {answer['entries']} entries"
             f" (threshold {answer['threshold']}). No score decides: a person judges."]
    for each in answer["candidates"]:
        lines += [f"{each['score']}  {each['item']} and {each['reference']}: {' | '.join(each['names'])}",
                  f"       {'; '.join(each['because'])}"]
    return "\n".join(lines)
