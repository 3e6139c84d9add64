"""Figures of a score against labels: at a threshold, at the best one, and over all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Labels = NDArray[np.bool_]


def figures(scores: Scores, labels: Labels, threshold: float) -> dict[str, Any]:
    """Precision, recall and F1 at the threshold, the best F1 and its threshold, and AUC; None when undefined."""
    found = scores >= threshold
    right, wrong = int((found & labels).sum()), int((found & ~labels).sum())
    missed = int((~found & labels).sum())
    best, at = _best(scores, labels)
    return {"threshold": threshold, "precision": _share(right, right + wrong), "recall": _share(right, right + missed),
            "f1": _share(2 * right, 2 * right + wrong + missed), "best_f1": best, "best_threshold": at,
            "auc": auc(scores, labels)}


def threshold_for(scores: Scores, labels: Labels, precision: float) -> float:
    """The lowest threshold at which the precision wanted is kept; above 1 when none does."""
    ordered, right, places = _ordered(scores, labels)
    kept = np.flatnonzero(right / places >= precision)
    return float(ordered[kept[-1]]) if len(kept) else 1.1


def auc(scores: Scores, labels: Labels) -> float | None:
    """The chance that a pair of one person scores above a pair of two; ties count half."""
    same, other = np.sort(scores[labels]), np.sort(scores[~labels])
    if not len(same) or not len(other):
        return None
    below = np.searchsorted(other, same, "left") + np.searchsorted(other, same, "right")
    return round(float(below.sum()) / 2 / len(same) / len(other), 4)


def by_group(scores: Scores, labels: Labels, groups: Iterable[Iterable[str]], threshold: float) -> dict[str, Any]:
    """For each group the pairs, the share found of one person's pairs, the share wrongly found of the others."""
    members: dict[str, list[int]] = defaultdict(list)
    for place, names in enumerate(groups):
        for name in names:
            members[name].append(place)
    return {name: _group(scores[places] >= threshold, labels[places]) for name, places in sorted(members.items())}


def _group(found: Labels, labels: Labels) -> dict[str, Any]:
    return {"pairs": len(labels), "same": int(labels.sum()),
            "recall": _share(int((found & labels).sum()), int(labels.sum())),
            "false_matches": _share(int((found & ~labels).sum()), int((~labels).sum()))}


def _ordered(scores: Scores, labels: Labels) -> tuple[Scores, NDArray[np.int64], NDArray[np.int64]]:
    """Distinct scores downwards, with the pairs of one person and all pairs from each of them upwards."""
    order = np.argsort(-scores, kind="stable")
    ordered, right = scores[order], np.cumsum(labels[order])
    last = np.append(np.flatnonzero(np.diff(ordered)), len(ordered) - 1)
    return ordered[last], right[last], last + 1


def _best(scores: Scores, labels: Labels) -> tuple[float | None, float | None]:
    if not labels.any():
        return None, None
    ordered, right, places = _ordered(scores, labels)
    f1 = 2 * right / (places + labels.sum())
    return round(float(f1.max()), 4), round(float(ordered[f1.argmax()]), 4)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
