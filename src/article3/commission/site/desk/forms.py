"""The desk's forms. Each builds one order; choices come from the request itself, never from what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from article3.commission import wiring
from article3.commission.lifecycle.application import Wish
from article3.commission.lifecycle.request import Asked, CommissionRequest, PauseReason
from article3.commission.lifecycle.ruling import Ballot
from article3.commission.lifecycle.sharing import Shared
from article3.commission.site.desk.words import ground, word
from article3.law.dictionary import in_words
from article3.said import said
from article3.terms.facts_commission import CommissionOutcome, Remedy, UrgencyGround
from article3.terms.facts_disclosure import RestrictionGround
from article3.terms.reasons import Ground
from article3.terms.redress import Correctable
from article3.terms.sitting import Sitting

_YES_NO = (("", _("Not looked at")), ("yes", _("Yes")), ("no", _("No")))


def _choices(words: Iterable[StrEnum], *, apart_from: tuple[StrEnum, ...] = ()) -> list[tuple[str, Any]]:
    return [(each.value, word(each)) for each in words if each not in apart_from]


def _text(label: Any, *, required: bool = True, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=20_000, help_text=hint,
                           widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}))  # fmt: skip


class DeskForm(forms.Form):
    """A form about one request."""

    def __init__(self, *args: Any, of: CommissionRequest, sitting: Sitting, **kwargs: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.of, self.sitting = of, sitting
        self.prepare()

    def prepare(self) -> None:
        """Choices that come from the request."""

    def _files(self) -> list[tuple[str, str]]:
        return [(found.reference, f"{found.kind}, {found.source}, {found.reference[:8]}")
                for found in self.of.identified]  # fmt: skip


class EmptyForm(DeskForm):
    """Nothing to fill in: to be confirmed."""


class AdmissibilityForm(DeskForm):
    """What was seen in the papers, and what follows."""

    PAPERS = {
        "identity_document": _("A copy of an identity document is attached"),
        "document_unredacted": _("It is not redacted"),
        "document_shows_name_birth_photo": _("It shows name, date of birth and photograph"),
        "power_of_attorney": _("There is a signed power of attorney (for a representative)"),
        "proof_of_standing": _("There is proof of the relation or of standing (for a minor or an entity)"),
        "signed": _("The request is signed"), "purpose_stated": _("It says what it wants"),
    }  # fmt: skip
    OF_A_REVISION = {
        "fact_unknown_then": _("The fact was not known when the decision was taken"),
        "fact_could_change": _("It could have led to another decision"),
    }  # fmt: skip
    admissible = forms.ChoiceField(label=_("What follows"), widget=forms.RadioSelect,
                                   choices=(("yes", _("Admissible")), ("no", _("Inadmissible"))))  # fmt: skip

    def prepare(self) -> None:
        """One line for each paper, as it was last seen."""
        for name, label in self.papers_for(self.of).items():
            seen = getattr(self.of.papers, name)
            self.fields[name] = forms.ChoiceField(label=label, choices=_YES_NO, required=False,
                                                  initial="" if seen is None else "yes" if seen else "no")  # fmt: skip
        self.order_fields([*self.papers_for(self.of), "admissible"])

    @classmethod
    def papers_for(cls, request: CommissionRequest) -> dict[str, Any]:
        """What is looked at: for a revision the new fact too."""
        return cls.PAPERS | (cls.OF_A_REVISION if request.application.wish is Wish.REVISION else {})


class IdentifyForm(DeskForm):
    """The references of the files found; none when there is nothing."""

    files = forms.CharField(label=_("References of the files"), required=False, help_text=_(
        "One a line, from the search. Leave it empty when the search found nothing: that is a result too."),
        widget=forms.Textarea(attrs={"rows": 4}))  # fmt: skip


class AskForm(DeskForm):
    """A question with its day."""

    to = forms.ChoiceField(label=_("Whom"), choices=_choices(Asked))
    about = forms.ChoiceField(label=_("About which file"), required=False)
    text = _text(_("The question"), hint=_("Do not write who applied: the letter names a file and nobody else."))
    due_on = forms.DateField(label=_("Answer by"), widget=forms.DateInput(attrs={"type": "date"}))

    def prepare(self) -> None:
        """The identified files; the source only where the applicant agreed."""
        self.fields["about"].choices = [("", "–"), *self._files()]
        if self.of.application.source_may_know is not True:
            self.fields["to"].choices = _choices(Asked, apart_from=(Asked.SOURCE,))


class QuestionForm(DeskForm):
    """One of the open questions."""

    question = forms.ChoiceField(label=_("Which question"))

    def prepare(self) -> None:
        """The open ones."""
        self.fields["question"].choices = [(asked.id, f"{word(asked.of)}: {asked.text[:60]}")
                                           for asked in self.of.questions if asked.open]  # fmt: skip


class AnswerForm(QuestionForm):
    """An answer that came by another way."""

    text = _text(_("The answer"))


class ExtendForm(DeskForm):
    """More time."""

    days = forms.IntegerField(label=_("Days"), min_value=1, max_value=366)
    because = _text(_("Which special circumstances"), hint=_("The applicant is told."))


class PauseForm(DeskForm):
    """A listed reason."""

    reason = forms.ChoiceField(label=_("Reason"), choices=_choices(PauseReason), widget=forms.RadioSelect)


class AssignForm(DeskForm):
    """Who reports and who sits: nobody of an involved country is offered."""

    rapporteur = forms.ChoiceField(label=_("Rapporteur"))
    members = forms.MultipleChoiceField(label=_("Members"), widget=forms.CheckboxSelectMultiple)

    def prepare(self) -> None:
        """Members nothing keeps from this request, those with the fewest reports first."""
        free = [(seated.officer, f"{name} ({seated.nationality})") for seated, name in wiring.free_members(self.of)]
        self.fields["rapporteur"].choices = free
        self.fields["members"].choices = free


class FileForm(DeskForm):
    """One of the identified files."""

    file = forms.ChoiceField(label=_("Which file"))

    def prepare(self) -> None:
        """The identified ones."""
        self.fields["file"].choices = self._files()


class BlockForm(FileForm):
    """A provisional measure."""

    urgency = forms.ChoiceField(label=_("Why it is urgent"), widget=forms.RadioSelect,
                                choices=_choices(UrgencyGround, apart_from=(UrgencyGround.NONE,)))  # fmt: skip
    because = _text(_("The reason"), hint=_("Not a finding on the merits. The Secretariat does not read it."))


class LiftForm(FileForm):
    """Why the block is needed no longer."""

    because = _text(_("The reason"))


class ItemForm(DeskForm):
    """An item of information, and what its owner says."""

    what = _text(_("What the item is"))
    owner = forms.CharField(label=_("Its owner"), max_length=60)
    owner_asked_on = forms.DateField(label=_("Owner asked on"), required=False,
                                     widget=forms.DateInput(attrs={"type": "date"}))  # fmt: skip
    objects = forms.ChoiceField(label=_("The owner objects"), choices=_YES_NO, required=False)
    ground = forms.ChoiceField(label=_("On which ground"), required=False,
                               choices=[("", "–"), *_choices(RestrictionGround)])  # fmt: skip
    owner_reason = _text(_("The owner's reason"), required=False)


class SettleForm(DeskForm):
    """How far an item is open."""

    item = forms.ChoiceField(label=_("Which item"))
    shared = forms.ChoiceField(label=_("How far it is open"), choices=_choices(Shared), widget=forms.RadioSelect)
    gist = _text(_("The gist"), required=False)
    because = _text(_("The reason"), required=False)

    def prepare(self) -> None:
        """The items noted."""
        self.fields["item"].choices = [(item.id, item.what[:80]) for item in self.of.items]


class ProposeForm(DeskForm):
    """The draft."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=_choices(CommissionOutcome), widget=forms.RadioSelect)
    remedies = forms.MultipleChoiceField(label=_("Remedies"), choices=_choices(Remedy), required=False,
                                         widget=forms.CheckboxSelectMultiple)  # fmt: skip
    grounds = forms.MultipleChoiceField(label=_("Grounds"), required=False,
                                        choices=[(each.value, ground(each)) for each in Ground],
                                        widget=forms.CheckboxSelectMultiple)  # fmt: skip
    reasons = _text(_("Reasons"))
    part = forms.ChoiceField(label=_("Which part is corrected"), required=False,
                             choices=[("", "–"), *_choices(Correctable)])  # fmt: skip
    reads_as = _text(_("What it reads as from then on"), required=False,
                     hint=_("It replaces the part in every copy; what it read before stays on the file."))  # fmt: skip
    text = _text(_("Words of the addendum, caveat or information"), required=False,
                 hint=_("Every reader of the record, or every member informed, reads them."))  # fmt: skip
    told = forms.BooleanField(label=_("The applicant may learn that there are data"), required=False)


