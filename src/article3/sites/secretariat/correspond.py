"""Letters of the task force: questions to the requester, more time, consultations, caveats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from article3 import wiring
from article3.access.outward import outward
from article3.acts.add_caveat import AddCaveat
from article3.acts.answer_more_time import AnswerMoreTime
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.block_meanwhile import BlockMeanwhile
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.lift_caveat import LiftCaveat
from article3.acts.lift_own_block import LiftOwnBlock
from article3.lifecycle.publication import Caveat
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.words import choices
from article3.sites.secretariat.examine import FileView
from article3.terms.communication import BureauCode
from article3.terms.finding import Asked, Finding, Outcome
from article3.terms.reasons import CaveatKind, IfSilent

USUAL_DAYS = 21
"""The deadline a form offers at first; the reviewer sets it."""


class AskForm(PaperForm):
    """The questions the rules leave to the requester, each to be kept, reworded or left out, and one of one's own."""

    def __init__(self, *args: Any, asked: Sequence[Finding] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = tuple(asked)
        for found in self.asked:
            self.fields[f"{found.rule}-ask"] = forms.BooleanField(label=str(found.citation), required=False,
                                                                  initial=True)
            self.fields[f"{found.rule}-text"] = text_field(_("As the requester will read it"), required=False, rows=2)
            self.fields[f"{found.rule}-text"].initial = found.because
        self.fields["own"] = text_field(_("A question of your own"), required=False, rows=2)
        self.fields["deadline"] = day_field(_("Last day to answer"), hint=outward_silence())
        self.fields["deadline"].initial = timezone.localdate() + timedelta(days=USUAL_DAYS)

    def rows(self) -> list[tuple[Finding, Any, Any]]:
        """Each question with its box and its words."""
        return [(found, self[f"{found.rule}-ask"], self[f"{found.rule}-text"]) for found in self.asked]

    def questions(self) -> list[tuple[str, str]]:
        """Rule and words of each question that is put; the rule of one's own question is empty."""
        typed = self.cleaned_data
        put = [(found.rule, typed[f"{found.rule}-text"].strip()) for found in self.asked if typed[f"{found.rule}-ask"]]
        return [*put, *([("", typed["own"].strip())] if typed["own"].strip() else [])]

    def clean(self) -> dict[str, Any]:
        """At least one question, none without words, a day to come."""
        super().clean()
        for found in self.asked:
            if self.cleaned_data.get(f"{found.rule}-ask") and not self.cleaned_data[f"{found.rule}-text"].strip():
                self.add_error(f"{found.rule}-text", _("Word the question, or leave it out."))
        if not self.errors and not self.questions():
            self.add_error("own", _("Put at least one question."))
        return _future(self)


class Ask(FileView):
    """Return the request with questions; first shown word for word as the requester will read it."""

    form_class = AskForm
    template_name = "secretariat/ask.html"
    preview_template = "secretariat/ask_preview.html"
    title = _l("Ask the requester")
    tab = "letters"
    told = _l("The questions were sent to the requester.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """What is asked of the requester and not already with them."""
        waiting = {question.rule for question in self.file.open_questions}
        found = self.file.assessed.findings if self.file.assessed else ()
        asked = [each for each in found if each.outcome is Outcome.QUESTION and each.asked is Asked.REQUESTER
                 and not each.advisory and each.rule not in waiting]
        return {**super().get_form_kwargs(), "asked": asked}

    def preview(self, form: forms.Form) -> dict[str, Any]:
        """The letter."""
        return {"questions": [text for _rule, text in form.questions()], "deadline": form.cleaned_data["deadline"]}

    def order(self, form: forms.Form) -> AskRequester:
        """The questions with fresh ids."""
        deadline = form.cleaned_data["deadline"]
        questions = tuple(Asking(id=wiring.new_reference(), text=text, deadline=deadline, rule=rule)
                          for rule, text in form.questions())
        return AskRequester(reference=self.reference, questions=questions)


class MoreTimeForm(PaperForm):
    """Yes or no."""

    granted = forms.ChoiceField(label=_l("Give the time?"), widget=forms.RadioSelect,
                                choices=[("yes", _l("Yes, until the day asked for")),
                                         ("no", _l("No; the former day stands, or tomorrow"))])


class MoreTime(FileView):
    """Answer the wish for more time."""

    form_class = MoreTimeForm
    title = _l("More time")
    tab = "letters"
    told = _l("The requester was told.")
    extra_context = {"button": _l("Answer")}

    def order(self, form: forms.Form) -> AnswerMoreTime:
        """Yes or no."""
        return AnswerMoreTime(reference=self.reference, granted=form.cleaned_data["granted"] == "yes")


class ConsultForm(PaperForm):
    """Whom, what, until when, and what silence will mean."""

    bureau = forms.ChoiceField(label=_l("Bureau"))
    question = text_field(_l("Question"), hint=_l("It is read by this bureau as it stands. Name no source, and say "
                                                  "nothing the bureau may not know."))
    deadline = day_field(_l("Last day to reply"))
    if_silent = forms.ChoiceField(label=_l("If it does not reply"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, source: BureauCode, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bureau"].choices = [(code, code) for code in wiring.bureaus() if code != source]
        self.fields["if_silent"].choices = [(code.value, _(outward(code).sentence)) for code in IfSilent]
        self.fields["deadline"].initial = timezone.localdate() + timedelta(days=USUAL_DAYS)

    def clean(self) -> dict[str, Any]:
        """A day to come."""
        super().clean()
        return _future(self)


class Consult(FileView):
    """Consult another bureau; first shown as it will read it."""

    form_class = ConsultForm
    preview_template = "secretariat/consult_preview.html"
    title = _l("Consult a bureau")
    tab = "letters"
    told = _l("The question was sent.")
    extra_context = {"button": _l("See the letter first")}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Every bureau but the source, which is asked as the requester."""
        return {**super().get_form_kwargs(), "source": self.file.source}

    def preview(self, form: forms.Form) -> dict[str, Any]:
        """The letter."""
        return {"typed": form.cleaned_data, "silence": IfSilent(form.cleaned_data["if_silent"])}

    def order(self, form: forms.Form) -> ConsultBureau:
        """The consultation with a fresh id."""
        typed = form.cleaned_data
        return ConsultBureau(reference=self.reference, consultation=wiring.new_reference(), bureau=typed["bureau"],
                             question=typed["question"], deadline=typed["deadline"],
                             if_silent=IfSilent(typed["if_silent"]))


class CaveatForm(PaperForm):
    """What kind, and its words."""

    kind = forms.ChoiceField(label=_l("Kind"), choices=choices("caveat"))
    text = text_field(_l("Text of the caveat"), hint=_l("It becomes part of every reading of the record, for everybody "
                                                        "who may read it."))


class AddCaveatView(FileView):
    """Add a caveat or addendum."""

    form_class = CaveatForm
    title = _l("Add a caveat")
    told = _l("The caveat is part of the record now; its readers are told.")
    extra_context = {"button": _l("Add the caveat")}

    def order(self, form: forms.Form) -> AddCaveat:
        """The caveat with a fresh id."""
        return AddCaveat(reference=self.reference, caveat=wiring.new_reference(),
                         kind=CaveatKind(form.cleaned_data["kind"]), text=form.cleaned_data["text"])


class LiftCaveatForm(PaperForm):
    """Which caveat."""

    caveat = forms.ChoiceField(label=_l("Caveat"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, standing: Sequence[Caveat] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["caveat"].choices = [(caveat.id, caveat.text) for caveat in standing]


class LiftCaveatView(FileView):
    """Lift a caveat that no longer holds."""

    form_class = LiftCaveatForm
    title = _l("Lift a caveat")
    told = _l("The caveat is lifted; its readers are told.")
    extra_context = {"button": _l("Lift the caveat")}

    def get_form_kwargs(self) -> dict[str, Any]:
        """The caveats that hold today."""
        return {**super().get_form_kwargs(), "standing": self.file.caveats_on(timezone.localdate())}

    def order(self, form: forms.Form) -> LiftCaveat:
        """The lifting."""
        return LiftCaveat(reference=self.reference, **form.cleaned_data)


class BlockForm(PaperForm):
    """The doubt, and until when."""

    because = text_field(_l("The doubt, and the harm that could come of it"),
                         hint=_l("Read by reviewers only. Members and the source read what they read of every block."))
    review_on = day_field(_l("Day on which it is looked at again"))


class BlockView(FileView):
    """Block a record at once, until it is looked at again."""

    form_class = BlockForm
    title = _l("Block it for now")
    told = _l("The record is blocked; its readers are told to take no action. Somebody else lifts it.")
    extra_context = {"button": _l("Block it now")}

    def order(self, form: forms.Form) -> BlockMeanwhile:
        """The block with a fresh id."""
        return BlockMeanwhile(reference=self.reference, block=wiring.new_reference(), **form.cleaned_data)


class LiftBlockForm(PaperForm):
    """What became of the doubt."""

    because = text_field(_l("What became of the doubt"))


class LiftBlockView(FileView):
    """Lift a block of the Secretariat."""

    form_class = LiftBlockForm
    title = _l("Lift the block")
    told = _l("The block is lifted; the record stands where it stood.")
    extra_context = {"button": _l("Lift the block")}

    def order(self, form: forms.Form) -> LiftOwnBlock:
        """The lifting."""
        return LiftOwnBlock(reference=self.reference, **form.cleaned_data)


def outward_silence() -> str:
    """What the requester is told about silence (RPD 78)."""
    return _("Without an answer by then the request is refused; it can be sent again with the answers.")


def _future(form: forms.Form) -> dict[str, Any]:
    if form.cleaned_data.get("deadline") and form.cleaned_data["deadline"] <= timezone.localdate():
        form.add_error("deadline", _("Leave at least a day."))
    return form.cleaned_data
