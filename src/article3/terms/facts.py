"""The flat record of facts that provisions read. None, "", () and frozenset() mean: not known.

One record per subject of the law (see `law.provision.Subject`). Built by `law.brief` from a communication and
what is known around it; every name here is a fact that findings may rest on or miss, and has its plain words in
`law/facts_dictionary.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.terms.circumstances import ExtraditionGround, MembershipEvidence, RefusedOn, SanctionsBasis
from article3.terms.communication import (
    Aim,
    BureauCode,
    Channel,
    Colour,
    CountryCode,
    IssuerType,
    Level,
    PersonStatus,
    Purpose,
    Sex,
    WantedFor,
)
from article3.terms.dates import PartialDate
from article3.terms.offences import Matter, OffenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationFacts:
    """What is known about one communication and its person on the day of the assessment."""

    # What kind of communication it is.
    channel: Channel | None = None
    colour: Colour | None = None
    aim: Aim | None = None
    source: BureauCode | None = None
    purpose: Purpose | None = None
    recipients: tuple[BureauCode, ...] = ()
    level: Level | None = None
    language: str = ""
    retention_months: int | None = None
    made_on: date | None = None
    legal_basis: str = ""
    collecting_authority: str = ""
    interest: str = ""
    cross_border_link: str = ""
    reason_for_diffusion: str = ""
    declarations: frozenset[str] = frozenset()
    public_extract_consent: bool | None = None
    text: str = ""
    un_reference: str = ""
    agreement: str = ""
    event_date: PartialDate | None = None
    event_place: str = ""
    # The person.
    person_given: bool | None = None
    person_status: PersonStatus | None = None
    family_name: str = ""
    given_name: str = ""
    sex: Sex | None = None
    birth_year: int | None = None
    age_years: int | None = None
    minor: bool | None = None
    nationalities: tuple[CountryCode, ...] = ()
    photograph: str = ""
    description: str = ""
    dna_profile: bool | None = None
    fingerprints: bool | None = None
    identity_document: str = ""
    further_identity: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    sensitive_classes: frozenset[str] = frozenset()
    sensitive_necessity: str = ""
    sensitive_marked: bool | None = None
    # The charges; tuples are in the order of the charges.
    charges: tuple[str, ...] = ()
    offence_kinds: frozenset[OffenceKind] = frozenset()
    matters: frozenset[Matter] = frozenset()
    charge_kinds: tuple[frozenset[OffenceKind], ...] = ()
    charge_matters: tuple[frozenset[Matter], ...] = ()
    charge_penalties_months: tuple[int | None, ...] = ()
    penalty_max_months: int | None = None
    penalty_worse: str = ""
    charges_without_penalty: int | None = None
    wanted_for: WantedFor | None = None
    sentence_months: int | None = None
    remaining_months: int | None = None
    law_references: tuple[str, ...] = ()
    charges_without_law: int | None = None
    law_wordings: tuple[str, ...] = ()
    facts_summary: str = ""
    acts_described: int | None = None
    acts_missing: tuple[str, ...] = ()
    individual_role_described: bool | None = None
    charges_match_facts: bool | None = None
    # The nature of the case.
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
    # Warrant and proceedings.
    warrant_kind: str = ""
    warrant_court: str = ""
    warrant_number: str = ""
    warrant_issuer: IssuerType | None = None
    warrant_date: PartialDate | None = None
    warrant_valid_until: PartialDate | None = None
    warrant_copy: str = ""
    issuer_competent: bool | None = None
    recourse_to_judge: bool | None = None
    proceedings_valid: bool | None = None
    in_absentia: bool | None = None
    notified_of_trial: bool | None = None
    defended_by_counsel: bool | None = None
    retrial_available: bool | None = None
    same_acts_judged: bool | None = None
    acquitted: bool | None = None
    amnestied: bool | None = None
    sentence_served: bool | None = None
    time_barred: bool | None = None
    # Extradition.
    seeks_extradition: bool | None = None
    extradition_authority: str = ""
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
    # Human rights and protection.
    torture_evidence: bool | None = None
    torture_risk: bool | None = None
    death_penalty_assurance: bool | None = None
    rulings: tuple[str, ...] = ()
    refugee_status_confirmed: bool | None = None
    country_of_fear: CountryCode | None = None
    asylum_pending: bool | None = None
    # The source, others, and the world around.
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
    # The files and the quality of the data.
    earlier_searched: bool | None = None
    earlier_refused_on: frozenset[RefusedOn] = frozenset()
    earlier_refused_references: tuple[str, ...] = ()
    linked_references: tuple[str, ...] = ()
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
    # The extraordinary override of RPD 83(1)(b).
    override_reason: str = ""
    override_rules: frozenset[str] = frozenset()
    override_consulted_on: date | None = None
    override_signed_by: tuple[str, ...] = ()
