"""Reading the charges: which of them touch a matter, whether nothing but that matter is charged, what is unread.

Every function here reads `charges`, `charge_kinds` and `charge_matters` only (`CHARGES`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from article3.law.provision import Ruling, ask, met, not_met
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Asked
from article3.terms.offences import Matter, OffenceKind

CHARGES = ("charges", "charge_kinds", "charge_matters")
"""What the functions of this module read; provisions that use them declare it."""

NATURE = ("RPD-34-3-a",)
"""The rule whose question on the nature of the offence covers questions about unread charges."""

Kinds = frozenset[OffenceKind]
Matters = frozenset[Matter]
NO_KINDS: Kinds = frozenset()
NO_MATTERS: Matters = frozenset()
_SAYS_NOTHING = frozenset({OffenceKind.OTHER})


def touching(facts: CommunicationFacts, matters: Matters, kinds: Kinds = NO_KINDS) -> tuple[int, ...]:
    """The numbers, from one, of the charges that touch one of these matters or are of one of these kinds."""
    if matters.isdisjoint(_any_of(facts.charge_matters)) and kinds.isdisjoint(_any_of(facts.charge_kinds)):
        return ()
    pairs = zip(facts.charge_matters, facts.charge_kinds, strict=True)
    return tuple([number for number, (its_matters, its_kinds) in enumerate(pairs, 1)
                  if not matters.isdisjoint(its_matters) or not kinds.isdisjoint(its_kinds)])


@lru_cache(maxsize=4_096)
def _any_of(each: tuple[frozenset[Any], ...]) -> frozenset[Any]:
    """Everything the charges touch together: thirty rules ask, and most charges touch none of theirs."""
    return frozenset().union(*each)


def nothing_else(facts: CommunicationFacts, matters: Matters, beside: Kinds) -> bool:
    """Whether every charge is of these matters and of no other kind than those that go with them (`beside`)."""
    allowed = beside | _SAYS_NOTHING
    return bool(facts.charges) and all(
        its_matters and its_matters <= matters and its_kinds <= allowed
        for its_matters, its_kinds in zip(facts.charge_matters, facts.charge_kinds, strict=True))


def unread(facts: CommunicationFacts) -> tuple[int, ...]:
    """The numbers of the charges whose words are not recognised: no kind but "other", and no matter."""
    return _says_nothing(facts.charge_kinds, facts.charge_matters)


@lru_cache(maxsize=4_096)
def _says_nothing(charge_kinds: tuple[Kinds, ...], charge_matters: tuple[Matters, ...]) -> tuple[int, ...]:
    pairs = zip(charge_kinds, charge_matters, strict=True)
    return tuple([number for number, (kinds, matters) in enumerate(pairs, 1)
                  if kinds <= _SAYS_NOTHING and not matters])


def named(numbers: tuple[int, ...], facts: CommunicationFacts) -> str:
    """The charges by number and words: what a question or a refusal points at."""
    texts = "; ".join(f"{number} \"{facts.charges[number - 1][:120]}\"" for number in numbers)
    return f"Charge {texts}" if len(numbers) == 1 else f"Charges {texts}"


def not_charged(facts: CommunicationFacts, what: str) -> Ruling:
    """The answer of a rule about `what` when no charge touches it: met, or a question while charges are unread."""
    if not facts.charges:
        return ask(f"No charge is stated. Is the person charged with {what}?", Asked.REQUESTER, within=NATURE)
    unknown = unread(facts)
    if unknown:
        return ask(f"{named(unknown, facts)}: the words are not recognised. Do they amount to {what}?", within=NATURE)
    return met(f"No charge concerns {what}.")


def excluded_as_such(facts: CommunicationFacts, matters: Matters, *, beside: Kinds, what: str,
                     signs: Kinds = NO_KINDS) -> Ruling:
    """A matter that is excluded by its nature: not met when nothing else is charged, else weighed by a person.

    `beside` are the kinds that go with the matter; a charge of a kind in `signs` without the matter is asked about.
    """
    numbers = touching(facts, matters, signs)
    if not numbers:
        return not_charged(facts, what)
    if not touching(facts, matters):
        return ask(f"{named(numbers, facts)}: does it punish {what}?")
    if nothing_else(facts, matters, beside):
        return not_met(f"{named(numbers, facts)}: {what}, and nothing else is charged.")
    return ask(f"{named(numbers, facts)}: {what} stands beside other offences. Which acts of this person are offences "
               "under ordinary law, and do they carry the case without it?")
