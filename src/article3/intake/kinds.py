"""Kinds of values a field may hold: each reads a JSON value, writes it back, and states its JSON Schema.

A kind never stops the reading: it writes what is wrong to `problems` and gives None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from article3.intake import countries, texts
from article3.intake.problems import Problems, add, seen
from article3.terms.dates import EXAMPLES, SHAPE, PartialDate, partial_date

Schema = dict[str, Any]
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Kind(Protocol):
    """What a field may hold."""

    def read(self, value: object, at: str, problems: Problems) -> Any:
        """The value as our terms hold it; on trouble writes to `problems` and gives None."""

    def write(self, value: Any) -> object:
        """The JSON value that `read` gives back."""

    def schema(self) -> Schema:
        """The JSON Schema (2020-12) of the value."""


class _Plain:
    """Kinds whose JSON value is the value itself."""

    __slots__ = ()

    def write(self, value: Any) -> object:
        return value


@dataclass(frozen=True, slots=True)
class Text(_Plain):
    """Free text in any script; `lines` allows line ends and tabs. Kept as it came."""

    most: int = texts.TEXT_CHARACTERS
    lines: bool = True
    least: int = 0

    def read(self, value: object, at: str, problems: Problems) -> str | None:
        if type(value) is not str:
            return _no_text(value, at, problems, f"a text of at most {self.most} characters")
        if not self.least <= len(value) <= self.most:
            return _wrong_length(value, self.least, self.most, at, problems)
        control = texts.control_in(value, one_line=not self.lines)
        return _has_control(control, value, at, problems) if control else value

    def schema(self) -> Schema:
        refused = {"not": {"pattern": texts.CONTROLS if self.lines else texts.LINE_CONTROLS}}
        return {"type": "string", "minLength": self.least, "maxLength": self.most} | refused


@dataclass(frozen=True, slots=True)
class NameText(_Plain):
    """Part of a person's name in any script: one line, no control or invisible mark; kept composed (NFC)."""

    most: int = texts.NAME_CHARACTERS
    least: int = 0

    def read(self, value: object, at: str, problems: Problems) -> str | None:
        if type(value) is not str:
            return _no_text(value, at, problems, f"a name of at most {self.most} characters")
        if not self.least <= len(value) <= self.most:
            return _wrong_length(value, self.least, self.most, at, problems)
        control = texts.control_in_name(value)
        return _has_control(control, value, at, problems) if control else texts.tidy_name(value)

    def schema(self) -> Schema:
        lengths = {"minLength": self.least, "maxLength": self.most}
        return {"type": "string"} | lengths | {"not": {"pattern": texts.NAME_CONTROLS}}


def _no_text(value: object, at: str, problems: Problems, expected: str) -> str | None:
    add(problems, at, "not_text", found=seen(value), expected=expected, mend="Write it as a text between quotes.")
    return None


def _wrong_length(value: str, least: int, most: int, at: str, problems: Problems) -> str | None:
    if len(value) < least:
        add(problems, at, "too_short", found=seen(value), expected=f"at least {least} characters",
            mend="Write the text, or leave the whole entry out.")
    else:
        add(problems, at, "too_long", found=f"{len(value)} characters", expected=f"at most {most} characters",
            mend="Shorten it; put long papers into an attachment.")
    return None


