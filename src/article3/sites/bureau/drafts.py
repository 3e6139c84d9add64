"""Unsent requests: begun, filled sheet by sheet, looked at while typing, kept as typed, sent."""

from __future__ import annotations

import copy
import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import View

from article3 import wiring
from article3.access.why import Why
from article3.acts.discard_draft import DiscardDraft
from article3.acts.save_draft import SaveDraft
from article3.register.pages import NotFound
from article3.sites.bureau.instrument import NeedForm, advice
from article3.sites.bureau.look import Look, look, mark_problems
from article3.sites.bureau.sheet import Document, Filled, posted, shown, written
from article3.sites.bureau.sheets import ORDER, PLAIN_SHEETS, TITLES, charge_sheet
from article3.sites.page.number import whole
from article3.sites.page.words import word
from article3.terms.communication import Channel, Colour


class DraftPage(View):
    """A page of one draft. Whatever is typed is kept first; what is wrong with it is said afterwards."""

    http_method_names = ["get", "head", "post"]
    key = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Fetch the draft; another bureau's is as absent as none."""
        super().setup(request, *args, **kwargs)
        try:
            draft = wiring.reader(request.sitting, Why.OWN_ITEM).draft(kwargs["draft"])
        except NotFound as absent:
            raise Http404 from absent
        held = json.loads(draft.form_json)
        self.document: Document = held["document"]
        self.corrects: str = held["corrects"]

    def keep(self, document: Document) -> None:
        """Keep the draft as it was typed."""
        self.document = document
        keep(self.request, self.kwargs["draft"], document, self.corrects)

    def look(self, document: Document | None = None) -> Look:
        """What a reviewer would find today."""
        bureau = self.request.sitting.bureau
        return look(self.document if document is None else document, bureau, timezone.localdate())

    def page(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        """The page, with the steps of the form around it."""
        steps = [(key, TITLES[key]) for key in ORDER]
        around = {"draft": self.kwargs["draft"], "document": self.document, "corrects": self.corrects,
                  "key": self.key, "steps": steps, "heading": TITLES.get(self.key, "")}
        return render(self.request, template, {**around, **context}, status=status)

    def go(self, key: str, *more: object) -> HttpResponse:
        """On to another page of the same draft."""
        return redirect(reverse(f"bureau:draft_{key}", args=(self.kwargs["draft"], *more)))


class SheetPage(DraftPage):
    """A page with one sheet: rows can be added and removed with and without a script."""

    @property
    def sheet(self) -> Any:
        """The sheet of this page."""
        return PLAIN_SHEETS[self.key]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The sheet as it was kept."""
        return self.page("bureau/sheet.html", filled=self.shown(request.GET.get("more", "")), look=self.look())

    def shown(self, more: str = "") -> Filled:
        """The forms with what was kept."""
        return shown(self.sheet, self.document, more)

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Keep, then look, add or remove a row, or go on."""
        wanted, _colon, which = request.POST.get("go", "next").partition(":")
        filled = posted(self.sheet, request.POST)
        document = written(filled, self.document, remove=which if wanted == "less" else "")
        if request.htmx:
            return self.looked(filled, document)
        self.keep(document)
        if wanted in ("more", "less"):
            return redirect(f"{request.path}?more={which}" if wanted == "more" else request.path)
        if wanted == "leave":
            return redirect("bureau:drafts")
        return self.on(filled)

    def on(self, filled: Filled) -> HttpResponse:
        """The next page, unless something on this one has to be mended."""
        found = self.look()
        mark_problems(filled, found.problems)
        if any(form.errors for form in filled.forms):
            return self.page("bureau/sheet.html", 422, filled=filled, look=found)
        return self.go(self.next_key)

    def looked(self, filled: Filled, document: Document) -> HttpResponse:
        """The live answer: what a reviewer would ask, and the errors of the fields, without the rest of the page."""
        found = self.look(document)
        mark_problems(filled, found.problems)
        return self.page("bureau/looked.html", filled=filled, look=found)

    @property
    def next_key(self) -> str:
        """The page after this one."""
        return ORDER[ORDER.index(self.key) + 1]


class ChargesPage(DraftPage):
    """The charges of the draft, one line each."""

    key = "charges"

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """The list, with a way to each and to a new one."""
        charges = self.document.get("charges", [])
        return self.page("bureau/charges.html", charges=charges, next_place=len(charges), look=self.look())

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Take one charge out."""
        place = whole(request.POST.get("less", ""))
        charges = copy.deepcopy(self.document.get("charges", []))
        if place is not None and place < len(charges):
            del charges[place]
            self.keep({**self.document, "charges": charges})
        return self.go("charges")


class ChargePage(SheetPage):
    """One charge with the person's own acts."""

    key = "charges"

    @property
    def sheet(self) -> Any:
        """The sheet of this charge; one past the last is a new one."""
        if self.kwargs["place"] > len(self.document.get("charges", [])):
            raise Http404
        return charge_sheet(self.kwargs["place"])

    def on(self, filled: Filled) -> HttpResponse:
        """Back to the list of charges."""
        response = super().on(filled)
        return response if response.status_code == 422 else self.go("charges")


class DiscardPage(DraftPage):
    """Give the draft up."""

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """It is gone; nothing was sent."""
        wiring.perform(DiscardDraft(draft=self.kwargs["draft"]), sitting=request.sitting)
        messages.success(request, _("The draft is gone. Nothing was sent."))
        return redirect("bureau:drafts")


def keep(request: HttpRequest, draft: str, document: Document, corrects: str = "") -> None:
    """Keep a draft as it was typed; `corrects` is the own item it corrects, if it does."""
    form = json.dumps({"document": document, "corrects": corrects})
    wiring.perform(SaveDraft(draft=draft, title=title_of(document), form_json=form), sitting=request.sitting)


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """A new draft of the instrument that was chosen."""
    chosen = {name: request.POST.get(name, "") for name in ("channel", "colour", "aim", "wanted_for")}
    draft = wiring.new_reference()
    keep(request, draft, begun(**chosen))
    message = chosen["channel"] == Channel.MESSAGE
    return redirect("bureau:draft_instrument" if message else "bureau:draft_person", draft)


@require_safe
def drafts(request: HttpRequest) -> HttpResponse:
    """The unsent requests of this bureau."""
    kept = wiring.reader(request.sitting, Why.OWN_ITEM).drafts()
    return render(request, "bureau/drafts.html", {"drafts": kept})


@require_safe
def resume(request: HttpRequest, draft: str) -> HttpResponse:
    """A draft without a page is resumed at its first sheet."""
    return redirect("bureau:draft_instrument", draft)


@require_safe
def which(request: HttpRequest) -> HttpResponse:
    """Which instrument fits: the questions, and once they are answered, the advice."""
    form = NeedForm(request.GET or None)
    advised = None
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        advised = advice(typed["need"], typed["reach"], typed["wanted_for"], typed["months"], timezone.localdate())
    return render(request, "bureau/which.html", {"form": form, "advice": advised},
                  status=422 if form.is_bound and form.errors else 200)


def title_of(document: Document) -> str:
    """What the draft is called in the bureau's own list."""
    kind = word(document.get("colour"), "colour") or word(document.get("channel"), "channel")
    names = document.get("person", {}).get("names", [])
    name = " ".join(names[0].get(part, "") for part in ("family", "given")).strip() if names else ""
    return f"{kind}: {name}" if name else str(kind)


def begun(channel: str, colour: str, aim: str, wanted_for: str) -> Document:
    """The document a new draft begins with; unknown words are left out."""
    document: Document = {"channel": channel if channel in set(Channel) else Channel.NOTICE_REQUEST.value}
    if document["channel"] == Channel.NOTICE_REQUEST:
        document["colour"] = colour if colour in set(Colour) else Colour.RED.value
    given = {"aim": aim if document["channel"] == Channel.DIFFUSION else "", "wanted_for": wanted_for}
    return document | {name: value for name, value in given.items() if value}
