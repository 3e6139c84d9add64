"""Addresses of the refugee authority's seat: an attestation is named by its random handle."""

from django.urls import path

from article3.sites.protection import views

one = "attestations/<str:id>/"
urlpatterns = [
    path("", views.attestations, name="attestations"),
    path("attest/", views.attest, name="attest"),
    path("batch/", views.batch, name="batch"),
    path(one, views.attestation, name="attestation"),
    path(f"{one}confirm/", views.confirm, name="confirm"),
    path(f"{one}send-back/", views.send_back, name="send_back"),
    path(f"{one}change/", views.change, name="change"),
]
