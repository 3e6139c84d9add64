"""`article3 status-letter verify CODE`: what a traveller's status letter says, from its signed code alone, off-line.

Nothing is looked up: the code, the number of the travel document and the Commission's public key are all it takes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from datetime import UTC, date, datetime
from typing import Any

from article3.intake.status_letter import Misread, NotSigned, read

KEY_VARIABLE = "ARTICLE3_STATUS_KEY"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Verify a code, or show the public key others verify with."""
    menu = parser.add_subparsers(dest="part", metavar="WHAT", required=True)
    verify = menu.add_parser("verify", help="check the code of a letter")
    verify.add_argument("code", nargs="+", help="the code as scanned, or its groups as typed")
    verify.add_argument("--document", metavar="NUMBER", help="number of the travel document the traveller shows")
    verify.add_argument("--key", metavar="HEX", help=f"the Commission's public key (else {KEY_VARIABLE}, else this "
                                                     "installation's own)")
    verify.add_argument("--on", metavar="DAY", type=date.fromisoformat, help="the day to judge by (today)")
    verify.add_argument("--format", choices=("text", "json"), default="text")
    menu.add_parser("key", help="the public key this installation's Commission signs with, to be handed on")


def run(chosen: argparse.Namespace) -> int:
    """0 genuine, valid and of this document; 1 not; 2 mistyped, or a key that is none."""
    if chosen.part == "key":
        print(_own_key().hex())
        return 0
    try:
        key = bytes.fromhex(chosen.key) if chosen.key else _own_key()
        letter = read(" ".join(chosen.code), key)
    except Misread as misread:
        return _told(chosen, {"result": "misread", "because": str(misread)}, 2)
    except NotSigned as forged:
        return _told(chosen, {"result": "not_signed", "because": str(forged)}, 1)
    except ValueError:
        print("The key is 64 hexadecimal signs; `article3 status-letter key` prints the Commission's.", file=sys.stderr)
        return 2
    on = chosen.on or datetime.now(UTC).date()
    belongs = letter.belongs_to(chosen.document) if chosen.document else None
    answer = {"statement": letter.statement.name.lower(), "issued_on": letter.issued_on.isoformat(),
              "valid_until": letter.valid_until.isoformat(), "valid": letter.holds(on), "belongs_to_document": belongs}
    holds = letter.holds(on) and belongs is True
    return _told(chosen, {"result": "holds" if holds else "does_not_hold", **answer}, 0 if holds else 1)


def _own_key() -> bytes:
    from django.conf import settings

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    return bytes(settings.STATUS_LETTER_KEY())


def _told(chosen: argparse.Namespace, answer: dict[str, Any], code: int) -> int:
    print(json.dumps(answer, indent=2) if chosen.format == "json" else _as_text(answer))
    return code


def _as_text(answer: dict[str, Any]) -> str:
    if "because" in answer:
        return str(answer["because"])
    document = {True: "It belongs to this document.", False: "It does not belong to this document.",
                None: "Give --document NUMBER: without it the code says nothing about who shows it."}
    return "\n".join([
        "The Commission signed this code.",
        f"Issued on {answer['issued_on']}, {'valid' if answer['valid'] else 'not valid today; it was valid'} until "
        f"{answer['valid_until']}.", document[answer["belongs_to_document"]],
        "Data in the Organization's files about the holder were deleted by order of the Commission; an entry that "
        "rests on them must not be acted on." if answer["result"] == "holds" else "Do not rely on it."])
