"""A letter as a record, and as the sheet both the page and the document are drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language_info, gettext, override

from article3.commission.letters.texts import DAY, HEAD, REFERENCE, SIGNED, TEXTS, LetterKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter: which, in which language, on which day, and what fills its slots.

    `values` holds days (`date`), codes and figures; `quoted` is free text of the Commission; `picture` an SVG.
    """

    id: str
    kind: LetterKind
    language: str
    reference: str
    on: date
    values: dict[str, date | str] = field(default_factory=dict)
    listed: tuple[str, ...] = ()
    quoted: str = ""
    rows: tuple[tuple[date | str, ...], ...] = ()
    picture: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A letter in words: everything on it, in order, in its language."""

    language: str
    rtl: bool
    head: str
    title: str
    stamps: tuple[tuple[str, str], ...]
    before: tuple[str, ...]
    list_title: str
    listed: tuple[str, ...]
    quote_title: str
    quoted: str
    is_code: bool
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    after: tuple[str, ...]
    signed: str
    picture: bytes


def sheet(letter: Letter) -> Sheet:
    """The letter in its own language, whatever the reader's pages are in. A slot without a value is our fault."""
    text = TEXTS[letter.kind]
    with override(letter.language):
        values = {name: date_format(value) if isinstance(value, date) else gettext(value) if value else ""
                  for name, value in {**letter.values, "reference": letter.reference}.items()}
        return Sheet(
            language=letter.language, rtl=bool(get_language_info(letter.language)["bidi"]), head=gettext(HEAD),
            title=gettext(text.title), signed=gettext(SIGNED), picture=letter.picture,
            stamps=((gettext(REFERENCE), letter.reference), (gettext(DAY), date_format(letter.on))),
            before=_sentences(text.before, values), after=_sentences(text.after, values),
            list_title=gettext(text.listed) if text.listed and letter.listed else "",
            listed=tuple(gettext(line) for line in letter.listed),
            quote_title=gettext(text.quoted) if text.quoted and letter.quoted else "", quoted=letter.quoted,
            is_code=letter.kind is LetterKind.STATUS, columns=tuple(gettext(column) for column in text.rows),
            rows=tuple(tuple(date_format(cell) if isinstance(cell, date) else cell for cell in row)
                       for row in letter.rows))


def _sentences(sentences: tuple[str, ...], values: dict[str, str]) -> tuple[str, ...]:
    filled = (gettext(sentence) % values if sentence else "" for sentence in sentences)
    return tuple(sentence.strip() for sentence in filled if sentence.strip())
