"""`article3 screen`: a name, or the names in a text, against a list; each candidate with its score and its reasons."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from article3.commands import screen_all, screen_here
from article3.commands.screen_lists import people_listed
from article3.screening.balance import THRESHOLD
from article3.screening.birth import packed_text
from article3.screening.index import Index
from article3.screening.likeness import Particulars
from article3.screening.running_text import Watch

_WORDS = [[word] for word in screen_here.WORDS]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The name or the text, what is known beside the name, and the list."""
    parser.add_argument("names", nargs="*", metavar="NAME", help="a name and its other writings; or one of the words"
                        " coverage, rescreen, letter for what a protective desk or a front line asks")
    parser.add_argument("--text", type=Path, metavar="FILE", help="look for the names of the list in this text instead")
    parser.add_argument("--birth-date", action="append", default=[], metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD")
    parser.add_argument("--nationality", action="append", default=[], metavar="CODE", help="two letters")
    parser.add_argument("--document", action="append", default=[], metavar="NUMBER", help="of a passport or card")
    parser.add_argument("--against", type=Path, metavar="LIST",
                        help="register, own-list (both with --officer and --seat), or a list of"
                             " people: JSON Lines or CSV with names (separated by |), birth_date, nationality,"
                             " document, reference; a text with one name a line; the Security Council's list (XML);"
                             " FollowTheMoney or the public notices service (.json)")
    parser.add_argument("--threshold", type=float, default=THRESHOLD, metavar="SCORE", help=f"0 to 1 ({THRESHOLD})")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")
    screen_here.add_arguments(parser)
    screen_all.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """0 no candidate; 1 candidates for a person to judge; 2 wrong use or a list that cannot be read."""
    args.against_here = str(args.against or "")
    if args.items is not None:
        return screen_all.run(args)
    if args.against_here in (screen_here.REGISTER, screen_here.OWN_LIST) or args.names[:1] in _WORDS:
        wrong = "" if args.names[:1] in _WORDS else _wrong_use(args)
        return _told(wrong) if wrong else screen_here.run(args)
    wrong = _wrong_use(args)
    if not wrong:
        try:
            listed = list(people_listed(args.against))
            found = _in_text(args, listed) if args.text else _by_name(args, listed)
        except (OSError, ValueError, UnicodeError) as trouble:
            wrong = str(trouble)
    if wrong:
        return _told(wrong)
    answer = {"against": str(args.against), "people": len(listed), "threshold": args.threshold, "candidates": found}
    print(json.dumps(answer, ensure_ascii=False, indent=2) if args.format == "json" else _as_text(answer))
    return 1 if found else 0


def _told(wrong: str) -> int:
    print(f"article3 screen: {wrong}", file=sys.stderr)
    return 2


def _wrong_use(args: argparse.Namespace) -> str:
    if args.against is None:
        return "say against what: --against register, own-list, or a file"
    if bool(args.names) == bool(args.text):
        return "give a name, or a text with --text FILE"
    unread = [text for text in args.birth_date if not packed_text(text)]
    return f"{unread[0]!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD" if unread else ""


def _by_name(args: argparse.Namespace, listed: list[tuple[str, Particulars]]) -> list[dict[str, Any]]:
    index = Index.built((key, person) for key, (_, person) in enumerate(listed))
    lane = index.lane()
    asked = Particulars(names=tuple(args.names), born=tuple(map(packed_text, args.birth_date)),
                        countries=frozenset(code.lower() for code in args.nationality),
                        documents=frozenset(args.document))
    return [{"reference": listed[each.key][0], "names": list(listed[each.key][1].names), "score": round(each.score, 3),
             "because": list(index.why(asked, each, lane).because)}
            for each in index.ask(asked, lane, least=args.threshold, most=100)]


def _in_text(args: argparse.Namespace, listed: list[tuple[str, Particulars]]) -> list[dict[str, Any]]:
    watch = Watch((key, person) for key, (_, person) in enumerate(listed))
    text = args.text.read_text(encoding="utf-8-sig")
    return [{"reference": listed[each.key][0], "names": list(listed[each.key][1].names), "score": round(each.score, 3),
             "start": each.start, "stop": each.stop, "text": each.text, "because": list(each.because)}
            for each in watch.find(text, watch.index.lane()) if each.score >= args.threshold]


def _as_text(answer: dict[str, Any]) -> str:
    lines = [f"{len(answer['candidates'])} candidates among {answer['people']} people"
             f" (threshold {answer['threshold']}). No score decides: a person judges."]
    for each in answer["candidates"]:
        where = f" at {each['start']}-{each['stop']}: {each['text']}" if "text" in each else ""
        lines += [f"{each['score']}  {each['reference']}: {' | '.join(each['names'])}{where}",
                  f"       {'; '.join(each['because'])}"]
    return "\n".join(lines)
