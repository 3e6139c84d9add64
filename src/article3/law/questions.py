"""The questions a provision may put, read from its own source, so that a lawyer sees them without a case."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

from article3.law.parameters import editions, names
from article3.law.provision import Provision
from article3.law.subjects import record_of
from article3.terms.finding import Outcome

ANY_LATE_DAY = date(2999, 12, 31)
"""A day on which every edition now known has begun."""


def first_question(rule: Provision) -> str:
    """What the provision asks when nothing at all is known; empty when it then asks nothing."""
    ruling = rule.rule_function(record_of(rule.subject)(), ANY_LATE_DAY)
    return ruling.because if ruling.outcome is Outcome.QUESTION else ""


def questions(rule: Provision) -> tuple[str, ...]:
    """Every question written in the provision, an ellipsis standing for what the case fills in."""
    written = [text for function in _own(rule.rule_function) for text in _asked_in(_tree(function)) if text.strip("… ")]
    return tuple(dict.fromkeys(text for text in (*written, first_question(rule)) if text))


def figures(rule: Provision) -> dict[str, list[dict[str, Any]]]:
    """The dated figures a provision reads, by name, with every value, its first day and its source."""
    words = (node.value for function in _own(rule.rule_function) for node in ast.walk(_tree(function))
             if isinstance(node, ast.Constant) and isinstance(node.value, str))
    known = names()
    return {word: editions(word) for word in dict.fromkeys(words) if word in known}


def _own(function: Callable[..., Any]) -> tuple[Callable[..., Any], ...]:
    """A function and, after it, the functions of its own module it calls."""
    called = (function.__globals__.get(name) for name in function.__code__.co_names)
    inner = [each for each in called if inspect.isfunction(each) and each is not function
             and each.__module__ == function.__module__]
    return (function, *(deeper for each in inner for deeper in _own(each)))


def _asked_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in ("ask", "requester") and node.args:
            yield _text(node.args[0])
        if node.func.id in ("within", "at_once") and node.args and _text(node.args[0]).strip("… "):
            yield f"Has {_text(node.args[0])} come, and on what day?"
        yield from (_text(given.value) for given in node.keywords if given.arg == "question")


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return "…"


@cache
def _tree(function: Callable[..., Any]) -> ast.AST:
    return ast.parse(textwrap.dedent(inspect.getsource(function)))
