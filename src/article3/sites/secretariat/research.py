"""Public sources: what they say beside a case, and what a reviewer does: search, bring, take, set aside."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.acts.order_search import OrderSearch
from article3.acts.set_aside_excerpt import SetAsideExcerpt
from article3.acts.take_excerpt import TakeExcerpt
from article3.lifecycle.excerpt import Excerpt
from article3.lifecycle.research import GIVEN_UP_AFTER
from article3.register.pages import NotFound
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.past import erased_is_said, look
from article3.sites.secretariat import case
from article3.sites.secretariat.examine import FileView
from article3.sites.secretariat.examine_forms import facts_to_choose, typed_value
from article3.sites.secretariat.templatetags.excerpts import open_excerpts
from article3.terms.finding import Refused

LARGEST_BYTES = 20 * 1024 * 1024


@require_safe
@absent_is_404
@erased_is_said
def sources(request: HttpRequest, reference: str) -> HttpResponse:
    """What public sources say beside the case, what was judged, and the whole log of searches."""
    seen = look(request)
    page = case.page_of(request.sitting, reference, known_at=seen.known_at)
    judged = [each for each in page.file.excerpts if each.settled is not None]
    lately = timezone.now() - GIVEN_UP_AFTER
    under_way = [each for each in page.file.searches if each.done_at is None and each.at > lately]
    return render(
        request,
        "secretariat/sources.html",
        {
            **case.around(request.sitting, page, seen.as_of, seen),
            "tab": "sources",
            "named": _named(),
            "open": open_excerpts(page.file.excerpts),
            "judged": judged,
            "under_way": under_way,
        },
    )


def _named() -> list[Any]:
    """The sources the operator named; none where the file cannot be read: `article3 research --sources` says why."""
    try:
        return list(wiring.research_sources().sources)
    except Refused:
        return []


class SourcesView(FileView):
    """An order on a file that leads back to what its sources say."""

    tab = "sources"


class SearchForm(PaperForm):
    """By itself a search names nobody."""

    by_name_because = text_field(
        _("Why must the person's name be given to the sources?"),
        required=False,
        rows=2,
        hint=_(
            "Leave it empty: then they are asked about the country, its courts and the "
            "offence only. A name tells a source who is sought."
        ),
    )


class Order(SourcesView):
    """Order a search of every source the operator named."""

    form_class = SearchForm
    title = _("Search the public sources")
    told = _("The search is ordered. What it comes to will stand here within some minutes: read this page again.")
    extra_context = {
        "button": _("Order the search"),
        "says": _(
            "Each source is asked in its languages. Every question stands in the research log, also what found nothing "
            "and what could not be reached."
        ),
    }

    def order(self, form: forms.Form) -> OrderSearch:
        """The search."""
        return OrderSearch(reference=self.reference, order=wiring.new_reference(), **form.cleaned_data)


class BringForm(PaperForm):
    """A file, and what it does not say of itself."""

    paper = forms.FileField(
        label=_("File"),
        help_text=_(
            "A web page (HTML), a web archive (WARC), a PDF, a text, a feed (RSS, Atom) or an answer of HUDOC, "
            "ReliefWeb or GDELT; up to 20 MB."
        ),
    )
    source = forms.CharField(
        label=_("Where it comes from"),
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("Newspaper, court, organisation: it stands in the log."),
    )
    address = forms.URLField(
        label=_("Its address, if it was on-line"), required=False, max_length=1000, assume_scheme="https"
    )
    published_on = day_field(_("Published on"), required=False, hint=_("Where the file does not say it."))

    def clean_paper(self) -> Any:
        """Not larger than what is read."""
        brought = self.cleaned_data["paper"]
        if brought.size > LARGEST_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB."))
        return brought


class Bring(SourcesView):
    """Read a page or paper that the reviewer brings."""

    form_class = BringForm
    title = _("Bring a page or a paper")
    told = _("The file was read and its fixed copy is kept. What bears on the case lies beside it.")
    extra_context = {
        "button": _("Read it"),
        "files": True,
        "says": _(
            "It is kept as it came, with its SHA-256 and the day, and read by a program in a room of its own. "
            "Nothing in it is carried out."
        ),
    }

    def order(self, form: forms.Form) -> wiring.Brought:
        """The file as it came."""
        typed, brought = form.cleaned_data, form.cleaned_data["paper"]
        return wiring.Brought(
            content=brought.read(),
            name=brought.name[:120],
            source=typed["source"],
            address=typed["address"],
            published_on=typed["published_on"],
        )

    def carry_out(self, order: wiring.Brought) -> Any:
        """Reading comes before the act: what cannot be read is refused in words."""
        return wiring.read_papers(self.request.sitting, self.reference, order)


class ExcerptView(SourcesView):
    """An order on one excerpt that nobody has judged."""

    template_name = "secretariat/excerpt_act.html"

    @property
    def excerpt(self) -> Excerpt:
        """The excerpt. Raises NotFound."""
        for found in self.file.excerpts:
            if found.id == self.kwargs["excerpt"]:
                return found
        raise NotFound

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The sentence stands above the form."""
        return super().get_context_data(**{"excerpt": self.excerpt, **kwargs})


