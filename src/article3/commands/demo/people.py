"""Invented people and countries, drawn from stocks of names with a seeded generator."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any


@cache
def stock(name: str) -> dict[str, Any]:
    """One of the TOML files beside this module."""
    return tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def seats() -> list[str]:
    """Codes of the countries whose bureau has a seat in the demo."""
    return [code for code, country in stock("countries").items() if country["seat"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """A person who does not exist: the document's `person` part, and the name as the papers write it."""

    document: dict[str, Any]
    called: str
    country: str


def invent(chance: random.Random, country: str, today: date) -> Invented:
    """A person of one of the demo's countries, with a name in its script and a birth date of varied precision."""
    script = stock("countries")[country]["script"]
    names, sex = stock("names")[script], chance.choice("MMMF")
    family, given = chance.choice(names["family"]), chance.choice(names[f"given_{sex.lower()}"])
    document: dict[str, Any] = {
        "names": _names(names, family, given),
        "sex": sex,
        "nationalities": [country],
        "birth_dates": [_birth(chance, today)],
        "birth_place": chance.choice(stock("countries")[country]["cities"]),
    }
    if chance.random() < 0.15:
        document["nationalities"].append(chance.choice([code for code in stock("countries") if code != country]))
    called = f"{family}{given}" if script == "Hans" else f"{given} {family}"
    return Invented(document=document, called=called, country=country)


def _names(names: dict[str, Any], family: str, given: str) -> list[dict[str, str]]:
    primary = {"family": family, "given": given, "kind": "primary"}
    if "pinyin" not in names:
        return [primary]
    return [primary, {"family": names["pinyin"][family], "given": names["pinyin"][given], "kind": "alias"}]


def _birth(chance: random.Random, today: date) -> str:
    day = today - timedelta(days=chance.randrange(22 * 365, 62 * 365))
    form = chance.random()
    if form < 0.82:
        return day.isoformat()
    if form < 0.9:
        return f"{day:%Y-%m}"
    return f"{day.year}?" if form < 0.94 else f"{day.year}"


def identify(chance: random.Random, person: dict[str, Any], *, wanted: bool) -> None:
    """Add what a good request adds: a description, fingerprints, a passport."""
    person["description"] = chance.choice(
        [
            "Slim, about 180 cm, brown hair",
            "Heavily built, scar above the left eye",
            "About 165 cm, grey hair, glasses",
            "Tattoo of an anchor on the right forearm",
        ]
    )
    person["fingerprints"] = wanted and chance.random() < 0.6
    number = "".join(chance.choice("ABCDEFGHJKLMNPRSTUVWXYZ0123456789") for _ in range(8))
    person["documents"] = [{"kind": "passport", "number": number, "country": person["nationalities"][0]}]
