"""Article 3 in practice: which offences are political, military, religious or racial as such, and which are weighed."""

from __future__ import annotations

from datetime import date

from article3.law.charges import CHARGES, NO_KINDS, excluded_as_such, named, not_charged, nothing_else, touching
from article3.law.forms import about_an_offence, red_notice, wanted_diffusion
from article3.law.parameters import parameter
from article3.law.provision import Ruling, ask, met, not_met, provision
from article3.law.roles import RoleGroup, stated_roles
from article3.terms.circumstances import MembershipEvidence, SanctionsBasis
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Asked
from article3.terms.offences import Matter, OffenceKind

ECONOMIC = frozenset({OffenceKind.FRAUD, OffenceKind.CORRUPTION, OffenceKind.MONEY_LAUNDERING,
                      OffenceKind.TAX_CUSTOMS_ADMIN})
_STATUS = ("RPD-34-3-b",)


def _kinds(*kinds: OffenceKind) -> frozenset[OffenceKind]:
    return frozenset(kinds)


def _matter(*matters: Matter) -> frozenset[Matter]:
    return frozenset(matters)


@provision("ROP-01", reads=CHARGES, concerns=about_an_offence)
def treason_espionage_sedition(facts: CommunicationFacts, on: date) -> Ruling:
    """Treason, espionage and sedition as such are political."""
    return excluded_as_such(facts, _matter(Matter.TREASON_ESPIONAGE_SEDITION),
                            beside=_kinds(OffenceKind.POLITICAL_PURE), what="treason, espionage or sedition",
                            signs=_kinds(OffenceKind.POLITICAL_PURE) if not any(facts.charge_matters) else NO_KINDS)


@provision("ROP-02", reads=CHARGES, concerns=about_an_offence)
def opinion_press_and_insult(facts: CommunicationFacts, on: date) -> Ruling:
    """Opinion, press, insult of the state or of its head as such are political."""
    return excluded_as_such(facts, _matter(Matter.OPINION_PRESS_INSULT),
                            beside=_kinds(OffenceKind.POLITICAL_PURE, OffenceKind.EXTREMISM_SPEECH),
                            signs=_kinds(OffenceKind.EXTREMISM_SPEECH),
                            what="opinion, press offences or insult of the state")


@provision("ROP-03", reads=CHARGES, concerns=about_an_offence)
def membership_of_a_banned_body(facts: CommunicationFacts, on: date) -> Ruling:
    """Membership of a banned body that is not terrorist is political as such."""
    return excluded_as_such(facts, _matter(Matter.BANNED_BODY_MEMBERSHIP), what="membership of a banned body",
                            beside=_kinds(OffenceKind.POLITICAL_PURE, OffenceKind.EXTREMISM_SPEECH,
                                          OffenceKind.RELIGIOUS))


@provision("ROP-04", reads=("membership_evidence", "body_listed_by_un", *CHARGES), concerns=about_an_offence)
def membership_of_a_terrorist_body(facts: CommunicationFacts, on: date) -> Ruling:
    """Membership of a terrorist body needs strong evidence of real membership; a list of names is not enough."""
    numbers = touching(facts, _matter(Matter.TERRORIST_BODY_MEMBERSHIP),
                       _kinds(OffenceKind.TERRORISM_MEMBERSHIP_OR_PROPAGANDA))
    if not numbers:
        return not_charged(facts, "membership or support of a terrorist body")
    if not parameter("article3.terrorist_membership_possible", on):
        return not_met(f"{named(numbers, facts)}: before the policy of 2003 membership alone was not processed.")
    if facts.membership_evidence is MembershipEvidence.NAME_ON_A_LIST:
        return not_met(f"{named(numbers, facts)}: a name on a list is the only evidence of membership.")
    if facts.membership_evidence is MembershipEvidence.CONCRETE_ACTS:
        return met("Concrete acts show real membership or support.")
    listed = {True: "listed", False: "not listed", None: "listed or not, not known"}[facts.body_listed_by_un]
    return ask(f"{named(numbers, facts)}: which concrete acts show real membership? (The body: {listed} by the United "
               "Nations.)")


