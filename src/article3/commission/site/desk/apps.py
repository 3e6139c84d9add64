"""The pages of the Commission's desk."""

from django.apps import AppConfig


class CommissionDesk(AppConfig):
    """Templates and views; its tables are in the Commission's register."""

    name = "article3.commission.site.desk"
    label = "commission_desk"
