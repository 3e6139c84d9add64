"""HUDOC, the database of the European Court of Human Rights: JSON results, and the text of a document as HTML.

`GET /app/query/results?query=…&select=…&sort=…&start=…&length=…` -> {resultcount, results: [{columns: {…}}]};
`GET /app/conversion/docx/html/body?library=ECHR&id=…` -> HTML. Query, columns and their values (days as
`2011-01-27T00:00:00`, several respondents as `ITA;CHE`, `isplaceholder` as the text "True") were compared with nine
public clients and the answers their tests hold.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, urlencode

import msgspec

from article3.research.asking import Question
from article3.research.leaf import Answer, Leaf, Unreadable
from article3.research.sources import Source

LENGTH = 50
LANGUAGES = {"en": "ENG", "fr": "FRE", "es": "SPA", "ru": "RUS", "tr": "TUR", "ar": "ARA", "de": "GER", "it": "ITA"}
_CODES = {code: language for language, code in LANGUAGES.items()}
_SELECT = (
    "itemid,docname,doctype,appno,respondent,conclusion,article,kpdate,importance,languageisocode,ecli,isplaceholder"
)
_NO_TEXTS = "(NOT (doctype=PR OR doctype=HFCOMOLD OR doctype=HECOMOLD))"
"""Press releases and reports of the former Commission: the Court's own page leaves them out by these words."""


class _Columns(msgspec.Struct):
    itemid: str
    docname: str = ""
    appno: str | None = ""
    respondent: str | None = ""
    conclusion: str | None = ""
    kpdate: str | None = ""
    languageisocode: str | None = ""
    isplaceholder: str | None = ""  # "True": a case without a document
    ecli: str | None = ""


class _Row(msgspec.Struct):
    columns: _Columns


class _Results(msgspec.Struct):
    resultcount: int
    results: list[_Row]


def address(source: Source, question: Question, page: int) -> str:
    """The address of one page of results."""
    terms = ["contentsitename:ECHR", _NO_TEXTS, f'(languageisocode="{LANGUAGES.get(question.language, "ENG")}")']
    if question.country_letters3:
        terms.append(f'(respondent="{question.country_letters3}")')
    if words := question.any_of or ((question.name,) if question.name else ()):
        terms.append("(" + " OR ".join(f'"{_plain(word)}"' for word in words) + ")")
    asked = {
        "query": " AND ".join(terms),
        "select": _SELECT,
        "sort": "kpdate Descending",
        "start": page * LENGTH,
        "length": LENGTH,
    }
    return f"{source.address.rstrip('/')}/app/query/results?{urlencode(asked, quote_via=quote)}"


def text_address(source: Source, itemid: str) -> str:
    """Where the text of one document stands."""
    return f"{source.address.rstrip('/')}/app/conversion/docx/html/body?library=ECHR&id={quote(itemid)}"


def read(content: bytes, base: str) -> Answer:
    """The documents of one page of results: their names and conclusions; the text is fetched apart."""
    try:
        told = msgspec.json.decode(content, type=_Results)
    except msgspec.MsgspecError as wrong:
        raise Unreadable(f"The answer is not a page of HUDOC results: {wrong}.") from wrong
    root = base.split("/app/", 1)[0]
    leaves = [
        Leaf(
            address=f"{root}/app/conversion/docx/html/body?library=ECHR&id={quote(row.columns.itemid)}",
            title=row.columns.docname or row.columns.itemid,
            text=row.columns.conclusion or "",
            published_on=_day(row.columns.kpdate or ""),
            source="European Court of Human Rights",
            language=_CODES.get(row.columns.languageisocode or "", ""),
            complete=False,
        )
        for row in told.results
        if (row.columns.isplaceholder or "").lower() != "true"
    ]
    return Answer(leaves=tuple(leaves), total=told.resultcount)


def _day(told: str) -> date | None:
    """`2019-04-16T00:00:00`, or `16/04/2019 00:00:00` as older rows have it."""
    first = told[:10]
    try:
        return date.fromisoformat(first) if "-" in first else date(int(first[6:]), int(first[3:5]), int(first[:2]))
    except ValueError:
        return None


def _plain(word: str) -> str:
    return word.replace('"', " ").replace("\\", " ")
