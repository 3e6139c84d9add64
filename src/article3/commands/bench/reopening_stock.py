"""The stock of `article3 bench reopening`: grown in steps, measured at each; prints the figures as JSON."""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

SEED = 20_260_601
TOUCHED = (1, 10, 100)
PAPERS_A_PERSON, ANSWERS, MEMBERS = 2, 12, 196
_BATCH = 50_000


def main(most_facts: int, runs: int) -> dict[str, Any]:
    """Grow the stock to a hundredth, a tenth and the whole, and measure at each."""
    from article3.commands.serve import prepare

    prepare()
    began, told, stock = time.perf_counter(), [], Stock(random.Random(SEED + 1))
    stock.whole_files()
    built = time.perf_counter() - began
    for facts in (most_facts // 100, most_facts // 10, most_facts):
        began = time.perf_counter()
        stock.grow(facts)
        built += time.perf_counter() - began
        told += [stock.by_person(touched, runs) for touched in TOUCHED]
        told.append(stock.by_ruling(runs))
    return {"build_s": round(built, 1), "runs": runs, "points": told}


class Stock:
    """Facts and decisions, written directly; some decisions are whole files on persons the new facts are about."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.facts, self.decisions = chance, 0, 0

    def whole_files(self) -> None:
        """For each number of decisions to be touched, one person with as many notices in force."""
        from django.apps import apps
        from django.utils import timezone

        from article3.commands.bench.invented_files import REVIEWERS, files
        from article3.lifecycle.states import State
        from article3.register.files import Files
        from article3.terms.communication import IdentityDocument

        self.now = timezone.now()
        made = (file for file in files(sum(TOUCHED) * 4, SEED, self.now, REVIEWERS[0]) if file.state is State.PUBLISHED)
        whole = []
        for touched in TOUCHED:
            paper = IdentityDocument(kind="passport", number=f"QMEASURED{touched}")
            for file, _ in zip(made, range(touched), strict=False):
                sent = replace(file.communication, person=replace(file.communication.person, documents=(paper,)))
                whole.append(replace(file, communication=sent, published=replace(file.published, communication=sent)))
        Files(bureaus=tuple, order=None).add_many(whole)
        self.decisions = len(whole)
        self.bare: dict[str, Any] = {**apps.get_model("register", "File").objects.values().first(), **_LEFT_OUT}  # type: ignore[dict-item]

    def grow(self, facts: int) -> None:
        """Up to so many facts, and a decision for every ten."""
        from django.db import connection, transaction

        with transaction.atomic(), connection.cursor() as cursor:
            for table, columns, rows in ((_FILE, ", ".join(self.bare), self._files(facts // 10)),
                                         ("known_fact", "id, about, learned_at, body", self._facts(facts))):
                marks = ", ".join(["%s"] * len(columns.split(", ")))
                for part in _some(rows):
                    cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", [row for row, _ in part])
                    rests = [rest for _, found in part for rest in found]
                    if rests:
                        cursor.executemany("INSERT INTO known_rests (file_id, key) VALUES (%s, %s)", rests)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def by_person(self, touched: int, runs: int) -> dict[str, Any]:
        """A new fact on a person: found, and found and judged."""
        from django.apps import apps

        from article3.acts.could_change import shifted_by_fact
        from article3.register.files import open_document
        from article3.register.known import record
        from article3.terms.knowledge import KnownFact, paper_key
        from article3.terms.sitting import CLOCK

        key = paper_key(f"QMEASURED{touched}")
        fact = KnownFact(id="f" * 32, kind="private_dispute", value=True, source="A letter", person=key,
                         learned_at=self.now, by=CLOCK.officer)

        def judge() -> int:
            rows = apps.get_model("register", "File").objects.filter(pk__in=record.found_by([key])).only("body")
            return sum(bool(shifted_by_fact(open_document(row.body), fact, self.now, CLOCK)) for row in rows)

        return {**self._sizes(), "news": "a fact on a person", "touched": len(record.found_by([key])),
                "reopened": judge(), "found_ms": _timed(lambda: record.found_by([key]), runs),
                "judged_ms": _timed(judge, min(runs, 10))}

    def by_ruling(self, runs: int) -> dict[str, Any]:
        """A ruling on one rule and one source: found only."""
        from article3.lifecycle.reopening import ruling_keys
        from article3.register.known import record

        keys = ruling_keys(("RULE-3",), ("S7",))  # type: ignore[arg-type]
        return {**self._sizes(), "news": "a ruling on one rule and one source", "touched": len(record.found_by(keys)),
                "found_ms": _timed(lambda: record.found_by(keys), runs)}

    def _sizes(self) -> dict[str, int]:
        return {"facts": self.facts, "decisions": self.decisions}

    def _files(self, upto: int) -> Iterator[tuple[tuple[Any, ...], list[tuple[str, bytes]]]]:
        from article3.register.known.record import digest

        for number in range(self.decisions, upto):
            reference, source = f"{self.chance.getrandbits(128):032x}", f"S{self.chance.randrange(MEMBERS)}"
            keys = [f"paper:Q{number}P{paper}" for paper in range(PAPERS_A_PERSON)]
            keys += [f"answer:RULE-{rule}|{source}" for rule in range(ANSWERS)]
            yield tuple({**self.bare, "reference": reference}.values()), [(reference, digest(key)) for key in keys]
        self.decisions = max(self.decisions, upto)

    def _facts(self, upto: int) -> Iterator[tuple[tuple[Any, ...], list[tuple[str, bytes]]]]:
        from article3.register.known.record import digest

        for number in range(self.facts, upto):
            about = digest(f"paper:Q{self.chance.randrange(max(self.decisions, 1))}P0")
            learned = self.now - timedelta(minutes=number)
            yield (f"{number:032x}", about, learned, b"{}"), []
        self.facts = max(self.facts, upto)


_FILE = "register_file"
_LEFT_OUT = {"inside": b"", "shown": b"", "body": b"", "index_digest": b""}


def _some(rows: Iterator[Any]) -> Iterator[list[Any]]:
    from itertools import islice

    while part := list(islice(rows, _BATCH)):
        yield part


def _timed(find: Callable[[], Any], runs: int) -> dict[str, float]:
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        find()
        took.append((time.perf_counter() - began) * 1_000)
    took.sort()
    return {"p50": round(statistics.median(took), 2), "p95": round(took[int(len(took) * 0.95) - 1], 2)}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
