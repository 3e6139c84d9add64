"""Field by field: the public notice web service and our form. A value of the wrong type is handed on to be refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from article3.intake.countries import CODES
from article3.intake.un_fields import alias_names, entity_form, listed_day, un_detail
from article3.terms.communication import Charge, Communication, Name, Person
from article3.terms.dates import PartialDate

EYES = {"BLA": "black", "BLU": "blue", "BLUL": "light_blue", "BRO": "brown", "BROD": "dark_brown", "BROH": "hazel",
        "BROL": "light_brown", "GRE": "green", "GRY": "grey", "OTHC": "other", "OTHD": "other_dark",
        "OTHL": "other_light"}  # fmt: skip
HAIR = {"BLA": "black", "BRO": "brown", "BROF": "fair_brown", "GRY": "grey", "GRYG": "greying", "HAIB": "bald",
        "HAID": "dyed", "OTHD": "other", "RED": "red", "REDA": "auburn", "WHI": "white", "YELB": "blonde"}  # fmt: skip
_SEXES = frozenset("MFU")
_NO_NAME = (None, "", "-")
_DATE = re.compile(r"(\d{4})(?:/(\d{2}))?(?:/(\d{2}))?")

FOREIGN_POINTERS = tuple(
    (re.compile(ours), theirs) for ours, theirs in (
        (r"/source_reference", "/entity_id"), (r"/person/names/0/family", "/name"),
        (r"/person/names/0/given", "/forename"), (r"/person/names(/\d+)?", "/name"),
        (r"/person/birth_dates(/0)?", "/date_of_birth"), (r"/person/birth_place", "/place_of_birth"),
        (r"/person/birth_country", "/country_of_birth_id"), (r"/person/sex", "/sex_id"),
        (r"/person/height_cm", "/height"), (r"/person/weight_kg", "/weight"),
        (r"/person/eye_colours", "/eyes_colors_id"), (r"/person/hair_colours", "/hairs_id"),
        (r"/person/languages", "/languages_spoken_ids"), (r"/person/nationalities", "/nationalities"),
        (r"/person/distinguishing_marks", "/distinguishing_marks"), (r"/person/parents(/\d+)?", "/father_name"),
        (r"/charges(/\d+)/text", r"/arrest_warrants\1/charge"),
        (r"/charges(/\d+)/translation", r"/arrest_warrants\1/charge_translation"),
        (r"/charges(/\d+)/country", r"/arrest_warrants\1/issuing_country_id"), (r"/charges", "/arrest_warrants"),
        (r"/event_date", "/date_of_event"), (r"/event_place", "/place"), (r"/facts_summary", "/summary"),
        (r"/subject", "/name"), (r"/extra", ""),
    )
)  # fmt: skip
"""Where a field of our form comes from."""


def form_of(notice: Mapping[str, Any], *, entity: bool) -> dict[str, Any]:
    """The fields of our form that a notice states; nothing for what it leaves out, nulls or writes as unknown."""
    stated: dict[str, Any] = {
        "source_reference": notice.get("entity_id"), "charges": _charges(notice.get("arrest_warrants")),
        "un_reference": notice.get("un_reference"), "facts_summary": notice.get("summary"),
        "event_place": _line(notice.get("place")), "event_date": _edtf(notice.get("date_of_event")),
        "made_on": listed_day(notice),
    }  # fmt: skip
    if entity:
        stated |= {"subject": _line(notice.get("name")), "entity": entity_form(notice) or None}
    else:
        stated["person"] = _stated(_person(notice))
    return _stated(stated)


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None and value not in ([], "")}


def _line(value: Any) -> Any:
    """One line: the service's texts may hold line ends where ours have none."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _person(notice: Mapping[str, Any]) -> dict[str, Any]:
    born = _edtf(notice.get("date_of_birth"))
    return {
        "names": _names(notice), "birth_dates": None if born is None else [born],
        "nationalities": _known(notice.get("nationalities"), {code: code for code in CODES}),
        "languages": _languages(notice.get("languages_spoken_ids")),
        "height_cm": _measure(notice.get("height"), 100), "weight_kg": _measure(notice.get("weight"), 1),
        "eye_colours": _known(notice.get("eyes_colors_id"), EYES), "hair_colours": _known(notice.get("hairs_id"), HAIR),
        "parents": _parents(notice), "birth_place": _line(notice.get("place_of_birth")),
        "distinguishing_marks": notice.get("distinguishing_marks"), "sex": _code(notice.get("sex_id"), _SEXES),
        "birth_country": _code(notice.get("country_of_birth_id"), CODES),
    }  # fmt: skip


def _names(notice: Mapping[str, Any]) -> list[dict[str, Any]]:
    pairs = [("name", "forename", "primary"),
             ("name_in_original_script", "forename_in_original_script", "primary"),
             ("birth_name" if notice.get("birth_name") else "name_at_birth", "", "birth")]
    parts = [(_name(notice.get(family)), _name(notice.get(given)), kind) for family, given, kind in pairs]
    return [_stated({"family": family, "given": given} | ({} if kind == "primary" else {"kind": kind}))
            for family, given, kind in parts if family is not None or given is not None] + alias_names(notice)


