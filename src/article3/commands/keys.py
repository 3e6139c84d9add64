"""`article3 keys`: whose key is whose on the line; shown, enrolled, replaced, ended. Each change is journalled."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from typing import Any

from article3.terms.finding import Refused

USES = ("sign", "seal")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One verb and what it needs."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("list", help="every key ever enrolled here")
    own = verbs.add_parser("own", help="the public key of a seat of this installation, to be enrolled at the other end")
    own.add_argument("seat", help="secretariat or bureau:XA")
    own.add_argument("--use", choices=USES, default="sign")
    own.add_argument("--next", action="store_true", help="the one that `renew` will begin to use")
    renew = verbs.add_parser("renew", help="this installation begins to use its seat's next key")
    renew.add_argument("seat", help="secretariat or bureau:XA")
    renew.add_argument("--use", choices=USES, default="sign", help="for signing enrol the next one first (own --next)")
    enrol = verbs.add_parser("enrol", help="a public key is a seat's")
    enrol.add_argument("seat", help="secretariat or bureau:XA")
    enrol.add_argument("public", help="64 hexadecimal characters, read over the telephone by somebody you know")
    enrol.add_argument("--use", choices=USES, default="sign")
    enrol.add_argument("--since", type=_instant, help="from when on (default now)")
    enrol.add_argument("--until", type=_instant, help="until when (default: until it is ended)")
    end = verbs.add_parser("end", help="a key is nobody's any more: replaced or lost")
    end.add_argument("public")


def run(chosen: argparse.Namespace) -> int:
    """0 done; 3 refused."""
    from article3.commands.serve import prepare

    prepare()
    try:
        _VERBS[chosen.verb](chosen)
    except Refused as refused:
        print(refused.because, file=sys.stderr)
        return 3
    return 0


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _list(_: argparse.Namespace) -> None:
    from article3.line import enrolment

    for key in enrolment.enrolled():
        until = f" until {key.until:%Y-%m-%d %H:%M}" if key.until else ""
        print(f"{key.seat:14} {key.use.value} {key.public} from {key.since:%Y-%m-%d %H:%M}{until}")


def _own(chosen: argparse.Namespace) -> None:
    from article3.line import enrolment

    use = enrolment.Use(chosen.use)
    print(enrolment.next_public(chosen.seat, use) if chosen.next else enrolment.own_public(chosen.seat, use))


def _renew(chosen: argparse.Namespace) -> None:
    from article3.line import enrolment

    print(enrolment.renew(chosen.seat, enrolment.Use(chosen.use)))


def _enrol(chosen: argparse.Namespace) -> None:
    from article3.line import enrolment

    enrolment.enrol(chosen.seat, chosen.public, since=chosen.since or datetime.now(UTC), until=chosen.until,
                    use=enrolment.Use(chosen.use))  # fmt: skip


def _end(chosen: argparse.Namespace) -> None:
    from article3.line import enrolment

    enrolment.end(chosen.public, at=datetime.now(UTC))


_VERBS: dict[str, Any] = {"list": _list, "own": _own, "renew": _renew, "enrol": _enrol, "end": _end}
