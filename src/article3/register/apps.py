"""The Organization's files."""

from django.apps import AppConfig


class Register(AppConfig):
    """The room's tables."""

    name = "article3.register"
