"""The closed words of a dispute: why a bureau disputes a record, and how it is answered."""

from __future__ import annotations

from enum import StrEnum


class DisputeReason(StrEnum):
    """Why a bureau disputes a record that reached it."""

    NOT_THIS_PERSON = "not_this_person"
    FACTS_WRONG = "facts_wrong"
    ARTICLE_2_OR_3 = "article_2_or_3"
    JUDGED_ALREADY = "judged_already"
    PURPOSE_SPENT = "purpose_spent"


class DisputeAnswer(StrEnum):
    """All the disputing bureau is told; what it led to inside is no part of it."""

    FOLLOWED = "followed"
    STAYS = "stays"
