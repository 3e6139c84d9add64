"""One database's share of `article3 bench desk`: fill an empty demo, open its pages, print the figures as JSON."""

from __future__ import annotations

import json
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import django


def main(count: int, pages: int, seed: int) -> dict[str, Any]:
    """Build, warm up, measure."""
    from article3.commands.serve import prepare

    prepare()
    began = time.perf_counter()
    desks = _furnish(count, seed)
    built = time.perf_counter() - began
    told = {name: _measured(visit, pages) for name, visit in _visits(desks, random.Random(seed)).items()}
    return {"build_s": round(built, 1), "database_mb": _size_mb(), "pages": told}


def _furnish(count: int, seed: int) -> dict[str, Any]:
    """An office of one reviewer, one bureau officer and one officer at the front line, and a full register; all sit
    down."""
    from django.test import Client

    from article3 import wiring
    from article3.commands.bench.invented_files import EPOCH, files
    from article3.officers import demo_entry, roll
    from article3.terms.communication import Level
    from article3.terms.sitting import MandateRole

    desks: dict[str, Any] = {}
    seats = (
        ("secretariat", MandateRole.REVIEWER, "QY"),
        ("bureau:XA", MandateRole.BUREAU_LEAD, "XA"),
        ("front:XA", MandateRole.FRONT_LINE, "XA"),
    )
    for seat, role, nationality in seats:
        roll.open_seat(seat, seat)
        officer = roll.enrol(seat, nationality=nationality)
        roll.give_mandate(officer, seat, role, clearance=Level.CONFIDENTIAL, since=date(2020, 1, 1))
        desks[seat] = Client(SERVER_NAME="127.0.0.1")
        desks[seat].get(f"/demo/enter/{demo_entry.token(officer)}/")
        desks.setdefault("reviewer", officer)
    wiring.take_over(_noting(files(count, seed, EPOCH, desks["reviewer"]), desks))
    _let_the_database_look()
    return desks


def _noting(files: Iterator[Any], desks: dict[str, Any]) -> Iterator[Any]:
    """Remembers some files to open and some persons to look for."""
    desks["cases"], desks["persons"] = [], []
    for place, file in enumerate(files):
        if file.review is not None and file.review.reviewer == desks["reviewer"]:
            desks["cases"].append(file.reference)
        if place % 97 == 0:
            desks["persons"].append(file.communication.person)
        yield file


def _let_the_database_look() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _visits(desks: dict[str, Any], chance: random.Random) -> dict[str, Callable[[], Any]]:
    desk, bureau, front = (desks[seat] for seat in ("secretariat", "bureau:XA", "front:XA"))

    def person() -> Any:
        return chance.choice(desks["persons"])

    def search(client: Any, place: str, **query: str) -> Any:
        return client.post(f"/{place}/search/", query)

    return {
        "queue": lambda: desk.get("/secretariat/"),
        "queue, further pages": _further(desk, "/secretariat/"),
        "queue, one colour": lambda: desk.get("/secretariat/?colour=green"),
        "case": lambda: desk.get(f"/secretariat/files/{chance.choice(desks['cases'])}/"),
        "search, full name": lambda: search(bureau, "bureau", name=_full(person())),
        "search, family name": lambda: search(bureau, "bureau", name=person().names[0].family),
        "search, three letters": lambda: search(bureau, "bureau", name=person().names[0].family[:3]),
        "search, all fields": lambda: search(bureau, "bureau", **_everything(person())),
        "search at the desk": lambda: search(desk, "secretariat", name=_full(person())),
        "incoming": lambda: bureau.get("/bureau/incoming/"),
        "own items": lambda: bureau.get("/bureau/"),
        "front line, as written": lambda: front.post("/front_line/", _traveller(person())),
        "front line, by ear": lambda: front.post("/front_line/", _traveller(person(), chance)),
        "front line, name alone": lambda: front.post("/front_line/", {"name": _full(person())}),
    }


def _further(client: Any, place: str) -> Callable[[], Any]:
    """Each visit is the next page of the list."""
    after: list[str] = []

    def visit() -> Any:
        answer = client.get(f"{place}?after={after.pop()}" if after else place)
        after.extend(re.findall(r"after=([\w-]+)", answer.content.decode())[:1])
        return answer

    return visit


def _full(person: Any) -> str:
    return f"{person.names[0].given} {person.names[0].family}"


def _everything(person: Any) -> dict[str, str]:
    return {
        "name": _full(person),
        "birth_date": str(person.birth_dates[0]) if person.birth_dates else "",
        "document": person.documents[0].number,
    }


def _traveller(person: Any, chance: random.Random | None = None) -> dict[str, str]:
    """A person before the officer, with another paper; by ear: a letter of the family name is heard as another one."""
    name = _full(person) if chance is None else _misheard(_full(person), chance)
    return {
        "name": name,
        "birth_date": str(person.birth_dates[0]) if person.birth_dates else "",
        "document": "QM0000001",
    }


def _misheard(name: str, chance: random.Random) -> str:
    place = name.index(" ") + chance.randrange(2, len(name) - name.index(" "))
    return name[:place] + chance.choice("aeioulmnrst") + name[place + 1 :]


def _measured(visit: Callable[[], Any], pages: int) -> dict[str, Any]:
    """Times without counting, then queries without timing; every page must be a good one."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(3):
        visit()
    times, busy = [], []
    for _ in range(pages):
        began, worked = time.perf_counter(), time.process_time()
        answer = visit()
        times.append((time.perf_counter() - began) * 1000)
        busy.append((time.process_time() - worked) * 1000)
        assert answer.status_code == 200, f"{answer.request['PATH_INFO']} answers {answer.status_code}"
    counted = set()
    for _ in range(min(pages, 25)):
        with CaptureQueriesContext(connection) as captured:
            visit()
        counted.add(len(captured))
    return {
        "p50_ms": round(statistics.median(times), 1),
        "p95_ms": _p95(times),
        "max_ms": round(max(times), 1),
        "p50_busy_ms": round(statistics.median(busy), 1),
        "p95_busy_ms": _p95(busy),
        "queries": sorted(counted),
    }


def _p95(times: list[float]) -> float:
    return round(sorted(times)[int(len(times) * 0.95)], 1)


def _size_mb() -> int:
    from django.conf import settings
    from django.db import connection

    if connection.vendor == "sqlite":
        return round(Path(settings.DATABASES["default"]["NAME"]).stat().st_size / 1024**2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return round(cursor.fetchone()[0] / 1024**2)


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main(*map(int, sys.argv[1:4]))))
