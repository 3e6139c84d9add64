"""The tour's two pages. Each step's link lets its reader in as an invented officer and opens the page to look at."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from article3.law.index import rows
from article3.wiring import tour_room
from article3.wiring.tour_steps import WALKS, Step, filled


@require_safe
def walks(request: HttpRequest) -> HttpResponse:
    """All walk-throughs, and everybody one may be."""
    if not settings.DEMO:
        raise Http404
    return render(request, "tour/walks.html", {"walks": WALKS, "chairs": tour_room.chairs()})


@require_safe
def walk(request: HttpRequest, number: int) -> HttpResponse:
    """One walk-through, step by step."""
    if not settings.DEMO or not 1 <= number <= len(WALKS):
        raise Http404
    story, places = WALKS[number - 1], tour_room.places()
    steps = [_shown(step, places) for step in story.steps]
    return render(request, "tour/walk.html", {
        "walk": story, "number": number, "steps": steps, "rule": rows()[story.rule], "last": len(WALKS),
        "before": number - 1, "next": number + 1 if number < len(WALKS) else 0})


def link_of(step: Step, places: dict[str, str]) -> str:
    """The address that lets its reader in and leads to the page; empty when this demo lacks the story."""
    page, chair = filled(step.page, places), tour_room.chair(filled(step.who, places))
    if not page or (step.who and chair is None):
        return ""
    return f"{reverse('enter_demo', args=[chair.token])}?{urlencode({'next': page})}" if chair else page


def _shown(step: Step, places: dict[str, str]) -> dict[str, object]:
    return {"chair": tour_room.chair(filled(step.who, places)), "link": link_of(step, places),
            "look": filled(str(step.look), places)}
