"""Which database a table is in: the Commission's own for its wing, the Organization's files where they are.

In an installation of the Commission's own, the Organization's files are another database that is opened to read only:
what the Commission looks at leaves no trace there, and nothing there can be changed from here.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings

COMMISSION = "commission"
FILES = "files"
WING = "article3.commission."
_OF_THE_FILES = frozenset({"register", "arrivals", "known"})


class CommissionRouter:
    """Django's router: by the app a table belongs to, never by the asker."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        """Where the table is read."""
        return self._home(model._meta.app_label)

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool | None:
        """Tables of two databases are never related."""
        first, second = _of_the_wing(one._meta.app_label), _of_the_wing(other._meta.app_label)
        return False if first != second else None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """The wing's tables are made in its database and nowhere else; nothing is made in the files we only read."""
        if db == FILES or (app_label in _OF_THE_FILES and FILES in settings.DATABASES):
            return False
        return _of_the_wing(app_label) == (db == COMMISSION)

    def _home(self, app_label: str) -> str | None:
        if _of_the_wing(app_label):
            return COMMISSION
        return FILES if app_label in _OF_THE_FILES and FILES in settings.DATABASES else None


def _of_the_wing(app_label: str) -> bool:
    """The app stands in the Commission's wing."""
    found = apps.app_configs.get(app_label)
    return found is not None and found.name.startswith(WING)