@provision("ROP-05", reads=("individual_role_described", *CHARGES), concerns=about_an_offence)
def terrorist_acts(facts: CommunicationFacts, on: date) -> Ruling:
    """Terrorist acts: individual acts and victims are described, and a link to a conflict is weighed."""
    numbers = touching(facts, _matter(Matter.TERRORIST_ACT), _kinds(OffenceKind.TERRORISM_VIOLENT_ACT))
    if not numbers:
        return not_charged(facts, "terrorist acts")
    if facts.individual_role_described is False:
        return not_met(f"{named(numbers, facts)}: no act of this person is described.")
    return ask(f"{named(numbers, facts)}: which acts of this person harmed whom, and how near were they to a conflict?")


@provision("ROP-06", reads=("violence_against_persons", *CHARGES), concerns=about_an_offence)
def coup_and_unrest(facts: CommunicationFacts, on: date) -> Ruling:
    """A coup or unrest: personal violence is kept apart from taking part as such."""
    numbers = touching(facts, _matter(Matter.COUP_UNREST))
    if not numbers:
        return not_charged(facts, "taking part in a coup or unrest")
    alone = nothing_else(facts, _matter(Matter.COUP_UNREST),
                         _kinds(OffenceKind.POLITICAL_PURE, OffenceKind.PUBLIC_ORDER))
    if facts.violence_against_persons is False and alone:
        return not_met(f"{named(numbers, facts)}: taking part as such, without violence of this person.")
    return ask(f"{named(numbers, facts)}: which violence against persons is this person's own, apart from taking part?")


@provision("ROP-07", concerns=about_an_offence,
           reads=("roles", "acts_of_office", "personal_gain", "violence_against_persons", "charge_kinds",
                  "charge_matters"))
def acts_of_office_of_a_politician(facts: CommunicationFacts, on: date) -> Ruling:
    """Acts of office of a (former) politician are political; personal gain or violence is ordinary."""
    if facts.acts_of_office is False:
        return met("The acts were not done in exercise of an office.")
    office = touching(facts, _matter(Matter.ACT_OF_OFFICE))
    roles = stated_roles(facts.roles)
    if not roles and not office and facts.acts_of_office is None:
        return ask("Did or does the person hold a public office?", within=_STATUS)
    if not facts.acts_of_office and not office and not any(RoleGroup.OFFICE in role.groups for role in roles):
        return met(f"The roles known ({', '.join(role.words for role in roles)}) are no public office.")
    if facts.acts_of_office and facts.personal_gain is False and facts.violence_against_persons is False:
        return not_met("The acts were done in exercise of office, without personal gain or violence.")
    return ask("Were the acts done in exercise of office, or for personal gain or with violence, and when were the "
               "charges brought?")


@provision("ROP-08", reads=CHARGES, concerns=about_an_offence)
def election_offences(facts: CommunicationFacts, on: date) -> Ruling:
    """Election offences: fraud for gain is kept apart from contesting results."""
    numbers = touching(facts, _matter(Matter.ELECTION))
    if not numbers:
        return not_charged(facts, "election offences")
    return ask(f"{named(numbers, facts)}: vote buying or forgery for gain, or contesting a result?")


@provision("ROP-09", reads=CHARGES, concerns=about_an_offence)
def desertion_and_military_discipline(facts: CommunicationFacts, on: date) -> Ruling:
    """Desertion, draft evasion and military discipline are military."""
    return excluded_as_such(facts, _matter(Matter.DESERTION_DISCIPLINE), beside=_kinds(OffenceKind.MILITARY),
                            signs=_kinds(OffenceKind.MILITARY),
                            what="desertion, draft evasion or military discipline")


