"""Who may knock where, what every answer carries, and the plain pages for nothing there and for trouble."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path

from article3.officers import demo_entry, roll
from article3.project import doors, urls
from article3.terms.communication import Level
from article3.terms.sitting import MandateRole

pytestmark = pytest.mark.django_db
ROLES = {"secretariat": MandateRole.REVIEWER, "bureau:XA": MandateRole.BUREAU_LEAD, "oversight": MandateRole.OVERSIGHT}


def seated(seat: str, settings) -> Client:
    """A browser with an invented officer in that seat."""
    settings.DEMO = True
    officer = roll.enrol(f"of {seat}", nationality="QM")
    roll.open_seat(seat, seat)
    roll.give_mandate(officer, seat, ROLES[seat], clearance=Level.CONFIDENTIAL, since=date(2020, 1, 1))
    client = Client(raise_request_exception=False)
    assert client.get(f"/demo/enter/{demo_entry.token(officer)}/").status_code == 302
    return client


def routes(patterns: list[URLPattern | URLResolver] | None = None, before: str = "/") -> list[str]:
    """Every address, with something in the place of each part that varies."""
    found: list[str] = []
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        text = before + str(pattern.pattern).removeprefix("^")
        found += routes(pattern.url_patterns, text) if isinstance(pattern, URLResolver) else [text]
    return found


@pytest.mark.parametrize("seat", list(ROLES))
def test_a_site_opens_to_its_own_seats_only_whatever_its_views_forget(seat: str, settings) -> None:
    """Every route of every other site answers exactly like an address that does not exist."""
    client = seated(seat, settings)
    absent = client.get("/there/is/nothing/")
    assert absent.status_code == 404
    own = f"/{seat.partition(':')[0]}/"
    foreign = [route for route in routes() if route.startswith(tuple(doors.DOORS)) and not route.startswith(own)]
    assert foreign
    for route in foreign:
        concrete = _concrete(route)
        for method in (client.get, client.post):
            answer = method(concrete)
            assert (answer.status_code, answer.content) == (404, absent.content), concrete


def test_nobody_signed_in_reaches_nothing_but_the_open_pages() -> None:
    """Every route of every site leads to the sign-in."""
    for route in routes():
        if not route.startswith(doors.OPEN_TO_ALL) and route != "/":
            answer = Client().get(_concrete(route))
            assert answer.status_code == 302, route
            assert answer["Location"] == "/account/login/", route


def test_a_path_without_a_door_is_open_to_nobody(settings, monkeypatch) -> None:
    """A new route that nobody gave a door is closed, not open."""
    monkeypatch.setattr(urls, "urlpatterns", [*urls.urlpatterns, path("new/", lambda request: HttpResponse("open"))])
    settings.ROOT_URLCONF = _Patterns(urls)
    assert Client().get("/new/")["Location"] == "/account/login/"
    assert seated("secretariat", settings).get("/new/").status_code == 404


class _Patterns:
    """The addresses with one more; hashable, as Django wants them."""

    def __init__(self, module: object) -> None:
        self.urlpatterns = module.urlpatterns
        self.handler404, self.handler500 = module.handler404, module.handler500
        self.handler400, self.handler403 = module.handler400, module.handler403


@pytest.mark.parametrize("where", ["/", "/account/login/", "/nothing/", "/public/", "/secretariat/"])
def test_every_answer_carries_the_headers(where: str) -> None:
    """security.md 6: nothing inline, nothing kept, nothing told to others."""
    answer = Client().get(where)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "form-action 'self'" in policy
    assert "unsafe" not in policy and "http" not in policy
    assert answer["Cache-Control"] == "no-store" and "ETag" not in answer
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"


def test_nothing_private_is_compressed(settings) -> None:
    """A compressed secret beside a chosen text can be guessed by its length."""
    assert not [name for name in settings.MIDDLEWARE if "gzip" in name.lower()]


def test_a_fault_of_ours_says_a_reference_and_nothing_else(settings, monkeypatch, caplog) -> None:
    """The page and the log share a random reference; no name, no path, no trace in either."""
    client = seated("secretariat", settings)
    client.raise_request_exception = False

    def fails(*_: object) -> HttpResponse:
        raise RuntimeError("Dunya Corvane, 17 May 1980")

    monkeypatch.setattr("article3.officers.views.roll.chairs", fails)
    answer = client.get("/seats/")
    text = answer.content.decode()
    assert answer.status_code == 500 and "Corvane" not in text and "RuntimeError" not in text and "/seats" not in text
    (said,) = [record.getMessage() for record in caplog.records if record.name == "article3"]
    word, mark, kind, *places = said.split()
    assert (word, kind) == ("trouble", "RuntimeError") and mark in text
    assert places[-1].startswith("test_doors.py:")
    assert "Corvane" not in caplog.text


def test_debug_does_not_start_outside_tests(settings) -> None:
    """There is no variable for it, and the web server's entry refuses it."""
    from article3.project import settings as installed

    assert installed.DEBUG is False
    settings.DEBUG = True
    with pytest.raises(RuntimeError):
        doors.refuse_debug()


def test_a_form_without_its_token_changes_nothing(settings) -> None:
    """CSRF on every changing method."""
    client = Client(enforce_csrf_checks=True)
    assert client.post("/account/login/", {"login": "a", "password": "b"}).status_code == 403
    assert b"Nothing was changed" in client.post("/account/logout/").content


def test_cookies_are_out_of_reach_of_scripts_and_other_sites() -> None:
    """HttpOnly, SameSite; Secure when served behind TLS."""
    cookie = Client().get("/account/login/").cookies["csrftoken"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"


def _concrete(route: str) -> str:
    return re.sub(r"<[^>]+>", "a" * 32, re.sub(r"<int:[^>]+>", "1", route))
