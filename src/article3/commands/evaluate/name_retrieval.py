"""The index on labelled questions: is the right record found among many, and who else is found."""

from __future__ import annotations

import csv
import gc
import gzip
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from article3.commands.bench import peer
from article3.commands.evaluate.name_rows import particulars
from article3.commands.peer import THRESHOLD as PEER_THRESHOLD
from article3.commands.progress import progress
from article3.screening.balance import THRESHOLD
from article3.screening.index import Index
from article3.screening.likeness import Particulars
from article3.screening.vocabulary import SymbolsOf, forget
from article3.screening.walk import KEPT
from article3.terms.scripts import main_script

SEED = 20_220_128
FALSE_HITS = (0.06, 0.02)
"""False hits a query at which it is told how many are found: the floor and the aim."""
DEFINITIONS = {
    "right_candidate": f"the record asked for is among the {KEPT} of each segment that are compared in full",
    "found": "it scores the default threshold or more; first, first_ten: none, or nine at most, score more",
    "false_hits_per_query": "records at the threshold that belong to somebody else born two or more years apart",
    "at_false_hits": "the most found at a threshold with no more than so many false hits a query",
    "queries_per_cpu_s": "questions for a second of one core, those found at the threshold, first time asked;"
                         " at_once_queries_per_cpu_s: all handed over at once",
    "records": "every person of people.csv.gz beside the questions; beyond them invented recombinations of their names",
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question, the key of the one record to be found, how they differ."""

    asked: Particulars
    key: int
    kind: str


def retrieval_figures(path: Path, records: int, symbols_of: SymbolsOf | None, half: str | None,
                      peer_queries: int = 0) -> dict[str, Any]:
    """The figures with dates and countries, and by names alone; beside the peer over a sample of the questions.

    OSError or KeyError when the files cannot be read.
    """
    people, labelled = _read(path)
    people += list(_recombined(path.parent / "people.csv.gz", records - len(people)))
    began = time.perf_counter()
    index = Index.built(enumerate(people), symbols_of)
    told: dict[str, Any] = {"records": len(people), "build_s": round(time.perf_counter() - began, 1)}
    gc.collect()
    gc.freeze()
    if half:
        labelled = labelled[half == "second"::2]
    for mode in ("entity", "name"):
        told[mode] = _asked(index, people, labelled, mode)
    told["entity"]["at_once_queries_per_cpu_s"] = _at_once(index, labelled)
    if peer_queries:
        told["peer"] = peer.beside(_peer(people, labelled[::max(1, len(labelled) // peer_queries)]),
                                   told["entity"]["queries_per_cpu_s"], told["entity"]["at_once_queries_per_cpu_s"])
    return told | {"queries": len(labelled), "definitions": DEFINITIONS | (peer.DEFINITIONS if peer_queries else {})}


def _at_once(index: Index, labelled: list[Labelled]) -> int:
    """Questions for a second of processor time when all are handed over, those heard before forgotten."""
    index.settle()
    forget()
    began = time.process_time()
    index.ask_all([one.asked for one in labelled], index.lane(), most=1_000)
    return round(len(labelled) / (time.process_time() - began))


def _peer(people: list[Particulars], labelled: list[Labelled]) -> dict[str, Any]:
    """The peer's speed, and the figures of its answers with dates and countries."""
    speed, scores = peer.answers(people, [one.asked for one in labelled])
    return speed | _figures([scores.get(place, {}) for place in range(len(labelled))], people, labelled, PEER_THRESHOLD)


def _read(path: Path) -> tuple[list[Particulars], list[Labelled]]:
    with path.open(encoding="utf-8") as file:
        rows = {row["person"]: row for row in csv.DictReader(file)}
    people, labelled, known = [], [], set[str]()
    for row in _people(path.parent / "people.csv.gz"):
        if row["person"] in known:
            continue
        asked = rows.get(row["person"])
        if asked is None:
            people.append(particulars(row["names"], row["dob"], row["cc"]))
            continue
        known.add(row["person"])
        labelled.append(Labelled(particulars(asked["query_name"], asked["query_dob"], asked["query_cc"]), len(people),
                                 asked["kind"]))
        people.append(particulars(asked["record_name"], asked["record_dob"], asked["record_cc"]))
    return people, labelled


def _people(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from csv.DictReader(file)


Stock = tuple[list[str], list[float], list[str], list[float]]


def _recombined(path: Path, count: int) -> Iterator[Particulars]:
    """Invented people: names of one country and script, drawn unevenly, a third with two given names."""
    if count <= 0:
        return
    stocks, weights = _stocks(path)
    chance, places = random.Random(SEED), list(stocks)
    for place in chance.choices(places, weights, k=count):
        families, family_weights, given, given_weights = stocks[place]
        family = chance.choices(families, cum_weights=family_weights)[0]
        first = chance.choices(given, cum_weights=given_weights, k=1 + (chance.random() < 0.33))
        name = f"{family}, {' '.join(first)}"
        born = chance.randint(1945, 2007) * 10_000 + chance.randint(1, 12) * 100 + chance.randint(1, 28)
        yield Particulars(names=(name.upper() if chance.random() < 0.1 else name,), born=(born,),
                          countries=frozenset({place[0]} if place[0] else ()))


def _stocks(path: Path) -> tuple[dict[tuple[str, str], Stock], list[int]]:
    counted: dict[tuple[str, str], tuple[Counter[str], Counter[str]]] = defaultdict(lambda: (Counter(), Counter()))
    for row in _people(path):
        name = row["names"].partition("|")[0]
        family, comma, given = name.partition(",")
        words = given.split() if comma else name.split()[:-1]
        place = row["cc"].partition(";")[0][:2], main_script(name)
        counted[place][0][family.strip() if comma else name.split()[-1]] += 1
        counted[place][1].update(words)
    stocks = {place: (*_ranked(families, 100), *_ranked(given, 30)) for place, (families, given) in counted.items()
              if len(families) > 5 and len(given) > 5}
    return stocks, [counted[place][0].total() for place in stocks]


def _ranked(names: Counter[str], softness: int) -> tuple[list[str], list[float]]:
    return ([name for name, _ in names.most_common()],
            list(accumulate(1 / (rank + softness) for rank in range(len(names)))))


def _asked(index: Index, people: list[Particulars], labelled: list[Labelled], mode: str) -> dict[str, Any]:
    lane, spent, answers, used = index.lane(), [], [], 0.0
    with progress(mode, len(labelled)) as step:
        for one in labelled:
            asked = one.asked if mode == "entity" else Particulars(names=one.asked.names)
            began, cpu = time.perf_counter(), time.process_time()
            index.ask(asked, lane, least=THRESHOLD, most=1_000)
            spent.append(time.perf_counter() - began)
            used += time.process_time() - cpu
            answers.append({each.key: each.score for each in index.ask(asked, lane, least=0.0, most=1_000)})
            step()
    spent.sort()
    return {**_figures(answers, people, labelled, THRESHOLD), "queries_per_cpu_s": round(len(labelled) / used),
            "p50_ms": round(spent[len(spent) // 2] * 1e3, 3), "p99_ms": round(spent[int(len(spent) * 0.99)] * 1e3, 3)}


def _figures(answers: list[dict[int, float]], people: list[Particulars], labelled: list[Labelled],
             threshold: float) -> dict[str, Any]:
    """What scores by record say: candidates, found, where the right one stands, who else is told."""
    counted, kinds, right, false = Counter[str](), defaultdict(list), [], []
    for one, scores in zip(labelled, answers, strict=True):
        mine = scores.get(one.key, -1.0)
        better = sum(score > mine for score in scores.values())
        kinds[one.kind].append(mine >= 0)
        counted.update(among=mine >= 0, found=mine >= threshold, first=mine >= threshold and not better,
                       first_ten=mine >= threshold and better < 10)
        right.append(mine)
        false += [score for key, score in scores.items() if _other(people[key], one, key)]
    many = len(labelled)
    return {"right_candidate": round(counted["among"] / many, 4), "found": round(counted["found"] / many, 4),
            "first": round(counted["first"] / many, 4), "first_ten": round(counted["first_ten"] / many, 4),
            "false_hits_per_query": round(sum(score >= threshold for score in false) / many, 4),
            "at_false_hits": {str(share): _at(right, sorted(false), share) for share in FALSE_HITS},
            "right_candidate_by_kind": {kind: [len(each), round(sum(each) / len(each), 4)]
                                        for kind, each in sorted(kinds.items())}}


def _at(right: list[float], false: list[float], share: float) -> dict[str, float]:
    """The lowest threshold with no more false hits a query than `share`, and what is found there."""
    allowed = int(share * len(right))
    lowest = 0.0 if len(false) <= allowed else false[len(false) - allowed - 1]
    return {"above": round(lowest, 4), "found": round(sum(score > lowest for score in right) / len(right), 4)}


def _other(person: Particulars, one: Labelled, key: int) -> bool:
    """Somebody else, born two or more years apart; where a date is missing nobody can tell."""
    return key != one.key and bool(person.born and one.asked.born) and all(
        abs(a // 10_000 - b // 10_000) >= 2 for a in person.born for b in one.asked.born)
