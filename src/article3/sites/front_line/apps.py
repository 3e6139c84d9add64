"""The pages of one seat."""

from django.apps import AppConfig


class FrontLine(AppConfig):
    """Templates and views; no tables."""

    name = "article3.sites.front_line"
    label = "front_line"
