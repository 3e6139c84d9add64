"""One-time links that let invented officers in, in an installation built by `article3 demo` and nowhere else."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from article3.officers.models import DemoLink, Officer
from article3.terms.sitting import OfficerId

COOKIE = "article3_demo"
_SALT = "article3.demo.enter"
_MARK = "entered_by_demo_link"


def mint(officer: OfficerId) -> str:
    """A random token for `demo/enter/<token>/`; only its digest is kept. Asserts that this is a demo."""
    assert settings.DEMO, "links are minted only by `article3 demo`"
    token = secrets.token_urlsafe(16)
    DemoLink.objects.create(digest=_digest(token), officer=Officer.objects.get(opaque_id=officer))
    return token


def enter(request: HttpRequest, token: str) -> bool:
    """Sign the invented officer in. The first browser to use a link keeps it; in any other it is spent."""
    officer = _officer(request, token) if settings.DEMO else None
    if officer is None:
        return False
    login(request, officer, backend="allauth.account.auth_backends.AuthenticationBackend")
    request.session[_MARK] = True
    return True


def entered(request: HttpRequest) -> bool:
    """True when this session began with a demo link and this still is a demo."""
    return bool(settings.DEMO and request.session.get(_MARK))


def remember_browser(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Lets the same browser use its links again: one sits in several seats in turn."""
    response.set_cookie(COOKIE, request.demo_browser, max_age=30 * 86400, httponly=True, samesite="Strict")
    return response


def _officer(request: HttpRequest, token: str) -> Officer | None:
    request.demo_browser = request.COOKIES.get(COOKIE) or secrets.token_hex(16)
    browser = _digest(request.demo_browser)
    links = DemoLink.objects.filter(digest=_digest(token), officer__is_active=True)
    links.filter(browser="").update(browser=browser)
    link = links.filter(browser=browser).select_related("officer").first()
    return link.officer if link else None


def _digest(text: str) -> str:
    return salted_hmac(_SALT, text, algorithm="sha256").hexdigest()
