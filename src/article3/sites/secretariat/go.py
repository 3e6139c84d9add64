"""Go anywhere from one line: sections of the desk, one's own files, rules. A page without a script, Ctrl-K with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from article3 import wiring
from article3.access.why import Why
from article3.law.index import rows
from article3.register.pages import QueueRow
from article3.sites.page.absent import absent_is_404

SECTIONS: tuple[tuple[str, str | Promise], ...] = (
    ("queue", _("Queue")), ("reopened", _("Reopened")), ("retrospectives", _("Retrospective review")),
    ("routings", _("Gateway")), ("unsigned", _("Removals")), ("messages", _("Messages")), ("disputes", _("Disputes")),
    ("measures", _("Measures and records")), ("workload", _("Workload")), ("desk_questions", _("Questions to us")),
    ("rule_drafts", _("Drafts of rules")), ("un_lists", _("Security Council list")),
    ("commission_letters", _("Commission")), ("search", _("Search a person")),
    ("heads", _("Heads")),
)  # fmt: skip
MOST_RULES, MOST_FILES = 20, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place to go to: its address, its words, what kind of place it is."""

    address: str
    words: str | Promise
    kind: str | Promise


@require_http_methods(["GET", "HEAD", "POST"])
@absent_is_404
def go(request: HttpRequest) -> HttpResponse:
    """Everywhere this reviewer may go. What was typed comes by POST, so that no name stands in an address."""
    typed = request.POST.get("typed", "").strip().casefold()[:100]
    found = [place for place in (*_sections(), *_own_files(request)) if typed in str(place.words).casefold()]
    found += islice(_rules(typed), MOST_RULES) if typed else []
    return render(request, "secretariat/go.html", {"places": found, "typed": typed})


def _sections() -> Iterator[Place]:
    for name, words in SECTIONS:
        yield Place(address=reverse(f"secretariat:{name}"), words=words, kind=_("Section"))


def _own_files(request: HttpRequest) -> Iterator[Place]:
    page = wiring.reader(request.sitting, Why.CHOOSING_WORK).queue(only="mine", size=MOST_FILES)
    for row in page.rows:
        yield Place(address=reverse("secretariat:case", args=[row.reference]), words=_words(row), kind=_("My files"))


def _words(row: QueueRow) -> str:
    return " · ".join((*row.names, row.source, row.reference[:8]))


def _rules(typed: str) -> Iterator[Place]:
    for rule, row in rows().items():
        words = f"{row.instrument} {row.article} {row.condition}"
        if typed in f"{rule} {words}".casefold():
            yield Place(address=reverse("public:rule", args=[rule]), words=words, kind=_("Rule"))
