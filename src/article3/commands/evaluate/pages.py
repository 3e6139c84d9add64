"""`article3 evaluate pages`: every page of every seat of the demo: its weight, its time, who is kept out.

Bars: no request over 100 kB, the 95th percentile of each page under half a second (users.md), no violation found by
axe, no layout shift and nothing that sticks out (`--fit`). A page that nobody reaches is reported too.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LARGEST_BYTES = 100_000
SLOWEST_P95_S = 0.5
SITES = {"secretariat": ("secretariat/",), "bureau": ("bureau/", "programs/"), "oversight": ("oversight/",),
         "desk": ("protective/",), "front": ("front_line/",), "protection": ("protection/",),
         "custodian": ("custodian/",), "commission": ("commission/",), "public": ("public/", "tour/", "portal/"),
         "applicant": ("portal/",)}  # fmt: skip
"""How the addresses of each kind of seat begin, its first page first; the public and an applicant need no seat."""
NOT_IN_THE_DEMO = {
    "": "leads to the tour or to one's seat", "seats/": "leads on whoever holds one mandate",
    "secretariat/checks/<str:check>/": "wants an approval on which the lot fell",
    "bureau/drafts/<str:draft>/": "leads to the draft's first sheet",
    "programs/hooks/<str:hook>/": "wants a hook",
    "portal/ask/": "leads to the question that is next",
    "portal/ask/remove/<str:role>/<str:digest>/": "wants a paper given with an unsent request",
    "portal/request/papers/<str:digest>/": "wants a paper given with a request",
    "portal/request/not-updated/": "wants an order carried out", "portal/request/status-letter/": "wants an order",
    "portal/request/letters/<str:letter>/pdf/": "hands out a document",
    "commission/requests/<str:reference>/papers/<str:digest>/": "wants a paper given with a request",
    "commission/letters/<str:letter>/leave/": "wants an application for leave",
    "bureau/told/<str:reference>/": "wants members informed by order of the Commission",
    "bureau/incoming/<str:reference>/papers/<str:sha256>/": "wants a paper in the demo",
    "protective/files/<str:reference>/papers/<str:sha256>/": "wants a paper in the demo",
    "bureau/items/<str:reference>/correct/": "wants a fault that is the source's to mend",
    "bureau/confidence/<str:id>/answer/<str:opening>/": "wants a request to open an origin",
    "bureau/confidence/<str:id>/withdraw/": "only answers a form",
    "custodian/origins/<str:id>/<str:opening>/": "wants a request to open an origin",
    "custodian/same/<str:reference>/<str:id>/": "wants a doubt about a person",
    "protection/attestations/<str:id>/confirm/": "only answers a form",
    "secretariat/files/<str:reference>/under-seal/<str:id>/fact/": "wants a file the reader took up under seal",
    "secretariat/files/<str:reference>/under-seal/<str:id>/open/": "wants a file the reader took up under seal",
    "secretariat/files/<str:reference>/under-seal/<str:id>/tell/": "wants a file the reader took up under seal",
}
"""Pages this world has no story for, each with its reason: tests/sites and tests/commission open them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How often each page is asked for; whether axe looks on."""
    parser.add_argument("--times", type=int, default=0, metavar="N", help="ask for each page N times: p50 and p95")
    parser.add_argument("--axe", action="store_true",
                        help="look at every page in a browser, English and Arabic, with axe (needs the test packages)")
    parser.add_argument("--fit", action="store_true",
                        help="measure every page in a browser: layout shift, reflow, zoom, spacing, motion, forced "
                             "colours, paper; English and Arabic, desk and phone (needs the test packages)")
    parser.add_argument("--json", action="store_true", help="one line of JSON a page")


def run(chosen: argparse.Namespace) -> int:
    """0 when every page keeps the bars, 1 otherwise. Where there is no demo yet, one is built first."""
    from article3.commands.demo.served import built, served

    home = Path(os.environ.get("ARTICLE3_HOME") or ".article3").absolute()
    built(home)
    os.environ |= {"ARTICLE3_HOME": str(home), "ARTICLE3_DEMO": "1",
                   "DJANGO_SETTINGS_MODULE": "article3.project.settings"}  # fmt: skip
    import django

    django.setup()
    with served(home) as port:
        walks = list(walked(home, port))
        wrong = _weights(walks, chosen)
        wrong += [each for walk in walks for each in walk.broken]
        wrong += _static(walks[0].visit)
        wrong += _times(walks, chosen.times) if chosen.times else []
        wrong += unreached(walks)
        wrong += _tour(port)
        if chosen.axe:
            from article3.commands.evaluate import seen_by_axe

            wrong += seen_by_axe.look(walks, port)
        if chosen.fit:
            from article3.commands.evaluate import seen_to_fit

            wrong += seen_to_fit.look(walks, port)
    for each in wrong:
        print(f"WRONG {each}")
    return 1 if wrong else 0


def walked(home: Path, port: int) -> Iterator[Any]:
    """A walk of everybody: all pages of one of each seat and role, and of the others what those did not reach."""
    from article3.commands.evaluate.walking import Walk

    known: dict[str, set[str]] = {}
    for seat, starts, visitor in _visitors(home, port):
        walk = Walk(seat=seat, visit=visitor, known=known.setdefault(seat, set()),
                    sites=SITES[seat.partition(":")[0]])  # fmt: skip
        walk.from_links(starts)
        walk.by_knocking()
        walk.pages = [page for page in walk.pages if page.route not in walk.known]
        walk.known |= set(walk.taken)
        yield walk
        visitor.close()


def _visitors(home: Path, port: int) -> Iterator[tuple[str, list[str], Any]]:
    """Everybody's seat and role, first pages (those of the tour among them) and browser."""
    from article3.commands.demo.served import people, receipt_codes
    from article3.commands.evaluate.walking import Visit

    yield "public", ["/public/", "/tour/", "/portal/"], Visit(port=port)
    for code in receipt_codes(home):
        yield "applicant", ["/portal/"], Visit(port=port, cookies={"article3-request": code})
    stops = _stops()
    for person in people(home):
        visitor = Visit(port=port)
        visitor.get(f"/demo/enter/{person.token}/")
        kind = person.seat.partition(":")[0]
        yield f"{kind}: {person.role}", [f"/{SITES[kind][0]}", *stops.get(person.token, [])], visitor


