"""RPD 83(2)(a): the identity minimum of a red notice: one of two sets is enough."""

from __future__ import annotations

from datetime import date

from article3.law.forms import red_notice, wanted_diffusion
from article3.law.provision import Ruling, met, provision, requester
from article3.terms.communication import Sex
from article3.terms.facts import CommunicationFacts

_SET_1 = ("family_name", "given_name", "sex", "birth_year", "description", "dna_profile", "fingerprints",
          "identity_document")
_SET_2 = ("photograph", "further_identity")


def set_1_lacks(facts: CommunicationFacts) -> tuple[str, ...]:
    """What set 1 lacks: family name, forename, sex, year of birth, and one of four supports."""
    support = facts.description or facts.dna_profile or facts.fingerprints or facts.identity_document
    sex = facts.sex if facts.sex is not Sex.UNKNOWN else None
    wanted = (("family name", facts.family_name), ("forename", facts.given_name), ("sex", sex),
              ("year of birth", facts.birth_year),
              ("a description, DNA profile, fingerprints or identity document", support))
    return tuple([words for words, value in wanted if not value])


def set_2_lacks(facts: CommunicationFacts) -> tuple[str, ...]:
    """What set 2 lacks: a good photograph and some further data."""
    lacking = [] if facts.photograph == "good" else ["a photograph of good quality"]
    if not facts.further_identity:
        lacking.append("further data such as an alias, a parent's name or a description")
    return tuple(lacking)


@provision("RPD-83-2-a-1", reads=(*_SET_1, *_SET_2), concerns=red_notice, policy_for=wanted_diffusion)
def identity_set_1(facts: CommunicationFacts, on: date) -> Ruling:
    """Set 1: names, sex and birth date (at least the year), with a description, DNA, prints or a document."""
    lacking = set_1_lacks(facts)
    if not lacking:
        return met("Identity set 1 is complete.")
    if not set_2_lacks(facts):
        return met("Identity set 2 is complete; set 1 is not needed.")
    return requester(f"Identity set 1 lacks: {', '.join(lacking)}. Can these, or a good photograph, be added?")


@provision("RPD-83-2-a-2", reads=(*_SET_1, *_SET_2), concerns=red_notice, policy_for=wanted_diffusion)
def identity_set_2(facts: CommunicationFacts, on: date) -> Ruling:
    """Set 2: a photograph of good quality with further data."""
    lacking = set_2_lacks(facts)
    if not lacking:
        return met("Identity set 2 is complete.")
    if not set_1_lacks(facts):
        return met("Identity set 1 is complete; set 2 is not needed.")
    return requester(f"Identity set 2 lacks: {', '.join(lacking)}.", within=("RPD-83-2-a-1",))
