"""The words of a paper, read by a process of its own with limits on memory, time and output.

Plain text is decoded here; everything with a structure is parsed there: `python -m …paper_text TYPE < bytes`. A paper
that gives no words (a picture, a scan, a broken or encrypted file) is unread: a person looks at it.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from html.parser import HTMLParser

LONGEST = 2_000_000
"""Characters read of one paper; a longer one is unread."""
SECONDS, MEMORY_BYTES = 20, 1_024 * 1024 * 1024
_LEAST_LETTERS = 20
"""Fewer letters a page than this: a scan, not a text."""
_PARTS = {"docx": re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*|comments)\.xml"),
          "odt": re.compile(r"content\.xml")}


def words_of(content: bytes, name: str) -> str | None:
    """The text of a paper; None where no program can read it."""
    kind = _kind(content, name)
    if kind == "text":
        return _decoded(content)
    if not kind:
        return None
    command = [sys.executable, "-m", "article3.register.arrivals.paper_text", kind]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    text = done.stdout.decode("utf-8", "replace")
    return text if done.returncode == 0 and 0 < len(text) <= LONGEST else None


def _kind(content: bytes, name: str) -> str:
    """By the first bytes; the name is only a hint."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return "odt" if b"mimetypeapplication/vnd.oasis.opendocument.text" in content[:200] else "docx"
    head = content[:400].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return "html"
    signs = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"RIFF", b"\xd0\xcf\x11\xe0", b"{\\rtf")
    return "" if content.startswith(signs) else "text"


def _decoded(content: bytes) -> str | None:
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            return None
        return text if len(text) <= LONGEST and "\x00" not in text else None
    return None


# --- in the process of its own


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_endtag(self, tag: str) -> None:
        self.text += "\n" if tag in ("p", "div", "li", "td", "br", "w:p", "text:p", "h1", "h2", "h3") else ""


def _marked_up(content: bytes) -> str:
    reader = _Words()
    reader.feed(content.decode("utf-8", "strict"))
    return reader.text


def _zipped(content: bytes, parts: re.Pattern[str]) -> str:
    archive, text = zipfile.ZipFile(io.BytesIO(content)), ""
    for member in archive.infolist():
        if parts.fullmatch(member.filename):
            assert member.file_size <= 8 * LONGEST, "too large a part"
            text += _marked_up(archive.read(member)) + "\n"
    return text


def _of_pdf(content: bytes) -> str:
    from pypdf import PdfReader

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    assert all(sum(map(str.isalpha, page)) >= _LEAST_LETTERS for page in pages), "a page without words"
    return "\n".join(pages)


def main(kind: str) -> int:
    """Read bytes, write words; 1 when there are none."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    content = sys.stdin.buffer.read()
    try:
        text = {"pdf": _of_pdf, "html": _marked_up}[kind](content) if kind in ("pdf", "html") else _zipped(
            content, _PARTS[kind])  # fmt: skip
    except Exception:  # whatever is wrong with it, it is unread
        return 1
    sys.stdout.write(text[: LONGEST + 1])
    return 0 if text.strip() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
