"""The pages of one seat."""

from django.apps import AppConfig


class Protection(AppConfig):
    """Templates and views; no tables."""

    name = "article3.sites.protection"
    label = "protection"
