"""Addresses of the front line. Names of persons never stand in an address."""

from django.urls import path

from article3.sites.front_line import acting, asking

result = "results/<str:reference>/"
urlpatterns = [
    path("", asking.query, name="query"),
    path(result, asking.result, name="result"),
    path(f"{result}judge/", asking.Judge.as_view(), name="judge"),
    path(f"{result}letter/", asking.letter, name="letter"),
    path(f"{result}check/", acting.Check.as_view(), name="check"),
    path(f"{result}rely/", acting.Rely.as_view(), name="rely"),
    path(f"{result}incident/", acting.Report.as_view(), name="incident"),
    path("checks/<str:reference>/", acting.proof, name="proof"),
]
