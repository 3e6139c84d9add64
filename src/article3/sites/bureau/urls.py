"""Addresses of the bureau's desk. Names of persons never stand in an address."""

from django.urls import path

from article3.sites.bureau import (
    answering,
    confidence,
    consenting,
    converting,
    copies,
    drafts,
    front_line_register,
    items,
    keeping,
    own_record,
    received,
)
from article3.sites.bureau import disputing as disputed
from article3.sites.bureau.declaring import DeclarationsPage
from article3.sites.bureau.papers import PapersPage
from article3.sites.bureau.sending import CheckPage
from article3.sites.bureau.told import Letter

draft = "drafts/<str:draft>/"
item = "items/<str:reference>/"
urlpatterns = [
    path("", items.desk, name="desk"),
    path(item, items.item, name="item"),
    path(f"{item}sent/", items.sent, name="sent"),
    path(f"{item}correct/", items.correct, name="item_correct"),
    path(f"{item}answer/", answering.Answer.as_view(), name="item_answer"),
    path(f"{item}more-time/", answering.MoreTime.as_view(), name="item_more_time"),
    path(f"{item}suspend/", keeping.Suspend.as_view(), name="item_suspend"),
    path(f"{item}resume/", keeping.Resume.as_view(), name="item_resume"),
    path(f"{item}extradition-refused/", keeping.NoteRefused.as_view(), name="item_refused"),
    path(f"{item}withdraw/", keeping.Withdraw.as_view(), name="item_withdraw"),
    path(f"{item}to-notice/", converting.to_notice, name="item_to_notice"),
    path(f"{item}to-diffusion/", converting.ToDiffusion.as_view(), name="item_to_diffusion"),
    path(f"{item}keep/", keeping.Extend.as_view(), name="item_extend"),
    path(f"{item}consent/", consenting.Consent.as_view(), name="item_consent"),
    path("which/", drafts.which, name="which"),
    path("drafts/", drafts.drafts, name="drafts"),
    path("drafts/new/", drafts.begin, name="draft_new"),
    path(draft, drafts.resume, name="draft"),
    path(f"{draft}instrument/", drafts.SheetPage.as_view(key="instrument"), name="draft_instrument"),
    path(f"{draft}person/", drafts.SheetPage.as_view(key="person"), name="draft_person"),
    path(f"{draft}charges/", drafts.ChargesPage.as_view(), name="draft_charges"),
    path(f"{draft}charges/<int:place>/", drafts.ChargePage.as_view(), name="draft_charge"),
    path(f"{draft}papers/", PapersPage.as_view(), name="draft_papers"),
    path(f"{draft}basis/", drafts.SheetPage.as_view(key="basis"), name="draft_basis"),
    path(f"{draft}declarations/", DeclarationsPage.as_view(), name="draft_declarations"),
    path(f"{draft}check/", CheckPage.as_view(), name="draft_check"),
    path(f"{draft}discard/", drafts.DiscardPage.as_view(), name="draft_discard"),
    path("incoming/", received.incoming, name="incoming"),
    path("incoming/still/", received.still, name="still"),
    path("incoming/<str:reference>/", received.notice, name="notice"),
    path("incoming/<str:reference>/papers/<str:sha256>/", received.attachment, name="attachment"),
    path("copies/", copies.register, name="copies"),
    path("copies/<str:reference>/", copies.copy, name="copy"),
    path("record/", own_record.record, name="record"),
    path("record/reply/", own_record.Reply.as_view(), name="record_reply"),
    path("votes/", own_record.votes, name="votes"),
    path("votes/<str:draft>/", own_record.Vote.as_view(), name="vote"),
    path("search/", received.search, name="search"),
    path("reliances/", front_line_register.register, name="reliances"),
    path("reliances/report/", front_line_register.Report.as_view(), name="reliance_report"),
    path("reliances/incidents/<str:reference>/", front_line_register.Remedy.as_view(), name="reliance_incident"),
    path("reliances/<str:reference>/", front_line_register.Answer.as_view(), name="reliance"),
    path("disputes/", disputed.disputes, name="disputes"),
    path("incoming/<str:reference>/dispute/", disputed.DisputeView.as_view(), name="dispute"),
    path("confidence/", confidence.given, name="confidence"),
    path("confidence/give/", confidence.give, name="confidence_give"),
    path("confidence/<str:id>/", confidence.piece, name="confidence_piece"),
    path("confidence/<str:id>/change/", confidence.change, name="confidence_change"),
    path("confidence/<str:id>/withdraw/", confidence.withdraw, name="confidence_withdraw"),
    path("confidence/<str:id>/answer/<str:opening>/", confidence.answer, name="confidence_answer"),
    path("told/<str:reference>/", Letter.as_view(), name="told"),
    path("asked/", received.consultations, name="consultations"),
    path("asked/<str:reference>/<str:consultation>/", answering.Reply.as_view(), name="consultation_reply"),
]
