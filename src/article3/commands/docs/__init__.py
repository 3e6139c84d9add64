"""`article3 docs`: the documentation as a site of plain files, with a reference made from the program itself.

Nothing is fetched from anywhere: one style sheet, pictures, pages. It can be opened from a disk.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write it."""
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="an empty or new folder for the site")


def run(chosen: argparse.Namespace) -> int:
    """Write the site; 1 when this is no checkout, 2 when the folder holds something else."""
    if not (ROOT / "docs").is_dir():
        print("The pages of the documentation lie beside a checkout's src/: run this from one.", file=sys.stderr)
        return 1
    if chosen.to.exists() and any(chosen.to.iterdir()) and not (chosen.to / "article3.css").exists():
        print(f"{chosen.to} holds something that is no documentation of ours; name another folder.", file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    import django

    django.setup()
    from article3.commands.docs import reference, site

    written = site.write(ROOT, chosen.to, reference.pages())
    print(f"{written} pages in {chosen.to}; open {chosen.to / 'index.html'}")
    return 0
