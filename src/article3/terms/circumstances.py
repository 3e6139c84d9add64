"""What is known around a communication, from the files, other bureaus, courts and a person's review of it.

Everything is optional: None, "", () and frozenset() mean that nobody has told us yet, and never mean no.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.communication import BureauCode, CountryCode


class ExtraditionGround(StrEnum):
    """Why a state refused extradition: substantive grounds weigh, procedural ones do not (RPD 34(3)(d))."""

    POLITICAL = "political"
    HUMAN_RIGHTS = "human_rights"
    UNFAIR_TRIAL = "unfair_trial"
    REFUGEE = "refugee"
    NE_BIS_IN_IDEM = "ne_bis_in_idem"
    TIME_BAR = "time_bar"
    NATIONALITY = "nationality"
    NO_DUAL_CRIMINALITY = "no_dual_criminality"
    PROCEDURAL = "procedural"
    UNKNOWN = "unknown"


class RefusedOn(StrEnum):
    """The ground on which an earlier request on the same person and facts was refused."""

    ARTICLE_2 = "article_2"
    ARTICLE_3 = "article_3"
    REFUGEE = "refugee"
    OTHER = "other"


class SanctionsBasis(StrEnum):
    """Who imposed the sanctions that are said to be broken."""

    UNITED_NATIONS = "united_nations"
    OTHER = "other"


class MembershipEvidence(StrEnum):
    """What shows membership of a terrorist body (policy of 2003)."""

    NAME_ON_A_LIST = "name_on_a_list"
    CONCRETE_ACTS = "concrete_acts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Facts that stand beside the communication; `law.brief` flattens both into `CommunicationFacts`."""

    # Protection (kept sealed; filled only where the law asks and by whoever may know).
    refugee_status_confirmed: bool | None = None
    country_of_fear: CountryCode | None = None
    asylum_pending: bool | None = None
    # Extradition and what happened after the person was found.
    extradition_refused: bool | None = None
    extradition_refused_by: tuple[CountryCode, ...] = ()
    extradition_refusal_grounds: frozenset[ExtraditionGround] = frozenset()
    refusal_addendum_noted: bool | None = None
    located_in: CountryCode | None = None
    located_on: date | None = None
    source_informed_on: date | None = None
    extradition_requested: bool | None = None
    inaction_reason: str = ""
    transfer_of_proceedings: bool | None = None
    # The proceedings.
    proceedings_valid: bool | None = None
    issuer_competent: bool | None = None
    recourse_to_judge: bool | None = None
    in_absentia: bool | None = None
    notified_of_trial: bool | None = None
    defended_by_counsel: bool | None = None
    retrial_available: bool | None = None
    same_acts_judged: bool | None = None
    acquitted: bool | None = None
    amnestied: bool | None = None
    sentence_served: bool | None = None
    time_barred: bool | None = None
    # The facts of the case, as a person who read them found them.
    individual_role_described: bool | None = None
    charges_match_facts: bool | None = None
    private_dispute: bool | None = None
    family_matter: bool | None = None
    intent_to_deceive: bool | None = None
    personal_gain: bool | None = None
    violence_against_persons: bool | None = None
    acts_of_office: bool | None = None
    serves_serious_crime: bool | None = None
    organised_crime_link: bool | None = None
    child_exploitation: bool | None = None
    drugs_own_use: bool | None = None
    cheque_total_usd: int | None = None
    cheque_count: int | None = None
    sanctions_basis: SanctionsBasis | None = None
    body_listed_by_un: bool | None = None
    membership_evidence: MembershipEvidence | None = None
    # Human rights.
    torture_evidence: bool | None = None
    torture_risk: bool | None = None
    death_penalty_assurance: bool | None = None
    rulings: tuple[str, ...] = ()
    # The person, the source, others, and the world around them.
    roles: frozenset[str] = frozenset()
    sensitive_classes: frozenset[str] = frozenset()
    sensitive_necessity: str = ""
    sensitive_marked: bool | None = None
    source_answered: bool | None = None
    source_is_tribunal: bool | None = None
    source_body: str = ""
    measures_on_source: tuple[str, ...] = ()
    positions_of_others: tuple[str, ...] = ()
    objections: tuple[BureauCode, ...] = ()
    objections_asked_on: date | None = None
    immunity: bool | None = None
    dispute_between_states: bool | None = None
    context_signs: tuple[str, ...] = ()
    # The files.
    earlier_searched: bool | None = None
    earlier_refused_on: frozenset[RefusedOn] = frozenset()
    earlier_refused_references: tuple[str, ...] = ()
    linked_references: tuple[str, ...] = ()
    # Quality.
    disputed_fields: tuple[str, ...] = ()
    last_verified_on: date | None = None
    public_origin: str = ""
    public_reliability: str = ""
    # Other kinds of notice.
    convictions: bool | None = None
    threat_assessment: str = ""
    reported_missing: bool | None = None
    whereabouts_known: bool | None = None
    adult_privacy_opposed: bool | None = None
    threat_imminent: bool | None = None
    agreement_in_force: bool | None = None
    silver_participant: bool | None = None
    silver_quota_left: int | None = None
    # The extraordinary override of RPD 83(1)(b): two officers, a consultation, a written reason.
    override_reason: str = ""
    override_rules: frozenset[str] = frozenset()
    override_consulted_on: date | None = None
    override_signed_by: tuple[str, ...] = ()
