"""Accounts are made by the installation, never by whoever knocks."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


class OfficersOnly(DefaultAccountAdapter):
    """allauth's behaviour, without sign-up, and with one answer for suspended and wrong alike."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def respond_user_inactive(self, request: HttpRequest, user: object) -> HttpResponse:
        """A suspended officer is told no more than somebody with a wrong password."""
        return redirect("account_login")
