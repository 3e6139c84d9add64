"""Invented persons with a case each, and the request, diffusion or message that says so."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from article3.commands.evaluate.evading.names import SCRIPTS, Part, part
from article3.terms.communication import (
    Aim,
    BureauCode,
    Channel,
    Charge,
    Colour,
    Communication,
    CountryCode,
    IdentityDocument,
    JudicialPaper,
    Level,
    Name,
    Person,
    PersonalAct,
    Purpose,
    Reference,
)
from article3.terms.dates import PartialDate

COUNTRIES = tuple(CountryCode(f"X{letter}") for letter in "ABCDEFGHIJ")
FAMILIES, GIVEN = 900, 300
"""Names of each script that persons share: chance namesakes are among the innocents."""
OFFENCES = ("Murder", "Fraud", "Theft of a vehicle", "Insult of the head of state", "Bribery", "Assault",
            "Membership of a banned organisation", "Smuggling of narcotic drugs", "Desertion",
            "Organising an unlawful assembly")
_TOLD = ("took part in {what} at {where} on {day} together with others who were not found",
         "is said to have {what} for several months until {day}, mostly in {where}",
         "left {where} on {day} after {what} and has not been seen since",
         "received money in {where} in connection with {what}, the last time on {day}")
_WHATS = ("a meeting of an illegal group", "a quarrel about money", "collecting signatures", "spreading leaflets",
          "selling goods without papers", "the loss of a lorry", "a loan that was not paid back",
          "the death of a neighbour")
_PLACES = ("Port Selen", "Karvad", "Nyross", "Belmontane", "Tir Adhan", "Vostra Nova", "Linhe", "Quarro", "Amsel",
           "Durrow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person and the case made against them."""

    script: str
    family: Part
    given: Part
    born: date
    country: CountryCode
    birth_place: str
    document: str
    offence: str
    act_day: date
    act_place: str
    told: str
    warrant: str


def somebody(chance: random.Random, script: str = "") -> Somebody:
    """A new person; family and given names come from stocks that others draw on too."""
    script = script or chance.choice(SCRIPTS)
    act_day, place = _day(chance, 2015, 2024), chance.choice(_PLACES)
    told = chance.choice(_TOLD).format(what=chance.choice(_WHATS), where=place, day=act_day.strftime("%d %B %Y"))
    return Somebody(script=script, family=_shared(chance, script, "family", FAMILIES),
                    given=_shared(chance, script, "given", GIVEN), born=_day(chance, 1955, 2004),
                    country=chance.choice(COUNTRIES), birth_place=chance.choice(_PLACES), document=paper_number(chance),
                    offence=chance.choice(OFFENCES), act_day=act_day, act_place=place, told=told,
                    warrant=f"{chance.randint(1, 900)}/{act_day.year}")


def paper_number(chance: random.Random) -> str:
    """The number of a passport."""
    return "".join(chance.choices("ABCDEFGHJKLMNPRSTUVWXYZ", k=2)) + f"{chance.randrange(10**7):07d}"


def request(who: Somebody, reference: Reference, source: BureauCode, names: tuple[Name, ...] = ()) -> Communication:
    """A red notice request on that person."""
    names = names or (name(who.family.own, who.given.own, who),)
    act = PersonalAct(who="the person", what=who.told, when=day(who.act_day), where=who.act_place)
    papers = (IdentityDocument(kind="passport", number=who.document, country=who.country),) if who.document else ()
    person = Person(names=names, birth_dates=(day(who.born),), birth_place=who.birth_place,
                    nationalities=(who.country,), documents=papers)
    warrant = JudicialPaper(kind="arrest_warrant", court=f"Court of {who.act_place}", number=who.warrant,
                            date=day(who.act_day + timedelta(days=9)))
    return Communication(
        reference=reference, channel=Channel.NOTICE_REQUEST, source=source, colour=Colour.RED, purpose=Purpose.WANTED,
        person=person, charges=(Charge(text=who.offence, acts=(act,)),), facts_summary=f"The person {who.told}.",
        papers=(warrant,) if who.warrant else (), level=Level.OFFICIAL_USE)


def diffusion(request: Communication, recipients: tuple[BureauCode, ...]) -> Communication:
    """The same as a diffusion for arrest."""
    return replace(request, channel=Channel.DIFFUSION, colour=None, aim=Aim.ARREST, recipients=recipients)


def message(who: Somebody, called: str, reference: Reference, source: BureauCode, recipients: tuple[BureauCode, ...],
            chance: random.Random) -> Communication:
    """A free message that asks to find that person, with day of birth or passport, as such messages have."""
    known = [f"born {who.born.strftime(chance.choice(('%d.%m.%Y', '%Y-%m-%d', '%d %B %Y')))}"]
    if who.document and chance.random() < 0.4:
        known.append(f"passport {who.document}")
    opening = chance.choice(("Please locate", "Kindly tell us whether you know the whereabouts of", "Seen lately:"))
    return Communication(reference=reference, channel=Channel.MESSAGE, source=source, recipients=recipients,
                         subject="Request for assistance", level=Level.OFFICIAL_USE,
                         text=f"{opening} {called}, {', '.join(known)}. Thank you for a reply within the week.")


def name(family: str, given: str, who: Somebody) -> Name:
    """A name as a form carries it."""
    return Name(family=family, given=given, script=who.script)


def day(known: date) -> PartialDate:
    """An exact day."""
    return PartialDate(known.isoformat(), known, known)


@cache
def _stock(script: str, kind: str, count: int) -> tuple[Part, ...]:
    chance = random.Random(f"{script}{kind}")
    return tuple(part(script, kind, chance) for _ in range(count))


def _shared(chance: random.Random, script: str, kind: str, count: int) -> Part:
    """Some names are common and most are rare: the commonest family name is borne by one in fifteen of its script."""
    return _stock(script, kind, count)[int(count * chance.random() ** 2.5)]


def _day(chance: random.Random, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(days=chance.randrange((last - first + 1) * 365))
