"""The form of a request as sheets: each sheet is one page and one part of the document that is sent.

Fields take whatever is typed; what is wrong with it says `intake`, once, for every channel. A draft holds the document
as it was typed, so that nothing is lost and nothing is believed.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise

from article3.sites.page.forms import PaperForm
from article3.sites.page.number import whole

Document = dict[str, Any]
MOST_ROWS = 20


class PieceForm(PaperForm):
    """Fields of one object of the document. Names of fields are names in the document."""

    nothing_required = True
    numbers: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()  # several values, separated by commas
    yes_no: frozenset[str] = frozenset()

    def piece(self) -> Document:
        """What was typed, as the document holds it; fields left empty are left out."""
        return {name: value for name in self.fields if (value := self._value(name)) not in ("", [], None)}

    @classmethod
    def typed(cls, piece: Mapping[str, Any]) -> dict[str, Any]:
        """The other way: what the fields show for a part of a document."""
        return {name: cls._shown(piece[name]) for name in cls.base_fields if name in piece}

    def _value(self, name: str) -> Any:
        text = str(self.cleaned_data.get(name, "")).strip()
        if name in self.yes_no:
            return {"yes": True, "no": False, "True": True}.get(text)
        if name in self.lists:
            return [part for raw in text.replace("،", ",").split(",") if (part := raw.strip())]
        if name in self.numbers and text.isascii() and (number := whole(text)) is not None:
            return number
        return text

    @staticmethod
    def _shown(value: Any) -> Any:
        if isinstance(value, bool):
            return "yes" if value else "no"
        return ", ".join(map(str, value)) if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of objects in the document, shown as rows one can add and remove."""

    key: str
    form: type[PieceForm]
    title: str | Promise
    row_title: str | Promise
    shown_at_first: int = 1
    leads: bool = False  # stands above the fields of the sheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the form: the fields of the object at `at`, and lists of rows beside them."""

    key: str
    title: str | Promise
    at: tuple[str | int, ...]
    form: type[PieceForm] | None = None
    rows: tuple[Rows, ...] = ()


@dataclass(frozen=True, slots=True)
class RowForms:
    """The rows of one list as they stand on the page."""

    rows: Rows
    forms: list[PieceForm]

    @property
    def may_grow(self) -> bool:
        """Whether one more row fits."""
        return len(self.forms) < MOST_ROWS


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet with forms in it, bound or not."""

    sheet: Sheet
    form: PieceForm | None
    rows: list[RowForms]

    @property
    def forms(self) -> list[PieceForm]:
        """Every form on the page."""
        return [*([self.form] if self.form else []), *(form for group in self.rows for form in group.forms)]


def shown(sheet: Sheet, document: Document, more: str = "") -> Filled:
    """The sheet with what the document holds; `more` names the list that gets an empty row."""
    here = part(document, sheet.at)
    form = sheet.form(initial=sheet.form.typed(here)) if sheet.form else None
    return Filled(sheet, form, [RowForms(rows, _rows_shown(rows, here, more)) for rows in sheet.rows])


def _rows_shown(rows: Rows, here: Mapping[str, Any], more: str) -> list[PieceForm]:
    held = [piece for piece in here.get(rows.key, []) if isinstance(piece, dict)]
    count = max(len(held) + (more == rows.key), rows.shown_at_first)
    return [rows.form(prefix=f"{rows.key}-{place}", initial=rows.form.typed(held[place]) if place < len(held) else {})
            for place in range(min(count, MOST_ROWS))]


def posted(sheet: Sheet, data: QueryDict) -> Filled:
    """The sheet with what was typed."""
    form = sheet.form(data) if sheet.form else None
    if form is not None:
        form.KNOWN = frozenset(data)  # rows and buttons stand in the same form
    return Filled(sheet, form, [RowForms(rows, _rows_posted(rows, data)) for rows in sheet.rows])


def _rows_posted(rows: Rows, data: QueryDict) -> list[PieceForm]:
    first = next(iter(rows.form.base_fields))
    places = [place for place in range(MOST_ROWS) if f"{rows.key}-{place}-{first}" in data]
    return [rows.form(data, prefix=f"{rows.key}-{place}") for place in places]


def written(filled: Filled, document: Document, remove: str = "") -> Document:
    """A new document with this sheet's part as it was typed; `remove` is `list-place` of a row to leave out."""
    new = copy.deepcopy(document)
    here = part(new, filled.sheet.at, make=True)
    for form in filled.forms:
        form.is_valid()
    if filled.form:
        for name in filled.form.fields:
            here.pop(name, None)
        here.update(filled.form.piece())
    for group in filled.rows:
        kept = [piece for form in group.forms if form.prefix != remove and (piece := form.piece())]
        here.pop(group.rows.key, None)
        here.update({group.rows.key: kept} if kept else {})
    return new


def part(document: Document, at: Iterable[str | int], make: bool = False) -> Document:
    """The object at a place of the document; empty where there is none (made there if asked)."""
    here: Any = document
    for step in at:
        if isinstance(step, int):
            while make and len(here) <= step:
                here.append({})
            here = here[step] if step < len(here) else {}
        else:
            here = here.setdefault(step, [] if step in ("charges",) else {}) if make else here.get(step, {})
    return here
