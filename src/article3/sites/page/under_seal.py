"""Forms and words of what is kept under seal, the same at a bureau, on the public page and at an authority."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from article3.intake.attestations import STATUSES, person_of
from article3.intake.texts import control_in
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.spoken import spoken
from article3.terms.dates import PartialDate, partial_date
from article3.terms.finding import Refused

USES = {
    "origin_hidden": _("The content may be used; who gave it stays hidden"),
    "only_to_refuse": _("It may be used only against a notice, never for one"),
    "not_without_asking": _("Nobody may read it before I have been asked"),
}
GIVERS = {"agency": _("An agency of a state"), "un_body": _("A body of the United Nations"),
          "rights_group": _("A rights group")}
OPENS = {"content": _("The content"), "origin": _("Who gave it")}
FEEDBACKS = {"used": _("It was used"), "not_used": _("It was not used"), "helped": _("It helped")}
STATUS_WORDS = {
    "refugee": _("Granted"), "asylum_seeker": _("Asylum seeker, confirmed"), "pending_claim": _("Claim pending"),
    "refused": _("Refused"), "withdrawn": _("Revoked"), "excluded": _("Excluded (Article 1F)"),
    "naturalised": _("Ceased by naturalisation"), "none": _("None"),
}
PROTECTION_USES = {
    "block": _("Notices and diffusions of these countries are deleted and refused"),
    "warn_host": _("Our own bureau is stopped before it passes on travel or location"),
}
DONE_WORDS = {
    "held": _("Held on arrival; nobody received it"), "stopped": _("A request; it cannot be published"),
    "removed": _("It was out; every member was told to remove it"), "ended": _("It ended in another way"),
    "asked": _("A named officer is asked first"),
}
QUESTIONS = {
    "same": _("Are the two one person?"),
    "policy": _("A claim is pending, or the refugee became a national. Is the item kept from the files?"),
    "restore": _("Protection ended. The item was removed; it may come back if it complies otherwise."),
}
SAY_WHO = _("Give a birth date or the number of a passport: a name alone would meet other people.")


class PersonForm(PaperForm):
    """Whom it is about: as little as finds the person and nobody else."""

    family = forms.CharField(label=_("Family name"), max_length=200, help_text=_("In its own script, if you know it."))
    given = forms.CharField(label=_("Given names"), max_length=200, required=False)
    born = forms.CharField(label=_("Date of birth"), max_length=40, required=False,
                           help_text=_("For example 1984-06-12, 1984-06 or 1984."))
    nationality = forms.CharField(label=_("Nationality"), max_length=2, required=False,
                                  help_text=_("The country's code of two letters."))
    document = forms.CharField(label=_("Number of a passport"), max_length=60, required=False)

    def clean_born(self) -> PartialDate | None:
        """The date as far as it is known."""
        typed = self.cleaned_data["born"]
        try:
            return partial_date(typed) if typed else None
        except ValueError:
            raise forms.ValidationError(_("Write the date as 1984-06-12, 1984-06 or 1984.")) from None

    def clean_nationality(self) -> str:
        """A code."""
        code = str(self.cleaned_data["nationality"]).upper()
        if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise forms.ValidationError(_("A country is named by its code of two letters."))
        return code

    def clean(self) -> dict[str, Any]:
        """A person who can be known again."""
        said = super().clean()
        for name in ("family", "given", "document"):
            if said.get(name) and control_in(said[name], one_line=True):
                self.add_error(name, _("It holds a character that cannot be seen. Type it anew."))
        if not self.errors and not said.get("born") and not said.get("document"):
            self.add_error("born", SAY_WHO)
        if not self.errors:
            said["person"] = person_of(**{name: said[name] for name in (
                "family", "given", "born", "nationality", "document")})
        return said


class GiveForm(PersonForm):
    """What somebody knows, and what it may be used for."""

    text = text_field(_("What you know"), rows=8, hint=_(
        "What happened, when, and how you know it. Do not write here who you are."))
    use = forms.ChoiceField(label=_("What it may be used for"), choices=list(USES.items()), widget=forms.RadioSelect,
                            initial="origin_hidden")


class DropForm(GiveForm):
    """The same, from somebody without an account."""

    kind = forms.ChoiceField(label=_("You are"), choices=list(GIVERS.items()))
    says_it_is = forms.CharField(label=_("Your name or organisation, if you wish"), max_length=200, required=False,
                                 help_text=_("Kept apart from the content, under another key."))


class ChangeForm(PaperForm):
    """What it says from now on."""

    text = text_field(_("What you know"), rows=8)
    use = forms.ChoiceField(label=_("What it may be used for"), choices=list(USES.items()), widget=forms.RadioSelect)


class WordForm(PaperForm):
    """Yes or no, with a reason."""

    granted = forms.ChoiceField(label=_("Your answer"), widget=forms.RadioSelect,
                                choices=[("yes", _("Yes")), ("no", _("No"))])
    because = text_field(_("Reason"), rows=3)


class StandingForm(PaperForm):
    """A status from a day on, with the paper it rests on."""

    status = forms.ChoiceField(label=_("Status"), choices=[(name, STATUS_WORDS[status.value])
                                                           for name, status in STATUSES.items()])
    since = day_field(_("Since"))
    evidence = forms.CharField(label=_("Number of the decision"), max_length=200,
                               help_text=_("The paper itself stays with you."))


class AttestForm(PersonForm):
    """One attestation: three minutes, nothing that is not needed."""

    status = forms.ChoiceField(label=_("Status"), choices=[(name, STATUS_WORDS[status.value])
                                                           for name, status in STATUSES.items()])
    against = forms.CharField(label=_("Countries where persecution is feared"), max_length=200,
                              help_text=_("Codes of two letters, for example XA; XC."))
    directed = forms.ChoiceField(
        label=_("Was the grant itself politically directed against one of these countries?"),
        choices=[("no", _("No")), ("yes", _("Yes"))], widget=forms.RadioSelect, initial="no")
    uses = forms.MultipleChoiceField(label=_("What it may be used for"), choices=list(PROTECTION_USES.items()),
                                     widget=forms.CheckboxSelectMultiple, initial=list(PROTECTION_USES))
    evidence = forms.CharField(label=_("Number of the decision"), max_length=200,
                               help_text=_("The paper itself stays with you."))
    since = day_field(_("Since"))
    until = day_field(_("Until"), hint=_("Leave it empty where no end is known."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = timezone.localdate()

    def clean_against(self) -> tuple[str, ...]:
        """Codes."""
        codes = [part.strip().upper() for part in self.cleaned_data["against"].replace(",", ";").split(";")]
        if any(len(code) != 2 or not code.isascii() or not code.isalpha() for code in codes if code):
            raise forms.ValidationError(_("A country is named by its code of two letters."))
        return tuple(code for code in codes if code)


def carried_out(form: forms.Form, act: Callable[[], Any]) -> Any:
    """What the act returned; None when it was refused, and the form then says why."""
    try:
        return act() or True
    except Refused as refused:
        form.add_error(None, spoken(refused.because))
        return None
