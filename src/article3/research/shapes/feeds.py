"""RSS 2.0 (and its 1.0 and 0.9 kin) and Atom (RFC 4287), read strictly: no document types, no entities, no network."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from lxml import etree, html

from article3.research.leaf import Answer, Leaf, Unreadable

MOST_ENTRIES = 500
_BLOCKS = ("p", "div", "li", "br", "tr", "blockquote", "h1", "h2", "h3", "h4")
_BREAK = "\u2029"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DC = "{http://purl.org/dc/elements/1.1/}"


def read(content: bytes, base: str) -> Answer:
    """The entries of a feed, and where its next page stands (RFC 5005). Raises Unreadable."""
    root = _parsed(content)
    kind = etree.QName(root).localname.lower()
    if kind not in ("rss", "rdf", "feed"):
        raise Unreadable(f"The file is XML, but neither RSS nor Atom: it begins with <{kind}>.")
    language = _text(root, ".//{*}channel/{*}language") or root.get(_LANGUAGE, "")
    title = _text(root, "./{*}title") or _text(root, ".//{*}channel/{*}title")
    entries = list(root.iter("{*}item", "{*}entry"))[:MOST_ENTRIES]
    following = [link.get("href", "") for link in root.iter("{*}link") if link.get("rel") == "next"]
    return Answer(
        leaves=tuple(_leaf(each, base, language[:2].lower(), title) for each in entries),
        total=len(entries),
        following=urljoin(base, following[0]) if following and following[0] else "",
    )


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as wrong:
        raise Unreadable(f"The feed is not well-formed XML: {wrong}.") from wrong
    if root.getroottree().docinfo.doctype:
        raise Unreadable("The feed declares a document type: such a feed is not read, it may name files or bombs.")
    return root


def _leaf(entry: etree._Element, base: str, language: str, feed: str) -> Leaf:
    body = (
        _text(entry, f"./{_CONTENT}")
        or _text(entry, "./{*}content")
        or _text(entry, "./{*}description")
        or _text(entry, "./{*}summary")
    )
    said = (
        _text(entry, "./{*}pubDate")
        or _text(entry, "./{*}published")
        or _text(entry, f"./{_DC}date")
        or _text(entry, "./{*}updated")
    )
    return Leaf(
        address=urljoin(base, _link(entry)),
        title=_bare(_text(entry, "./{*}title")),
        text=_bare(body),
        published_on=_day(said),
        language=(entry.get(_LANGUAGE) or language)[:2].lower(),
        source=feed,
        complete=_text(entry, f"./{_CONTENT}") != "",
    )


def _link(entry: etree._Element) -> str:
    for link in entry.iterfind("./{*}link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
        if link.text and link.text.strip():
            return str(link.text).strip()
    return _text(entry, "./{*}guid") or _text(entry, "./{*}id")


def _text(element: etree._Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else str("".join(found.itertext())).strip()


def _bare(written: str) -> str:
    """Text out of HTML that stands in a feed as text: a line for each paragraph."""
    if "<" not in written and "&" not in written:
        return " ".join(written.split())
    try:
        tree = html.fromstring(f"<div>{written}</div>")
    except etree.ParserError:
        return ""
    for gone in list(tree.iter("script", "style")):
        gone.drop_tree()
    for block in tree.iter(*_BLOCKS):
        block.tail = _BREAK + (block.tail or "")
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split(_BREAK))
    return "\n".join(filter(None, lines))


def _day(told: str) -> date | None:
    """RFC 822 as RSS has it, or ISO 8601 as Atom has it."""
    try:
        return date.fromisoformat(told[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(told).date()
    except (ValueError, TypeError, IndexError):
        return None
