"""A dispute at the screens: raised by a holder, on the desk with its day, answered; the source learns nothing."""

from __future__ import annotations

import re

import pytest

from article3.acts.open_review import OpenReview
from article3.project.settings import LANGUAGES
from tests.sites.conftest import Office
from tests.sites.visitor import Visitor


@pytest.fixture
def out(office: Office) -> str:
    """A notice of XA in force."""
    return office.published(office.proposed(office.examined(office.requested())))


def test_a_dispute_is_raised_answered_and_read(office: Office, out: str) -> None:
    """By XB, whose source reads the same bytes before, meanwhile and after."""
    before = read_by_its_source(office, out)
    holder = Visitor(office.browsers["xb"]).visit(f"/bureau/incoming/{out}/").says("Dispute it")
    holder.visit(f"/bureau/incoming/{out}/dispute/").fill(reason="judged_already", text="He was acquitted here.")
    holder.press("Send the dispute").says("The task force answers by the day shown", "He was acquitted here.", "by ")
    assert read_by_its_source(office, out) == before
    assert "Nothing is disputed" in office.browsers["xa"].get("/bureau/disputes/").content.decode()
    assert "Nothing is disputed" in office.browsers["xc"].get("/bureau/disputes/").content.decode()
    desk = Visitor(office.browsers["second"]).visit("/secretariat/disputes/").says("The person was finally judged")
    assert "acquitted" not in desk.text, "the words are for the reviewer of the file"
    office.perform(OpenReview(reference=out), "second")
    desk.visit(re.search(rf"/secretariat/files/{out}/disputes/\w+/", desk.visit("/secretariat/disputes/").text)[0])
    desk.says("He was acquitted here.").fill(answer="followed", because="The judgment is in the file.")
    desk.press("Answer").says("The bureau is told.", "Nothing is disputed")
    holder.visit("/bureau/disputes/").says("Your dispute was followed.")
    assert "The judgment is in the file" not in holder.text
    assert read_by_its_source(office, out) == before


def read_by_its_source(office: Office, reference: str) -> str:
    """The page of the item, without the forms' tokens."""
    text = office.browsers["xa"].get(f"/bureau/items/{reference}/").content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)


def test_who_does_not_hold_it_finds_no_page_to_dispute_it(office: Office, out: str) -> None:
    """Its source, an unpublished request, a number that is none: the same answer."""
    waiting = office.requested()
    answers = [office.browsers[who].get(f"/bureau/incoming/{reference}/dispute/")
               for who, reference in (("xa", out), ("xb", waiting), ("xb", "0" * 32))]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}


@pytest.mark.usefixtures("sealed")
@pytest.mark.parametrize("language", [code for code, _ in LANGUAGES])
def test_the_new_pages_open_in_every_language(office: Office, out: str, language: str) -> None:
    """One main heading, the page's language and direction."""
    pages = {"xb": ["/bureau/disputes/", f"/bureau/incoming/{out}/dispute/", "/bureau/confidence/",
                    "/bureau/confidence/give/"], "second": ["/secretariat/disputes/"],
             "attests": ["/protection/", "/protection/attest/", "/protection/batch/"],
             "custodian": ["/custodian/", "/custodian/log/"], "oversight": ["/public/drop/", "/public/drop/back/"]}
    for who, addresses in pages.items():
        browser = office.browsers[who]
        browser.cookies["django_language"] = language
        for address in addresses:
            answer = browser.get(address)
            text = answer.content.decode()
            assert answer.status_code == 200, address
            assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in text, address
            assert text.count("<h1") == 1, address
