"""The sentences the rules say, gathered from the program's own text: what law, office and wiring tell people.

A sentence is said and recorded in English and translated where it is shown (`article3.said`, docs/decisions/0036).
Here every such sentence becomes one message of the catalogue `sayings`: what the case fills in stands as a named
blank, `The period ended on {end}.`, and a part of a sentence that is put into another is a message of its own.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from article3.law.accounting import accounts
from article3.law.clocks import MONTHS
from article3.law.index import rows
from article3.sites.page.vocabulary import DECLARATIONS, PERSON_ROLES

PACKAGE = Path(__file__).resolve().parents[1]
EVERY_SENTENCE = (
    "law",
    "lifecycle",
    "acts",
    "commission/lifecycle",
    "commission/acts",
    "screening/birth.py",
    "screening/index.py",
    "screening/likeness.py",
    "screening/lookout.py",
    "screening/running_text.py",
    "reentry/weighing.py",
    "oversight/same_words.py",
    "oversight/signals.py",
    "research/bearing.py",
)
"""Rooms whose strings are sentences for people, but for what `NO_SENTENCES` and `_is_a_sentence` leave out."""
NO_SENTENCES = (
    "law/offences",
    "law/parameters",
    "law/questions.py",
    "law/index.py",
    "law/editions.py",
    "law/roles.py",
    "lifecycle/delivery",
    "commission/lifecycle/languages.py",
)
REFUSALS_ONLY = (
    "access",
    "commission",
    "exchange",
    "intake",
    "line",
    "national",
    "officers",
    "programs",
    "register",
    "research",
    "screening",
    "reentry",
    "wiring",
    "sites",
)
"""Rooms that say mostly other things: only what they refuse with is gathered."""
AT_THE_TERMINAL = (
    "wiring/put_back.py",
    "wiring/safekeeping.py",
    "wiring/copied_tables.py",
    "wiring/self_check.py",
    "wiring/witnessing.py",
    "line/witnessing.py",
    "research/sources.py",
    "wiring/sealed_copy.py",
    "wiring/tour_steps.py",
)
"""What these refuse is told at a terminal, whose language is English; the tour's sentences are a page's own."""
REFUSING = frozenset({"Refused", "Unavailable"})
SAYING = frozenset({"because", "why"})
"""Arguments that are a sentence, whatever is called with them."""
WHOLE_CALLS = frozenset({"within", "at_once", "yes_or_no", "ask", "met", "not_met", "requester"})
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"\\[bsdw]|\(\?|[<>]=?|[{}]|^[a-z_./]+$|^%")
_WORD = re.compile(r"[^\W\d_]{3,}")
_FILLED = re.compile(r"%\((\w+)\)s")


def sayings() -> Iterator[str]:
    """Every sentence and part of one, blanks named, in the order of the rooms; the same one may come twice."""
    for path in _files(EVERY_SENTENCE):
        if not str(path.relative_to(PACKAGE)).startswith(NO_SENTENCES):
            yield from _said_in(ast.parse(path.read_text(encoding="utf-8")))
    for path in _files(REFUSALS_ONLY):
        if not str(path.relative_to(PACKAGE)).startswith(AT_THE_TERMINAL):
            yield from _refused_in(ast.parse(path.read_text(encoding="utf-8")))
    yield from _facts_in_words()
    yield from _codes_in_words()
    yield from _of_the_rulebook()
    yield from _of_other_lists()
    yield from MONTHS
    yield from (f"{{day}} {month} {{year}}" for month in MONTHS)


def _of_the_rulebook() -> Iterator[str]:
    """What the public page of rules says of each: its instrument, its condition, its editions."""
    for rule in rows().values():
        yield from (rule.instrument, rule.condition)
    yield from (edition for account in accounts() if _LETTERS.search(edition := account.edition))


def _of_other_lists() -> Iterator[str]:
    """What figures mean, what words of a ground say, what an officer declares and the roles a form offers."""
    for place, table in (("oversight/figures.toml", "definition"), ("research/words.toml", "says")):
        held = tomllib.loads((PACKAGE / place).read_text(encoding="utf-8"))
        yield from (each[table] for each in held.get("ground", held).values())
    yield "“{found}”: {says}"
    for table in (DECLARATIONS, PERSON_ROLES):
        yield from (code.replace("_", " ") for code in table)


def _codes_in_words() -> Iterator[str]:
    """The words of every list of the rules (`court_order`: court order), as sentences put them in."""
    for path in _files(("terms", "lifecycle", "commission/lifecycle/request.py", "law/review_order.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any(ast.unparse(each) == "StrEnum" for each in node.bases):
                values = (
                    each.value.value
                    for each in node.body
                    if isinstance(each, ast.Assign)
                    and isinstance(each.value, ast.Constant)
                    and isinstance(each.value.value, str)
                )
                yield from (value.replace("_", " ") for value in values if len(value) > 2 and value.islower())


def _files(rooms: tuple[str, ...]) -> Iterator[Path]:
    for room in rooms:
        place = PACKAGE / room
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


def _facts_in_words() -> Iterator[str]:
    text = (PACKAGE / "law" / "facts_dictionary.toml").read_text(encoding="utf-8")
    for facts in tomllib.loads(text).values():
        yield from (entry["words"] for entry in facts.values())


def _said_in(tree: ast.Module) -> Iterator[str]:
    silent = set(_not_said(tree))
    wanted = set(_words_of_sentences(tree))
    for node in ast.walk(tree):
        if node in silent or not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        text = as_message(node)
        if text and (_is_a_sentence(text) or (node in wanted and _WORD.search(_own_words(text)))):
            yield text


def _refused_in(tree: ast.Module) -> Iterator[str]:
    named = {node.targets[0].id: node.value for node in tree.body
             if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)}  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            refused = node.args[:1] if _called(node) in REFUSING else []
            for said in (*refused, *(each.value for each in node.keywords if each.arg in SAYING)):
                yield from _strings(named.get(said.id, said) if isinstance(said, ast.Name) else said)


def _strings(node: ast.expr) -> Iterator[str]:
    """The sentence, or every one of a choice between sentences, with the parts put into it."""
    within_strings = {part for each in ast.walk(node) if isinstance(each, ast.JoinedStr) for part in each.values}
    for each in ast.walk(node):
        if isinstance(each, ast.Constant | ast.JoinedStr) and each not in within_strings:
            text = as_message(each)
            if text and _is_a_sentence(text):
                yield text


def _not_said(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, the literal pieces of an f-string, what an assertion says, annotations and what a rule reads."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from (part for part in node.values if isinstance(part, ast.Constant))
            yield from (
                spec
                for part in node.values
                if isinstance(part, ast.FormattedValue) and part.format_spec
                for spec in ast.walk(part.format_spec)
            )
        elif isinstance(node, ast.Assert) and node.msg:
            yield from ast.walk(node.msg)
        elif isinstance(node, ast.AnnAssign):
            yield from ast.walk(node.annotation)
        elif isinstance(node, ast.keyword) and node.arg in ("reads", "edition", "doc"):
            yield from ast.walk(node.value)


def _words_of_sentences(tree: ast.Module) -> Iterator[ast.AST]:
    """Single words that are put into sentences: what is owed by a day, what a table names, either side of a choice."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in WHOLE_CALLS:
            yield from node.args[:1]
        elif isinstance(node, ast.Tuple | ast.List):
            pairs = (each for each in node.elts if isinstance(each, ast.Tuple) and each.elts)
            yield from (each.elts[0] for each in pairs)
        elif isinstance(node, ast.FormattedValue):
            yield from (
                side
                for each in ast.walk(node.value)
                if isinstance(each, ast.IfExp)
                for side in (each.body, each.orelse)
            )


