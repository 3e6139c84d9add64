"""The process that parses what strangers wrote: `python -m article3.research.parsing`, with limits on memory and time.

It reads a line of JSON ({kind, size, address, charset}) and so many bytes, and writes a line of JSON: the answer, or
why it cannot be read. It has no connection, no tables and no keys.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace

import msgspec

from article3.research.leaf import Answer, Leaf, Unreadable

MEMORY_BYTES = 1_536 * 1024 * 1024
LONGEST_TEXT = 1_000_000
"""Characters of one text; what stands behind them is cut off."""
LONGEST_LINE = 1_000
"""Of a title or an address."""
LEAST_FOR_A_LANGUAGE = 20
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Asked(msgspec.Struct):
    """What is to be read: the kind, how many bytes follow, the address it came from, the charset it was sent with."""

    kind: str
    size: int
    address: str = ""
    charset: str = ""


class Told(msgspec.Struct):
    """What was read, or the problem in words."""

    answer: Answer | None = None
    problem: str = ""


def kind_of(content: bytes) -> str:
    """What a file is, by its first bytes."""
    head = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith((b"\x1f\x8b", b"warc/")):
        return "warc"
    if head.startswith(b"pk\x03\x04") or head.split(b"\n")[0].count(b"\t") == 26:
        return "gkg"
    if head.startswith(b"{"):
        return "hudoc" if b'"resultcount"' in head else "gdelt" if b'"articles"' in head else "reliefweb"
    if any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf")):
        return "feed"
    return "html" if b"<html" in head or b"<!doctype html" in head or b"<body" in head else "text"


def read(kind: str, content: bytes, address: str, charset: str = "") -> Answer:
    """The texts of one answer or paper, each with its language. Raises Unreadable."""
    found = _readings()[kind](content, address, charset)
    return replace(found, leaves=tuple(_with_language(leaf) for leaf in found.leaves))


def _readings() -> dict[str, Callable[[bytes, str, str], Answer]]:
    from article3.research.shapes import feeds, gdelt, hudoc, papers, reliefweb

    return {
        "html": papers.read_html,
        "page": papers.read_html,
        "pdf": papers.read_pdf,
        "text": papers.read_text,
        "warc": papers.read_warc,
        "feed": lambda content, address, _: feeds.read(content, address),
        "hudoc": lambda content, address, _: hudoc.read(content, address),
        "reliefweb": lambda content, address, _: reliefweb.read(content, address),
        "gdelt": lambda content, address, _: gdelt.read(content, address),
        "gkg": lambda content, address, _: gdelt.read_gkg(content, address),
    }


def _with_language(leaf: Leaf) -> Leaf:
    text, title = _plain(leaf.text[:LONGEST_TEXT]), _plain(leaf.title)[:LONGEST_LINE]
    return replace(leaf, text=text, title=title, address=leaf.address[:LONGEST_LINE], source=_plain(leaf.source)[:200],
                   language=leaf.language or language(f"{title}\n{text}"))  # fmt: skip


def _plain(text: str) -> str:
    """Without signs nobody sees, with which a name is cut in two or a line is turned round (abuse case A21)."""
    return _UNSEEN.sub("", text)


def language(text: str) -> str:
    """ISO 639-1 code of the language a text is most likely in; empty for too short a text."""
    from py3langid import classify

    sample = text[:5_000]
    return str(classify(sample)[0]) if _words_in(sample) >= LEAST_FOR_A_LANGUAGE else ""


def _words_in(sample: str) -> int:
    """Letters; a sign of a script that writes a word with one or two counts as three."""
    return sum(3 if "\u2e80" <= sign <= "\u9fff" else 1 for sign in sample if sign.isalpha())


def main() -> int:
    """Answer until nobody asks."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    while line := sys.stdin.buffer.readline():
        asked = msgspec.json.decode(line, type=Asked)
        content = sys.stdin.buffer.read(asked.size)
        kind = asked.kind or kind_of(content)
        try:
            told = Told(answer=read(kind, content, asked.address, asked.charset))
        except Unreadable as wrong:
            told = Told(problem=str(wrong))
        except MemoryError:
            told = Told(problem="It needs more memory than reading a paper may take.")
        except Exception as wrong:  # whatever a stranger's file does to a parser, it is a file that cannot be read
            told = Told(problem=f"It cannot be read ({type(wrong).__name__}).")
        sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
        sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
