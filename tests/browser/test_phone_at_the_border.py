"""Walk-through 13: an old phone, Arabic, no lawyer, no mouse: an urgent block is asked for; and no page keeps anybody
out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from article3.commission.wiring.applicant import own
from article3.project import catalogues
from article3.terms.facts_commission import UrgencyGround
from tests.browser.hands import focus_on, onward, opened, reads, shut
from tests.commission.written import JPEG

catalogues.compile_all()
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "commission"])]
WIDTH = 320
PURPOSE = "احجبوا البيانات عني فورًا لأنني قد أُسلَّم خلال أيام."


@pytest.fixture
def phone(chromium: Any, served: str, committed: None) -> Any:
    """Opens a page on a narrow screen, in a language."""
    pages = []

    def opens(address: str, *, language: str, width: int = WIDTH) -> Any:
        page = opened(chromium, served, language, viewport={"width": width, "height": 568}, has_touch=True)
        pages.append(page)
        page.goto(address)
        return page

    yield opens
    for page in pages:
        shut(page)


def focused(page: Any) -> str:
    """What has the focus: its id, or its words."""
    return str(page.evaluate("document.activeElement.id || document.activeElement.innerText"))


def reach(page: Any, wanted: str) -> None:
    """Tab until the focus is there; a page from which it cannot be reached fails here."""
    for _ in range(120):
        if focused(page) == wanted:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} cannot be reached by the keyboard on {page.url}")


def type_in(page: Any, field: str, text: str) -> None:
    """Reach a field and type."""
    reach(page, field)
    page.keyboard.type(text)


def press(page: Any, words: str) -> None:
    """Reach a button or a link and press it."""
    reach(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page: Any, first: str, down: int) -> None:
    """Reach a group of choices and go down to one."""
    reach(page, first)
    page.keyboard.press("Space")
    for _ in range(down):
        page.keyboard.press("ArrowDown")


def test_an_urgent_block_in_arabic_by_the_keyboard_alone(phone: Any, tmp_path: Path) -> None:
    """From the first page to the receipt, then back with the code alone; what was said is on the Commission's file."""
    passport = tmp_path / "جواز.jpg"
    passport.write_bytes(JPEG)
    page = phone("/portal/", language="ar")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    press(page, "بدء طلب")
    code = page.inner_text("#code").replace("\n", " ")
    press(page, "كتبته: أكمل")
    choose(page, "id_wish_0", 4)
    press(page, "احفظ وأكمل")
    choose(page, "id_sent_by_0", 0)
    press(page, "احفظ وأكمل")
    _person_and_papers(page, passport)
    choose(page, "id_urgency_0", 0)
    type_in(page, "id_purpose", PURPOSE)
    reads(page, str(len(PURPOSE)), within="[data-counts=id_purpose] span")  # counted while typing
    press(page, "احفظ وأكمل")
    type_in(page, "id_summary", "كتبت عن الحكومة في الصحيفة ثم بعد شهر من ذلك جاءت التهمة ضدي.")
    for _ in ("reasons", "annexes", "withheld", "contact"):
        press(page, "احفظ وأكمل")
    press(page, "احفظ وأكمل")
    focus_on(page, "#errors")
    type_in(page, "id_signed_as", "ليلى كريموفا")
    press(page, "احفظ وأكمل")
    press(page, "أرسله إلى اللجنة")
    page.get_by_role("heading", name="ماذا يحدث ومتى").wait_for()
    _looked_at_within_a_working_day(code)
    later = phone("/portal/back/", language="ar")
    type_in(later, "id_code", code)
    reads(later, "الرمز كامل.", within="#code_slip")
    press(later, "افتح طلبي")
    later.get_by_role("heading", name="طلبك", exact=True).wait_for()


def _person_and_papers(page: Any, passport: Path) -> None:
    type_in(page, "id_family_name", "كريموفا")
    type_in(page, "id_given_names", "ليلى")
    reach(page, "id_born_on")
    page.keyboard.type("06121984")  # month, day, year: how the browser's own field of a day is typed
    type_in(page, "id_nationality", "QM")
    press(page, "احفظ وأكمل")
    with page.expect_file_chooser() as chooser:  # the phone's own; awaited before it can open
        reach(page, "id_file")
        page.keyboard.press("Enter")
    chooser.value.set_files(str(passport))
    for tick in ("id_unredacted", "id_shows_name_birth_photo"):
        reach(page, tick)
        page.keyboard.press("Space")
    press(page, "احفظ وأكمل")


def _looked_at_within_a_working_day(code: str) -> None:
    mine = own(code)
    assert mine is not None and mine.request.application.urgency.ground is UrgencyGround.IMMINENT_EXTRADITION
    urgent, received = mine.file.clocks[0], mine.request.received_at.date()
    assert urgent.limit.value == "urgent" and urgent.due_on is not None
    assert 1 <= (urgent.due_on - received).days <= 3 and urgent.due_on.weekday() < 5


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_of_the_portal_keeps_anybody_out(phone: Any, language: str) -> None:
    """Axe finds nothing on any page, no page is wider than the phone."""
    from axe_playwright_python.sync_playwright import Axe

    page = phone("/portal/", language=language)
    onward(page.locator("main form button").first)
    parts = ("wish", "sender", "person", "identity", "mandate", "purpose", "reasons", "annexes", "withheld", "contact",
             "signature", "check")
    addresses = ["/portal/", "/portal/code/", "/portal/back/", "/portal/decisions/", "/portal/status-letter/",
                 *(f"/portal/ask/{part}/?mend=1" for part in parts)]
    for address in addresses:
        _nobody_kept_out(Axe, page, address)
    page.goto("/portal/ask/check/")
    onward(page.locator("main form.buttons button.button").first)
    for address in ("/portal/request/", "/portal/request/letters/receipt/"):
        _nobody_kept_out(Axe, page, address)


def _nobody_kept_out(axe: Any, page: Any, address: str) -> None:
    page.goto(address)
    found = axe().run(page).response["violations"]
    assert not [(each["id"], each["nodes"][0]["target"]) for each in found], address
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH, address
