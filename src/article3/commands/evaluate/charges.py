"""`article3 evaluate charges`: what the offence classifier says on labelled charge texts."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from article3.commands.evaluate.charge_rows import BASE, ChargeRow, read_rows
from article3.commands.progress import progress
from article3.law.offences import classify
from article3.terms.offences import OffenceKind

ARTICLE3 = (OffenceKind.EXTREMISM_SPEECH, OffenceKind.POLITICAL_PURE, OffenceKind.MILITARY, OffenceKind.RELIGIOUS)
"""The kinds that bear on Article 3 of the Constitution: a miss here is the dear mistake."""
LEAST_ROWS = 5
"""Labelled rows a kind must have to count in the macro average."""
WANTED = {"micro_f1": 0.90, "macro_f1": 0.80, "article3_recall": 0.95}
"""The figures below which the command ends with exit code 1."""
DEFINITIONS = {
    "rows": "rows of the file; labelled_rows carry offence_kind, base_rows are labelled and of label_set base",
    "micro_f1": "F1 over all (row, kind) pairs of the base rows, each row weighted by its notices",
    "macro_f1": f"mean of the F1 of the kinds with {LEAST_ROWS} labelled rows or more, all labelled rows, unweighted",
    "article3_recall": f"share found of the (row, kind) pairs labelled {', '.join(ARTICLE3)}, all labelled rows,"
                       " unweighted; null when no row carries one of them",
    "micro_f1_unweighted": "F1 over all (row, kind) pairs of all labelled rows, each row counting once",
    "texts_per_s": "texts of all rows classified once, per second of processor time of one core; the words are met"
                   " for the first time, the lexicon is loaded before",
    "by_kind": "all labelled rows, unweighted",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PATH of the rows and the form of the answer."""
    parser.add_argument("path", metavar="PATH", type=Path, help="JSON Lines file of labelled charge texts")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")


def run(args: argparse.Namespace) -> int:
    """Print the figures. Exit code 1 when a figure is below what is wanted, 2 when a row cannot be read."""
    try:
        rows, faults = read_rows(args.path)
    except OSError as trouble:
        rows, faults = [], [str(trouble.strerror)]
    if not faults and not any(row.kinds is not None for row in rows):
        faults = ["no labelled row (offence_kind) in the file"]
    for fault in faults:
        print(f"article3 evaluate charges: {args.path}: {fault}", file=sys.stderr)
    if faults:
        return 2
    report = measured(rows)
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.format == "json" else _as_text(report))
    return 1 if _below(report) else 0


def measured(rows: list[ChargeRow]) -> dict[str, Any]:
    """All figures of product.md's `evaluate charges`, and what stands beside them."""
    found, texts_per_s = _classified(rows)
    labelled = [(row.kinds, kinds, row) for row, kinds in zip(rows, found, strict=True) if row.kinds is not None]
    base = Tally()
    each = Tally()
    for wanted, kinds, row in labelled:
        each.add(wanted, kinds, 1)
        if row.label_set == BASE:
            base.add(wanted, kinds, row.notices)
    counted = [kind for kind in OffenceKind if each.labelled(kind) >= LEAST_ROWS]
    return {
        "rows": len(rows), "labelled_rows": len(labelled),
        "base_rows": sum(row.label_set == BASE for _, _, row in labelled),
        "micro_f1": _rounded(base.f1(OffenceKind)),
        "macro_f1": _rounded(sum(each.f1([kind]) or 0.0 for kind in counted) / len(counted) if counted else None),
        "article3_recall": _rounded(each.recall(ARTICLE3)),
        "micro_f1_unweighted": _rounded(each.f1(OffenceKind)),
        "texts_per_s": round(texts_per_s),
        "by_kind": {str(kind): _kind_figures(each, kind) for kind in OffenceKind
                    if each.labelled(kind) or each.extra[kind]},
        "definitions": DEFINITIONS,
    }


@dataclass(frozen=True, slots=True)
class Tally:
    """Pairs of row and kind: rightly found, found without a label, labelled without being found."""

    right: Counter[OffenceKind] = field(default_factory=Counter)
    extra: Counter[OffenceKind] = field(default_factory=Counter)
    missed: Counter[OffenceKind] = field(default_factory=Counter)

    def add(self, wanted: frozenset[OffenceKind], found: frozenset[OffenceKind], weight: int) -> None:
        """Count one row."""
        self.right.update(dict.fromkeys(wanted & found, weight))
        self.extra.update(dict.fromkeys(found - wanted, weight))
        self.missed.update(dict.fromkeys(wanted - found, weight))

    def labelled(self, kind: OffenceKind) -> int:
        """Weight of the rows labelled with this kind."""
        return self.right[kind] + self.missed[kind]

    def recall(self, kinds: Iterable[OffenceKind]) -> float | None:
        """Share found of what is labelled with these kinds; None when nothing is."""
        right, _, missed = self._sums(kinds)
        return right / (right + missed) if right + missed else None

    def precision(self, kinds: Iterable[OffenceKind]) -> float | None:
        """Share rightly found of what was found of these kinds; None when nothing was."""
        right, extra, _ = self._sums(kinds)
        return right / (right + extra) if right + extra else None

    def f1(self, kinds: Iterable[OffenceKind]) -> float | None:
        """Harmonic mean of precision and recall over these kinds; None when there is nothing to find."""
        right, extra, missed = self._sums(kinds)
        return 2 * right / (2 * right + extra + missed) if right + extra + missed else None

    def _sums(self, kinds: Iterable[OffenceKind]) -> tuple[int, int, int]:
        each = tuple(kinds)
        return tuple(sum(counter[kind] for kind in each)  # type: ignore[return-value]
                     for counter in (self.right, self.extra, self.missed))


def _classified(rows: list[ChargeRow]) -> tuple[list[frozenset[OffenceKind]], float]:
    """The kinds found for every row, and how many texts a second of processor time that was."""
    classify("warm the lexicon")
    found: list[frozenset[OffenceKind]] = []
    with progress("charges", len(rows)) as step:
        began = time.process_time()
        for row in rows:
            found.append(frozenset(classify(row.charge, row.translation).kinds))
            step()
        took_s = time.process_time() - began
    return found, len(rows) / max(took_s, 1e-9)


def _kind_figures(each: Tally, kind: OffenceKind) -> dict[str, Any]:
    return {"labelled": each.labelled(kind), "right": each.right[kind], "extra": each.extra[kind],
            "missed": each.missed[kind], "precision": _rounded(each.precision([kind])),
            "recall": _rounded(each.recall([kind])), "f1": _rounded(each.f1([kind]))}


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)


def _below(report: Mapping[str, Any]) -> bool:
    return any(report[name] is not None and report[name] < least for name, least in WANTED.items())


def _as_text(report: Mapping[str, Any]) -> str:
    lines = [f"{report['rows']} rows, {report['labelled_rows']} labelled, {report['base_rows']} of them base.", ""]
    lines += [f"{name:20} {report[name]!s:>8}  (wanted {least})" for name, least in WANTED.items()]
    lines += [f"{name:20} {report[name]!s:>8}" for name in ("micro_f1_unweighted", "texts_per_s")]
    lines += ["", f"{'kind':36} labelled right extra missed    f1"]
    lines += [f"{kind:36} {figures['labelled']:8} {figures['right']:5} {figures['extra']:5} {figures['missed']:6}"
              f" {figures['f1'] or 0.0:5.3f}" for kind, figures in report["by_kind"].items()]
    return "\n".join([*lines, "", *(f"{name}: {meaning}." for name, meaning in report["definitions"].items())])
