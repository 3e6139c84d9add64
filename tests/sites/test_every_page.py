"""What every page of every seat keeps: it opens, it is small, it has one heading, and it runs no script of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from article3 import wiring
from article3.acts.add_caveat import AddCaveat
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.open_review import OpenReview
from article3.acts.save_draft import SaveDraft
from article3.terms.reasons import CaveatKind, IfSilent
from tests.sites.conftest import Office

LARGEST_BYTES = 100_000
INLINE = re.compile(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", re.I)
LANGUAGES = ("en", "ar")  # one of each direction; that nothing is untranslated is tested on the catalogues


@pytest.fixture
def pages(office: Office) -> dict[str, list[str]]:
    """Every address of every seat, on files in the states that show most."""
    returned, proposed = office.requested(), office.proposed(office.examined(office.requested()))
    published = office.published(office.proposed(office.examined(office.requested())))
    _ask(office, returned)
    office.perform(AddCaveat(reference=published, caveat=wiring.new_reference(), kind=CaveatKind.CORRECTION,
                             text="The year of birth was corrected."), "first")
    consultation, draft = _consulted(office, returned), _drafted(office)
    return {"-": ["/public/", "/public/rules/", "/public/rules/rpd/", "/public/rule/RPD-82/", "/public/notices/",
                  "/public/limits/",
                  "/public/statistics/", "/account/login/"],
            "first": ["/secretariat/", "/secretariat/search/", *_file_pages(returned), *_file_pages(proposed)],
            "second": [f"/secretariat/files/{proposed}/{page}" for page in ("", "outcome/", "agree/", "dissent/")],
            "xa": ["/bureau/", "/bureau/which/", "/bureau/which/?need=arrest&reach=some", "/bureau/drafts/",
                   *(f"/bureau/drafts/{draft}/{page}/" for page in (
                       "instrument", "person", "charges", "charges/0", "papers", "basis", "declarations", "check")),
                   *(f"/bureau/items/{returned}/{page}" for page in (
                       "", "sent/", "answer/", "more-time/", "withdraw/")),
                   *(f"/bureau/items/{published}/{page}" for page in ("", "suspend/", "resume/", "keep/"))],
            "xb": ["/bureau/incoming/", f"/bureau/incoming/{published}/", "/bureau/search/"],
            "xc": ["/bureau/asked/", f"/bureau/asked/{returned}/{consultation}/"],
            "lead": ["/secretariat/measures/", "/secretariat/measures/propose/", "/secretariat/records/XA/",
                     "/secretariat/drafts/", "/secretariat/drafts/new/", "/secretariat/questions/",
                     "/secretariat/workload/", "/secretariat/workload/?staff=9"],
            "clerk": ["/bureau/record/", "/bureau/record/reply/", "/bureau/votes/"],
            "oversight": [f"/oversight/figures/{timezone.now().year}/",
                          f"/oversight/figures/{timezone.now().year}/calibration/", "/oversight/recalls/",
                          f"/oversight/decisions/{_decided(office)}/",
                          "/oversight/measures/", "/oversight/records/XA/", "/oversight/drafts/",
                          "/oversight/", "/oversight/journal/", "/oversight/journal/?after=x"]}


def _decided(office: Office) -> int:
    lines = wiring.journal_lines(office.sittings["oversight"], after=-1, most=1000)
    return next(line.sequence for line in lines if line.what == "DecisionTaken")


def _ask(office: Office, reference: str) -> None:
    office.perform(OpenReview(reference=reference), "first")
    asking = Asking(id=wiring.new_reference(), text="When was it?", deadline=timezone.localdate() + timedelta(days=9))
    office.perform(AskRequester(reference=reference, questions=(asking,)), "first")


def _consulted(office: Office, reference: str) -> str:
    consultation = wiring.new_reference()
    office.perform(ConsultBureau(reference=reference, consultation=consultation, bureau="XC", question="Do you know?",
                                 deadline=timezone.localdate() + timedelta(days=9),
                                 if_silent=IfSilent.DECIDED_ON_THE_FILE), "first")
    return consultation


def _drafted(office: Office) -> str:
    draft = wiring.new_reference()
    document = {"channel": "notice_request", "colour": "red", "charges": [{"text": "murder"}]}
    form = json.dumps({"document": document, "corrects": ""})
    office.perform(SaveDraft(draft=draft, title="Red notice", form_json=form), "xa")
    return draft


def _file_pages(reference: str) -> list[str]:
    names = ("", "text/", "letters/", "outcome/", "take/", "stand-aside/", "fact/", "fact-back/", "research/",
             "sources/", "sources/search/", "sources/bring/", "answers/", "worksheet/", "ask/", "more-time/",
             "consult/", "caveat/", "lift-caveat/", "block/", "lift-block/", "propose/", "carry-out/")
    return [f"/secretariat/files/{reference}/{name}" for name in names]


def _browser(office: Office, who: str) -> Client:
    return Client() if who == "-" else office.browsers[who]


def _opens(answer: HttpResponse, text: str, language: str) -> Iterator[str]:
    """Status 200, the page's language and direction, one main heading, a title, under 100 kB."""
    if answer.status_code != 200:
        yield f"status {answer.status_code}"
    if f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' not in text:
        yield "neither its language nor its direction"
    if text.count("<h1") != 1:
        yield f"{text.count('<h1')} main headings"
    if not re.search(r"<title>[^<–]*\w[^<–]* – article3</title>", text):
        yield "no title"
    if len(answer.content) >= LARGEST_BYTES:
        yield f"{len(answer.content)} bytes"


