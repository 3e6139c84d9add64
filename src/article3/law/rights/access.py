"""Consultation: direct access, restrictions, requests about restricted data, third parties (RPD 14, 54-60)."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import negated, together, yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.law.rights.levels import LEVELS, said
from article3.terms.facts_operation import ActingFor, OperationFacts, OperationKind
from article3.terms.facts_rights import RightsFacts
from article3.terms.happening import NOT_YET

LOOKING = (OperationKind.READ, OperationKind.SEARCH, OperationKind.EXPORT)


@provision("RPD-14", reads=("kind", "level", "clearance", "needed"), subject=Subject.OPERATION)
def level_and_need(facts: OperationFacts, on: date) -> Ruling:
    """Data are read only by officers cleared for their level who need them for their task."""
    if facts.kind is not None and facts.kind not in LOOKING:
        return met("The operation reads no data.")
    if facts.kind is None or facts.level is None or facts.clearance is None:
        return ask("What was done, what is the level of the data, and up to what level is the officer cleared?")
    if LEVELS.index(facts.clearance) < LEVELS.index(facts.level):
        return not_met(f"The data are {said(facts.level)} and the officer is cleared up to {said(facts.clearance)}.")
    return yes_or_no(facts.needed, question="What does the officer need the data for?",
                     yes="The officer is cleared and needs the data.", no="The officer has no need of the data.")


@provision("RPD-54-57", reads=("granted_on", "files_granted", "files_needed"), subject=Subject.RIGHTS)
def direct_access_as_narrow_as_possible(facts: RightsFacts, on: date) -> Ruling:
    """Direct access rests on a granted right that reaches no further than the task needs."""
    if facts.granted_on is None or not facts.files_granted:
        return ask("Which files may the officer read directly, and when was the right granted?")
    if facts.granted_on is NOT_YET:
        return not_met("Files can be read and no right was granted.")
    if not facts.files_needed:
        return ask("Which files does the officer's task need?")
    surplus = facts.files_granted - facts.files_needed
    if surplus:
        return not_met(f"The right reaches further than the task needs: {', '.join(sorted(surplus))}.")
    return met("The right reaches no further than the task needs.")


@provision("RPD-58", reads=("kind", "acting_for", "restricted_from_reader", "observable"), subject=Subject.OPERATION)
def restrictions_hold_inside_the_query(facts: OperationFacts, on: date) -> Ruling:
    """A restriction of the source holds inside the query: whoever is restricted observes nothing at all."""
    if facts.acting_for in (ActingFor.SECRETARIAT, ActingFor.COMMISSION):
        return met("Restrictions of the source do not bind the Secretariat's review or the Commission.")
    if facts.kind is not None and facts.kind not in LOOKING:
        return met("The operation asks for no data.")
    if facts.kind is None or facts.acting_for is None or facts.restricted_from_reader is None:
        return ask("Who asked for which data, and does the source restrict them from whoever asked?")
    if not facts.restricted_from_reader:
        return met("The source does not restrict these data from whoever is asking.")
    return yes_or_no(negated(facts.observable), yes="Nothing could be observed.",
                     question="Could whoever asked observe, by content, count, order, text or time, that data exist?",
                     no="The restricted data could be observed.")


@provision("RPD-59", reads=("restricted_from_reader", "answered_by_secretariat", "observable"),
           subject=Subject.OPERATION)
def secretariat_answers_about_restricted_data(facts: OperationFacts, on: date) -> Ruling:
    """A request about restricted data is handled by the Secretariat, without revealing them."""
    if facts.restricted_from_reader is None:
        return ask("Does the source restrict these data from whoever is asking?")
    if not facts.restricted_from_reader:
        return met("The data are not restricted from whoever is asking.")
    return together(
        yes_or_no(facts.answered_by_secretariat, question="Did the Secretariat handle the request?",
                  yes="The Secretariat handled the request.", no="A request about restricted data was not handled by "
                  "the Secretariat."),
        yes_or_no(negated(facts.observable), question="Did the answer let anybody see that restricted data exist?",
                  yes="Its answer reveals nothing.", no="The answer reveals that restricted data exist."))


@provision("RPD-60", reads=("kind", "third_party", "source_consented"), subject=Subject.OPERATION)
def third_parties_only_with_consent(facts: OperationFacts, on: date) -> Ruling:
    """Data reach a third party only with the prior consent of their source."""
    if facts.kind not in (None, OperationKind.DISCLOSE, OperationKind.FORWARD, OperationKind.EXPORT):
        return met("The operation gives nothing to others.")
    if facts.kind is None or facts.third_party is None:
        return ask("Were data given to anybody, and is whoever receives them outside the participants?")
    if not facts.third_party:
        return met("The data stay with participants.")
    return yes_or_no(facts.source_consented, question="Did the source consent beforehand?",
                     yes="The source consented beforehand.", no="The source did not consent beforehand.")
