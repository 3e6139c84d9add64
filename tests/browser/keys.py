"""A keyboard and nothing else: Tab, Shift-Tab, Enter, Space, arrows, Escape and typing, with an eye on the focus.

Every stop is judged: the focus is drawn, stands inside the window, follows the order of the page, and goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.browser.hands import focus_on, reads

FARTHEST = 150
"""Stops of the Tab key within which a page's thing must be reached."""
STOP = """() => {
  const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
  const label = [...(e.labels || [])].map(l => l.textContent).join(" ");
  const shows = e.getAttribute("aria-label") || (e.matches("input, select, textarea") ? label : e.textContent);
  return {at: [...document.querySelectorAll("*")].indexOf(e), tag: e.tagName.toLowerCase(), kind: e.type || "",
    words: shows.replace("(optional)", "").replace(/\\s+/g, " ").trim(), id: e.id,
    group: e.closest("fieldset")?.querySelector("legend")?.textContent || "",
    value: e.tagName === "SELECT" ? e.selectedOptions[0].textContent : e.value || "", ticked: e.checked === true,
    drawn: s.outlineStyle === "solid" && parseFloat(s.outlineWidth) >= 2,
    inside: b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth};
}"""  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where the focus stands: its place in the document, what it is called, whether one sees it."""

    at: int
    tag: str
    kind: str
    words: str
    id: str
    group: str
    value: str
    ticked: bool
    drawn: bool
    inside: bool

    @property
    def nowhere(self) -> bool:
        """The focus stands on the page as a whole: before the first stop or after the last."""
        return self.tag in ("body", "html")

    def judge(self) -> Stop:
        """Seen by whoever looks at the screen."""
        assert self.nowhere or (self.drawn and self.inside), f"nobody sees where the focus is: {self}"
        return self


class Keys:
    """One person's keyboard on one page."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def stop(self) -> Stop:
        """Where the focus stands now."""
        return Stop(**self.page.evaluate(STOP))

    def press(self, key: str) -> Stop:
        """One key; where the focus stands after it, and that one sees it."""
        self.page.keyboard.press(key)
        return self.stop().judge()

    def to(self, words: str, *kinds: str, group: str = "") -> Stop:
        """Tab to what bears these words (exactly), of one of these kinds or tags, in the group with this legend."""
        before = self.stop()
        for _ in range(FARTHEST):
            here = self.press("Tab")
            several = here.kind == "date" and here.at == before.at  # day, month and year are stops of their own
            assert here.at > before.at or several or here.nowhere or before.nowhere, f"out of order: {before} {here}"
            named, kind = not words or here.words == words, not kinds or {here.kind, here.tag} & set(kinds)
            if named and kind and group in here.group:
                return here
            before = here
        raise AssertionError(f"{words or group!r} is not reached by the Tab key on {self.page.url}")

    def go(self, words: str) -> Keys:
        """Reach a link or a button and press it; the page that follows is there."""
        self.to(words, "a", "button", "submit")
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def write(self, label: str, text: str) -> Keys:
        """Reach a field and type."""
        self.to(label, "input", "textarea")
        self.page.keyboard.type(text)
        return self

    def tick(self, label: str) -> Keys:
        """Reach a box and tick it."""
        self.to(label, "checkbox")
        assert self.press("Space").ticked
        return self

    def choose(self, words: str, group: str = "") -> Keys:
        """Reach the buttons of a group, of which one is chosen, and go down to the words."""
        here = self.to("", "radio", group=group)
        self.page.keyboard.press("Space")
        for _ in range(FARTHEST):
            if here.words == words:
                assert here.ticked or self.stop().ticked
                return self
            here = self.press("ArrowDown")
        raise AssertionError(f"{words!r} is no choice of {group!r}")

    def pick(self, label: str, words: str) -> Keys:
        """Reach a list and go down to the words."""
        here = self.to(label, "select")
        for _ in range(FARTHEST):
            if here.value.strip() == words:
                return self
            here = self.press("ArrowDown")
        raise AssertionError(f"{words!r} is no line of {label!r}")

    def refused(self, words: str) -> Keys:
        """The form comes back: the focus stands on what is to mend, which says so; its first link leads to a field."""
        focus_on(self.page, "#errors")
        here = self.stop().judge()
        assert words in here.words, here.words
        return self

    def mend(self) -> Stop:
        """From the list of errors to the first field named in it."""
        assert self.press("Tab").tag == "a"
        field = self.page.evaluate("document.activeElement.hash")
        self.page.keyboard.press("Enter")
        focus_on(self.page, field)
        return self.stop().judge()

    def says(self, words: str) -> Keys:
        """The words stand on the page."""
        reads(self.page, words)
        return self

    def round(self) -> int:
        """Once through the page: the skip link is first and leads to the content, no stop holds the focus, and
        Shift-Tab leads back the way one came. Gives the number of stops."""
        first = self.press("Tab")
        assert self.page.evaluate("document.activeElement.className") == "skip"
        stops = [first]
        while not (here := self.press("Tab")).nowhere:
            if here.at < stops[-1].at:
                break
            assert here.at > stops[-1].at or here.kind == "date", f"the focus is held at {here}"
            assert len(stops) < FARTHEST
            stops.append(here)
        self.press("Shift+Tab")
        assert self.press("Shift+Tab").at in {stop.at for stop in stops}
        self.page.reload()
        self.press("Tab")
        self.page.keyboard.press("Enter")
        focus_on(self.page, "#content")
        return len(stops)
