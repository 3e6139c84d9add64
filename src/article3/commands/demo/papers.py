"""Communications of the invented world, as the documents a bureau would send."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from article3.commands.demo.people import Invented, identify, invent, seats, stock

WORKING_LANGUAGES = ("ar", "en", "es", "fr")
PURPOSE = {
    "red": "wanted",
    "blue": "information",
    "green": "warning",
    "yellow": "missing",
    "black": "identify",
    "orange": "warning",
    "purple": "threats_trends",
    "silver": "information",
    "un_special": "information",
}
STATUS = {
    "red": "accused",
    "blue": "suspect",
    "green": "convicted",
    "yellow": "missing",
    "black": "deceased",
    "un_special": "un_sanctioned",
}
DECLARED = ("quality", "conditions", "interest", "conformity")
ASSURED = ("authority", "extradition", "recourse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One communication to be sent: its pattern, its source, the day it is sent, the document."""

    pattern: str
    source: str
    on: date
    document: dict[str, Any]


def papers(seed: int, today: date) -> list[Paper]:
    """All communications of the world in the order they are sent, the same for the same seed and day."""
    chance = random.Random(seed)
    drawn = [_paper(chance, name, today) for name, case in stock("cases").items() for _ in range(case["weight"])]
    return sorted(drawn, key=lambda paper: (paper.on, paper.pattern))


def _paper(chance: random.Random, name: str, today: date) -> Paper:
    case, source = stock("cases")[name], chance.choice(seats())
    on = today - timedelta(days=_age_days(chance) % (600 if case.get("newest") else 2000))
    person = invent(chance, _country_of(chance, source), today)
    happened = on - timedelta(days=chance.randrange(40, 900))
    document = _frame(case, source, on) | _charged(chance, case, source, person, happened)
    if case.get("colour") not in ("orange", "purple", "silver", "black"):
        document["person"] = _person(chance, case, person)
    document |= _particular(case, source, happened)
    _finish(chance, case, source, document, happened)
    return Paper(pattern=name, source=source, on=on, document=document)


def _particular(case: dict[str, Any], source: str, happened: date) -> dict[str, Any]:
    """What only some kinds of notice have."""
    particular: dict[str, Any] = {"text": case["learn"]} if "learn" in case else {}
    if case.get("colour") == "un_special":
        particular["un_reference"] = "EXi.001"
    if case.get("colour") == "black":
        body = "Aged thirty to forty, 168 cm, tattoo of a swallow on the left wrist"
        place = stock("countries")[source]["cities"][0]
        particular |= {"event_date": happened.isoformat(), "event_place": place}
        particular["person"] = {"status": "unidentified", "sex": "F", "photograph": "good", "description": body}
    return particular


def _age_days(chance: random.Random) -> int:
    """Most of the stock is recent; a tail reaches back over five years so that retention has something to ask."""
    return chance.randrange(1, 45) if chance.random() < 0.55 else chance.randrange(45, 1780)


def _country_of(chance: random.Random, source: str) -> str:
    return source if chance.random() < 0.75 else chance.choice(list(stock("countries")))


def _frame(case: dict[str, Any], source: str, on: date) -> dict[str, Any]:
    frame: dict[str, Any] = {
        "channel": case["channel"],
        "source": source,
        "made_on": on.isoformat(),
        "level": "official_use",
        "language": _language(source),
    }
    if "colour" in case:
        frame |= {"colour": case["colour"], "purpose": PURPOSE[case["colour"]]}
    if "aim" in case:
        frame |= {"aim": case["aim"], "purpose": "wanted"}
    return frame


def _language(source: str) -> str:
    language = stock("countries")[source]["language"]
    return language if language in WORKING_LANGUAGES else "en"


def _charged(
    chance: random.Random, case: dict[str, Any], source: str, person: Invented, happened: date
) -> dict[str, Any]:
    country = stock("countries")[source]
    words = {
        "city": chance.choice(country["cities"]),
        "year": happened.year,
        "court": country["court"],
        "law": country["law"],
        "name": person.called,
        "other": invent(chance, source, happened).called,
        "day": f"{happened.day} {happened:%B %Y}",
    }
    summary = case["summary"].format(**words)
    if case["channel"] == "message":
        return {"subject": f"Request for information ({happened.year})", "text": summary}
    charged: dict[str, Any] = {"facts_summary": summary}
    if "charge" in case:
        charged["charges"] = [_charge(chance, case, country, words, happened, person.called)]
    return charged