def _name(value: Any) -> Any:
    """A name or part of one; nothing for null, empty and the dash that means none."""
    return None if (line := _line(value)) in _NO_NAME else line


def _parents(notice: Mapping[str, Any]) -> list[Any]:
    pairs = [(_name(notice.get(f"{who}_forename")), _name(notice.get(f"{who}_name"))) for who in ("father", "mother")]
    return [" ".join(filled) if all(isinstance(part, str) for part in filled) else filled[0]
            for pair in pairs if (filled := [part for part in pair if part is not None])]


def _charges(warrants: Any) -> Any:
    if not isinstance(warrants, list) or not all(isinstance(each, dict) for each in warrants):
        return warrants
    return [_stated({"text": each.get("charge"), "translation": each.get("charge_translation") or None,
                     "country": _code(each.get("issuing_country_id"), CODES)})
            for each in charged(warrants)]


def charged(warrants: list[Any]) -> list[Any]:
    """The warrants that state a charge; the others are kept, but there is nothing in them to read."""
    return [each for each in warrants if not isinstance(each, dict) or each.get("charge") not in (None, "")]


def _edtf(text: Any) -> Any:
    shape = _DATE.fullmatch(text) if isinstance(text, str) else None
    return "-".join(part for part in shape.groups() if part) if shape else text or None


def _measure(value: Any, times: int) -> Any:
    """Whole centimetres or kilograms; 0 is the service's way to say unknown."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return round(value * times) or None if abs(value) < 1e6 else value


def _known(codes: Any, words: Mapping[str, str]) -> Any:
    """The codes we know; the whole field is kept beside when there are others."""
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        return codes
    return list(dict.fromkeys(words[code] for code in codes if code in words))


def _code(value: Any, codes: frozenset[str]) -> Any:
    """A code we know; one we do not is kept beside and read as unknown."""
    return None if isinstance(value, str) and value not in codes else value


def _languages(codes: Any) -> Any:
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        return codes
    return list(dict.fromkeys(code.lower() for code in codes if re.fullmatch("[A-Z]{3}", code)))


def detail_of(read: Communication, address: str) -> dict[str, Any]:
    """Every field the service's detail has for this colour, from our own fields alone."""
    person = read.person or Person()
    name = person.names[0] if person.names else Name()
    un_path = "un/persons" if read.person else "un/entities"
    list_path = un_path if read.colour == "un_special" else read.colour or "red"
    link = f"{address}/notices/v1/{list_path}/{read.source_reference.replace('/', '-')}"
    return _extras_of(read, person) | {
        "arrest_warrants": [_warrant(charge, read) for charge in read.charges], "weight": person.weight_kg or 0,
        "forename": name.given or None, "date_of_birth": _slashed(person.birth_dates),
        "entity_id": read.source_reference, "languages_spoken_ids": [code.upper() for code in person.languages] or None,
        "nationalities": list(person.nationalities) or None, "height": _metres(person.height_cm),
        "sex_id": str(person.sex) if person.sex else "U", "country_of_birth_id": person.birth_country,
        "name": name.family or read.subject or None, "distinguishing_marks": person.distinguishing_marks or None,
        "eyes_colors_id": _codes(person.eye_colours, EYES), "hairs_id": _codes(person.hair_colours, HAIR),
        "place_of_birth": person.birth_place or None, "_embedded": {"links": []},
        "_links": {"self": {"href": link}, "images": {"href": f"{link}/images"}},
    }  # fmt: skip


def _extras_of(read: Communication, person: Person) -> dict[str, Any]:
    """What only yellow and United Nations notices have."""
    if read.colour == "yellow":
        birth = next((name.family for name in person.names if name.kind == "birth"), None)
        event = _slashed((read.event_date,)) if read.event_date else None
        return {"birth_name": birth, "place": read.event_place or None, "date_of_event": event}
    if read.colour == "un_special":
        return un_detail(read)
    return {}


def _warrant(charge: Charge, read: Communication) -> dict[str, Any]:
    """A charge of our own stands on the source's warrant; one from the service may name a country we do not know."""
    return {"issuing_country_id": charge.country or (None if read.extra else read.source), "charge": charge.text,
            "charge_translation": charge.translation or None}


def _slashed(dates: tuple[PartialDate, ...]) -> str | None:
    text = dates[0].text.rstrip("?~%").replace("-", "/") if dates else ""
    return text if _DATE.fullmatch(text) else None


def _metres(height_cm: int | None) -> int | float:
    metres = (height_cm or 0) / 100
    return int(metres) if metres == int(metres) else metres


def _codes(words: tuple[str, ...], table: Mapping[str, str]) -> list[str] | None:
    back = {word: code for code, word in table.items()}
    return [back[word] for word in words] or None
