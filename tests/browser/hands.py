"""A hand that waits: what leads to another page is over when that page has loaded, what a script does when it is done.

A look right after a click sees the old page on a slow day. Nothing here looks once.
"""

from __future__ import annotations

import os
from typing import Any

PATIENCE_MS = 60_000
"""Longer than any page takes on a busy machine; only a failing test waits so long."""
SLOWED = float(os.environ.get("ARTICLE3_TEST_SLOWED", "1"))
"""How many times slower the browser's processor is made, to shake the tests: `ARTICLE3_TEST_SLOWED=6`."""


def opened(chromium: Any, base_url: str, language: str, **window: Any) -> Any:
    """A window of its own in a language: cookies, patience, and the slowness that was asked for."""
    context = chromium.new_context(base_url=base_url, **window)
    context.broken = []
    context.set_default_timeout(PATIENCE_MS)
    context.add_cookies([{"name": "django_language", "value": language, "url": base_url}])
    page = context.new_page()
    page.on("response", lambda answer: context.broken.append(answer.url) if answer.status >= 500 else None)
    if SLOWED > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    return page


def shut(page: Any) -> None:
    """The window is closed; nothing broke in it."""
    page.context.close()
    assert not page.context.broken, f"answered with trouble: {page.context.broken}"


def onward(place: Any) -> None:
    """Click what leads to another page; it is there."""
    with place.page.expect_navigation():
        place.click()


def follow(page: Any, words: str, *, exact: bool = False) -> None:
    """Click the link with these words; the page it leads to is there."""
    onward(page.get_by_role("link", name=words, exact=exact))


def press(page: Any, words: str, *, exact: bool = False) -> None:
    """Press the button with these words; the page that follows is there."""
    onward(page.get_by_role("button", name=words, exact=exact))


def reads(page: Any, *sentences: str, within: str = "body") -> None:
    """Each sentence stands there, however it is broken into lines, in small letters or capitals."""
    from playwright.sync_api import expect

    for sentence in sentences:
        told = expect(page.locator(within).first)
        told.to_contain_text(sentence, use_inner_text=True, ignore_case=True, timeout=PATIENCE_MS)


def counts(place: Any, number: int) -> None:
    """So many of them are there, once the page is done."""
    from playwright.sync_api import expect

    expect(place).to_have_count(number, timeout=PATIENCE_MS)


def focus_on(page: Any, what: str) -> None:
    """The focus comes to what this selector names."""
    page.locator(f"{what}:focus").wait_for()
