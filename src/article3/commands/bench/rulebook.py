"""Full assessments a second: a JSON text is read, checked, briefed, judged and put in order, on one core and on two."""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from article3.commands.bench.invented_requests import request_lines
from article3.intake.documents import read_path
from article3.intake.reading import read_communication
from article3.law.brief import brief
from article3.law.review_order import review_order
from article3.law.rulebook import assess
from article3.terms.communication import Communication, Reference

DAY = date(2024, 12, 31)
SEED = 20_220_128
_PARTS = 1_000
_REFERENCE = Reference("0" * 32)


def add_arguments(parser: Any) -> None:
    """How many requests, on how many cores, from which seed."""
    parser.add_argument("--requests", type=int, default=100_000, metavar="N", help="requests in all (100,000)")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes that share them (2)")
    parser.add_argument("--seed", type=int, default=SEED, metavar="S", help="seed of the invented requests")


def measured(args: argparse.Namespace) -> dict[str, Any]:
    """The figures: one core on a tenth of the requests, then all of them on the workers; times of each stage."""
    with tempfile.TemporaryDirectory(prefix="article3-bench-") as folder:
        share = max(args.requests // max(args.workers, 1), 1)
        files = [_written(Path(folder), share, args.seed + number) for number in range(args.workers)]
        few = _written(Path(folder), max(args.requests // 10, 1), args.seed + 1_000)
        one = _shared([few])
        several = _shared(files)
        stages = _stages(few)
    return {"seed": args.seed, "requests": several["requests"], "cores_here": os.cpu_count(),
            "rules_of": DAY.isoformat(), "one_core": one, "workers": args.workers, "several_cores": several,
            "speed_up": round(several["per_s"] / one["per_s"], 2), "stages_us": stages}


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a person."""
    one, several = figures["one_core"], figures["several_cores"]
    lines = [f"Rulebook: {several['requests']} invented requests (seed {figures['seed']}), JSON to findings and order",
             f"  one core: {one['per_s']:.0f} a second",
             f"  {figures['workers']} processes: {several['per_s']:.0f} a second, {several['seconds']} s in all"
             f" ({figures['speed_up']} times one core); {several['per_cpu_s']:.0f} a second of processor time",
             "  a request takes, in microseconds: "
             + ", ".join(f"{name} {spent}" for name, spent in figures["stages_us"].items()),
             f"  outcomes: {several['standing']}"]
    lines += [f"  peak memory of process {number}, in MB: {told['peak_mb']} (start, middle, end)"
              for number, told in enumerate(several["memory"], 1)]
    return "\n".join(lines)


def _written(folder: Path, count: int, seed: int) -> Path:
    path = folder / f"requests-{seed}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in request_lines(count, seed))
    return path


def _shared(files: list[Path]) -> dict[str, Any]:
    """One fresh process a file, all at once; the clock runs once every process has loaded the rulebook."""
    with ProcessPoolExecutor(len(files), mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(_loaded, range(len(files)), chunksize=1))
        began = time.perf_counter()
        told = list(pool.map(_judged, files, chunksize=1))
        seconds = time.perf_counter() - began
    requests = sum(each["requests"] for each in told)
    standing = sum((Counter(each["standing"]) for each in told), Counter[str]())
    cpu = sum(each["cpu_s"] for each in told)
    return {"requests": requests, "seconds": round(seconds, 2), "per_s": round(requests / seconds, 1),
            "per_cpu_s": round(requests / cpu, 1), "standing": dict(standing),
            "memory": [{"peak_mb": each["peak_mb"]} for each in told]}


def _loaded(_: int) -> None:
    """Import and index everything once, for good; a moment's pause lets each process take its turn."""
    for line in request_lines(3, 1):
        _assess(read_communication(line, reference=_REFERENCE))
    gc.freeze()
    time.sleep(0.2)


def _judged(path: Path) -> dict[str, Any]:
    """Every request of one file, one at a time; the peak memory at the start, in the middle and at the end."""
    standing: Counter[str] = Counter()
    began = time.process_time()
    peak_mb = [_peak_mb()]
    with path.open("rb") as lines:
        half = sum(1 for _ in lines) // 2
    for number, communication in enumerate(_read(path), 1):
        standing[_assess(communication)] += 1
        if number == half:
            peak_mb.append(_peak_mb())
    return {"requests": standing.total(), "standing": dict(standing), "peak_mb": [*peak_mb, _peak_mb()],
            "cpu_s": time.process_time() - began}


def _read(path: Path) -> Iterator[Communication]:
    for where, read in read_path(path, reference=lambda _: _REFERENCE):
        assert isinstance(read, Communication), f"an invented request cannot be read: {where}: {read}"
        yield read


def _assess(communication: Communication) -> str:
    facts = brief(communication, None, DAY)
    assessment = assess(facts, DAY)
    review_order(facts, DAY)
    return assessment.standing.value


def _peak_mb() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def _stages(path: Path) -> dict[str, float]:
    """Microseconds a request spends in each stage, over the first thousand requests of a file."""
    with path.open("rb") as file:
        lines = list(islice(file, _PARTS))
    spent = dict.fromkeys(("read", "brief", "assess", "order"), 0.0)
    for line in lines:
        clock = [time.perf_counter()]
        communication = read_communication(line, reference=_REFERENCE)
        clock.append(time.perf_counter())
        facts = brief(communication, None, DAY)
        clock.append(time.perf_counter())
        assess(facts, DAY)
        clock.append(time.perf_counter())
        review_order(facts, DAY)
        clock.append(time.perf_counter())
        for name, (start, end) in zip(spent, pairwise(clock), strict=True):
            spent[name] += end - start
    return {name: round(seconds / len(lines) * 1e6, 1) for name, seconds in spent.items()}
