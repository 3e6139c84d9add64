"""Kinds that hold other kinds: a list, a record of our terms, and the fields of foreign formats kept word for word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import Any

from article3.intake import texts
from article3.intake.kinds import Kind, Schema
from article3.intake.problems import Problems, add, seen, step

EXTRA_FIELDS = 100
EXTRA_CHARACTERS = 100_000


class RepeatedKeys(dict[str, Any]):
    """A JSON object in which a field stood twice; `repeated` names those fields (abuse case A24)."""

    repeated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Many:
    """A list of at most `most` values, in order; empty is the same as absent."""

    kind: Kind
    most: int
    unique: bool = False

    def read(self, value: object, at: str, problems: Problems) -> tuple[Any, ...]:
        if type(value) is not list:
            add(problems, at, "not_a_list", found=seen(value), expected="a list",
                mend="Put the values between [ and ], also when there is only one.")
            return ()
        if len(value) > self.most:
            add(problems, at, "too_many", found=f"{len(value)} entries", expected=f"at most {self.most} entries",
                mend="Leave out what is not needed, or send a second communication.")
            return ()
        read = [self.kind.read(each, f"{at}/{place}", problems) for place, each in enumerate(value)]
        if self.unique and len(value) > 1:
            self._refuse_repeats(value, at, problems)
        return tuple(each for each in read if each is not None)

    def _refuse_repeats(self, values: list[Any], at: str, problems: Problems) -> None:
        for place, each in enumerate(values):
            if isinstance(each, str) and each in values[:place]:
                add(problems, f"{at}/{place}", "repeated", found=f"{seen(each)} a second time",
                    expected="every entry once", mend="Delete the repetition.")

    def write(self, value: tuple[Any, ...]) -> object:
        return [self.kind.write(each) for each in value]

    def schema(self) -> Schema:
        stated: Schema = {"type": "array", "items": self.kind.schema(), "maxItems": self.most}
        return stated | ({"uniqueItems": True} if self.unique else {})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its name, what it holds, and what it means in plain words."""

    name: str
    kind: Kind
    says: str
    required: bool = False


@dataclass(frozen=True)
class Record:
    """A record of our terms. `finish` computes what is never typed, after everything typed was read."""

    title: str
    make: Callable[..., Any]
    fields: tuple[Field, ...]
    finish: Callable[[dict[str, Any]], None] | None = None
    computed: tuple[str, ...] = ()
    _by_name: dict[str, Kind] = field(init=False, repr=False)
    _required: tuple[str, ...] = field(init=False, repr=False)
    _defaults: dict[str, Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {each.name: each.kind for each in self.fields})
        object.__setattr__(self, "_required", tuple(each.name for each in self.fields if each.required))
        object.__setattr__(self, "_defaults", {each.name: each.default for each in fields(self.make)})  # type: ignore[arg-type]

    def read(self, value: object, at: str, problems: Problems) -> Any:
        """The record; None when a required field is missing or wrong, whatever else was right."""
        found = self.read_fields(value, at, problems)
        if found is None or any(found.get(name) is None for name in self._required):
            return None
        return self.make(**found)

    def read_fields(self, value: object, at: str, problems: Problems) -> dict[str, Any] | None:
        """The fields that could be read, with those computed from them; None when it is no object at all."""
        if not isinstance(value, dict):
            add(problems, at, "not_an_object", found=seen(value), expected=f"an object: {self.title}",
                mend="Put the fields between { and }.")
            return None
        if isinstance(value, RepeatedKeys):
            _refuse_repeated(value.repeated, at, problems)
        found: dict[str, Any] = {}
        for name, each in value.items():
            kind = self._by_name.get(name)
            if kind is None:
                self._refuse_unknown(name, at, problems)
            elif each is None:
                _refuse_null(f"{at}/{name}", problems)
            elif (read := kind.read(each, f"{at}/{name}", problems)) is not None:
                found[name] = read
        for name in self._required:
            if name not in value:
                _refuse_missing(f"{at}/{name}", self.title, problems)
        if self.finish:
            self.finish(found)
        return found

    def _refuse_unknown(self, name: object, at: str, problems: Problems) -> None:
        text = name if isinstance(name, str) else repr(name)
        near = get_close_matches(text[:60], self._by_name, 1, 0.75)
        mend = f"Did you mean {near[0]!r}? Otherwise delete it." if near else "Delete it: nothing unknown is taken in."
        if text in self.computed:
            mend = "Delete it: it is computed from the rest."
        add(problems, at + step(text), "unknown_field", found=f"the field {seen(text)}",
            expected=f"only fields of {self.title}", mend=mend)

    def write(self, value: Any) -> dict[str, object]:
        """The fields that say something, in the order of the form."""
        return {each.name: each.kind.write(held) for each in self.fields
                if (held := getattr(value, each.name)) != self._defaults[each.name]}

    def schema(self) -> Schema:
        return {"$ref": f"#/$defs/{self.title.replace(' ', '_')}"}


def _refuse_repeated(names: tuple[str, ...], at: str, problems: Problems) -> None:
    for name in names:
        add(problems, at + step(name), "repeated_field", found="the field a second time in the same object",
            expected="every field once", mend="Keep the right one and delete the other.")


def _refuse_null(at: str, problems: Problems) -> None:
    add(problems, at, "null", found="null", expected="a value",
        mend="Leave the whole field out when nothing is known.")


def _refuse_missing(at: str, title: str, problems: Problems) -> None:
    add(problems, at, "missing", found="nothing", expected=f"this field in every {title}", mend="Add it.")


@dataclass(frozen=True, slots=True)
class Kept:
    """Fields of a foreign format, each as JSON text: kept so that nothing is lost, never trusted or shown."""

    def read(self, value: object, at: str, problems: Problems) -> tuple[tuple[str, str], ...] | None:
        if not isinstance(value, dict) or isinstance(value, RepeatedKeys) or len(value) > EXTRA_FIELDS:
            add(problems, at, "not_kept_fields", found=seen(value),
                expected=f"an object of at most {EXTRA_FIELDS} fields, each once, each a text",
                mend="Leave the field out: it is only written by this program.")
            return None
        return tuple(pair for name, each in value.items() if (pair := self._pair(name, each, at, problems)))

    def _pair(self, name: str, value: object, at: str, problems: Problems) -> tuple[str, str] | None:
        texts_only = type(value) is str and type(name) is str
        if texts_only and len(name) <= 200 and len(str(value)) <= EXTRA_CHARACTERS:
            control = texts.control_in(str(value)) or texts.control_in(name, one_line=True)
            if control is None:
                return name, str(value)
        add(problems, at + step(str(name)), "not_kept_fields", found=seen(value),
            expected=f"a text of at most {EXTRA_CHARACTERS} characters, without control characters",
            mend="Leave the field out: it is only written by this program.")
        return None

    def write(self, value: tuple[tuple[str, str], ...]) -> object:
        return dict(value)

    def schema(self) -> Schema:
        held = {"type": "string", "maxLength": EXTRA_CHARACTERS, "not": {"pattern": texts.CONTROLS}}
        names = {"maxLength": 200, "not": {"pattern": texts.LINE_CONTROLS}}
        return {"type": "object", "maxProperties": EXTRA_FIELDS, "propertyNames": names, "additionalProperties": held}
