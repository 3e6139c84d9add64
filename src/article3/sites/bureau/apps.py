"""The pages of one seat."""

from django.apps import AppConfig


class Bureau(AppConfig):
    """Templates and views; no tables."""

    name = "article3.sites.bureau"
    label = "bureau"
