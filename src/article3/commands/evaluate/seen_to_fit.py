"""Every page of the walk measured in a browser: it holds still while it loads, and fits whoever looks at it.

Bars, with their success criteria in WCAG 2.2: no layout shift at all (cumulative layout shift 0) at 1280 and 375 px in
English and Arabic; nothing wider than a window of 320 px (1.4.10), than one zoomed to 200 %, than one whose letters
alone are doubled (1.4.4), or with wide text spacing (1.4.12), and no words cut off then; nothing moves for who wants no
motion (2.3.3); in forced colours every button and field has an edge and the focus an outline (1.4.11, 2.4.7); on paper
stands the content alone, not the way around it, with references and outward addresses in full. Needs the packages of
requirements/test.txt and Chromium.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LANGUAGES = ("en", "ar")
WIDTHS_PX = (1280, 375)
SMALLEST_PX, ZOOMED_PX = 320, 640
"""Windows of 1280 px at 400 % (1.4.10) and at 200 % (1.4.4)."""
LISTED = 10
WATCH = """
window.named = e => e.nodeName.toLowerCase() + "." + (e.getAttribute("class") || "");
window.shifts = [];
window.noted = entries => {
  for (const each of entries) if (!each.hadRecentInput) window.shifts.push([each.value,
    (each.sources || []).map(s => s.node?.getAttribute ? named(s.node) : "text")]);
};
window.watcher = new PerformanceObserver(list => noted(list.getEntries()));
watcher.observe({type: "layout-shift", buffered: true});
"""
SETTLED = """async () => {
  await document.fonts.ready;
  for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame);
  await new Promise(done => setTimeout(done));  // a busy browser tells of a shift after the frame it was in
  noted(watcher.takeRecords());
  return window.shifts;
}"""
REACH = """() => {
  const wide = document.documentElement.scrollWidth, room = document.documentElement.clientWidth;
  if (wide <= room) return "";
  const held = e => { for (let p = e.parentElement; p; p = p.parentElement)
    if (getComputedStyle(p).overflowX !== "visible") return true; return false; };
  const at = [...document.body.querySelectorAll("*")].filter(e => { const b = e.getBoundingClientRect();
    return (b.right > room + 1 || b.left < -1) && !held(e); }).pop();
  return wide + " px at " + (at ? named(at) + " " + at.textContent.trim().slice(0, 40) : "?");
}"""
DRESS = """css => { const dress = new CSSStyleSheet(); dress.replaceSync(css);
  document.adoptedStyleSheets = [dress]; }"""
SPACED = ("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } "
          "p { margin-block-end: 2em !important; }")  # fmt: skip
DOUBLED = "html { font-size: 200% !important; }"
CUT = """() => [...document.querySelectorAll("main *")].filter(e => {
  const style = getComputedStyle(e);
  return !e.closest(".apart, svg, .scroll") && /hidden|clip/.test(style.overflowX + style.overflowY) && e.offsetParent
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map(e => named(e)).slice(0, 3)"""
MOVING = """() => [...document.querySelectorAll("*")].filter(e => { const s = getComputedStyle(e);
  return parseFloat(s.transitionDuration) > 0 || (s.animationName !== "none" && parseFloat(s.animationDuration) > 0);
}).map(e => named(e)).slice(0, 3)"""
EDGELESS = """() => {
  const bare = [...document.querySelectorAll("button:not(.plain), .button, input, select, textarea")].filter(e => {
    const s = getComputedStyle(e);
    return e.offsetParent && e.type !== "checkbox" && e.type !== "radio" && e.type !== "file"
      && (s.borderTopStyle === "none" || parseFloat(s.borderTopWidth) < 1);
  }).map(e => "no edge: " + named(e));
  const first = document.querySelector("main a[href], main button, main input:not([type=hidden])");
  if (first && first.offsetParent) { first.focus({focusVisible: true});
    const s = getComputedStyle(first);
    if (s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 2) bare.push("no focus: " + first.nodeName);
    first.blur(); }
  return bare.slice(0, 3);
}"""
ON_PAPER = """() => {
  const seen = e => e.offsetParent !== null && getComputedStyle(e).visibility !== "hidden";
  const around = "nav, .masthead, .skip, .tongues, .crumbs, button, .button, form.filters";
  const wrong = [...document.querySelectorAll(around)]
    .filter(seen).map(e => "printed: " + named(e));
  const head = document.querySelector("h1");
  if (!head || !seen(head)) wrong.push("no heading on paper");
  const cut = [...document.querySelectorAll(".reference[title]")].filter(seen)
    .filter(e => !getComputedStyle(e, "::after").content.includes(e.title));
  const led = [...document.querySelectorAll('main a[href^="http"]')].filter(seen)
    .filter(e => !getComputedStyle(e, "::after").content.includes(e.getAttribute("href")));
  wrong.push(...cut.map(e => "a reference cut short: " + e.title));
  wrong.push(...led.map(e => "a link without its address: " + e.href));
  return [...new Set(wrong)].slice(0, 3);
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """What does not fit: which measure, how much (a shift) and in words, where."""

    measure: str
    what: str
    where: str
    shift: float = 0.0

    def __str__(self) -> str:
        return f"{self.measure} {self.what}: {self.where}"


def look(walks: list[Any], port: int) -> list[str]:
    """What shifts, sticks out, moves or is cut off; empty when every page fits. Prints a line a measure."""
    from article3.commands.evaluate import seen_by_axe

    _, start = seen_by_axe.tools()
    found, seen, known = [], 0, set[tuple[str, str]]()
    with start() as driver:
        browser = driver.chromium.launch(executable_path=seen_by_axe.CHROMIUM, args=list(seen_by_axe.ARGUMENTS))
        for walk in walks:
            once = seen_by_axe.once_a_route(walk.pages, known)
            for language in LANGUAGES if once else ():
                for width in WIDTHS_PX:
                    page = seen_by_axe.opened(browser, walk, port, language, width, "light")
                    page.add_init_script(WATCH)
                    for each in once:
                        where = f"{each.address} ({each.seat}, {language}, {width} px)"
                        found += list(misfits(page, each.address, where, width))
                        seen += 1
                    page.context.close()
            print(f"fit: {len(once):3} pages of {walk.seat}", flush=True)
        browser.close()
    _summary(found, seen)
    return [str(each) for each in found]


def misfits(page: Any, address: str, where: str, width_px: int) -> Iterator[Misfit]:
    """Load one page and put it through every measure. The page must carry `WATCH` as its first script."""
    page.set_viewport_size({"width": width_px, "height": 900})
    page.emulate_media(media="screen", forced_colors="none", reduced_motion="no-preference")
    page.goto(address, wait_until="load")
    for shift, sources in page.evaluate(SETTLED):
        yield Misfit(measure="shift", what=f"{shift:.4f} of {', '.join(sources)[:90]}", where=where, shift=shift)
    if width_px == WIDTHS_PX[0]:
        yield from _by_itself(page, where)
        yield from _as_wide(page, where, "200 %", ZOOMED_PX, "")
        yield from _as_wide(page, where, "letters of 200 %", width_px, DOUBLED)
        yield from _as_wide(page, where, "spacing", width_px, SPACED)
    else:
        yield from _as_wide(page, where, "reflow", SMALLEST_PX, "")
        yield from _as_wide(page, where, "spacing", width_px, SPACED)


def _as_wide(page: Any, where: str, measure: str, width_px: int, css: str) -> Iterator[Misfit]:
    """Nothing is wider than the window, and no words are cut off."""
    page.set_viewport_size({"width": width_px, "height": 900})
    page.evaluate(DRESS, css)
    if reach := page.evaluate(REACH):
        yield Misfit(measure=measure, what=f"{reach} in {width_px}", where=where)
    for cut in page.evaluate(CUT):
        yield Misfit(measure=measure, what=f"cuts off {cut}", where=where)


def _by_itself(page: Any, where: str) -> Iterator[Misfit]:
    """The page for who wants no motion, colours of their own, or paper."""
    for measure, media, script in (("motion", {"reduced_motion": "reduce"}, MOVING),
                                   ("forced colours", {"forced_colors": "active"}, EDGELESS),
                                   ("paper", {"media": "print", "forced_colors": "none"}, ON_PAPER)):  # fmt: skip
        page.emulate_media(**media)
        yield from (Misfit(measure=measure, what=what, where=where) for what in page.evaluate(script))
    page.emulate_media(media="screen")


def _summary(found: list[Misfit], seen: int) -> None:
    """A line a measure, and the pages that shift most."""
    counted = Counter(each.measure for each in found)
    said = ", ".join(f"{measure} {number}" for measure, number in counted.most_common()) or "nothing"
    largest = max((each.shift for each in found), default=0.0)
    print(f"fit: {seen} looks in {len(LANGUAGES)} languages at {' and '.join(map(str, WIDTHS_PX))} px; "
          f"largest layout shift {largest:.4f}; found: {said}")  # fmt: skip
    for each in sorted(found, key=lambda each: -each.shift)[:LISTED]:
        if each.shift:
            print(f"  {each}")
