"""Gate calibration on invented years with planted error rates: how often its intervals hold the true share."""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from math import sqrt
from typing import Any

REQUESTERS = 12
ONE_IN = 10
"""Drawn by lot in the invented years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """One requester's year: approvals, errors among them, and how often an error meets somebody who complains."""

    approvals: int
    errors: int
    complain: float
    complain_in_vain: float = 0.02


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many years, from which seed."""
    parser.add_argument("--years", type=int, default=200, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(chosen: argparse.Namespace) -> int:
    """0 when the intervals hold the planted share as often as they state; 1 when not."""
    told = measured(chosen.years, chosen.seed)
    print(json.dumps(told, indent=2) if chosen.format == "json" else as_text(told))
    return int(not told["holds"])


def measured(years: int, seed: int) -> dict[str, Any]:
    """Coverage of the intervals, of the share that complaints alone would give, and how far each lies off."""
    from article3.oversight.calibration import LEVEL, calibrated

    chance = random.Random(seed)
    held = asked = silent = below = 0
    off, naive_off, widths = [], [], []
    for _ in range(years):
        for _ in range(REQUESTERS):
            planted = plant(chance)
            line = calibrated("", year(chance, planted))
            if line.wrong is None:
                silent += 1
                continue
            true = 100 * planted.errors / planted.approvals
            asked += 1
            held += line.wrong.low - 0.06 <= true <= line.wrong.high + 0.06  # shares are printed to one decimal
            widths.append(line.wrong.high - line.wrong.low)
            off.append(line.wrong.estimate - true)
            complaints = 100 * line.overturned / line.passed
            naive_off.append(complaints - true)
            below += complaints < true - 0.06
    coverage = held / asked
    return {"years": years, "seed": seed, "intervals": asked, "without_a_draw": silent, "level": LEVEL,
            "coverage": round(coverage, 4), "holds": coverage >= LEVEL - 2 * sqrt(LEVEL * (1 - LEVEL) / asked),
            "mean_width_points": round(sum(widths) / asked, 2), "mean_off_points": round(sum(off) / asked, 3),
            "complaints_only_mean_off_points": round(sum(naive_off) / asked, 2),
            "complaints_only_too_low": round(below / asked, 3)}


def plant(chance: random.Random) -> Planted:
    """A requester of any size, with any share of errors up to four in ten, of whom few or many complain."""
    approvals = chance.choice((15, 40, 120, 400))
    return Planted(approvals=approvals, errors=round(approvals * chance.choice((0, 0.01, 0.05, 0.15, 0.4))),
                   complain=chance.choice((0.02, 0.1, 0.3, 0.7)))


def year(chance: random.Random, planted: Planted) -> list[Any]:
    """Its approvals: some complained of, some drawn by lot, most seen by nobody again."""
    from article3.oversight.calibration import Passed

    found = []
    for number in range(planted.approvals):
        wrong = number < planted.errors
        complained = chance.random() < (planted.complain if wrong else planted.complain_in_vain)
        drawn = not complained and chance.random() < 1 / ONE_IN
        found.append(Passed(looked_at=complained, drawn=drawn, wrong=wrong if complained or drawn else None,
                            by="secretariat" if complained and wrong else ""))
    return found


def as_text(told: dict[str, Any]) -> str:
    """The figures for a person."""
    return (f"Calibration: {told['years']} invented years of {REQUESTERS} requesters (seed {told['seed']})\n"
            f"  {told['intervals']} intervals at {told['level']:.0%}: the planted share lies within "
            f"{told['coverage']:.1%} of them (at least as often as stated: {'yes' if told['holds'] else 'NO'})\n"
            f"  mean width {told['mean_width_points']} points, estimate off by {told['mean_off_points']} points on "
            f"average\n"
            f"  complaints alone: too low in {told['complaints_only_too_low']:.1%}, off by "
            f"{told['complaints_only_mean_off_points']} points on average\n"
            f"  nothing drawn, nothing said: {told['without_a_draw']}")
