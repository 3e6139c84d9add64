"""Who may apply, with what papers, in what language (Statute 29-30; RPD 18)."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import at_once, negated, together, within, yes_or_no
from article3.law.parameters import parameter
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.clocks import months_after
from article3.terms.facts_commission import CommissionRequestFacts, SentBy, WorkingLanguage
from article3.terms.finding import Asked

COMMISSION = Asked.COMMISSION


@provision("RPD-18-1", reads=("received_on", "reached_another_service", "passed_to_commission_on"),
           subject=Subject.COMMISSION_REQUEST)
def anyone_may_apply_directly(facts: CommissionRequestFacts, on: date) -> Ruling:
    """Anyone may apply directly to the Commission; what reaches another service is passed on to it."""
    if facts.reached_another_service is None:
        return ask("Did the application reach the Commission itself or another service?", COMMISSION)
    if not facts.reached_another_service:
        return met("The application reached the Commission directly.")
    if facts.received_on is None:
        return ask("On what day did the other service receive the application?", COMMISSION)
    return at_once("passing the application on to the Commission", since=facts.received_on,
                   done=facts.passed_to_commission_on, on=on, of=COMMISSION)


@provision("RPD-18-4", reads=("written_in_police_files",), subject=Subject.COMMISSION_REQUEST)
def applications_stay_out_of_police_files(facts: CommissionRequestFacts, on: date) -> Ruling:
    """That somebody applied to the Commission is never written into police files."""
    return yes_or_no(negated(facts.written_in_police_files), question="Does any police file mention the application?",
                     yes="No police file mentions the application.", no="A police file mentions the application.",
                     of=COMMISSION)


@provision("CCF-29", reads=("sent_by", "received_on", "through_portal"), subject=Subject.COMMISSION_REQUEST)
def sent_by_the_person_or_a_representative(facts: CommissionRequestFacts, on: date) -> Ruling:
    """A request is sent by the person or entity, or a representative; through the portal since 2026."""
    if facts.sent_by is SentBy.SOMEBODY_ELSE:
        return not_met("The sender is neither the person concerned nor a representative.")
    if facts.sent_by is None or facts.received_on is None:
        return ask("Who sent the request, and on what day was it received?", COMMISSION)
    if not parameter("commission.portal_required", facts.received_on):
        return met("Sent by somebody entitled to; the portal did not exist on the day of receipt.")
    return yes_or_no(facts.through_portal, question="Did the request come through the portal?",
                     yes="Sent through the portal by somebody entitled to.",
                     no="The request did not come through the portal: tell the sender the way.", of=COMMISSION)


@provision("CCF-30-1", reads=("identity_document", "document_unredacted", "document_shows_name_birth_photo"),
           subject=Subject.COMMISSION_REQUEST)
def identity_document(facts: CommissionRequestFacts, on: date) -> Ruling:
    """A copy of an identity document, unredacted, with name, birth date and photograph."""
    return together(
        yes_or_no(facts.identity_document, question="Is a copy of an identity document attached?",
                  yes="An identity document is attached.", no="No identity document is attached.", of=COMMISSION),
        yes_or_no(facts.document_unredacted, question="Is the copy free of redactions?", yes="It is unredacted.",
                  no="The copy of the identity document is redacted.", of=COMMISSION),
        yes_or_no(facts.document_shows_name_birth_photo, question="Does it show name, birth date and photograph?",
                  yes="It shows name, birth date and photograph.",
                  no="The document does not show name, birth date and photograph.", of=COMMISSION))


@provision("CCF-30-2", reads=("sent_by", "power_of_attorney"), subject=Subject.COMMISSION_REQUEST)
def power_of_attorney(facts: CommissionRequestFacts, on: date) -> Ruling:
    """A representative sends a signed power of attorney."""
    if facts.sent_by is None:
        return ask("Who sent the request?", COMMISSION)
    if facts.sent_by is not SentBy.REPRESENTATIVE:
        return met("No representative sent the request.")
    return yes_or_no(facts.power_of_attorney, question="Is a signed power of attorney attached?",
                     yes="A signed power of attorney is attached.", no="There is no signed power of attorney.",
                     of=COMMISSION)


@provision("CCF-30-3", reads=("signed", "language", "purpose_stated"), subject=Subject.COMMISSION_REQUEST)
def signed_understood_and_clear(facts: CommissionRequestFacts, on: date) -> Ruling:
    """The request is signed, in Arabic, English, French or Spanish, and says what it wants."""
    language = None if facts.language is None else facts.language is not WorkingLanguage.OTHER
    return together(
        yes_or_no(facts.signed, question="Is the request signed?", yes="It is signed.", no="The request is not signed.",
                  of=COMMISSION),
        yes_or_no(language, question="In which language is the request?", yes="It is in a working language.",
                  no="The request is in none of the four working languages.", of=COMMISSION),
        yes_or_no(facts.purpose_stated, question="Does the request say what it wants?", yes="It says what it wants.",
                  no="The request does not say what it wants.", of=COMMISSION))


@provision("CCF-30-4", reads=("sent_by", "proof_of_standing"), subject=Subject.COMMISSION_REQUEST)
def proof_of_standing(facts: CommissionRequestFacts, on: date) -> Ruling:
    """For a minor or an entity: proof of the relation or of standing."""
    if facts.sent_by is None:
        return ask("Who sent the request, and for whom?", COMMISSION)
    if facts.sent_by not in (SentBy.ENTITY, SentBy.FOR_A_MINOR):
        return met("The request is neither an entity's nor for a minor.")
    return yes_or_no(facts.proof_of_standing, question="Is proof of the relation or of standing attached?",
                     yes="Proof of the relation or of standing is attached.",
                     no="Proof of the relation or of standing is missing.", of=COMMISSION)


@provision("CCF-30-5", reads=("fee_asked",), subject=Subject.COMMISSION_REQUEST)
def no_fee(facts: CommissionRequestFacts, on: date) -> Ruling:
    """Nobody pays for a request."""
    return yes_or_no(negated(facts.fee_asked), question="Was a fee asked for?", yes="No fee was asked for.",
                     no="A fee was asked for; requests are free of charge.", of=COMMISSION)


@provision("CCF-32-1", reads=("received_on", "acknowledged_on"), subject=Subject.COMMISSION_REQUEST)
def receipt_is_acknowledged(facts: CommissionRequestFacts, on: date) -> Ruling:
    """Receipt is acknowledged as soon as possible."""
    if facts.received_on is None:
        return ask("On what day was the request received?", COMMISSION)
    return at_once("the acknowledgement of receipt", since=facts.received_on, done=facts.acknowledged_on, on=on,
                   of=COMMISSION)


@provision("CCF-32-2", reads=("received_on", "admissibility_answered_on"), subject=Subject.COMMISSION_REQUEST)
def admissibility_within_a_month(facts: CommissionRequestFacts, on: date) -> Ruling:
    """The applicant is told within one month of receipt whether the request is admissible."""
    if facts.received_on is None:
        return ask("On what day was the request received?", COMMISSION)
    due = months_after(facts.received_on, parameter("commission.admissibility_months", facts.received_on))
    return within("the answer on admissibility", due=due, done=facts.admissibility_answered_on, on=on, of=COMMISSION)
