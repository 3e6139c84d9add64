"""The documentation is searched from a disk, by the keyboard, in the reader's words; it has an index beside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from article3.commands.docs import search, site

pytestmark = pytest.mark.browser
PATIENCE_MS = 30_000


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site: the address of its page of search."""
    root, to = Path(__file__).parents[2], tmp_path_factory.mktemp("site")
    site.write(root, to, {})
    yield (to / search.PAGE).as_uri()


@pytest.mark.parametrize(("locale", "label", "none", "dir"), [
    ("en-GB", "Words", "Nothing found.", "ltr"), ("fr-FR", "Mots", "Rien trouvé.", "ltr"),
    ("es-ES", "Palabras", "No se encontró nada.", "ltr"), ("ar", "كلمات", "لم يُعثر على شيء.", "rtl"),
])  # fmt: skip
def test_words_lead_to_sections(chromium: Any, written: str, locale: str, label: str, none: str, dir: str) -> None:
    """Beginnings of all words; the number is told to a screen reader; Enter on a result opens it; nothing is asked
    of another machine."""
    page, asked = chromium.new_page(locale=locale), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(written)
    field = page.get_by_role("searchbox", name=label)
    expect(field).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_role("search")).to_have_attribute("dir", dir)
    field.fill("zzyzx")
    expect(page.get_by_role("status")).to_have_text(none, timeout=PATIENCE_MS)
    field.fill("public notices web serv")
    first = page.locator("#results a").filter(has_text="The public notices web service").first
    expect(first).to_be_visible(timeout=PATIENCE_MS)
    first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/public-service.html*", timeout=PATIENCE_MS)
    expect(page.get_by_role("heading", level=1)).to_have_text("The public notices web service", timeout=PATIENCE_MS)
    assert all(url.startswith("file:") for url in asked)
    page.close()


def test_without_a_script_every_section_is_listed(chromium: Any, written: str) -> None:
    """The form stays hidden; links to the sections stand under their pages."""
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(written)
    expect(page.get_by_role("link", name="The public notices web service").first).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator("#search")).to_be_hidden()
    page.context.close()
