"""The room as a Django app."""

from django.apps import AppConfig


class National(AppConfig):
    """The room's tables."""

    name = "article3.national"