def _runs_nothing_of_its_own(answer: HttpResponse, text: str, language: str) -> Iterator[str]:
    """The content policy forbids scripts and styles in a page; one that needs them would be broken."""
    if found := INLINE.search(text):
        yield f"a script or style of its own: {found[0]}"
    policy = answer["Content-Security-Policy"]
    if "default-src 'none'" not in policy or "unsafe" in policy:
        yield f"policy {policy}"


def _forms_are_protected(answer: HttpResponse, text: str, language: str) -> Iterator[str]:
    """A form that changes something carries its token against forgery, and posts to this site."""
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", text, re.S):
        if "csrfmiddlewaretoken" not in form:
            yield f"no token: {form[:80]}"
    if found := re.search(r"<(form|a|link|script|img)[^>]*(action|href|src)=\"(https?:)?//", text):
        yield f"leads away: {found[0]}"


def _fields_are_named(answer: HttpResponse, text: str, language: str) -> Iterator[str]:
    """No control without a name a screen reader can say; no described-by that leads nowhere."""
    ids = set(re.findall(r'\sid="([^"]+)"', text))
    labelled = set(re.findall(r'<label[^>]*\sfor="([^"]+)"', text))
    for tag in re.findall(r"<(?:input|select|textarea)\b[^>]*>", text):
        named = re.search(r'\sid="([^"]+)"', tag)
        if 'type="hidden"' not in tag and (named is None or named[1] not in labelled):
            yield f"no label: {tag}"
    for places in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', text):
        if not set(places.split()) <= ids:
            yield f"described by what is not there: {places}"


KEPT = (_opens, _runs_nothing_of_its_own, _forms_are_protected, _fields_are_named)
"""What a page keeps, each naming what is wrong: a page is opened once in each language and looked at by all of them."""


def test_every_page_opens_in_every_language_and_keeps_what_every_page_keeps(
    office: Office, pages: dict[str, list[str]]
) -> None:
    """Each of `KEPT`, on every page of every seat in both directions of writing."""
    wrong = []
    for who, addresses in pages.items():
        browser = _browser(office, who)
        for language in LANGUAGES:
            browser.cookies["django_language"] = language
            for address in addresses:
                answer = browser.get(address)
                text = answer.content.decode()
                wrong += [f"{address} ({language}): {fault}" for kept in KEPT for fault in kept(answer, text, language)]
    assert wrong == []


@pytest.mark.parametrize(("page", "fault"), [
    ("<html lang=\"en\" dir=\"ltr\"><h1><h1><title>A – article3</title>", "2 main headings"),
    ("<title> – article3</title>", "no title"), ("<p style=\"color:red\">", "a script or style of its own"),
    ("<form method=\"post\"></form>", "no token"), ("<a href=\"//elsewhere\">", "leads away"),
    ("<input name=\"a\">", "no label"), ("<input id=\"a\">", "no label"),
    ("<p aria-describedby=\"b\">", "described by what is not there")])
def test_a_planted_fault_is_named(page: str, fault: str) -> None:
    """A look that finds nothing anywhere would pass everything."""
    answer = HttpResponse(page, headers={"Content-Security-Policy": "default-src 'none'"})
    assert any(said.startswith(fault) for kept in KEPT for said in kept(answer, page, "en"))


def test_what_stands_under_another_reference_is_not_there(office: Office, pages: dict[str, list[str]]) -> None:
    """Absent and forbidden answer with the same bytes, on every address that names a record."""
    absent = office.browsers["xb"].get("/bureau/incoming/" + "0" * 32 + "/")
    assert absent.status_code == 404
    for address in pages["xa"]:
        if re.search(r"[0-9a-f]{32}", address):
            answer = office.browsers["xb"].get(address)
            assert (answer.status_code, answer.content) == (404, absent.content), address
