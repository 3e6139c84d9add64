"""Addresses of the front line. Names of persons never stand in an address."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
