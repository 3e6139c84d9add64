"""The pages of one seat."""

from django.apps import AppConfig


class Protective(AppConfig):
    """Templates and views; no tables."""

    name = "article3.sites.protective"
    label = "protective"
