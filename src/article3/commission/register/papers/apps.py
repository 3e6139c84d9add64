"""The tables behind the portal."""

from django.apps import AppConfig


class CommissionPapers(AppConfig):
    """Unsent requests, papers, published decisions; in the Commission's own database."""

    name = "article3.commission.register.papers"
    label = "commission_papers"
