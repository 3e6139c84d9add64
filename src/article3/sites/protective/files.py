"""Restricted files: the hits with their reasons, judged; contacts, the safe notice, the dispute, the item itself."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3.acts.at_home.judge_hit import JudgeHit
from article3.acts.at_home.log_contact import LogContact
from article3.acts.at_home.notify_protected import NotifyProtected
from article3.acts.at_home.plan_coordination import PlanCoordination
from article3.lifecycle.protective import Judgement, RestrictedFile, SafeText
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.order_view import OrderAtHome
from article3.sites.protective.words import ANSWERS, DISPUTED, JUDGEMENTS, REASONS, SAFE_TEXTS, STANDINGS
from article3.terms.disputes import DisputeReason
from article3.wiring import desk_room


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """The files that name this officer, and whether today's arrivals were all looked through."""
    found = desk_room.restricted_files(request.sitting)
    today = desk_room.coverage(request.sitting, days=1)[0]
    return render(request, "protective/landing.html", {"files": found, "today": today})


@require_safe
@absent_is_404
def file(request: HttpRequest, reference: str) -> HttpResponse:
    """One file: what was hit and why, what was done, what may be done next."""
    found = desk_room.restricted_file(request.sitting, reference)
    entries = desk_room.hit_entries(request.sitting, found)
    hits = [(entries[entry], REASONS[entries[entry].because], several, _said(found, entry))
            for entry, several in desk_room.hits_of(found).items()]
    dispute = desk_room.dispute_of(found)
    return render(request, "protective/file.html", {
        "file": found, "hits": hits, "papers": _said(found, "") if found.unread else None,
        "standing": STANDINGS.get(desk_room.standing_of_item(found), ""),
        "dispute": dispute, "answer": ANSWERS.get(dispute.answer) if dispute and dispute.answer else "",
        "told": [(SAFE_TEXTS[told.text], told) for told in found.told]})


@require_safe
@absent_is_404
def item(request: HttpRequest, reference: str) -> HttpResponse:
    """What the file restricts, as it reached the bureau."""
    found = desk_room.restricted_file(request.sitting, reference)
    held = desk_room.restricted_item(request.sitting, found)
    return render(request, "protective/item.html", {"file": found, "notice": held})


@require_safe
@absent_is_404
def paper(request: HttpRequest, reference: str, sha256: str) -> HttpResponse:
    """A paper of the restricted item as opaque bytes, for download only."""
    found = desk_room.restricted_file(request.sitting, reference)
    named, content = desk_room.restricted_paper(request.sitting, found, sha256)
    said = f"attachment; filename={named.sha256[:16]}; filename*=UTF-8''{quote(named.name, safe='')}"
    return HttpResponse(content, content_type="application/octet-stream", headers={"Content-Disposition": said})


def _said(found: RestrictedFile, entry: str) -> tuple[str | Promise, str] | None:
    verdict = found.verdict(entry)
    return (JUDGEMENTS[verdict.judgement], verdict.because) if verdict else None


class FileForm(OrderAtHome):
    """A form about one restricted file; carried out at home, then back to the file."""

    template_name = "protective/act.html"
    title: str | Promise = ""
    lede: str | Promise = ""
    button: str | Promise = ""

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form knows the file, for the choices it offers."""
        self.found = desk_room.restricted_file(self.request.sitting, self.kwargs["reference"])
        return super().get_form_kwargs() | {"file": self.found}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Title, words and button of the page."""
        return super().get_context_data(**kwargs) | {
            "title": self.title, "lede": self.lede, "button": self.button, "file": self.found}

    def next_page(self, event: Any) -> str:
        """Back to the file, or to the landing when it is closed."""
        return f"/protective/files/{self.found.id}/"


