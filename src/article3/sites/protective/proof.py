"""The proof that nothing slipped past the desk, day by day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from article3.wiring import desk_room


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """Received and screened on each of the last days; a gap, and a record that is not what was signed, stand out."""
    return render(request, "protective/coverage.html", {"days": desk_room.coverage(request.sitting)})
