"""What the applicant's portal may do: send a request, and come back to it with the receipt code."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from article3.commission.acts.submit_request import SubmitRequest, submit_request
from article3.commission.lifecycle.application import Application
from article3.commission.lifecycle.outlook import Outlook, outlook
from article3.commission.lifecycle.receipt_code import CHANCE_BYTES, as_typed, code_from
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.register import shelf
from article3.commission.register.router import COMMISSION
from article3.terms.clocks import day_of
from article3.terms.communication import Reference


def new_code() -> str:
    """A fresh receipt code, without spaces."""
    return code_from(secrets.token_bytes(CHANCE_BYTES))


def submit(application: Application, papers: Iterable[tuple[str, bytes]], *, code: str = "",
           at: datetime | None = None) -> str:  # fmt: skip
    """Send a request with the bytes of its papers by digest; the receipt code to come back with.

    An applicant who has a code already, from writing the request, keeps it.
    """
    code, at = as_typed(code) if code else new_code(), at or timezone.now()
    order = SubmitRequest(reference=Reference(secrets.token_hex(16)), application=application, code=code,
                          papers=papers)  # fmt: skip
    with transaction.atomic(using=COMMISSION):
        submit_request(order, at=at, shelf=shelf.Shelf())
    return code


def own_request(code: str) -> CommissionRequest | None:
    """The request behind a receipt code, None for any other text. What the applicant may read of it is `outlook`."""
    return shelf.by_code(as_typed(code))


def code_known(code: str) -> bool:
    """Whether a request was sent under that code."""
    return own_request(code) is not None


def own_outlook(code: str, at: datetime | None = None) -> Outlook | None:
    """What the applicant behind a receipt code may know today; None for any other text."""
    found = own_request(code)
    return None if found is None else outlook(found, day_of(at or timezone.now()))
