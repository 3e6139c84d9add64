"""The log names nobody: whatever a request held, and however much the libraries are told to say."""

from __future__ import annotations

import io
import json
import logging
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from article3 import wiring
from article3.commands import serve
from article3.officers import demo_entry
from article3.project.log_lines import Lines, without_words
from tests.sites.conftest import seat_everybody

pytestmark = pytest.mark.django_db
FAMILY, GIVEN = "Quenderoth", "Ümitşah"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything every logger says, at its most talkative, as it would be written."""
    text, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(text)
    handler.setFormatter(Lines())
    loggers = [root, *(one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger))]
    before = [(one, one.level, one.propagate, one.disabled) for one in loggers]
    for one in loggers:
        one.setLevel(logging.DEBUG)
        one.propagate, one.disabled = True, False
    root.addHandler(handler)
    yield text
    root.removeHandler(handler)
    for one, level, propagate, disabled in before:
        one.setLevel(level)
        one.propagate, one.disabled = propagate, disabled


def lines(log: io.StringIO) -> list[dict[str, str]]:
    """Each is a JSON object."""
    return [json.loads(line) for line in log.getvalue().splitlines()]


def names_nobody(log: io.StringIO) -> bool:
    """In no form somebody might look for."""
    said = log.getvalue().lower()
    return not any(form in said for name in (FAMILY, GIVEN) for form in (name.lower(), ascii(name.lower())[1:-1]))


def test_a_request_about_a_person_leaves_no_name_in_the_log(log: io.StringIO, settings: Any) -> None:
    """A search, a form, a failed sign-in, a page that is not there, a host that is not ours: with SQL and all."""
    settings.DEMO = settings.DEBUG = True  # DEBUG: the database's statements are logged with their values
    everybody = seat_everybody()
    desk = Client()
    assert desk.get(f"/demo/enter/{demo_entry.token(everybody['first'].officer)}/").status_code == 302
    assert desk.get("/secretariat/search/", {"name": f"{FAMILY} {GIVEN}"}).status_code == 200
    assert desk.get(f"/secretariat/{FAMILY}/").status_code == 404
    Client().post("/account/login/", {"login": FAMILY, "password": GIVEN})
    Client().get("/public/", headers={"host": f"{FAMILY}.example"})
    Client(enforce_csrf_checks=True).post("/public/drop/", {"family": FAMILY})
    assert {line["logger"] for line in lines(log)} >= {"django.db.backends", "django.request"}
    assert names_nobody(log)


def test_a_fault_whose_words_hold_a_name_is_logged_by_its_kind_and_place(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And by the mark its page shows, so that the two can be brought together."""

    def breaks() -> bool:
        raise ValueError(f"no such person as {GIVEN} {FAMILY}")

    monkeypatch.setattr(wiring, "answers", breaks)
    answer = Client(raise_request_exception=False).get("/health")
    assert answer.status_code == 500
    told = [line["said"] for line in lines(log) if line["logger"] == "article3"]
    assert len(told) == 1 and "ValueError" in told[0] and "test_log_lines.py" in told[0]
    assert told[0].split()[1] in answer.content.decode()
    assert any("ValueError" in line.get("fault", "") for line in lines(log)), "Django's own line about it, too"
    assert names_nobody(log)


def test_a_thread_that_breaks_is_told_of_without_its_words(log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's own way would print what the fault says."""
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    without_words()
    breaks = threading.Thread(target=lambda: {}[FAMILY])
    breaks.start()
    breaks.join()
    assert ["a thread broke: KeyError" in line["said"] for line in lines(log) if line["logger"] == "article3"] == [True]
    assert names_nobody(log)


def test_the_server_writes_its_own_lines_in_the_same_form() -> None:
    """Its words about a fault of the program are left out as any library's are."""
    told = serve._as_the_settings_say()
    assert told["loggers"]["_granian"]["handlers"] == ["console"]
    assert told["formatters"]["lines"]["()"] == "article3.project.log_lines.Lines"


def test_this_is_how_the_installation_logs() -> None:
    """The handler of the settings writes these lines."""
    assert settings.LOGGING["formatters"]["lines"]["()"] == "article3.project.log_lines.Lines"
    assert settings.LOGGING["root"]["handlers"] == ["console"]
    assert settings.LOGGING["handlers"]["console"]["formatter"] == "lines"
