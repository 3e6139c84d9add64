"""`article3 un-list`: take the Security Council's consolidated list in: show its difference, lay it, adopt it.

Under named officers' mandates: a lead lays it, somebody else of another nationality adopts it. What broken files say
and what happens to each entry stands in docs/formats.md.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from article3.terms.finding import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file or the list, who acts, and the words of whoever signs first."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the list in XML: show what it would change")
    parser.add_argument("--officer", metavar="NAME", help="who acts: the name to sign in with")
    parser.add_argument("--seat", default="secretariat", metavar="SEAT", help="the officer's seat (secretariat)")
    parser.add_argument("--lay", action="store_true", help="lay the list before the Secretariat, declared as published")
    parser.add_argument("--because", default="", metavar="WORDS", help="with --lay: why the entries may be processed")
    parser.add_argument("--factors", default="", metavar="WORDS", help="with --lay: what the seven factors show")
    parser.add_argument("--predominance", default="", metavar="WORDS", help="with --lay: which element predominates")
    parser.add_argument("--adopt", metavar="LIST", help="stand behind this list and carry it out")


def run(chosen: argparse.Namespace) -> int:
    """0 done or nothing to change; 1 there is a difference; 2 wrong use; 3 refused."""
    from article3.commands.serve import set_up

    set_up()
    from article3 import wiring

    sitting = wiring.sitting_of(chosen.officer or "", chosen.seat)
    if sitting is None or (chosen.file is None) == (chosen.adopt is None):
        print("article3 un-list: say which list and under whose mandate: FILE --officer NAME, "
              "or --adopt LIST --officer NAME", file=sys.stderr)  # fmt: skip
        return 2
    try:
        return _adopted(chosen, sitting) if chosen.adopt else _looked_at(chosen, sitting)
    except wiring.NotFound:
        print("There is no such list for this officer.", file=sys.stderr)
        return 2


def _looked_at(chosen: argparse.Namespace, sitting: Any) -> int:
    from article3.lifecycle.listing import Weighed
    from article3.wiring import listing_room

    content = _content(chosen.file)
    if not chosen.lay:
        read, lines = listing_room.difference_of(content, sitting)
        print(f"The list of {read.generated} with {len(read.entries)} entries:")
        _told(lines)
        return 1 if lines else 0
    weighed = Weighed(because=chosen.because, factors=chosen.factors, predominance=chosen.predominance)
    page = listing_room.lay_list(content, weighed, sitting, declared=True)
    _told(page.lines)
    print(f"Laid before the Secretariat as {page.reference}. Nothing has changed: somebody else adopts it.")
    return 0


def _adopted(chosen: argparse.Namespace, sitting: Any) -> int:
    from article3.wiring import listing_room

    page = listing_room.un_list(sitting, chosen.adopt)
    listing_room.adopt_list(page.reference, page.version, sitting, rounds=10_000)
    _told(listing_room.un_list(sitting, chosen.adopt).lines)
    return 0


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise Refused(f"{path} cannot be read: {trouble.strerror}.") from trouble


def _told(lines: Any) -> None:
    for line in lines:
        fields = f" ({', '.join(line.fields)})" if line.fields else ""
        came = f": {line.outcome.value}" if line.outcome else ""
        print(f"{line.change.value:9} {line.un_reference:12} {line.name}{fields}{came} {line.because}".rstrip())
    print(f"{len(lines)} lines." if lines else "Nothing would change.")
