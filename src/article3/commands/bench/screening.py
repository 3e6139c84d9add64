"""Questions a second to an index of invented people, how long the slow ones take, and what a record costs."""

from __future__ import annotations

import argparse
import gc
import os
import random
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from article3.commands.bench import peer
from article3.commands.bench.invented_people import people, questions
from article3.commands.progress import progress
from article3.screening.index import Index
from article3.screening.likeness import Particulars
from article3.screening.vocabulary import forget

SEED = 20_220_128
SMALLER = (10_000, 100_000)
"""Sizes measured before the one asked for, where they are smaller."""
DEFINITIONS = {
    "records": "invented people in four scripts, one name each, with a date of birth and a country",
    "queries_per_s": "questions a second on so many threads of one process, names alone prepared from text each time",
    "queries_per_cpu_s": "the same for a second of processor time: what one core does when nobody else uses it",
    "at_once_queries_per_s, at_once_queries_per_cpu_s": "the same questions handed over at once, a share to each"
                                                        " thread, no spelling met before: text read to records found",
    "p50_ms, p99_ms": "one question while all threads ask, first time a spelling is met included",
    "bytes_per_record": "growth of the process over the records, index built and asked once by every thread",
    "build_s": "from texts to an index that answers; reopen_s from the folder it was saved in to the first answer",
    "add_ms, remove_ms": "mean of one, visible at once; add_p99_ms the slow ones",
    "growth": "the same figures at 10,000 and 100,000 records before those asked for, each in a process of its own",
    "load": "processes that wanted a core in the minute before; more than one when others were at work too",
    "right_candidate": "share of questions whose record is among those compared in full; right_above at the threshold",
    "compared_per_query": "records compared in full for a question where no threshold leaves any out",
}


def add_arguments(parser: Any) -> None:
    """How many records, on how many threads."""
    parser.add_argument("--records", type=int, default=100_000, metavar="N", help="records in the index (100,000)")
    parser.add_argument("--queries", type=int, default=10_000, metavar="N", help="questions asked (10,000)")
    parser.add_argument("--threads", type=int, default=2, metavar="N", help="threads that ask at once (2)")
    peer.add_arguments(parser)


def measured(args: argparse.Namespace) -> dict[str, Any]:
    """The figures: build, ask, add, remove, save, reopen; the same at smaller sizes to show how cost grows."""
    peer.check(args.peer)
    sizes = [size for size in SMALLER if size < args.records] + [args.records]
    wanted = (args.queries, args.threads, args.peer_queries if args.peer else 0)
    # a process of its own for each size: memory and processor time are then its own
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        *smaller, whole = [pool.submit(of_size, size, *wanted).result() for size in sizes]
    return whole | {"growth": [*smaller, whole],
                    "definitions": DEFINITIONS | (peer.DEFINITIONS if args.peer else {})}


def of_size(records: int, queries: int, threads: int, peer_queries: int) -> dict[str, Any]:
    """The figures of an index of so many people; beside the peer when it is asked anything."""
    _warm()
    everyone = list(people(records, SEED))
    chance = random.Random(SEED)
    picked = [chance.randrange(records) for _ in range(queries)]
    asked = questions([everyone[number] for number in picked], SEED)
    before = _resident()
    began = time.perf_counter()
    with progress("records", records) as step:
        index = Index.built(_stepped(everyone, step))
    index.settle()  # as one that serves is
    built = time.perf_counter() - began
    # what was loaded stays: the collector need not walk through it, as in any process that serves
    gc.collect()
    gc.freeze()
    speed = _asked(index, asked, threads)
    grown = _resident() - before
    speed |= _at_once(index, asked, threads)
    same = _at_once(index, asked[:peer_queries], 1)["at_once_queries_per_cpu_s"] if peer_queries else 0
    figures = {"records": records, "queries": queries, "threads": threads, "cores_here": os.cpu_count(),
               "load": os.getloadavg()[0], "seed": SEED, "build_s": round(built, 2), **speed,
               "bytes_per_record": round(grown / records), **_right(index, picked, asked),
               **_kept(index, asked[0]), **_changed(index, everyone)}
    if peer_queries:
        told = peer.peer_figures(everyone, asked[:peer_queries], picked[:peer_queries])
        figures["peer"] = peer.beside(told, speed["queries_per_cpu_s"], same)
    return figures


def _warm() -> None:
    """Compile or load the compiled loops, so that they are in no figure."""
    index = Index.built((number, person) for number, person in enumerate(people(50, 1)))
    index.settle()
    index.add(99, next(people(1, 2)))
    index.ask(next(people(1, 1)), index.lane(), least=0.0)
    index.ask_all(list(people(100, 1)), index.lane(), least=0.0)


def _stepped(everyone: list[Particulars], step: Any) -> Any:
    for number, person in enumerate(everyone):
        yield number, person
        step()


