"""Notices of a public notice web service (`/notices/v1`): detail, list page, and back again without loss.

What our own fields cannot hold stays word for word in `extra`, never trusted. Nothing is guessed: a list entry
becomes a communication in which almost everything is unknown.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from article3.intake.countries import CODES
from article3.intake.form import COMMUNICATION, plain_name
from article3.intake.json_text import parse, shallow
from article3.intake.problems import Problem, Problems, Unreadable, add, seen
from article3.intake.public_fields import FOREIGN_POINTERS, charged, detail_of, form_of
from article3.terms.communication import UNKNOWN_BUREAU, Channel, Colour, Communication, Reference

KEYS = "~keys"
"""Entry of `extra` that remembers which fields the notice had, in its order."""
_PATH = re.compile(r"/notices/v\d+/(red|yellow|un)(?:/(persons|entities))?(?:/|$)")
_COLOURS = {"red": Colour.RED, "yellow": Colour.YELLOW, "un": Colour.UN_SPECIAL}


def is_public_notice(value: object) -> bool:
    """True for a notice of the service, in detail or as a list shows it."""
    return isinstance(value, dict) and "entity_id" in value and "channel" not in value


def is_list_page(value: object) -> bool:
    """True for a page of the service's list."""
    return isinstance(value, dict) and isinstance(_inside(value, "_embedded").get("notices"), list)


def read_public_notice(document: object | bytes | str, *, reference: Reference) -> Communication:
    """One notice of the service as a communication; its source is the issuing country of the first warrant.

    The colour is that of the service's own link or of fields only one colour has; otherwise it is unknown.
    Raises Unreadable; pointers are those of the service's fields.
    """
    value = parse(document) if isinstance(document, bytes | str) else document
    problems: Problems = []
    if not is_public_notice(value) or not shallow(value):
        add(problems, "", "not_a_notice", found=seen(value), expected="a notice with its entity_id, a few levels deep",
            mend="Save the answer of the service as it came.")
        raise Unreadable(_in_their_words(problems))
    assert isinstance(value, dict)
    colour, entity = _colour(value)
    form = form_of(value, entity=entity) | {"channel": Channel.NOTICE_REQUEST.value, "extra": _kept(value)}
    found = COMMUNICATION.read_fields({"source": _source(value.get("arrest_warrants"))} | form, "", problems)
    if problems or found is None:
        raise Unreadable(_in_their_words(problems, value))
    return _thinned(Communication(reference=reference, colour=colour, **found))


def _source(warrants: Any) -> str:
    """The issuing country of the first warrant that names one we know."""
    listed = warrants if isinstance(warrants, list) else []
    named = [each.get("issuing_country_id") for each in listed if isinstance(each, dict)]
    return next((country for country in named if isinstance(country, str) and country in CODES), UNKNOWN_BUREAU)


def write_public_notice(communication: Communication, *, address: str = "") -> dict[str, Any]:
    """The notice in the service's shape; `address` is the public address its links begin with.

    A communication that was read from the service comes back as it was; where it was changed since, what was kept
    of the old state gives way.
    """
    own = detail_of(communication, address)
    kept = {name: json.loads(text) for name, text in communication.extra if name != KEYS}
    keys = json.loads(dict(communication.extra).get(KEYS, json.dumps(list(own))))
    for key in list(kept):
        without = {name: value for name, value in kept.items() if name != key}
        if _unlike(communication, own | without) < _unlike(communication, own | kept):
            kept = without
    notice = own | kept
    return {key: notice[key] for key in keys if key in notice}


def _unlike(communication: Communication, notice: dict[str, Any]) -> int:
    """How many of our fields a notice would give another value than the communication has."""
    read = form_of(notice, entity=communication.person is None)
    held = COMMUNICATION.write(communication)
    pairs = [(read.get(name), held.get(name)) for name in {*read, "charges", "subject"} - {"person"}]
    theirs, ours = read.get("person", {}), held.get("person", {})
    assert isinstance(ours, dict)
    return sum(one != two for one, two in [*pairs, *((theirs.get(name), ours.get(name)) for name in {*theirs, *ours})])


def page_notices(page: dict[str, Any]) -> list[Any]:
    """The entries of a list page."""
    notices: list[Any] = page["_embedded"]["notices"]
    return notices


def page_shortfall(page: dict[str, Any]) -> int:
    """How many notices the page's `total` counts that neither it nor any page of the query can hold; at least 0."""
    total = page.get("total")
    return max(0, total - len(page_notices(page))) if type(total) is int else 0


def _colour(notice: dict[str, Any]) -> tuple[Colour | None, bool]:
    """The colour, and whether the notice is about an entity and not a person."""
    href = _inside(_inside(notice, "_links"), "self").get("href")
    path = _PATH.search(href) if isinstance(href, str) else None
    if path:
        return _COLOURS[path[1]], path[2] == "entities"
    if "arrest_warrants" in notice:
        return Colour.RED, False
    if "un_reference" in notice or "un_resolution" in notice:
        return Colour.UN_SPECIAL, "legal_form" in notice or "registration_number" in notice
    return (Colour.YELLOW if "date_of_event" in notice else None), False


def _inside(value: dict[str, Any], key: str) -> dict[str, Any]:
    inner = value.get(key)
    return inner if isinstance(inner, dict) else {}


def _kept(notice: dict[str, Any]) -> dict[str, str]:
    """Every field as JSON text, and which there were in which order."""
    return {KEYS: json.dumps(list(notice))} | {str(key): json.dumps(value) for key, value in notice.items()}


def _thinned(read: Communication) -> Communication:
    """Without what our own fields give back exactly."""
    own = {key: json.dumps(value) for key, value in detail_of(read, "").items()}
    return replace(read, extra=tuple((key, text) for key, text in read.extra if own.get(key) != text))


def _in_their_words(problems: list[Problem], notice: Any = None) -> tuple[Problem, ...]:
    """The problems with the service's pointers and our plain names."""
    return tuple(
        replace(each, field=plain_name(each.pointer), pointer=_theirs(each.pointer, notice)) for each in problems
    )


def _theirs(pointer: str, notice: Any) -> str:
    charge = re.match(r"/charges/(\d+)", pointer)
    if charge:
        warrants = notice["arrest_warrants"]
        place = [at for at, each in enumerate(warrants) if charged([each])][int(charge[1])]
        pointer = f"/charges/{place}{pointer[charge.end():]}"
    for ours, theirs in FOREIGN_POINTERS:
        if ours.match(pointer):
            return ours.sub(theirs, pointer, count=1)
    return pointer
