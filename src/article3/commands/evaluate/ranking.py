"""How often an order puts one group before another (the area under the curve), with its interval."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

SEED = 20_220_128
RESAMPLES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Share of pairs in the wanted order, ties half, with a 95 % interval by resampling; None without pairs."""

    auc: float | None
    low: float | None
    high: float | None
    first_rows: int
    second_rows: int
    pairs: int

    def document(self) -> dict[str, Any]:
        """The figures for JSON, with the names of what was counted."""
        shown = asdict(self)
        return {"auc": shown["auc"], "low_95": shown["low"], "high_95": shown["high"],
                "misuse_rows": self.first_rows, "ordinary_rows": self.second_rows, "pairs": self.pairs}


def share_first(first: Sequence[Any], second: Sequence[Any], *, resamples: int = RESAMPLES) -> Share:
    """Share of pairs (one of each) in which the first group's key sorts before the second's.

    The interval comes from resampling both groups with a fixed seed (percentiles 2.5 and 97.5).
    """
    if not first or not second:
        return Share(auc=None, low=None, high=None, first_rows=len(first), second_rows=len(second), pairs=0)
    places = {key: place for place, key in enumerate(sorted({*first, *second}))}
    a, b = [places[key] for key in first], [places[key] for key in second]
    dice = random.Random(SEED)
    drawn = sorted(_share(dice.choices(a, k=len(a)), dice.choices(b, k=len(b))) for _ in range(resamples))
    return Share(auc=round(_share(a, b), 4), low=round(drawn[int(resamples * 0.025)], 4),
                 high=round(drawn[int(resamples * 0.975)], 4), first_rows=len(a), second_rows=len(b),
                 pairs=len(a) * len(b))


def _share(first: list[int], second: list[int]) -> float:
    """By counting along the places, so that many rows cost no more than many places."""
    counted, behind, wins = Counter(first), Counter(second), 0.0
    left = len(second)
    for place in sorted({*counted, *behind}):
        left -= behind[place]
        wins += counted[place] * (left + behind[place] / 2)
    return wins / (len(first) * len(second))


def exact_interval(hits: int, of: int) -> tuple[float | None, float | None]:
    """The exact (Clopper-Pearson) 95 % interval of a share, by bisection on the binomial tails."""
    if of == 0:
        return None, None
    low = 0.0 if hits == 0 else _bisect(lambda p: _at_least(hits, of, p) - 0.025)
    high = 1.0 if hits == of else _bisect(lambda p: 0.025 - _at_most(hits, of, p))
    return round(low, 4), round(high, 4)


def _bisect(rising: Any) -> float:
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (low, middle) if rising(middle) > 0 else (middle, high)
    return (low + high) / 2


def _at_least(hits: int, of: int, p: float) -> float:
    return 1 - _at_most(hits - 1, of, p)


def _at_most(hits: int, of: int, p: float) -> float:
    from math import comb

    return sum(comb(of, k) * p**k * (1 - p) ** (of - k) for k in range(hits + 1))
