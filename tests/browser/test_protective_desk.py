"""Walk-through 7 in a real browser: the hit on the duty officer's screen, judged; nothing at the bureau's own desk."""

from __future__ import annotations

from typing import Any

import pytest

from article3.wiring import arrival_room
from tests.at_home.conftest import Home, seat_more
from tests.at_home.test_protective_desk import HIDDEN
from tests.browser.conftest import Office
from tests.sites.conftest import seat_everybody

pytestmark = pytest.mark.browser


@pytest.fixture
def office(committed: None, settings: Any) -> Office:
    """The office with XB's desk and front line, in a database other threads can read."""
    settings.DEMO = True
    home = Home(sittings=seat_everybody())
    seat_more(home)
    arrival_room.open_desk("XB")
    return home


def test_the_judge_on_the_list_at_the_screens(enter: Any, office: Home) -> None:
    """Listed, hit, judged, planned; in Arabic too; the same message is nowhere at the bureau's own desk."""
    duty = enter("duty", "/protective/list/")
    duty.get_by_label("Family name", exact=True).fill("Vardanova")
    duty.get_by_label("Why protected?").select_option("court")
    duty.get_by_role("button", name="Put on the list").click()
    duty.get_by_role("heading", name="On the list", exact=True).wait_for()
    reference = office.message(HIDDEN)
    duty.goto("/protective/")
    duty.get_by_role("link", name="Варданова").click()
    assert "судья" in duty.inner_text("main")
    assert duty.locator("mark").first.inner_text() == "Варданова"
    duty.get_by_role("link", name="Judge a hit").click()
    duty.get_by_label("The same person").check()
    duty.get_by_label("What did you compare?").fill("Our judge of appeal.")
    duty.get_by_role("button", name="Put the judgement on file").click()
    duty.get_by_text("The judgement is on file.").wait_for()
    officer = enter("xb", "/bureau/incoming/")
    assert reference[:8] not in officer.inner_text("main")
    officer.goto(f"/bureau/incoming/{reference}/")
    assert "Nothing here" in officer.inner_text("h1")
    arabic = enter("duty2", "/protective/", language="ar", width=390)
    assert arabic.evaluate("document.documentElement.dir") == "rtl"
    assert arabic.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
