"""Where the refugee policy ends, and whom nobody may expose."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import negated, together, yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.law.refugees.conditions import PROTECTED
from article3.terms.facts_protection import ProtectionFacts, ProtectionStatus
from article3.terms.happening import NOT_YET


@provision("REF-5", reads=("status", "records_in_files", "otherwise_compliant"), subject=Subject.PROTECTION)
def data_may_stay_when_protection_is_refused(facts: ProtectionFacts, on: date) -> Ruling:
    """Where protection was refused or withdrawn, data may stay or be restored if they comply otherwise."""
    if facts.status is None:
        return ask("What is the person's status: granted, pending, refused, withdrawn?")
    if facts.status not in (ProtectionStatus.REFUSED, ProtectionStatus.WITHDRAWN):
        return met("Protection was neither refused nor withdrawn.")
    if facts.otherwise_compliant is None:
        return ask("Protection ended or was refused: do the data comply with the rules otherwise?")
    if facts.otherwise_compliant:
        return met("Protection ended or was refused, and the data comply otherwise: they may stay or be restored.")
    if facts.records_in_files is None:
        return ask("Are the data, which do not comply, still in the files?")
    return not_met("The data do not comply otherwise and are in the files.") if facts.records_in_files else \
        met("The data do not comply otherwise and are not in the files.")


@provision("REF-6", reads=("shown_to_requester", "text_same_as_other_grounds"), subject=Subject.PROTECTION)
def requester_never_learns(facts: ProtectionFacts, on: date) -> Ruling:
    """The requester never learns of the status, the granting country or where the person is; one text for all."""
    return together(
        yes_or_no(negated(facts.shown_to_requester), question="Did anything the requester got show status, granting "
                  "country or whereabouts?", yes="The requester learned nothing.",
                  no="The requester could learn of the protection."),
        yes_or_no(facts.text_same_as_other_grounds, question="Is the text byte for byte the one of other grounds?",
                  yes="The text is the one of every undisclosed ground.", no="The text differs from that of other "
                  "undisclosed grounds."))


@provision("REF-7", reads=("requester", "country_of_fear", "requester_linked_to_country_of_fear", "reviewed_as_proxy"),
           subject=Subject.PROTECTION)
def other_countries_are_judged_normally(facts: ProtectionFacts, on: date) -> Ruling:
    """Requests of other countries are judged normally; one made for the country of fear goes to a reviewer."""
    if facts.requester is None or facts.country_of_fear is None:
        return ask("Which country asks, and from which country does the protection shield the person?")
    if facts.requester == facts.country_of_fear:
        return met("The request comes from the country of fear itself.")
    if facts.requester_linked_to_country_of_fear is None:
        return ask("Does anything suggest that the request is made for the country where persecution is feared?")
    if not facts.requester_linked_to_country_of_fear:
        return met("Another country asks for itself: judged as any other request.")
    return yes_or_no(facts.reviewed_as_proxy, question="The request may be made for the country of fear: what is the "
                     "reviewer's view?", yes="A reviewer looked at it as a request made for another country.",
                     no="The request may be made for the country of fear and no reviewer looked at that.")


@provision("REF-8", reads=("status", "situation_changed", "records_in_files"), subject=Subject.PROTECTION)
def naturalised_refugees_are_asked_about(facts: ProtectionFacts, on: date) -> Ruling:
    """For a former refugee who was naturalised: has what justified protection substantially changed?"""
    if facts.status not in (None, ProtectionStatus.NATURALISED):
        return met("The person is not a naturalised former refugee.")
    if facts.status is None or facts.situation_changed is None:
        return ask("Was the person naturalised after protection, and has what justified it substantially changed?")
    if facts.situation_changed:
        return met("What justified protection has substantially changed: the request is judged as any other.")
    if facts.records_in_files is None:
        return ask("Which notices and diffusions of the country of fear about the person are in the files?")
    return not_met("Nothing has changed since protection was granted, and data of that country are in the files.") \
        if facts.records_in_files else met("No data of that country are in the files.")


@provision("REF-9", reads=("status", "interim_measure_considered_on"), subject=Subject.PROTECTION)
def pending_claims_are_weighed(facts: ProtectionFacts, on: date) -> Ruling:
    """While a claim is pending a block or caveat is considered; nothing is deleted by itself."""
    if facts.status not in (None, ProtectionStatus.PENDING_CLAIM):
        return met("No claim is pending.")
    if facts.status is None or facts.interim_measure_considered_on is None:
        return ask("Is a claim pending, and was a block or a caveat considered?")
    return not_met("A claim is pending and no block or caveat was considered.") \
        if facts.interim_measure_considered_on is NOT_YET else met("A block or caveat was considered.")


@provision("REF-10", reads=("status", "policy_applied"), subject=Subject.PROTECTION)
def exclusion_ends_protection(facts: ProtectionFacts, on: date) -> Ruling:
    """Who is excluded under Article 1F of the 1951 Convention is not protected by the policy."""
    if facts.status is None:
        return ask("Was the person excluded under Article 1F of the 1951 Convention?")
    if facts.status is not ProtectionStatus.EXCLUDED:
        return met("The person was not excluded.")
    return yes_or_no(negated(facts.policy_applied), question="Was anything deleted or refused under the policy?",
                     yes="Excluded under Article 1F: the request is judged as any other.",
                     no="The policy was applied to a person excluded under Article 1F.")


@provision("REF-11", reads=("new_material", "reopened", "reopened_by_reviewer"), subject=Subject.PROTECTION)
def only_a_reviewer_reopens(facts: ProtectionFacts, on: date) -> Ruling:
    """The requester may send new material; only a reviewer reopens the file on it."""
    if facts.reopened is None:
        return ask("Was the file reopened?")
    if not facts.reopened:
        return met("New material is with the reviewer." if facts.new_material else "The file was not reopened.")
    if facts.new_material is None:
        return ask("On what new material was the file reopened?")
    if not facts.new_material:
        return not_met("The file was reopened without new material.")
    return yes_or_no(facts.reopened_by_reviewer, question="Did a reviewer decide to reopen the file?",
                     yes="A reviewer reopened the file on new material.", no="The file was reopened by no reviewer.")


@provision("REF-12", reads=("status", "kept_apart", "readers_named", "reads_recorded"), subject=Subject.PROTECTION)
def status_is_kept_apart(facts: ProtectionFacts, on: date) -> Ruling:
    """The status is kept in a separate store, with named readers and every reading recorded."""
    if facts.status is None:
        return ask("Is there a status to keep?")
    if facts.status is ProtectionStatus.NONE:
        return met("There is no status to keep.")
    return together(
        yes_or_no(facts.kept_apart, question="Is the status kept apart from the police files?",
                  yes="The status is kept apart.", no="The status is kept with the police files."),
        yes_or_no(facts.readers_named, question="Are the readers of the status named?",
                  yes="Its readers are named.", no="Its readers are not named."),
        yes_or_no(facts.reads_recorded, question="Is every reading of the status recorded?",
                  yes="Every reading is recorded.", no="Readings of the status are not recorded."))


assert ProtectionStatus.EXCLUDED not in PROTECTED, "exclusion ends protection (REF-10)"