class TakeForm(PaperForm):
    """The fact the sentence shows, and since when anybody could read it."""

    kind = forms.ChoiceField(label=_("Fact"))
    value = forms.CharField(label=_("Value"), max_length=2000, widget=forms.TextInput(attrs={"dir": "auto"}),
                            help_text=_("yes or no; a number; a day such as 2026-05-17; a word; or several, separated "
                                        "by commas."))  # fmt: skip
    published_on = day_field(
        _("Published on"),
        required=False,
        hint=_("Since when anybody could have found it: it decides what is said of the decision. Empty: not known."),
    )
    language = forms.RegexField(
        "^[a-z]{2,3}$", label=_("Language of the publication"), required=False, help_text=_("Two letters, such as ru.")
    )
    holds_from = day_field(_("Holds from"), required=False)
    holds_to = day_field(_("Holds until before"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("choose a fact")), *facts_to_choose()]

    def clean(self) -> dict[str, Any]:
        """The value in the kind the fact has."""
        super().clean()
        if self.cleaned_data.get("kind") and "value" in self.cleaned_data:
            self.cleaned_data["value"] = typed_value(self.cleaned_data["kind"], self.cleaned_data["value"])
        return self.cleaned_data


class Take(ExcerptView):
    """Take the excerpt as a fact with both clocks."""

    form_class = TakeForm
    title = _("Take it as a fact")
    told = _("The fact is on record with its source; the rules were applied anew.")
    extra_context = {"button": _("Record the fact")}

    def get_form_kwargs(self) -> dict[str, Any]:
        """The day and language that were recognised, to be confirmed or corrected."""
        found = self.excerpt
        return {
            **super().get_form_kwargs(),
            "initial": {"published_on": found.published_on, "language": found.language},
        }

    def order(self, form: forms.Form) -> TakeExcerpt:
        """The fact."""
        return TakeExcerpt(
            reference=self.reference, excerpt=self.excerpt.id, known=wiring.new_reference(), **form.cleaned_data
        )


class SetAsideForm(PaperForm):
    """Why it says nothing to the case."""

    because = text_field(
        _("Why does it say nothing to this case?"),
        rows=2,
        hint=_("Another person of that name, an old matter, no reliable source: it stays with it."),
    )


class SetAside(ExcerptView):
    """Set the excerpt aside."""

    form_class = SetAsideForm
    title = _("Set it aside")
    told = _("It is set aside, with your reason.")
    extra_context = {"button": _("Set it aside")}

    def order(self, form: forms.Form) -> SetAsideExcerpt:
        """The excerpt and the reason."""
        return SetAsideExcerpt(reference=self.reference, excerpt=self.excerpt.id, **form.cleaned_data)
