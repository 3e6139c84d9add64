"""Addresses of the task force's desk. A file is named by its random reference and by nothing else."""

from django.urls import path

from article3.sites.secretariat import case, correspond, decide, examine, gateway, propagation, queue, search
from article3.sites.secretariat import disputes as disputed
from article3.sites.secretariat import under_seal as seal
from article3.sites.secretariat import messages_page as sealed_messages

file = "files/<str:reference>/"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("search/", search.search, name="search"),
    path("gateway/", gateway.routings, name="routings"),
    path("gateway/propose/", gateway.SetRoutingView.as_view(), name="set_routing"),
    path("gateway/<str:routing>/sign/", gateway.SignRoutingView.as_view(), name="sign_routing"),
    path("gateway/<str:routing>/end/", gateway.EndRoutingView.as_view(), name="end_routing"),
    path("messages/", sealed_messages.which, name="messages"),
    path("messages/<str:reference>/", sealed_messages.message, name="message"),
    path("messages/<str:reference>/ask/", sealed_messages.Ask.as_view(), name="message_ask"),
    path("messages/<str:reference>/open/", sealed_messages.Open.as_view(), name="message_open"),
    path("unsigned/", propagation.unsigned, name="unsigned"),
    path("unsigned/<str:reference>/", propagation.one, name="propagation"),
    path(file, case.case, name="case"),
    path(f"{file}text/", case.text, name="text"),
    path(f"{file}letters/", case.letters, name="letters"),
    path(f"{file}outcome/", case.outcome, name="outcome"),
    path("disputes/", disputed.disputes, name="disputes"),
    path(f"{file}disputes/<str:dispute>/", disputed.AnswerView.as_view(), name="answer_dispute"),
    path(f"{file}under-seal/", seal.under_seal, name="under_seal"),
    path(f"{file}under-seal/<str:id>/open/", seal.open_it, name="open_it"),
    path(f"{file}under-seal/<str:id>/tell/", seal.tell, name="tell_giver"),
    path(f"{file}under-seal/<str:id>/fact/", seal.release, name="release"),
    path(f"{file}take/", examine.Take.as_view(), name="take"),
    path(f"{file}stand-aside/", examine.StandAside.as_view(), name="stand_aside"),
    path(f"{file}fact/", examine.Fact.as_view(), name="fact"),
    path(f"{file}fact-back/", examine.FactBack.as_view(), name="fact_back"),
    path(f"{file}research/", examine.Research.as_view(), name="research"),
    path(f"{file}answers/", examine.Answers.as_view(), name="answers"),
    path(f"{file}worksheet/", examine.Worksheet.as_view(), name="worksheet"),
    path(f"{file}ask/", correspond.Ask.as_view(), name="ask"),
    path(f"{file}more-time/", correspond.MoreTime.as_view(), name="more_time"),
    path(f"{file}consult/", correspond.Consult.as_view(), name="consult"),
    path(f"{file}caveat/", correspond.AddCaveatView.as_view(), name="add_caveat"),
    path(f"{file}lift-caveat/", correspond.LiftCaveatView.as_view(), name="lift_caveat"),
    path(f"{file}propose/", decide.Propose.as_view(), name="propose"),
    path(f"{file}agree/", decide.Agree.as_view(), name="agree"),
    path(f"{file}dissent/", decide.Dissent.as_view(), name="dissent"),
    path(f"{file}settle/", decide.Settle.as_view(), name="settle"),
    path(f"{file}let-pass/", gateway.LetPass.as_view(), name="let_pass"),
    path(f"{file}keep-back/", gateway.KeepBack.as_view(), name="keep_back"),
    path(f"{file}carry-out/", decide.CarryOut.as_view(), name="carry_out"),
]
