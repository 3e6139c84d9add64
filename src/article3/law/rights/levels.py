"""Levels of confidentiality (RPD 112-114)."""

from __future__ import annotations

from datetime import date

from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.communication import Level
from article3.terms.facts_confidentiality import ChangedBy, ConfidentialityFacts

LEVELS = tuple(Level)
"""From the least to the most confidential."""


def said(level: Level) -> str:
    """The level in words."""
    return level.replace("_", " ")


@provision("RPD-112-1", reads=("level", "stated_by_source"), subject=Subject.CONFIDENTIALITY)
def one_of_three_levels(facts: ConfidentialityFacts, on: date) -> Ruling:
    """Every record has one of three levels; where the source stated none, for official use only at the least."""
    if facts.level is None:
        return ask("Which of the three levels do the data have?")
    if facts.stated_by_source:
        return met(f"The source stated the level: {said(facts.level)}.")
    if facts.stated_by_source is None:
        return ask("Did the source state the level, or was it set for it?")
    return met(f"The source stated no level; the data are held as {said(facts.level)}.")


@provision("RPD-112-2", reads=("level", "level_before", "changed_by"), subject=Subject.CONFIDENTIALITY)
def only_the_owner_lowers(facts: ConfidentialityFacts, on: date) -> Ruling:
    """Only the owner lowers a level; the Secretariat may raise it."""
    if facts.level is None or facts.level_before is None or facts.changed_by is None:
        return ask("From which level to which was it changed, and by whom?")
    step = LEVELS.index(facts.level) - LEVELS.index(facts.level_before)
    if step == 0 or facts.changed_by is ChangedBy.OWNER:
        return met("The level did not change, or its owner changed it.")
    if step > 0 and facts.changed_by is ChangedBy.SECRETARIAT:
        return met(f"The Secretariat raised the level to {said(facts.level)}.")
    return not_met(f"The level was {'lowered' if step < 0 else 'raised'} by the {facts.changed_by}, who may not.")


@provision("RPD-114", reads=("level", "recipient_protection"), subject=Subject.CONFIDENTIALITY)
def recipient_protects_as_well(facts: ConfidentialityFacts, on: date) -> Ruling:
    """A recipient protects the data at least as well as their level demands."""
    if facts.level is None or facts.recipient_protection is None:
        return ask("What is the level, and which level's demands does the recipient's own protection meet?")
    if LEVELS.index(facts.recipient_protection) < LEVELS.index(facts.level):
        return not_met(f"The data are {said(facts.level)}; the recipient protects them only as "
                       f"{said(facts.recipient_protection)}.")
    return met(f"The recipient's protection is enough for {said(facts.level)} data.")
