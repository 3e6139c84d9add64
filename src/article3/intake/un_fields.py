"""Fields that only the Security Council's notices have in the public notice web service, of persons and of entities.

Lists of names and addresses are lists of text. What the list does not state is null or an empty list, never missing.
Source: the service's public description.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from article3.terms.communication import Communication, Name
from article3.terms.entity import Entity

BETWEEN_FORMER = "; "
_DAY = re.compile(r"\d{4}/\d{2}/\d{2}")
_NEVER_STATED: dict[str, Any] = {"un_resolution": None, "profession": None, "purposes": [], "identity_documents": [],
                                 "associates": [], "main_activity": None, "additional_information": None}  # fmt: skip
_TEXTS = {"original_name": "name_in_original_script", "legal_form": "legal_form",
          "registration_number": "registration_number", "chamber_of_commerce": "from_chamber_of_commerce"}  # fmt: skip
_LISTS = {"aliases": "aliases", "addresses": "adresses", "administrators": "administrators"}


def un_detail(read: Communication) -> dict[str, Any]:
    """Every such field, from our own fields alone."""
    listed_on = read.made_on.isoformat().replace("-", "/") if read.made_on else None
    known = {"un_reference": read.un_reference or None, "un_reference_date": listed_on,
             "summary": read.facts_summary or None, **_NEVER_STATED}  # fmt: skip
    return known | (_of_names(read.person.names) if read.person else _of_entity(read.entity or Entity()))


def _of_names(names: tuple[Name, ...]) -> dict[str, Any]:
    further = [name for name in names[1:] if name.script == "Latn"]
    original = next((name for name in names if name.script != "Latn"), Name())
    return {
        "aliases": [_whole(name) for name in further if name.kind != "birth"], "adresses": [],
        "name_at_birth": next((_whole(name) for name in names if name.kind == "birth"), None),
        "name_in_original_script": original.family or None, "forename_in_original_script": original.given or None,
    }  # fmt: skip


def _of_entity(known: Entity) -> dict[str, Any]:
    texts = {theirs: getattr(known, ours) or None for ours, theirs in _TEXTS.items()}
    lists = {theirs: list(getattr(known, ours)) for ours, theirs in _LISTS.items()}
    return texts | lists | {"name_at_birth": None, "forename_in_original_script": None,
                            "formerly_known_as": BETWEEN_FORMER.join(known.former_names) or None}  # fmt: skip


def entity_form(notice: Mapping[str, Any]) -> dict[str, Any]:
    """What a notice states of an organization or ship, in our form; what is not as described is kept beside only."""
    texts = {ours: " ".join(text.split()) for ours, theirs in _TEXTS.items()
             if isinstance(text := notice.get(theirs), str)}  # fmt: skip
    former = notice.get("formerly_known_as")
    lists = {ours: _lines(notice.get(theirs)) for ours, theirs in _LISTS.items()}
    lists["former_names"] = _lines(former.split(BETWEEN_FORMER) if isinstance(former, str) else [])
    return {name: value for name, value in (texts | lists).items() if value}


def alias_names(notice: Mapping[str, Any]) -> list[dict[str, str]]:
    """Further names of a person on the list."""
    return [{"family": text, "kind": "alias"} for text in _lines(notice.get("aliases"))]


def listed_day(notice: Mapping[str, Any]) -> str | None:
    """The day of listing, where the notice states a whole one."""
    text = notice.get("un_reference_date")
    return text.replace("/", "-") if isinstance(text, str) and _DAY.fullmatch(text) else None


def _lines(values: Any) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        return []
    return list(dict.fromkeys(text for value in values if (text := " ".join(value.split()))))


def _whole(name: Name) -> str:
    return f"{name.given} {name.family}".strip()