def _charge(
    chance: random.Random,
    case: dict[str, Any],
    country: dict[str, Any],
    words: dict[str, Any],
    happened: date,
    called: str,
) -> dict[str, Any]:
    language = country["language"]
    charge: dict[str, Any] = {"text": case["charge"].get(language, case["charge"]["en"])}
    if language not in ("en", "zh"):
        charge["translation"] = case["charge"]["en"]
    if case.get("penalty"):
        charge |= {
            "penalty_max_months": case["penalty"],
            "law_reference": f"{country['law']}, article {chance.randrange(90, 320)}",
        }
    if case.get("sentence"):
        charge |= {"sentence_months": case["sentence"], "remaining_months": case["remaining"]}
    if case.get("what"):
        charge["acts"] = [
            {
                "who": called,
                "what": case["what"].format(**words),
                "when": happened.isoformat(),
                "where": words["city"],
                "how": case["how"],
                "link": case["link"],
            }
        ]
    return charge


def _person(chance: random.Random, case: dict[str, Any], person: Invented) -> dict[str, Any]:
    document = dict(person.document, status=STATUS.get(case.get("colour", "red"), "accused"))
    if case.get("sentence"):
        document["status"] = "convicted"
    if case.get("complete"):
        identify(chance, document, wanted=case.get("colour") == "red" or case["channel"] == "diffusion")
    if case.get("roles"):
        document["roles"] = [{"kind": role} for role in case["roles"]]
    return document


def _finish(chance: random.Random, case: dict[str, Any], source: str, document: dict[str, Any], happened: date) -> None:
    """Papers, declarations, recipients: whole in a good request, patchy in a poor one."""
    country, on = stock("countries")[source], document["made_on"]
    whole = case.get("complete", False)
    if case["channel"] != "message":
        document["legal_basis"] = country["law"] if whole or chance.random() < 0.6 else ""
        signed = DECLARED if whole or chance.random() < 0.7 else DECLARED[:2]
        document["declarations"] = [_declared(what, source, on) for what in signed]
        document["interest"] = "The person is believed to have left the country." if whole else ""
        document["cross_border_link"] = "Last seen crossing a border; relatives abroad." if whole else ""
        document["collecting_authority"] = f"Police of {country['capital']}" if whole else ""
        document["retention_months"] = 60
    if case["channel"] != "notice_request":
        others = [code for code in seats() if code != source]
        document["recipients"] = sorted(chance.sample(others, chance.choice([1, 1, 2, 3])))
    if case["channel"] == "diffusion":
        document["reason_for_diffusion"] = "limited_circulation"
    if document.get("purpose") == "wanted":
        _wanted(chance, case, country, document, happened, whole)


def _wanted(
    chance: random.Random,
    case: dict[str, Any],
    country: dict[str, Any],
    document: dict[str, Any],
    happened: date,
    whole: bool,
) -> None:
    sentenced = bool(case.get("sentence"))
    document |= {"wanted_for": "sentence" if sentenced else "prosecution"}
    if not whole and chance.random() < 0.5:
        return
    document |= {"seeks_extradition": True, "extradition_authority": country["extradition_authority"]}
    document["declarations"] += [_declared(what, document["source"], document["made_on"]) for what in ASSURED]
    document["papers"] = [
        {
            "kind": "judgment" if sentenced else "arrest_warrant",
            "court": country["court"],
            "issuer_type": "judge",
            "date": (happened + timedelta(days=21)).isoformat(),
            "in_absentia": False,
            "number": f"{chance.randrange(100, 9999)}/{happened.year}",
        }
    ]


def _declared(what: str, source: str, on: str) -> dict[str, str]:
    return {"what": what, "officer": f"{source}-duty-1", "on": on}