class PublishForm(DeskForm):
    """The decision as the public will read it."""

    title = forms.CharField(label=_("Title"), max_length=200, widget=forms.TextInput(attrs={"dir": "auto"}))
    language = forms.ChoiceField(label=_("Language"), choices=(("en", "English"), ("fr", "Français"),
                                                               ("es", "Español"), ("ar", "العربية")))  # fmt: skip
    text = _text(_("Text without names"), hint=_(
        "Names, numbers and days of the file are looked for when you send it; what may be a name is shown to you."))
    looked = forms.BooleanField(label=_("I looked at every place that may be a name"), required=False)

    def prepare(self) -> None:
        """The reasons are where the text begins."""
        if self.of.decision is not None:
            self.fields["text"].initial = self.of.decision.reasons


class VoteForm(DeskForm):
    """A vote."""

    ballot = forms.ChoiceField(label=_("Vote"), choices=_choices(Ballot), widget=forms.RadioSelect)
    reasons = _text(_("Reasons"), required=False)


class NewFactForm(DeskForm):
    """What follows from a fact the register learned."""

    fact = forms.ChoiceField(label=_("Which fact"))
    could_change = forms.ChoiceField(label=_("It could have led to another decision"), choices=_YES_NO[1:],
                                     widget=forms.RadioSelect)  # fmt: skip
    words = _text(_("What the applicant is told, or why it is set aside"), hint=_(
        "If yes, the applicant reads it and may ask for a revision within six months."))

    def prepare(self) -> None:
        """Those nobody has settled."""
        self.fields["fact"].choices = [(each.key, f"{said(in_words(each.fact), get_language())}, {each.learned_on}")
                                       for each in self.of.learned if each.open]  # fmt: skip


class AsideForm(DeskForm):
    """A tie."""

    because = _text(_("The tie"))
