"""`article3 keys`: whose key is whose on the line; shown, enrolled, ended. Each change is journalled."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One verb and what it needs."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("list", help="every key ever enrolled here")
    own = verbs.add_parser("own", help="the public key of a seat of this installation, to be enrolled at the other end")
    own.add_argument("seat", help="secretariat or bureau:XA")
    enrol = verbs.add_parser("enrol", help="a public key speaks for a seat")
    enrol.add_argument("seat", help="secretariat or bureau:XA")
    enrol.add_argument("public", help="64 hexadecimal characters, read over the telephone by somebody you know")
    enrol.add_argument("--since", type=_instant, help="from when on (default now)")
    enrol.add_argument("--until", type=_instant, help="until when (default: until it is ended)")
    end = verbs.add_parser("end", help="a key speaks for nobody any more: replaced or lost")
    end.add_argument("public")


def run(chosen: argparse.Namespace) -> int:
    """0 done; 3 refused."""
    from article3.commands.serve import prepare

    prepare()
    _VERBS[chosen.verb](chosen)
    return 0


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _list(_: argparse.Namespace) -> None:
    from article3.line import enrolment

    for key in enrolment.enrolled():
        print(f"{key.seat:14} {key.public} from {key.since:%Y-%m-%d %H:%M}" + (
            f" until {key.until:%Y-%m-%d %H:%M}" if key.until else ""))


def _own(chosen: argparse.Namespace) -> None:
    from article3.line import enrolment

    print(enrolment.own_public(chosen.seat))


def _enrol(chosen: argparse.Namespace) -> None:
    from article3.line import enrolment

    enrolment.enrol(chosen.seat, chosen.public, since=chosen.since or datetime.now(UTC), until=chosen.until)


def _end(chosen: argparse.Namespace) -> None:
    from article3.line import enrolment

    enrolment.end(chosen.public, at=datetime.now(UTC))


_VERBS: dict[str, Any] = {"list": _list, "own": _own, "enrol": _enrol, "end": _end}
