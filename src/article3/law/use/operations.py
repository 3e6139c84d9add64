"""One processing operation: its purpose, its conditions, its entry in the journal (RPD 16, 22(6), 65, 66, 126)."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import together, yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_operation import ActingFor, OperationFacts, OperationKind

LEAVING = (OperationKind.EXPORT, OperationKind.FORWARD, OperationKind.DISCLOSE)


@provision("RPD-16", reads=("kind", "leaves_the_system", "police_purpose", "handling_conditions_sent"),
           subject=Subject.OPERATION)
def copies_outside_follow_the_same_rules(facts: OperationFacts, on: date) -> Ruling:
    """A copy outside the system serves police purposes only and stays under the same conditions."""
    if facts.leaves_the_system is False or (facts.kind is not None and facts.kind not in LEAVING):
        return met("The data do not leave the system.")
    if facts.leaves_the_system is None or facts.kind is None:
        return ask("What was done with the data, and do they leave the system?")
    return together(
        yes_or_no(facts.police_purpose, question="For what police purpose is the copy made?",
                  yes="The copy serves a police purpose.", no="The copy serves no police purpose."),
        yes_or_no(facts.handling_conditions_sent, question="Do retention, restrictions and deletions follow the copy?",
                  yes="Retention, restrictions and deletions follow it.", no="The copy left without the conditions of "
                  "its source."))


@provision("RPD-22-6", reads=("kind", "acting_for", "between_bureaus", "owner_authorised", "open_case"),
           since=date(2024, 11, 7), subject=Subject.OPERATION)
def secretariat_does_not_open_messages(facts: OperationFacts, on: date) -> Ruling:
    """The Secretariat opens what bureaus send each other only if authorised or in an open case."""
    if facts.kind not in (None, OperationKind.OPEN_MESSAGE) or facts.acting_for not in (None, ActingFor.SECRETARIAT):
        return met("The Secretariat opens no message.")
    if facts.between_bureaus is False:
        return met("The message was sent to the Secretariat.")
    if None in (facts.kind, facts.acting_for, facts.between_bureaus):
        return ask("Did the Secretariat open a message that bureaus sent each other?")
    if facts.owner_authorised or facts.open_case not in (None, "", "none"):
        return met("The owner authorised it, or a case is open.")
    if facts.owner_authorised is None or not facts.open_case:
        return ask("Did the owner of the message authorise opening it, or in which open case was it opened?")
    return not_met("The message was opened without the owner's authorisation and without an open case.")


@provision("RPD-65", reads=("kind", "handling_conditions_set", "handling_conditions_sent"), subject=Subject.OPERATION)
def handling_conditions_travel(facts: OperationFacts, on: date) -> Ruling:
    """Handling conditions set by the source travel with the data."""
    if facts.kind is not None and facts.kind not in (*LEAVING, OperationKind.READ):
        return met("The operation shows the data to nobody.")
    if facts.handling_conditions_set is None or facts.kind is None:
        return ask("What was done with the data, and did their source set handling conditions?")
    if not facts.handling_conditions_set:
        return met("The source set no handling conditions.")
    return yes_or_no(facts.handling_conditions_sent, question="Did the handling conditions travel with the data?",
                     yes="The handling conditions travelled with the data.",
                     no="The data travelled without the handling conditions of their source.")


@provision("RPD-66", reads=("kind", "within_restrictions", "within_conditions"), subject=Subject.OPERATION)
def forwarding_within_restrictions(facts: OperationFacts, on: date) -> Ruling:
    """Data are forwarded only within the restrictions and conditions of their source."""
    if facts.kind is None:
        return ask("Were the data forwarded?")
    if facts.kind is not OperationKind.FORWARD:
        return met("Nothing is forwarded.")
    return together(
        yes_or_no(facts.within_restrictions, question="Does the source leave the data open to the recipient?",
                  yes="No restriction stands against it.", no="The source restricts the data from the recipient."),
        yes_or_no(facts.within_conditions, question="Is the forwarding within the source's handling conditions?",
                  yes="It is within the handling conditions.", no="It is outside the source's handling conditions."))


@provision("RPD-126", reads=("officer", "at", "reference", "reason", "journal_kept"), subject=Subject.OPERATION)
def every_operation_is_in_the_journal(facts: OperationFacts, on: date) -> Ruling:
    """The journal keeps who, when, what and why of every operation, and only grows."""
    if facts.journal_kept is False:
        return not_met("The journal holds no entry for the operation, or the entry was changed.")
    told = {"who": facts.officer, "when": facts.at, "what": facts.reference, "why": facts.reason}
    unknown = [word for word, value in told.items() if not value]
    if unknown or facts.journal_kept is None:
        return ask(f"What does the journal say of the operation: {', '.join(unknown or told)}?")
    return met("The journal holds who, when, what and why.")


@provision("NDT-1", reads=("kind", "communication_registered"), since=date(2016, 1, 1), subject=Subject.OPERATION)
def registration_comes_first(facts: OperationFacts, on: date) -> Ruling:
    """A request is registered before anything else is done with it."""
    if facts.kind is None:
        return ask("What was done with the request?")
    if facts.kind is OperationKind.REGISTER:
        return met("The operation is the registration.")
    return yes_or_no(facts.communication_registered, question="Was the request registered before this operation?",
                     yes="The request was registered first.", no="Something was done before its registration.")
