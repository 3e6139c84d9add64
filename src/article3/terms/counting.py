"""The words of counting: grounds in groups, offence kinds in families. Each has its place; "other" stays small.

The groups are as fine as they can be without saying of one file that protection was the ground.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from article3.terms.offences import OffenceKind
from article3.terms.reasons import Ground


class CountedGround(StrEnum):
    """Why something was found not compliant, as it is counted."""

    ARTICLE_3 = "article_3"  # political, military, religious, racial character; status of the person
    ARTICLE_2 = "article_2"  # rights of the person, the refugee policy among them
    MISUSE_OF_CHANNELS = "misuse_of_channels"
    ACTS_NOT_DESCRIBED = "acts_not_described"
    PROCEEDINGS = "proceedings"
    PURPOSE = "purpose"
    EXCLUDED_MATTER = "excluded_matter"
    PENALTY_THRESHOLD = "penalty_threshold"
    NOT_OF_INTEREST = "not_of_interest"
    IDENTITY_INCOMPLETE = "identity_incomplete"
    JUDICIAL_DATA_INCOMPLETE = "judicial_data_incomplete"
    CONDITIONS_OF_TYPE = "conditions_of_type"
    NOT_ANSWERED = "not_answered"
    OTHER = "other"  # no ground was recorded


_G, _C = Ground, CountedGround
GROUP_OF: Mapping[Ground, CountedGround] = MappingProxyType({
    _G.POLITICAL_CHARACTER: _C.ARTICLE_3, _G.MILITARY_CHARACTER: _C.ARTICLE_3, _G.RELIGIOUS_CHARACTER: _C.ARTICLE_3,
    _G.RACIAL_CHARACTER: _C.ARTICLE_3, _G.STATUS_OF_PERSON: _C.ARTICLE_3,
    _G.HUMAN_RIGHTS: _C.ARTICLE_2, _G.TORTURE: _C.ARTICLE_2, _G.FAIR_HEARING: _C.ARTICLE_2,
    _G.IN_ABSENTIA: _C.ARTICLE_2, _G.REFUGEE_POLICY: _C.ARTICLE_2,
    _G.MISUSE_OF_CHANNELS: _C.MISUSE_OF_CHANNELS, _G.REPEATS_REFUSED: _C.MISUSE_OF_CHANNELS,
    _G.DESCRIPTION_OF_ACTS: _C.ACTS_NOT_DESCRIBED,
    _G.VALIDITY_OF_PROCEEDINGS: _C.PROCEEDINGS, _G.ACCURACY: _C.PROCEEDINGS,
    _G.PURPOSE: _C.PURPOSE, _G.NO_ACTION_FOR_EXTRADITION: _C.PURPOSE,
    _G.PRIVATE_MATTER: _C.EXCLUDED_MATTER, _G.FAMILY_MATTER: _C.EXCLUDED_MATTER,
    _G.CONTESTED_NORMS: _C.EXCLUDED_MATTER, _G.ADMINISTRATIVE_MATTER: _C.EXCLUDED_MATTER,
    _G.PENALTY_THRESHOLD: _C.PENALTY_THRESHOLD,
    _G.NOT_OF_INTEREST: _C.NOT_OF_INTEREST, _G.HARM_TO_ORGANIZATION: _C.NOT_OF_INTEREST,
    _G.IDENTITY_INCOMPLETE: _C.IDENTITY_INCOMPLETE, _G.JUDICIAL_DATA_INCOMPLETE: _C.JUDICIAL_DATA_INCOMPLETE,
    _G.CONDITIONS_OF_TYPE: _C.CONDITIONS_OF_TYPE, _G.NOT_ANSWERED: _C.NOT_ANSWERED,
})
"""Every ground in exactly one group."""
assert set(GROUP_OF) == set(Ground), f"grounds without a group: {set(Ground) - set(GROUP_OF)}"


class OffenceFamily(StrEnum):
    """Kinds of offence that are looked at together."""

    VIOLENCE = "violence"
    PROPERTY_AND_ECONOMY = "property_and_economy"
    ORGANISED_AND_DRUGS = "organised_and_drugs"
    TERRORISM = "terrorism"
    STATE_AND_OPINION = "state_and_opinion"
    PRIVATE_AND_ADMINISTRATIVE = "private_and_administrative"
    OTHER = "other"


_K, _F = OffenceKind, OffenceFamily
FAMILY_OF: Mapping[OffenceKind, OffenceFamily] = MappingProxyType({
    _K.HOMICIDE: _F.VIOLENCE, _K.ASSAULT: _F.VIOLENCE, _K.KIDNAPPING: _F.VIOLENCE, _K.HUMAN_TRAFFICKING: _F.VIOLENCE,
    _K.SEXUAL_OFFENCE: _F.VIOLENCE, _K.CHILD_ABUSE: _F.VIOLENCE,
    _K.ROBBERY_THEFT: _F.PROPERTY_AND_ECONOMY, _K.FRAUD: _F.PROPERTY_AND_ECONOMY,
    _K.CORRUPTION: _F.PROPERTY_AND_ECONOMY, _K.MONEY_LAUNDERING: _F.PROPERTY_AND_ECONOMY,
    _K.CYBERCRIME: _F.PROPERTY_AND_ECONOMY, _K.PROPERTY_DAMAGE: _F.PROPERTY_AND_ECONOMY,
    _K.DRUGS: _F.ORGANISED_AND_DRUGS, _K.WEAPONS: _F.ORGANISED_AND_DRUGS,
    _K.ORGANISED_CRIME_MEMBERSHIP: _F.ORGANISED_AND_DRUGS,
    _K.TERRORISM_VIOLENT_ACT: _F.TERRORISM, _K.TERRORISM_MEMBERSHIP_OR_PROPAGANDA: _F.TERRORISM,
    _K.PUBLIC_ORDER: _F.STATE_AND_OPINION, _K.EXTREMISM_SPEECH: _F.STATE_AND_OPINION,
    _K.POLITICAL_PURE: _F.STATE_AND_OPINION, _K.MILITARY: _F.STATE_AND_OPINION, _K.RELIGIOUS: _F.STATE_AND_OPINION,
    _K.TAX_CUSTOMS_ADMIN: _F.PRIVATE_AND_ADMINISTRATIVE, _K.IMMIGRATION_DOCUMENT: _F.PRIVATE_AND_ADMINISTRATIVE,
    _K.FAMILY_CUSTODY: _F.PRIVATE_AND_ADMINISTRATIVE, _K.PRIVATE_DISPUTE_CHEQUE: _F.PRIVATE_AND_ADMINISTRATIVE,
    _K.OTHER: _F.OTHER,
})
"""Every kind in exactly one family."""
assert set(FAMILY_OF) == set(OffenceKind), "an offence kind without a family"


class Signal(StrEnum):
    """What made somebody ask."""

    SAME_WORDS = "same_words"  # near-identical accusations against persons with nothing to do with each other
    RETURNING = "returning"  # one bureau's files repeat refused ones, again
    RETALIATION = "retaliation"  # a bureau asks for another's nationals soon after its own request was refused there
    CONSISTENCY = "consistency"  # like cases came to unlike ends
