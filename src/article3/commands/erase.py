"""`article3 erase`: destroy the keys of what is to be erased and every trace of it here. Run it once a night.

Without --file: every file that ended and whose time to appeal is over, and what an interrupted run left. The tables are
rewritten without their free pages, which keeps writers waiting meanwhile.
"""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """All that is due, or one file by order."""
    parser.add_argument("--file", metavar="REFERENCE", help="one file that ended, at once")
    parser.add_argument("--order", metavar="TEXT", help="by which order: goes into the ledger; no name of anybody")
    parser.add_argument("--ledger", action="store_true", help="only print what was ever erased, and by which order")


def run(chosen: argparse.Namespace) -> int:
    """0 done; 1 there is no such file; 2 a file without the order."""
    from article3.commands.serve import prepare

    if bool(chosen.file) != bool(chosen.order):
        print("One file is erased at once by an order: --file REFERENCE --order TEXT.", file=sys.stderr)
        return 2
    prepare()
    from article3 import wiring
    from article3.acts.ports import NotFound

    if chosen.ledger:
        for line in wiring.erasures():
            print(f"{line.number:>6}  {line.at:%Y-%m-%d %H:%M}  {line.record}  {line.because}")
        return 0
    try:
        done = wiring.erase_by_order(chosen.file, chosen.order) if chosen.file else wiring.erase_what_is_due()
    except NotFound:
        print("There is no such file.", file=sys.stderr)
        return 1
    print(f"{done} records erased." if done else "Nothing is to be erased today.")
    return 0
