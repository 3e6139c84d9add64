"""What was done at home on the strength of records: what a recall has opened first, and the incidents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.acts.at_home.answer_incident import AnswerIncident
from article3.acts.at_home.answer_reliance import AnswerReliance
from article3.acts.at_home.report_incident import ReportIncident
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.order_view import OrderAtHome
from article3.sites.page.reliance import USES, IncidentForm
from article3.terms.communication import Reference
from article3.wiring import front_room


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The register of reliances, and where a record was relied on against law or policy."""
    rows = [(one, USES[one.use]) for one in front_room.reliances(request.sitting)]
    return render(request, "bureau/reliances.html", {"rows": rows, "incidents": front_room.incidents(request.sitting)})


class AnswerForm(PaperForm):
    """What was done about the file."""

    said = text_field(
        _("What was done about the file?"),
        rows=4,
        hint=_("The court or authority told, the decision taken back, the person let go: what and when."),
    )


class Answer(OrderAtHome):
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

    def next_page(self, event: Any) -> str:
        """Back to the register."""
        return "/bureau/reliances/"


class ReportForm(IncidentForm):
    """The same with the record it was done on."""

    record = forms.RegexField(
        "^[0-9a-f]{32}$",
        label=_("Number of the record"),
        max_length=32,
        help_text=_("32 letters and digits, as in the address of its page."),
    )


class Report(OrderAtHome):
    """Somebody relied on a record against law or policy, and the bureau hears of it."""

    form_class = ReportForm
    template_name = "bureau/report_incident.html"
    told = _("The incident is on file.")

    def order(self, form: Any) -> ReportIncident:
        """What was done, and against what. The number of the record is kept as it is typed: nothing is looked up."""
        done = form.reliance(
            self.request.sitting, item=form.cleaned_data["record"], id=wiring.new_reference(), at=timezone.now()
        )
        return ReportIncident(
            reliance=done, against=tuple(form.cleaned_data["against"]), incident=wiring.new_reference()
        )

    def next_page(self, event: Any) -> str:
        """The incident."""
        return f"/bureau/reliances/incidents/{event.incident}/"


class RemedyForm(PaperForm):
    """What was done about an incident."""

    remedy = text_field(
        _("What was done about it?"),
        rows=4,
        hint=_("The person let go, the authority told, the officers instructed: what and when."),
    )


class Remedy(OrderAtHome):
    """An incident, and its remedy."""

    form_class = RemedyForm
    template_name = "bureau/incident.html"
    told = _("The incident is closed.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The incident."""
        found = front_room.incident_of(self.request.sitting, self.kwargs["reference"])
        done = front_room.reliance_of(self.request.sitting, found.reliance) if found.reliance else None
        return super().get_context_data(**kwargs) | {"one": found, "done": done}

    def order(self, form: forms.Form) -> AnswerIncident:
        """The remedy."""
        return AnswerIncident(incident=Reference(self.kwargs["reference"]), remedy=form.cleaned_data["remedy"])

    def next_page(self, event: Any) -> str:
        """Back to the register."""
        return "/bureau/reliances/"
