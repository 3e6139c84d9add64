"""Who sits where: accounts, seats, mandates."""

from django.apps import AppConfig


class Officers(AppConfig):
    """The room's tables."""

    name = "article3.officers"
