"""A form of a page as it stands, and what somebody may write into it: what it asks for, and what nobody would."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
from django.core.files.uploadedfile import SimpleUploadedFile

import article3

ODD: tuple[str, ...] = (
    "", " ", "0", "-1", "1", "007", "1.5", "1e309", "NaN", "999999999999999999999999", "9" * 18, "9" * 5000,
    "²", "٣", "𝟛", "½", "\x00", "a\x00b", "\u202e\u2066", "\ufeff", "\ud800", "\r\nSet-Cookie: a=b", "x" * 300,
    "x" * 70_000, "🜛" * 90, "2026-02-30", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-11-24T25:61",
    "٢٠٢٦-٠١-٠١", "1900", "now", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2026-W01-1", "20260101",
    "[]", "{}", "null", "true", '{"a": [1', "' OR 1=1 --", "%", "_", "\\", "*", '"', "<b>&amp;</b>", "{{ 7 }}", "%s%n",
    "../../etc/passwd", "/", "//elsewhere.test/", "javascript:1", "http://[::1", "https://xn--/", "0" * 32, "g" * 32,
    "a:b:c", "1|2", "~~", "XA", "xx", "ZZZ", "AA BB CC", "Müller, Zoë", "محمد", "王", "ǅ", "i̇", "ß" * 60, "a-a-a", "on",
)  # fmt: skip
"""Values that have broken programs."""
PDF, WORDS, XML = "application/pdf", "text/plain", "text/xml"
FILES: tuple[tuple[str, bytes, str], ...] = (
    ("x", b"", WORDS), ("a.pdf", b"", PDF), ("a.pdf", b"%PDF-1.7\n%%EOF", PDF), ("a.json", b"{", "application/json"),
    ("../a\u202efdp.exe", b"MZ\x90", "application/x-msdownload"), ("a.txt", b"\xff\xfe\x00", WORDS),
    ("a.json", b'{"a": NaN, "a": 1}', "application/json"), ("a" * 300, b"text", WORDS),
    ("a.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", XML), ("a.zip", b"PK\x03\x04\x14", "application/zip"),
    ("a.xml", b"<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL/></INDIVIDUALS></CONSOLIDATED_LIST>", XML),
    ("a.warc.gz", b"\x1f\x8b\x08\x00", "application/gzip"), ("a.html", b"<html><p>\xe9</html>", "text/html"),
    ("a.csv", b"a,b\n1", "text/csv"), ("a.png", b"\x89PNG\r\n\x1a\n", "image/png"), ("a\x00b", b"\x00" * 50, "a/b; c="),
)  # fmt: skip
WRITTEN = {"number": "3", "date": "2026-12-01", "time": "10:00", "datetime-local": "2026-12-01T10:00",
           "email": "a@example.org", "url": "https://example.org/a", "tel": "+990 1", "password": "x" * 14}  # fmt: skip
TYPED = {*WRITTEN, "hidden", "text", "search", "textarea"}
SECRET = "csrfmiddlewaretoken"


@cache
def read_by_name() -> tuple[str, ...]:
    """Every name under which the program itself reads a value of a query or a form, besides the forms it declares."""
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(article3.__file__).parent.rglob("*.py")))
    return tuple(sorted(set(re.findall(r'(?:GET|POST)\.(?:get|getlist)\(\s*"(\w+)"', written))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field by its name: how it is asked for, what it holds, what it offers."""

    name: str
    kind: str  # the type of an input; textarea, select, button
    held: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a page."""

    action: str
    method: str
    fields: tuple[Field, ...]


def forms_of(address: str, page: bytes) -> list[Form]:
    """The forms of a page, in order."""
    if b"<form" not in page:
        return []
    found = lxml.html.document_fromstring(page)
    return [Form(action=_action(address, form.get("action", "")), method=form.get("method", "get").lower(),
                 fields=_fields(form)) for form in found.iter("form")]  # fmt: skip


def _action(address: str, action: str) -> str:
    return action if action.startswith("/") else address.partition("?")[0] + action if action else address


def _fields(form: Any) -> tuple[Field, ...]:
    found: dict[str, Field] = {}
    for each in form.iter("input", "select", "textarea", "button"):
        name = each.get("name")
        if not name:
            continue
        one, before = _field(name, each), found.get(name)
        found[name] = one if before is None else Field(
            name=name, kind=before.kind, held=before.held + one.held, offered=before.offered + one.offered)  # fmt: skip
    return tuple(found.values())


def _field(name: str, each: Any) -> Field:
    if each.tag == "select":
        options = [(one.get("value", one.text_content()), "selected" in one.attrib) for one in each.iter("option")]
        return Field(name=name, kind="select", held=tuple(value for value, chosen in options if chosen),
                     offered=tuple(value for value, _ in options))  # fmt: skip
    if each.tag == "textarea":
        return Field(name=name, kind="textarea", held=((each.text or "").removeprefix("\n"),))
    kind, value = ("button" if each.tag == "button" else each.get("type", "text")), each.get("value", "")
    if kind in ("checkbox", "radio", "button", "submit"):
        value = value or "on"
        return Field(name=name, kind=kind, held=(value,) if "checked" in each.attrib else (), offered=(value,))
    return Field(name=name, kind=kind, held=(value,))


def filled(form: Form, chance: random.Random, met: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """A form filled in as somebody might: most fields as asked, up to three as nobody would, sometimes one missing.

    `met`: values met elsewhere under that name.
    """
    found: dict[str, Any] = {field.name: _plausible(field, chance) for field in form.fields}
    names = [name for name in found if name != SECRET]
    for name in chance.sample(names, min(len(names), chance.choice((0, 0, 1, 1, 2, 3)))):
        kind = next(field.kind for field in form.fields if field.name == name)
        found[name] = _odd(name, kind, chance, met)
    if names and chance.random() < 0.1:
        del found[chance.choice(names)]
    if chance.random() < 0.15:
        found[chance.choice(read_by_name())] = chance.choice(ODD)
    return {name: value for name, value in found.items() if value not in (None, [])}


def _odd(name: str, kind: str, chance: random.Random, met: Mapping[str, Sequence[str]]) -> Any:
    if kind == "file":
        return a_file(chance)
    if chance.random() < 0.15 and met.get(name):
        return chance.choice(met[name])
    if chance.random() < 0.1:
        return [chance.choice(ODD) for _ in range(chance.choice((2, 3, 40)))]
    return chance.choice(ODD)


def a_file(chance: random.Random) -> SimpleUploadedFile:
    """A paper that may be anything."""
    name, body, kind = chance.choice(FILES)
    return SimpleUploadedFile(name or "x", body, content_type=kind or "text/plain")


def _plausible(field: Field, chance: random.Random) -> Any:
    if field.kind in TYPED:
        held = field.held[0] if field.held else ""
        return held if held or chance.random() < 0.3 else WRITTEN.get(field.kind, "Read and found in order.")
    if field.kind == "file":
        return a_file(chance) if chance.random() < 0.5 else None
    if field.kind == "checkbox":
        return [each for each in field.offered if chance.random() < 0.6]
    if field.kind in ("button", "submit"):
        return chance.choice((*field.offered, None))
    return chance.choice(field.offered) if field.offered and chance.random() < 0.7 else list(field.held)
