"""What every page of every seat keeps: it opens, it is small, it has one heading, and it runs no script of its own."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_in_every_language(office: Office, pages: dict[str, list[str]], language: str) -> None:
    """Status 200, the page's language and direction, one main heading, a title, under 100 kB."""
    for who, addresses in pages.items():
        browser = _browser(office, who)
        browser.cookies["django_language"] = language
        for address in addresses:
            answer = browser.get(address)
            text = answer.content.decode()
            assert answer.status_code == 200, address
            assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in text, address
            assert text.count("<h1") == 1, address
            assert re.search(r"<title>[^<–]*\w[^<–]* – article3</title>", text), address
            assert len(answer.content) < LARGEST_BYTES, (address, len(answer.content))


def test_no_page_carries_a_script_or_style_of_its_own(office: Office, pages: dict[str, list[str]]) -> None:
    """The content policy forbids them; a page that needs them would be broken."""
    inline = re.compile(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", re.I)
    for who, addresses in pages.items():
        for address in addresses:
            answer = _browser(office, who).get(address)
            assert not inline.search(answer.content.decode()), address
            assert "default-src 'none'" in answer["Content-Security-Policy"]
            assert "unsafe" not in answer["Content-Security-Policy"]


def test_every_form_carries_its_token_and_posts_to_this_site(office: Office, pages: dict[str, list[str]]) -> None:
    """A form that changes something is protected against forgery on every page."""
    for who, addresses in pages.items():
        for address in addresses:
            text = _browser(office, who).get(address).content.decode()
            for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", text, re.S):
                assert "csrfmiddlewaretoken" in form, address
            assert not re.search(r"<(form|a|link|script|img)[^>]*(action|href|src)=\"(https?:)?//", text), address


def test_every_field_has_a_label_and_a_place_for_its_error(office: Office, pages: dict[str, list[str]]) -> None:
    """No control without a name a screen reader can say; no described-by that leads nowhere."""
    for who, addresses in pages.items():
        for address in addresses:
            text = _browser(office, who).get(address).content.decode()
            ids = set(re.findall(r'\sid="([^"]+)"', text))
            labelled = set(re.findall(r'<label[^>]*\sfor="([^"]+)"', text))
            for tag in re.findall(r"<(?:input|select|textarea)\b[^>]*>", text):
                if 'type="hidden"' not in tag:
                    assert re.search(r'\sid="([^"]+)"', tag)[1] in labelled, (address, tag)
            for places in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', text):
                assert set(places.split()) <= ids, (address, places)


def test_what_stands_under_another_reference_is_not_there(office: Office, pages: dict[str, list[str]]) -> None:
    """Absent and forbidden answer with the same bytes, on every address that names a record."""
    absent = office.browsers["xb"].get("/bureau/incoming/" + "0" * 32 + "/")
    assert absent.status_code == 404
    for address in pages["xa"]:
        if re.search(r"[0-9a-f]{32}", address):
            answer = office.browsers["xb"].get(address)
            assert (answer.status_code, answer.content) == (404, absent.content), address
