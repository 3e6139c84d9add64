"""The same accusation against people who have nothing to do with each other: near-identical accounts of the facts.

Accounts are compared by their runs of four words (shingles); runs that many accounts share are a country's set phrases
and count for nothing. (Broder, On the resemblance and containment of documents, 1997.)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from article3.oversight.signals import Found
from article3.terms.counting import Signal

RUN = 4
ALIKE = 0.5
"""Of the runs of two accounts together, so many are in both."""
SET_PHRASE = 0.2
"""A run that more than this part of a bureau's accounts hold is a set phrase, once there are ten accounts."""
PEOPLE = 3
"""From so many different people on it is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What is said of one person in one file. `person`: words that tell this person from others."""

    file: str
    source: str
    person: frozenset[str]
    text: str


def same_words(accounts: Iterable[Account]) -> Iterator[Found]:
    """A question for each group of near-identical accounts about at least three different people of one bureau."""
    by_source = defaultdict[str, list[Account]](list)
    for account in accounts:
        by_source[account.source].append(account)
    for source, own in sorted(by_source.items()):
        for group in _groups(own):
            people = _different(group)
            if people >= PEOPLE:
                files = tuple(sorted(account.file for account in group))
                yield Found(signal=Signal.SAME_WORDS, files=files, rests_on=f"{source}:{files[0]}:{len(files)}",
                            because=f"{len(files)} files of {source} tell nearly the same of {people} different "
                                    f"people. One event with several suspects, or one text used again?")


def runs(text: str) -> frozenset[str]:
    """The runs of four words of a text, without numbers and signs."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return frozenset(" ".join(words[place : place + RUN]) for place in range(len(words) - RUN + 1))


def _groups(own: list[Account]) -> Iterator[list[Account]]:
    said = [runs(account.text) for account in own]
    often = Counter(run for each in said for run in each)
    most = max(PEOPLE * 4, len(own) * SET_PHRASE)
    said = [frozenset(run for run in each if often[run] <= most) for each in said]
    holders = defaultdict[str, list[int]](list)
    for place, each in enumerate(said):
        for run in each:
            holders[run].append(place)
    root = list(range(len(own)))
    for place, each in enumerate(said):
        shared = Counter(other for run in each for other in holders[run] if other > place)
        for other, both in shared.items():
            if both / (len(each) + len(said[other]) - both) >= ALIKE:
                root[_top(root, other)] = _top(root, place)
    found = defaultdict[int, list[Account]](list)
    for place, account in enumerate(own):
        found[_top(root, place)].append(account)
    yield from (group for group in found.values() if len(group) >= PEOPLE)


def _top(root: list[int], place: int) -> int:
    while root[place] != place:
        place = root[place]
    return place


def _different(group: list[Account]) -> int:
    """How many people: accounts that share a name count as one."""
    people: list[set[str]] = []
    for account in group:
        known = next((person for person in people if person & account.person), None)
        if known is None:
            people.append(set(account.person))
        else:
            known |= account.person
    return len(people)


def counter_blows(items: Iterable[tuple[str, str, int, str]], *, within_days: int = 60, at_least: int = 3
                  ) -> Iterator[Found]:  # fmt: skip
    """Two countries ask for each other's nationals, one soon after the other: (source, country, day, file) each."""
    asked = defaultdict[tuple[str, str], list[tuple[int, str]]](list)
    for source, country, day, file in items:
        if source != country:
            asked[source, country].append((day, file))
    for (source, country), blows in sorted(asked.items()):
        first, answers = sorted(blows), sorted(asked.get((country, source), []))
        if len(first) < at_least or len(answers) < at_least or (first[0], source) >= (answers[0], country):
            continue
        soon = [file for day, file in answers if first[at_least - 1][0] < day <= first[-1][0] + within_days]
        if len(soon) >= at_least:
            files = tuple(sorted([file for _, file in first] + soon))
            yield Found(signal=Signal.RETALIATION, files=files, rests_on=f"{source}{country}{first[0][1]}{len(soon)}",
                        because=f"{country} sent {len(soon)} items on nationals of {source} within {within_days} days "
                                f"after {source} sent {len(first)} on nationals of {country}. Chance, or an answer?")
