"""`article3 replay REFERENCE --known-at T --as SEAT`: what that seat saw of a file, or would have seen, at an instant.

The rights, the filter and the projection are those of the pages; the rows are those of then. Every replay is an entry
of the journal.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, date, datetime, time
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file, as of when, through whose eyes."""
    parser.add_argument("reference", help="the file")
    parser.add_argument("--known-at", required=True, metavar="T",
                        help="an instant such as 2026-05-17T09:30+00:00 (UTC without a zone), or a day: its end")
    parser.add_argument("--as", dest="seat", required=True, metavar="SEAT",
                        help="secretariat, bureau:XA, oversight")
    parser.add_argument("--officer", default="", metavar="NAME",
                        help="who sits there; without it whoever had a hand in the file, else whoever held the seat")
    parser.add_argument("--format", choices=("text", "json"), default="text",
                        help="text: the record in bytes as it was shown, and nothing else on standard output")


def run(chosen: argparse.Namespace) -> int:
    """0 shown; 1 that seat saw nothing, or the content is erased by order; 2 an instant that cannot be read."""
    at = instant(chosen.known_at)
    if at is None:
        print(f"article3 replay: {chosen.known_at!r} is not an instant; write 2026-05-17T09:30+00:00", file=sys.stderr)
        return 2
    from article3.commands.serve import prepare

    prepare()
    return told(chosen.reference, chosen.seat, at, officer=chosen.officer, form=chosen.format)


def told(reference: str, seat: str, at: datetime, *, officer: str = "", form: str = "text") -> int:
    """Replay and print. Raises Refused where nobody sat in that seat."""
    from article3 import wiring
    from article3.register.pages import NotFound
    from article3.terms.communication import Reference

    answer: dict[str, Any] = {"reference": reference, "as": seat, "known_at": at.isoformat()}
    file, found, why_not = Reference(reference), None, ""
    try:
        found = wiring.replay(file, wiring.seat_of_then(seat, file, at, officer), at)
    except wiring.Erased:
        why_not = "content erased by order"
    except NotFound:
        why_not = "this seat saw nothing of such a file"
    wiring.note_replay(file, f"{seat} {at.isoformat()}")
    answer |= _of(found) if found else {"shown": None, "because": why_not}
    _print(answer, found, form)
    return 0 if found else 1


def instant(text: str) -> datetime | None:
    """An instant, or the last moment of a day; None when it is neither."""
    try:
        if len(text) == len("2026-05-17"):
            return datetime.combine(date.fromisoformat(text), time.max, tzinfo=UTC)
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _of(found: Any) -> dict[str, Any]:
    return {"page": found.kind, "sha256": found.sha256, "readings": found.readings,
            "last_read_at": found.last_read_at.isoformat() if found.last_read_at else None,
            "agrees_with_journal": found.agrees, "shown": json.loads(found.shown)}  # fmt: skip


def _print(answer: dict[str, Any], found: Any, form: str) -> None:
    if form == "json":
        print(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    if found is None:
        print(answer["because"])
        return
    agrees = {True: "the digest in the journal agrees", False: "THE DIGEST IN THE JOURNAL DOES NOT AGREE",
              None: "no reading to compare with"}[found.agrees]  # fmt: skip
    print(f"{found.kind}, sha256 {found.sha256}; read {found.readings} times until then: {agrees}", file=sys.stderr)
    sys.stdout.buffer.write(found.shown + b"\n")
    sys.stdout.flush()
