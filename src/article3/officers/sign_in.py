"""Accounts are made by the installation, never by whoever knocks."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

JUST_NOW_S = 300
"""How long a sign-in counts as fresh for setting up the first second factor."""


class OfficersOnly(DefaultAccountAdapter):
    """allauth's behaviour, without sign-up, and with one answer for suspended and wrong alike."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """A suspended officer is told no more than somebody with a wrong password."""
        officer = super().authenticate(request, **credentials)
        return officer if officer is not None and officer.is_active else None

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who gave the password just now and has no second factor yet sets it up without giving it again."""
        request = context.request
        if app == "allauth.mfa" and not is_mfa_enabled(request.user) and _just_signed_in(request):
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))


def _just_signed_in(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    return any(time.time() - record["at"] < JUST_NOW_S for record in records)
