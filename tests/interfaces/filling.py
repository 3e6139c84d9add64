"""Every form of every page, filled in by every seat as somebody might, and as nobody would.

`python -m tests.interfaces.filling --requests 20000` builds a demo (or copies the one at `--demo`), walks every page of
everybody in it, fills in and sends its forms with their own token, and writes odd values into addresses.
It prints how many answers were faults of ours and how long the slowest took.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.interfaces.tally import Tally

PAGES = "pages.json"
A_ROUND = 1_000
"""Requests to one copy of the world: what is sent changes it, and a new one holds other things to change."""


def main(words: Iterable[str] | None = None) -> int:
    """Ask and tell. 0 when no answer was a fault of ours and none took above two seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--demo", type=Path, help="the home of a built demo; it is copied, not touched")
    chosen = parser.parse_args(list(words) if words is not None else None)
    began, total = time.monotonic(), Tally()
    with tempfile.TemporaryDirectory(prefix="article3-filling-") as folder:
        built = chosen.demo or _built(Path(folder) / "built")
        seeds = range(chosen.seed, chosen.seed + -(-chosen.requests // A_ROUND))
        rounds = [(str(built), folder, seed) for seed in seeds]
        pool = multiprocessing.get_context("spawn").Pool(chosen.processes, maxtasksperchild=1)
        with pool:
            total = total.with_(pool.apply(_walked, (str(built), folder)))
            for tally in pool.imap_unordered(_round, rounds):
                total = total.with_(tally)
                print(f"{total.requests} requests, {time.monotonic() - began:.0f} s, slowest {total.slowest_s:.2f} s, "
                      f"{len(total.wrong)} wrong", flush=True)  # fmt: skip
                for line in dict.fromkeys(tally.wrong):
                    print(line[:1500], flush=True)
    print(json.dumps(total.told() | {"took_s": round(time.monotonic() - began)}, indent=1))
    return 1 if total.faults or total.wrong or total.slowest_s > 2 else 0


def _built(home: Path) -> Path:
    subprocess.run([sys.executable, "-m", "article3.project.cli", "demo", "--no-serve"], check=True,
                   env=os.environ | {"ARTICLE3_HOME": str(home)}, stdout=subprocess.DEVNULL)  # fmt: skip
    return home


def _walked(built: str, folder: str) -> Tally:
    """Which pages each person finds, kept for the rounds."""
    with _a_copy(built, folder, 0) as home:
        from tests.interfaces.seated import look_round

        found, tally = look_round(home)
    (Path(folder) / PAGES).write_text(json.dumps(found))
    return tally


def _round(asked: tuple[str, str, int]) -> Tally:
    """In a process of its own, on a copy of the world of its own."""
    built, folder, seed = asked
    found = json.loads((Path(folder) / PAGES).read_text())
    with _a_copy(built, folder, seed) as home:
        from tests.interfaces.seated import fill_in

        return fill_in(home, found, A_ROUND, random.Random(seed))


@contextmanager
def _a_copy(built: str, folder: str, number: int) -> Iterator[Path]:
    home = Path(folder) / f"round-{number}"
    shutil.copytree(built, home, ignore=lambda _, names: [name for name in names if name == "door"])
    os.environ |= {"ARTICLE3_HOME": str(home), "ARTICLE3_DEMO": "1",
                   "DJANGO_SETTINGS_MODULE": "article3.project.settings"}  # fmt: skip
    import django

    django.setup()
    from django.core.management import call_command

    call_command("createcachetable", verbosity=0)  # as a server does when it starts
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    raise SystemExit(main())
