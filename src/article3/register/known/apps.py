"""What is known, as a Django app of its own."""

from django.apps import AppConfig


class KnownConfig(AppConfig):
    """Tables of facts, former versions and what decisions rest on."""

    name = "article3.register.known"
    label = "known"
