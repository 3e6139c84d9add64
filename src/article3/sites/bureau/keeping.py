"""Keeping an own notice true: suspend it, end the suspension, withdraw it, keep the data one more period."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from article3 import wiring
from article3.acts.extend_retention import ExtendRetention
from article3.acts.note_refused_extradition import NoteRefusedExtradition
from article3.acts.resume_notice import ResumeNotice
from article3.acts.suspend_notice import SuspendNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.sites.bureau.answering import OwnItemView
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.words import choices
from article3.terms.communication import Colour, Declaration
from article3.terms.reasons import WithdrawalCode


class SuspendForm(PaperForm):
    """Until when and why."""

    until = day_field(_("Until which day at the latest?"),
                      hint=_("All suspensions of a notice together last six months at most (RPD 81(1))."))
    because = text_field(_("Why is it suspended?"))


class Suspend(OwnItemView):
    """Suspend the notice: members are told to take no action."""

    form_class = SuspendForm
    template_name = "bureau/act.html"
    told = _("The notice is suspended; members are told.")
    extra_context = {"title": _("Suspend"), "grave": True, "button": _("Suspend the notice")}

    def order(self, form: forms.Form) -> SuspendNotice:
        """The suspension."""
        return SuspendNotice(reference=self.reference, **form.cleaned_data)


class Resume(OwnItemView):
    """End the suspension."""

    form_class = PaperForm
    template_name = "bureau/act.html"
    told = _("The suspension has ended; members are told.")
    extra_context = {"title": _("End the suspension"), "button": _("End the suspension"),
                     "says": _("Members read the notice as valid again.")}

    def order(self, form: forms.Form) -> ResumeNotice:
        """The end of the suspension."""
        return ResumeNotice(reference=self.reference)


class WithdrawForm(PaperForm):
    """Why, by code and in words."""

    code = forms.ChoiceField(label=_("Why is it withdrawn?"), choices=choices("withdrawal"), widget=forms.RadioSelect)
    because = text_field(_("In your own words"), required=False)


class Withdraw(OwnItemView):
    """Withdraw the item for good: whoever read it is told."""

    form_class = WithdrawForm
    template_name = "bureau/act.html"
    told = _("It is withdrawn; everybody who read it is told.")
    extra_context = {"title": _("Withdraw"), "grave": True, "button": _("Withdraw it for good"),
                     "says": _("This cannot be undone. Whoever may read it is told to remove it. To stop it for a time "
                               "only, suspend it instead.")}

    def order(self, form: forms.Form) -> WithdrawNotice:
        """The withdrawal."""
        return WithdrawNotice(reference=self.reference, code=WithdrawalCode(form.cleaned_data["code"]),
                              because=form.cleaned_data["because"])


class RefusedForm(PaperForm):
    """Who refused, when and why."""

    text = text_field(_("Which country refused extradition, when and why?"))


class NoteRefused(OwnItemView):
    """An extradition was refused: every reader learns it with the record."""

    form_class = RefusedForm
    template_name = "bureau/act.html"
    told = _("It is part of the record; everybody who reads it is told.")
    extra_context = {"title": _("Extradition refused"), "button": _("Add it to the record"),
                     "says": _("It travels with every copy from now on. Only the task force can take it away again.")}

    def order(self, form: forms.Form) -> NoteRefusedExtradition:
        """The addendum, with a fresh id."""
        return NoteRefusedExtradition(reference=self.reference, caveat=wiring.new_reference(),
                                      text=form.cleaned_data["text"])


class ExtendForm(PaperForm):
    """For how long and why."""

    months = forms.IntegerField(label=_("For how many months more?"), min_value=1, max_value=120,
                                widget=forms.NumberInput(attrs={"class": "tiny"}))
    because = text_field(_("Why are the data still needed?"))
    extradition = forms.BooleanField(label=_("Extradition is still sought once the person is arrested"), required=False)


class Extend(OwnItemView):
    """Keep the data one more period; silence never does."""

    form_class = ExtendForm
    template_name = "bureau/act.html"
    told = _("The data are kept one more period.")
    extra_context = {"title": _("Keep the data one more period"), "button": _("Keep the data"),
                     "says": _("Once, and with a reason. Without it the data are deleted on the day shown.")}

    def order(self, form: forms.Form) -> ExtendRetention:
        """One more period, with the assurance a red notice needs."""
        return ExtendRetention(reference=self.reference, months=form.cleaned_data["months"],
                               because=form.cleaned_data["because"], assurance=self._assurance(form))

    def _assurance(self, form: forms.Form) -> Declaration | None:
        if not form.cleaned_data["extradition"]:
            return None
        return Declaration(what="extradition", officer=self.request.sitting.officer_name, on=timezone.localdate())

    def get_form(self, form_class: Any = None) -> forms.Form:
        """Only a red notice is asked for the assurance."""
        form = super().get_form(form_class)
        if self.item.row.colour is not Colour.RED:
            form.fields["extradition"].widget = forms.HiddenInput()
        return form
