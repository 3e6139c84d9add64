"""Addresses of the portal. No address holds a receipt code or a reference of a request."""

from django.urls import path

from article3.commission.site.portal import checking, decisions, opening, own_file, writing

urlpatterns = [
    path("", opening.landing, name="landing"),
    path("begin/", opening.begin, name="begin"),
    path("code/", opening.code, name="code"),
    path("back/", opening.back, name="back"),
    path("leave/", opening.leave, name="leave"),
    path("ask/", writing.next_page, name="next"),
    path("ask/check/", writing.check, name="check"),
    path("ask/give-up/", writing.give_up, name="give_up"),
    path("ask/remove/<str:role>/<str:digest>/", writing.remove, name="remove"),
    path("ask/<str:part>/", writing.question, name="question"),
    path("request/", own_file.shown, name="request"),
    path("request/write/", own_file.write, name="write"),
    path("request/not-updated/", own_file.not_updated, name="not_updated"),
    path("request/papers/<str:digest>/", own_file.paper, name="paper"),
    path("request/letters/<str:letter>/", own_file.letter, name="letter"),
    path("request/letters/<str:letter>/pdf/", own_file.letter_pdf, name="letter_pdf"),
    path("request/revise/", own_file.revise, name="revise"),
    path("request/status-letter/", own_file.status_letter, name="status_letter"),
    path("decisions/", decisions.listed, name="decisions"),
    path("decisions/<str:number>/", decisions.one, name="decision"),
    path("status-letter/", checking.checked, name="checked"),
]
