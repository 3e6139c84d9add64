"""Addresses of the screening service, as programs written for such a service expect them."""

from django.urls import path, re_path

from article3.sites.screening import views

urlpatterns = [
    path("healthz", views.healthy, name="healthz"),
    path("readyz", views.healthy, name="readyz"),
    path("catalog", views.catalogue, name="catalogue"),
    path("algorithms", views.algorithms, name="algorithms"),
    path("match/<str:dataset>", views.match, name="match"),
    path("search/<str:dataset>", views.search, name="search"),
    path("entities/<str:entity>", views.entity, name="entity"),
    path("entities/<str:entity>/adjacent", views.adjacent, name="adjacent"),
    path("entities/<str:entity>/adjacent/<str:name>", views.adjacent, name="adjacent_of"),
    re_path(r"^", views.nothing),
]
