"""Names in running text: how many of those planted are found, how many false alarms, how long ten pages take."""

from __future__ import annotations

import random
import time
from argparse import Namespace
from typing import Any

from article3.commands.bench.invented_people import people
from article3.commands.bench.invented_texts import SENTENCES, Planted, page, written_in_text
from article3.commands.progress import progress
from article3.screening.likeness import Particulars
from article3.screening.running_text import Mention, Watch
from article3.terms.scripts import main_script

SEED = 20_220_129
CLEAN_PAGES = 200
DEFINITIONS = {
    "recall": "share of planted names told with their person at their place; in either order, a third misspelled",
    "false_alarms_per_100_pages": "stretches told on pages without a watched person;"
                                  " the innocent people on them bear names of the same stock",
    "ten_pages_ms": "ten pages (5,000 words) of each script, the slowest of the four, seen for the first time",
}


def add_arguments(parser: Any) -> None:
    """How many names are watched and planted."""
    parser.add_argument("--watched", type=int, default=50_000, metavar="N", help="names watched for (50,000)")
    parser.add_argument("--planted", type=int, default=500, metavar="N", help="names planted in the texts (500)")


def measured(args: Namespace) -> dict[str, Any]:
    """The figures: recall by script, false alarms, time."""
    chance, everyone = random.Random(SEED), list(people(args.watched, SEED))
    watched = {_key(person) for person in everyone}
    strangers = [person for person in people(20_000, SEED + 7) if _key(person) not in watched]
    innocent = {script: [written_in_text(chance, person) for person in strangers
                         if main_script(person.names[0]) == script] for script in SENTENCES}
    began = time.perf_counter()
    watch = Watch(enumerate(everyone))
    built = time.perf_counter() - began
    few = {script: names[:40] for script, names in innocent.items()}
    watch.find(page(chance, "Latn", few["Latn"], []).text, watch.index.lane())
    told = {"watched": args.watched, "planted": args.planted, "built_s": round(built, 2), "seed": SEED}
    return told | _found(chance, watch, everyone, innocent, args.planted) | _alarms(chance, watch, innocent) | {
        "ten_pages_ms": _ten_pages(chance, watch, innocent), "definitions": DEFINITIONS}


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
    ])
