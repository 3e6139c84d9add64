"""Addresses of an officer's pages for programs."""

from django.urls import path

from article3.sites.programs import views

urlpatterns = [
    path("", views.programs, name="programs"),
    path("hooks/<str:hook>/", views.hook, name="hook"),
]
