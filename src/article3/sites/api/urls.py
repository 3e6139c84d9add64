"""Addresses of the interface; the table of operations makes them."""

from django.urls import re_path

from article3.sites.api.calendar import calendar
from article3.sites.api.door import nothing
from article3.sites.api.operations import addresses

urlpatterns = [
    *addresses(),
    re_path(r"^api/v1/calendar/(?P<secret>[0-9a-f]{64})\.ics$", calendar, name="calendar"),
    re_path(r"^api/v1/", nothing),
]
