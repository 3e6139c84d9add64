"""Addresses of the public notices service, as programs written for such a service expect them."""

from django.urls import path, re_path

from article3.sites.notices import bulk, views

_ENTITY = "(?P<entity>[0-9]{4}-[0-9]{1,20})"
_RED_OR_YELLOW = "^notices/v1/(?P<colour>red|yellow)"
_UN = "^notices/v1/(?P<colour>un)"

urlpatterns = [
    re_path(r"^notices/v1/(?P<colour>red|yellow|un)/?$", views.notices, name="list"),
    re_path(rf"{_RED_OR_YELLOW}/{_ENTITY}$", views.notice, name="notice"),
    re_path(rf"{_UN}/persons/{_ENTITY}$", views.notice),
    re_path(rf"{_UN}/entities/{_ENTITY}$", views.notice, {"persons": False}),
    re_path(rf"{_RED_OR_YELLOW}/{_ENTITY}/images$", views.images, name="images"),
    re_path(rf"{_UN}/persons/{_ENTITY}/images$", views.images),
    re_path(rf"{_UN}/entities/{_ENTITY}/images$", views.images, {"persons": False}),
    re_path(rf"{_RED_OR_YELLOW}/{_ENTITY}/about$", views.about, name="about"),
    re_path(rf"{_UN}/persons/{_ENTITY}/about$", views.about),
    re_path(rf"{_UN}/entities/{_ENTITY}/about$", views.about, {"persons": False}),
    path("notices/v1/all", views.everything, name="all"),
    path("notices/v1/entities.ftm.json", bulk.entities, name="entities"),
    path("notices/v1/targets.simple.csv", bulk.targets, name="targets"),
    path("notices/v1/extracts.jsonl", bulk.extracts, name="extracts"),
    path("notices/v1/dictionary.csv", bulk.dictionary, name="dictionary"),
    path("notices/v1/changes", views.changes, name="changes"),
    path("en/notices/data/countries", views.countries, name="countries"),
    re_path(r"^notices/v1/", views.gone),
]
