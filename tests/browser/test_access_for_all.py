"""Pages anybody can use: no violation found by axe, no sideways scrolling on a phone, both directions, both schemes.

A sample: `article3 evaluate pages --axe` looks at every page of every seat of the demo, in CI.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.hands import focus_on
from tests.sites.conftest import Office

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "width", "dark"), [("en", 1280, False), ("ar", 390, False), ("ar", 1280, True),
                                                         ("en", 390, True)])
def test_no_page_keeps_anybody_out(enter: Any, office: Office, language: str, width: int, dark: bool) -> None:
    """Axe finds nothing; the page is no wider than the window."""
    from axe_playwright_python.sync_playwright import Axe

    published = office.published(office.proposed(office.examined(office.requested())))
    open_file = office.requested()
    office.examined(open_file)
    for who, addresses in _addresses(open_file, published).items():
        page = enter(who, addresses[0], language=language, width=width, dark=dark)
        for address in addresses:
            page.goto(address)
            found = Axe().run(page).response["violations"]
            assert not [(each["id"], each["nodes"][0]["target"]) for each in found], address
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address


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
