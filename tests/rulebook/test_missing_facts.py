"""A missing fact is a question and never a refusal: forgetting what we know never makes a rule say no."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import pytest

from article3.law.rulebook import assess
from article3.terms.circumstances import Circumstances
from article3.terms.communication import Channel, Colour
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Outcome
from article3.terms.offences import Matter, OffenceKind
from tests.rulebook.edges import DAY
from tests.rulebook.judging import any_record

EMPTY = {field.name: field.default for field in fields(CommunicationFacts)}
FORM = {"channel", "colour", "aim"}
CHARGED = {"charges", "charge_kinds", "charge_matters", "offence_kinds", "matters"}
MUST_BE_SHOWN = {field.name for field in fields(Circumstances) if field.name.startswith("override_")}
"""An override that is not complete is none: its parts must be shown, and forgetting one takes it away."""
SHOWN_FOR_CHEQUES = {"serves_serious_crime", "organised_crime_link"}
"""Cheques are excluded by the list; that they served serious or organised crime must be shown (LST-C-1)."""
TOGETHER = ({"penalty_max_months", "penalty_worse", "charges_without_penalty"}, {"sentence_months", "remaining_months"},
            {"inaction_reason", "source_answered"})
"""Parts of one statement are forgotten together: a source that gave its reason has answered."""


def refused(facts: CommunicationFacts) -> set[str]:
    """The rules that are not met."""
    return {finding.rule for finding in assess(facts, DAY).of(Outcome.NOT_MET)}


def any_facts(dice: random.Random) -> CommunicationFacts:
    """Anything known of some communication, red notices more often than others, with up to three charges."""
    any_kinds = [frozenset(dice.sample(list(OffenceKind), dice.randrange(3))) for _ in range(dice.randrange(4))]
    any_matters = [frozenset(dice.sample(list(Matter), dice.choice((0, 0, 1, 1, 2)))) for _ in any_kinds]
    charged = {"charges": tuple("as charged" for _ in any_kinds), "charge_kinds": tuple(any_kinds),
               "charge_matters": tuple(any_matters)}
    return replace(any_record(CommunicationFacts, dice), channel=dice.choice(list(Channel)), **charged,
                   colour=dice.choice([Colour.RED, Colour.RED, *Colour]))


@pytest.mark.parametrize("seed", range(150))
def test_forgetting_a_fact_refuses_nothing(seed: int) -> None:
    """Whatever is known, taking one known fact away adds no rule that is not met."""
    dice = random.Random(seed)
    facts = any_facts(dice)
    before = refused(facts)
    for name in EMPTY.keys() - FORM - CHARGED - MUST_BE_SHOWN:
        together = next((group for group in TOGETHER if name in group), {name})
        added = refused(replace(facts, **{each: EMPTY[each] for each in together})) - before
        assert not added or (name in SHOWN_FOR_CHEQUES and added == {"LST-C-1"}), f"forgetting {name} refuses: {added}"


@pytest.mark.parametrize("colour", [*Colour, None])
@pytest.mark.parametrize("channel", Channel)
def test_knowing_nothing_refuses_nothing(channel: Channel, colour: Colour | None) -> None:
    """A communication that says only what kind it is: questions, and no refusal but of a category that has ended."""
    spoke = refused(CommunicationFacts(channel=channel, colour=colour))
    assert spoke <= {"RPD-73", "RPD-94"} if colour is Colour.WORKS_OF_ART else not spoke
