"""Pages and papers: HTML, PDF, plain text, and web archives (WARC, ISO 28500), as texts with their dates."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import trafilatura
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from article3.research.charsets import charset_of, decoded
from article3.research.leaf import Answer, Leaf, Unreadable

MOST_RECORDS = 500
LARGEST_RECORD_BYTES = 8 * 1024 * 1024
LARGEST_ARCHIVE_BYTES = 256 * 1024 * 1024
MOST_PAGES = 600
_BROKEN = re.compile(r"(?<=\S)[ \t]*\r?\n[ \t]*(?=[^\W_])")


def read_html(content: bytes, address: str, charset: str = "") -> Answer:
    """The main text of a page without its frame; scripts are no text."""
    written = decoded(content, charset)
    page = trafilatura.bare_extraction(
        written, url=address or None, with_metadata=True, favor_recall=True, include_comments=False
    )
    told = page.as_dict() if page is not None and not isinstance(page, dict) else {}
    text = told.get("text") or trafilatura.html2txt(written) or ""
    if not text.strip():
        raise Unreadable("The page has no text.")
    return Answer(
        leaves=(
            Leaf(
                address=address,
                title=told.get("title") or "",
                text=text,
                source=told.get("sitename") or "",
                published_on=_day(told.get("date") or ""),
            ),
        )
    )


def read_pdf(content: bytes, address: str, charset: str = "") -> Answer:
    """The text of a PDF, page by page. A scan has none, and says so."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("The PDF is locked with a password.")
        text = flowing("\n".join(page.extract_text() for page, _ in zip(reader.pages, range(MOST_PAGES), strict=False)))
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, AttributeError) as wrong:
        raise Unreadable(f"The PDF cannot be read: {wrong}.") from wrong
    if sum(map(str.isalpha, text)) < 20:
        raise Unreadable("The PDF has no text: it may be a scan. Bring it as text, or describe it in the log.")
    return Answer(leaves=(Leaf(address=address, title=title, text=text),))


def flowing(text: str) -> str:
    """Lines that were broken for the width of a page are one again: a sentence goes on where a small letter follows."""
    text = re.sub(r"(?<=\w)-\r?\n(?=[^\W\d_])", lambda met: "" if text[met.end()].islower() else met.group(), text)
    return _BROKEN.sub(lambda met: met.group() if text_goes_anew(met) else " ", text)


def text_goes_anew(met: re.Match[str]) -> bool:
    """Whether a new sentence or headline begins behind a line break."""
    following = met.string[met.end()]
    return following.isupper() or met.string[met.start() - 1] in ".!?:;؟۔。！？"


def read_text(content: bytes, address: str, charset: str = "") -> Answer:
    """Plain text; its first line is its title."""
    text = flowing(decoded(content, charset).strip())
    if not text or "\x00" in text:
        raise Unreadable("The file is neither text nor of a kind that is read: RSS, Atom, JSON, WARC, HTML, PDF.")
    return Answer(leaves=(Leaf(address=address, title=text.splitlines()[0][:200], text=text),))


def read_warc(content: bytes, address: str, charset: str = "") -> Answer:
    """The pages and papers in a web archive, each under the address it was fetched from."""
    leaves: list[Leaf] = []
    try:
        for target, kind, body in _records(content):
            reading = {"html": read_html, "pdf": read_pdf, "plain": read_text}.get(kind.split(";")[0].partition("/")[2])
            if reading is None:
                continue
            try:
                leaves += reading(body, target, charset_of(kind)).leaves
            except Unreadable:
                continue
    except (ArchiveLoadFailed, EOFError, ValueError) as wrong:
        raise Unreadable(f"The web archive cannot be read: {wrong}.") from wrong
    if not leaves:
        raise Unreadable("The web archive holds no page with text.")
    return Answer(leaves=tuple(leaves), total=len(leaves))


def _records(content: bytes) -> Iterator[tuple[str, str, bytes]]:
    """Address, kind and body of each answer in the archive. Raises Unreadable for a bomb."""
    read = 0
    for number, record in enumerate(ArchiveIterator(io.BytesIO(content))):
        if number >= MOST_RECORDS:
            raise Unreadable(f"The web archive holds more than {MOST_RECORDS} records.")
        if record.rec_type not in ("response", "resource"):
            continue
        headers = record.http_headers or record.rec_headers
        kind = (headers.get_header("Content-Type") or "").lower()
        body = _upto(record.content_stream(), LARGEST_RECORD_BYTES + 1)
        read += len(body)
        if len(body) > LARGEST_RECORD_BYTES or read > LARGEST_ARCHIVE_BYTES:
            raise Unreadable("The web archive unpacks to more than is read.")
        yield record.rec_headers.get_header("WARC-Target-URI") or "", kind, body


def _upto(stream: Any, most: int) -> bytes:
    """So many bytes of a stream that may hand out fewer at a time."""
    parts, left = [], most
    while left > 0 and (part := stream.read(min(left, 65_536))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told[:10])
    except ValueError:
        return None
