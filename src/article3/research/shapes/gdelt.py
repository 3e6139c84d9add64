"""GDELT: the DOC 2.0 list of articles (JSON), and rows of the Global Knowledge Graph 2.1 (tab-separated, often zipped).

`GET /api/v2/doc/doc?query=…&mode=artlist&format=json&maxrecords=…&sort=datedesc&enddatetime=…` -> {articles: [{url,
title, seendate, domain, language, sourcecountry}]}; any key but `url` may be missing. A GKG row has 27 columns.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from datetime import date
from urllib.parse import quote, urlencode

import msgspec

from article3.research.asking import Question
from article3.research.leaf import Answer, Leaf, Unreadable
from article3.research.sources import Source

RECORDS = 250
LARGEST_GKG_BYTES = 200 * 1024 * 1024
LANGUAGES = {
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "ar": "arabic",
    "ru": "russian",
    "tr": "turkish",
    "pt": "portuguese",
    "fa": "persian",
    "zh": "chinese",
    "de": "german",
    "it": "italian",
    "uk": "ukrainian",
}
_CODES = {name: code for code, name in LANGUAGES.items()}
_GKG_COLUMNS = 27
_GKG_CODES = {
    "fra": "fr",
    "spa": "es",
    "ara": "ar",
    "rus": "ru",
    "tur": "tr",
    "por": "pt",
    "fas": "fa",
    "zho": "zh",
    "deu": "de",
    "ita": "it",
    "ukr": "uk",
}
_TITLE = re.compile(r"<PAGE_TITLE>(.*?)</PAGE_TITLE>", re.DOTALL)
_TRANSLATED = re.compile(r"srclc:([a-z]{3})")


class _Article(msgspec.Struct):
    url: str
    title: str = ""
    seendate: str = ""
    domain: str = ""
    language: str = ""


class _Articles(msgspec.Struct):
    articles: list[_Article] = []


def address(source: Source, question: Question, until: str = "") -> str:
    """The address of one list; `until` (YYYYMMDDHHMMSS): nothing seen later. The list has no pages of its own."""
    named = f'"{_plain(question.name or question.country)}"'
    words = " OR ".join(f'"{_plain(word)}"' if " " in word else _plain(word) for word in question.any_of)
    parts = [named, f"({words})" if len(question.any_of) > 1 else words]
    if question.language in LANGUAGES:
        parts.append(f"sourcelang:{LANGUAGES[question.language]}")
    asked = {
        "query": " ".join(filter(None, parts)),
        "mode": "artlist",
        "format": "json",
        "maxrecords": RECORDS,
        "sort": "datedesc",
        **({"startdatetime": "20170101000000", "enddatetime": until} if until else {}),
    }
    return f"{source.address.rstrip('/')}/api/v2/doc/doc?{urlencode(asked, quote_via=quote)}"


def read(content: bytes, base: str) -> Answer:
    """The articles of one list: headline and address; the text is fetched where its host may be asked."""
    try:
        told = msgspec.json.decode(content or b"{}", type=_Articles)
    except msgspec.MsgspecError as wrong:
        said = content[:200].decode("utf-8", "replace").strip()
        raise Unreadable(f"The answer is not a GDELT list: {said or wrong}.") from wrong
    return Answer(
        leaves=tuple(
            Leaf(
                address=each.url,
                title=each.title,
                text="",
                source=each.domain,
                language=_CODES.get(each.language.lower(), ""),
                complete=False,
                published_on=_day(each.seendate),
            )
            for each in told.articles
        )
    )


def read_gkg(content: bytes, base: str) -> Answer:
    """The rows of a GKG file: page title, names and themes as a line of text. A row that is no row is left out."""
    text = _unzipped(content).decode("utf-8", "replace")
    rows = [line.split("\t") for line in text.split("\n") if line.strip()]
    whole = [row for row in rows if len(row) == _GKG_COLUMNS]
    if rows and not whole:
        raise Unreadable("The file has no row of 27 columns: it is not GKG 2.1.")
    return Answer(leaves=tuple(_row(row) for row in whole), total=len(whole))


def _row(row: list[str]) -> Leaf:
    title, translated = _TITLE.search(row[26]), _TRANSLATED.search(row[25])
    names = [name.partition(",")[0] for name in row[23].split(";") if name]
    places = [place.split("#")[1] for place in row[9].split(";") if place.count("#") > 1]
    line = ". ".join(", ".join(dict.fromkeys(part)) for part in (names, places) if part)
    return Leaf(
        address=row[4],
        title=html.unescape(title.group(1)) if title else row[4],
        text=line,
        published_on=_day(row[1]),
        source=row[3],
        complete=False,
        language=_GKG_CODES.get(translated.group(1), "") if translated else "en",
    )


def _unzipped(content: bytes) -> bytes:
    if not content.startswith(b"PK\x03\x04"):
        return content
    try:
        members = zipfile.ZipFile(io.BytesIO(content)).infolist()
        with zipfile.ZipFile(io.BytesIO(content)).open(members[0]) as member:
            found = member.read(LARGEST_GKG_BYTES + 1)
    except (zipfile.BadZipFile, IndexError, NotImplementedError) as wrong:
        raise Unreadable(f"The archive cannot be opened: {wrong}.") from wrong
    if len(found) > LARGEST_GKG_BYTES:
        raise Unreadable("The archive unpacks to more than is read.")
    return found


def _day(told: str) -> date | None:
    """`20260302T101500Z` or `20260302101500`."""
    try:
        return date(int(told[:4]), int(told[4:6]), int(told[6:8]))
    except ValueError:
        return None


def _plain(word: str) -> str:
    return word.replace('"', " ").replace("(", " ").replace(")", " ")
