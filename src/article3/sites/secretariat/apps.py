"""The pages of one seat."""

from django.apps import AppConfig


class Secretariat(AppConfig):
    """Templates and views; no tables."""

    name = "article3.sites.secretariat"
    label = "secretariat"
