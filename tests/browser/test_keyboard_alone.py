"""Without a mouse: every main seat does what it came for by Tab, Space, Enter and typing; where one stands is seen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.hands import counts
from tests.sites.conftest import Office

pytestmark = pytest.mark.browser
FARTHEST = 90
"""Stops of the Tab key within which a page's thing must be reached."""


def reach(page: Any, words: str) -> None:
    """Press Tab until the control with these words has the focus, and see that it shows."""
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        if words in page.evaluate(
                "(e => (e.labels?.[0]?.textContent || '') + e.textContent + (e.value || ''))(document.activeElement)"):
            shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert shown == "solid", f"nobody sees that {words!r} has the focus"
            return
    raise AssertionError(f"{words!r} is not reached by the Tab key")


def test_a_bureau_and_a_reviewer_do_their_work_by_the_keyboard(enter: Any, office: Office) -> None:
    """XA begins a request; the first reviewer takes a file up. An applicant's whole way is in
    `test_phone_at_the_border.py`."""
    waiting = office.requested()
    bureau = enter("xa", "/bureau/")
    reach(bureau, "Begin a request")
    bureau.keyboard.press("Enter")
    bureau.wait_for_url("**/bureau/which/")
    reviewer = enter("first", "/secretariat/")
    reach(reviewer, "Take up to read")
    reviewer.keyboard.press("Enter")
    reviewer.wait_for_url(f"**/{waiting}/take/")
    reach(reviewer, "Take it up and read it")
    reviewer.keyboard.press("Enter")
    reviewer.wait_for_url(f"**/files/{waiting}/")


def test_ctrl_k_leads_anywhere_and_escape_leads_back(enter: Any, office: Office) -> None:
    """Typing narrows the list, Enter goes to the first, a rule is found by its number, Escape closes."""
    page = enter("first", "/secretariat/")
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog.palette[open]")
    assert page.evaluate("document.activeElement.name") == "typed"
    page.keyboard.press("Escape")
    counts(page.locator("dialog.palette[open]"), 0)
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.type("workl")
    counts(page.locator("dialog .places li:visible"), 1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/secretariat/workload/")
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.type("RPD-82")
    page.keyboard.press("Enter")
    page.wait_for_url("**/secretariat/go/")
    assert page.locator(".places a", has_text="82").count() >= 1


def test_who_wants_no_motion_gets_none_and_paper_gets_the_content_alone(enter: Any, office: Office) -> None:
    """Reduced motion ends every transition; printed, a case has neither bars nor buttons."""
    page = enter("first", "/secretariat/")
    page.emulate_media(reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0)"
    assert page.evaluate(f"{moving}.length") == 0
    page.emulate_media(media="print")
    for gone in (".masthead", ".tongues", "form.filters"):
        page.locator(gone).first.wait_for(state="hidden")
    page.locator("h1").wait_for()
