"""What a person should think of before a wrong publication does harm: named concerns, each with its rule.

A concern is never a finding and decides nothing. It says in one line why somebody should look sooner. None reads the
name of a country; about the source only dated measures in force and the kind of its court are read (RPD 34(3)(c)).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from article3.law.roles import RoleGroup, StatedRole, stated_roles
from article3.terms.circumstances import ExtraditionGround
from article3.terms.communication import Aim, Channel, Colour, IssuerType, PersonStatus, Purpose
from article3.terms.facts import CommunicationFacts
from article3.terms.offences import Matter, OffenceKind


class Weight(IntEnum):
    """How much harm a wrong publication may do where the concern is true."""

    GRAVE = 0
    SERIOUS = 1
    SLIGHT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One reason to look sooner: the sentence a reviewer reads, its weight, and the rule it comes from."""

    because: str
    weight: Weight
    rule: str


CORE_CRIMES = frozenset({Matter.CORE_INTERNATIONAL_CRIME})
POLITICAL_BY_NATURE = {
    OffenceKind.POLITICAL_PURE: "The charge is political by nature",
    OffenceKind.MILITARY: "The charge is military by nature",
    OffenceKind.RELIGIOUS: "The charge is religious by nature",
    OffenceKind.EXTREMISM_SPEECH: "The charge is extremism speech",
}
MATTERS_BY_NATURE = {
    Matter.TREASON_ESPIONAGE_SEDITION: "The charge is treason, espionage or sedition",
    Matter.OPINION_PRESS_INSULT: "The charge is an opinion, a publication or an insult",
    Matter.BANNED_BODY_MEMBERSHIP: "The charge is membership of a banned body",
    Matter.COUP_UNREST: "The charge is taking part in a coup or unrest",
    Matter.ACT_OF_OFFICE: "The charge is an act of office",
    Matter.DESERTION_DISCIPLINE: "The charge is desertion or a breach of military discipline",
    Matter.APOSTASY_BLASPHEMY: "The charge is apostasy, blasphemy or preaching",
    Matter.IDENTITY_BASED: "The charge rests on who the person is",
}
EXCLUDED_MATTERS = {
    Matter.PROSTITUTION: "prostitution", Matter.SURROGACY: "surrogacy", Matter.PORNOGRAPHY: "pornography",
    Matter.HONOUR: "honour", Matter.DRUG_OWN_USE: "drugs for own use", Matter.ADULTERY_BIGAMY: "adultery or bigamy",
    Matter.INHERITANCE: "inheritance", Matter.CHILD_SUPPORT: "child support", Matter.CUSTODY: "custody of a child",
    Matter.UNFUNDED_CHEQUE: "an unfunded cheque", Matter.PLAIN_DEBT: "a debt",
    Matter.CONTRACT_DISPUTE: "a contract", Matter.LABOUR: "labour law", Matter.TRAFFIC_RULES: "traffic rules",
    Matter.RESIDENCE_RULES: "residence rules", Matter.MINOR_TAX_CUSTOMS: "a minor tax or customs matter",
}
ECONOMIC = frozenset({OffenceKind.FRAUD, OffenceKind.CORRUPTION, OffenceKind.MONEY_LAUNDERING,
                      OffenceKind.TAX_CUSTOMS_ADMIN})
STATE_IS_INJURED = frozenset({OffenceKind.CORRUPTION, OffenceKind.TAX_CUSTOMS_ADMIN})
AGAINST_PERSONS = frozenset({OffenceKind.HOMICIDE, OffenceKind.ASSAULT, OffenceKind.KIDNAPPING,
                             OffenceKind.HUMAN_TRAFFICKING, OffenceKind.SEXUAL_OFFENCE, OffenceKind.CHILD_ABUSE,
                             OffenceKind.ROBBERY_THEFT, OffenceKind.DRUGS})
STATUS_IS_NO_BEARING = frozenset({OffenceKind.SEXUAL_OFFENCE, OffenceKind.CHILD_ABUSE, OffenceKind.HUMAN_TRAFFICKING})
"""Crimes of a private kind, on which an office, a rank or a trade has no bearing."""
CHARGE_EXPECTED = frozenset({None, Colour.RED, Colour.BLUE, Colour.GREEN, Colour.SILVER})
NOBODY_CHARGED = frozenset({PersonStatus.WITNESS, PersonStatus.VICTIM, PersonStatus.MISSING, PersonStatus.DECEASED,
                            PersonStatus.UNIDENTIFIED})
SUBSTANTIVE_GROUNDS = frozenset({ExtraditionGround.POLITICAL, ExtraditionGround.HUMAN_RIGHTS,
                                 ExtraditionGround.UNFAIR_TRIAL, ExtraditionGround.REFUGEE})
