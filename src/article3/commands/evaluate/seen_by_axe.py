"""Every page of the walk in a browser, looked at by axe: in English by day on a desk, in Arabic by night on a phone,
and each once more in the other scheme for its contrast.

Needs the packages of requirements/test.txt and Chromium; they are no part of an installation.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from article3.terms.finding import Refused

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync")  # fmt: skip
LOOKS = (("en", 1280, "light"), ("ar", 390, "dark"))
"""Language, width in px, colour scheme."""
RUN = """async only => {
  const rules = only ? {runOnly: only} : {rules: {"target-size": {enabled: true}}};
  const found = await axe.run(document, {resultTypes: ["violations"], ...rules});
  return [found.violations.map(each => each.id + " at " + each.nodes[0].target.join(" ")),
          document.documentElement.scrollWidth];
}"""


def look(walks: list[Any], port: int) -> list[str]:
    """What axe found and what is wider than its window; empty when nobody is kept out."""
    axe, start = tools()
    wrong, seen, known = [], 0, set[tuple[str, str]]()
    with start() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for walk in walks:
            once = once_a_route(walk.pages, known)
            for language, width, scheme in LOOKS if once else ():
                page = opened(browser, walk, port, language, width, scheme)
                for each in once:
                    wrong += _found(page, axe, each, language, width)
                page.context.close()
                seen += len(once)
                print(f"axe: {len(once):3} pages of {walk.seat}, {language}", flush=True)
        browser.close()
    print(f"axe: {seen} looks in {len(LOOKS)} languages, {len(wrong)} of them found something")
    return wrong


def tools() -> tuple[str, Any]:
    """Axe's script and what starts the browser. Refused where they are absent."""
    held = importlib.util.find_spec("axe_playwright_python")
    if held is None or not held.submodule_search_locations or not Path(CHROMIUM).exists():
        raise Refused("--axe and --fit need the packages of requirements/test.txt and /usr/bin/chromium:"
                      " `./start test`.")
    from playwright.sync_api import sync_playwright

    [script] = Path(held.submodule_search_locations[0]).glob("**/axe.min.js")
    return script.read_text(encoding="utf-8"), sync_playwright


def opened(browser: Any, walk: Any, port: int, language: str, width: int, scheme: str) -> Any:
    """An empty page of whoever walks, in a language, a window of this width in px and a colour scheme."""
    address = f"http://127.0.0.1:{port}"
    context = browser.new_context(viewport={"width": width, "height": 900}, base_url=address, color_scheme=scheme,
                                  bypass_csp=True)  # axe is put in from outside; nothing else is
    carried = walk.visit.cookies | {"django_language": language}
    context.add_cookies([{"name": name, "value": value, "url": address} for name, value in carried.items()])
    return context.new_page()


def once_a_route(pages: list[Any], known: set[tuple[str, str]]) -> list[Any]:
    """One page of each address and kind of seat that no walk before had; `known` learns them."""
    found = {(page.seat.partition(":")[0], page.route): page for page in reversed(pages)}
    fresh = [page for key, page in found.items() if key not in known]
    known |= set(found)
    return fresh


def _found(page: Any, axe: str, looked_at: Any, language: str, width: int) -> list[str]:
    """Everything in the scheme of this look, and the contrast in the other one as well."""
    scheme = next(each for tongue, _, each in LOOKS if tongue == language)
    other = "light" if scheme == "dark" else "dark"
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour is measured half-way to the other
    page.goto(looked_at.address, wait_until="domcontentloaded")
    page.evaluate(axe)
    violations, reach = page.evaluate(RUN)
    page.emulate_media(color_scheme=other)
    pale, _ = page.evaluate(RUN, ["color-contrast", "link-in-text-block"])
    where = f"{looked_at.address} ({looked_at.seat}, {language}, {width} px"
    wide = [f"{reach} px wide: {where})"] if reach > width else []
    return ([f"axe {each}: {where}, {scheme})" for each in violations]
            + [f"axe {each}: {where}, {other})" for each in pale] + wide)  # fmt: skip