def _stops() -> dict[str, list[str]]:
    """The pages of the tour, by the token of whoever looks at them."""
    from article3.wiring import tour_room
    from article3.wiring.tour_steps import WALKS, filled

    found: dict[str, list[str]] = {}
    places = tour_room.places()
    for step in (step for walk in WALKS for step in walk.steps):
        chair = tour_room.chair(filled(step.who, places))
        if chair is not None and filled(step.page, places):
            found.setdefault(chair.token, []).append(filled(step.page, places))
    return found


def _tour(port: int) -> list[str]:
    """Every step of the tour: its page opens for its officer and shows what is promised, in English."""
    from article3.commands.evaluate.walking import Visit
    from article3.wiring import tour_room
    from article3.wiring.tour_steps import WALKS, filled

    places, wrong, stops = tour_room.places(), [], 0
    for number, step in ((number, step) for number, walk in enumerate(WALKS, 1) for step in walk.steps):
        visit, chair = Visit(port=port), tour_room.chair(filled(step.who, places))
        if chair is not None:
            visit.get(f"/demo/enter/{chair.token}/")
        page = filled(step.page, places)
        answer = visit.get(page) if page and (chair or not step.who) else None
        if answer is None or answer.status != 200 or step.shows not in html.unescape(answer.body.decode()):
            status = answer.status if answer else "absent"
            wrong.append(f"tour, story {number}: {step.page} ({step.who}): {status}, wants {step.shows!r}")
        stops += 1
        visit.close()
    print(f"tour: {stops} steps of {len(WALKS)} stories, {len(wrong)} of them wrong")
    return wrong


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
    return too_heavy(pages)


def too_heavy(pages: list[Any]) -> list[str]:
    """The pages over the bar."""
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


def unreached(walks: list[Any]) -> list[str]:
    """Pages of the program that nobody in this demo reached."""
    from article3.commands.evaluate.walking import routes

    reached = {route for walk in walks for route in walk.taken}
    return [f"reached by nobody: /{route}" for route in sorted({route for route, _ in routes()} - reached)
            if route not in NOT_IN_THE_DEMO]  # fmt: skip
