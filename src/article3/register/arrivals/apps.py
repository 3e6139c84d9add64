"""The arrivals as a Django app of their own."""

from django.apps import AppConfig


class ArrivalsConfig(AppConfig):
    """Tables of arrivals."""

    name = "article3.register.arrivals"
    label = "arrivals"
