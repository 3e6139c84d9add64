"""Propose, second word, settlement, and carrying the decision out; each shown first in every reader's words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from article3.access.outward import outward
from article3.access.why import Why
from article3.acts.cancel_notice import CancelNotice
from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.decide import Decide, Instead
from article3.acts.propose_decision import ProposeDecision
from article3.acts.publish_notice import PublishNotice
from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.refuse_request import RefuseRequest
from article3.acts.settle_disagreement import SettleDisagreement
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.decision import FAVOURABLE, resolutions
from article3.lifecycle.examination import Override, Reasons, Resolution
from article3.lifecycle.publication import LIFTABLE
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.words import choices, mark
from article3.sites.secretariat.examine import FileView
from article3.terms.finding import Finding, Outcome
from article3.terms.reasons import CancellationCode, Ground, PublicCode, ToPerson, ToRequester


class VersionForm(PaperForm):
    """Holds the version of the file that was read: an order on another one is refused."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ViewForm(VersionForm):
    """What a reviewer would resolve, with grounds and reasons in layers; the outward ones from closed lists."""

    resolution = forms.ChoiceField(label=_l("Resolve to"), widget=forms.RadioSelect)
    internal = text_field(_l("Internal reasons"), rows=6, hint=_l(
        "For reviewers and the Commission. Never sent to anybody else."))
    grounds = forms.MultipleChoiceField(label=_l("Grounds"), required=False, choices=choices("ground"),
                                        widget=forms.CheckboxSelectMultiple)
    to_requester = forms.MultipleChoiceField(label=_l("The requester is told"), required=False,
                                             widget=forms.CheckboxSelectMultiple)
    to_person = forms.ChoiceField(label=_l("The person is told, if they ever ask the Commission"))
    public = forms.ChoiceField(label=_l("Counted publicly as"))
    override_because = text_field(_l("Particular importance (RPD 83(1)(b))"), required=False, rows=3, hint=_l(
        "Only for a red notice whose conditions (i) or (ii) are not met, after the requester was consulted."))
    override_consulted = forms.ChoiceField(label=_l("Question by which the requester was consulted"), required=False)

    def __init__(self, *args: Any, file: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.file = file
        self.fields["resolution"].choices = [(each.value, mark(each).word) for each in resolutions(file)]
        self.fields["to_requester"].choices = _sentences(ToRequester)
        self.fields["to_person"].choices = _sentences(ToPerson)
        self.fields["to_person"].initial = ToPerson.NOTHING_TO_SAY.value
        self.fields["public"].choices = _sentences(PublicCode)
        consulted = [(asked.id, asked.text) for asked in file.questions if not asked.open]
        self.fields["override_consulted"].choices = [("", _("none")), *consulted]
        if not self.liftable:
            del self.fields["override_because"], self.fields["override_consulted"]

    @property
    def liftable(self) -> tuple[str, ...]:
        """The rules not met that particular importance could lift."""
        return tuple(found.rule for found in _unmet_of(self.file) if found.rule in LIFTABLE)

    def clean(self) -> dict[str, Any]:
        """What is refused has grounds and words for the requester; what is compliant has neither."""
        super().clean()
        typed = self.cleaned_data
        if typed.get("resolution") and Resolution(typed["resolution"]) not in FAVOURABLE:
            for name in ("grounds", "to_requester"):
                if not typed.get(name):
                    self.add_error(name, _("Choose at least one."))
            if typed.get("public") == PublicCode.COMPLIANT:
                self.add_error("public", _("What is not published cannot be counted as compliant."))
        elif typed.get("public") and typed["public"] != PublicCode.COMPLIANT:
            self.add_error("public", _("What is found compliant is counted as compliant."))
        return typed

    def view(self) -> dict[str, Any]:
        """Resolution, reasons, grounds, rules and override, as the orders take them."""
        typed = self.cleaned_data
        favourable = Resolution(typed["resolution"]) in FAVOURABLE
        told = () if favourable else tuple(ToRequester(code) for code in typed["to_requester"])
        reasons = Reasons(internal=typed["internal"].strip(), public=PublicCode(typed["public"]), to_requester=told,
                          to_person=ToPerson(typed["to_person"]))
        grounds = () if favourable else tuple(Ground(code) for code in typed["grounds"])
        return {"resolution": Resolution(typed["resolution"]), "reasons": reasons, "grounds": grounds,
                "rules": () if favourable else self._unmet(), "override": self._override()}

    def _unmet(self) -> tuple[str, ...]:
        return tuple(found.rule for found in _unmet_of(self.file))

    def _override(self) -> Override | None:
        because = self.cleaned_data.get("override_because", "").strip()
        if not because:
            return None
        return Override(rules=self.liftable, because=because, consulted=self.cleaned_data["override_consulted"])


class DecisionView(FileView):
    """A step towards a decision."""

    tab = "outcome"

    def get_initial(self) -> dict[str, Any]:
        """The version that is read now."""
        return {"version": self.page.version}


class Propose(DecisionView):
    """The first reviewer proposes; every outward text is shown first as its reader will see it."""

    form_class = ViewForm
    template_name = "secretariat/view.html"
    preview_template = "secretariat/view_preview.html"
    title = _l("Propose a decision")
    told = _l("Your proposal waits for the second reviewer.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The file, for the lists it allows."""
        return {**super().get_form_kwargs(), "file": self.file}

    def preview(self, form: forms.Form) -> dict[str, Any]:
        """The view in its layers."""
        return {"view": form.view(), "confirm": _("Propose this")}

    def order(self, form: forms.Form) -> ProposeDecision:
        """The proposal."""
        return ProposeDecision(reference=self.reference, version=form.cleaned_data["version"], **form.view())


class Dissent(Propose):
    """The second reviewer would resolve otherwise; the file goes up to the lead."""

    why = Why.SECOND_REVIEW
    title = _l("Resolve otherwise")
    told = _l("Your view is in the file. The lead decides between the two.")

    def preview(self, form: forms.Form) -> dict[str, Any]:
        """The view in its layers."""
        return {"view": form.view(), "confirm": _("Put this before the lead")}

    def order(self, form: forms.Form) -> Decide:
        """The dissent."""
        return Decide(reference=self.reference, version=form.cleaned_data["version"], agrees=False,
                      instead=Instead(**form.view()))


class Agree(DecisionView):
    """The second reviewer stands behind the proposal: it becomes the decision."""

    why = Why.SECOND_REVIEW
    form_class = VersionForm
    template_name = "secretariat/agree.html"
    title = _l("Second word")
    told = _l("It is decided. It takes effect when it is carried out.")

    def order(self, form: forms.Form) -> Decide:
        """The agreement."""
        return Decide(reference=self.reference, version=form.cleaned_data["version"], agrees=True)


class SettleForm(VersionForm):
    """With the proposal or with the other view."""

    side = forms.ChoiceField(label=_l("Which view becomes the decision?"), widget=forms.RadioSelect, choices=[
        ("proposal", _l("The first reviewer's")), ("dissent", _l("The second reviewer's"))])


class Settle(DecisionView):
    """The lead settles a disagreement."""

    form_class = SettleForm
    template_name = "secretariat/settle.html"
    why = Why.SECOND_REVIEW
    title = _l("Settle the disagreement")
    told = _l("It is decided. It takes effect when it is carried out.")

    def order(self, form: forms.Form) -> SettleDisagreement:
        """The settlement."""
        return SettleDisagreement(reference=self.reference, version=form.cleaned_data["version"],
                                  with_dissent=form.cleaned_data["side"] == "dissent")


class CarryOutForm(VersionForm):
    """The confirmation; for a cancellation its code."""

    code = forms.ChoiceField(label=_l("Reason of the cancellation"), required=False)
    consulted = forms.ChoiceField(label=_l("Question by which the source was consulted"), required=False)

    def __init__(self, *args: Any, file: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if _decided(file) is Resolution.CANCEL:
            self.fields["code"].choices = _sentences(CancellationCode)
            self.fields["consulted"].choices = [("", _("none")), *((each.id, each.text) for each in file.questions)]
        else:
            del self.fields["code"], self.fields["consulted"]


class CarryOut(DecisionView):
    """Publish, refuse, confirm, recall or cancel what was decided."""

    form_class = CarryOutForm
    template_name = "secretariat/carry_out.html"
    title = _l("Carry the decision out")
    told = _l("Done. Those concerned are told.")
    ORDERS = {Resolution.PUBLISH: PublishNotice, Resolution.REFUSE: RefuseRequest,
              Resolution.CONFIRM: ConfirmCompliance, Resolution.RECALL: RecallDiffusion}

    def get_form_kwargs(self) -> dict[str, Any]:
        """The file, for what was decided."""
        return {**super().get_form_kwargs(), "file": self.file}

    def order(self, form: forms.Form) -> Any:
        """The order that fits the decision; without one the act refuses."""
        resolution = _decided(self.file) or Resolution.PUBLISH
        head = {"reference": self.reference, "version": form.cleaned_data["version"]}
        if resolution is Resolution.CANCEL:
            return CancelNotice(**head, code=CancellationCode(form.cleaned_data["code"]),
                                consulted=form.cleaned_data["consulted"])
        return self.ORDERS[resolution](**head)


def _unmet_of(file: CaseFile) -> tuple[Finding, ...]:
    return file.assessed.binding(Outcome.NOT_MET) if file.assessed else ()


def _decided(file: CaseFile) -> Resolution | None:
    return file.review.decision.resolution if file.review and file.review.decision else None


def _sentences(words: Any) -> list[tuple[str, str]]:
    return [(code.value, _(outward(code).sentence)) for code in words]