STATUS: dict[RoleGroup, Weight] = {
    RoleGroup.PROTECTED: Weight.GRAVE, RoleGroup.VOICE: Weight.GRAVE, RoleGroup.DEFENDER: Weight.GRAVE,
    RoleGroup.OPPONENT: Weight.GRAVE, RoleGroup.NEAR_OPPONENT: Weight.GRAVE, RoleGroup.FAITH_OR_ORIGIN: Weight.GRAVE,
    RoleGroup.OFFICE: Weight.GRAVE, RoleGroup.ARMED_FORCES: Weight.SERIOUS, RoleGroup.STUDENT: Weight.SERIOUS,
    RoleGroup.DUAL_NATIONAL: Weight.SLIGHT, RoleGroup.BUSINESS: Weight.SLIGHT,
}
PUBLIC_POSITIONS = frozenset({RoleGroup.OFFICE, RoleGroup.ARMED_FORCES, RoleGroup.STUDENT})


def concerns(facts: CommunicationFacts) -> tuple[Concern, ...]:
    """Every concern the known facts raise, the gravest first; nothing unknown is counted as a concern or a comfort."""
    roles = stated_roles(facts.roles)
    groups = frozenset(group for role in roles for group in role.groups)
    found = [*_protection(facts), *_status(facts, roles), *_combinations(facts, groups), *_nature(facts),
             *_others(facts), *_source(facts), *_proceedings(facts)]
    return tuple(sorted(dict.fromkeys(found), key=lambda concern: concern.weight))


def charge_unknown(facts: CommunicationFacts) -> bool:
    """Whether nobody can say what the person is charged with, though a charge is the heart of such a request."""
    if facts.colour not in CHARGE_EXPECTED or facts.channel is Channel.MESSAGE or facts.person_status in NOBODY_CHARGED:
        return False
    if facts.purpose is Purpose.SECURITY_CHECK and facts.charges:
        return False
    return not facts.charges or (facts.offence_kinds <= {OffenceKind.OTHER} and not facts.matters)


def grave_ordinary_crime(facts: CommunicationFacts) -> bool:
    """Whether a charge is a crime against persons or a core international crime, whoever is charged with it."""
    return bool(facts.offence_kinds & AGAINST_PERSONS or facts.matters & CORE_CRIMES)


def arrest_may_follow(facts: CommunicationFacts) -> bool:
    """Whether arrest is asked, or nobody can say that it is not."""
    if facts.colour not in (None, Colour.RED) or facts.purpose is Purpose.SECURITY_CHECK:
        return False
    return facts.aim in (None, Aim.ARREST)


def _protection(facts: CommunicationFacts) -> Iterator[Concern]:
    """Protection against the requesting country, confirmed or sought (refugee policy; GA-2017-86-RES-09)."""
    if facts.refugee_status_confirmed:
        yield Concern(because="Confirmed refugee", weight=Weight.GRAVE, rule="REF-1")
    if facts.asylum_pending:
        yield Concern(because="A claim to asylum is pending", weight=Weight.GRAVE, rule="REF-9")


def _status(facts: CommunicationFacts, roles: tuple[StatedRole, ...]) -> Iterator[Concern]:
    """Status of the person (RPD 34(3)(b)): more scrutiny, never immunity."""
    for role in roles:
        if role.groups:
            weight = min(_weight_of(group, facts) for group in role.groups)
            yield Concern(because=_said_of(role), rule="RPD-34-3-b",
                          weight=max(weight, Weight.SERIOUS) if role.claimed else weight)


def _said_of(role: StatedRole) -> str:
    """One whole sentence each, so that each can be told in another language."""
    if role.words[0] in "aeio":
        return f"The person is said to be an {role.words}" if role.claimed else f"The person is an {role.words}"
    return f"The person is said to be a {role.words}" if role.claimed else f"The person is a {role.words}"


def _weight_of(group: RoleGroup, facts: CommunicationFacts) -> Weight:
    weight = STATUS[group]
    return max(weight, _weight_of_position(facts)) if group in PUBLIC_POSITIONS else weight


def _weight_of_position(facts: CommunicationFacts) -> Weight:
    """An office or rank weighs less where a grave ordinary crime is charged and nothing by nature political.

    Official capacity has no bearing on a core international crime, nor on a crime of a private kind; on violence it
    calls for scrutiny, since violence is ordinary (ROP-07) yet easily alleged against those who fell from power.
    """
    if facts.matters & CORE_CRIMES or facts.offence_kinds & STATUS_IS_NO_BEARING:
        return Weight.SLIGHT
    return Weight.SERIOUS if grave_ordinary_crime(facts) else Weight.GRAVE


