"""The pages of the tour."""

from django.apps import AppConfig


class Tour(AppConfig):
    """Templates and views; no tables."""

    name = "article3.sites.tour"
    label = "tour"
