"""Walk-through 7 in a real browser: the hit on the duty officer's screen, judged; nothing at the bureau's own desk."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.at_home.conftest import Home, with_open_desk
from tests.browser.conftest import Office
from tests.browser.hands import follow, press, reads
from tests.journeys.test_at_home import PARAGRAPHS

pytestmark = pytest.mark.browser


@pytest.fixture
def office(committed: None, settings: Any) -> Office:
    """The office with XB's desk and front line, in a database other threads can read."""
    return with_open_desk(settings)


def test_the_judge_on_the_list_at_the_screens(enter: Any, office: Home) -> None:
    """Listed; a free text names her in its sixth paragraph in another script; hit, judged, planned, told, disputed and
    tracked; in Arabic too. At the bureau's own desk, its search and its front line the message is nowhere; the sender's
    page says nothing of it; the day's coverage has no gap."""
    duty = enter("duty", "/protective/list/")
    duty.get_by_label("Family name", exact=True).fill("Vardanova")
    duty.get_by_label("Why protected?").select_option("court")
    press(duty, "Put on the list")
    duty.get_by_role("heading", name="On the list", exact=True).wait_for()
    reference = office.message("\n\n".join(PARAGRAPHS))
    duty.goto("/protective/")
    follow(duty, "Варданова")
    reads(duty, "судья", within="main")
    assert duty.locator("mark").first.inner_text() == "Варданова"
    does(duty, "Judge a hit", "Put the judgement on file", {"The same person": True,
                                                            "What did you compare?": "Our judge of appeal."})
    duty.get_by_text("The judgement is on file.").wait_for()
    does(duty, "Coordination plan", "Keep the plan", {"Agencies, one a line": "Court guard"})
    does(duty, "Write down a contact", "Write it down", {"What was said, and what came back?": "They drive her."})
    does(duty, "Tell the protected person", "It was told: put it on file", {
        "Before your next journey abroad": True, "How was it given?": "In person."})
    does(duty, "Dispute the item", "Dispute it", {
        "Why is the item wrong or against the rules?": "She acts for a court of ours."})
    reads(duty, "They drive her.", "Before your next journey", "She acts for a court of ours.", "the item today",
          within="main")
    duty.goto("/protective/coverage/")
    assert "none" in duty.inner_text("main")
    officer = enter("xb", "/bureau/incoming/")
    assert reference[:8] not in officer.inner_text("main")
    officer.goto(f"/bureau/incoming/{reference}/")
    reads(officer, "Nothing here", within="h1")
    for who, page, button in ((officer, "/bureau/search/", "Search"), (enter("front", "/front_line/"), "/front_line/",
                                                                      "Ask")):  # fmt: skip
        who.goto(page)
        who.get_by_label("Name", exact=True).fill("Vardanova")
        press(who, button, exact=True)
        assert reference[:8] not in who.inner_text("main") and "Варданова" not in who.inner_text("main")
    sender = enter("xa", f"/bureau/items/{reference}/")
    assert not re.search("(?i)disput|restrict|protect|screen|hit", sender.inner_text("main"))
    arabic = enter("duty2", "/protective/", language="ar", width=390)
    assert arabic.evaluate("document.documentElement.dir") == "rtl"
    assert arabic.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def does(page: Any, link: str, button: str, said: dict[str, str | bool]) -> None:
    """One form of the restricted file: opened by its link, filled, sent; back on the file."""
    file = page.url
    follow(page, link)
    for label, value in said.items():
        if value is True:
            page.get_by_label(label).check()
        else:
            page.get_by_label(label).fill(value)
    press(page, button)
    page.wait_for_url(file)
