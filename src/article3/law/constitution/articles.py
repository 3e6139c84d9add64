"""Constitution, Articles 2 and 3: two determinations by a person, before anything becomes visible."""

from __future__ import annotations

from datetime import date

from article3.law.provision import Ruling, ask, provision
from article3.law.worksheet import character_lines, human_rights_lines, sentence
from article3.terms.facts import CommunicationFacts


@provision("CON-2-1", asked=True,
           reads=("torture_evidence", "torture_risk", "penalty_worse", "rulings", "in_absentia",
                  "extradition_refusal_grounds", "refugee_status_confirmed", "asylum_pending"))
def spirit_of_the_universal_declaration(facts: CommunicationFacts, on: date) -> Ruling:
    """Processing stays within national laws and the spirit of the Universal Declaration of Human Rights."""
    return ask(f"Article 2: would processing this respect the person's rights: no torture or risk of it, a fair "
               f"hearing, no ruling of a recognised body against it? {sentence(human_rights_lines(facts))}")


@provision("CON-3", asked=True,
           reads=("matters", "roles", "context_signs", "dispute_between_states", "positions_of_others"))
def no_political_military_religious_or_racial_character(facts: CommunicationFacts, on: date) -> Ruling:
    """No processing of a political, military, religious or racial character."""
    return ask(f"Article 3: is processing this free of any political, military, religious or racial character? "
               f"{sentence(character_lines(facts))}")