def _combinations(facts: CommunicationFacts, groups: frozenset[RoleGroup]) -> Iterator[Concern]:
    """Charges that mean something else because of who is charged (ROP-07, ROP-14)."""
    states_money = facts.offence_kinds & STATE_IS_INJURED and _economic(facts)
    if RoleGroup.OFFICE in groups and states_money:
        yield Concern(because="Corruption or public money charged against an office-holder: an act of office?",
                      weight=Weight.GRAVE, rule="ROP-07")
    if not _economic(facts):
        return
    if RoleGroup.BUSINESS in groups and groups & {RoleGroup.OPPONENT, RoleGroup.NEAR_OPPONENT}:
        yield Concern(because="Economic charge against a businessperson close to the opposition",
                      weight=Weight.SERIOUS, rule="ROP-14")
    elif groups & {RoleGroup.VOICE, RoleGroup.DEFENDER, RoleGroup.OPPONENT, RoleGroup.NEAR_OPPONENT}:
        yield Concern(because="Economic charge against a critic", weight=Weight.SERIOUS, rule="ROP-14")
    elif states_money:
        yield Concern(because="Economic charge in which the state says that it was injured", rule="ROP-14",
                      weight=Weight.SERIOUS if RoleGroup.BUSINESS in groups else Weight.SLIGHT)
    if not grave_ordinary_crime(facts):
        yield Concern(because="Economic charge: the person's own gain must be shown", weight=Weight.SLIGHT,
                      rule="ROP-14")


def _economic(facts: CommunicationFacts) -> bool:
    """Contraband alone is no economic crime in the sense of ROP-14; taxes, funds, fraud and laundering are."""
    return bool(facts.offence_kinds & ECONOMIC) and (
        Matter.ECONOMIC_CRIME in facts.matters or not facts.offence_kinds & ECONOMIC <= {OffenceKind.TAX_CUSTOMS_ADMIN})


def _nature(facts: CommunicationFacts) -> Iterator[Concern]:
    """Nature of the offence, charges and facts together (RPD 34(3)(a), ROP-01 to ROP-15, RPD 83)."""
    if not facts.matters & CORE_CRIMES:
        for kind in sorted(facts.offence_kinds & POLITICAL_BY_NATURE.keys()):
            yield Concern(because=POLITICAL_BY_NATURE[kind], weight=Weight.GRAVE, rule="RPD-34-3-a")
        for matter in sorted(facts.matters & MATTERS_BY_NATURE.keys()):
            yield Concern(because=MATTERS_BY_NATURE[matter], weight=Weight.GRAVE, rule="RPD-34-3-a")
    yield from _excluded(facts)
    yield from _private(facts)
    yield from _terrorism(facts)
    yield from _thin_charges(facts)


def _excluded(facts: CommunicationFacts) -> Iterator[Concern]:
    """Matters for which nobody may be arrested (RPD 83); beside a grave ordinary crime they do not carry the case."""
    carries = arrest_may_follow(facts) and not grave_ordinary_crime(facts)
    for matter in sorted(facts.matters & EXCLUDED_MATTERS.keys()):
        yield Concern(because=f"The charge concerns {EXCLUDED_MATTERS[matter]}", rule="RPD-83-1-a-i",
                      weight=Weight.SERIOUS if carries else Weight.SLIGHT)


def _private(facts: CommunicationFacts) -> Iterator[Concern]:
    if facts.private_dispute or OffenceKind.PRIVATE_DISPUTE_CHEQUE in facts.offence_kinds:
        yield Concern(because="A private dispute may stand behind the charge", weight=Weight.SERIOUS, rule="ROP-15")
    if facts.family_matter or OffenceKind.FAMILY_CUSTODY in facts.offence_kinds:
        yield Concern(because="A family matter", weight=Weight.SERIOUS, rule="RPD-83-1-a-i-B")
    if facts.acts_of_office:
        yield Concern(because="The acts were acts of office", weight=Weight.GRAVE, rule="ROP-07")


def _terrorism(facts: CommunicationFacts) -> Iterator[Concern]:
    """Membership needs strong evidence; an unspecified charge of terrorism names no act and no victim."""
    if OffenceKind.TERRORISM_MEMBERSHIP_OR_PROPAGANDA in facts.offence_kinds:
        yield Concern(because="Membership or support of a terrorist body: real membership must be shown",
                      weight=Weight.SERIOUS, rule="ROP-04")
    elif OffenceKind.TERRORISM_VIOLENT_ACT in facts.offence_kinds and not facts.offence_kinds & AGAINST_PERSONS:
        yield Concern(because="Terrorism is charged and no violence against a person", weight=Weight.SERIOUS,
                      rule="ROP-05")


