"""The applicant's portal by forms alone: begun, saved at each step, resumed, sent, and read again."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from article3.commands.evaluate.submitting import round as submitting
from article3.commands.evaluate.submitting.cases import CASES
from article3.commission.lifecycle.receipt_code import lookup_of
from article3.commission.register.papers import unsent
from article3.commission.register.papers.models import Unsent, UnsentPaper
from article3.commission.wiring.applicant import own
from article3.project import catalogues
from tests.commission.applicant import ANSWERS, Applicant
from tests.commission.written import JPEG, ON

catalogues.compile_all()
pytestmark = pytest.mark.django_db(databases=["default", "commission"])
LARGEST_BYTES = 30_000


def plain(page: bytes) -> bytes:
    """A page without what is random in every page."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page)


def test_a_request_is_written_sent_and_read_again() -> None:
    """From the first page to the letter, with nothing but a code on paper."""
    applicant = Applicant().begin().write()
    assert "Nothing is missing." in applicant.page("/portal/ask/check/")
    applicant.send()
    assert applicant.back().headers["Location"] == "/portal/request/"
    page = applicant.page()
    assert "Received. The Commission looks whether it can deal with it." in page
    assert "Your request has arrived" in page and "How this date was computed" in page and "passport.jpg" in page
    letter = applicant.page("/portal/request/letters/receipt/")
    assert "The Commission received your request on" in letter
    pdf = applicant.browser.get("/portal/request/letters/receipt/pdf/")
    assert pdf.content.startswith(b"%PDF") and pdf["Content-Type"] == "application/pdf"


def test_it_is_saved_at_each_step_and_resumed_where_one_stopped() -> None:
    """The next page is the first nobody has been to; what was typed wrongly is kept too."""
    applicant = Applicant().begin()
    applicant.answer("wish")
    applicant.answer("sender")
    applicant.answer("person", born_on="1984-13-45")
    assert applicant.back().headers["Location"] == "/portal/ask/"
    assert applicant.browser.get("/portal/ask/").headers["Location"] == "/portal/ask/identity/"
    page = applicant.page("/portal/ask/person/?mend=1")
    assert 'value="1984-13-45"' in page and "“1984-13-45” is not a day of the calendar." in page


def test_what_is_not_sent_opens_with_the_code_and_with_nothing_else() -> None:
    """Neither a name nor a file stands readable in the tables; given up, nothing is left."""
    applicant = Applicant().begin()
    applicant.answer("person")
    applicant.answer("identity", ("passport.jpg", JPEG))
    row, paper = Unsent.objects.get(), UnsentPaper.objects.get()
    kept = bytes(row.sealed) + bytes(paper.record) + bytes(paper.content)
    assert all(word not in kept for word in (b"Karimova", b"passport", JPEG[:40])) and applicant.code not in row.lookup
    applicant.browser.post("/portal/ask/give-up/")
    assert not Unsent.objects.exists() and not UnsentPaper.objects.exists()


def test_an_unsent_request_nobody_touches_is_deleted() -> None:
    """After half a year, not a day before."""
    unsent.begin("1" * 40, ON)
    assert unsent.forget(ON + timedelta(days=unsent.KEPT_DAYS)) == 0
    assert unsent.forget(ON + timedelta(days=unsent.KEPT_DAYS + 1)) == 1


def test_every_wrong_code_gets_one_answer() -> None:
    """Byte for byte, whether it is short, mistyped, of nobody, or no code at all; a right one opens (A18)."""
    sent = Applicant().begin().write().send()
    writing = Applicant().begin()
    slip = sent.code[:-1] + str((int(sent.code[-1]) + 1) % 10)
    answers = {plain(Client().post("/portal/back/", {"code": code}).content)
               for code in (slip, sent.code[:-1], "", "0" * 40, "x" * 500, sent.code + "0", "<b>", "\x00")}
    assert len(answers) == 1 and Client().post("/portal/back/", {"code": slip}).status_code == 200
    assert sent.back().status_code == writing.back().status_code == 302


def test_every_look_up_of_a_code_asks_the_same_of_the_database() -> None:
    """Whatever is typed, the Commission's database is asked the same two questions."""
    counted = set()
    for code in ("", "0" * 40, "12 34"):
        with CaptureQueriesContext(connections["commission"]) as queries:
            Client().post("/portal/back/", {"code": code})
        counted.add(len(queries))
    assert counted == {2}


