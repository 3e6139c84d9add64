"""The protected list: put persons on it, one or a file of them; look at one entry by its exact number, end it."""

from __future__ import annotations

import csv
import io
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from article3 import wiring
from article3.acts.at_home.end_protection import EndProtection
from article3.acts.at_home.list_persons import ListPersons
from article3.intake.texts import control_in_name
from article3.lifecycle.protective import Because, Protected
from article3.register.pages import NotFound
from article3.screening.birth import packed_text
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.spoken import spoken
from article3.sites.protective.words import REASONS
from article3.terms.communication import CountryCode
from article3.terms.finding import Refused
from article3.wiring import arrival_room, desk_room

COLUMNS = ("family", "given", "variants", "birth_dates", "nationalities", "documents", "because", "alone", "ends_on")
LARGEST_BYTES = 20_000_000


class EntryForm(PaperForm):
    """One person to be protected."""

    family = forms.CharField(label=_("Family name"), max_length=200, widget=forms.TextInput(attrs={"dir": "auto"}))
    given = forms.CharField(label=_("Given names"), max_length=200, required=False,
                            widget=forms.TextInput(attrs={"dir": "auto"}))
    variants = text_field(_("Other writings, one a line"), required=False, rows=3,
                          hint=_("In any script. “Family, given” says which is the family name."))
    birth_dates = forms.CharField(label=_("Date of birth"), required=False, max_length=60,
                                  help_text=_("YYYY, YYYY-MM or YYYY-MM-DD"))
    nationalities = forms.CharField(label=_("Nationality"), required=False, max_length=20)
    documents = forms.CharField(label=_("Document number"), required=False, max_length=120)
    because = forms.ChoiceField(label=_("Why protected?"), choices=[(each.value, word) for each, word in
                                                                    REASONS.items()])
    alone = forms.BooleanField(label=_("The family name alone is enough for a hit"), required=False)
    ends_on = day_field(_("First day without protection"), required=False)

    def clean(self) -> dict[str, Any]:
        """Nothing invisible in names; dates that can be read."""
        said = super().clean()
        for field in ("family", "given", "variants"):
            lines = str(said.get(field, "")).splitlines()
            if found := next((sign for line in lines if (sign := control_in_name(line))), None):
                self.add_error(field, forms.ValidationError(_("Take out the character %(sign)s: it cannot be seen."),
                                                            params={"sign": found}))
        unread = [text for text in _parts(said.get("birth_dates", "")) if not packed_text(text)]
        if unread:
            self.add_error("birth_dates", _("YYYY, YYYY-MM or YYYY-MM-DD"))
        return said


class FileForm(PaperForm):
    """Many persons at once."""

    KNOWN = PaperForm.KNOWN | {"many"}
    many = forms.FileField(label=_("CSV file"), help_text=_(
        "First line: family, given, variants, birth_dates, nationalities, documents, because, alone, ends_on. "
        "Several values in one cell are parted by |."))


class NumberForm(PaperForm):
    """The exact number of an entry; with a day, its end."""

    number = forms.CharField(label=_("Exact number of the entry"), max_length=64)
    ends_on = day_field(_("First day without protection"), required=False)
    why = forms.CharField(label=_("Why does it end?"), required=False, max_length=400)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Put one person on the list. The number that is shown now is the only way back to the entry."""
    form = EntryForm(request.POST if request.method == "POST" else None)
    listed: tuple[Protected, ...] = ()
    if form.is_bound and form.is_valid():
        listed = _put(request, form, (_entry(form.cleaned_data),))
    return _page(request, form=EntryForm() if listed else form, listed=listed)


@require_http_methods(["GET", "HEAD", "POST"])
def many(request: HttpRequest) -> HttpResponse:
    """Put a file of persons on the list: all of them, or none and why."""
    form = FileForm(request.POST or None, request.FILES or None, auto_id="many_%s")
    listed: tuple[Protected, ...] = ()
    if form.is_bound and form.is_valid():
        entries = _rows(form)
        listed = _put(request, form, entries) if not form.errors else ()
    return _page(request, file_form=form, listed=listed)


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest) -> HttpResponse:
    """One entry by its exact number; with a day and a reason, its protection ends."""
    form = NumberForm(request.POST if request.method == "POST" else None, auto_id="number_%s")
    found = None
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            if said["ends_on"]:
                order = EndProtection(entry=said["number"].strip(), ends_on=said["ends_on"], because=said["why"])
                arrival_room.perform_at_home(order, sitting=request.sitting)
            found = desk_room.protected_entry(request.sitting, said["number"].strip())
        except NotFound:
            form.add_error("number", _("No entry has this number."))
        except Refused as refused:
            form.add_error(None, spoken(refused.because))
    return _page(request, number_form=form, found=found)


def _page(request: HttpRequest, **given: Any) -> HttpResponse:
    shown = {"form": EntryForm(), "file_form": FileForm(auto_id="many_%s"),
             "number_form": NumberForm(auto_id="number_%s")} | given
    bound = [form for form in (shown["form"], shown["file_form"], shown["number_form"]) if form.is_bound]
    wrong = [form for form in bound if form.errors]
    found = shown.get("found")
    return render(request, "protective/list.html", shown | {
        "wrong": wrong, "reason": REASONS[found.because] if found else ""}, status=422 if wrong else 200)


def _put(request: HttpRequest, form: forms.Form, entries: tuple[Protected, ...]) -> tuple[Protected, ...]:
    try:
        arrival_room.perform_at_home(ListPersons(entries=entries), sitting=request.sitting)
    except Refused as refused:
        form.add_error(None, spoken(refused.because))
        return ()
    if request.sitting.bureau:
        arrival_room.look_through(request.sitting.bureau)
    return entries


def _rows(form: FileForm) -> tuple[Protected, ...]:
    """The entries of the file; every line that cannot be read is an error of the form."""
    sent = form.cleaned_data["many"]
    if sent.size > LARGEST_BYTES:
        form.add_error("many", _("The file is too large."))
        return ()
    try:
        rows = list(csv.DictReader(io.StringIO(sent.read().decode("utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error):
        form.add_error("many", _("The file is no CSV in UTF-8."))
        return ()
    entries = []
    for line, row in enumerate(rows, 2):
        said = {name: _cell(row, name) for name in COLUMNS if row.get(name)}
        one = EntryForm({"because": Because.OFFICIAL.value} | said)
        if set(row) - set(COLUMNS) or not one.is_valid():
            form.add_error("many", forms.ValidationError(_("Line %(line)s cannot be read."), params={"line": line}))
            return ()
        entries.append(_entry(one.cleaned_data))
    if not entries:
        form.add_error("many", _("The file names nobody."))
    return tuple(entries)


def _cell(row: dict[str, str], name: str) -> str:
    text = str(row.get(name) or "").strip()
    if name == "alone":
        return "on" if text.lower() in ("1", "yes", "true", "x") else ""
    return text.replace("|", "\n") if name == "variants" else text.replace("|", ",")


def _entry(said: dict[str, Any]) -> Protected:
    return Protected(
        id=wiring.new_reference(), family=said["family"], given=said["given"], because=Because(said["because"]),
        variants=tuple(line.strip() for line in said["variants"].splitlines() if line.strip()),
        birth_dates=_parts(said["birth_dates"]), documents=_parts(said["documents"]), alone=said["alone"],
        nationalities=tuple(CountryCode(code.upper()) for code in _parts(said["nationalities"])),
        listed_on=timezone.localdate(), ends_on=said["ends_on"],
    )  # fmt: skip


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace(";", ",").split(",") if part.strip())
