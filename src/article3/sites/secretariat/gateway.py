"""The gateway: routing measures on bureaus, and messages that are held."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.acts.end_routing import EndRouting
from article3.acts.keep_held_back import KeepHeldBack
from article3.acts.let_held_pass import LetHeldPass
from article3.acts.set_routing import SetRouting
from article3.acts.sign_routing import SignRouting
from article3.register.pages import NotFound
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.order_view import OrderView
from article3.sites.page.vocabulary import CHANNELS, ORGANS, ROUTINGS
from article3.sites.secretariat.decide import DecisionView, VersionForm
from article3.terms.communication import BureauCode, Channel, Reference
from article3.terms.facts_measure import Organ, Routing
from article3.terms.sitting import MandateRole


@require_safe
def routings(request: HttpRequest) -> HttpResponse:
    """Every measure: in force, waiting for a signature, over."""
    today, lead = timezone.localdate(), request.sitting.role is MandateRole.LEAD
    rows = [(measure, measure.in_force(today)) for measure in wiring.routings(request.sitting)]
    return render(request, "secretariat/routings.html", {"rows": rows, "today": today, "lead": lead})


class RoutingForm(PaperForm):
    """A measure on one bureau's items of one kind."""

    bureau = forms.ChoiceField(label=_("Bureau"))
    kind = forms.ChoiceField(label=_("Kind"), choices=[(kind, CHANNELS[kind]) for kind in ("diffusion", "message")])
    mode = forms.ChoiceField(label=_("Its items are"), widget=forms.RadioSelect,
                             choices=[(mode, ROUTINGS[mode]) for mode in ("pre_screened", "barred")])
    basis = text_field(_("Legal basis, and the decision it rests on"), rows=3)
    decided_by = forms.ChoiceField(label=_("Decided by"), choices=list(ORGANS.items()), help_text=_(
        "The Secretariat's own measure lasts three months at most (RPD 131)."))
    starts_on = day_field(_("First day"))
    review_on = day_field(_("To be reviewed on"))
    ends_on = day_field(_("Last day"), hint=_("It is over by itself after this day."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bureau"].choices = [(code, code) for code in wiring.bureaus()]


class RoutingView(OrderView):
    """An order on a measure."""

    template_name = "secretariat/routing.html"
    title: Any = ""
    button: Any = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The measure, if there is one yet."""
        measure = self.measure if "routing" in self.kwargs else None
        return super().get_context_data(**{"title": self.title, "button": self.button, "measure": measure, **kwargs})

    @property
    def measure(self) -> Any:
        """The measure named in the address."""
        for measure in wiring.routings(self.request.sitting):
            if measure.reference == self.kwargs["routing"]:
                return measure
        raise NotFound

    def get_initial(self) -> dict[str, Any]:
        """The version that is read now."""
        return {"version": self.measure.version} if "routing" in self.kwargs else {}

    def next_page(self, event: Any) -> str:
        """Back to the list."""
        return reverse("secretariat:routings")


class SetRoutingView(RoutingView):
    """A lead proposes a measure."""

    form_class = RoutingForm
    title, button = _("Propose a measure"), _("Propose")
    told = _("Proposed. It takes effect when a second officer has signed it.")

    def order(self, form: forms.Form) -> SetRouting:
        """The measure."""
        typed = form.cleaned_data
        return SetRouting(routing=wiring.new_reference(), bureau=BureauCode(typed["bureau"]),
                          kind=Channel(typed["kind"]), mode=Routing(typed["mode"]), basis=typed["basis"],
                          decided_by=Organ(typed["decided_by"]), starts_on=typed["starts_on"],
                          review_on=typed["review_on"], ends_on=typed["ends_on"])


class SignRoutingView(RoutingView):
    """A second officer signs a measure or its end."""

    form_class = VersionForm
    title, button = _("Second signature"), _("Sign")
    told = _("Signed.")

    def order(self, form: forms.Form) -> SignRouting:
        """The signature."""
        return SignRouting(routing=Reference(self.kwargs["routing"]), version=form.cleaned_data["version"])


class BecauseForm(VersionForm):
    """A reason."""

    because = text_field(_("Reason"), rows=3)


class EndRoutingView(RoutingView):
    """A lead proposes to end a measure."""

    form_class = BecauseForm
    title, button = _("Propose to end the measure"), _("Propose")
    told = _("Proposed. The measure holds until a second officer has signed its end.")

    def order(self, form: forms.Form) -> EndRouting:
        """The end."""
        return EndRouting(routing=Reference(self.kwargs["routing"]), version=form.cleaned_data["version"],
                          because=form.cleaned_data["because"])


class LetPass(DecisionView):
    """A held message goes out."""

    tab = "case"
    form_class = BecauseForm
    title = _("Let the message go out")
    told = _("It is on its way to its recipients.")
    extra_context = {"button": _("Let it go out"), "says": _(
        "Its recipients get it at once, as it was sent. The reason is kept for the Commission.")}

    def order(self, form: forms.Form) -> LetHeldPass:
        """The passing."""
        return LetHeldPass(reference=self.reference, version=form.cleaned_data["version"],
                           because=form.cleaned_data["because"])

    def next_page(self, event: Any) -> str:
        """The file is closed again."""
        return reverse("secretariat:queue")


class KeepBack(LetPass):
    """A held message stays here."""

    title = _("Keep the message back")
    told = _("It stays here. Nobody is told.")
    extra_context = {"button": _("Keep it back"), "grave": True, "says": _(
        "It goes to nobody, for good. Its source is told nothing. The reason is kept for the Commission.")}

    def order(self, form: forms.Form) -> KeepHeldBack:
        """The keeping back."""
        return KeepHeldBack(reference=self.reference, version=form.cleaned_data["version"],
                            because=form.cleaned_data["because"])
