"""Addresses of the custodian's desk."""

from django.urls import path

from article3.sites.custodian import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("log/", views.log, name="log"),
    path("origins/<str:id>/<str:opening>/", views.origin, name="origin"),
    path("same/<str:reference>/<str:id>/", views.doubt, name="doubt"),
]
