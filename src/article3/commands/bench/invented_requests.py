"""Requests to measure with: invented, varied, the same for the same seed; no person, place or case is real."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

_SEATS = ("XA", "XB", "XC", "XD", "XE", "QM", "QN", "QZ")
_FAMILIES = ("Tilke", "Brandeva", "O'Quarn", "Żelenko", "Ибрагов",
             "Мирская", "الزهراني", "بن سالمة", "Núñez Oru", "Đorvić")
_GIVEN = ("Rovan", "Ina", "Selm", "Marit", "Олекса", "Дана", "ليلى", "كريم", "José", "Ngara")
_PLACES = ("Velm", "Quarnby", "Port Asel", "Ost Marn", "Liria", "San Telo", "Kyrova")
_CRIMES = (
    ("Murder of a neighbour", 300), ("Armed robbery of a jewellery shop", 144), ("Trafficking in cocaine", 180),
    ("Fraud against investors by a pyramid scheme", 96), ("Estafa agravada y falsificación de documentos", 72),
    ("Homicidio calificado", 360), ("Вымогательство и похищение человека", 144), ("Грабёж в составе группы", 96),
    ("Vol à main armée en bande organisée", 240), ("Blanchiment d'argent", 120), ("القتل العمد", 300),
    ("Uyuşturucu ticareti", 180), ("Tráfico de pessoas", 144), ("Rape of a minor", 240), ("Money laundering", 120),
    ("Corruption in public contracts", 96), ("Insulting the head of state", 36), ("Membership of a banned party", 60),
    ("Participation in mass unrest", 96), ("Calls to overthrow the constitutional order", 120), ("Desertion", 60),
    ("Issuing an unfunded cheque", 24), ("Unpaid bank loan", 18), ("Parental child abduction", 48),
    ("Financing of a terrorist organisation", 180), ("Blasphemy", 84), ("Tax evasion", 60),
    ("Illegal border crossing", 24),
)
_ROLES = ("journalist", "politician", "businessperson", "former_official", "lawyer", "refugee", "activist", "soldier")
_FORMS: tuple[tuple[dict[str, Any], int], ...] = (
    ({"channel": "notice_request", "colour": "red", "purpose": "wanted", "wanted_for": "prosecution"}, 55),
    ({"channel": "notice_request", "colour": "red", "purpose": "wanted", "wanted_for": "sentence"}, 15),
    ({"channel": "diffusion", "aim": "arrest", "purpose": "wanted", "wanted_for": "prosecution"}, 18),
    ({"channel": "notice_request", "colour": "blue", "purpose": "information"}, 7),
    ({"channel": "notice_request", "colour": "green", "purpose": "warning"}, 5),
)
_DECLARED = ("quality", "conditions", "interest", "conformity", "authority", "extradition", "recourse")
_FIRST_DAY = date(2023, 1, 1)


def request_lines(count: int, seed: int) -> Iterator[str]:
    """JSON documents of `intake`'s form, one a line; most complete, some with gaps, none unreadable."""
    chance = random.Random(seed)
    forms, weights = [form for form, _ in _FORMS], [weight for _, weight in _FORMS]
    for _ in range(count):
        yield json.dumps(_request(chance, dict(chance.choices(forms, weights)[0])), ensure_ascii=False)


def _request(chance: random.Random, document: dict[str, Any]) -> dict[str, Any]:
    made_on = _FIRST_DAY + timedelta(days=chance.randrange(700))
    document |= {
        "source": chance.choice(_SEATS), "language": chance.choice(("ar", "en", "es", "fr")), "person": _person(chance),
        "charges": [_charge(chance, made_on) for _ in range(chance.choice((1, 1, 1, 2, 3)))],
        "made_on": made_on.isoformat(), "level": "restricted", "retention_months": chance.choice((12, 36, 60)),
        "legal_basis": "Police Act, section 12", "collecting_authority": f"Court of {chance.choice(_PLACES)}",
        "interest": "The person travels between several countries.", "cross_border_link": "Last seen abroad.",
        "facts_summary": f"Case {chance.randrange(10**6)} of the court of {chance.choice(_PLACES)}.",
        "papers": [_warrant(chance, made_on)],
        "declarations": [{"what": what, "officer": "Ina Brandt", "on": made_on.isoformat()} for what in _DECLARED],
    }
    if document["channel"] == "diffusion":
        document |= {"recipients": chance.sample(_SEATS, 3), "reason_for_diffusion": "Only these can act."}
    if document.get("wanted_for"):
        document |= {"seeks_extradition": True, "extradition_authority": "Ministry of Justice"}
    return _with_gaps(chance, document)


def _with_gaps(chance: random.Random, document: dict[str, Any]) -> dict[str, Any]:
    """One request in three lacks something."""
    gaps = ("papers", "declarations", "interest", "legal_basis", "extradition_authority", "seeks_extradition",
            "language")
    if chance.random() < 0.33:
        document.pop(chance.choice(gaps), None)
    return document


def _person(chance: random.Random) -> dict[str, Any]:
    born = date(1950, 1, 1) + timedelta(days=chance.randrange(18_000))
    person: dict[str, Any] = {
        "names": [{"family": chance.choice(_FAMILIES), "given": f"{chance.choice(_GIVEN)} {chance.choice(_GIVEN)}"}],
        "sex": chance.choice("FM"), "birth_dates": [born.isoformat()[:chance.choice((4, 7, 10))]],
        "nationalities": [chance.choice(_SEATS)], "status": chance.choice(("accused", "convicted")),
        "documents": [{"kind": "passport", "number": f"X{chance.randrange(10**7):07}",
                       "country": chance.choice(_SEATS)}],
        "description": f"{chance.randrange(150, 200)} cm tall", "photograph": chance.choice(("good", "poor", "")),
    }
    if chance.random() < 0.2:
        person["roles"] = [{"kind": chance.choice(_ROLES)}]
    return person


def _charge(chance: random.Random, made_on: date) -> dict[str, Any]:
    crime, months = chance.choice(_CRIMES)
    place, when = chance.choice(_PLACES), made_on - timedelta(days=chance.randrange(30, 2_000))
    charge: dict[str, Any] = {
        "text": f"{crime} ({place}, {when.isoformat()}, no. {chance.randrange(10**5)})", "penalty_max_months": months,
        "law_reference": f"Penal Code, article {chance.randrange(100, 400)}",
        "sentence_months": months // 2, "remaining_months": chance.randrange(0, months // 2),
    }
    if chance.random() < 0.7:
        charge["acts"] = [{"what": "acted alone, as two witnesses say", "when": when.isoformat(), "where": place,
                           "how": "at night", "link": "seen at the place"}]
    return charge


def _warrant(chance: random.Random, made_on: date) -> dict[str, Any]:
    return {"kind": "arrest_warrant", "court": f"Court of {chance.choice(_PLACES)}",
            "issuer_type": chance.choice(("judge", "judge", "judge", "prosecutor", "military_court")),
            "date": made_on.isoformat(), "number": f"K-{chance.randrange(10**5)}"}
