"""What is wrong with a paper that came in, said so that its sender can mend it; and what is only worth a look."""

from __future__ import annotations

from dataclasses import dataclass

Problems = list["Problem"]
"""Where readers of values write down what they find wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that keeps a document from being read.

    `pointer` is the JSON pointer (RFC 6901) of the field and `field` its plain name; `found` is short and printable.
    `code` is a stable word a page may translate by.
    """

    pointer: str
    field: str
    found: str
    expected: str
    mend: str
    code: str

    def __str__(self) -> str:
        place = self.pointer or "the document"
        return f"{place} ({self.field}): found {self.found}; expected {self.expected}. {self.mend}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something a person should look at although the document was read: never a reason to refuse it."""

    pointer: str
    text: str
    code: str


class Unreadable(Exception):
    """The document cannot be taken in. Holds every problem found, in the order of the document."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        assert problems, "an unreadable document has at least one problem"
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


def add(problems: Problems, at: str, code: str, *, found: str, expected: str, mend: str) -> None:
    """Write down one problem; its plain field name is filled in by `form.named`."""
    problems.append(Problem(pointer=at, field="", found=found, expected=expected, mend=mend, code=code))


def seen(value: object) -> str:
    """A short printable form of any JSON value, for a message; whatever cannot be seen is written as an escape."""
    if isinstance(value, dict):
        return f"an object with {len(value)} fields"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:57] + "...")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**40 else "a number of more than 40 digits"
    return "null" if value is None else "true" if value is True else "false" if value is False else repr(value)[:60]


def step(key: str) -> str:
    """A field name as a step of a JSON pointer (RFC 6901), shortened and with nothing one cannot see."""
    short = key if len(key) <= 60 else key[:57] + "..."
    return "/" + repr(short)[1:-1].replace("~", "~0").replace("/", "~1")
