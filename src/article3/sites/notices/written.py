"""Answers of the public notices service: summaries, details, pages and their links, from public extracts alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from article3 import wiring
from article3.intake.public_fields import detail_of
from article3.sites.notices.asked import Asked, last_page
from article3.terms.communication import Colour, Communication, Name
from article3.terms.scripts import main_script

LISTS = {Colour.RED: "red", Colour.YELLOW: "yellow", Colour.UN_SPECIAL: "un"}
_PAIRS = (
    "sqi:alb hye:arm eus:baq mya:bur zho:chi ces:cze nld:dut fra:fre kat:geo deu:ger ell:gre isl:ice mkd:mac mri:mao "
    "msa:may fas:per ron:rum slk:slo bod:tib cym:wel ar:ara en:eng fr:fre es:spa de:ger ru:rus zh:chi pt:por it:ita "
    "tr:tur fa:per uk:ukr pl:pol ro:rum nl:dut el:gre he:heb hi:hin ur:urd bn:ben ja:jpn ko:kor vi:vie th:tha sw:swa"
)
_BIBLIOGRAPHIC = dict(pair.split(":") for pair in _PAIRS.split())
"""ISO 639-2's older codes, which readers of such a service know; two letters for the commonest languages."""
_SUMMARY = ("date_of_birth", "nationalities", "entity_id", "forename", "name", "_links")


def detail(extract: wiring.PublicExtract) -> dict[str, Any]:
    """Every field a reader of this colour expects, in Latin capitals; what is unknown is null, never missing."""
    shown = detail_of(_in_latin_capitals(extract), settings.PUBLIC_URL)
    if extract.colour is not Colour.RED:
        del shown["arrest_warrants"]
    return shown | {"languages_spoken_ids": _languages(extract.person.languages)} | _parents(extract.colour)


def _in_latin_capitals(extract: wiring.PublicExtract) -> Communication:
    """The extract under the name such readers expect; the main name in its own script stands behind it."""
    family, given = wiring.latin_name(extract.public)
    if extract.entity is not None:
        return replace(extract.public, subject=family.upper())
    names, latin = extract.person.names, Name(family=family.upper(), given=given.upper())
    behind = names if names and names[0].script != latin.script else names[1:]
    return replace(extract.public, person=replace(extract.person, names=(latin, *behind)))


def summary(extract: wiring.PublicExtract) -> dict[str, Any]:
    """A line of a list."""
    whole = detail(extract)
    return {field: whole[field] for field in _SUMMARY}


def about(extract: wiring.PublicExtract) -> dict[str, Any]:
    """What readers of the service's own shape would not understand: our own path, never an extra field there."""
    person, entity = extract.person, extract.entity
    names = [{"family": n.family, "given": n.given, "script": n.script, "kind": n.kind} for n in person.names]
    if entity is not None:
        names = [{"family": name, "given": "", "script": main_script(name),
                  "kind": "former" if name in entity.former_names else "alias" if place else "primary"}
                 for place, name in enumerate(extract.names)]  # fmt: skip
    return {
        "entity_id": extract.id, "colour": extract.colour.value, "source": extract.source, "reviewed": True,
        "names": names, "birth_dates": list(extract.birth_dates), "presumed_innocent": True,
        "arrest_on_this_alone": "No: a notice is information. What it permits is said by national law.",
        "contest": f"{settings.PUBLIC_URL}/public/",
    }  # fmt: skip


def listed(colour: Colour, question: Asked, total: int, page: int, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """One page of a list: total, the query as it was understood, the notices, links to the first, last and next."""
    last = last_page(total, question.per_page)
    links = {"self": page, "first": 1, "last": last} | ({"next": page + 1} if page < last else {})
    return {
        "total": total, "query": {"page": page, "resultPerPage": question.per_page, **question.filters},
        "_embedded": {"notices": rows},
        "_links": {name: {"href": _address(colour, question, number)} for name, number in links.items()},
    }  # fmt: skip


def images(extract: wiring.PublicExtract) -> dict[str, Any]:
    """No picture leaves with a public extract; readers expect the list all the same."""
    links = detail(extract)["_links"]
    return {"_embedded": {"images": []}, "_links": {"self": links["images"], "notice": links["self"]}}


def _languages(codes: tuple[str, ...]) -> list[str] | None:
    known = [_BIBLIOGRAPHIC.get(code, code).upper() for code in codes]
    return list(dict.fromkeys(code for code in known if len(code) == 3)) or None


def _parents(colour: Colour) -> dict[str, None]:
    """Public extracts name no relatives; readers of yellow notices expect the fields."""
    fields = ("father_name", "father_forename", "mother_name", "mother_forename", "country")
    return dict.fromkeys(fields) if colour is Colour.YELLOW else {}


def _address(colour: Colour, question: Asked, page: int) -> str:
    pairs = {**question.filters, "resultPerPage": question.per_page, "page": page}
    return f"{settings.PUBLIC_URL}/notices/v1/{LISTS[colour]}?{urlencode(pairs)}"
