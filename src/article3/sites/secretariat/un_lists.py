"""The Security Council's list at the desk: laid with its difference, signed by a second person, set aside."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3.acts.set_aside_un_list import SetAsideUnList
from article3.lifecycle.listing import Change, UnList, Weighed
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.order_view import OrderView
from article3.sites.secretariat.decide import VersionForm
from article3.terms.communication import Reference
from article3.terms.sitting import MandateRole
from article3.wiring import listing_room

LARGEST_BYTES = 20_000_000
A_PAGE = 100


@require_safe
def un_lists(request: HttpRequest) -> HttpResponse:
    """Every list that was laid before the Secretariat."""
    return render(request, "secretariat/un_lists.html", {
        "lists": listing_room.un_lists(request.sitting), "lead": request.sitting.role is MandateRole.LEAD})


@require_safe
@absent_is_404
def un_list(request: HttpRequest, page: str) -> HttpResponse:
    """One list: what it changes line by line, who signed it, what came of each entry."""
    found = listing_room.un_list(request.sitting, page)
    counted = [(change, found.counted(change)) for change in Change]
    return render(request, "secretariat/un_list.html", {
        "found": found, "counted": counted, "rows": Paginator(found.lines, A_PAGE).get_page(request.GET.get("page")),
        "may_sign": _undecided(found) and request.sitting.officer != found.proposed.officer,
        "may_set_aside": _undecided(found)})


def _undecided(page: UnList) -> bool:
    return page.adopted is None and page.set_aside is None


class ListForm(PaperForm):
    """The file as it was published, and the words that are given for every entry."""

    paper = forms.FileField(label=_("The list"), help_text=_("The consolidated list in XML, as it is published."))
    because = text_field(_("Why may the entries be processed?"), rows=3, hint=_(
        "It answers, in your name, what a reviewer is asked of an entry in which nothing speaks against it."))
    factors = text_field(_("What do the seven factors show?"), rows=3)
    predominance = text_field(_("Which element predominates, and why?"), rows=2)
    declared = forms.BooleanField(required=False, label=_(
        "I declare by name that this is the list as the Security Council published it."))

    def clean_paper(self) -> Any:
        """Not larger than what is read."""
        brought = self.cleaned_data["paper"]
        if brought.size > LARGEST_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB."))
        return brought


class Lay(OrderView):
    """A lead lays a list before the Secretariat."""

    form_class = ListForm
    template_name = "secretariat/un_list_new.html"
    told = _("The list lies before the Secretariat. Nothing has changed yet: a second person reads the difference.")

    def order(self, form: forms.Form) -> dict[str, Any]:
        """What was typed, and the file."""
        return form.cleaned_data

    def carry_out(self, order: dict[str, Any]) -> UnList:
        """Reading comes before the act: what cannot be read is refused whole, in words."""
        weighed = Weighed(because=order["because"], factors=order["factors"], predominance=order["predominance"])
        content = order["paper"].read()
        return listing_room.lay_list(content, weighed, self.request.sitting, declared=order["declared"])

    def next_page(self, event: UnList) -> str:
        """The difference."""
        return reverse("secretariat:un_list", args=[event.reference])


class ListView(OrderView):
    """An order on one list, on the version that was read."""

    form_class = VersionForm
    template_name = "secretariat/un_list_act.html"

    @property
    def found(self) -> UnList:
        """The list named in the address."""
        return listing_room.un_list(self.request.sitting, self.kwargs["page"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The list."""
        found = self.found
        return super().get_context_data(**{
            "found": found, "counted": [(change, found.counted(change)) for change in Change], **kwargs})

    def get_initial(self) -> dict[str, Any]:
        """The version that is read now."""
        return {"version": self.found.version}

    def next_page(self, event: Any) -> str:
        """The list."""
        return reverse("secretariat:un_list", args=[self.kwargs["page"]])


class Adopt(ListView):
    """A second person stands behind it."""

    told = _("Adopted. Delistings come first; the rest follows within minutes.")
    extra_context = {"title": _("Adopt the list"), "button": _("Adopt it"), "says": _(
        "It is carried out at once, in the names of the two who signed: delisted notices are withdrawn and every "
        "member is told, entries in which nothing speaks against it are published, all others wait at the desk.")}

    def order(self, form: forms.Form) -> int:
        """The version."""
        return int(form.cleaned_data["version"])

    def carry_out(self, order: int) -> None:
        """Signed, and its first entries carried out."""
        listing_room.adopt_list(self.kwargs["page"], order, self.request.sitting)


class SetAside(ListView):
    """It is not carried out."""

    told = _("The list is set aside.")
    extra_context = {"title": _("Set the list aside"), "button": _("Set it aside"), "says": _(
        "Nothing of it is carried out. The same list can be laid before the Secretariat again.")}

    def order(self, form: forms.Form) -> SetAsideUnList:
        """The list."""
        return SetAsideUnList(page=Reference(self.kwargs["page"]), version=form.cleaned_data["version"])
