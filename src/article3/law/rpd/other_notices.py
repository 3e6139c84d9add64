"""RPD 88-96: the other notices, each with its own purpose and conditions."""

from __future__ import annotations

from datetime import date

from article3.law.forms import of_colour
from article3.law.parameters import parameter
from article3.law.provision import Ruling, ask, met, not_met, provision, requester
from article3.terms.communication import Colour, PersonStatus
from article3.terms.facts import CommunicationFacts

_OF_INTEREST_IN_A_CASE = frozenset({PersonStatus.CONVICTED, PersonStatus.ACCUSED, PersonStatus.SUSPECT,
                                    PersonStatus.WITNESS, PersonStatus.VICTIM, PersonStatus.OF_INTEREST})


@provision("RPD-88", reads=("person_status", "charges", "facts_summary", "text"), concerns=of_colour(Colour.BLUE))
def blue_for_a_person_of_interest_in_a_criminal_case(facts: CommunicationFacts, on: date) -> Ruling:
    """Blue: a person of interest in a criminal case, and what is to be learnt about that person."""
    if facts.person_status is not None and facts.person_status not in _OF_INTEREST_IN_A_CASE:
        words = facts.person_status.value.replace("_", " ")
        return not_met(f"A person whose status is {words} is not a person of interest in a criminal case.")
    lacking = [words for words, value in (("the person's status in the case", facts.person_status),
                                          ("the criminal case", facts.charges or facts.facts_summary),
                                          ("what is to be learnt", facts.text)) if not value]
    if lacking:
        return requester(f"Please state {', '.join(lacking)}.")
    return met("Person, case and what is to be learnt are stated.")


@provision("RPD-88-X", reads=("earlier_refused_references", "earlier_searched"), concerns=of_colour(Colour.BLUE))
def blue_after_a_refused_red_goes_to_detailed_review(facts: CommunicationFacts, on: date) -> Ruling:
    """Blue on the person and facts of a refused red request is sent to detailed review."""
    if facts.earlier_refused_references:
        return ask(f"{len(facts.earlier_refused_references)} earlier request(s) on this person and these facts were "
                   "refused. Does this blue notice seek the same by another door?")
    if facts.earlier_searched:
        return met("The files hold no refused request on this person and these facts.")
    return ask("Do the files hold a refused request on this person and these facts?", within=("NDT-8",))


@provision("RPD-89", reads=("threat_assessment", "convictions", "facts_summary"), concerns=of_colour(Colour.GREEN))
def green_warns_of_an_assessed_threat(facts: CommunicationFacts, on: date) -> Ruling:
    """Green: a threat to public safety, assessed by a national authority on convictions or other reasonable grounds."""
    if not facts.threat_assessment:
        return requester("Which national authority assessed the person as a threat to public safety, and when?")
    if facts.convictions:
        return met(f"Assessed on convictions: {facts.threat_assessment}")
    if facts.convictions is None and not facts.facts_summary:
        return requester("On which convictions or other reasonable grounds does the assessment rest?")
    return ask(f"No conviction is stated. Are the grounds of the assessment reasonable? {facts.threat_assessment} "
               f"{facts.facts_summary}".rstrip())


@provision("RPD-90", reads=("reported_missing", "whereabouts_known", "age_years", "minor", "adult_privacy_opposed"),
           concerns=of_colour(Colour.YELLOW))
def yellow_for_a_missing_person(facts: CommunicationFacts, on: date) -> Ruling:
    """Yellow: reported missing to the police, whereabouts unknown, the privacy of an adult not opposed."""
    if facts.whereabouts_known:
        return not_met("The whereabouts are known: the person is not missing.")
    if facts.reported_missing is False:
        return not_met("The person was not reported missing to the police.")
    if facts.reported_missing is None or facts.whereabouts_known is None:
        return requester("Was the person reported missing to the police, and are the whereabouts unknown?")
    if facts.minor or (facts.age_years is not None and facts.age_years < 18):
        return met("A minor was reported missing and the whereabouts are unknown.")
    if facts.adult_privacy_opposed is None:
        return requester("Does the law on privacy allow a search for this adult?")
    if facts.adult_privacy_opposed:
        return not_met("The law on the privacy of adults stands against the search.")
    return met("An adult was reported missing, the whereabouts are unknown, and privacy law allows the search.")


