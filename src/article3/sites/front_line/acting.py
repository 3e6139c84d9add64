"""Before acting and after: the check with its confirmation number, and what was done on the strength of a record."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.acts.at_home.check_before_acting import CheckBeforeActing
from article3.acts.at_home.report_incident import ReportIncident
from article3.lifecycle.frontline import PreActionCheck, Reliance
from article3.sites.front_line.asking import ResultForm
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm
from article3.sites.page.reliance import USES, DoneForm, IncidentForm
from article3.terms.communication import Reference
from article3.terms.facts_national import Regime, Use
from article3.wiring import front_room

YES_NO = [("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))]


def _asked(label: Any, hint: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=hint, choices=YES_NO, required=False, widget=forms.RadioSelect)


class CheckForm(PaperForm):
    """What is answered before acting. “Not known” is never a yes."""

    nothing_required = True
    use = forms.ChoiceField(label=_("What do you want to do?"), choices=list(USES.items()))
    still_valid = _asked(_("Is the record still valid now?"),
                         _("Call your bureau: it asks the source or the Secretariat."))
    confirmed_with = forms.CharField(label=_("Who at the bureau confirmed it?"), required=False, max_length=200)
    something_besides = _asked(_("Is there anything besides the record?"))
    besides = forms.CharField(label=_("What?"), required=False, max_length=400)
    law_allows = _asked(_("Does your own law allow it?"), _("With or without the record: ask your supervisor."))
    warrant = _asked(_("Is there a warrant of your own judge?"))
    treaty = _asked(_("Is there a treaty with the requesting country?"))
    provisional_arrest_asked = _asked(_("Was provisional arrest asked for by the treaty's channel?"))
    misuse_looked_for = _asked(_("Were signs of misuse looked for?"), _(
        "An activist, journalist, official or rival; refugee status; a dispute over money; charges without own acts."))
    misuse_signs = forms.CharField(label=_("Signs that were seen"), required=False, max_length=400)
    supervisor = forms.CharField(label=_("Supervisor informed"), required=False, max_length=200)
    papers_asked = _asked(_("Were the papers asked for at the bureau?"))
    told_how_to_contest = _asked(_("Was the person told how to contest the record?"))


class Check(ResultForm):
    """The check before acting."""

    form_class = CheckForm
    title, button = _("Before you act"), _("Get the confirmation number")
    lede = _("A minute now is a case that stands later. What you do not know, leave at “Not known”.")

    def order(self, form: forms.Form) -> CheckBeforeActing:
        """The answers, and what national law gives to the record as it stands now."""
        found, said = self.found(), form.cleaned_data
        now = front_room.candidate_of(self.request.sitting, found)
        effect = now.may.effect if now else None
        check = PreActionCheck(
            id=wiring.new_reference(), bureau=found.bureau, item=found.item, result=found.id, use=Use(said["use"]),
            at=timezone.now(), by=self.request.sitting.officer,
            **{name: _answer(said[name]) for name in (
                "something_besides", "misuse_looked_for", "papers_asked", "told_how_to_contest", "law_allows",
                "warrant", "treaty", "provisional_arrest_asked")},
            still_valid=False if now is None else _answer(said["still_valid"]),
            **{name: said[name] for name in ("confirmed_with", "besides", "misuse_signs", "supervisor")},
        )  # fmt: skip
        return CheckBeforeActing(check=check, value=now.may.value if now and effect else None,
                                 regime=effect.regime if effect else Regime.OTHER)

    def next_page(self, event: Any) -> str:
        """The proof."""
        return f"/front_line/checks/{event.check}/"


@require_safe
@absent_is_404
def proof(request: HttpRequest, reference: str) -> HttpResponse:
    """The confirmation number with the answers; what speaks against acting stands first."""
    check = front_room.check_of(request.sitting, reference)
    return render(request, "front_line/proof.html", {"check": check, "use": USES[check.use]})


class RelyForm(DoneForm):
    """The same, after a check."""

    check_number = forms.CharField(label=_("Confirmation number of the check"), required=False, max_length=40)


class Rely(ResultForm):
    """A reliance."""

    form_class = RelyForm
    title, button = _("What was done on its strength"), _("Write it down")
    lede = _("If the record is called back later, your bureau finds this file by this entry.")
    told = _("It is in the register. If the record is called back, the file is found.")

    def get_initial(self) -> dict[str, Any]:
        """Whoever comes from a check need not copy its number."""
        return {"check_number": self.request.GET.get("check", "")[:40]}

    def order(self, form: forms.Form) -> Reliance:
        """The entry in the register."""
        found, said = self.found(), form.cleaned_data
        number = "".join(said["check_number"].split())
        return Reliance(id=wiring.new_reference(), bureau=found.bureau, item=found.item, result=found.id,
                        check=Reference(number) if number else None, use=Use(said["use"]), done=said["done"],
                        file=said["file"], agency=said["agency"], at=timezone.now(), by=self.request.sitting.officer)

    def carry_out(self, order: Reliance) -> Any:
        """At home."""
        return front_room.rely(self.request.sitting, order)


class Report(ResultForm):
    """It was relied on against law or policy."""

    form_class = IncidentForm
    title, button = _("Report an incident"), _("Write it down")
    lede = _("A record was relied on against law or policy. It is written down with its file, so that a recall finds "
             "the file.")
    told = _("The incident is on file.")

    def order(self, form: Any) -> ReportIncident:
        """What was done, and against what."""
        found = self.found()
        done = form.reliance(self.request.sitting, item=found.item, result=found.id, id=wiring.new_reference(),
                             at=timezone.now())
        return ReportIncident(reliance=done, against=tuple(form.cleaned_data["against"]),
                              incident=wiring.new_reference())


def _answer(said: str) -> bool | None:
    return {"yes": True, "no": False}.get(said)
