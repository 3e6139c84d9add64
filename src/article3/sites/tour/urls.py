"""Addresses of the tour."""

from django.urls import path

from article3.sites.tour import views

urlpatterns = [
    path("", views.walks, name="walks"),
    path("<int:number>/", views.walk, name="walk"),
]
