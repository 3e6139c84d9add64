"""The sheets of a request: what stands on each page of the form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from article3.sites.bureau.sheet import PieceForm, Rows, Sheet
from article3.sites.page.words import choices

DATE_HINT = _("As far as known: 1980-05-17, 1980-05, 1980, 198X, 1980? for uncertain, 1980/1982 for between.")
CODES_HINT = _("Two-letter country codes, separated by commas.")


def line(label: str | Promise, hint: str | Promise = "", css: str = "", **attrs: Any) -> forms.CharField:
    """One line of text."""
    widget = forms.TextInput(attrs={"class": css, "dir": "auto", **attrs} if css else {"dir": "auto", **attrs})
    return forms.CharField(label=label, help_text=hint, required=False, widget=widget)


def lines(label: str | Promise, hint: str | Promise = "", rows: int = 4) -> forms.CharField:
    """Several lines of text."""
    return forms.CharField(label=label, help_text=hint, required=False,
                           widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}))


def number(label: str | Promise, hint: str | Promise = "") -> forms.CharField:
    """A whole number, checked by intake like everything else."""
    return forms.CharField(label=label, help_text=hint, required=False,
                           widget=forms.TextInput(attrs={"class": "tiny", "inputmode": "numeric"}))


def choice(label: str | Promise, table: str, hint: str | Promise = "") -> forms.CharField:
    """One word of a closed list, or nothing."""
    return forms.CharField(label=label, help_text=hint, required=False,
                           widget=forms.Select(choices=choices(table, empty=_("not stated"))))


def yes_or_no(label: str | Promise, hint: str | Promise = "") -> forms.CharField:
    """Yes, no, or not stated: never a box that says no by being empty."""
    options = [("", _("not stated")), ("yes", _("yes")), ("no", _("no"))]
    return forms.CharField(label=label, help_text=hint, required=False, widget=forms.Select(choices=options))


class InstrumentForm(PieceForm):
    """What is sent, and to whom."""

    lists = frozenset({"recipients", "denied"})
    colour = choice(_("Colour of the notice"), "colour")
    aim = choice(_("Aim of the diffusion"), "aim")
    purpose = choice(_("Police purpose"), "purpose", _("The one purpose for which the data may be used."))
    wanted_for = choice(_("The person is wanted"), "wanted_for")
    recipients = line(_("Recipients"), _("For a diffusion or a message: two-letter codes of bureaus, separated by "
                                         "commas. Nobody receives it unless named here."))
    denied = line(_("Bureaus that must not see it"), CODES_HINT)
    reason_for_diffusion = lines(_("Why a diffusion and not a notice"), rows=2)
    subject = line(_("Subject"))
    text = lines(_("Text of the message"))
    source_reference = line(_("Your own number for it"), css="short")


class NameForm(PieceForm):
    """A name as it is written in the papers."""

    family = line(_("Family name"), autocomplete="off")
    given = line(_("Given names"), autocomplete="off")
    kind = choice(_("Kind of name"), "name")


class DocumentForm(PieceForm):
    """An identity document."""

    kind = choice(_("Kind"), "document")
    number = line(_("Number"), css="short", autocomplete="off")
    country = line(_("Issued by (country)"), css="tiny")
    valid_until = line(_("Valid until"), css="short")


class RoleForm(PieceForm):
    """A public or private role of the person."""

    kind = choice(_("Role"), "person_role")
    description = line(_("Which office, paper, party or unit"))
    since = line(_("Since"), css="short")
    until = line(_("Until"), css="short")


class PersonForm(PieceForm):
    """The person concerned."""

    lists = frozenset({"birth_dates", "nationalities", "parents"})
    yes_no = frozenset({"minor", "fingerprints", "dna_profile"})
    numbers = frozenset({"height_cm"})
    birth_dates = line(_("Date of birth"), DATE_HINT, css="short")
    sex = choice(_("Sex"), "sex")
    birth_place = line(_("Place of birth"))
    birth_country = line(_("Country of birth"), css="tiny")
    nationalities = line(_("Nationalities"), CODES_HINT, css="short")
    status = choice(_("Status in the case"), "person_status")
    minor = yes_or_no(_("The person is a minor"))
    description = lines(_("Description"), rows=3)
    distinguishing_marks = line(_("Distinguishing marks"))
    height_cm = number(_("Height in centimetres"))
    photograph = forms.CharField(label=_("Photograph"), required=False, widget=forms.Select(
        choices=[("", _("none")), ("good", _("good quality")), ("poor", _("poor quality"))]))
    fingerprints = yes_or_no(_("Fingerprints are available"))
    parents = line(_("Names of the parents"), _("Separated by commas."))


class ActForm(PieceForm):
    """What this person did themselves."""

    what = lines(_("What this person did"), _("The person's own act, not the events around it."), rows=3)
    when = line(_("When"), css="short")
    where = line(_("Where"))
    how = line(_("How"))
    link = line(_("How the act is the offence charged"))


class ChargeForm(PieceForm):
    """One charge."""

    numbers = frozenset({"penalty_max_months", "sentence_months", "remaining_months"})
    text = lines(_("Charge"), _("In the words of the warrant or judgment, in its own language."), rows=3)
    translation = lines(_("Translation"), _("Into Arabic, English, French or Spanish, if it is in another language."),
                        rows=3)
    law_reference = line(_("Law and article"))
    law_wording = lines(_("Wording of the law"), rows=3)
    penalty_max_months = number(_("Highest penalty, in months"), _("If the person is to stand trial."))
    penalty_worse = choice(_("The penalty may also be"), "penalty_worse")
    sentence_months = number(_("Sentence imposed, in months"), _("If the person was convicted."))
    remaining_months = number(_("Left to serve, in months"))
    time_bar = line(_("Last day for prosecution or enforcement"), _("Year-month-day."), css="short")


class PaperPieceForm(PieceForm):
    """A warrant, judgment or like decision."""

    yes_no = frozenset({"in_absentia"})
    kind = choice(_("Kind of paper"), "paper")
    court = line(_("Court or authority"))
    issuer_type = choice(_("Issued by"), "issuer")
    date = line(_("Date"), css="short")
    number = line(_("Number"), css="short")
    valid_until = line(_("Valid until"), css="short")
    in_absentia = yes_or_no(_("Given in the person's absence"))
    copy = line(_("Copy: name of the attached file"), css="short")


class BasisForm(PieceForm):
    """Facts, legal basis, interest and handling."""

    numbers = frozenset({"retention_months"})
    yes_no = frozenset({"seeks_extradition", "public_extract_consent"})
    lists = frozenset({"handling"})
    facts_summary = lines(_("Facts of the case"), _("What happened, in a few sentences. The person's own acts stand "
                                                    "with each charge."), rows=5)
    legal_basis = line(_("National legal basis"))
    collecting_authority = line(_("Authority that collected the data"))
    interest = line(_("Why it is of interest for international police co-operation"))
    cross_border_link = line(_("Link to other countries"))
    seeks_extradition = yes_or_no(_("Extradition will be sought"))
    extradition_authority = line(_("Authority responsible for extradition"))
    event_date = line(_("Date of the event"), css="short")
    event_place = line(_("Place of the event"))
    un_reference = line(_("UN reference"), css="short")
    agreement = line(_("Agreement for another special notice"))
    level = choice(_("Confidentiality"), "level", _("Left out, it is confidential: the strictest."))
    handling = line(_("Handling instructions"), _("Separated by commas."))
    retention_months = number(_("Keep for, in months"))
    public_extract_consent = yes_or_no(_("A public extract may be shown"))
    language = line(_("Language of this request"), _("ar, en, fr or es"), css="tiny")


INSTRUMENT = Sheet("instrument", _("Instrument"), (), InstrumentForm)
PERSON = Sheet("person", _("Person"), ("person",), PersonForm, (
    Rows("names", NameForm, _("Names"), _("Name"), leads=True),
    Rows("documents", DocumentForm, _("Documents"), _("Document")),
    Rows("roles", RoleForm, _("Public or private roles"), _("Role"), shown_at_first=0)))
PAPERS = Sheet("papers", _("Judicial papers"), (), None, (
    Rows("papers", PaperPieceForm, _("Judicial papers"), _("Judicial paper")),))
BASIS = Sheet("basis", _("Purpose and handling"), (), BasisForm)
PLAIN_SHEETS = {sheet.key: sheet for sheet in (INSTRUMENT, PERSON, PAPERS, BASIS)}
ORDER = ("instrument", "person", "charges", "papers", "basis", "declarations", "check")
"""The pages of a draft, in the order one fills them."""
TITLES: dict[str, str | Promise] = {
    "instrument": _("Instrument"), "person": _("Person"), "charges": _("Charges"), "papers": _("Judicial papers"),
    "basis": _("Purpose and handling"), "declarations": _("Declarations"), "check": _("Check and send"),
}


def charge_sheet(place: int) -> Sheet:
    """The sheet of one charge (counted from 0) with the person's acts."""
    return Sheet("charges", _("Charge"), ("charges", place), ChargeForm, (
        Rows("acts", ActForm, _("The person's own acts"), _("Act")),))
