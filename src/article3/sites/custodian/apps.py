"""The pages of one seat."""

from django.apps import AppConfig


class Custodian(AppConfig):
    """Templates and views; no tables."""

    name = "article3.sites.custodian"
    label = "custodian"
