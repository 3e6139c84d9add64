"""What is wrong with a paper that came in, said so that its sender can mend it; and what is only worth a look."""

from __future__ import annotations

from dataclasses import dataclass


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
