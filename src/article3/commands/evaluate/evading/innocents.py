"""Persons who were never refused, half of them like a refused one in something: name, birthday, charge or words."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from article3.commands.evaluate.evading import people
from article3.commands.evaluate.evading.disguises import Written, plain
from article3.commands.evaluate.evading.people import Somebody

LIKE = ("nobody", "family name", "birthday", "family name and birth year", "family name, country and charge",
        "whole name", "family name and birthday", "words of the facts", "given name and birthday")
_SHARE = (50, 12, 9, 8, 7, 4, 1, 6, 3)
"""Out of a hundred. Brothers born on one day are rare; a namesake of another age is not."""


def innocent(refused: list[Somebody], chance: random.Random) -> tuple[Written, str]:
    """Somebody else, on any channel, and in what they are like a refused person."""
    like = chance.choices(LIKE, _SHARE)[0]
    other = chance.choice(refused)
    who = people.somebody(chance, other.script if like != "nobody" else "")
    written = plain(_alike(who, other, like, chance), chance.choice(("request", "request", "diffusion", "message")))
    if chance.random() < 0.3:
        written = replace(written, family=written.who.family.usual, given=written.who.given.usual)
    return written, like


def _alike(who: Somebody, other: Somebody, like: str, chance: random.Random) -> Somebody:
    if "family name" in like or like == "whole name":
        who = replace(who, family=other.family)
    if like in ("whole name", "given name and birthday"):
        who = replace(who, given=other.given)
    while like not in ("whole name", "nobody") and (who.family, who.given) == (other.family, other.given):
        drawn = people.somebody(chance, who.script)
        who = replace(who, family=drawn.family) if "given" in like else replace(who, given=drawn.given)
    if "birthday" in like:
        who = replace(who, born=other.born)
    if like == "whole name" and abs(who.born - other.born) < timedelta(days=800):
        who = replace(who, born=date(other.born.year + 5, 3, 14))
    if like == "family name and birth year":
        who = replace(who, born=date(other.born.year, who.born.month, min(who.born.day, 28)))
    if like == "family name, country and charge":
        who = replace(who, country=other.country, offence=other.offence, act_place=other.act_place)
    if like == "words of the facts":
        who = replace(who, told=other.told, offence=other.offence)
    return who
