"""What goes wrong, as exceptions: one class for each thing a program does something else about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One thing wrong with a document: where (JSON pointer), its code, how to mend it."""

    pointer: str
    code: str
    mend: str
    found: str = ""
    expected: str = ""


class Problem(Exception):
    """An answer that is a problem (RFC 9457): its stable code, its words in the language asked for."""

    def __init__(self, status: int, body: Mapping[str, Any]) -> None:
        self.status = status
        self.code = str(body.get("code", ""))
        self.title, self.detail = str(body.get("title", "")), str(body.get("detail", ""))
        self.because, self.citation = str(body.get("because", "")), str(body.get("citation", ""))
        known = Place.__dataclass_fields__
        self.places = tuple(Place(**{name: str(each[name]) for name in known if name in each})
                            for each in body.get("problems", ()))  # fmt: skip
        words = [self.title, self.because or self.detail, *(f"{one.pointer}: {one.mend}" for one in self.places)]
        super().__init__(f"{status}: {'; '.join(word for word in words if word)}")


class NoKey(Problem):
    """The key is unknown, over or ended (401)."""


class Forbidden(Problem):
    """The mandate does not cover the act (403)."""


class Absent(Problem):
    """It is not there, or not for this seat (404)."""


class Erased(Problem):
    """What was known then was erased by order (410)."""


class Refused(Problem):
    """The rules say no: `because`, `citation` (409)."""


class Changed(Problem):
    """It is no longer as it was read: read again, decide anew (412)."""


class BadForm(Problem):
    """The document is not in its form: `places` (422)."""


class OtherRequest(Problem):
    """The idempotency key was used for another request (422)."""


class TooMany(Problem):
    """Still too fast after every try (429)."""


_CLASSES: dict[str, type[Problem]] = {
    "key": NoKey, "mandate": Forbidden, "absent": Absent, "erased": Erased, "refused": Refused,
    "changed": Changed, "form": BadForm,
    "other_request": OtherRequest, "too_many": TooMany,
}  # fmt: skip


def problem(status: int, body: Any) -> Problem:
    """The exception for an answer."""
    read = body if isinstance(body, Mapping) else {}
    return _CLASSES.get(str(read.get("code", "")), Problem)(status, read)
