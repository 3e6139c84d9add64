"""The beat: what came of files is given out to their sources together, in an order drawn by lot."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3 import owing
from article3.exchange import post
from article3.register import untold
from article3.register.files import tell_source

Shuffle = Callable[[list[Any]], None]
_draw = secrets.SystemRandom().shuffle


def give_out(at: datetime | None = None, shuffle: Shuffle = _draw) -> int:
    """Give out what waited for a beat that has come: messages, letters; how many files it was about. Again: nothing.

    Pages need no giving out: they read what is told at their own instant.
    """
    at = at or timezone.now()
    if settings.SEAT:
        return 0
    for bureau in sorted(post.waiting_for_the_beat(at)):
        with transaction.atomic():
            post.let_leave([bureau], at)
    due = untold.due(at)
    shuffle(due)
    for reference in due:
        with transaction.atomic():
            tell_source(reference)
            owing.write_letters(reference, at)
    return len(due)
