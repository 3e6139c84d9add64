"""A served installation, invented officers and a real browser; skipped where there is no Chromium, never in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from article3.officers import demo_entry
from tests.browser.hands import PATIENCE_MS, opened, shut
from tests.sites.conftest import Office, seat_everybody

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's driver runs a loop of its own


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium these tests are skipped and say so; in CI they fail instead."""
    if CHROMIUM.exists() or os.environ.get("CI") == "true":
        return
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="/usr/bin/chromium is absent: install Debian's chromium"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One headless browser for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS),
                                         timeout=PATIENCE_MS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(django_db_setup: None) -> Iterator[str]:
    """The address of the installation, served by a thread. Not pytest-django's own fixture: that would empty the
    database before the journal's guards stand aside."""
    from pytest_django.live_server_helper import LiveServer

    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture
def office(committed: None, settings: Any) -> Office:
    """The office in a database other threads can read."""
    settings.DEMO = True
    return Office(sittings=seat_everybody())


@pytest.fixture
def enter(chromium: Any, served: str, office: Office) -> Iterator[Any]:
    """Opens a page as one officer: `enter("xa", "/bureau/", language="ar", width=390)`."""
    pages = []

    def opens(who: str, address: str = "/", *, language: str = "en", width: int = 1280, dark: bool = False) -> Any:
        page = opened(chromium, served, language, viewport={"width": width, "height": 900},
                      color_scheme="dark" if dark else "light")
        pages.append(page)
        if who:
            page.goto(f"/demo/enter/{demo_entry.token(office.sittings[who].officer)}/")
        page.goto(address)
        return page

    yield opens
    for page in pages:
        shut(page)
