"""`article3 research`: search the public sources for a case, read a file for it, or carry out what was ordered.

Under a named officer's mandate. Which sources may be asked stands in the operator's file (docs/research.md); without it
nothing leaves the house. Whatever it comes to stands in the research log; an excerpt waits for a person.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from article3.terms.finding import Refused

KINDS = ("feed", "hudoc", "reliefweb", "gdelt", "gkg", "warc", "html", "pdf", "text")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The case, who asks, and what is read."""
    parser.add_argument("reference", nargs="?", metavar="CASE", help="reference of the file under review")
    parser.add_argument("--officer", metavar="NAME", help="who asks: the name to sign in with")
    parser.add_argument("--seat", default="secretariat", metavar="SEAT", help="the officer's seat (secretariat)")
    parser.add_argument(
        "--by-name", default="", metavar="REASON", help="give the person's name to the sources, and why"
    )
    parser.add_argument("--file", type=Path, help="read this page, feed, web archive, PDF or answer instead")
    parser.add_argument("--kind", default="", choices=KINDS, help="of the file; without it, by its first bytes")
    parser.add_argument("--source", default="", metavar="NAME", help="with --file: where it comes from")
    parser.add_argument("--address", default="", metavar="URL", help="with --file: where it was public")
    parser.add_argument(
        "--published", type=date.fromisoformat, metavar="DAY", help="with --file: where it does not say"
    )
    parser.add_argument("--owed", action="store_true", help="carry out the searches that were ordered and are not done")
    parser.add_argument("--sources", action="store_true", help="show which sources may be asked")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")


def run(chosen: argparse.Namespace) -> int:
    """0 something bears on the case, or what was owed is done; 1 nothing found; 2 wrong use; 3 refused."""
    from article3.commands.serve import set_up

    set_up()
    from article3 import wiring

    if chosen.sources:
        return _sources(chosen)
    if chosen.owed:
        print(f"{len(wiring.carry_out_searches())} searches carried out.")
        return 0
    sitting = wiring.sitting_of(chosen.officer or "", chosen.seat)
    if not chosen.reference or sitting is None:
        print("article3 research: say which case, and under whose mandate: CASE --officer NAME", file=sys.stderr)
        return 2
    try:
        done = _read(chosen, sitting) if chosen.file else _searched(chosen, sitting)
    except wiring.NotFound:
        print("There is no such case for this officer.", file=sys.stderr)
        return 2
    return _told(chosen, done)


def start_owed() -> None:
    """Carry out what was ordered in a process of its own: a source that is slow keeps nobody waiting on the line."""
    from article3 import wiring

    if not wiring.searches_owed() or (_RUNNING and _RUNNING[-1].poll() is None):
        return
    command = [sys.executable, "-m", "article3.project.cli", "research", "--owed"]
    _RUNNING[:] = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)]


_RUNNING: list[subprocess.Popen[bytes]] = []


def _sources(chosen: argparse.Namespace) -> int:
    from django.conf import settings

    from article3 import wiring

    listed = wiring.research_sources().sources
    if not listed:
        print(f"No source is named: {settings.RESEARCH_SOURCES} is not there or empty. Nothing leaves the house.")
        return 1
    for source in listed:
        print(f"{source.name}: {source.kind}, {source.address}, in {', '.join(source.languages)}"
              f"{', inside the house' if source.internal else ''}")  # fmt: skip
    return 0


def _read(chosen: argparse.Namespace, sitting: Any) -> Any:
    from article3 import wiring

    try:
        content = chosen.file.read_bytes()
    except OSError as trouble:
        raise Refused(f"{chosen.file} cannot be read: {trouble.strerror}.") from trouble
    brought = wiring.Brought(content=content, name=chosen.file.name, source=chosen.source, address=chosen.address,
                             published_on=chosen.published, kind=chosen.kind)  # fmt: skip
    return wiring.read_papers(sitting, chosen.reference, brought)


def _searched(chosen: argparse.Namespace, sitting: Any) -> Any:
    from article3 import wiring
    from article3.acts.order_search import OrderSearch

    order = OrderSearch(reference=chosen.reference, order=wiring.new_reference(), by_name_because=chosen.by_name)
    wiring.perform(order, sitting=sitting)
    for done in wiring.carry_out_searches():
        if done.order == order.order:
            return done
    raise Refused("Another program is carrying the search out: look at the page of the case.")


def _told(chosen: argparse.Namespace, done: Any) -> int:
    rows = [{"query": line.query, "source": line.source, "language": line.language, "answers": line.answers,
             "found": line.found, "failure": line.failure, "sha256": line.sha256} for line in done.entries]  # fmt: skip
    laid = [{"sentence": each.sentence, "source": each.source, "title": each.title, "address": each.address,
             "language": each.language, "published_on": each.published_on and each.published_on.isoformat(),
             "because": list(each.because), "sha256": each.sha256} for each in done.excerpts]  # fmt: skip
    if chosen.format == "json":
        print(json.dumps({"log": rows, "excerpts": laid}, ensure_ascii=False, indent=2))
        return 0 if laid else 1
    for row in rows:
        print(f"{row['source']} ({row['language']}): {row['query']}: {row['failure'] or row['answers']}")
    for each in laid:
        print(f"\n“{each['sentence']}”\n   {each['title'] or each['source']}, {each['published_on'] or 'no day'}\n   "
              + "\n   ".join(each["because"]))  # fmt: skip
    print(f"\n{len(laid)} sentences lie beside the case. None has any effect until a reviewer takes it as a fact.")
    return 0 if laid else 1
