"""The pages of one seat."""

from django.apps import AppConfig


class Oversight(AppConfig):
    """Templates and views; no tables."""

    name = "article3.sites.oversight"
    label = "oversight"