@provision("RPD-91", reads=("person_status", "event_date", "event_place"), concerns=of_colour(Colour.BLACK))
def black_for_an_unidentified_body(facts: CommunicationFacts, on: date) -> Ruling:
    """Black: an unidentified body, found and recorded by the police."""
    if facts.person_status not in (PersonStatus.UNIDENTIFIED, PersonStatus.DECEASED, None):
        return not_met(f"The status is {facts.person_status.value.replace('_', ' ')}, not an unidentified body.")
    if facts.person_status is None or facts.event_date is None or not facts.event_place:
        return requester("Where and when did the police record the unidentified body?")
    return met(f"An unidentified body was recorded at {facts.event_place}, {facts.event_date}.")


@provision("RPD-92", reads=("text", "facts_summary"), concerns=of_colour(Colour.PURPLE))
def purple_describes_a_method(facts: CommunicationFacts, on: date) -> Ruling:
    """Purple: methods, objects, devices or hiding places."""
    if not facts.text and not facts.facts_summary:
        return requester("Which method, object, device or hiding place is described?")
    return met("The method, object, device or hiding place is described.")


@provision("RPD-93", reads=("threat_imminent", "text", "facts_summary"), concerns=of_colour(Colour.ORANGE))
def orange_warns_of_an_imminent_threat(facts: CommunicationFacts, on: date) -> Ruling:
    """Orange: an imminent threat to persons or property."""
    if facts.threat_imminent is False:
        return not_met("The threat is not imminent.")
    if not facts.text and not facts.facts_summary:
        return requester("Which person, object, event or process is the threat?")
    if facts.threat_imminent is None:
        return requester("Is the threat to persons or property imminent, and why?")
    return met("An imminent threat is described.")


@provision("RPD-94", reads=("colour",), concerns=of_colour(Colour.WORKS_OF_ART))
def no_works_of_art_notice_after_its_deletion(facts: CommunicationFacts, on: date) -> Ruling:
    """Works-of-art notices cannot be created after Article 94 was deleted in November 2025."""
    assert facts.colour is not None, "a rule on works-of-art notices concerns nothing else"
    ended = parameter("notices.categories", on)[facts.colour.value]["until"]
    if on >= ended:
        return not_met(f"Article 94 was deleted; no works-of-art notice since {ended}.")
    return met("Article 94 was in force on this day.")


@provision("RPD-95", reads=("un_reference", "person_status"), concerns=of_colour(Colour.UN_SPECIAL))
def special_notice_for_a_subject_of_un_sanctions(facts: CommunicationFacts, on: date) -> Ruling:
    """The special notice is only for a subject of United Nations sanctions."""
    if facts.person_status not in (PersonStatus.UN_SANCTIONED, None):
        return not_met(f"The status is {facts.person_status.value.replace('_', ' ')}, not subject of UN sanctions.")
    if not facts.un_reference:
        return requester("Under which reference does the United Nations list hold this person or entity?")
    return met(f"United Nations list reference {facts.un_reference}.")


@provision("RPD-96", reads=("agreement", "agreement_in_force"), concerns=of_colour(Colour.OTHER_SPECIAL))
def other_special_notices_need_an_agreement(facts: CommunicationFacts, on: date) -> Ruling:
    """Other special notices only under an agreement in force."""
    if not facts.agreement:
        return requester("Under which agreement (Constitution, Article 41) is this asked?")
    if facts.agreement_in_force is False:
        return not_met(f"The agreement {facts.agreement} is not in force.")
    if facts.agreement_in_force is None:
        return ask(f"Is the agreement {facts.agreement} approved and in force?")
    return met(f"The agreement {facts.agreement} is in force.")
