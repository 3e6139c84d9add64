"""The pieces of pages."""

from django.apps import AppConfig


class Page(AppConfig):
    """Templates and template tags every site uses."""

    name = "article3.sites.page"
    label = "page"
