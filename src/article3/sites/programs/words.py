"""Words of the pages for programs: why a call was not taken, kinds of messages."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from article3.acts.messages import MessageKind
from article3.sites.page.vocabulary import MESSAGES

WHY_NOT: dict[str, str | Promise] = {
    "not_an_address": _("This is not an address that can be called."),
    "not_https": _("The address must begin with https://."),
    "no_such_name": _("There is no machine of this name."),
    "not_public": _("This address lies inside a network. Only addresses reachable from everywhere are called."),
    "no_trust": _("Its certificate cannot be trusted."),
    "no_answer": _("It did not answer."),
    "ended": _("The hook has ended."),
}


def kinds() -> list[tuple[str, str]]:
    """Every kind of message: its stable name, and its words with it."""
    return [(kind.value, f"{MESSAGES[kind.value]} ({kind.value})") for kind in MessageKind]
