"""Links that let invented officers in, in an installation built by `article3 demo` and nowhere else.

A link is made from the officer and this home's secret key: it needs no table, works in any browser, and is good for
nothing once the demo's folder is gone.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from article3.officers.models import Officer
from article3.terms.sitting import OfficerId

_SALT = "article3.demo.enter"
_MARK = "entered_by_demo_link"


def token(officer: OfficerId) -> str:
    """The token of an officer's link `demo/enter/<token>/`. Asserts that this is a demo."""
    assert settings.DEMO, "links are made only by `article3 demo`"
    return _token(officer)


def enter(request: HttpRequest, given: str) -> bool:
    """Sign the invented officer in whose link it is."""
    officer = _officer(given) if settings.DEMO else None
    if officer is None:
        return False
    login(request, officer, backend="allauth.account.auth_backends.AuthenticationBackend")
    request.session[_MARK] = True
    return True


def entered(request: HttpRequest) -> bool:
    """True when this session began with a demo link and this still is a demo."""
    return bool(settings.DEMO and request.session.get(_MARK))


def _officer(given: str) -> Officer | None:
    active = Officer.objects.filter(is_active=True)
    return next((each for each in active if constant_time_compare(given, _token(each.opaque_id))), None)


def _token(officer: str) -> str:
    return salted_hmac(_SALT, officer, algorithm="sha256").hexdigest()[:32]
