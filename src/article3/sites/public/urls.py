"""Addresses of the public site."""

from django.urls import path

from article3.sites.public import views

urlpatterns = [
    path("", views.landing, name="landing"),
    path("rules/", views.instruments, name="rules"),
    path("rules/<slug:instrument>/", views.instrument, name="instrument"),
    path("rule/<str:rule>/", views.rule, name="rule"),
    path("notices/", views.notices, name="notices"),
    path("limits/", views.limits, name="limits"),
]
