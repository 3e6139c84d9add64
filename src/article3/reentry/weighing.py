"""How much of what arrived is in a trace, in points with a sentence each. Points open a link; a person judges it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from article3.reentry.features import Features, Rendering, beside, near_days
from article3.reentry.marks import Has, anagram, one_less
from article3.reentry.readings import Word, heard
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import Reference

_POINTS = tomllib.loads((files("article3.reentry") / "points.toml").read_text(encoding="utf-8"))
NAME, PERSON, FACTS = _POINTS["name"], _POINTS["person"], _POINTS["facts"]
ENOUGH = float(_POINTS["enough"])
"""Points from which a file is linked."""
_COMMON = frozenset(word.reading for token in _POINTS["common"]["words"].split() if (word := heard(token)) is not None)
_SHORT = 12
"""Letters of two syllables together: names cut into syllables are joined to be compared."""
_WINDOW = 5
"""Words of a free text among which the parts of one name are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A refused file that what arrived may repeat, and why we think so. For reviewers only."""

    reference: Reference
    points: float
    because: str
    refused_on: tuple[RefusedOn, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points and the words for them; no words for nothing."""

    points: float = 0.0
    because: str = ""


NONE = Evidence()


def weigh(sent: Features, has: Has) -> Evidence | None:
    """The evidence that the trace is of the same person, when it is enough for a link; None otherwise."""
    name, birth, number = _name(sent, has), _birth(sent, has), _number(sent, has)
    if not (name.points > 0 or number.points > 0 or birth.points > 0):
        return None
    facts = _facts(sent, has)
    person = name.points >= NAME["least"] or number.points > 0 or (
        birth.points >= PERSON["near_day"] and facts.points >= FACTS["least_without_a_name"])
    each = [name, birth, number, *_around(sent, has), facts]
    total = sum(evidence.points for evidence in each)
    if not person or total < ENOUGH:
        return None
    return Evidence(total, "; ".join(evidence.because for evidence in each if evidence.because))


def certain(sent: Features, has: Has) -> bool:
    """Whether it is the same person beyond a question: the same number of a paper, or every part of a name of two parts
    and more alike together with the birth day. No points are added up here."""
    if any(has(f"n={number}") for number in sent.numbers):
        return True
    whole = any(len(name) > 1 and all(_word(word, has) > 0 for word in name) for name in sent.names)
    return whole and any(has(f"b|{day}") for day in sent.births)


def _name(sent: Features, has: Has) -> Evidence:
    ways = [_of_name(name, has) for name in sent.names] + ([_of_text(sent, has)] if sent.text else [])
    return max(ways, key=lambda found: found.points, default=NONE)


def _of_name(name: Rendering, has: Has) -> Evidence:
    each = [_word(word, has) for word in name]
    _also_together(name, each, has)
    alike = sorted((points for points in each if points), reverse=True)
    strange = len(each) - len(alike)
    total = sum(alike[:3]) - min(strange * NAME["strange_word"], NAME["strange_words_most"])
    letters = anagram(name)
    if letters and has(f"a|{letters}"):
        total = max(total, NAME["same_letters"] * min(len(letters), 8) / 8)
    return Evidence(total, f"{len(alike)} of {len(each)} parts of the name alike" if total > 0 else "")


def _also_together(words: Rendering, each: list[float], has: Has) -> None:
    """Two neighbours written as one word may say more than each of them."""
    for place, word in enumerate(beside(words)):
        together = _word(word, has) if each[place] or each[place + 1] or len(word.reading) < _SHORT else 0.0
        if together > each[place] + each[place + 1]:
            each[place] = each[place + 1] = together / 2


