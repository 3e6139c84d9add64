"""The reference, made from the program: commands, acts, rules, what the journal holds. Markdown, by page name."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from typing import Any

from article3 import commands
from article3.acts.at_home.mandates import HOME_ACTS
from article3.acts.mandates import OFFICIAL_ACTS
from article3.law.accounting import accounts
from article3.lifecycle.events import Event

TOP = "Made from the program by `article3 docs`; what stands here is what it does.\n"


def pages() -> dict[str, str]:
    """Every page of the reference."""
    return {"reference/commands": _commands(), "reference/acts": _acts(), "reference/rules": _rules(),
            "reference/journal-entries": _entries()}  # fmt: skip


def _commands() -> str:
    parts = [f"# Commands, with every option\n\n{TOP}"]
    for found in pkgutil.iter_modules(commands.__path__):
        module = importlib.import_module(f"{commands.__name__}.{found.name}")
        if hasattr(module, "add_arguments"):
            name = found.name.replace("_", "-")
            parts.append(f"## {name}\n\n{_first(module.__doc__)}\n\n```text\n{_help(name, module)}\n```\n")
    return "\n".join(parts)


def _help(name: str, module: Any) -> str:
    parser = argparse.ArgumentParser(prog=f"article3 {name}", add_help=False)
    module.add_arguments(parser)
    return parser.format_help().strip()


def _acts() -> str:
    rows = [(act.perform.__name__, _first(act.perform.__doc__ or order.__doc__), _roles(act.roles))
            for order, act in OFFICIAL_ACTS.items()]  # fmt: skip
    home = [(act.perform.__name__, _first(act.perform.__doc__ or order.__doc__), "at home")
            for order, act in HOME_ACTS.items()]  # fmt: skip
    return f"# Official acts\n\n{TOP}\n" + _table(("act", "what it does", "who may"), sorted([*rows, *home]))


def _roles(roles: Iterable[Any]) -> str:
    return ", ".join(sorted(role.value.replace("_", " ") for role in roles))


def _rules() -> str:
    rows = [(f"`{one.rule}`", one.citation, one.status.value.replace("_", " "), one.reason) for one in accounts()]
    return f"# Every rule\n\n{TOP}\n" + _table(("rule", "provision", "status", "how, or why not"), rows)


def _entries() -> str:
    rows = sorted((kind.__name__, _first(kind.__doc__)) for kind in _kinds(Event))
    holds = "An entry names who, when, for which seat and record, by opaque references and keyed digests; no person."
    return f"# What the journal holds\n\n{TOP}\n{holds}\n\n" + _table(("entry", "means"), rows)


def _kinds(kind: type[Any]) -> Iterator[type[Any]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds(each)


def _first(doc: str | None) -> str:
    return (doc or "").strip().partition("\n\n")[0].replace("\n", " ")


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"
