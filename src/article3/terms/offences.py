"""The words for offences: kinds for statistics and order, matters for the exclusion rules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OffenceKind(StrEnum):
    """What a charge is about, close to the UN ICCS sections; a charge may be of several kinds."""

    HOMICIDE = "homicide"
    ASSAULT = "assault"
    KIDNAPPING = "kidnapping"
    HUMAN_TRAFFICKING = "human_trafficking"
    SEXUAL_OFFENCE = "sexual_offence"
    CHILD_ABUSE = "child_abuse"
    ROBBERY_THEFT = "robbery_theft"
    DRUGS = "drugs"
    FRAUD = "fraud"
    CORRUPTION = "corruption"
    MONEY_LAUNDERING = "money_laundering"
    TAX_CUSTOMS_ADMIN = "tax_customs_admin"
    IMMIGRATION_DOCUMENT = "immigration_document"
    PUBLIC_ORDER = "public_order"
    EXTREMISM_SPEECH = "extremism_speech"
    CYBERCRIME = "cybercrime"
    WEAPONS = "weapons"
    ORGANISED_CRIME_MEMBERSHIP = "organised_crime_membership"
    TERRORISM_VIOLENT_ACT = "terrorism_violent_act"
    TERRORISM_MEMBERSHIP_OR_PROPAGANDA = "terrorism_membership_or_propaganda"
    PROPERTY_DAMAGE = "property_damage"
    POLITICAL_PURE = "political_pure"
    MILITARY = "military"
    RELIGIOUS = "religious"
    FAMILY_CUSTODY = "family_custody"
    PRIVATE_DISPUTE_CHEQUE = "private_dispute_cheque"
    OTHER = "other"


class Matter(StrEnum):
    """A finer mark the exclusion rules and the Repository rows ask about (RPD 83, list of 2022, ROP)."""

    PROSTITUTION = "prostitution"
    SURROGACY = "surrogacy"
    PORNOGRAPHY = "pornography"
    HONOUR = "honour"
    DRUG_OWN_USE = "drug_own_use"
    ADULTERY_BIGAMY = "adultery_bigamy"
    INHERITANCE = "inheritance"
    CHILD_SUPPORT = "child_support"
    CUSTODY = "custody"
    UNFUNDED_CHEQUE = "unfunded_cheque"
    PLAIN_DEBT = "plain_debt"
    CONTRACT_DISPUTE = "contract_dispute"
    LABOUR = "labour"
    TRAFFIC_RULES = "traffic_rules"
    RESIDENCE_RULES = "residence_rules"
    MINOR_TAX_CUSTOMS = "minor_tax_customs"
    TREASON_ESPIONAGE_SEDITION = "treason_espionage_sedition"
    OPINION_PRESS_INSULT = "opinion_press_insult"
    BANNED_BODY_MEMBERSHIP = "banned_body_membership"
    TERRORIST_BODY_MEMBERSHIP = "terrorist_body_membership"
    TERRORIST_ACT = "terrorist_act"
    COUP_UNREST = "coup_unrest"
    ACT_OF_OFFICE = "act_of_office"
    ELECTION = "election"
    DESERTION_DISCIPLINE = "desertion_discipline"
    APOSTASY_BLASPHEMY = "apostasy_blasphemy"
    IDENTITY_BASED = "identity_based"
    CORE_INTERNATIONAL_CRIME = "core_international_crime"
    SANCTIONS_BREACH = "sanctions_breach"
    ECONOMIC_CRIME = "economic_crime"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """The words of a charge that led to a kind or a matter, with their place in the text.

    `start` and `end` count characters in the charge, or in its translation when `translated` is set.
    """

    words: str
    start: int
    end: int
    kinds: tuple[OffenceKind, ...] = ()
    matters: tuple[Matter, ...] = ()
    because: str = ""
    translated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """All kinds and matters found in a charge text, and the clues that led there."""

    kinds: tuple[OffenceKind, ...]
    matters: tuple[Matter, ...] = ()
    clues: tuple[Clue, ...] = ()