def test_without_a_code_there_is_nothing_to_see() -> None:
    """Every page of a request leads to the page that asks for the code; a code of nobody in the cookie too."""
    pages = ["/portal/code/", "/portal/ask/", "/portal/ask/wish/", "/portal/ask/check/", "/portal/request/",
             "/portal/request/letters/receipt/", "/portal/request/papers/" + "0" * 64 + "/"]
    stranger, other = Client(), Client()
    other.cookies["article3-request"] = "1" * 40
    for address in pages:
        assert stranger.get(address).headers["Location"] == "/portal/back/"
        assert other.get(address).headers["Location"] == "/portal/back/"


def test_the_applicant_writes_and_reads_their_own_papers_only() -> None:
    """A message with a file; a file is handed out as bytes, to its owner."""
    applicant, other = Applicant().begin().write().send(), Applicant().begin().write().send()
    page = applicant.browser.post("/portal/request/write/", {"kind": "message", "text": "  "})
    assert "Write something, or attach a file." in page.content.decode()
    proof = JPEG + b"proof\xff\xd9"
    applicant.browser.post("/portal/request/write/", {"kind": "message", "text": "Here is the judgment.",
                                                      "file": SimpleUploadedFile("judgment.jpg", proof)})
    assert "Here is the judgment." in applicant.page() and "judgment.jpg" in applicant.page()
    mine = own(applicant.code)
    assert mine is not None
    digest = mine.request.messages[0].papers[0].digest
    got = applicant.browser.get(f"/portal/request/papers/{digest}/")
    assert got.content == proof and got["Content-Type"] == "application/octet-stream"
    assert got["Content-Disposition"].startswith("attachment") and "sandbox" in got["Content-Security-Policy"]
    assert other.browser.get(f"/portal/request/papers/{digest}/").status_code == 404


def test_nothing_is_promised_before_it_happened() -> None:
    """No certificate, no status letter, no report of a country that has not updated, while nothing was carried out."""
    applicant = Applicant().begin().write().send()
    assert "status letter" not in applicant.page().lower()
    assert "follows a deletion that was carried out" in \
        applicant.browser.post("/portal/request/status-letter/").content.decode()
    assert "There is no certificate yet" in \
        applicant.browser.post("/portal/request/not-updated/", {"country": "XA"}).content.decode()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_are_small_and_of_one_heading(language: str) -> None:
    """On an old phone: under 30 kB each, one h1, no script written into the page."""
    applicant = Applicant(browser=Client(headers={"accept-language": language})).begin().write()
    addresses = ["/portal/", "/portal/code/", "/portal/back/", "/portal/decisions/", "/portal/status-letter/",
                 "/portal/ask/check/", *(f"/portal/ask/{part}/?mend=1" for part in ANSWERS)]
    pages = {address: applicant.browser.get(address) for address in addresses}
    applicant.send()
    pages["/portal/request/"] = applicant.browser.get("/portal/request/")
    for address, answer in pages.items():
        page = answer.content.decode()
        assert answer.status_code == 200 and len(answer.content) < LARGEST_BYTES, address
        assert page.count("<h1") == 1 and not re.search(r"<script(?![^>]* src=)| on\w+=|style=", page), address


def test_every_defective_submission_reads_its_mend_and_is_found_again() -> None:
    """`article3 evaluate portal`, here in one process: said, kept, no crash, none lost."""
    assert len(CASES) >= 40
    assert not [each.as_row() for each in submitting.tried() if not each.as_wanted()]


def test_a_case_that_reads_another_sentence_fails() -> None:
    """The evaluation can fail: with a mend that is not said, with a file that is not kept."""
    wrong = replace(next(case for case in CASES if case.name == "no purpose"), mend="Say nothing.")
    lost = replace(next(case for case in CASES if case.name == "very small photograph"), kept="another.jpg")
    assert not any(each.as_wanted() for each in submitting.tried([wrong, lost]))


def test_a_code_typed_in_arabic_digits_opens_the_request() -> None:
    """The keyboard of the phone does not matter."""
    applicant = Applicant().begin()
    arabic = applicant.code.translate({ord("0") + n: chr(0x660 + n) for n in range(10)})
    assert Client().post("/portal/back/", {"code": arabic}).status_code == 302
    assert unsent.exists(lookup_of(applicant.code))
