"""Words of the protective desk, one label a code."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from article3.lifecycle.protective import Because, Judgement, SafeText
from article3.terms.disputes import DisputeAnswer, DisputeReason

JUDGEMENTS: Mapping[Judgement, str | Promise] = {
    Judgement.SAME: _("The same person"), Judgement.NOT_SAME: _("Not the same"), Judgement.UNSURE: _("Unsure"),
}
REASONS: Mapping[Because, str | Promise] = {
    Because.OFFICIAL: _("Official"), Because.FORMER_OFFICIAL: _("Former official"),
    Because.COURT: _("Acts for a court or tribunal"), Because.FAMILY: _("Family of a protected person"),
    Because.OTHER: _("Another reason"),
}
SAFE_TEXTS: Mapping[SafeText, str | Promise] = {
    SafeText.CALL_US: _("Please call the number you were given for your protection. Do it from a phone you trust."),
    SafeText.BEFORE_TRAVEL: _("Before your next journey abroad, please speak with us. Do not change your plans yet."),
    SafeText.SETTLED: _("The matter we spoke about is settled. You need to do nothing more."),
}
STANDINGS: Mapping[str, str | Promise] = {
    "in_force": _("In force"), "unreviewed": _("Not reviewed"), "suspended": _("Suspended"),
    "removed": _("Removed: the last copy here is gone"), "": _("Removed: the last copy here is gone"),
}
DISPUTED: Mapping[DisputeReason, str | Promise] = {
    DisputeReason.ARTICLE_2_OR_3: _("Against Article 2 or 3"), DisputeReason.NOT_THIS_PERSON: _("Not this person"),
    DisputeReason.FACTS_WRONG: _("The facts are wrong"), DisputeReason.JUDGED_ALREADY: _("Judged already"),
    DisputeReason.PURPOSE_SPENT: _("Its purpose is spent"),
}
ANSWERS: Mapping[DisputeAnswer, str | Promise] = {
    DisputeAnswer.FOLLOWED: _("The dispute was followed."), DisputeAnswer.STAYS: _("The record stays as it is."),
}
