"""How a refused file comes back: each disguise changes one thing, a re-issue has one to three of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from article3.commands.evaluate.evading import people
from article3.commands.evaluate.evading.people import OFFENCES, Somebody
from article3.terms.communication import BureauCode, Communication, Name, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A person as the next communication writes them."""

    who: Somebody
    family: str
    given: str
    channel: str = "request"
    ally: bool = False


Disguise = Callable[[Written, random.Random], Written]


def respelled(sent: Written, chance: random.Random) -> Written:
    """Another Latin spelling of both names."""
    return replace(sent, family=sent.who.family.latin(chance), given=sent.who.given.latin(chance))


def other_script(sent: Written, chance: random.Random) -> Written:
    """Latin, Cyrillic or Arabic letters instead of its own."""
    own, family, given = sent.who.script, sent.who.family, sent.who.given
    ways = {"Latn": (family.usual, given.usual), "Cyrl": (family.cyrillic, given.cyrillic),
            "Arab": (family.arabic, given.arabic)}
    ways.pop(own, None)
    one, other = chance.choice(list(ways.values()))
    return replace(sent, family=one, given=other)


def order_changed(sent: Written, chance: random.Random) -> Written:
    """Given name and family name change places."""
    return replace(sent, family=sent.given, given=sent.family)


def part_of_the_name(sent: Written, chance: random.Random) -> Written:
    """One of the names is left out."""
    return replace(sent, given="") if chance.random() < 0.7 else replace(sent, family="")


def mistyped(sent: Written, chance: random.Random) -> Written:
    """One letter of the longer name is missing, doubled or another."""
    longer = max(("family", "given"), key=lambda name: len(getattr(sent, name)))
    text = getattr(sent, longer)
    place = chance.randrange(1, max(2, len(text)))
    changed = chance.choice((text[:place] + text[place + 1:], text[:place] + text[place - 1] + text[place:],
                             text[:place] + chance.choice(text) + text[place + 1:]))
    return replace(sent, **{longer: changed or text})


def date_off(sent: Written, chance: random.Random) -> Written:
    """Born a day earlier or later, with day and month changed over, or a year off."""
    born = sent.who.born
    near = [born + timedelta(days=1), born - timedelta(days=1)]
    if born.day <= 12 and born.day != born.month:
        near.append(date(born.year, born.day, born.month))
    if born.day < 29:
        near.append(born.replace(year=born.year + 1))
    return replace(sent, who=replace(sent.who, born=chance.choice(near)))


def other_document(sent: Written, chance: random.Random) -> Written:
    """Another passport, or none."""
    return replace(sent, who=replace(sent.who, document=chance.choice(("", people.paper_number(chance)))))


def other_offence(sent: Written, chance: random.Random) -> Written:
    """Another charge, told in other words, with another day, place and warrant."""
    other = people.somebody(chance)
    offence = chance.choice([each for each in OFFENCES if each != sent.who.offence])
    who = replace(sent.who, offence=offence, told=other.told, act_day=other.act_day, act_place=other.act_place,
                  warrant=other.warrant)
    return replace(sent, who=who)


def as_diffusion(sent: Written, chance: random.Random) -> Written:
    """A diffusion instead of a request."""
    return replace(sent, channel="diffusion")


def as_message(sent: Written, chance: random.Random) -> Written:
    """A free message that asks to find the person."""
    return replace(sent, channel="message")


def by_an_ally(sent: Written, chance: random.Random) -> Written:
    """Another bureau sends it."""
    return replace(sent, ally=True)


DISGUISES: dict[str, Disguise] = {
    "spelling": respelled, "script": other_script, "name order": order_changed, "part of the name": part_of_the_name,
    "typing error": mistyped, "birth date": date_off, "document": other_document, "offence": other_offence,
    "diffusion": as_diffusion, "message": as_message, "ally": by_an_ally}


def reissue(who: Somebody, chance: random.Random) -> tuple[Written, tuple[str, ...]]:
    """The person written again under one to three disguises, and which."""
    worn = tuple(chance.sample(list(DISGUISES), chance.randint(1, 3)))
    sent = plain(who)
    for disguise in sorted(worn, key=list(DISGUISES).index):
        sent = DISGUISES[disguise](sent, chance)
    return sent, worn


def plain(who: Somebody, channel: str = "request") -> Written:
    """The person as their own papers write them."""
    return Written(who=who, family=who.family.own, given=who.given.own, channel=channel)


def sent(written: Written, reference: Reference, chance: random.Random) -> Communication:
    """The communication that says so."""
    source, to = BureauCode("XQ" if written.ally else "XP"), (BureauCode("XA"), BureauCode("XB"))
    if written.channel == "message":
        called = chance.choice((f"{written.family} {written.given}", f"{written.given} {written.family}")).strip()
        return people.message(written.who, called, reference, source, to, chance)
    names: tuple[Name, ...] = (people.name(written.family, written.given, written.who),)
    request = people.request(written.who, reference, source, names)
    return people.diffusion(request, to) if written.channel == "diffusion" else request
