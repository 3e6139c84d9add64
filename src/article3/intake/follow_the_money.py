"""FollowTheMoney entities, one JSON object a line: a person or organization, a sanction per charge; back without loss.

What the model cannot say (a charge's acts, a level, an invented country) stands beside the properties under one key of
our own, `article3`, which its readers leave alone. Only that key brings it back; nothing in it is trusted more than
the rest. Source: the FollowTheMoney model, schemata Person, Organization and Sanction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from article3.intake.countries import INVENTED, NAMES
from article3.intake.problems import Problems, Unreadable, add, seen
from article3.intake.reading import read_communication, write_communication
from article3.terms.communication import UNITED_NATIONS, UNKNOWN_BUREAU, Communication, Reference

OURS = "article3"
"""The key beside `properties` that holds what the model cannot say."""
PROGRAMS = {"red": "Red notice", "yellow": "Yellow notice", "un_special": "UN special notice", "blue": "Blue notice",
            "green": "Green notice", "black": "Black notice", "orange": "Orange notice", "purple": "Purple notice",
            "silver": "Silver notice"}  # fmt: skip
AUTHORITY = "Register of international police notices"
WHOM = frozenset({"Person", "Organization"})
"""Schemata of whom a notice can be about: a person, or an organization or ship."""
_SOURCES = frozenset({*NAMES, UNITED_NATIONS})
_INSIDE = frozenset({"person", "entity"})
_OF_AN_ORGANIZATION = {"aliases": "alias", "former_names": "previousName", "addresses": "address",
                       "legal_form": "legalForm", "registration_number": "registrationNumber"}  # fmt: skip
_ONE_TEXT = frozenset({"legal_form", "registration_number"})
_GENDERS = {"M": "male", "F": "female"}
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9/.-]{1,60}")
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def is_entity(value: object) -> bool:
    """True for an entity of the model: it says its schema and has properties."""
    return isinstance(value, dict) and isinstance(value.get("properties"), dict) and "schema" in value


def entity_id(communication: Communication, prefix: str = "art3") -> str:
    """The id of whom a communication is about: its source's number, or our reference where there is none."""
    number = re.sub(r"[^A-Za-z0-9]+", "-", communication.source_reference).strip("-") or communication.reference
    return f"{prefix}-{number}"


def write_entities(communication: Communication, *, prefix: str = "art3") -> list[dict[str, Any]]:
    """The person, or the organization or ship of a special notice, and one sanction per charge; nothing for a
    communication that is about neither."""
    form = write_communication(communication)
    listed = form.get("colour") == "un_special" and form.get("subject")
    if not form.get("person") and not listed:
        return []
    entity = entity_id(communication, prefix)
    whom = _person(form, entity) if form.get("person") else _organization(form, entity)
    entities = [whom, *_sanctions(form, entity)]
    rest = _left_out(form, _form_of(entities))
    return [entities[0] | ({OURS: rest} if rest else {}), *entities[1:]]


def read_entities(entities: list[dict[str, Any]], *, reference: Reference) -> Communication:
    """One person or organization with its sanctions as a communication. Raises Unreadable with all problems, in words
    of our form."""
    problems: Problems = []
    if not entities or not all(_well_formed(each) for each in entities) or entities[0].get("schema") not in WHOM:
        add(problems, "", "not_an_entity", found=seen(entities[0] if entities else None),
            expected="a Person or Organization whose properties are lists of text, and its Sanctions",
            mend="Export the entities again, one JSON object a line.")
        raise Unreadable(tuple(problems))
    form, rest = _form_of(entities), entities[0].get(OURS)
    for field, value in (rest if isinstance(rest, dict) else {}).items():
        if field not in _INSIDE:
            _put(form, str(field), value)
        elif value == {}:
            form.setdefault(field, {})
    if form.get("source") != UNITED_NATIONS:
        return read_communication(form, reference=reference)
    read = read_communication(form | {"source": UNKNOWN_BUREAU}, reference=reference)  # no sender may name itself so
    return replace(read, source=UNITED_NATIONS)


