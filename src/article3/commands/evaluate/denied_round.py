"""One round in an installation of its own: some records are kept from a bureau, and it asks. Figures as JSON."""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

BUREAU, TRIMMED = "XC", 20
Door = Callable[[Any, Any], bytes]


def main(seed: int, samples: int, files: int) -> dict[str, Any]:
    """Build the installation, then ask at each door."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    client, front = _seated()
    denied, absent = _people(seed, samples, files)
    chance = random.Random(seed)
    doors: dict[str, tuple[Door, Any]] = {
        "search page": (_search, client), "notice page": (_notice, client), "front line": (_front, front),
        "false claim": (_claim, _correspondent())}  # fmt: skip
    figures = {name: _at(door, who, denied, absent, chance) for name, (door, who) in doors.items()}
    return {"samples": samples, "files": files, "seed": seed, "doors": figures}


def _at(door: Door, client: Any, denied: list[Any], absent: list[Any], chance: random.Random) -> dict[str, Any]:
    times: dict[bool, list[float]] = {True: [], False: []}
    bodies: dict[bool, set[bytes]] = {True: set(), False: set()}
    for number in range(-10, len(denied)):
        for kept in (True, False) if chance.random() < 0.5 else (False, True):
            who = (denied if kept else absent)[number]
            began = time.perf_counter()
            body = door(client, who)
            took_s = time.perf_counter() - began
            times[kept] += [took_s] if number >= 0 else []  # the first few warm the office up
            bodies[kept].add(body)
    one, other = _trimmed(times[True]), _trimmed(times[False])
    return {"same_bytes": bodies[True] == bodies[False] and len(bodies[True]) == 1, "t": round(_welch(one, other), 3),
            "denied_ms": round(statistics.fmean(one) * 1000, 3), "absent_ms": round(statistics.fmean(other) * 1000, 3)}


# --- doors; what was asked is taken out of the answer before it is compared


def _search(client: Any, who: Any) -> bytes:
    return _posted(client, "/bureau/search/", who)


def _front(client: Any, who: Any) -> bytes:
    return _posted(client, "/front_line/", who)


def _posted(client: Any, address: str, who: Any) -> bytes:
    name = who.person.names[0]
    asked = f"{name.given} {name.family}"
    body = client.post(address, {"name": asked, "birth_date": "", "nationality": "", "document": ""}).content
    return _without_tokens(body).replace(asked.encode(), b"")


def _notice(client: Any, who: Any) -> bytes:
    return _without_tokens(client.get(f"/bureau/incoming/{who.reference}/").content)


def _claim(sitting: Any, who: Any) -> bytes:
    """The bureau's installation says that the record found somebody: as the line carries it, without a query before."""
    from article3 import wiring
    from article3.acts.ports import NotFound
    from article3.acts.tell_result import TellResult

    try:
        wiring.perform(TellResult(reference=who.reference, result=wiring.new_reference()), sitting=sitting)
    except NotFound as absent:
        return repr(absent).encode()
    return b"told"


def _correspondent() -> Any:
    """The bureau as its installation writes."""
    from article3.terms.communication import CountryCode, Level
    from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting

    return Sitting(officer=OfficerId("5" * 32), officer_name="", nationality=CountryCode(""),
                   seat=SeatCode(f"bureau:{BUREAU}"), role=MandateRole.BUREAU_LEAD, clearance=Level.CONFIDENTIAL)


def _without_tokens(body: bytes) -> bytes:
    import re

    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", body)


# --- the office


def _seated() -> tuple[Any, Any]:
    """Browsers of an officer and of a front-line officer of the bureau that records are kept from."""
    from article3.officers import roll

    for code in ("XA", "XB", BUREAU):
        roll.open_seat(f"bureau:{code}", code)
    roll.open_seat(f"front:{BUREAU}", BUREAU)
    return _browser(f"bureau:{BUREAU}", "bureau_officer"), _browser(f"front:{BUREAU}", "front_line")


def _browser(seat: str, role: str) -> Any:
    from django.test import Client

    from article3.officers import demo_entry, roll
    from article3.terms.communication import Level
    from article3.terms.sitting import MandateRole

    officer = roll.enrol(f"of.{role}", nationality=BUREAU)
    roll.give_mandate(officer, seat, MandateRole(role), clearance=Level.CONFIDENTIAL, since=date(2020, 1, 1))
    browser = Client(SERVER_NAME="localhost")
    browser.get(f"/demo/enter/{demo_entry.token(officer)}/")
    return browser


def _people(seed: int, samples: int, files: int) -> tuple[list[Any], list[Any]]:
    """Communications about two lots of people of one kind: the first on record and kept from the bureau, the second
    on no record."""
    from django.utils import timezone

    from article3 import wiring
    from article3.commands.bench.invented_files import files as invented
    from article3.lifecycle.publication import Restriction
    from article3.lifecycle.states import State
    from article3.terms.communication import BureauCode
    from article3.terms.sitting import OfficerId

    now = timezone.now()
    stock = list(invented(files, seed, now, OfficerId("1" * 32)))
    lots = [file for file in invented(4 * samples + 50, seed + 1, now, OfficerId("1" * 32))
            if file.state is State.PUBLISHED][: 2 * samples]
    kept, absent = lots[:samples], lots[samples:]
    since = now.date() - timedelta(days=1)
    barred = (Restriction(bureau=BureauCode(BUREAU), since=since),)
    wiring.take_over([*stock, *(replace(file, restrictions=barred) for file in kept)])
    known = {str(file.communication.person.names[0]) for file in (*stock, *kept) if file.communication.person}
    absent = [file for file in absent if str(file.communication.person.names[0]) not in known]  # type: ignore[union-attr]
    kept = kept[: len(absent)]
    return [file.communication for file in kept], [file.communication for file in absent]


def _trimmed(times: list[float]) -> list[float]:
    cut = len(times) // TRIMMED
    return sorted(times)[cut:len(times) - cut]


def _welch(one: list[float], other: list[float]) -> float:
    """Welch's t of two samples."""
    spread = statistics.variance(one) / len(one) + statistics.variance(other) / len(other)
    return (statistics.fmean(one) - statistics.fmean(other)) / spread**0.5


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:]))))
