"""All addresses of an installation. `doors.py` says who may knock where; a site is reached only through its door."""

from __future__ import annotations

from importlib.util import find_spec

from allauth.account import views as account
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from article3.officers import views as officers
from article3.project import doors, openapi

SITES = ("secretariat", "bureau", "public", "oversight", "exchange", "protective", "front_line",
         "protection", "custodian", "tour", "programs")


def _sites() -> list[URLResolver]:
    found = [site for site in SITES if find_spec(f"article3.sites.{site}.urls")]
    return [path(f"{site}/", include((f"article3.sites.{site}.urls", site))) for site in found]


urlpatterns: list[URLPattern | URLResolver] = [
    path("", officers.front_door, name="front_door"),
    path("seats/", officers.seats, name="seats"),
    path("health", doors.health, name="health"),
    path("language/", set_language, name="set_language"),
    path("account/login/", account.login, name="account_login"),
    path("account/logout/", account.logout, name="account_logout"),
    path("account/reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("account/password/", officers.password, name="account_change_password"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("demo/enter/<str:token>/", officers.enter_demo, name="enter_demo"),
    *_sites(),
    path("commission/", include(("article3.commission.site.desk.urls", "commission"))),
    path("portal/", include(("article3.commission.site.portal.urls", "portal"))),
    path("api/", openapi.page, name="api"),
    path("api/v1/openapi.json", openapi.as_json, name="openapi"),
    path("", include(("article3.sites.api.urls", "api"))),
    path("", include(("article3.sites.notices.urls", "notices"))),
    path("screening/v1/", include(("article3.sites.screening.urls", "screening"))),
]
handler400 = "article3.project.doors.bad_request"
handler403 = "article3.project.doors.not_found"
handler404 = "article3.project.doors.not_found"
handler500 = "article3.project.doors.trouble"