def grouped(entities: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Each person with the sanctions that name it, and each organization that a sanction names, in their order."""
    persons: dict[str, list[dict[str, Any]]] = {}
    sanctions: list[dict[str, Any]] = []
    for each in entities:
        if each.get("schema") in WHOM:
            persons[str(each.get("id"))] = [each]
        elif each.get("schema") == "Sanction":
            sanctions.append(each)
    for each in sanctions:
        for owner in _texts(each, "entity"):
            persons.get(owner, []).append(each)
    yield from (group for group in persons.values() if len(group) > 1 or group[0]["schema"] == "Person")


def _well_formed(entity: dict[str, Any]) -> bool:
    return all(isinstance(values, list) and all(isinstance(text, str) for text in values)
               for values in entity["properties"].values())  # fmt: skip


def _person(form: dict[str, Any], entity: str) -> dict[str, Any]:
    person = form["person"]
    names = person.get("names", [])
    wanted = form.get("colour") == "red" or form.get("purpose") == "wanted"
    properties = {
        "name": [_whole(name) for name in names[:1]], "alias": [_whole(name) for name in names[1:]],
        "firstName": _filled(names[0].get("given")) if names else [],
        "lastName": _filled(names[0].get("family")) if names else [],
        "birthDate": [day for day in map(_certain, person.get("birth_dates", [])) if _DAY.fullmatch(day)],
        "birthPlace": _filled(person.get("birth_place")), "birthCountry": _countries([person.get("birth_country")]),
        "nationality": _countries(person.get("nationalities", [])), "gender": _filled(_GENDERS.get(person.get("sex"))),
        "eyeColor": person.get("eye_colours", []), "hairColor": person.get("hair_colours", []),
        "height": [f"{person['height_cm'] / 100:.2f}"] if person.get("height_cm") else [],
        "weight": [str(person["weight_kg"])] if person.get("weight_kg") else [],
        "notes": _filled(person.get("distinguishing_marks")), "topics": ["wanted"] if wanted else _topics(form),
    }  # fmt: skip
    return _entity(entity, "Person", properties)


def _organization(form: dict[str, Any], entity: str) -> dict[str, Any]:
    known = form.get("entity", {})
    return _entity(entity, "Organization", {
        "name": [form["subject"]], "topics": _topics(form)} | {
        theirs: texts if isinstance(texts := known.get(ours, []), list) else [texts]
        for ours, theirs in _OF_AN_ORGANIZATION.items()})  # fmt: skip


def _topics(form: dict[str, Any]) -> list[str]:
    """Whoever the Security Council lists is under its sanctions: that is no opinion of ours."""
    return ["sanction"] if form.get("colour") == "un_special" else []


def _certain(date: str) -> str:
    """The model has no sign for about; what we know of it stands beside."""
    return date.rstrip("?~%")


def _sanctions(form: dict[str, Any], entity: str) -> list[dict[str, Any]]:
    program = _filled(PROGRAMS.get(str(form.get("colour"))))
    number = str(form.get("source_reference", ""))
    reference = [number] if _NUMBER.fullmatch(number) else []
    charges = form.get("charges") or ([{}] if program else [])
    return [_entity(f"{entity}-w{place}", "Sanction", {
        "entity": [entity], "authority": [AUTHORITY], "authorityId": reference, "program": program,
        "country": _countries([charge.get("country") or form["source"]]),
        "reason": _filled(charge.get("text")) + _filled(charge.get("translation")),
    }) for place, charge in enumerate(charges, 1)]  # fmt: skip


def _form_of(entities: list[dict[str, Any]]) -> dict[str, Any]:
    """What the properties alone say, in our form."""
    person, sanctions = entities[0], entities[1:]
    program = next((text for each in sanctions for text in _texts(each, "program")), "")
    colour = next((colour for colour, name in PROGRAMS.items() if name == program), None)
    country = next((code.upper() for each in sanctions for code in _texts(each, "country")), UNKNOWN_BUREAU)
    charges = [_charge(each) for each in sanctions]
    form = {
        "channel": "notice_request", "source": country if country in _SOURCES else UNKNOWN_BUREAU, "colour": colour,
        "source_reference": next((text for each in sanctions for text in _texts(each, "authorityId")), ""),
        "charges": [charge for charge in charges if charge],
    } | _about(person)  # fmt: skip
    return _said(form)


def _about(whom: dict[str, Any]) -> dict[str, Any]:
    """The part of our form that a person's or an organization's properties say."""
    if whom.get("schema") != "Person":
        known = {ours: _texts(whom, theirs) for ours, theirs in _OF_AN_ORGANIZATION.items()}
        single = {ours: " ".join(texts[:1]) for ours, texts in known.items() if ours in _ONE_TEXT}
        return {"subject": _first(whom, "name"), "entity": _said(known | single)}
    genders = {name: code for code, name in _GENDERS.items()}
    return {"person": _said({
        "names": _names(whom), "sex": genders.get(_first(whom, "gender")),
        "birth_dates": _texts(whom, "birthDate"), "birth_place": _first(whom, "birthPlace"),
        "birth_country": _first(whom, "birthCountry").upper(), "eye_colours": _texts(whom, "eyeColor"),
        "nationalities": [code.upper() for code in _texts(whom, "nationality") if code.upper() in NAMES],
        "height_cm": _whole_number(_first(whom, "height"), 100), "hair_colours": _texts(whom, "hairColor"),
        "weight_kg": _whole_number(_first(whom, "weight"), 1), "distinguishing_marks": _first(whom, "notes"),
    })}  # fmt: skip


def _charge(sanction: dict[str, Any]) -> dict[str, str]:
    reasons = _texts(sanction, "reason")
    return {} if not reasons else _said({"text": reasons[0], "translation": " / ".join(reasons[1:])})


def _names(person: dict[str, Any]) -> list[dict[str, str]]:
    parts = _said({"family": _first(person, "lastName"), "given": _first(person, "firstName")})
    whole = list(dict.fromkeys(_texts(person, "name")))
    first = [parts] if parts else []
    spelt = {f"{parts.get('given', '')} {parts.get('family', '')}".strip()} if parts else set()
    others = [text for text in [*whole, *_texts(person, "alias")] if text not in spelt]
    return first + [{"family": text} | ({"kind": "alias"} if first or place else {})
                    for place, text in enumerate(dict.fromkeys(others))]  # fmt: skip


def _left_out(form: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """Fields, `person.x` and `entity.x` for those inside, where what the properties say differs; None: not stated."""
    rest = {name: form.get(name) for name in {*form, *said} - _INSIDE if form.get(name) != said.get(name)}
    for whom in _INSIDE:
        theirs, ours = said.get(whom, {}), form.get(whom, {})
        rest |= {f"{whom}.{name}": ours.get(name) for name in {*ours, *theirs} if ours.get(name) != theirs.get(name)}
        rest |= {whom: {}} if form.get(whom) == {} else {}
    return dict(sorted(rest.items()))


def _put(form: dict[str, Any], field: str, value: Any) -> None:
    where, _, inner = field.partition(".")
    holder = form.setdefault(where, {}) if where in _INSIDE and inner else form
    name = inner or where
    if value is None:
        holder.pop(name, None)
    else:
        holder[name] = value


def _entity(entity: str, schema: str, properties: dict[str, list[str]]) -> dict[str, Any]:
    return {"id": entity, "schema": schema, "properties": {name: texts for name, texts in properties.items() if texts}}


def _countries(codes: Iterable[str | None]) -> list[str]:
    """Codes the model knows: ISO's own, in small letters; invented countries stand beside."""
    return [code.lower() for code in codes if code and code not in INVENTED]


def _whole(name: dict[str, str]) -> str:
    return f"{name.get('given', '')} {name.get('family', '')}".strip()


def _whole_number(text: str, times: int) -> int | None:
    return round(float(text) * times) if re.fullmatch(r"\d{1,4}(\.\d{1,4})?", text) else None


def _texts(entity: dict[str, Any], name: str) -> list[str]:
    values = entity["properties"].get(name, [])
    return [text for text in values if isinstance(text, str)]


def _first(entity: dict[str, Any], name: str) -> str:
    return next(iter(_texts(entity, name)), "")


def _filled(text: object) -> list[str]:
    return [text] if isinstance(text, str) and text else []


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


