"""`article3 report YEAR`: the statistics and the report to the legislature, from the journal; `--list` names the years.

The same journal gives the same bytes; `--position` gives the report as the journal stood at that entry.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which year, up to which entry, where to, or one figure with the entries behind it."""
    parser.add_argument("year", nargs="?", type=int, help="the year to report on")
    parser.add_argument("--list", action="store_true", help="the years on record")
    parser.add_argument("--position", type=int, metavar="N", help="the journal's first N entries only")
    parser.add_argument("--figure", metavar="ID", help="one figure with the journal entries behind each number")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="write report-YEAR as .html, .pdf and .json there")
    parser.add_argument("--public", action="store_true",
                        help="the public release instead: safe statistics as .json and .csv")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(chosen: argparse.Namespace) -> int:
    """0 reported; 1 there is no such year or figure; 2 neither a year nor --list."""
    if not (chosen.list or chosen.public) and chosen.year is None:
        print("Which year? article3 report --list names the years on record.", file=sys.stderr)
        return 2
    from article3.commands.serve import prepare

    prepare()
    from article3 import wiring

    if chosen.list:
        return _listed(wiring.years(), chosen.format)
    if chosen.public:
        return _public(chosen)
    try:
        report = wiring.report(None, chosen.year, chosen.position)
    except wiring.NotFound:
        print(f"Nothing is on record for {chosen.year}. On record: {', '.join(map(str, wiring.years())) or 'no year'}.")
        return 1
    if chosen.figure:
        return _one(report, chosen.figure, chosen.format)
    if chosen.out:
        return _written(report, chosen.out)
    return _shown(report, chosen.format)


def _listed(years: list[int], form: str) -> int:
    print(json.dumps({"years": years}) if form == "json" else "\n".join(map(str, years)) or "No year is on record.")
    return 0


def _shown(report: Any, form: str) -> int:
    from article3.oversight.report import as_data, as_text

    print(json.dumps(as_data(report), indent=2, ensure_ascii=False) if form == "json" else as_text(report))
    return 0


def _one(report: Any, figure: str, form: str) -> int:
    from article3.oversight.report import as_data, number, word

    found = [each for each in as_data(report)["figures"] if each["id"] == figure.upper()]
    if not found:
        print(f"There is no figure {figure}; there are: {', '.join(told.figure.id for told in report.figures)}.")
        return 1
    one = found[0]
    if form == "json":
        print(json.dumps(one, indent=2, ensure_ascii=False))
        return 0
    print(f"{one['id']} {one['title']} ({one['unit']})\n{one['definition']}\nQuery: {one['query']}\n"
          f"Journal position: {report.position}, root {report.root}")
    for row in one["rows"]:
        for column, value, entries in zip(one["columns"], row["values"], row["entries"], strict=False):
            print(f"  {word(row['label'])}, {word(column)}: {number(value)}  entries {' '.join(map(str, entries))}")
    return 0


def _written(report: Any, folder: Path) -> int:
    from article3 import wiring
    from article3.oversight.printed import as_html, as_typst
    from article3.oversight.report import as_data

    folder.mkdir(parents=True, exist_ok=True)
    documents = {
        "html": as_html(report).encode(), "pdf": wiring.pdf(*as_typst(report)),
        "json": (json.dumps(as_data(report), indent=2, ensure_ascii=False) + "\n").encode()}  # fmt: skip
    for kind, content in documents.items():
        path = folder / f"report-{report.year}.{kind}"
        path.write_bytes(content)
        print(path)
    return 0


def _public(chosen: argparse.Namespace) -> int:
    """3 when a file of an earlier release says something else of its year: what was published stays published."""
    from article3 import wiring
    from article3.oversight import release as of

    made = [one for one in wiring.public_releases() if chosen.year in (None, one.year)]
    if not made:
        print(f"{chosen.year} is not over or not on record: a year is released once, when it is over.")
        return 1
    if not chosen.out:
        print(json.dumps([of.as_data(one) for one in made], indent=2) if chosen.format == "json" else of.as_csv(made))
        return 0
    chosen.out.mkdir(parents=True, exist_ok=True)
    for one in made:
        path = chosen.out / f"statistics-{one.year}.json"
        anew = of.as_data(one)
        if path.exists() and not of.same_as_before(json.loads(path.read_text(encoding="utf-8")), anew):
            print(f"{path} holds a release of {one.year} that says something else. Two releases of one year can be "
                  f"subtracted from each other: nothing was written.", file=sys.stderr)
            return 3
        path.write_text(json.dumps(anew, indent=2) + "\n", encoding="utf-8")
        path.with_suffix(".csv").write_text(of.as_csv([one]), encoding="utf-8")
        print(path)
    (chosen.out / "dictionary.csv").write_text(of.dictionary_csv(), encoding="utf-8")
    return 0
