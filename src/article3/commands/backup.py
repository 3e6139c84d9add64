"""`article3 backup FOLDER`: copy this installation's data, while it is written to; the keys apart, to another place.

The data folder says nothing of anybody without the keys; the keys say nothing without the data. Keep them apart, keep
of the keys the newest copy only, and take both right after a head was made (docs/operation.md).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from article3.commands import doctor_home


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("folder", type=Path, help="for the data: a folder that is not there yet, or is empty")
    parser.add_argument("--keys", type=Path, metavar="FOLDER", help="for the keys: what lies there is replaced")


def run(chosen: argparse.Namespace) -> int:
    """0 when everything was copied; 2 where there is no installation.

    No table is changed, also where a newer version waits to bring them up to date.
    """
    from article3.commands.serve import set_up

    if not doctor_home.is_installation(doctor_home.home()):
        print(f"There is no installation in {doctor_home.home()}: is ARTICLE3_HOME set to the right folder?",
              file=sys.stderr)  # fmt: skip
        return 2
    set_up()
    from article3 import wiring

    count = wiring.back_up(chosen.folder, chosen.keys)
    print(f"{count} tables and the papers copied to {chosen.folder}.")
    if chosen.keys:
        print(f"The keys were copied to {chosen.keys}: keep them in another place than the data.")
    else:
        print("Without --keys no keys were copied: without them nobody can read the backup.")
    return 0
