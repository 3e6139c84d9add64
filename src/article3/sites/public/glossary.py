"""The glossary: the house's words in the four languages side by side, each said in the reader's own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

LANGUAGES = ("en", "fr", "es", "ar")
WORDS: tuple[tuple[str | Promise, str | Promise], ...] = (
    (_("Bureau"), _("A Member's one door to the system.")),
    (_("General Secretariat"), _("Runs the files, examines and publishes.")),
    (_("Task force"), _("The reviewers of the Secretariat.")),
    (_("Commission"), _("The independent body that controls the files and decides on applications.")),
    (_("Seat"), _("The place one acts for.")),
    (_("Officer"), _("Somebody who acts for a seat.")),
    (_("Mandate"), _("What an officer may do, where, and until when.")),
    (_("Source"), _("Who the data come from and who answers for them.")),
    (_("Recipient"), _("A bureau or entity the data reached.")),
    (_("Person concerned"), _("Whom the data are about.")),
    (_("Applicant"), _("A person before the Commission.")),
    (_("Notice request"), _("What a bureau asks the Secretariat to publish.")),
    (_("Notice"), _("Published by the Secretariat, after review, to all Members.")),
    (_("Diffusion"), _("Sent by a bureau to recipients it chose, and reviewed after it arrived.")),
    (_("Message"), _("Any other direct text between bureaus.")),
    (_("Public extract"), _("The part of a notice that its source agreed to show everybody.")),
    (_("Provision"), _("One rule in a text, with its article and edition.")),
    (_("Finding"), _("The result of one rule for one file: met, not met, or a question.")),
    (_("Ground"), _("The finding on which an act rests.")),
    (_("Refusal"), _("The Secretariat says no to a request.")),
    (_("Suspension"), _("The source sets its notice aside for a time.")),
    (_("Withdrawal"), _("The source takes its notice back.")),
    (_("Cancellation"), _("The Secretariat ends a notice.")),
    (_("Recall"), _("The order to recipients to remove what was found not compliant.")),
    (_("Deletion"), _("Data leave the files and every copy that is owed.")),
    (_("Retention period"), _("How long data may stay.")),
    (_("Provisional measure"), _("Ordered by the Commission while it decides.")),
    (_("Remedy"), _("What follows from a decision.")),
    (_("Corrective measure"), _("Taken towards a bureau that breaks the rules.")),
    (_("Candidate"), _("A record that may be about the person, until somebody has compared.")),
    (_("Caveat"), _("A warning that belongs to the data and cannot be taken off by a reader.")),
    (_("Receipt"), _("A signed proof that a message was taken in.")),
    (_("Journal"), _("The record of every processing act; nothing is ever taken out of it.")),
)  # fmt: skip
"""Each word and what it is; a word is said the same way on every page."""


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """A row for each word: in the reader's language, what it is, then in the other languages."""
    own = get_language()
    order = sorted(LANGUAGES, key=lambda code: code != own)
    names = [(code, get_language_info(code)["name_local"]) for code in order]
    rows = [(meaning, [(code, said(word, code)) for code in order]) for word, meaning in WORDS]
    return render(request, "public/glossary.html", {"languages": names, "rows": rows})


def said(word: str | Promise, language: str) -> str:
    """The word in that language."""
    with override(language):
        return str(word)
