"""Addresses of the oversight seat."""

from django.urls import path

from article3.sites.oversight import decisions, figures, ledger, provenance, recalls, views

urlpatterns = [
    path("", views.landing, name="landing"),
    path("figures/<int:year>/", figures.year, name="year"),
    path("figures/<int:year>/calibration/", figures.calibration, name="calibration"),
    path("figures/<int:year>/report.<str:kind>", figures.document, name="document"),
    path("figures/<int:year>/<slug:figure>/", figures.entries, name="entries"),
    path("recalls/", recalls.recalls, name="recalls"),
    path("recalls/<str:reference>/", recalls.one, name="recall"),
    path("decisions/<int:entry>/", decisions.decision, name="decision"),
    path("decisions/<int:entry>/provenance.json", provenance.provenance, name="provenance"),
    path("measures/", ledger.measures, name="measures"),
    path("records/<str:bureau>/", ledger.record, name="record"),
    path("drafts/", ledger.drafts, name="drafts"),
    path("journal/", views.journal, name="journal"),
    path("heads/", views.heads, name="heads"),
]
