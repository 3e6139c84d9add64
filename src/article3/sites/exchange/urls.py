"""Addresses of the doors; `docs/exchange/README.md` says how to knock."""

from django.urls import path

from article3.sites.exchange import views

urlpatterns = [
    path("v1/take", views.take, name="take"),
    path("v1/hand-out", views.hand_out, name="hand_out"),
    path("v1/letters", views.letters, name="letters"),
    path("v1/bring", views.bring, name="bring"),
    path("v1/fetch", views.fetch, name="fetch"),
    path("v1/host", views.host, name="host"),
    path("v1/head", views.head, name="head"),
    path("v1/cosign", views.cosign, name="cosign"),
]