def _has_control(control: str, value: str, at: str, problems: Problems) -> str | None:
    add(problems, at, "control_character", found=f"the character {control} in {seen(value)}",
        expected="only signs that one can see", mend="Delete that character, or type the text again.")
    return None


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a closed list."""

    words: tuple[str, ...]
    make: Callable[[str], Any] = str

    def read(self, value: object, at: str, problems: Problems) -> Any:
        if type(value) is str and value in self.words:
            return self.make(value)
        near = value.strip().lower().replace(" ", "_").replace("-", "_") if type(value) is str else ""
        mend = f"Write {near!r}." if near in self.words else "Choose one of these words, spelt exactly so."
        add(problems, at, "not_in_list", found=seen(value), expected="one of " + ", ".join(self.words), mend=mend)
        return None

    def write(self, value: Any) -> object:
        return str(value)

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


def word_of(enum: type[StrEnum]) -> Word:
    """One word of an enum of our terms."""
    return Word(tuple(member.value for member in enum), enum)


@dataclass(frozen=True, slots=True)
class Whole(_Plain):
    """A whole number within bounds, both included."""

    least: int
    most: int
    unit: str

    def read(self, value: object, at: str, problems: Problems) -> int | None:
        if type(value) is int and self.least <= value <= self.most:
            return value
        code, mend = "not_whole", "Write digits, without quotes."
        if type(value) is int:
            code, mend = "out_of_bounds", "Check the number and its unit."
        elif type(value) is float:
            mend = "Round it to a whole number, without a decimal point."
        expected = f"a whole number of {self.unit} from {self.least} to {self.most}"
        add(problems, at, code, found=seen(value), expected=expected, mend=mend)
        return None

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class YesNo(_Plain):
    """True or false."""

    def read(self, value: object, at: str, problems: Problems) -> bool | None:
        if type(value) is bool:
            return value
        add(problems, at, "not_yes_no", found=seen(value), expected="true or false",
            mend="Write true or false without quotes; leave the field out when it is not known.")
        return None

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Country(_Plain):
    """A country, or the bureau of a country: ISO 3166-1 alpha-2, or a user-assigned code."""

    def read(self, value: object, at: str, problems: Problems) -> str | None:
        if type(value) is str and value in countries.CODES:
            return value
        guess = countries.meant(value) if type(value) is str else None
        mend = f"Write {guess!r} if {countries.NAMES[guess]} is meant." if guess else "Look the code up in ISO 3166-1."
        add(problems, at, "unknown_country", found=seen(value),
            expected="a two-letter country code in capitals, such as XA", mend=mend)
        return None

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/country"}


@dataclass(frozen=True, slots=True)
class Day:
    """One exact day."""

    def read(self, value: object, at: str, problems: Problems) -> date | None:
        shaped = type(value) is str and _DAY.fullmatch(value)
        if shaped:
            try:
                return date.fromisoformat(shaped[0])
            except ValueError:
                pass
        add(problems, at, "no_such_day" if shaped else "not_a_day", found=seen(value),
            expected="a day such as 2026-01-31 (year-month-day)",
            mend="This day is not in the calendar: check it." if shaped else "Write year-month-day with digits.")
        return None

    def write(self, value: date) -> object:
        return value.isoformat()

    def schema(self) -> Schema:
        pattern = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
        return {"type": "string", "format": "date", "pattern": whole(pattern)}


@dataclass(frozen=True, slots=True)
class WhenKnown:
    """A date as far as it is known: EDTF level 0 and part of level 1."""

    def read(self, value: object, at: str, problems: Problems) -> PartialDate | None:
        try:
            if type(value) is str and value == value.strip():
                return partial_date(value)
            code, mend = "not_a_date", "Write what is known of it so, without spaces around it."
        except ValueError as error:
            said = str(error)
            code = "not_a_date" if "is not a date" in said else "no_such_day"
            mend = "Write what is known of it so." if code == "not_a_date" else f"Check it: {said}."
        add(problems, at, code, found=seen(value), expected=f"a date as far as known, such as {EXAMPLES}", mend=mend)
        return None

    def write(self, value: PartialDate) -> object:
        return value.text

    def schema(self) -> Schema:
        interval = rf"(?:{SHAPE}|\.\.|)/(?:{SHAPE}|\.\.|)"
        return {"type": "string", "pattern": whole(f"{SHAPE}|{interval}"), "description": f"EDTF: {EXAMPLES}"}


@dataclass(frozen=True, slots=True)
class Spelt(_Plain):
    """A code with a fixed spelling."""

    pattern: str
    what: str
    mend: str
    code: str = "not_spelt_so"

    def read(self, value: object, at: str, problems: Problems) -> str | None:
        if type(value) is str and re.fullmatch(self.pattern, value):
            return value
        add(problems, at, self.code, found=seen(value), expected=self.what, mend=self.mend)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": whole(self.pattern), "description": self.what}


def whole(pattern: str) -> str:
    """A pattern that must fit the whole text, in the dialects of JSON Schema and of Python alike."""
    return rf"^(?:{pattern})$(?![\s\S])"
