"""Walk-through 1 in a real browser, seat by seat: authority, country feared, host bureau, reviewer, third country."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.open_review import OpenReview
from article3.terms.reasons import IfSilent
from tests.browser.hands import follow, onward, press
from tests.desk import murder
from tests.sites.conftest import Office

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("sealed")]


def test_the_honeymoon(enter: Any, office: Office) -> None:
    """One notice is out, one request under review; then Belmore's two officers attest."""
    out = office.published(office.proposed(office.examined(office.requested())))
    third = enter("xc", f"/bureau/incoming/{out}/")
    third.get_by_text("Reviewed by the General Secretariat.").wait_for()
    attested(enter)
    third.get_by_text("No longer valid.", exact=False).first.wait_for()
    feared = enter("xa", f"/bureau/items/{out}/")
    feared.get_by_text("Published to all members.").first.wait_for()
    wiring.give_out(timezone.now() + timedelta(hours=9))
    feared.reload()
    feared.get_by_text("The request does not comply with the rules of the Organization.").wait_for()
    page = re.sub(r"[\w+/=-]{20,}", "", feared.content())  # chance may write XB in a token
    assert "XB" not in page and "refugee" not in page.lower()
    again = office.requested(person=murder().person)
    asked_at_home(enter, office, again)
    refused_at_the_desk(enter, again)
    told(enter("attests", "/protection/"))


def attested(enter: Any) -> None:
    """The form of three minutes, then the second officer."""
    page = enter("attests", "/protection/attest/")
    page.get_by_label("Family name").fill("Vortan")
    page.get_by_label("Given names").fill("Iko")
    page.get_by_label("Date of birth").fill("1984-06-12")
    page.get_by_label("Countries where persecution is feared").fill("XA")
    page.get_by_label("Number of the decision").fill("R 17/2025")
    press(page, "Enter it")
    page.get_by_text("You entered it.").wait_for()
    second = enter("confirms", page.url)
    press(second, "I have seen the decision: confirm")
    second.get_by_text("Confirmed. It holds from now on.").wait_for()
    second.get_by_text("It was out; every member was told to remove it").wait_for()


def asked_at_home(enter: Any, office: Office, reference: str) -> None:
    """The host's bureau is consulted and about to tell where he travels: one sentence stops the officer."""
    office.perform(OpenReview(reference=reference), "second")
    office.perform(ConsultBureau(reference=reference, consultation="c" * 32, bureau="XB", question="What do you know?",
                                 deadline=timezone.localdate() + timedelta(days=9),
                                 if_silent=IfSilent.DECIDED_ON_THE_FILE), "second")
    page = enter("xb", f"/bureau/asked/{reference}/{'c' * 32}/")
    page.get_by_label("Your reply").fill("He lands in your capital on flight 417 tomorrow.")
    onward(page.get_by_role("button").filter(has_text="Send").first)
    page.get_by_text("Stop. This may be about somebody your own country protects.", exact=False).first.wait_for()


def refused_at_the_desk(enter: Any, reference: str) -> None:
    """The reviewer reads yes and no more."""
    page = enter("second", f"/secretariat/files/{reference}/")
    follow(page, "Look under seal")
    page.get_by_text("Protection stands in the way", exact=False).wait_for()
    assert "XB" not in page.inner_text("main")


def told(page: Any) -> None:
    """The authority reads what was done, and nothing of the files."""
    onward(page.get_by_role("link", name="Vortan Iko").first)
    page.get_by_text("A request; it cannot be published").wait_for()


PAGES = {"attests": ["/protection/", "/protection/attest/", "/protection/batch/"], "custodian": ["/custodian/",
         "/custodian/log/"], "xb": ["/bureau/confidence/", "/bureau/confidence/give/", "/bureau/disputes/"],
         "": ["/public/drop/", "/public/drop/back/"], "first": ["/secretariat/disputes/"]}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pages_under_seal_are_for_everybody(enter: Any, office: Office, language: str) -> None:
    """axe finds nothing, in both directions of writing; nothing scrolls sideways on a phone."""
    from axe_playwright_python.sync_playwright import Axe

    for who, addresses in PAGES.items():
        page = enter(who, "/", language=language, width=390)
        for address in addresses:
            page.goto(address)
            found = Axe().run(page).response["violations"]
            assert not found, (address, [(each["id"], each["nodes"][0]["html"]) for each in found])
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