def _word(word: Word, has: Has) -> float:
    """How much it says that the trace has a word like this one: little for common and for short words."""
    length = max((len(skeleton) for skeleton in word.skeletons), default=0)
    worth = NAME["by_consonants"][min(length, len(NAME["by_consonants"]) - 1)]
    worth *= NAME["common"] if word.reading in _COMMON else 1.0
    if has(f"t|{word.reading}"):
        exact = NAME["by_letter"] * len(word.reading) + NAME["same_reading"] * min(len(word.reading), 6) / 6
        return float(worth if word.reading in _COMMON else max(worth + NAME["same_reading"], min(exact, worth + 2.0)))
    long = [skeleton for skeleton in word.skeletons if len(skeleton) > 1]
    if any(has(f"k|{skeleton}") for skeleton in long):
        return float(worth)
    loose = (f"{kind}|{short}" for skeleton in long if len(skeleton) > 2
             for kind, short in (("d", skeleton), *(("k", one) for one in one_less(skeleton) if len(skeleton) > 3)))
    return float(worth * NAME["one_letter_off"]) if any(map(has, loose)) else 0.0


def _of_text(sent: Features, has: Has) -> Evidence:
    """The best stretch of five words: words of a name stand side by side."""
    each = [_word(word, has) if len(word.reading) > 1 else 0.0 for word in sent.text]
    _also_together(sent.text, each, has)
    best, words = 0.0, 0
    for place in (at for at, points in enumerate(each) if points):
        stretch = range(place, min(place + _WINDOW, len(each)))
        alike = {sent.text[at].reading: each[at] for at in stretch if each[at]}
        total = sum(sorted(alike.values(), reverse=True)[:3])
        total -= NAME["strange_word"] * _strange_beside(sent, each, place)
        if total > best:
            best, words = total, len(alike)
    return Evidence(best, f"{words} words side by side like the name" if best else "")


def _strange_beside(sent: Features, each: list[float], place: int) -> bool:
    """A word that stands alone as a likeness, with a name beside it that the trace does not know."""
    near = [at for at in (place - 1, place + 1) if 0 <= at < len(each)]
    alone = not any(each[at] for at in (*near, place + 2) if at < len(each))
    return alone and place in sent.name_like and any(at in sent.name_like for at in near)


def _birth(sent: Features, has: Has) -> Evidence:
    if any(has(f"b|{day}") for day in sent.births):
        return Evidence(PERSON["same_day"], "born on the same day")
    if any(has(f"b|{near}") for day in sent.births for near in near_days(day)):
        return Evidence(PERSON["near_day"], "born a day, a month's name or a year apart")
    same_year = any(has(f"by|{year}") for year in sent.birth_years)
    if sent.births and has("births"):
        return Evidence(PERSON["other_day_same_year"] if same_year else PERSON["other_day"])
    return Evidence(PERSON["same_year"], "born in the same year") if same_year else NONE


def _number(sent: Features, has: Has) -> Evidence:
    if any(has(f"n={number}") for number in sent.numbers):
        return Evidence(PERSON["same_number"], "the same number of an identity paper")
    if any(has(f"n|{short}") for number in sent.numbers for short in (number, *one_less(number))):
        return Evidence(PERSON["near_number"], "a number of an identity paper one sign apart")
    return NONE


def _around(sent: Features, has: Has) -> list[Evidence]:
    asked = (("c", sent.countries, "country", "the same nationality"),
             ("pl", sent.places, "place", "the same birthplace"),
             ("re", sent.relatives, "relative", "a parent's name alike"))
    return [Evidence(PERSON[worth], words) for kind, values, worth, words in asked
            if any(has(f"{kind}|{value}") for value in values)]


def _facts(sent: Features, has: Has) -> Evidence:
    asked = (("w", sent.case_numbers, "case_number"), ("ad", sent.act_days, "act_day"),
             ("ap", sent.act_places, "act_place"), ("pd", sent.paper_days, "paper_day"), ("m", sent.matters, "matter"))
    total = sum(FACTS[worth] for kind, values, worth in asked if any(has(f"{kind}|{value}") for value in values))
    told = sum(has(f"s|{three}") for three in sent.told[:2_000])
    total += min(max(0, told - FACTS["told_by_everybody"]) * FACTS["told_the_same"], FACTS["told_the_same_most"])
    return Evidence(float(total), "facts alike" if total else "")
