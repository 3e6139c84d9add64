"""One file on the reviewer's desk: timeline, findings and worksheet, sources; the text; the letters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.access.why import Why
from article3.acts.facts_of_file import circumstances, standing_answers
from article3.acts.filing import questions_of_today
from article3.law.brief import brief
from article3.law.parameters import parameter
from article3.law.rulebook import assess
from article3.law.worksheet import FactorSheet, worksheet
from article3.law.would_change import would_change
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.clocks import clocks_of
from article3.lifecycle.examination import FactorFinding
from article3.register.pages import CasePage, EarlierRow
from article3.sites.page.absent import absent_is_404
from article3.sites.page.clock import Clock, told
from article3.sites.page.past import Look, erased_is_said, look
from article3.sites.page.timeline import timeline
from article3.sites.secretariat.may import may
from article3.terms.communication import Reference
from article3.terms.facts import CommunicationFacts
from article3.terms.sitting import OfficerId, Sitting


def page_of(sitting: Sitting, reference: str, why: Why = Why.EXAMINATION, known_at: datetime | None = None) -> CasePage:
    """The file as this reviewer may read it, as it is or as it was known at an instant."""
    if known_at is not None:
        return wiring.case_known_at(sitting, why, Reference(reference), known_at)
    return wiring.reader(sitting, why).case(Reference(reference))


def around(sitting: Sitting, page: CasePage, today: date, seen: Look | None = None) -> dict[str, Any]:
    """What every page of a file shows: its head, its clocks, and what this reviewer may do with it: nothing, when it
    is the past that is shown."""
    can = may(page.file, sitting, today)
    return {"file": page.file, "version": page.version, "today": today, "look": seen,
            "may": can.nothing if seen is not None and seen.past else can,
            "clocks": clocks(page.file, today), "names": names(page.file, sitting)}


@require_safe
@absent_is_404
@erased_is_said
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """The case page: timeline left, findings and worksheet in the middle, sources and research right."""
    seen = look(request)
    page, facts_on = page_of(request.sitting, reference, known_at=seen.known_at), seen.as_of
    facts = facts_of(page.file, facts_on)
    return render(request, "secretariat/case.html", {
        **around(request.sitting, page, facts_on, seen), "tab": "case", "facts": facts, "earlier": earlier(page),
        "on_record": wiring.facts_on_record(request.sitting, page, seen.known_at),
        "taken_in": {known.known for known in page.file.established if known.known},
        "steps": timeline(page.file, request.sitting.officer), "factors": factors(page.file, facts, facts_on)})


@require_safe
@absent_is_404
@erased_is_said
def text(request: HttpRequest, reference: str) -> HttpResponse:
    """What the source sent, and what it said before it changed it."""
    seen = look(request)
    page = page_of(request.sitting, reference, known_at=seen.known_at)
    return render(request, "secretariat/text.html", {
        **around(request.sitting, page, seen.as_of, seen), "tab": "text"})


@require_safe
@absent_is_404
@erased_is_said
def letters(request: HttpRequest, reference: str) -> HttpResponse:
    """Questions to the requester and consultations of other bureaus, each with its clock."""
    seen = look(request)
    page = page_of(request.sitting, reference, known_at=seen.known_at)
    sent = None if seen.known_at else wiring.deliveries(request.sitting, Reference(reference))
    return render(request, "secretariat/letters.html", {
        **around(request.sitting, page, seen.as_of, seen), "tab": "letters", "deliveries": sent})


@require_safe
@absent_is_404
@erased_is_said
def outcome(request: HttpRequest, reference: str) -> HttpResponse:
    """Proposal, second view and decision, what still stands in the way, and what would change it."""
    seen = look(request)
    page, today = page_of(request.sitting, reference, known_at=seen.known_at), seen.as_of
    facts, given = facts_of(page.file, today), standing_answers(page.file, questions_of_today(page.file, today))
    would = would_change(facts, assess(facts, today, answers=given))
    return render(request, "secretariat/outcome.html", {
        **around(request.sitting, page, today, seen), "tab": "outcome", "would": would})


def earlier(page: CasePage) -> list[tuple[EarlierRow, str]]:
    """Other files that may be on the same person, each with the link the desk found when the file was taken up."""
    links = {link.reference: link for link in page.file.links}
    return [(row, links[row.reference].kind.value if row.reference in links else "") for row in page.earlier]


def facts_of(file: CaseFile, on: date) -> CommunicationFacts:
    """The facts the findings rest on, as the file shows them."""
    return brief(file.communication, circumstances(file, on), on)


def factors(file: CaseFile, facts: CommunicationFacts, on: date) -> list[tuple[str, FactorSheet, FactorFinding | None]]:
    """The seven factors: what the file shows for each, and the reviewer's finding if there is one."""
    found = {entry.factor.value: entry for entry in file.review.worksheet.factors} if file.review else {}
    return [(sheet.rule[-1], sheet, found.get(sheet.rule[-1])) for sheet in worksheet(facts, on)]


def clocks(file: CaseFile, today: date) -> list[Clock]:
    """The clocks that run on a file, the next one first; questions asked together are one clock."""
    months = int(parameter("retention.ask_before_months", today))
    return list(dict.fromkeys(told(running, today) for running in clocks_of(file, ask_months=months)))


def names(file: CaseFile, sitting: Sitting) -> dict[OfficerId, str]:
    """Names of the colleagues who worked on the file."""
    officers: Iterable[OfficerId] = {step.by for step in file.timeline}
    return wiring.officer_names(officers, sitting)