def _asked(index: Index, asked: list[Particulars], threads: int) -> dict[str, Any]:
    shares = [asked[number::threads] for number in range(threads)]
    began, cpu = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(threads) as pool:
        spent = sorted(each for share in pool.map(lambda number: _timed(index, shares[number], number), range(threads))
                       for each in share)
    whole, cpu = time.perf_counter() - began, time.process_time() - cpu
    return {"queries_per_s": round(len(asked) / whole), "queries_per_cpu_s": round(len(asked) / cpu),
            "p50_ms": round(spent[len(spent) // 2] * 1e3, 3),
            "p99_ms": round(spent[int(len(spent) * 0.99)] * 1e3, 3), "max_ms": round(spent[-1] * 1e3, 3)}


def _at_once(index: Index, asked: list[Particulars], threads: int) -> dict[str, Any]:
    """All questions handed over, met cold: what was heard and read before is forgotten."""
    index.settle()
    forget()
    shares = [asked[number::threads] for number in range(threads)]
    began, cpu = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda number: index.ask_all(shares[number], index.lane(number)), range(threads)))
    whole, cpu = time.perf_counter() - began, time.process_time() - cpu
    return {"at_once_queries_per_s": round(len(asked) / whole), "at_once_queries_per_cpu_s": round(len(asked) / cpu)}


def _timed(index: Index, asked: list[Particulars], number: int) -> list[float]:
    lane, spent = index.lane(number), []
    for person in asked:
        began = time.perf_counter()
        index.ask(person, lane)
        spent.append(time.perf_counter() - began)
    return spent


def _right(index: Index, picked: list[int], asked: list[Particulars]) -> dict[str, Any]:
    """How often the record asked for is found; of the first two thousand questions."""
    lane, few = index.lane(), min(len(picked), 2_000)
    found = [index.ask(person, lane, least=0.0, most=100) for person in asked[:few]]
    among = sum(any(each.key == key for each in told) for key, told in zip(picked[:few], found, strict=True))
    above = sum(any(each.key == key and each.score >= 0.7 for each in told)
                for key, told in zip(picked[:few], found, strict=True))
    return {"right_candidate": round(among / few, 4), "right_above": round(above / few, 4),
            "compared_per_query": round(sum(map(len, found)) / few, 1)}


def _kept(index: Index, person: Particulars) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="article3-bench-") as folder:
        began = time.perf_counter()
        index.save(Path(folder) / "index")
        saved = time.perf_counter() - began
        size = sum(path.stat().st_size for path in (Path(folder) / "index").iterdir())
        began = time.perf_counter()
        again = Index.opened(Path(folder) / "index")
        again.ask(person, again.lane())
        return {"save_s": round(saved, 2), "reopen_s": round(time.perf_counter() - began, 3), "disk_bytes": size}


def _changed(index: Index, everyone: list[Particulars]) -> dict[str, Any]:
    new = list(people(500, SEED + 9))
    added, removed = [], []
    for number, person in enumerate(new):
        began = time.perf_counter()
        index.add(len(everyone) + number, person)
        added.append(time.perf_counter() - began)
    for number in range(len(new)):
        began = time.perf_counter()
        index.remove(len(everyone) + number)
        removed.append(time.perf_counter() - began)
    added.sort()
    return {"add_ms": round(sum(added) / len(added) * 1e3, 3), "add_p99_ms": round(added[-5] * 1e3, 3),
            "remove_ms": round(sum(removed) / len(removed) * 1e3, 3)}


def _resident() -> int:
    """Bytes of memory the process holds now; 0 where the system does not say."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if status.exists() else 0


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a person."""
    return "\n".join(line for each in figures["growth"] for line in _lines(each))


def _lines(figures: dict[str, Any]) -> list[str]:
    return [
        f"Screening: {figures['records']} invented people, {figures['queries']} questions,"
        f" {figures['threads']} threads (load of the machine {figures['load']:.1f})",
        f"  {figures['queries_per_s']} questions a second, {figures['queries_per_cpu_s']} for a second of one core;"
        f" half within {figures['p50_ms']} ms, 99 of 100 within {figures['p99_ms']} ms",
        f"  handed over at once {figures['at_once_queries_per_s']} questions a second,"
        f" {figures['at_once_queries_per_cpu_s']} for a second of one core",
        f"  {figures['bytes_per_record']} bytes a record; built in {figures['build_s']} s,"
        f" saved in {figures['save_s']} s, opened in {figures['reopen_s']} s",
        f"  one added in {figures['add_ms']} ms, removed in {figures['remove_ms']} ms",
        f"  right record among the candidates {figures['right_candidate']},"
        f" above the threshold {figures['right_above']}; {figures['compared_per_query']} compared in full a question",
        *([peer.as_line(figures["peer"])] if "peer" in figures else []),
    ]
