"""Addresses of the Commission's desk. A request is named by its random reference and by nothing else."""

from django.urls import path

from article3.commission.site.desk import acting, pages

one = "requests/<str:reference>/"
urlpatterns = [
    path("", pages.desk, name="desk"),
    path("session/", pages.session, name="session"),
    path("simple/", pages.simple, name="simple"),
    path("mine/", pages.mine, name="mine"),
    path("letters/", pages.letters, name="letters"),
    path("letters/<str:letter>/leave/", acting.leave, name="leave"),
    path(one, pages.request_page, name="request"),
    path(f"{one}clocks/", pages.clocks_page, name="clocks"),
    path(f"{one}log/", pages.log, name="log"),
    path(f"{one}search/", pages.search, name="search"),
    path(f"{one}like/", pages.like, name="like"),
    path(f"{one}papers/<str:digest>/", pages.paper, name="paper"),
    path(f"{one}files/<str:file>/", pages.file, name="file"),
    path(f"{one}do/<str:act>/", acting.act, name="act"),
]
