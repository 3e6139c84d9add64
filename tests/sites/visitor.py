"""A browser without a script: reads a page's forms as they stand, fills fields by name, presses buttons by words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client


@dataclass
class Form:
    """One form of a page: where it goes, what its fields hold, its buttons."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)  # words, name, value


class _Reader(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select = self._area = ""
        self._button: tuple[str, str] | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Forms, their fields and buttons."""
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(said.get("action", ""), said.get("method", "get"))
            self.forms.append(self._open)
        elif self._open and tag == "input" and said.get("name"):
            self._input(said)
        elif self._open and tag in ("select", "textarea"):
            self._select, self._area = (said["name"], "") if tag == "select" else ("", said["name"])
            self._open.fields.setdefault(said["name"], [])
        elif self._open and tag == "option" and (self._select and "selected" in said):
            self._open.fields[self._select] = [said.get("value", "")]
        elif self._open and tag == "button":
            self._button, self._words = (said.get("name", ""), said.get("value", "")), ""

    def _input(self, said: dict[str, str]) -> None:
        assert self._open
        held = self._open.fields.setdefault(said["name"], [])
        ticked = said.get("type") in ("checkbox", "radio")
        if "checked" in said if ticked else said.get("type") != "file":
            held.append(said.get("value", "on" if ticked else ""))

    def handle_data(self, data: str) -> None:
        """Words of a button, text of an area."""
        self._words += data
        if self._open and self._area:
            self._open.fields[self._area] = ["".join([*self._open.fields[self._area], data]).lstrip("\n")]

    def handle_endtag(self, tag: str) -> None:
        """Close what was open."""
        if tag == "form":
            self._open = None
        elif tag in ("select", "textarea"):
            self._select = self._area = ""
        elif tag == "button" and self._button and self._open:
            self._open.buttons.append((" ".join(self._words.split()), *self._button))
            self._button = None


class Visitor:
    """One officer at the pages, without a script."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.at, self.status, self.text = "", 0, ""
        self._typed: dict[str, Any] = {}

    def visit(self, address: str) -> Visitor:
        """Open a page."""
        return self._arrived(self.client.get(address, follow=True), address)

    def fill(self, **typed: Any) -> Visitor:
        """Type into fields; `__` in a name stands for `-`."""
        self._typed |= {name.replace("__", "-"): value for name, value in typed.items()}
        return self

    def press(self, words: str) -> Visitor:
        """Press the button with these words in the form that has it and the fields typed into."""
        form, button = self._form_with(words)
        sent = {**form.fields, **self._typed, **({button[1]: button[2]} if button[1] else {})}
        unknown = set(self._typed) - set(form.fields)
        assert not unknown, f"{self.at} has no field {sorted(unknown)}"
        address = form.action or self.at
        call = self.client.post if form.method == "post" else self.client.get
        self._typed = {}
        return self._arrived(call(address, sent, follow=True), address)

    def says(self, *words: str) -> Visitor:
        """The page must hold these words."""
        for each in words:
            assert each in self.text, f"{self.at} ({self.status}) does not say {each!r}; errors: {self.errors()}"
        return self

    def errors(self) -> list[str]:
        """What the page says is wrong."""
        summary = re.search(r'<div class="errors".*?</div>', self.text, re.S)
        return re.findall(r"<li>(?:<a[^>]*>)?([^<]+)", summary[0]) if summary else []

    def _form_with(self, words: str) -> tuple[Form, tuple[str, str, str]]:
        reader = _Reader()
        reader.feed(self.text)
        for form in reader.forms:
            for button in form.buttons:
                if button[0].startswith(words) and set(self._typed) <= set(form.fields):
                    return form, button
        raise AssertionError(f"{self.at} ({self.status}) has no button {words!r}")

    def _arrived(self, answer: Any, address: str) -> Visitor:
        self.at = answer.redirect_chain[-1][0] if answer.redirect_chain else address.partition("?")[0]
        self.status, self.text = answer.status_code, answer.content.decode()
        return self
