"""The search of the documentation: an index made when the site is, in small files by first letter, and a page of all
sections for readers without a script. Nothing is asked of any other machine; it works from a disk.
"""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

_HEADING = re.compile(r"^(#{1,3}) (.+)$", re.M)
_WORD = re.compile(r"[^\W_]{2,}")
_COMMON = frozenset(
    {"the", "and", "of", "to", "is", "it", "in", "that", "for", "with", "as", "by", "or", "an", "on", "at"}
)
OTHER = "other"
PAGE = "search.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it: where, under which titles, and its words."""

    address: str
    page: str
    title: str
    words: frozenset[str]


def sections(name: str, page: str, text: str) -> list[Section]:
    """Every section of a page, in order."""
    places = list(_HEADING.finditer(text))
    found = []
    for place, heading in enumerate(places):
        end = places[place + 1].start() if place + 1 < len(places) else len(text)
        title = heading[2].replace("`", "")
        words = frozenset(_WORD.findall(text[heading.start() : end].casefold())) - _COMMON
        anchor = "" if len(heading[1]) == 1 else f"#{slug(heading[2])}"
        found.append(Section(address=f"{name}.html{anchor}", page=page, title=title, words=words))
    return found


def slug(text: str) -> str:
    """The id of a heading."""
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-")


def write(to: Path, pages: Mapping[str, str], titles: Mapping[str, str]) -> str:
    """Write the index beside the pages; the body of the page of all sections."""
    every = [each for name, text in pages.items() for each in sections(name, titles[name], text)]
    folder = to / "search"
    folder.mkdir(parents=True, exist_ok=True)
    rows = [[each.address, each.title, each.page] for each in every]
    _put(folder / "sections.js", "sections", rows)
    letters: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, each in enumerate(every):
        for word in each.words:
            letters[word[0] if "a" <= word[0] <= "z" else OTHER][word].append(place)
    for letter in [*"abcdefghijklmnopqrstuvwxyz", OTHER]:
        _put(folder / f"{letter}.js", letter, dict(sorted(letters[letter].items())))
    script = resources.files(__package__) / "search.js"
    (to / "search.js").write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
    return _of_all(every)


def _put(file: Path, name: str, held: object) -> None:
    """As a script that hands its JSON over: a page opened from a disk may load a script and nothing else."""
    said = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    file.write_text(f"docsSearch.put({json.dumps(name)},{said});\n", encoding="utf-8")


def _of_all(every: list[Section]) -> str:
    """The form, which a script wakes, and under it every page with its sections."""
    of_page: dict[str, list[Section]] = defaultdict(list)
    for each in every:
        of_page[each.page].append(each)
    parts = []
    for page, own in sorted(of_page.items(), key=lambda pair: pair[0].casefold()):
        items = ", ".join(f'<a href="{html.escape(each.address)}">{html.escape(each.title)}</a>'
                          for each in own if each.address.count("/") < 2 and each.title != page)  # fmt: skip
        first = html.escape(own[0].address.partition("#")[0])
        parts.append(f'<dt><a href="{first}">{html.escape(page)}</a></dt><dd>{items}</dd>')
    return ('<h1>Search</h1>\n<form role="search" id="search" hidden><label for="asked">Words</label> '
            '<input id="asked" type="search" autocomplete="off"></form>\n'
            '<p id="found" role="status"></p>\n<ol id="results"></ol>\n<noscript><p>Without a script: find a section '
            "below, with your browser's own search.</p></noscript>\n<h2>All pages and their sections</h2>\n"
            f'<dl>{"".join(parts)}</dl>\n<script src="search.js"></script>')  # fmt: skip
