"""`article3 evaluate names`: the comparison on labelled pairs, with and without dates and countries, beside a peer."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from article3.commands.bench import peer
from article3.commands.evaluate.name_figures import Labels, Scores, by_group, figures, threshold_for
from article3.commands.evaluate.name_retrieval import retrieval_figures
from article3.commands.evaluate.name_rows import NamePair, read_pairs
from article3.commands.progress import progress
from article3.screening.balance import THRESHOLD, score
from article3.screening.likeness import Comparison, beside
from article3.screening.name_symbols import CATALOGUE, name_symbols
from article3.screening.sheets import compared_pairs, sheets
from article3.screening.vocabulary import Vocabulary, forget

PRECISION = 0.97
"""The overall precision at which recall by script is told."""
FLOORS = {("entity", "f1"): 0.90, ("name", "f1"): 0.85, ("entity", "auc"): 0.96}
"""The figures below which the command ends with exit code 1."""
RIGHT_CANDIDATE, FOUND = 0.93, 0.90
"""With retrieval.csv, dates and countries: the right record among those compared; found at 0.06 false hits a query."""
SCRIPT_FLOOR, SCRIPT_PAIRS = 0.60, 50
DEFINITIONS = {
    "name": "the two names alone", "entity": "with dates of birth and countries",
    "by_kind": "recall of the pairs of one person and share of false matches, at the default threshold",
    "by_script": f"the same for every script, at the threshold that gives an overall precision of {PRECISION}",
    "pairs_per_s": "pairs a second of processor time of one core, from text, laid out and compared as in entity mode;"
                   " tables and compiled code are loaded before, the tokens are met for the first time",
    "pairs_per_s_without_catalogue": "the same without the optional catalogue of names: how article3 is installed",
    "prepared_pairs_per_s": "the same, date and country included, once the people are laid out in arrays",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PATH of the pairs, the form of the answer, and the peer."""
    parser.add_argument("path", metavar="PATH", type=Path, help="JSON Lines of labelled pairs, or retrieval.csv")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")
    parser.add_argument("--peer", metavar="NAME", help="measure a peer in the same run: nomenklatura, or"
                                                       " nomenklatura:ALGORITHM (logic-v2)")
    parser.add_argument("--peer-queries", type=int, default=1_000, metavar="N",
                        help="with retrieval.csv: questions put to the peer (1,000)")
    parser.add_argument("--records", type=int, default=0, metavar="N", help="with retrieval.csv: fill up to N records")
    parser.add_argument("--no-symbols", action="store_true", help="without the catalogue of names (retrieval.csv)")
    parser.add_argument("--half", choices=("first", "second"), help="every other row only, for development")


def run(args: argparse.Namespace) -> int:
    """Print the figures. Exit code 1 when a figure is below its floor, 2 when a row cannot be read."""
    if args.path.suffix == ".csv":
        return _retrieval(args)
    try:
        pairs, faults = read_pairs(args.path)
    except OSError as trouble:
        pairs, faults = [], [str(trouble.strerror)]
    if not faults and not pairs:
        faults = ["no pair in the file"]
    for fault in faults:
        print(f"article3 evaluate names: {args.path}: {fault}", file=sys.stderr)
    if faults:
        return 2
    if args.half:
        pairs = pairs[args.half == "second"::2]
    report = measured(pairs)
    if args.peer:
        from article3.commands.evaluate.name_peer import peer_figures

        report["peer"] = peer_figures(pairs, args.peer, form)
        report["ratio"] = {"pairs_per_s": round(report["pairs_per_s"] / report["peer"]["pairs_per_s"], 1),
                           "without_catalogue": round(report["pairs_per_s_without_catalogue"]
                                                     / report["peer"]["pairs_per_s"], 1),
                           "prepared": round(report["prepared_pairs_per_s"] / report["peer"]["pairs_per_s"], 1)}
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.format == "json" else as_text(report))
    return 1 if below(report) else 0


def _retrieval(args: argparse.Namespace) -> int:
    """The index on labelled questions, with the people of the file beside it."""
    try:
        peer.check(args.peer)
        told = retrieval_figures(args.path, args.records, None if args.no_symbols else name_symbols, args.half,
                                 args.peer_queries if args.peer else 0)
    except (OSError, KeyError) as trouble:
        print(f"article3 evaluate names: {args.path}: {trouble}", file=sys.stderr)
        return 2
    print(json.dumps(told, ensure_ascii=False, indent=2))
    told = told["entity"]
    return 1 if told["right_candidate"] < RIGHT_CANDIDATE or told["at_false_hits"]["0.06"]["found"] < FOUND else 0