def _thin_charges(facts: CommunicationFacts) -> Iterator[Concern]:
    if OffenceKind.PUBLIC_ORDER in facts.offence_kinds:
        yield Concern(because="The charge is public disorder", weight=Weight.SERIOUS, rule="ROP-06")
    if facts.matters & {Matter.ELECTION}:
        yield Concern(because="The charge concerns an election", weight=Weight.SERIOUS, rule="ROP-08")
    if facts.matters & {Matter.SANCTIONS_BREACH}:
        yield Concern(because="The charge is a breach of sanctions", weight=Weight.SERIOUS, rule="ROP-13")
    if facts.offence_kinds == {OffenceKind.ORGANISED_CRIME_MEMBERSHIP}:
        yield Concern(because="Membership of a group is charged and no act", weight=Weight.SLIGHT, rule="RPD-83-2-b-i")
    if facts.acts_described == 0 or facts.individual_role_described is False:
        yield Concern(because="No act of the person is described", weight=Weight.SLIGHT, rule="RPD-83-2-b-i")


def _others(facts: CommunicationFacts) -> Iterator[Concern]:
    """Positions of others, international duties, neutrality and context (RPD 34(3)(d)-(g))."""
    if facts.extradition_refused:
        grave = bool(facts.extradition_refusal_grounds & SUBSTANTIVE_GROUNDS)
        yield Concern(because="Extradition refused elsewhere on grounds of substance" if grave
                      else "Extradition refused elsewhere", rule="RPD-34-3-d",
                      weight=Weight.GRAVE if grave else Weight.SERIOUS)
    for known, because, weight, rule in (
        (facts.rulings, "A recognised body has ruled on the case", Weight.GRAVE, "ROP-18"),
        (facts.torture_evidence or facts.torture_risk, "Torture is alleged", Weight.GRAVE, "ROP-16"),
        (facts.earlier_refused_on, "An earlier request on this person was refused", Weight.GRAVE, "RPD-125"),
        (facts.dispute_between_states, "The case touches a dispute between states", Weight.GRAVE, "RPD-34-3-f"),
        (facts.positions_of_others, "Another bureau or body has voiced a position", Weight.SERIOUS, "RPD-34-3-d"),
        (facts.objections, "Another bureau objects", Weight.SERIOUS, "RPD-34-3-d"),
        (facts.immunity, "Immunity is claimed", Weight.SERIOUS, "RPD-34-3-e"),
        (facts.context_signs, "The timing or the context calls for a look", Weight.SERIOUS, "RPD-34-3-g"),
    ):
        if known:
            yield Concern(because=because, weight=weight, rule=rule)


def _source(facts: CommunicationFacts) -> Iterator[Concern]:
    """The source: dated measures in force and the kind of its court, never its name (RPD 34(3)(c))."""
    if facts.measures_on_source:
        yield Concern(because="A corrective measure on the source is in force", weight=Weight.SERIOUS,
                      rule="RPD-34-3-c")
    if facts.warrant_issuer in (IssuerType.MILITARY_COURT, IssuerType.SPECIAL_COURT):
        yield Concern(because="The warrant comes from a military or special court", weight=Weight.SERIOUS,
                      rule="RPD-34-3-c")
    if facts.source_answered is False:
        yield Concern(because="The source has not answered", weight=Weight.SLIGHT, rule="CON-31")


def _proceedings(facts: CommunicationFacts) -> Iterator[Concern]:
    """What may have ended the purpose, and whom it may hit (ROP-17, ROP-19, RPD 38-41)."""
    if facts.same_acts_judged or facts.acquitted or facts.amnestied or facts.time_barred:
        yield Concern(because="The case may have been ended by a judgment, an amnesty or time", weight=Weight.SERIOUS,
                      rule="ROP-19")
    if facts.proceedings_valid is False:
        yield Concern(because="The proceedings may no longer be valid", weight=Weight.SERIOUS, rule="RPD-83-2-b-v")
    if facts.minor and arrest_may_follow(facts):
        yield Concern(because="The person may be a child", weight=Weight.SERIOUS, rule="RPD-38-41")
    if facts.in_absentia:
        yield Concern(because="The judgment was given in absence", weight=Weight.SLIGHT, rule="ROP-17")
    if facts.disputed_fields:
        yield Concern(because="The data are disputed", weight=Weight.SLIGHT, rule="RPD-12-1")
