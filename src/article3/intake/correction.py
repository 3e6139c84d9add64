"""One part of a communication as it must read by order: read as it would be on arrival, everything else untouched."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from article3.intake.form import CHARGE, COMMUNICATION, PERSON
from article3.intake.problems import Problems
from article3.intake.records import Record
from article3.terms.communication import Communication, Person
from article3.terms.finding import Refused
from article3.terms.redress import Correctable

CITATION = "Statute 39"
_NAMES = {Correctable.FAMILY_NAME: "family", Correctable.GIVEN_NAMES: "given"}
_WHOLE = {Correctable.BIRTH_PLACE: "birth_place", Correctable.STATUS: "status"}


def corrected(sent: Communication, part: Correctable, value: str) -> Communication:
    """The communication with that part as ordered; of several names, days of birth and charges, the first.

    Raises Refused for a value that cannot be read in that place, and where there is no such place: a record on no
    person has no name to correct.
    """
    value = value.strip()
    if part is Correctable.FACTS_SUMMARY:
        return replace(sent, facts_summary=_read(COMMUNICATION, "facts_summary", value))
    if part is Correctable.CHARGE:
        first, *others = sent.charges or _nothing()
        return replace(sent, charges=(replace(first, text=_read(CHARGE, "text", value)), *others))
    return replace(sent, person=_person(sent.person or _nothing(), part, value))


def _person(person: Person, part: Correctable, value: str) -> Person:
    if part in _WHOLE:
        return replace(person, **{_WHOLE[part]: _read(PERSON, _WHOLE[part], value)})
    if part is Correctable.NATIONALITIES:
        return replace(person, nationalities=_read(PERSON, "nationalities", value.split()))
    if part is Correctable.BIRTH_DATE:
        return replace(person, birth_dates=(*_read(PERSON, "birth_dates", [value]), *person.birth_dates[1:]))
    first, *others = person.names or _nothing()
    spelt = {"family": first.family, "given": first.given, "kind": first.kind} | {_NAMES[part]: value}
    (name,) = _read(PERSON, "names", [{key: text for key, text in spelt.items() if text}])
    return replace(person, names=(name, *others))


def _read(record: Record, field: str, value: object) -> Any:
    """The value as its field reads it on arrival, with all that is computed of it."""
    kind = next(each.kind for each in record.fields if each.name == field)
    problems: Problems = []
    found = kind.read(value, f"/{field}", problems)
    if problems:
        raise Refused(f"The record cannot read so: {'; '.join(map(str, problems))}", CITATION)
    return found


def _nothing() -> Any:
    raise Refused("The record has no such part to correct.", CITATION)
