"""Addresses of the public site."""

from django.urls import path

from article3.sites.public import drop, glossary, statistics, views

urlpatterns = [
    path("", views.landing, name="landing"),
    path("rules/", views.instruments, name="rules"),
    path("rules/<slug:instrument>/", views.instrument, name="instrument"),
    path("rule/<str:rule>/", views.rule, name="rule"),
    path("notices/", views.notices, name="notices"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics/<int:year>.json", statistics.as_data, name="statistics_data"),
    path("statistics/statistics.csv", statistics.as_sheet, name="statistics_sheet"),
    path("statistics/dictionary.csv", statistics.dictionary, name="statistics_dictionary"),
    path("limits/", views.limits, name="limits"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("heads/", views.heads, name="heads"),
    path("heads/newest.txt", views.head, name="head"),
    path("drop/", drop.drop, name="drop"),
    path("drop/back/", drop.come_back, name="drop_back"),
]
