"""The append-only record of every processing act."""

from typing import Any

from django.apps import AppConfig
from django.db import router
from django.db.models.signals import post_migrate


class Journal(AppConfig):
    """The room's tables."""

    name = "article3.journal"

    def ready(self) -> None:
        """The row that counts entries is there before the first one."""
        post_migrate.connect(_begin_counting, sender=self)


def _begin_counting(*, using: str, **_: Any) -> None:
    from article3.journal.models import Length

    if not router.allow_migrate_model(using, Length):  # a database of somebody else's tables
        return
    Length.objects.using(using).get_or_create(id=1, defaults={"entries": 0})
