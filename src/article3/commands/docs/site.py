"""Turns pages of Markdown into pages of HTML in the house's dress, with one list of all pages beside each."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Mapping
from importlib import resources
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from string import Template

from markdown_it import MarkdownIt

from article3.commands.docs import search

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Begin", ("index", "search", "tutorial", "pictures")),
    ("How to", ("how-to/",)),
    ("Reference", ("reference/", "commands", "access", "formats", "limits")),
    ("Why it is safe", ("safeguards", "rulebook", "house", "status")),
    ("Journeys", ("journeys/",)),
    ("Each part", ("", "exchange/")),
    ("Decisions", ("decisions/",)),
)
"""Headings of the list of pages, and how the names of their pages begin; the first that fits takes the page."""
_TITLE = re.compile(r"^# (.+)$", re.M)


def write(root: Path, to: Path, made: Mapping[str, str]) -> int:
    """Write the site; the number of its pages."""
    pages = {**_kept(root), **made}
    titles = {name: _title(name, text) for name, text in pages.items()}
    outer = Template((resources.files(__package__) / "page.html").read_text(encoding="utf-8"))
    bodies = {name: _body(name, text, pages) for name, text in pages.items()}
    to.mkdir(parents=True, exist_ok=True)
    bodies["search"] = search.write(to, pages, titles)
    titles["search"] = "Search"
    for name, body in bodies.items():
        file = to / f"{name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * name.count("/")
        file.write_text(outer.substitute(title=html.escape(titles[name]), up=up, body=body,
                                         pages=_list(name, titles, up)), encoding="utf-8")  # fmt: skip
    _beside(root, to)
    return len(bodies)


def _kept(root: Path) -> dict[str, str]:
    """The pages written by hand, by name without ending; the project's first page is the index."""
    found = {str(path.relative_to(root / "docs").with_suffix("")): path.read_text(encoding="utf-8")
             for path in sorted((root / "docs").rglob("*.md"))}  # fmt: skip
    return {"index": (root / "README.md").read_text(encoding="utf-8").replace("](docs/", "]("), **found}


def _title(name: str, text: str) -> str:
    found = _TITLE.search(text)
    return found[1].replace("`", "") if found else name


def _body(name: str, text: str, pages: Mapping[str, str]) -> str:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", search.slug(tokens[place + 1].content))
        for inner in token.children or ():
            if inner.type == "link_open":
                inner.attrSet("href", _link(name, str(inner.attrGet("href")), pages))
    drawn = reader.renderer.render(tokens, reader.options, {})
    return re.sub(r"(<table>.*?</table>)", r'<div class="scroll" tabindex="0">\1</div>', drawn, flags=re.S)


def _link(name: str, to: str, pages: Mapping[str, str]) -> str:
    """A link to another page, as this page reaches it; what lies outside the documentation stays as it is named."""
    path, mark, part = to.partition("#")
    if not path.endswith(".md") or "://" in path:
        return to
    wanted = normpath(str(PurePosixPath(name).parent / path.removesuffix(".md")))
    wanted = "index" if wanted == "../README" else wanted
    return relpath(f"{wanted}.html", str(PurePosixPath(name).parent)) + mark + part if wanted in pages else to


def _list(here: str, titles: Mapping[str, str], up: str) -> str:
    left, parts = dict(titles), []
    for heading, starts in PARTS:
        mine = [name for start in starts for name in left if _begins(name, start)]
        left = {name: title for name, title in left.items() if name not in mine}
        items = "".join(_item(name, titles[name], here, up) for name in dict.fromkeys(mine))
        opened = " open" if here in mine or heading in ("Begin", "How to") else ""
        parts.append(f"<details{opened}><summary>{heading}</summary><ul>{items}</ul></details>" if items else "")
    return "\n".join(parts)


def _begins(name: str, start: str) -> bool:
    return name.startswith(start) if start.endswith("/") else name == start or (start == "" and "/" not in name)


def _item(name: str, title: str, here: str, up: str) -> str:
    current = ' aria-current="page"' if name == here else ""
    return f'<li><a href="{up}{name}.html"{current}>{html.escape(title)}</a></li>'


def _beside(root: Path, to: Path) -> None:
    """The style sheets, the mark, pictures and examples."""
    static = root / "src" / "article3" / "project" / "static" / "article3"
    for name in ("article3.css", "mark.svg"):
        shutil.copy(static / name, to / name)
    (to / "docs.css").write_text((resources.files(__package__) / "docs.css").read_text(encoding="utf-8"))
    for path in (root / "docs").rglob("*"):
        if path.is_file() and path.suffix != ".md":
            beside = to / path.relative_to(root / "docs")
            beside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, beside)
