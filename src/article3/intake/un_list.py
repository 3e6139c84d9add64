"""The United Nations Security Council's consolidated list (XML) as special notices; every entry or what is wrong.

An entry becomes what our form holds: names in their order and script, days of birth as they are known, papers, the
reference. Nothing is guessed: a country is read by its English name and left out when we do not know it.
Source: the published list's schema, root `CONSOLIDATED_LIST`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from article3.intake.countries import meant
from article3.intake.problems import Problem, Unreadable
from article3.intake.reading import read_communication
from article3.intake.un_births import UNREAD, births
from article3.terms.communication import UNKNOWN_BUREAU, Communication, Reference

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_ADDRESS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
LARGEST_BYTES = 20_000_000
_NOBODY = Reference("0" * 32)
_PAPERS = {"passport": "passport", "national identification number": "identity_card"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """A whole list as it was published: when, its SHA-256, every entry (without a reference of ours)."""

    generated: datetime
    sha256: str
    entries: tuple[Communication, ...]


def read_list(content: bytes) -> ReadList:
    """The whole list, every entry under its own reference. Raises Unreadable with everything that is wrong: half a
    list would delist the other half."""
    if len(content) > LARGEST_BYTES:
        raise _unreadable(f"{len(content)} bytes", f"at most {LARGEST_BYTES} bytes")
    root = _root(content)
    found, generated = tuple(_entries(root)), _instant(root.get("dateGenerated", ""))
    if not found or generated is None:
        raise _unreadable("a list without " + ("its date (dateGenerated)" if found else "any entry"),
                          "the consolidated list as the Security Council publishes it")  # fmt: skip
    read: list[Communication] = []
    wrong: list[Problem] = []
    for path, entry in found:
        try:
            read.append(read_entry(entry, reference=_NOBODY))
        except Unreadable as unreadable:
            wrong += [_at(path, each) for each in unreadable.problems]
    wrong += _unnamed(read)
    if wrong:
        raise Unreadable(tuple(wrong))
    return ReadList(generated=generated, sha256=sha256(content).hexdigest(), entries=tuple(read))


def _unnamed(read: list[Communication]) -> Iterator[Problem]:
    """An entry that cannot be told from the others by its reference."""
    for un_reference, times in Counter(entry.un_reference for entry in read).items():
        if times > 1 or not un_reference:
            yield Problem(pointer="", field="REFERENCE_NUMBER", found=f"{un_reference or 'none'} ({times} times)",
                          expected="a reference of its own for every entry", code="not_the_list",
                          mend="Save the list again as it is published.")  # fmt: skip


def _at(path: str, wrong: Problem) -> Problem:
    return replace(wrong, pointer=f"{path}{wrong.pointer}")


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_un_list(content: bytes) -> bool:
    """True for a file that begins as the list does."""
    return b"<CONSOLIDATED_LIST" in content[:4_000]


def entries(content: bytes) -> Iterator[tuple[str, Element]]:
    """Every individual and entity with its path in the document. Raises Unreadable for what is no list (`_root`)."""
    yield from _entries(_root(content))


def _root(content: bytes) -> Element:
    """The document. Raises Unreadable for what is no XML, and for XML that declares entities of its own (they can blow
    up or read files)."""
    if _DECLARATION.search(content):
        raise _unreadable("a document type or entity of its own", "plain XML without declarations")
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise _unreadable(f"XML that breaks off: {error}", "well-formed XML") from error


def _entries(root: Element) -> Iterator[tuple[str, Element]]:
    for kind in ("INDIVIDUALS/INDIVIDUAL", "ENTITIES/ENTITY"):
        for place, entry in enumerate(root.iterfind(kind), 1):
            yield f"/{kind}[{place}]", entry


def read_entry(entry: Element, *, reference: Reference) -> Communication:
    """One entry as a UN special notice. Raises Unreadable with all problems."""
    person = entry.tag == "INDIVIDUAL"
    born, unread = births(entry)
    form = {
        "channel": "notice_request", "source": UNKNOWN_BUREAU, "colour": "un_special",
        "un_reference": _text(entry, "REFERENCE_NUMBER"), "source_reference": _text(entry, "DATAID"),
        "made_on": _day(_text(entry, "LISTED_ON")), "facts_summary": _text(entry, "COMMENTS1"),
        "level": "official_use",
    } | ({"person": _person(entry, born), "extra": {UNREAD: "; ".join(unread)} if unread else {}} if person else
         {"subject": _joined(entry), "entity": _entity(entry)})  # fmt: skip
    return read_communication(_said(form), reference=reference)


def _person(entry: Element, birth_dates: list[str]) -> dict[str, Any]:
    born = entry.find("INDIVIDUAL_PLACE_OF_BIRTH")
    genders = {"MALE": "M", "FEMALE": "F"}
    titles = [*_values(entry, "TITLE"), *_values(entry, "DESIGNATION")]
    return _said({
        "names": _names(entry), "sex": genders.get(_text(entry, "GENDER").upper()),
        "birth_dates": birth_dates,
        "birth_place": ", ".join(filter(None, (_text(born, "CITY"), _text(born, "STATE_PROVINCE")))),
        "birth_country": _country(_text(born, "COUNTRY")), "documents": _papers(entry),
        "nationalities": list(dict.fromkeys(filter(None, map(_country, _values(entry, "NATIONALITY"))))),
        "description": "; ".join(titles), "status": "un_sanctioned",
    })  # fmt: skip


def _names(entry: Element) -> list[dict[str, str]]:
    """The main name (its last part as family name only where there are two), its script, and every alias."""
    parts = [text for name in _NAMES if (text := _text(entry, name))]
    main = {"given": parts[0], "family": parts[1]} if len(parts) == 2 else {"family": " ".join(parts)}
    names = [main] if parts else []
    if original := _text(entry, "NAME_ORIGINAL_SCRIPT"):
        names.append({"family": original})
    for alias in entry.iterfind("INDIVIDUAL_ALIAS"):
        if text := _text(alias, "ALIAS_NAME"):
            names.append({"family": text, "kind": "former" if _is_former(alias) else "alias"})
    return names


def _is_former(alias: Element) -> bool:
    return _text(alias, "QUALITY").lower() == "f.k.a."


def _entity(entry: Element) -> dict[str, Any]:
    """What the list says of an organization or a ship: further names and addresses; it states no more."""
    named = [(text, _is_former(alias)) for alias in entry.iterfind("ENTITY_ALIAS")
             if (text := _text(alias, "ALIAS_NAME")[:500])]  # fmt: skip
    written = (", ".join(filter(None, (_text(where, part) for part in _ADDRESS)))
               for where in entry.iterfind("ENTITY_ADDRESS"))  # fmt: skip
    return _said({
        "original_name": _text(entry, "NAME_ORIGINAL_SCRIPT")[:500],
        "aliases": list(dict.fromkeys(text for text, former in named if not former)),
        "former_names": list(dict.fromkeys(text for text, former in named if former)),
        "addresses": list(dict.fromkeys(text[:500] for text in written if text)),
    })  # fmt: skip


def _papers(entry: Element) -> list[dict[str, str]]:
    found = []
    for paper in entry.iterfind("INDIVIDUAL_DOCUMENT"):
        number, kind = _text(paper, "NUMBER"), _text(paper, "TYPE_OF_DOCUMENT").lower()
        country = _country(_text(paper, "ISSUING_COUNTRY") or _text(paper, "COUNTRY_OF_ISSUE"))
        if number:
            found.append(_said({"kind": _PAPERS.get(kind, "other"), "number": number[:60], "country": country}))
    return found


def _joined(entry: Element) -> str:
    return " ".join(text for name in _NAMES if (text := _text(entry, name)))[:500]


def _values(entry: Element, name: str) -> list[str]:
    return [text for value in entry.iterfind(f"{name}/VALUE") if (text := " ".join((value.text or "").split()))]


def _text(entry: Element | None, name: str) -> str:
    found = None if entry is None else entry.findtext(name)
    return " ".join((found or "").split())


def _day(text: str) -> str:
    return text[:10] if re.match(r"\d{4}-\d{2}-\d{2}", text) else ""


def _country(name: str) -> str:
    return (meant(name) or "") if name else ""


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _unreadable(found: str, expected: str) -> Unreadable:
    return Unreadable((Problem(pointer="", field="the file", found=found[:200], expected=expected, code="not_the_list",
                               mend="Save the list again as it is published."),))  # fmt: skip