class _Of(PaperForm):
    def __init__(self, *args: Any, file: RestrictedFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.file = file


class JudgeForm(_Of):
    """Which hits, what they are, and what was compared."""

    entry = forms.ChoiceField(label=_("Which hit?"))
    judgement = forms.ChoiceField(label=_("Is it the protected person?"), widget=forms.RadioSelect,
                                  choices=[(each.value, word) for each, word in JUDGEMENTS.items()])
    because = text_field(_("What did you compare?"), rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(entry, hits[0].text) for entry, hits in desk_room.hits_of(self.file).items()]
        papers = [("papers", _("Papers no program could read"))] if self.file.unread else []
        self.fields["entry"].choices = named + papers  # type: ignore[attr-defined]
        self.fields["entry"].initial = (named + papers)[0][0] if len(named + papers) == 1 else None


class Judge(FileForm):
    """Same, not the same, or unsure."""

    form_class = JudgeForm
    title, button = _("Judge a hit"), _("Put the judgement on file")
    lede = _("“Not the same” is remembered for good: the same false alarm does not return. With the last one the item "
             "goes on to your bureau.")
    told = _("The judgement is on file.")

    def order(self, form: forms.Form) -> JudgeHit:
        """The judgement of one entry's hits."""
        said = form.cleaned_data
        return JudgeHit(reference=self.found.id, entry="" if said["entry"] == "papers" else said["entry"],
                        judgement=Judgement(said["judgement"]), because=said["because"])


class PlanForm(_Of):
    """Agencies, one a line."""

    agencies = text_field(_("Agencies, one a line"), rows=4,
                          hint=_("In the order in which they are to be spoken with. Those spoken with already stay."))


class Plan(FileForm):
    """Whom to speak with."""

    form_class = PlanForm
    title, button = _("Coordination plan"), _("Keep the plan")
    lede = _("Only agencies of the plan are spoken with; each contact is written down.")
    told = _("The plan is on file.")

    def order(self, form: forms.Form) -> PlanCoordination:
        """The agencies."""
        lines = [" ".join(line.split()) for line in form.cleaned_data["agencies"].splitlines()]
        return PlanCoordination(reference=self.found.id, agencies=tuple(line for line in lines if line))


class ContactForm(_Of):
    """An agency of the plan, and what was said."""

    agency = forms.ChoiceField(label=_("Agency"))
    said = text_field(_("What was said, and what came back?"), rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [(name, name) for name in self.file.plan]  # type: ignore[attr-defined]


class LogIt(FileForm):
    """A contact."""

    form_class = ContactForm
    title, button, told = _("Write down a contact"), _("Write it down"), _("The contact is on file.")

    def order(self, form: forms.Form) -> LogContact:
        """The contact."""
        return LogContact(reference=self.found.id, agency=form.cleaned_data["agency"], said=form.cleaned_data["said"])


class TellForm(_Of):
    """One of the safe texts, and how it was given."""

    text = forms.ChoiceField(label=_("Which text?"), widget=forms.RadioSelect,
                             choices=[(each.value, word) for each, word in SAFE_TEXTS.items()])
    how = forms.CharField(label=_("How was it given?"), max_length=200)


class Tell(FileForm):
    """The protected person is told."""

    form_class = TellForm
    title, button = _("Tell the protected person"), _("It was told: put it on file")
    lede = _("Only these texts: nothing of who sent what, or when. Give it in person or by a number you know.")
    told = _("What was told is on file.")

    def order(self, form: forms.Form) -> NotifyProtected:
        """The text of the closed list."""
        said = form.cleaned_data
        return NotifyProtected(reference=self.found.id, text=SafeText(said["text"]), how=said["how"])


class DisputeForm(_Of):
    """Why, in a word and in full."""

    reason = forms.ChoiceField(label=_("Why?"), choices=[(each.value, word) for each, word in DISPUTED.items()])
    ground = text_field(_("Why is the item wrong or against the rules?"), rows=5)


class Dispute(FileForm):
    """The item is disputed formally."""

    form_class = DisputeForm
    title, button = _("Dispute the item"), _("Dispute it")
    lede = _("It goes to the task force, not to the sender, and is followed on this file until the item is corrected "
             "or removed here. Nobody else at your bureau sees it.")
    told = _("The dispute is on file.")

    def order(self, form: forms.Form) -> tuple[DisputeReason, str]:
        """The dispute."""
        return DisputeReason(form.cleaned_data["reason"]), form.cleaned_data["ground"]

    def carry_out(self, order: tuple[DisputeReason, str]) -> Any:
        """At the Secretariat and on the file, or neither."""
        return desk_room.dispute(self.request.sitting, self.found, *order)
