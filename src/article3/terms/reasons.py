"""Closed vocabularies of grounds and reasons. Only the codes travel; their sentences stand in `access`.

Inside words and outward words are different types: a `Ground` is for reviewers and the Commission, the three outward
vocabularies are all that a requester, the person or the public can ever be told. None of them can mean protection,
a watch list or confidential information.
"""

from __future__ import annotations

from enum import StrEnum


class Ground(StrEnum):
    """Why a file is refused, cancelled or recalled; close to the grounds of the Commission's published excerpts."""

    POLITICAL_CHARACTER = "political_character"
    MILITARY_CHARACTER = "military_character"
    RELIGIOUS_CHARACTER = "religious_character"
    RACIAL_CHARACTER = "racial_character"
    STATUS_OF_PERSON = "status_of_person"
    MISUSE_OF_CHANNELS = "misuse_of_channels"
    HUMAN_RIGHTS = "human_rights"
    TORTURE = "torture"
    FAIR_HEARING = "fair_hearing"
    IN_ABSENTIA = "in_absentia"
    REFUGEE_POLICY = "refugee_policy"
    DESCRIPTION_OF_ACTS = "description_of_acts"
    VALIDITY_OF_PROCEEDINGS = "validity_of_proceedings"
    PURPOSE = "purpose"
    NO_ACTION_FOR_EXTRADITION = "no_action_for_extradition"
    PRIVATE_MATTER = "private_matter"
    FAMILY_MATTER = "family_matter"
    CONTESTED_NORMS = "contested_norms"
    ADMINISTRATIVE_MATTER = "administrative_matter"
    PENALTY_THRESHOLD = "penalty_threshold"
    NOT_OF_INTEREST = "not_of_interest"
    HARM_TO_ORGANIZATION = "harm_to_organization"
    IDENTITY_INCOMPLETE = "identity_incomplete"
    JUDICIAL_DATA_INCOMPLETE = "judicial_data_incomplete"
    CONDITIONS_OF_TYPE = "conditions_of_type"
    ACCURACY = "accuracy"
    NOT_ANSWERED = "not_answered"
    REPEATS_REFUSED = "repeats_refused"


class ToRequester(StrEnum):
    """What a requester may be told of a refusal; each with what would have to change."""

    NOT_COMPLIANT = "not_compliant"
    NOT_ANSWERED = "not_answered"
    ACTS_NOT_DESCRIBED = "acts_not_described"
    IDENTITY_INCOMPLETE = "identity_incomplete"
    JUDICIAL_DATA_INCOMPLETE = "judicial_data_incomplete"
    BELOW_PENALTY_THRESHOLD = "below_penalty_threshold"
    EXCLUDED_MATTER = "excluded_matter"
    CONDITIONS_OF_TYPE = "conditions_of_type"
    NOT_OF_INTEREST = "not_of_interest"
    OTHER_TYPE_MAY_FIT = "other_type_may_fit"


class ToPerson(StrEnum):
    """What the person may be told if they ever ask, through the Commission."""

    NOT_PUBLISHED = "not_published"
    REMOVED = "removed"
    IN_FILES = "in_files"
    NOTHING_TO_SAY = "nothing_to_say"


class PublicCode(StrEnum):
    """The reason counted in public statistics (NDTF practice, stage 4)."""

    COMPLIANT = "compliant"
    ARTICLE_2 = "article_2"
    ARTICLE_3 = "article_3"
    OTHER = "other"


class WithdrawalCode(StrEnum):
    """Why a source withdraws (RPD 81(2), 101)."""

    PURPOSE_MET = "purpose_met"
    DEPENDENT_REQUEST_ENDED = "dependent_request_ended"
    LEGAL_BASIS_GONE = "legal_basis_gone"
    NO_LONGER_WANTED = "no_longer_wanted"


class CancellationCode(StrEnum):
    """Why the Secretariat cancels (RPD 81(3)(a)-(d)). Inaction needs proof of information and a consultation."""

    PURPOSE_MET = "purpose_met"
    DEPENDENT_REQUEST_ENDED = "dependent_request_ended"
    CONDITIONS_NOT_MET = "conditions_not_met"
    INACTION_OF_SOURCE = "inaction_of_source"


class CaveatKind(StrEnum):
    """What a caveat or addendum says; it travels with every reading (RPD 128-129, AGN/53/RES/7, CCF outcome)."""

    EXTRADITION_REFUSED = "extradition_refused"
    FINALLY_JUDGED_ELSEWHERE = "finally_judged_elsewhere"
    UNDER_EXAMINATION = "under_examination"
    POSITION_OF_MEMBER = "position_of_member"
    DATA_TO_VERIFY = "data_to_verify"
    CORRECTION = "correction"
    ADDENDUM = "addendum"
    NO_FURTHER_HELP = "no_further_help"


class IfSilent(StrEnum):
    """The stated consequence when a consulted bureau does not answer by the deadline."""

    DECIDED_ON_THE_FILE = "decided_on_the_file"
    TAKEN_AS_NO_OBJECTION = "taken_as_no_objection"
    COUNTS_TOWARDS_ENDING = "counts_towards_ending"
