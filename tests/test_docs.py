"""Everything that can be called, done or cited has its line in the docs, and the docs point at things that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from article3.acts.at_home.mandates import HOME_ACTS
from article3.acts.mandates import OFFICIAL_ACTS
from article3.law.index import rows
from article3.project.cli import COMMANDS

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
