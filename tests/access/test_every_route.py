"""The matrix of routes (promise P7): every address x method x seat is decided here, and obeyed.

A new address without a row fails the build. Who is not of the kind of seat a site is for gets what is not there gets;
of what there is, the rest of the matrix (relation x level x field) is in `test_table.py` and `tests/register`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.urls.converters import IntConverter

from article3.access.decision import _SEATS, LEVELS
from article3.officers import demo_entry, roll
from article3.project import doors
from tests.sites.conftest import seat_everybody

SITES: dict[str, str] = {
    "secretariat/": "secretariat", "bureau/": "bureau", "oversight/": "oversight", "commission/": "commission",
    "protective/": "desk", "front_line/": "front", "protection/": "protection", "custodian/": "custodian",
}
"""Which kind of seat each site is for: this table decides, and `project/doors.py` must say the same."""
OPEN: tuple[str, ...] = (
    "", "public/", "portal/", "tour/", "account/", "language/", "demo/enter/", "exchange/v1/", "notices/v1/",
    "screening/v1/", "api/", "health", "en/notices/data/countries",
)  # fmt: skip
"""Open to everybody: what lies here shows nothing that not everybody may read, or asks for a key of its own."""
SIGNED_IN = ("seats/", "programs/")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
SEATS = sorted({seat for seat, _ in _SEATS})


def routes(patterns: Any = None, before: str = "") -> Iterator[str]:
    """Every address there is, with something plausible in the place of each variable."""
    for each in patterns if patterns is not None else get_resolver().url_patterns:
        part = _filled(each.pattern)
        if isinstance(each, URLPattern):
            yield before + part
        else:
            yield from routes(each.url_patterns, before + part)


def _filled(pattern: Any) -> str:
    text = str(pattern)
    for name, converter in pattern.converters.items():
        value = "1" if isinstance(converter, IntConverter) else "0" * 32
        text = re.sub(rf"<(\w+:)?{name}>", value, text)
    return re.sub(r"\(\?P<\w+>[^)]*\)", "0", text).strip("^$").replace("\\", "").replace("/?", "/")


def owner(address: str) -> str:
    """Whose the address is: a kind of seat, `open`, `signed in`; nothing when no row says so."""
    if address == "" or address.startswith(tuple(each for each in OPEN if each)):
        return "open"
    if address.startswith(SIGNED_IN):
        return "signed in"
    return next((seat for site, seat in SITES.items() if address.startswith(site)), "")


ROUTES = sorted(set(routes()))


def test_every_address_has_a_row() -> None:
    """An address that nobody decided on is open to nobody, and fails here."""
    assert [address for address in ROUTES if not owner(address)] == []
    assert len(ROUTES) > 150


def test_the_doors_say_what_the_matrix_says() -> None:
    """Nothing is opened in the one place alone."""
    assert {f"/{site}": seat for site, seat in SITES.items() if f"/{site}" in doors.DOORS} == doors.DOORS
    assert {f"/{each}" for each in OPEN if each} | {"/static/"} == set(doors.OPEN_TO_ALL)
    assert {f"/{each}" for each in SIGNED_IN} == set(doors.OPEN_TO_SIGNED_IN)


@pytest.fixture
def browsers(settings: Any) -> dict[str, Client]:
    """An officer in each kind of seat there is, signed in; and nobody."""
    settings.DEMO = True
    seat_everybody()
    found = {"": Client()}
    for number, (seat, role) in enumerate(sorted(dict(list(_SEATS)).items())):
        code = seat if seat in ("secretariat", "oversight", "commission", "custodian") else f"{seat}:XB"
        roll.open_seat_if_new(code)
        officer = roll.enrol(f"matrix{number}", nationality="XB", full_name=f"Officer {number}")
        roll.give_mandate(officer, code, role, clearance=LEVELS[number % 3], since=date(2020, 1, 1))
        browser = Client(raise_request_exception=False)
        browser.get(f"/demo/enter/{demo_entry.token(roll.sitting_of(officer, code).officer)}/")
        found[seat] = browser
    return found


@pytest.mark.django_db(databases="__all__")
def test_every_address_by_every_method_is_obeyed_by_every_seat(browsers: dict[str, Client]) -> None:
    """Another seat's address answers as an absent one, whatever the method; to nobody it shows the way in; to its own
    seat it never breaks."""
    absent = browsers["oversight"].get("/secretariat/nothing-here/").content
    wrong = []
    for address in ROUTES:
        whose = owner(address)
        if whose in ("open", "signed in"):
            continue
        for who, browser in browsers.items():
            mine = who == whose
            for method in ("GET", "POST") if mine else METHODS if address in SITES else ("GET",):
                answer = browser.generic(method, f"/{address}")
                if not who:
                    fine = answer.status_code == 302 and answer["Location"].startswith("/account/login/")
                elif mine:
                    fine = answer.status_code < 500
                else:
                    fine = answer.status_code == 404 and (method == "HEAD" or answer.content == absent)
                if not fine:
                    wrong.append((method, address, who, answer.status_code))
    assert wrong == []


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_an_open_address_knows_no_method_that_changes_without_asking(method: str) -> None:
    """405 or 404, on every address everybody reaches; never done, never broken."""
    client = Client(raise_request_exception=False)
    answers = {address: client.generic(method, f"/{address}").status_code for address in ROUTES
               if owner(address) == "open" and not address.startswith(("account/", "demo/"))}  # fmt: skip
    refused = (302, 400, 403, 404, 405, 415)
    assert {address: status for address, status in answers.items() if status not in refused} == {}
