"""Words of the protective desk, one label a code."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from article3.lifecycle.protective import Because, Judgement, SafeText

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
