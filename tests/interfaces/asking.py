"""Thousands of requests by every role: good ones, broken ones, and ones about things that are there.

`python -m tests.interfaces.asking --requests 20000` builds an invented installation in a folder of its own, asks, and
prints how many requests were made, how many were answered with a fault of ours, and how long the slowest took.
`--requests 1000000 --processes 2 --tally FILE` asks in blocks, each from a seed of its own; a run that was stopped
goes on where FILE ends. TMPDIR says where the installations are built: in memory nobody waits for a disk.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.interfaces.tally import Tally

A_BLOCK = 10
"""Cases of each kind for each operation in one block; every role sends every one."""
BLOCKS_AN_INSTALLATION = 8
SLOW_S = 2.0
"""No answer may take longer."""
_standing: dict[str, Any] = {}


def main(words: Iterable[str] | None = None) -> int:
    """Ask and tell. 0 when no answer was a fault of ours, none beside the description, none above two seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--tally", type=Path, help="one line a block: what is there already is not asked again")
    parser.add_argument("--seed", type=int, default=1, help="the first block")
    chosen = parser.parse_args(list(words) if words is not None else None)
    done = read(chosen.tally)
    began, total = time.monotonic(), Tally()
    for tally in done.values():
        total = total.with_(tally)
    before = total.requests
    numbers = blocks(chosen.seed, done)
    with tempfile.TemporaryDirectory(prefix="article3-asking-") as folder:
        Path(folder).chmod(0o711)  # PostgreSQL keeps its files in it as a user of its own
        pool = multiprocessing.get_context("spawn").Pool(chosen.processes, maxtasksperchild=BLOCKS_AN_INSTALLATION)
        with pool:
            waiting = [pool.apply_async(_block, (folder, next(numbers))) for _ in range(chosen.processes)]
            while waiting and total.requests < chosen.requests:
                number, tally = waiting.pop(0).get()
                total = total.with_(tally)
                write(chosen.tally, number, tally)
                took_s = time.monotonic() - began
                print(f"block {number}: {total.requests} requests, {took_s:.0f} s, "
                      f"{(total.requests - before) / took_s:.0f} a second, slowest {total.slowest_s:.2f} s, "
                      f"{len(total.wrong)} wrong", flush=True)  # fmt: skip
                waiting.append(pool.apply_async(_block, (folder, next(numbers))))
    print(json.dumps(total.told() | {"took_s": round(time.monotonic() - began)}, indent=1))
    for line in dict.fromkeys(total.wrong):
        print(line[:600])
    return 1 if total.faults or total.wrong or total.slowest_s > SLOW_S else 0


def _begin(folder: str) -> None:
    """A process of its own gets an installation of its own."""
    tempfile.tempdir = folder
    from tests.interfaces.installation import stand_up

    app, _standing["keys"], _standing["known"] = stand_up()
    from tests.interfaces.requests import interface

    _standing["schema"] = interface(app)


def _block(folder: str, number: int) -> tuple[int, Tally]:
    if not _standing:
        _begin(folder)
    from tests.interfaces.requests import ask_everything

    return number, ask_everything(**_standing, each=A_BLOCK, first_seed=number)


def blocks(first: int, done: dict[int, Tally]) -> Iterator[int]:
    """The numbers from the first on that are not done."""
    number = first
    while True:
        if number not in done:
            yield number
        number += 1


def read(path: Path | None) -> dict[int, Tally]:
    """The blocks a file holds, by number; none without a file."""
    lines = path.read_text().splitlines() if path and path.exists() else []
    return {each["block"]: Tally.read(each["tally"]) for each in map(json.loads, lines)}


def write(path: Path | None, number: int, tally: Tally) -> None:
    """Add a block to the file."""
    if path:
        with path.open("a") as out:
            out.write(json.dumps({"block": number, "tally": tally.written()}) + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
