"""The append-only record of every processing act."""

from django.apps import AppConfig


class Journal(AppConfig):
    """The room's tables."""

    name = "article3.journal"
