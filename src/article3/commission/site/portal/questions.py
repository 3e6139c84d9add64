"""One form a page of the portal. Forms draw the fields; what is typed is kept as typed and judged by the lifecycle."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from article3.commission.lifecycle.answers import YES
from article3.commission.lifecycle.application import Application, Part, Wish
from article3.commission.lifecycle.mends import Fault
from article3.commission.lifecycle.submission import markable
from article3.commission.site.portal.telling import GROUNDS, PARTS_KEPT, SENDERS, URGENCIES, WISHES
from article3.law.parameters import parameter
from article3.terms.facts_commission import SentBy

FORMS_LONGEST = 60_000
"""What one field can hold at all; the limits of the rules are lower and are told kindly."""
LANGUAGES = [("ar", "العربية"), ("en", "English"), ("fr", "Français"), ("es", "Español"),
             ("other", _("Another language"))]
ACCEPTED = ".pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/*"
FIELD_OF = {
    Fault.WISH_MISSING: "wish_0", Fault.LANGUAGE_MISSING: "language_0", Fault.SENDER_MISSING: "sent_by_0",
    Fault.SENDER_NOT_ENTITLED: "sent_by_0", Fault.NAME_MISSING: "family_name", Fault.BIRTH_MISSING: "born_on",
    Fault.BIRTH_IMPOSSIBLE: "born_on", Fault.IDENTITY_REDACTED: "unredacted",
    Fault.IDENTITY_INCOMPLETE: "shows_name_birth_photo", Fault.IDENTITY_EXPIRED: "valid_until",
    Fault.SPEAKER_MISSING: "speaker", Fault.MANDATE_UNSIGNED: "mandate_signed", Fault.PURPOSE_MISSING: "purpose",
    Fault.PURPOSE_UNCLEAR: "purpose", Fault.URGENCY_MISSING: "urgency_0", Fault.DECISION_MISSING: "decision",
    Fault.NEW_FACT_MISSING: "new_fact", Fault.DISCOVERY_MISSING: "discovered_on",
    Fault.DISCOVERY_IMPOSSIBLE: "discovered_on", Fault.REVISION_TOO_LATE: "discovered_on",
    Fault.SUMMARY_MISSING: "summary", Fault.SUMMARY_TOO_LONG: "summary", Fault.SIGNATURE_MISSING: "signed_as",
}
"""The field a mend leads to; a mend without one leads to the head of its page."""
Fields = dict[str, forms.Field]


class Question(forms.Form):
    """The fields of one page, filled with what was typed before."""

    nothing_required = True

    def __init__(self, fields: Fields, answers: dict[str, Any]) -> None:
        super().__init__(initial=answers, use_required_attribute=False)
        self.fields.update(fields)


def question(part: Part, said: Application, answers: dict[str, Any], on: date) -> Question:
    """The form of a page, given what was said on the others."""
    fields: Fields = _FIELDS[part](said, on)
    first = {"language": get_language()} if part is Part.WISH and "language" not in answers else {}
    return Question(fields, {**answers, **first})


def typed(form: Question, sent: QueryDict) -> dict[str, str | list[str]]:
    """What was typed into a form, as it came; fields of other pages are not taken."""
    return {name: sent.getlist(name)[:100] if isinstance(field, forms.MultipleChoiceField)
            else sent.get(name, "")[:FORMS_LONGEST] for name, field in form.fields.items()}


def _line(label: str | Promise, hint: str | Promise = "", **attrs: Any) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False,
                           widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off", **attrs}))


def _text(label: str | Promise, hint: str | Promise, most: int, rows: int = 4) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, widget=forms.Textarea(
        attrs={"rows": rows, "dir": "auto", "data-most": most}))


def _day(label: str | Promise, hint: str | Promise = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False,
                           widget=forms.TextInput(attrs={"type": "date", "class": "short"}))


def _one(label: str | Promise, options: Iterable[tuple[Any, Any]], hint: str | Promise = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=hint, required=False, choices=list(options),
                             widget=forms.RadioSelect)


def _tick(label: str | Promise, hint: str | Promise = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, widget=forms.CheckboxInput(
        attrs={"value": YES}, check_test=lambda value: value == YES))


def _several(label: str | Promise, options: Iterable[tuple[Any, Any]], hint: str | Promise) -> forms.Field:
    return forms.MultipleChoiceField(label=label, help_text=hint, required=False, choices=list(options),
                                     widget=forms.CheckboxSelectMultiple)


def _wish(said: Application, on: date) -> Fields:
    return {"wish": _one(_("I ask the Commission to"), WISHES.items(), _(
                "An urgent block can be asked alone, now; the rest can follow.")),
            "language": _one(_("The language I write in"), LANGUAGES, _("Letters will come in this language."))}


def _sender(said: Application, on: date) -> Fields:
    return {"sent_by": _one(_("Who asks?"), SENDERS.items())}


def _person(said: Application, on: date) -> Fields:
    if said.sent_by is SentBy.ENTITY:
        return {"family_name": _line(_("Name of the organization")), "nationality": _line(_("Country"))}
    return {
        "family_name": _line(_("Family name"), _("As it stands in the identity document, in its own letters.")),
        "given_names": _line(_("Given names")), "born_on": _day(_("Date of birth"), _("For example 1984-06-12.")),
        "nationality": _line(_("Nationality"), _("The country in words. More than one: write all.")),
        "document_number": _line(_("Number of the identity document"), _(
            "Not needed to ask. With it the Commission can later give you a status letter."), dir="ltr")}


def _identity(said: Application, on: date) -> Fields:
    return {"unredacted": _tick(_("Nothing in the copy is covered or blacked out.")),
            "shows_name_birth_photo": _tick(_("It shows name, date of birth and photograph, and I can read them.")),
            "valid_until": _day(_("Valid until"), _("Leave it empty if the document does not say."))}


def _mandate(said: Application, on: date) -> Fields:
    fields: Fields = {"speaker": _line(_("Your own name"))}
    if said.sent_by is SentBy.REPRESENTATIVE:
        fields["mandate_signed"] = _tick(_("The mandate is signed by the person concerned."))
    return fields


def _purpose(said: Application, on: date) -> Fields:
    fields: Fields = {}
    if said.wish is Wish.URGENT_BLOCK:
        fields = {"urgency": _one(_("What makes it urgent?"), URGENCIES.items()),
                  "expected_on": _day(_("On which day is it expected?"), _("Leave it empty if nobody knows.")),
                  "where": _line(_("In which country and place?"), _("Where the person is or is held now."))}
    if said.wish is Wish.REVISION:
        fields = {"decision": _line(_("Reference of the decision")),
                  "new_fact": _text(_("Which fact is new?"), _(
                      "One that was not known when the decision was taken and could have changed it."), 2_000),
                  "discovered_on": _day(_("When did you learn of it?"))}
    fields["purpose"] = _text(_("In one or two sentences: what shall the Commission do?"), _(
        "For a correction: what is wrong, and what is right."), 2_000)
    fields["country"] = _line(_("Which country do you believe is behind the data?"),
                              _("Leave it empty if you do not know."))
    return fields


def _reasons(said: Application, on: date) -> Fields:
    return {"summary": _text(_("What happened, and why is it wrong?"), _(
                "In your own words. For seeing your data no reasons are needed."),
                parameter("commission.summary_characters", on), rows=10),
            "grounds": _several(_("Does any of this fit?"), GROUNDS.items(), _(
                "Tick what fits, or nothing: the Commission looks at every rule."))}


def _nothing(said: Application, on: date) -> Fields:
    return {}


def _withheld(said: Application, on: date) -> Fields:
    papers = {paper.digest: paper.name for paper in said.papers}
    options = [(each, PARTS_KEPT.get(each) or papers[each]) for each in markable(said)]
    fields: Fields = {"withheld": _several(_("The Commission must not pass on"), options, _(
        "What you tick stays with the Commission. It may weigh less, because the country cannot be asked about it."))}
    fields["source_may_know"] = _tick(_("The country behind the data may learn from the Commission that I ask."), _(
        "Without this tick the Commission asks that country nothing about you: it decides on what it finds in the "
        "files, and may be unable to show you data that belong to that country."))
    return fields


def _contact(said: Application, on: date) -> Fields:
    return {"contact": _text(_("An address, a telephone number or an e-mail address"), _(
        "Not needed: with your receipt code you find every letter here. Nothing is ever sent unasked to an address "
        "that somebody else may read."), 2_000, rows=3)}


def _signature(said: Application, on: date) -> Fields:
    return {"signed_as": _line(_("I sign with my name"), _("What I have written is true as far as I know."))}


_FIELDS = {Part.WISH: _wish, Part.SENDER: _sender, Part.PERSON: _person, Part.IDENTITY: _identity,
           Part.MANDATE: _mandate, Part.PURPOSE: _purpose, Part.REASONS: _reasons, Part.ANNEXES: _nothing,
           Part.WITHHELD: _withheld, Part.CONTACT: _contact, Part.SIGNATURE: _signature}
