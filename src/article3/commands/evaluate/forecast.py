"""The workload forecast and the order of work on planted loads, beside first come, first served."""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import asdict
from typing import Any

DAYS = 260
LOADS = {"light": 0.8, "full": 1.0, "heavy": 1.15, "flood": 1.5}
"""Work that comes, in parts of what the desk can do."""
A_DAY = 20.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many years of each load, from which seed."""
    parser.add_argument("--years", type=int, default=20, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(chosen: argparse.Namespace) -> int:
    """0 when the order loses no more than first come on every load and starves nobody; 1 otherwise."""
    told = measured(chosen.years, chosen.seed)
    print(json.dumps(told, indent=2) if chosen.format == "json" else as_text(told))
    return int(not told["better"])


def measured(years: int, seed: int) -> dict[str, Any]:
    """Late, late and harmful, days of harm, longest wait: by load and order, a year on average; the forecast's hits."""
    from article3.oversight.forecast import GUARD_DAYS, first_come, least_lost, outcome, worked

    chance, loads = random.Random(seed), {}
    for name, load in LOADS.items():
        sums: dict[str, dict[str, float]] = {"first_come": {}, "least_lost": {}}
        for _ in range(years):
            tasks = planted(chance, load)
            for label, order in (("first_come", first_come), ("least_lost", least_lost)):
                for key, value in asdict(outcome(worked(tasks, A_DAY, DAYS, order), DAYS)).items():
                    sums[label][key] = sums[label].get(key, 0) + value / years
        loads[name] = {label: {key: round(value, 1) for key, value in found.items()} for label, found in sums.items()}
    better = all(one["least_lost"][key] <= one["first_come"][key]
                 for one in loads.values() for key in ("late_harmful", "harmful_days"))
    better &= all(one["least_lost"]["late"] <= one["first_come"]["late"] * 1.001 + 0.5 for one in loads.values())
    return {"years": years, "seed": seed, "days": DAYS, "a_day": A_DAY, "guard_days": GUARD_DAYS, "loads": loads,
            "forecast_within": _hits(chance, years), "better": better}


def planted(chance: random.Random, load: float) -> list[Any]:
    """A year's cases: one in four does harm while it waits and is due in a few days, the rest within weeks."""
    from article3.oversight.forecast import Task

    tasks = []
    for day in range(DAYS):
        for number in range(_drawn(chance, A_DAY * load)):
            harmful = chance.random() < 0.25
            tasks.append(Task(id=f"{day}:{number}", came=day, harmful=harmful, effort=chance.choice((0.5, 1.0, 1.5)),
                              due=day + (3 if harmful else chance.choice((10, 20, 40)))))  # fmt: skip
    return tasks


def _hits(chance: random.Random, years: int) -> float:
    """How often the backlog really lay where the forecast said nine in ten would, four weeks ahead."""
    from article3.oversight.forecast import ahead

    hits = tries = 0
    for _ in range(years * 5):
        load = chance.choice((0.9, 1.0, 1.1))
        past = [_drawn(chance, A_DAY * load) for _ in range(60)]
        week = ahead(40, past, A_DAY, weeks=4, draws=200, lot=chance.random)[-1]
        size = 40.0
        for _ in range(20):
            size = max(0.0, size + _drawn(chance, A_DAY * load) - A_DAY)
        hits += week.low <= round(size) <= week.high
        tries += 1
    return round(hits / tries, 3)


def _drawn(chance: random.Random, mean: float) -> int:
    """About so many, as a busy office sees it: uneven days."""
    return max(0, round(chance.gauss(mean, mean**0.5 * 1.3)))


def as_text(told: dict[str, Any]) -> str:
    """The figures for a person."""
    lines = [f"Order of work over {told['years']} planted years of {told['days']} days each (seed {told['seed']}); a "
             f"year on average, first come beside ours"]
    for name, one in told["loads"].items():
        first, ours = one["first_come"], one["least_lost"]
        lines.append(f"  {name:6} late {first['late']} / {ours['late']}; late and harmful {first['late_harmful']} / "
                     f"{ours['late_harmful']}; days of harm {first['harmful_days']} / {ours['harmful_days']}; longest "
                     f"wait {first['longest_days']} / {ours['longest_days']} days")
    lines.append(f"  after {told['guard_days']} days age alone counts: nothing starves")
    lines.append(f"  four weeks ahead the backlog lay within the forecast's nine in ten in "
                 f"{told['forecast_within']:.0%} of planted futures")
    return "\n".join(lines)
