"""ReliefWeb API v2: reports as JSON.

`GET /v2/reports?appname=…&query[value]=…&filter[…]=…&fields[include][]=…&sort[]=…&limit=…&offset=…` -> {totalCount,
count, data: [{id, fields: {title, body, url, date, source, language, country}}], links: {next: {href}}}.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

import msgspec

from article3.research.asking import Question
from article3.research.leaf import Answer, Leaf, Unreadable
from article3.research.sources import Source

LIMIT = 50
_FIELDS = ("title", "body", "url", "date.original", "date.created", "source.name", "language.code", "country.iso3")


class _Report(msgspec.Struct):
    id: int | str
    fields: dict[str, Any] = {}
    href: str = ""


class _Reports(msgspec.Struct):
    data: list[_Report]
    totalCount: int | None = None
    links: dict[str, Any] = {}


def address(source: Source, question: Question, page: int) -> str:
    """The address of one page of reports, the newest first."""
    words = [question.name] if question.name else [f'"{word}"' for word in question.any_of]
    asked: list[tuple[str, str]] = [
        ("appname", source.appname),
        ("query[value]", " OR ".join(words) or "*"),
        ("filter[operator]", "AND"),
    ]
    conditions = [("language.code", question.language)]
    if question.country_letters3:
        conditions.append(("country.iso3", question.country_letters3.lower()))
    for number, (field, value) in enumerate(conditions):
        asked += [(f"filter[conditions][{number}][field]", field), (f"filter[conditions][{number}][value]", value)]
    asked += [("fields[include][]", field) for field in _FIELDS]
    asked += [("sort[]", "date.created:desc"), ("limit", str(LIMIT)), ("offset", str(page * LIMIT))]
    return f"{source.address.rstrip('/')}/v2/reports?{urlencode(asked, quote_via=quote)}"


def read(content: bytes, base: str) -> Answer:
    """The reports of one page, each with its whole text."""
    try:
        told = msgspec.json.decode(content, type=_Reports)
    except msgspec.MsgspecError as wrong:
        raise Unreadable(f"The answer is not a page of ReliefWeb reports: {wrong}.") from wrong
    following = told.links.get("next")
    following = following.get("href", "") if isinstance(following, dict) else ""
    return Answer(leaves=tuple(_leaf(report) for report in told.data), total=told.totalCount, following=str(following))


def _leaf(report: _Report) -> Leaf:
    told = report.fields
    sources, languages, days = told.get("source") or [], told.get("language") or [], told.get("date") or {}
    names = [str(each.get("name", "")) for each in sources if isinstance(each, dict)]
    codes = [str(each.get("code", "")) for each in languages if isinstance(each, dict)]
    return Leaf(
        address=str(told.get("url") or report.href),
        title=str(told.get("title", "")),
        text=str(told.get("body") or ""),
        source=", ".join(filter(None, names)),
        language=codes[0] if len(codes) == 1 else "",
        published_on=_day(days.get("original") or days.get("created") or ""),
    )


def _day(told: Any) -> date | None:
    try:
        return date.fromisoformat(str(told)[:10])
    except ValueError:
        return None
