"""Programs of seats, and what is kept for them."""

from django.apps import AppConfig


class Programs(AppConfig):
    """The room's tables."""

    name = "article3.programs"
