"""Drafts of rules: figures with new values, provisions that end or stand again, from a day on; written as TOML.

    title = "Three years instead of two"
    since = 2027-07-01
    [figures]
    "red_notice.penalty_min_months" = 36
    [provisions]
    "LST-A-5" = "ends"
"""

from __future__ import annotations

import ast
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from article3.law.parameters import Overlay, names, parameter
from article3.law.provision import EXCEPTIONS, PROVISIONS, Provision, Subject
from article3.law.rulebook import load
from article3.terms.finding import Refused

CITATION = "Draft"
ENDS, BEGINS = "ends", "begins"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a draft changes, and from when."""

    title: str
    since: date
    figures: dict[str, Any] = field(default_factory=dict)
    ends: frozenset[str] = frozenset()
    begins: frozenset[str] = frozenset()

    @property
    def overlay(self) -> Overlay:
        """What the rules read while the draft is simulated."""
        return Overlay(since=self.since, figures=self.figures, ended=self.ends)


def read_draft(text: str) -> Draft:
    """The draft of a TOML text. Raises Refused with the line at fault and what may stand there."""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise Refused(f"The draft is not TOML: {fault}.", CITATION) from None
    unknown = sorted(set(written) - {"title", "since", "figures", "provisions"})
    if unknown:
        raise Refused(f"A draft has title, since, figures and provisions, and no {unknown[0]}.", CITATION)
    title, since = written.get("title"), written.get("since")
    if not isinstance(title, str) or not title.strip():
        raise Refused('The draft has no title: write title = "…".', CITATION)
    if type(since) is not date:
        raise Refused("The draft has no day from which it holds: write since = 2027-07-01.", CITATION)
    figures = {name: _figure(name, value, since) for name, value in _table(written, "figures").items()}
    provisions = {rule: _provision(rule, said) for rule, said in _table(written, "provisions").items()}
    if not figures and not provisions:
        raise Refused("The draft changes nothing: give it [figures] or [provisions].", CITATION)
    return Draft(title=title.strip(), since=since, figures=figures,
                 ends=frozenset(rule for rule, said in provisions.items() if said == ENDS),
                 begins=frozenset(rule for rule, said in provisions.items() if said == BEGINS))


def reached(draft: Draft) -> tuple[Provision, ...]:
    """The provisions on communications the draft can make read differently, in the order they were registered.

    Rather one too many than one too few: a provision counts as reached when its function, an exception to it or
    anything they call by name mentions one of the figures.
    """
    load()
    touched = _mentioning(frozenset(draft.figures))
    named = draft.ends | draft.begins
    lifted = {rule for each in EXCEPTIONS if each.rule in draft.ends or each.rule_function.__name__ in touched
              for rule in each.to}
    return tuple(rule for rule in PROVISIONS if rule.subject is Subject.COMMUNICATION
                 and (rule.rule in named | lifted or rule.rule_function.__name__ in touched
                      or rule.concerns.__name__ in touched))


def draftable() -> tuple[str, ...]:
    """The figures a draft may change: all but the days on which texts took effect."""
    return tuple(sorted(name for name in names() if not name.startswith("editions.")))


def _table(written: dict[str, Any], name: str) -> dict[str, Any]:
    found = written.get(name, {})
    if not isinstance(found, dict):
        raise Refused(f"{name} is a table: write [{name}] and a line for each.", CITATION)
    return found


def _figure(name: str, value: Any, since: date) -> Any:
    if name not in draftable():
        raise Refused(f"The rulebook has no figure {name}; `article3 simulate policy --figures` names them.", CITATION)
    now = parameter(name, since)
    if type(value) is not type(now):
        raise Refused(f"{name} is {now!r} now; a draft gives it a value of the same kind, not {value!r}.", CITATION)
    return value


def _provision(rule: str, said: Any) -> str:
    load()
    if rule not in {each.rule for each in PROVISIONS} | {each.rule for each in EXCEPTIONS}:
        raise Refused(f"{rule} is no provision the software applies; `article3 rules` names them.", CITATION)
    if said not in (ENDS, BEGINS):
        raise Refused(f'{rule} either "ends" or "begins" with the draft, not {said!r}.', CITATION)
    return str(said)


@cache
def _mentioning(figures: frozenset[str]) -> frozenset[str]:
    """Names of functions and tables of the law that mention a figure, themselves or through what they name."""
    uses, texts = _names_and_texts()
    found = {name for name, said in texts.items() if said & figures}
    while more := {name for name, used in uses.items() if name not in found and used & found}:
        found |= more
    return frozenset(found)


@cache
def _names_and_texts() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    uses, texts = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for name, node in _defined(resources.files("article3.law")):
        for part in ast.walk(node):
            if isinstance(part, ast.Name):
                uses[name].add(part.id)
            elif isinstance(part, ast.Attribute):
                uses[name].add(part.attr)
            elif isinstance(part, ast.Constant) and isinstance(part.value, str):
                texts[name].add(part.value)
    return dict(uses), dict(texts)


def _defined(folder: Any) -> list[tuple[str, ast.AST]]:
    found: list[tuple[str, ast.AST]] = []
    for each in folder.iterdir():
        if each.is_dir() and each.name != "__pycache__":
            found += _defined(each)
        elif each.name.endswith(".py"):
            for node in ast.parse(each.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.FunctionDef | ast.ClassDef):
                    found.append((node.name, node))
                elif isinstance(node, ast.Assign | ast.AnnAssign):
                    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                    found += [(target.id, node) for target in targets if isinstance(target, ast.Name)]
    return found
