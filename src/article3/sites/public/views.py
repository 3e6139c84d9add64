"""The public site: what article3 is, the rules in force with a page for each, and what it does not promise."""

from __future__ import annotations

from collections import Counter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.law import accounting
from article3.law.index import rows
from article3.sites.page.heads import heads_page

PAGE = 50


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """What article3 is, in one screen."""
    return render(request, "public/landing.html", {"rules": len(rows()), "standings": _standings()})


@require_safe
def instruments(request: HttpRequest) -> HttpResponse:
    """The instruments, each with the number of its rules."""
    counted = Counter(row.instrument for row in rows().values())
    shown = [(name, slugify(name), count) for name, count in counted.items()]
    return render(request, "public/instruments.html", {"instruments": shown, "standings": _standings()})


@require_safe
def instrument(request: HttpRequest, instrument: str) -> HttpResponse:
    """Every rule of one instrument."""
    shown = [row for row in rows().values() if slugify(row.instrument) == instrument]
    if not shown:
        raise Http404
    accounts = _accounts()
    return render(request, "public/instrument.html", {
        "name": shown[0].instrument, "rows": [(row, accounts[row.rule]) for row in shown]})


@require_safe
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """One rule: what it says, where it comes from, since when it holds, how it is applied and why so."""
    row = rows().get(rule)
    if row is None:
        raise Http404
    return render(request, "public/rule.html", {
        "row": row, "account": _accounts()[rule], "instrument": slugify(row.instrument),
        "today": timezone.localdate()})


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """The public extracts of the day, a page at a time, and how many there are of each colour."""
    rows = wiring.extracts_after(request.GET.get("after", ""), most=PAGE + 1)
    return render(request, "public/notices.html", {
        "rows": rows[:PAGE], "next": rows[PAGE - 1].id if len(rows) > PAGE else "", "cells": wiring.figures(None),
        "today": timezone.localdate()})


@require_safe
def limits(request: HttpRequest) -> HttpResponse:
    """What article3 does not promise."""
    return render(request, "public/limits.html")


def _accounts() -> dict[str, accounting.Account]:
    return {account.rule: account for account in accounting.accounts()}


def _standings() -> list[tuple[str, int]]:
    return list(accounting.totals().items())


@require_safe
def heads(request: HttpRequest) -> HttpResponse:
    """The journal's heads and their witnesses."""
    return heads_page(request, "public/heads.html")


@require_safe
def head(request: HttpRequest) -> HttpResponse:
    """The newest head with its signatures, as it is signed: a note in the C2SP form."""
    note = wiring.head_note()
    if note is None:
        raise Http404
    return HttpResponse(note, content_type="text/plain; charset=utf-8")
