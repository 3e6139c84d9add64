"""Leaks planted in answers: each says something of files the reader knows nothing of, as other systems really did."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core import mail

from article3.register.models import File

Leak = Callable[[Any, Any], Any]


def plant(get_response: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Middleware that spoils every answer in the chosen way."""
    return lambda request: chosen(request, get_response(request))


def _count() -> int:
    return File.objects.count()


def _named(request: Any) -> bool:
    """Whether the address names a file that exists, whoever may know of it."""
    return File.objects.filter(pk__in=[part for part in request.path.split("/") if len(part) == 32]).exists()


def _header(name: str) -> Leak:
    def spoilt(request: Any, answer: Any) -> Any:
        answer[name] = str(_count())
        return answer

    return spoilt


def _forbidden(request: Any, answer: Any) -> Any:
    if answer.status_code == 404 and _named(request):
        answer.status_code = 403
    return answer


def _longer(request: Any, answer: Any) -> Any:
    if not answer.streaming:
        answer.content += b" " * _count()
    return answer


def _cookie(request: Any, answer: Any) -> Any:
    answer.set_cookie("seen", str(_count()))
    return answer


def _elsewhere(request: Any, answer: Any) -> Any:
    if answer.status_code == 404 and _named(request):
        answer.status_code = 302
        answer["Location"] = "/"
    return answer


def _other_words(request: Any, answer: Any) -> Any:
    if answer.status_code == 404 and _named(request):
        answer.content = answer.content.replace(b"<title>", b"<title>Not for you: ")
    return answer


def _mail(request: Any, answer: Any) -> Any:
    if _named(request):
        mail.send_mail("Somebody asks", "Sign in.", "a@example.org", ["b@example.org"])
    return answer


LEAKS: dict[str, Leak] = {
    "a header counts": _header("X-Total-Count"), "an entity tag counts": _header("ETag"),
    "forbidden, not absent": _forbidden, "longer when there is more": _longer, "a cookie counts": _cookie,
    "sent elsewhere": _elsewhere, "absent in other words": _other_words, "somebody is told by mail": _mail,
}  # fmt: skip


def chosen(request: Any, answer: Any) -> Any:
    """The leak of this test; none unless a test sets one."""
    return answer
