"""`article3 evaluate pages`: every page of every seat of the demo: its weight, its time, who is kept out.

Bars: no request over 100 kB, the 95th percentile of each page under half a second (users.md), no violation found by
axe. A page that nobody reaches is reported too.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LARGEST_BYTES = 100_000
SLOWEST_P95_S = 0.5
WAYS_IN = {"secretariat": "/secretariat/", "bureau": "/bureau/", "oversight": "/oversight/", "desk": "/protective/",
           "front": "/front_line/", "protection": "/protection/", "custodian": "/custodian/",
           "commission": "/commission/", "public": "/public/", "applicant": "/portal/"}  # fmt: skip
"""The first page of each kind of seat; the public and an applicant need none."""
ONLY_AFTER = {
    "portal/leave/": "only answers a form", "portal/ask/": "leads to the question that is next",
    "commission/requests/<str:reference>/act": "only answers a form",
}
"""Addresses that are no page to be looked at, each with its reason."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How often each page is asked for; whether axe looks on."""
    parser.add_argument("--times", type=int, default=0, metavar="N", help="ask for each page N times: p50 and p95")
    parser.add_argument("--axe", action="store_true",
                        help="look at every page in a browser, English and Arabic, with axe (needs the test packages)")
    parser.add_argument("--json", action="store_true", help="one line of JSON a page")


def run(chosen: argparse.Namespace) -> int:
    """0 when every page keeps the bars, 1 otherwise."""
    home = Path(os.environ.get("ARTICLE3_HOME") or ".article3").absolute()
    os.environ |= {"ARTICLE3_HOME": str(home), "ARTICLE3_DEMO": "1",
                   "DJANGO_SETTINGS_MODULE": "article3.project.settings"}  # fmt: skip
    import django

    django.setup()
    from article3.commands.demo.served import served

    with served(home) as port:
        walks = list(walked(home, port))
        wrong = _weights(walks, chosen)
        wrong += [each for walk in walks for each in walk.broken]
        wrong += _static(walks[0].visit)
        wrong += _times(walks, chosen.times) if chosen.times else []
        wrong += _unreached(walks)
        if chosen.axe:
            from article3.commands.evaluate import seen_by_axe

            wrong += seen_by_axe.look(walks, port)
    for each in wrong:
        print(f"WRONG {each}")
    return 1 if wrong else 0


def walked(home: Path, port: int) -> Iterator[Any]:
    """A walk of everybody: all pages of one of each seat and role, and of the others what those did not reach."""
    from article3.commands.demo.served import people, receipt_codes
    from article3.commands.evaluate.walking import Visit, Walk

    known: dict[str, set[str]] = {}
    visitors = [("public", Visit(port=port))]
    visitors += [("applicant", Visit(port=port, cookies={"article3-request": code})) for code in receipt_codes(home)]
    for person in people(home):
        visitor = Visit(port=port)
        visitor.get(f"/demo/enter/{person.token}/")
        visitors.append((f"{person.seat.partition(':')[0]}: {person.role}", visitor))
    for seat, visitor in visitors:
        walk = Walk(seat=seat, visit=visitor, known=known.setdefault(seat, set()))
        start = WAYS_IN[seat.partition(":")[0]]
        walk.from_links(start)
        walk.by_knocking((start.strip("/") + "/",))
        walk.pages = [page for page in walk.pages if page.route not in walk.known]
        walk.known |= set(walk.taken)
        yield walk
        visitor.close()


def _weights(walks: list[Any], chosen: argparse.Namespace) -> list[str]:
    pages = [page for walk in walks for page in walk.pages]
    for page in sorted(pages, key=lambda page: -page.weight_bytes):
        if chosen.json:
            print(json.dumps({"seat": page.seat, "route": page.route, "weight_bytes": page.weight_bytes}))
        else:
            print(f"{page.weight_bytes / 1000:7.1f} kB  {page.seat:32} /{page.route}")
    print(f"{len(pages)} pages of {len({page.seat for page in pages})} seats and roles, "
          f"{len({page.route for page in pages})} addresses; the heaviest "
          f"{max(page.weight_bytes for page in pages) / 1000:.1f} kB")  # fmt: skip
    return [f"weight {page.weight_bytes} bytes: {page.address} ({page.seat})" for page in pages
            if page.weight_bytes > LARGEST_BYTES]  # fmt: skip


def _static(visit: Any) -> list[str]:
    """The files every page carries with it."""
    import re

    page = visit.get("/public/")
    wrong = []
    for address in sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.body.decode()))):
        weight = len(visit.get(address).body)
        print(f"{weight / 1000:7.1f} kB  {address}")
        wrong += [f"weight {weight} bytes: {address}"] if weight > LARGEST_BYTES else []
    return wrong


def _times(walks: list[Any], times: int) -> list[str]:
    """Each page asked for again and again, by its own person."""
    measured = []
    for walk in walks:
        for page in walk.pages:
            took = sorted(walk.visit.get(page.address).seconds for _ in range(times))
            measured.append((took[max(0, -(-95 * len(took) // 100) - 1)], statistics.median(took), page))
        walk.visit.close()
    measured.sort(key=lambda each: -each[0])
    for p95, p50, page in measured:
        print(f"p50 {p50 * 1000:6.0f} ms  p95 {p95 * 1000:6.0f} ms  {page.seat:32} /{page.route}")
    return [f"p95 {p95:.2f} s: {page.address} ({page.seat})" for p95, _, page in measured if p95 > SLOWEST_P95_S]


def _unreached(walks: list[Any]) -> list[str]:
    """Pages of the program that nobody in this demo reached."""
    from article3.commands.evaluate.walking import routes

    reached = {route for walk in walks for route in walk.taken}
    return [f"reached by nobody: /{route}" for route in sorted({route for route, _ in routes()} - reached)
            if route not in ONLY_AFTER]  # fmt: skip
