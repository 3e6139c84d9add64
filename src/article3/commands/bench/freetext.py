"""Names in running text: how many of those planted are found, how many false alarms, how long ten pages take."""

from __future__ import annotations

import os
import random
import time
from argparse import Namespace
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from article3.commands.bench.invented_people import people
from article3.commands.bench.invented_texts import SENTENCES, Planted, page, written_in_text
from article3.commands.progress import progress
from article3.screening.likeness import Particulars
from article3.screening.running_text import Mention, Watch
from article3.terms.scripts import main_script

SEED = 20_220_129
CLEAN_PAGES = 400
SPREAD = ("recall", "false_alarms_per_100_pages")
"""Figures told of every seed."""
DEFINITIONS = {
    "recall": "share of planted names told with their person at their place; in either order, a third misspelled",
    "false_alarms_per_100_pages": "stretches told on pages without a watched person;"
                                  " the innocent people on them bear names of the same stock",
    "ten_pages_ms": "ten pages (5,000 words) of each script, the slowest of the four, seen for the first time",
    "spread": "the lowest and the highest of all seeds; every seed has names, lists and pages of its own",
}


def add_arguments(parser: Any) -> None:
    """How many names are watched and planted, and how often anew."""
    parser.add_argument("--watched", type=int, default=50_000, metavar="N", help="names watched for (50,000)")
    parser.add_argument("--planted", type=int, default=500, metavar="N", help="names planted in the texts (500)")
    parser.add_argument("--seeds", type=int, default=1, metavar="N",
                        help="with freetext: so many times with other names, on every core, and the spread (1)")


def measured(args: Namespace) -> dict[str, Any]:
    """The figures: recall by script, false alarms, time; of the first seed, and of all where more are asked for."""
    first = of_seed(SEED, args.watched, args.planted, timed=True) | {"definitions": DEFINITIONS}
    if args.seeds < 2:
        return first
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(of_seed, SEED + 100 * number, args.watched, args.planted)
                for number in range(1, args.seeds)]
        every = [first, *(job.result() for job in jobs)]
    return first | {"seeds": [{name: each[name] for name in ("seed", *SPREAD)} for each in every],
                    "spread": {name: (min(each[name] for each in every), max(each[name] for each in every))
                               for name in SPREAD}}


def of_seed(seed: int, watched_count: int, planted: int, *, timed: bool = False) -> dict[str, Any]:
    """The figures of one seed; the time of ten pages where wanted."""
    chance, everyone = random.Random(seed), list(people(watched_count, seed))
    watched = {_key(person) for person in everyone}
    strangers = [person for person in people(20_000, seed + 7) if _key(person) not in watched]
    innocent = {script: [written_in_text(chance, person) for person in strangers
                         if main_script(person.names[0]) == script] for script in SENTENCES}
    began = time.perf_counter()
    watch = Watch(enumerate(everyone))
    built = time.perf_counter() - began
    few = {script: names[:40] for script, names in innocent.items()}
    watch.find(page(chance, "Latn", few["Latn"], []).text, watch.index.lane())
    return {"watched": watched_count, "planted": planted, "built_s": round(built, 2), "seed": seed,
            **_found(chance, watch, everyone, innocent, planted), **_alarms(chance, watch, innocent),
            **({"ten_pages_ms": _ten_pages(chance, watch, innocent)} if timed else {})}


def _key(person: Particulars) -> frozenset[str]:
    return frozenset(person.names[0].replace(",", "").lower().split())


def _found(chance: random.Random, watch: Watch, everyone: list[Particulars], innocent: dict[str, list[str]],
           planted: int) -> dict[str, Any]:
    found: dict[str, list[bool]] = {}
    with progress("planted", planted // 2) as step:
        for script in SENTENCES:
            able = [key for key, person in enumerate(everyone) if main_script(person.names[0]) == script]
            for _ in range(planted // len(SENTENCES) // 2):
                names = [(key, written_in_text(chance, everyone[key])) for key in chance.sample(able, 2)]
                text = page(chance, script, innocent[script], names)
                found.setdefault(script, []).extend(_told(text, watch.find(text.text, watch.index.lane())))
                step()
    every = [each for script in found.values() for each in script]
    return {"recall": round(sum(every) / len(every), 4),
            "by_script": {script: round(sum(each) / len(each), 4) for script, each in found.items()}}


def _told(text: Planted, mentions: list[Mention]) -> list[bool]:
    return [any(mention.key == key and mention.start <= start + 3 < mention.stop + 3 for mention in mentions)
            for key, start in text.names]


def _alarms(chance: random.Random, watch: Watch, innocent: dict[str, list[str]]) -> dict[str, Any]:
    alarms = dict.fromkeys(SENTENCES, 0)
    for number in range(CLEAN_PAGES):
        script = tuple(SENTENCES)[number % len(SENTENCES)]
        text = page(chance, script, innocent[script], [])
        alarms[script] += len({(mention.start, mention.stop) for mention in watch.find(text.text, watch.index.lane())})
    return {"pages": CLEAN_PAGES, "alarms": alarms,
            "false_alarms_per_100_pages": round(100 * sum(alarms.values()) / CLEAN_PAGES, 2)}


def _ten_pages(chance: random.Random, watch: Watch, innocent: dict[str, list[str]]) -> float:
    slowest = 0.0
    for script in SENTENCES:
        text = page(chance, script, innocent[script], [], 5_000).text
        began = time.perf_counter()
        watch.find(text, watch.index.lane())
        slowest = max(slowest, time.perf_counter() - began)
    return round(slowest * 1e3, 1)


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a person."""
    return "\n".join([
        f"Names in running text: {figures['planted']} planted, {figures['watched']} watched for",
        f"  found {figures['recall']} of them; by script {figures['by_script']}",
        f"  {figures['false_alarms_per_100_pages']} false alarms in 100 pages;"
        f" ten pages in {figures['ten_pages_ms']} ms",
        *(f"  over {len(figures['seeds'])} seeds {name} from {low} to {high}"
          for name, (low, high) in figures.get("spread", {}).items()),
    ])
