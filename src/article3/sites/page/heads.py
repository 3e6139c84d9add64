"""The page on the journal's heads and their witnesses, the same for everybody who may see heads (row D14)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from article3 import wiring


def heads_page(request: HttpRequest, template: str) -> HttpResponse:
    """The latest heads, who saw them, and every witness."""
    return render(request, template, {"heads": wiring.heads_shown(), "witnesses": wiring.witnesses_shown()})
