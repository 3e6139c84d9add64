"""Public statistics: a release for each year that is over, to read and to take away as data."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.oversight import release
from article3.oversight.suppression import TOTAL


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Every release, the latest first, each table with its lines and columns."""
    shown = [(one, _lines(one), one.table("standing").cells.get(("files", TOTAL)),
              one.table("received").cells.get(("files", TOTAL)))
             for one in reversed(wiring.public_releases())]  # fmt: skip
    return render(request, "public/statistics.html", {"shown": shown})


@require_safe
def as_data(request: HttpRequest, year: int) -> HttpResponse:
    """One release with its data dictionary."""
    for one in wiring.public_releases():
        if one.year == year:
            return JsonResponse(release.as_data(one))
    raise Http404


@require_safe
def as_sheet(request: HttpRequest) -> HttpResponse:
    """Every release as one sheet."""
    return _sheet(release.as_csv(wiring.public_releases()), "statistics.csv")


@require_safe
def dictionary(request: HttpRequest) -> HttpResponse:
    """What each table means."""
    return _sheet(release.dictionary_csv(), "dictionary.csv")


def _sheet(text: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _lines(one: release.Release) -> tuple[list[str], list[tuple[str, list[int | None]]]]:
    cells = one.table("outcomes").cells
    columns = list(dict.fromkeys(column for _, column in cells))
    rows = dict.fromkeys(row for row, _ in cells)
    return columns, [(row, [cells[row, column] for column in columns]) for row in rows]
