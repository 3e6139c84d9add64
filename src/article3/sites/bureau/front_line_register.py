"""What was done at home on the strength of records: what a recall has opened first, and the incidents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3.acts.at_home.answer_reliance import AnswerReliance
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.order_view import OrderView
from article3.terms.communication import Reference
from article3.terms.facts_national import Use
from article3.wiring import arrival_room, front_room

USES = {
    Use.ARREST: _("Arrest or hold"), Use.EXTRADITION: _("Extradition"),
    Use.IMMIGRATION_ACTION: _("Refuse entry, a visa or a stay"), Use.PROCEEDINGS: _("Use before a court or authority"),
    Use.INFORMATION: _("Information, nothing else"),
}


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The register of reliances, and where a record was relied on against law or policy."""
    rows = [(one, USES[one.use]) for one in front_room.reliances(request.sitting)]
    return render(request, "bureau/reliances.html", {"rows": rows, "incidents": front_room.incidents(request.sitting)})


class AnswerForm(PaperForm):
    """What was done about the file."""

    said = text_field(_("What was done about the file?"), rows=4,
                      hint=_("The court or authority told, the decision taken back, the person let go: what and when."))


class Answer(OrderView):
    """A file that relied on what was called back is answered for."""

    form_class = AnswerForm
    template_name = "bureau/reliance.html"
    told = _("The file is closed.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The entry."""
        found = front_room.reliance_of(self.request.sitting, self.kwargs["reference"])
        return super().get_context_data(**kwargs) | {"one": found, "use": USES[found.use]}

    def order(self, form: forms.Form) -> AnswerReliance:
        """The answer."""
        return AnswerReliance(reliance=Reference(self.kwargs["reference"]), said=form.cleaned_data["said"])

    def carry_out(self, order: AnswerReliance) -> Any:
        """At home."""
        return arrival_room.perform_at_home(order, sitting=self.request.sitting)

    def next_page(self, event: Any) -> str:
        """Back to the register."""
        return "/bureau/reliances/"
