"""Fixed copies of public texts, as a Django app of their own."""

from django.apps import AppConfig


class FixedCopiesConfig(AppConfig):
    """Tables of fixed copies."""

    name = "article3.register.fixed_copies"
    label = "fixed_copies"
