"""`article3 officers`: enrol, give a mandate, suspend; for whoever runs the installation. Each is journalled."""

from __future__ import annotations

import argparse
import getpass
import sys
from datetime import date
from typing import Any

ROLES = ("reviewer", "lead", "bureau_officer", "bureau_lead", "duty_officer", "front_line", "oversight", "admin",
         "attesting", "custodian", "commission_desk", "commission_member")
LEVELS = ("official_use", "restricted", "confidential")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One verb and what it needs."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("list", help="every account with its mandates of today")
    enrol = verbs.add_parser("enrol", help="make an account; the password is asked for")
    enrol.add_argument("name", help="the name to sign in with")
    enrol.add_argument("--nationality", required=True, metavar="XX", help="country code of two letters")
    enrol.add_argument("--full-name", default="")
    mandate = verbs.add_parser("mandate", help="let an officer sit in a seat from today on")
    mandate.add_argument("name")
    mandate.add_argument("seat", help="secretariat, oversight, bureau:XA, desk:XA (protective desk) or front:XA")
    mandate.add_argument("role", choices=ROLES)
    mandate.add_argument("--clearance", choices=LEVELS, default="official_use")
    key = verbs.add_parser("key", help="make a key by which a program sits for an officer; it is shown once")
    key.add_argument("name")
    key.add_argument("seat", help="the seat of the mandate it is for")
    key.add_argument("--until", required=True, type=date.fromisoformat, metavar="DATE", help="its last day")
    verbs.add_parser("end-keys", help="end every key of an officer from the next request on").add_argument("name")
    verbs.add_parser("suspend", help="end an account from the next request on").add_argument("name")


def run(chosen: argparse.Namespace) -> int:
    """0 done; 1 no such account, or the name is taken; 2 what was typed cannot be used."""
    from article3.commands.serve import set_up

    set_up()
    return int(_VERBS[chosen.verb](chosen))


def _list(_: argparse.Namespace) -> int:
    from article3 import wiring

    for line in wiring.roll_of_officers():
        seats = ", ".join(f"{chair.seat} ({chair.role.value})" for chair in line.chairs) or "no mandate"
        print(f"{line.name:20} {line.nationality}  {'' if line.active else 'SUSPENDED  '}{seats}")
    return 0


def _enrol(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    password = getpass.getpass("Password (at least 12 characters): ") if sys.stdin.isatty() else sys.stdin.readline()
    problems = wiring.enrol(chosen.name, nationality=chosen.nationality.upper(), full_name=chosen.full_name,
                            password=password.rstrip("\n"))  # fmt: skip
    for problem in problems:
        print(problem, file=sys.stderr)
    return 2 if problems else 0


def _mandate(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    try:
        found = wiring.give_mandate(chosen.name, chosen.seat, chosen.role, clearance=chosen.clearance)
    except ValueError as unusable:
        print(unusable, file=sys.stderr)
        return 2
    return _known(found, chosen)


def _suspend(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    return _known(wiring.suspend(chosen.name), chosen)


def _key(chosen: argparse.Namespace) -> int:
    from article3 import wiring
    from article3.terms.finding import Refused

    try:
        print(wiring.make_program_key(chosen.name, chosen.seat, until=chosen.until))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


def _end_keys(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    ended = wiring.end_program_keys(chosen.name)
    if ended is not None:
        print(f"{ended} keys ended.")
    return _known(ended is not None, chosen)


def _known(found: bool, chosen: argparse.Namespace) -> int:
    if not found:
        print(f"There is no account {chosen.name}.", file=sys.stderr)
    return 0 if found else 1


_VERBS: dict[str, Any] = {"list": _list, "enrol": _enrol, "mandate": _mandate, "suspend": _suspend, "key": _key,
                         "end-keys": _end_keys}
