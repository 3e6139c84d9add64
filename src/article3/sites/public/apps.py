"""The pages of one seat."""

from django.apps import AppConfig


class Public(AppConfig):
    """Templates and views; no tables."""

    name = "article3.sites.public"
    label = "public"
