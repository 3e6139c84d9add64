"""The letter tray, as a Django app of its own."""

from django.apps import AppConfig


class Tray(AppConfig):
    """Tables of letters and of orders being carried out."""

    name = "article3.register.tray"
    label = "tray"
