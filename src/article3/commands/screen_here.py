"""`article3 screen` in an installation: against the register or a bureau's own list, under a named officer's mandate;
the coverage of a protective desk; what was let on compared anew with the list of today."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from article3.screening.likeness import Particulars

REGISTER, OWN_LIST = "register", "own-list"
WORDS = ("coverage", "rescreen", "letter")
"""First words that ask for something else than a name."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Under whose mandate, at which bureau, and what goes with the other words."""
    parser.add_argument("--officer", metavar="NAME", help="who asks: the name to sign in with")
    parser.add_argument("--seat", metavar="SEAT", help="bureau:XA for the register, desk:XA for its own list")
    parser.add_argument("--bureau", metavar="XA", help="with coverage: whose desk")
    parser.add_argument("--days", type=int, default=14, metavar="N", help="with coverage: how many days (14)")


def run(args: argparse.Namespace) -> int:
    """0 nothing found, or whole; 1 candidates, or a gap; 2 wrong use."""
    _set_up()
    word = args.names[0] if args.names else ""
    try:
        return {"coverage": _coverage, "rescreen": _rescreen, "letter": _letter}.get(word, _screen)(args)
    except _WrongUse as wrong:
        print(f"article3 screen: {wrong}", file=sys.stderr)
        return 2


class _WrongUse(ValueError):
    pass


def _set_up() -> None:
    from article3.commands.serve import set_up

    set_up()


def everybody(args: argparse.Namespace) -> list[tuple[str, Particulars]]:
    """The people of every record an officer may read at a seat. ValueError for one who has no mandate there."""
    _set_up()
    sitting = _sitting(args)
    from article3.acts.ports import NotFound
    from article3.wiring import asked_of

    try:
        return asked_of.everybody(sitting)
    except NotFound:
        raise _WrongUse("this seat reads no register: use bureau:XA") from None


# --- names and texts


def _screen(args: argparse.Namespace) -> int:
    sitting = _sitting(args)
    from article3.acts.ports import NotFound
    from article3.wiring import asked_of

    text = args.text.read_text(encoding="utf-8-sig") if args.text else ""
    asked = {"names": tuple(args.names), "birth_dates": tuple(args.birth_date), "documents": tuple(args.document),
             "nationalities": tuple(args.nationality), "text": text, "least": args.threshold}
    try:
        ask = asked_of.own_list if args.against_here == OWN_LIST else asked_of.register
        found = ask(sitting, **asked)
    except NotFound:
        raise _WrongUse("this seat has no such list: use bureau:XA for the register, desk:XA for its list") from None
    _say(args, {"against": args.against_here, "people": found.people, "threshold": args.threshold,
                "candidates": list(found.candidates)})
    return 1 if found.candidates else 0


def _say(args: argparse.Namespace, answer: dict[str, Any]) -> None:
    if args.format == "json":
        print(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    print(f"{len(answer['candidates'])} candidates among {answer['people']} people"
          f" (threshold {answer['threshold']}). No score decides: a person judges.")
    for each in answer["candidates"]:
        print(f"{each['score']}  {each['reference']}: {each['text']}\n       {'; '.join(each['because'])}")


# --- the desk


def _coverage(args: argparse.Namespace) -> int:
    """Each of the last days: received, screened, signed. Exit code 1 where one was not whole."""
    from article3.wiring import desk_room

    if not args.bureau:
        raise _WrongUse("say whose coverage: --bureau XA")
    days = desk_room.covered_days(args.bureau.upper(), args.days)
    rows = [{"day": each.day.isoformat(), "received": each.received, "screened": each.received - len(each.missing),
             "missing": list(each.missing), "later": each.later, "signed": each.signed,
             "agrees": each.agrees} for each in days]
    if args.format == "json":
        print(json.dumps({"bureau": args.bureau.upper(), "days": rows}, indent=2))
    else:
        for row in rows:
            gap = f"  MISSING {' '.join(row['missing'][:5])}" if row["missing"] else ""
            gap += f"  {row['later']} only after the day was signed" if row["later"] else ""
            signed = "NOT WHAT WAS SIGNED" if not row["agrees"] else "signed" if row["signed"] else "not signed yet"
            print(f"{row['day']}  received {row['received']:>5}  screened {row['screened']:>5}  {signed}{gap}")
    return 1 if any(row["missing"] or not row["agrees"] for row in rows) else 0


def _rescreen(args: argparse.Namespace) -> int:
    """Everything the bureau holds that was compared with an older list is compared with today's."""
    from article3.wiring import arrival_room, desk_room

    sitting = _sitting(args)
    before = {file.id for file in desk_room.restricted_files(sitting)}
    done = 0
    while found := arrival_room.look_through(sitting.bureau, most=500):
        done += found
        if sys.stderr.isatty():
            print(f"\r{done} texts looked through", end="", file=sys.stderr, flush=True)
    opened = len({file.id for file in desk_room.restricted_files(sitting)} - before)
    print(f"{done} texts looked through, {opened} restricted files opened that name you.")
    return 1 if opened else 0


def _letter(args: argparse.Namespace) -> int:
    """What a letter says and who signed it. Refused (3) when it is forged, foreign or out of date."""
    from article3.wiring import letter_room

    if not args.text:
        raise _WrongUse("give the letter: --text FILE")
    print(json.dumps(letter_room.read_letter(args.text.read_text(encoding="utf-8")), ensure_ascii=False, indent=2))
    return 0


def _sitting(args: argparse.Namespace) -> Any:
    from article3 import wiring

    if not (args.officer and args.seat):
        raise _WrongUse("say under whose mandate: --officer NAME --seat SEAT")
    found = wiring.sitting_of(args.officer, args.seat)
    if found is None:
        raise _WrongUse(f"{args.officer} holds no mandate in {args.seat} today")
    return found
