"""The words of a dispute, at a bureau and at the desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

REASONS = {
    "not_this_person": _("It is about another person"), "facts_wrong": _("The facts are wrong"),
    "article_2_or_3": _("It is political, military, religious or racial, or against human rights"),
    "judged_already": _("The person was finally judged for it"), "purpose_spent": _("Its purpose is spent"),
}
ANSWERS = {
    "followed": _("Your dispute was followed. What changes reaches you as every change does."),
    "stays": _("The record stays as it stands."),
}
