"""The pages of the portal."""

from django.apps import AppConfig


class Portal(AppConfig):
    """Templates and views; its tables are in the Commission's register."""

    name = "article3.commission.site.portal"
    label = "portal"
