"""What is wrong with a typed value, in the reader's language: intake's problems told by their stable codes."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from article3.intake.problems import Problem

TOLD: dict[str, str | Promise] = {
    "too_long": _("This is too long. Shorten it; long papers belong into an attachment."),
    "too_short": _("Write something here, or leave the whole entry out."),
    "control_character": _("There is a hidden character in it. Type the text again instead of copying it."),
    "not_in_list": _("Choose one of the words offered."),
    "out_of_bounds": _("This number cannot be right. Check it and its unit."),
    "not_whole": _("Write a whole number, with digits only."),
    "not_text": _("Write a whole number, with digits only."),
    "unknown_country": _("This is not a country code. Write two capital letters, such as XA."),
    "no_such_day": _("This day is not in the calendar. Check it."),
    "not_a_day": _("Write the day as year-month-day, such as 2026-01-31."),
    "not_a_date": _("Write what is known of the date: 1980-05-17, 1980-05, 1980, 198X, 1980? or 1980/1982."),
    "repeated": _("This stands here twice. Delete one."),
    "missing": _("This is needed. Fill it in, or remove the whole entry."),
    "not_spelt_so": _("This is not spelt as it must be. Check every sign."),
    "too_many": _("These are too many entries."),
}
"""Sentences by code. A code without one is told in intake's own words."""


def told(problem: Problem) -> str | Promise:
    """The sentence for one problem."""
    return TOLD.get(problem.code, f"{problem.mend}")
