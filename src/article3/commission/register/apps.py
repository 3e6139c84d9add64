"""The Commission's files."""

from django.apps import AppConfig


class CommissionRegister(AppConfig):
    """The tables of the wing; `router.py` keeps them in their own database."""

    name = "article3.commission.register"
    label = "commission"
