"""Pages anybody can use: no violation found by axe, no sideways scrolling on a phone, both directions, both schemes.

A sample: `article3 evaluate pages --axe` looks at every page of every seat of the demo, in CI.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.hands import focus_on
from tests.sites.conftest import Office

pytestmark = pytest.mark.browser
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"


@pytest.mark.parametrize(("language", "width", "dark"), [("en", 1280, False), ("ar", 390, True)])
def test_no_page_keeps_anybody_out(enter: Any, office: Office, language: str, width: int, dark: bool) -> None:
    """Axe finds nothing, and no contrast is too weak in the other scheme; the page is no wider than either window."""
    published = office.published(office.proposed(office.examined(office.requested())))
    open_file = office.requested()
    office.examined(open_file)
    for who, addresses in _addresses(open_file, published).items():
        page = enter(who, addresses[0], language=language, width=width, dark=dark)
        page.emulate_media(reduced_motion="reduce")  # no colour is measured half-way to the other
        for address in addresses:
            page.goto(address)
            looked_at(page, address, other="light" if dark else "dark")
            page.set_viewport_size({"width": 390 if width == 1280 else 1280, "height": 900})
            assert page.evaluate(TOO_WIDE) is False, address
            page.set_viewport_size({"width": width, "height": 900})


def looked_at(page: Any, address: str, other: str) -> None:
    """Axe on the page as it stands, then on its contrast in the other scheme; and it fits its window."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    assert not [(each["id"], each["nodes"][0]["target"]) for each in found], address
    assert page.evaluate(TOO_WIDE) is False, address
    page.emulate_media(color_scheme=other)
    found = page.evaluate('axe.run(document, {runOnly: "color-contrast", resultTypes: ["violations"]})')["violations"]
    assert not [(each["id"], each["nodes"][0]["target"]) for each in found], f"{address}, {other}"
    page.emulate_media(color_scheme="light" if other == "dark" else "dark")


def _addresses(open_file: str, published: str) -> dict[str, list[str]]:
    file = f"/secretariat/files/{open_file}"
    return {
        "": ["/public/", "/public/rules/rpd/", "/public/glossary/", "/tour/", "/tour/1/", "/account/login/"],
        "oversight": ["/oversight/", "/oversight/journal/"],
        "first": ["/secretariat/", "/secretariat/go/", f"{file}/", f"{file}/letters/", f"{file}/outcome/",
                  f"{file}/worksheet/", f"{file}/propose/"],
        "xa": ["/bureau/", "/bureau/which/?need=arrest&reach=all", f"/bureau/items/{open_file}/"],
        "xb": ["/bureau/incoming/", f"/bureau/incoming/{published}/", "/bureau/search/"],
    }


def test_the_keyboard_alone_reaches_the_content(enter: Any, office: Office) -> None:
    """The first stop is the skip link, visible when it is reached, and it leads to the content."""
    page = enter("xa", "/bureau/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    focus_on(page, "#content")
