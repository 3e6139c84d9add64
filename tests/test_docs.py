"""Everything that can be called, done or cited has its line in the docs, and the docs point at things that exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from article3.acts.at_home.mandates import HOME_ACTS
from article3.acts.mandates import OFFICIAL_ACTS
from article3.law.index import rows
from article3.project.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[1]
DOCS = {path: path.read_text(encoding="utf-8") for path in sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])}
EVERYTHING = "\n".join(DOCS.values())
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
CODE_PATH = re.compile(r"`((?:src/article3/|tests/|docs/)[\w./-]+\.\w+)`")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told_of(command: str) -> None:
    """`article3 NAME` or `./start NAME` stands in some page."""
    assert re.search(rf"(?:article3|\./start) {command}\b", EVERYTHING)


@pytest.mark.parametrize("act", sorted(act.perform.__name__ for act in (*OFFICIAL_ACTS.values(), *HOME_ACTS.values())))
def test_every_official_act_is_told_of(act: str) -> None:
    """By the name of its file."""
    assert re.search(rf"\b{act}\b", EVERYTHING)


@pytest.mark.parametrize("rule", rows())
def test_every_rule_is_told_of(rule: str) -> None:
    """In the rulebook's page."""
    assert f"{rule}" in DOCS[ROOT / "docs" / "rulebook.md"]


@pytest.mark.parametrize("page", DOCS, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    """A page that points at a file that is gone is worse than none."""
    broken = [link for link in LINK.findall(DOCS[page]) if not (page.parent / link).exists()]
    assert not broken + [path for path in CODE_PATH.findall(DOCS[page]) if not (ROOT / path).exists()]


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "decisions").glob("0*.md")), ids=lambda page: page.stem)
def test_every_decision_has_its_parts(page: Path) -> None:
    """Question, choice, why, and what would change our mind."""
    text = DOCS[page].lower()
    assert all(part in text for part in ("question", "choice", "why", "change our mind"))


SAFEGUARDS = DOCS[ROOT / "docs" / "safeguards.md"]


@pytest.mark.parametrize(("file", "name"), re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", SAFEGUARDS))
def test_the_test_that_would_fail_without_a_safeguard_exists(file: str, name: str) -> None:
    """A safeguard whose test was renamed or taken out fails here."""
    assert re.search(rf"^\s*def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.M)


def test_every_safeguard_names_a_rule_there_is_and_a_test() -> None:
    """One of each at least, in every row of the table."""
    lines = [line for line in SAFEGUARDS.splitlines() if line.startswith("| ")][2:]
    assert len(lines) > 20
    assert [line for line in lines if "::test_" not in line] == []
    assert [rule for line in lines for rule in re.findall(r"`([A-Z]{3}-[\w-]+)`", line) if rule not in rows()] == []


def test_the_documentation_becomes_a_site_whose_links_lead_somewhere(tmp_path: Path) -> None:
    """`article3 docs`: every page hangs in the list, every link and picture is there, the reference is made from the
    program, and nothing is fetched from anywhere."""
    assert main(["docs", "--to", str(tmp_path)]) == 0
    pages = {path: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html")}
    listed = re.findall(r'<li><a href="([^"]+)"', pages[tmp_path / "index.html"])
    assert {tmp_path / name for name in listed} == set(pages)
    for page, text in pages.items():
        targets = re.findall(r'(?:href|src)="([^"#]+)', text)
        assert [to for to in targets if to.endswith((".html", ".css", ".svg", ".webp", ".json"))
                and not to.startswith("http") and not (page.parent / to).exists()] == [], page  # fmt: skip
        assert not re.search(r'<(?:link|script|img)[^>]+(?:href|src)="(?:https?:)?//', text), page
    assert max(path.stat().st_size for path in tmp_path.rglob("*.js")) < 100_000
    index = (tmp_path / "search" / "t.js").read_text(encoding="utf-8")
    sections = json.loads((tmp_path / "search" / "sections.js").read_text(encoding="utf-8")[26:-3])
    of_word = json.loads(index[index.index("{") : -3])["tombstones"]
    assert all("tombstone" in pages[tmp_path / sections[place][0].partition("#")[0]].casefold() for place in of_word)
    assert [at for at, *_ in sections if "#" in at and f'id="{at.partition("#")[2]}"' not in pages[
        tmp_path / at.partition("#")[0]]] == []  # fmt: skip
    assert all(f'href="{at}"' in pages[tmp_path / "search.html"] for at, *_ in sections[:40])
    reference = pages[tmp_path / "reference" / "commands.html"]
    assert all(f'id="{command}"' in reference for command in COMMANDS)
    assert all(act.perform.__name__ in pages[tmp_path / "reference" / "acts.html"] for act in OFFICIAL_ACTS.values())
    assert all(rule in pages[tmp_path / "reference" / "rules.html"] for rule in rows())


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    """The site is written into a new folder or over an older site."""
    (tmp_path / "letters.txt").write_text("mine")
    assert main(["docs", "--to", str(tmp_path)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]
