"""What is owed to each bureau, in order."""

from django.apps import AppConfig


class Exchange(AppConfig):
    """The room's tables."""

    name = "article3.exchange"
