"""Addresses of the protective desk. Names of persons never stand in an address."""

from django.urls import path

from article3.sites.protective import files, listed, proof

file = "files/<str:reference>/"
urlpatterns = [
    path("", files.landing, name="landing"),
    path(file, files.file, name="file"),
    path(f"{file}item/", files.item, name="item"),
    path(f"{file}papers/<str:sha256>/", files.paper, name="paper"),
    path(f"{file}judge/", files.Judge.as_view(), name="judge"),
    path(f"{file}plan/", files.Plan.as_view(), name="plan"),
    path(f"{file}contact/", files.LogIt.as_view(), name="contact"),
    path(f"{file}tell/", files.Tell.as_view(), name="tell"),
    path(f"{file}dispute/", files.Dispute.as_view(), name="dispute"),
    path("list/", listed.add, name="list"),
    path("list/many/", listed.many, name="list_many"),
    path("list/entry/", listed.entry, name="entry"),
    path("coverage/", proof.coverage, name="coverage"),
]