def as_message(node: ast.expr) -> str:
    """A literal with named blanks for what is filled in; empty where it is no text."""
    if isinstance(node, ast.Constant):
        return _FILLED.sub(r"{\1}", node.value) if isinstance(node.value, str) else ""
    assert isinstance(node, ast.JoinedStr)
    names: list[str] = []
    parts = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        elif isinstance(part, ast.FormattedValue):
            names.append(_fresh(_name(part.value), names))
            parts.append(f"{{{names[-1]}}}")
    return "".join(parts)


def _name(node: ast.expr) -> str:
    """What the case fills in, by the name it bears in the program."""
    if isinstance(node, ast.Name):
        return node.id.lower()
    if isinstance(node, ast.Attribute):
        return _name(node.value) if node.attr in ("value", "code") else node.attr
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and not node.args:
            return _name(node.func.value)
        return _name(node.args[-1]) if node.args else _name(node.func)
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name | ast.Attribute) and each is not node]
    return _name(names[0]) if names else "words"


def _fresh(name: str, taken: list[str]) -> str:
    name = name.strip("_") or "words"
    return name if name not in taken else f"{name}_{sum(each.rstrip('_0123456789') == name for each in taken) + 1}"


def _called(call: ast.Call) -> str:
    return (
        call.func.id
        if isinstance(call.func, ast.Name)
        else call.func.attr
        if isinstance(call.func, ast.Attribute)
        else ""
    )


def _is_a_sentence(text: str) -> bool:
    """Two words or more that somebody may read; not a pattern, a path or a list of signs."""
    bare = _own_words(text)
    if "\n" in text or _CODE.search(bare):
        return False
    return " " in text.strip() and len(_LETTERS.findall(bare)) >= (1 if "{" in text or text[0].isdigit() else 2)


def _own_words(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text)
