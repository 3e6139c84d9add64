"""`article3 provenance REFERENCE --as SEAT`: the decisions on a file as W3C PROV-JSON, as that seat may read them."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime

from article3.commands.replay import instant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file, through whose eyes, as of when."""
    parser.add_argument("reference", help="the file")
    parser.add_argument("--as", dest="seat", default="secretariat", metavar="SEAT", help="secretariat, oversight")
    parser.add_argument("--officer", default="", metavar="NAME", help="who sits there; else whoever had a hand in it")
    parser.add_argument("--known-at", default="", metavar="T", help="an instant or a day; without it: now")


def run(chosen: argparse.Namespace) -> int:
    """0 printed; 1 nothing decided that this seat may read, or erased by order; 2 an instant that cannot be read."""
    at = instant(chosen.known_at) if chosen.known_at else None
    if chosen.known_at and at is None:
        print(f"article3 provenance: {chosen.known_at!r} is not an instant", file=sys.stderr)
        return 2
    from article3.commands.serve import prepare

    prepare()
    return told(chosen.reference, chosen.seat, at, officer=chosen.officer)


def told(reference: str, seat: str, at: datetime | None, *, officer: str = "") -> int:
    """Print it. Raises Refused where nobody sits in that seat."""
    from django.utils import timezone

    from article3 import wiring
    from article3.access.why import Why
    from article3.terms.communication import Reference

    file = Reference(reference)
    try:
        sitting = wiring.seat_of_then(seat, file, at or timezone.now(), officer)
        found = wiring.provenance_of(sitting, Why.OVERSIGHT, file, at)
    except wiring.Erased:
        print("content erased by order", file=sys.stderr)
        return 1
    except wiring.NotFound:
        print("nothing was decided that this seat may read", file=sys.stderr)
        return 1
    wiring.note_replay(file, f"provenance {seat}")
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0
