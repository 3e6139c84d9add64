"""Addresses of the oversight seat."""

from django.urls import path

from article3.sites.oversight import views

urlpatterns = [
    path("", views.landing, name="landing"),
    path("journal/", views.journal, name="journal"),
]
