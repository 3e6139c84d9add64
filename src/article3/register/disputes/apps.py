"""Disputes, as a Django app of their own."""

from django.apps import AppConfig


class DisputesConfig(AppConfig):
    """The table of disputes."""

    name = "article3.register.disputes"
    label = "disputes"
