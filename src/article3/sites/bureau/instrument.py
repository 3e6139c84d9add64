"""Which instrument fits, and why: from three plain answers to a notice, a diffusion or a message."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from article3.law.parameters import parameter
from article3.sites.page.forms import PaperForm

NEEDS = {
    "arrest": _("Have somebody arrested, to be extradited"), "locate": _("Find where somebody is, or learn about them"),
    "warn": _("Warn about somebody who may commit crimes again"), "missing": _("Find a missing person"),
    "identify": _("Identify a dead body"), "danger": _("Warn of a danger: a weapon, a parcel, an imminent threat"),
    "method": _("Describe a method, an object or a hiding place"), "assets": _("Trace assets"),
    "sanctions": _("Make UN sanctions known"), "talk": _("Ask or tell another bureau something"),
}
"""What a bureau wants to happen."""
COLOURS = {"arrest": "red", "locate": "blue", "warn": "green", "missing": "yellow", "identify": "black",
           "danger": "orange", "method": "purple", "assets": "silver", "sanctions": "un_special"}
ARTICLES = {"red": "RPD-82", "blue": "RPD-88", "green": "RPD-89", "yellow": "RPD-90", "black": "RPD-91",
            "orange": "RPD-93", "purple": "RPD-92", "un_special": "RPD-95"}
AIMS = {"arrest": "arrest", "locate": "locate", "warn": "warn", "missing": "locate", "identify": "identify",
        "danger": "warn", "method": "inform", "assets": "further_information"}


class NeedForm(PaperForm):
    """Three questions; the last two only matter for an arrest."""

    need = forms.ChoiceField(label=_("What do you need?"), choices=list(NEEDS.items()), widget=forms.RadioSelect)
    reach = forms.ChoiceField(
        label=_("Who should receive it?"), widget=forms.RadioSelect, initial="all",
        choices=[("all", _("All members")), ("some", _("Only bureaus we choose"))])
    wanted_for = forms.ChoiceField(
        label=_("For an arrest: why is the person wanted?"), required=False, widget=forms.RadioSelect,
        choices=[("prosecution", _("To stand trial")), ("sentence", _("To serve a sentence"))])
    months = forms.IntegerField(
        label=_("For an arrest: highest penalty, or sentence still to serve, in months"), required=False,
        min_value=0, max_value=1200, widget=forms.NumberInput(attrs={"class": "tiny"}))


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence and the rule it comes from."""

    sentence: str | Promise
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The instrument that fits; what speaks for it; what would be refused."""

    channel: str
    colour: str = ""
    aim: str = ""
    wanted_for: str = ""
    fits: bool = True
    reasons: list[Reason] = field(default_factory=list)
    refused: list[Reason] = field(default_factory=list)


def advice(need: str, reach: str, wanted_for: str, months: int | None, on: date) -> Advice:
    """The instrument for these answers under the rules of the day. It advises; the form decides nothing either."""
    if need == "talk":
        return _message()
    advised = _diffusion(need, wanted_for) if reach == "some" else _notice(need, wanted_for)
    return _with_threshold(advised, wanted_for, months, on) if need == "arrest" else advised


def _message() -> Advice:
    return Advice(channel="message", reasons=[Reason(
        _("A message goes to the bureaus you choose and asks nothing of anybody's border."), "RPD-97")],
        refused=[Reason(_("A message that asks to arrest or to find a wanted person: that needs a notice or a "
                          "diffusion, whatever it is called."), "RPD-97")])


def _diffusion(need: str, wanted_for: str) -> Advice:
    advised = Advice(channel="diffusion", aim=AIMS.get(need, "inform"), wanted_for=wanted_for, reasons=[
        Reason(_("A diffusion reaches the bureaus you choose at once. Say why it is not a notice."), "RPD-99-2")])
    if need == "arrest":
        advised.reasons.append(Reason(_("Until it is reviewed it arrives marked “not reviewed: no arrest”, and lapses "
                                        "without a review."), "RPD-99-T"))
        advised.refused.append(Reason(_("A diffusion that repeats a refused request: it is stopped or recalled from "
                                        "everybody who received it."), "RPD-99-B"))
    return advised


def _notice(need: str, wanted_for: str) -> Advice:
    colour = COLOURS[need]
    advised = Advice(channel="notice_request", colour=colour, wanted_for=wanted_for, reasons=[
        Reason(_("The Secretariat reviews the request; then all members see the notice."), "RPD-74-1"),
        Reason(_("Until then no other bureau can know of it."), "RPD-77-V")])
    if colour in ARTICLES:
        advised.reasons.insert(0, Reason(_("This is what this colour is for."), ARTICLES[colour]))
    if colour == "red":
        advised.refused.append(Reason(_("Family and private matters, contested norms, administrative matters and "
                                        "private disputes, unless a serious crime stands behind them."),
                                      "RPD-83-1-a-i-C"))
        advised.refused.append(Reason(_("A description of events instead of what this person did, when and where."),
                                      "RPD-83-2-b-i"))
    if colour == "blue":
        advised.refused.append(Reason(_("A blue notice in place of a red one that was refused: it is looked at in the "
                                        "same depth."), "RPD-88-X"))
    return advised


def _with_threshold(advised: Advice, wanted_for: str, months: int | None, on: date) -> Advice:
    serving = wanted_for == "sentence"
    least = int(parameter("red_notice.sentence_min_months" if serving else "red_notice.penalty_min_months", on))
    rule = "RPD-83-1-a-ii-S" if serving else "RPD-83-1-a-ii-P"
    if months is None:
        sentence = ngettext("The offence must carry at least %(least)s month; you did not say how many.",
                            "The offence must carry at least %(least)s months; you did not say how many.", least)
        if serving:
            sentence = ngettext("At least %(least)s month must be imposed or left to serve; you did not say how many.",
                                "At least %(least)s months must be imposed or left to serve; you did not say how many.",
                                least)
        advised.reasons.append(Reason(sentence % {"least": least}, rule))
        return advised
    if months >= least:
        sentence = ngettext("%(months)s month reaches the threshold of %(least)s.",
                            "%(months)s months reach the threshold of %(least)s.", months)
        advised.reasons.append(Reason(sentence % {"months": months, "least": least}, rule))
        return advised
    sentence = ngettext(
        "%(months)s month is below the threshold of %(least)s: a request for arrest would be refused. A blue notice "
        "can ask where the person is, not for an arrest.",
        "%(months)s months are below the threshold of %(least)s: a request for arrest would be refused. A blue notice "
        "can ask where the person is, not for an arrest.", months)
    below = Reason(sentence % {"months": months, "least": least}, rule)
    return Advice(channel="notice_request", colour="blue", wanted_for=wanted_for, fits=False, reasons=[below],
                  refused=advised.refused)