@provision("ROP-10", reads=CHARGES, concerns=about_an_offence)
def apostasy_blasphemy_proselytism(facts: CommunicationFacts, on: date) -> Ruling:
    """Apostasy, blasphemy and proselytism are religious."""
    return excluded_as_such(facts, _matter(Matter.APOSTASY_BLASPHEMY),
                            beside=_kinds(OffenceKind.RELIGIOUS, OffenceKind.EXTREMISM_SPEECH),
                            signs=_kinds(OffenceKind.RELIGIOUS),
                            what="apostasy, blasphemy or proselytism")


@provision("ROP-11", reads=CHARGES, concerns=about_an_offence)
def racial_or_ethnic_character(facts: CommunicationFacts, on: date) -> Ruling:
    """A charge that punishes identity is racial; serious incitement or violence can be ordinary."""
    numbers = touching(facts, _matter(Matter.IDENTITY_BASED))
    if not numbers:
        return not_charged(facts, "offences of racial or ethnic character")
    return ask(f"{named(numbers, facts)}: does this punish who the person is, or incitement to violence and violence?")


@provision("ROP-12", reads=("source_is_tribunal", "nationalities", "source", "objections", "objections_asked_on",
                            *CHARGES), concerns=red_notice, policy_for=wanted_diffusion)
def core_international_crimes_of_another_members_national(facts: CommunicationFacts, on: date) -> Ruling:
    """On core international crimes a state's request about another member's national waits for its objection."""
    numbers = touching(facts, _matter(Matter.CORE_INTERNATIONAL_CRIME))
    if not numbers:
        return not_charged(facts, "genocide, crimes against humanity or war crimes")
    if facts.source_is_tribunal:
        return met("The request comes from an international tribunal.")
    others = tuple(sorted(str(country) for country in facts.nationalities if str(country) != str(facts.source)))
    if facts.nationalities and not others:
        return met("The person is a national of the requesting state only.")
    if facts.objections:
        return not_met(f"Objection of {', '.join(facts.objections)}.")
    if not facts.nationalities or facts.objections_asked_on is None:
        return ask(f"Is the source a tribunal, and was the member whose national the person is told "
                   f"({', '.join(others) or 'nationality not known'}), and on what day?")
    days = parameter("article3.objection_days", on)
    if (on - facts.objections_asked_on).days <= days:
        return ask(f"{', '.join(others)} was told on {facts.objections_asked_on} and may object within {days} days. "
                   "Has it answered?", Asked.OTHER_BUREAU)
    return met(f"No objection within {days} days of {facts.objections_asked_on}.")


@provision("ROP-13", reads=("sanctions_basis", *CHARGES), concerns=about_an_offence)
def breach_of_sanctions(facts: CommunicationFacts, on: date) -> Ruling:
    """Breach of sanctions: United Nations sanctions are possible, others are weighed for neutrality."""
    numbers = touching(facts, _matter(Matter.SANCTIONS_BREACH))
    if not numbers:
        return not_charged(facts, "breach of sanctions")
    if facts.sanctions_basis is SanctionsBasis.UNITED_NATIONS:
        return met("The sanctions are those of the United Nations.")
    if facts.sanctions_basis is None:
        return ask(f"{named(numbers, facts)}: whose sanctions are they?", Asked.REQUESTER)
    return ask(f"{named(numbers, facts)}: the sanctions are not those of the United Nations. Does acting on them keep "
               "the Organization neutral?")


@provision("ROP-14", reads=("individual_role_described", "personal_gain", "roles", *CHARGES),
           concerns=about_an_offence)
def economic_crime_against_opponents_or_rivals(facts: CommunicationFacts, on: date) -> Ruling:
    """Economic crime of opponents or rivals: specific facts and a gain are needed."""
    numbers = touching(facts, _matter(Matter.ECONOMIC_CRIME), ECONOMIC)
    if not numbers:
        return not_charged(facts, "economic crime")
    if facts.individual_role_described and facts.personal_gain:
        return met("The person's own acts and a personal gain are shown.")
    return ask(f"{named(numbers, facts)}: which acts and which gain of this person are shown, and is the person an "
               "opponent or a rival of those in power?", within=() if stated_roles(facts.roles) else _STATUS)
