"""What can go wrong, as RFC 9457 says it: a stable code, a title in the caller's language, and what to do."""

from __future__ import annotations

import math
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from msgspec import UNSET, Struct, UnsetType, json

from article3.intake.problems import Problem as Wrong
from article3.sites.page.problems import told
from article3.sites.page.spoken import spoken
from article3.terms.finding import Refused

MEDIA_TYPE = "application/problem+json"

CODES: dict[str, tuple[int, str | Promise, str | Promise]] = {
    "query": (400, _("The query cannot be read"), _("A value in the address is not as described.")),
    "idempotency_key": (400, _("An idempotency key is needed"),
                        _("Send a header Idempotency-Key with a fresh random value, and the same one on each repeat.")),
    "key": (401, _("A key is needed"), _("Send a header Authorization: Bearer with a key that holds today.")),
    "mandate": (403, _("Your mandate does not cover this"), _("An officer with another mandate can do it.")),
    "absent": (404, _("There is nothing here"), _("It is not there, or it is not for this seat to read.")),
    "erased": (410, _("Its content was erased by order"), _("What was known then is gone; that it was there stays.")),
    "method": (405, _("This method is not known here"), _("The header Allow says which are.")),
    "refused": (409, _("The rules say no"), _("Nothing was changed.")),
    "changed": (412, _("It has changed since you read it"), _("Read it again, then decide anew. Nothing was changed.")),
    "too_large": (413, _("The body is too large"), _("Send long papers as attachments.")),
    "not_json": (415, _("The body is not JSON"), _("Send it as application/json.")),
    "not_bytes": (415, _("The body is not a paper"), _("Send its bytes as application/octet-stream.")),
    "form": (422, _("The body is not in its form"), _("Each entry of problems says where and how to mend it.")),
    "other_request": (422, _("This idempotency key was used for another request"),
                      _("Use a fresh key for another request. Nothing was changed.")),
    "unread": (428, _("Say what you have read"), _("Send a header If-Match with the ETag of what you read.")),
    "too_many": (429, _("Too many requests"), _("Wait as long as the header Retry-After says.")),
    "trouble": (500, _("We are in trouble"), _("The fault is ours. Nothing was changed; try again later.")),
}  # fmt: skip
"""Code: status, title, what to do. The codes are stable; `type` is the address of the page that explains them."""


class Place(Struct, kw_only=True):
    """One thing wrong with a body: where (JSON pointer), its stable code, how to mend it."""

    pointer: str
    code: str
    mend: str
    found: str = ""
    expected: str = ""


class Problem(Struct, kw_only=True):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    because: str | UnsetType = UNSET
    citation: str | UnsetType = UNSET
    problems: list[Place] | UnsetType = UNSET


class Trouble(Exception):
    """A request that cannot be served, by the code of its problem."""

    def __init__(self, code: str, *, headers: dict[str, str] | None = None, **more: Any) -> None:
        super().__init__(code)
        self.code, self.headers, self.more = code, headers or {}, more


def answer(trouble: Trouble) -> HttpResponse:
    """The problem in the language of the request."""
    status, title, detail = CODES[trouble.code]
    body = Problem(type=f"{settings.PUBLIC_URL}/api/#problem-{trouble.code}", title=str(title), status=status,
                   detail=str(detail), code=trouble.code, **trouble.more)  # fmt: skip
    return HttpResponse(json.encode(body), status=status, content_type=MEDIA_TYPE, headers=trouble.headers)


def refused(because: Refused) -> Trouble:
    """The rules say no, word for word."""
    citation = f"{because.citation}" if because.citation else ""
    return Trouble("refused", because=spoken(because.because), citation=citation)


def in_form(wrong: tuple[Wrong, ...]) -> Trouble:
    """Everything wrong with a document at once."""
    return Trouble("form", problems=[Place(pointer=each.pointer, code=each.code, mend=str(told(each)),
                                           found=each.found, expected=each.expected) for each in wrong])  # fmt: skip


def too_many(wait_s: float) -> Trouble:
    """Wait so long."""
    return Trouble("too_many", headers={"Retry-After": str(max(1, math.ceil(wait_s)))})
