"""The message catalogues: gather the sentences of pages, keep the .po files in step, compile the .mo files.

    python -m article3.project.catalogues            compile what is out of date (set-up does this)
    python -m article3.project.catalogues gather     read every page and form, renew locale/*/LC_MESSAGES/*.po

Babel only: no gettext program of the system is needed. Sentences of templates are found by Django's own reader; the
sentences of the rules stand in a catalogue of their own, `sayings` (see `sayings.py`).
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from article3.project.sayings import sayings

PACKAGE = Path(__file__).resolve().parents[1]
LOCALE = PACKAGE / "locale"
LANGUAGES = ("ar", "es", "fr")
WRITTEN_IN = ("access", "sites", "project", "officers", "commission", "wiring",
              "ground_words.py")
CALLS = {"_": (0,), "_l": (0,), "gettext": (0,), "gettext_lazy": (0,), "gettext_noop": (0,), "ngettext": (0, 1),
         "ngettext_lazy": (0, 1), "pgettext": ("context", 1), "pgettext_lazy": ("context", 1),
         "npgettext": ("context", 1, 2)}
KEYWORDS = {name: tuple((1, "c") if place == "context" else place + 1 for place in places)
            for name, places in CALLS.items()}
_CALL = re.compile(r"\b(?:_|n?p?gettext)\(")


def compile_all() -> int:
    """Write each .mo whose .po is newer; the number written."""
    written = 0
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            with target.open("wb") as stream:
                write_mo(stream, catalogue(source))
            written += 1
    return written


def gather() -> None:
    """Renew every .po with the sentences now in the program; translations that still fit stay."""
    for domain, template in (("django", gathered()), ("sayings", gathered_sayings())):
        for language in LANGUAGES:
            _renew(LOCALE / language / "LC_MESSAGES" / f"{domain}.po", template, language)


def _renew(path: Path, template: Catalog, language: str) -> None:
    kept = catalogue(path) if path.exists() else Catalog(locale=language, fuzzy=False)
    kept.update(template, no_fuzzy_matching=True)
    kept.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, kept, width=120, sort_output=True, no_location=True, omit_header=False)


def gathered() -> Catalog:
    """A catalogue without translations: every sentence of pages, forms and words."""
    template = Catalog(project="article3", fuzzy=False)
    for message, context in sentences():
        template.add(message, context=context)
    return template


def gathered_sayings() -> Catalog:
    """The same of every sentence the rules, the offices and the wiring say."""
    template = Catalog(project="article3", fuzzy=False)
    for message in sayings():
        template.add(message)
    return template


def catalogue(path: Path) -> Catalog:
    """The catalogue in a .po file of ours."""
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parents[1].name)


def sentences() -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Each translatable sentence (or its singular and plural) with its context."""
    for room in WRITTEN_IN:
        whole = PACKAGE / room
        for path in [whole] if whole.is_file() else sorted(whole.rglob("*.py")):
            yield from _of_python(path)
        for path in sorted((PACKAGE / room).rglob("*.html")):
            yield from _of_template(path)


def _of_python(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    for _line, message, _comments, context in extract_from_file("python", path, keywords=KEYWORDS):
        yield message, context


def _of_template(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    from django.utils.translation.template import templatize

    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for found in _CALL.finditer(text):
        yield _called(ast.parse(_whole_call(text, found.start()), mode="eval").body)


def _whole_call(text: str, start: int) -> str:
    """The shortest piece from `start` to a closing bracket that is one Python expression."""
    end = text.index(")", start) + 1
    while True:
        try:
            ast.parse(text[start:end], mode="eval")
            return text[start:end]
        except SyntaxError:
            end = text.index(")", end) + 1


def _called(call: ast.expr) -> tuple[str | tuple[str, ...], str | None]:
    assert isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    context, words = None, []
    for place, argument in zip(CALLS[call.func.id], call.args, strict=False):
        assert isinstance(argument, ast.Constant)
        if place == "context":
            context = argument.value
        else:
            words.append(argument.value)
    return (words[0] if len(words) == 1 else tuple(words)), context


if __name__ == "__main__":
    if sys.argv[1:] == ["gather"]:
        gather()
    compile_all()