def measured(pairs: list[NamePair]) -> dict[str, Any]:
    """All figures of product.md's `evaluate names`, and what stands beside them."""
    Comparison(Vocabulary(name_symbols)).compare(pairs[0].left, pairs[0].right)
    comparison = Comparison(Vocabulary(name_symbols))
    names, entities = _scored(comparison, pairs)
    prepared = _prepared(comparison.vocabulary, pairs, entities)
    by_sound, from_text = (_from_text(Vocabulary(symbols_of), pairs) for symbols_of in (None, name_symbols))
    labels = np.array([pair.same for pair in pairs])
    return {"rows": len(pairs), "name": form(names, labels, pairs, THRESHOLD),
            "entity": form(entities, labels, pairs, THRESHOLD),
            "pairs_per_s": round(len(pairs) / from_text), "prepared_pairs_per_s": round(len(pairs) / prepared),
            "pairs_per_s_without_catalogue": round(len(pairs) / by_sound),
            "catalogue_of_names": CATALOGUE, "definitions": DEFINITIONS}


def _from_text(vocabulary: Vocabulary, pairs: list[NamePair]) -> float:
    """Seconds of one core for all pairs from their texts, none of whose tokens the vocabulary has met."""
    forget()
    name_symbols.cache_clear()
    gc.collect()
    began = time.process_time()
    left, right = sheets([[pair.left for pair in pairs], [pair.right for pair in pairs]], vocabulary)
    compared_pairs(left, right, vocabulary)
    return time.process_time() - began


def _prepared(vocabulary: Vocabulary, pairs: list[NamePair], entities: Scores) -> float:
    """Seconds of one core for all pairs once they are laid out; the figures must be those of the comparison above."""
    left, right = sheets([[pair.left for pair in pairs], [pair.right for pair in pairs]], vocabulary)
    compared_pairs(left, right, vocabulary)
    began = time.process_time()
    _, points = compared_pairs(left, right, vocabulary)
    spent = time.process_time() - began
    assert np.allclose([score(each) for each in points], entities, atol=1e-4), "both ways of comparing agree"
    return spent


def form(scores: Scores, labels: Labels, pairs: list[NamePair], threshold: float) -> dict[str, Any]:
    """The figures of one mode: overall, by kind, by script."""
    strict = threshold_for(scores, labels, PRECISION)
    return figures(scores, labels, threshold) | {
        "by_kind": by_group(scores, labels, ((pair.kind,) for pair in pairs), threshold),
        "precise_threshold": round(strict, 4),
        "by_script": by_group(scores, labels, (pair.scripts for pair in pairs), strict),
    }


def _scored(comparison: Comparison, pairs: list[NamePair]) -> tuple[Scores, Scores]:
    names, entities = np.zeros(len(pairs)), np.zeros(len(pairs))
    with progress("pairs", len(pairs)) as step:
        for place, pair in enumerate(pairs):
            points = max((comparison.points(comparison.name(one), comparison.name(other))
                          for one in pair.left.names for other in pair.right.names), default=-30.0)
            names[place] = score(points)
            entities[place] = score(points + sum(beside(pair.left, pair.right).values()))
            step()
    return names, entities


def below(report: dict[str, Any]) -> list[str]:
    """The figures that miss their floor."""
    low = [f"{mode}.{name}" for (mode, name), floor in FLOORS.items()
           if report[mode][name] is not None and report[mode][name] < floor]
    scripts = report["entity"]["by_script"].items()
    return low + [f"entity.by_script.{name}" for name, told in scripts
                  if told["same"] >= SCRIPT_PAIRS and told["recall"] < SCRIPT_FLOOR]


def as_text(report: dict[str, Any]) -> str:
    """The figures for a person."""
    lines = [f"{report['rows']} pairs; {report['pairs_per_s']} a second from text,"
             f" {report['prepared_pairs_per_s']} prepared (one core)"]
    for whose, told in (("ours", report), *((("peer " + report["peer"]["algorithm"], report["peer"]),)
                                            if "peer" in report else ())):
        for mode in ("name", "entity"):
            lines.append(f"{whose}, {mode}: " + ", ".join(
                f"{name} {told[mode][name]}" for name in ("precision", "recall", "f1", "best_f1", "auc")))
            lines += [f"  {kind}: {group['pairs']} pairs, recall {group['recall']}, false {group['false_matches']}"
                      for kind, group in told[mode]["by_kind"].items()]
    missed = below(report)
    return "\n".join([*lines, f"Below the floor: {', '.join(missed)}" if missed else "Every floor is reached."])
