"""What applicants find in their own file, and the letters made from it: won, lost, and what must not be told apart."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from article3.commission.acts.publish_decision import PublishDecision, publish_decision
from article3.commission.letters.letter import Letter, sheet
from article3.commission.letters.of_request import letters_of
from article3.commission.letters.page import as_html
from article3.commission.letters.texts import LetterKind
from article3.commission.lifecycle.application import Urgency, Wish
from article3.commission.lifecycle.heard import Message, MessageKind
from article3.commission.lifecycle.hearing_applicant import hear
from article3.commission.lifecycle.own_file import may_have_status_letter, own_file
from article3.commission.lifecycle.request import (
    Asked,
    CommissionRequest,
    Days,
    Extension,
    Identified,
    Papers,
    Question,
    Stage,
)
from article3.commission.lifecycle.ruling import Carried, CountryReport, Decision, Measure, Measured, ReportState
from article3.commission.lifecycle.sharing import Item, Shared
from article3.commission.register import shelf
from article3.intake.status_letter import read
from article3.project import catalogues
from article3.project.home import status_letter_key
from article3.terms.facts_commission import CommissionOutcome, Remedy, UrgencyGround, WorkingLanguage
from article3.terms.facts_disclosure import RestrictionGround
from article3.terms.finding import Refused
from article3.terms.reasons import Ground
from tests.commission.applicant import Applicant
from tests.commission.wing import furnished
from tests.commission.written import said

catalogues.compile_all()
AT = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
LATER = date(2026, 12, 31)
DECIDED = date(2026, 3, 10)
GROUNDS = {Ground.IN_ABSENTIA.value: "The person was judged while absent"}


def request(*, told: bool = True, exist: bool = True, **changes: Any) -> CommissionRequest:
    """A request decided and carried out, with or without data."""
    carried = Carried(state=ReportState.COMPLETE, on=date(2026, 3, 20), received_on=DECIDED, countries=(
        CountryReport(bureau="XA", settled_on=date(2026, 3, 19)), CountryReport(bureau="XB")))
    order = Measure(id="m", file="f" * 32, measure=Measured.DELETE, ordered_on=DECIDED, due_on=date(2026, 4, 10),
                    by="o", carried=carried)
    block = replace(order, id="b", measure=Measured.BLOCK, ordered_on=date(2026, 1, 13))
    found = Identified(reference="f" * 32, source="XA", kind="red notice", state="published", found_on=AT.date())
    decision = Decision(outcome=CommissionOutcome.NOT_COMPLIANT, remedies=frozenset({Remedy.DELETE}), on=DECIDED,
                        grounds=(Ground.IN_ABSENTIA,), reasons="Nobody told the person of the trial.", alone=False,
                        votes_for=5, votes_against=0, data_may_be_told=told)
    whole = CommissionRequest(
        reference="a" * 32, application=said(), received_at=AT, stage=Stage.CARRIED_OUT, decision=decision,
        days=Days(acknowledged_on=AT.date(), admissibility_answered_on=date(2026, 1, 20),
                  admissible_on=date(2026, 1, 20), existence_checked_on=date(2026, 1, 21), decided_on=DECIDED),
        measures=(block, order) if exist else (), identified=(found,) if exist else ())
    return replace(whole, **changes)


def kinds(of: CommissionRequest, on: date = LATER) -> list[LetterKind]:
    """The letters there are."""
    return [letter.kind for letter in letters_of(of, GROUNDS, on)]


def one(of: CommissionRequest, kind: LetterKind) -> Letter:
    """One letter."""
    return next(letter for letter in letters_of(of, GROUNDS, LATER) if letter.kind is kind)


def test_after_a_win_there_are_a_decision_a_certificate_and_a_status_letter() -> None:
    """The countries that have done it by name, the others counted."""
    won = request()
    file = own_file(won, LATER)
    assert file.decision is won.decision and file.completed is not None and may_have_status_letter(won, file)
    assert [report.bureau for report in file.completed.countries] == ["XA"] and file.completed.unnamed == 1
    assert {LetterKind.DECISION, LetterKind.CARRIED_OUT, LetterKind.RECEIPT, LetterKind.ADMISSIBLE} == set(kinds(won))
    page = as_html(sheet(one(won, LetterKind.DECISION)))
    assert "Nobody told the person of the trial." in page and "The person was judged while absent" in page
    assert "The Commission ordered that the data be deleted." in page and "within six months" in page


@pytest.mark.parametrize("language", ["ar", "en", "fr", "es"])
def test_the_closed_answer_is_the_same_whether_or_not_there_are_data(language: str) -> None:
    """Byte for byte, letter by letter, with every day and clock."""
    written = said(language=WorkingLanguage(language))
    pair = [request(told=False, exist=exist, application=written) for exist in (True, False)]
    files = [own_file(each, LATER) for each in pair]
    assert files[0] == files[1] and files[0].decision is None and files[0].completed is None
    letters = [[as_html(sheet(letter)) for letter in letters_of(each, GROUNDS, LATER)] for each in pair]
    assert letters[0] == letters[1] and LetterKind.CLOSED_ANSWER in kinds(pair[0])


def test_a_planted_difference_would_be_seen() -> None:
    """A request that may be told differs from one that may not: the comparison above can fail."""
    assert own_file(request(told=True), LATER) != own_file(request(told=False), LATER)


def test_before_the_answer_left_nothing_of_the_decision_shows() -> None:
    """However soon it was decided."""
    early = request(told=False)
    file = own_file(early, DECIDED + timedelta(days=1))
    assert file.answered_on is None and file.decision is None and file.due is not None and file.due.done_on is None
    assert LetterKind.CLOSED_ANSWER not in kinds(early, DECIDED + timedelta(days=1))


def test_an_urgent_request_is_told_the_same_with_and_without_a_block() -> None:
    """Looked at is when it was ruled on, not when a block was ordered."""
    urgent = said(wish=Wish.URGENT_BLOCK, urgency=Urgency(ground=UrgencyGround.DETENTION))
    pair = [request(told=False, exist=exist, application=urgent) for exist in (True, False)]
    assert own_file(pair[0], LATER) == own_file(pair[1], LATER)
    assert one(pair[0], LetterKind.URGENT_ANSWER) == one(pair[1], LetterKind.URGENT_ANSWER)


def test_more_time_a_question_and_what_is_withheld_have_their_letters() -> None:
    """Each with its day and how it was computed; something withheld is told once data may be told."""
    asked = Question(id="q1", of=Asked.APPLICANT, about=None, text="Where were you?", asked_on=date(2026, 2, 1),
                     due_on=date(2026, 2, 15))
    inside = replace(asked, id="q2", of=Asked.SOURCE, text="What is the charge?")
    item = Item(id="i", what="A letter", owner="XA", noted_on=DECIDED, shared=Shared.CLOSED, settled_on=DECIDED,
                ground=RestrictionGround.RIGHTS_OF_OTHERS)
    busy = request(questions=(asked, inside), items=(item, replace(item, id="g", shared=Shared.GIST, gist="A charge")),
                   extension=Extension(days=30, because="Many papers.", on=date(2026, 3, 1), told_on=date(2026, 3, 1)))
    assert kinds(busy).count(LetterKind.QUESTION) == 1 and kinds(busy).count(LetterKind.WITHHELD) == 2
    more = as_html(sheet(one(busy, LetterKind.MORE_TIME)))
    assert "20 October 2026" in more and "19 November 2026" in more and "Many papers." in more
    closed = replace(busy, decision=replace(busy.decision, data_may_be_told=False))
    assert kinds(closed).count(LetterKind.WITHHELD) == 1, "a gist was shared by a decision, a closed item was not"


def test_an_inadmissible_request_says_each_mend_in_its_language() -> None:
    """And waits for what is missing."""
    missing = request(stage=Stage.INADMISSIBLE, decision=None, measures=(), papers=Papers(identity_document=False),
                      days=Days(acknowledged_on=AT.date(), admissibility_answered_on=date(2026, 1, 20)),
                      application=said(language=WorkingLanguage.FRENCH))
    page = as_html(sheet(one(missing, LetterKind.INADMISSIBLE)))
    assert "Joignez une photographie ou un scan" in page and kinds(missing) == [LetterKind.INADMISSIBLE,
                                                                               LetterKind.RECEIPT]


def message(kind: MessageKind, **changes: Any) -> Message:
    """What the applicant writes."""
    return Message(**{"id": "m", "at": datetime(2026, 12, 1, tzinfo=UTC), "kind": kind, "text": "A word."} | changes)


def test_the_applicant_is_heard_where_there_is_a_place_for_it() -> None:
    """An answer closes its question once; a country is reported after a certificate only."""
    asked = Question(id="q", of=Asked.APPLICANT, about=None, text="Where?", asked_on=date(2026, 2, 1),
                     due_on=date(2026, 2, 15))
    heard = hear(request(questions=(asked,)), message(MessageKind.ANSWER, about="q"))
    assert heard.questions[0].answer == "A word." and not heard.questions[0].open
    with pytest.raises(Refused, match="answered already"):
        hear(heard, message(MessageKind.ANSWER, about="q"))
    reported = hear(request(), message(MessageKind.NOT_UPDATED, about="XB"))
    assert LetterKind.NOT_UPDATED in kinds(reported)
    with pytest.raises(Refused, match="no certificate"):
        hear(request(told=False), message(MessageKind.NOT_UPDATED, about="XB"))
    with pytest.raises(Refused, match="Write something"):
        hear(request(), message(MessageKind.MESSAGE, text=" "))
    with pytest.raises(Refused, match="No ruling"):
        hear(request(), message(MessageKind.RULING_WANTED, about="yes"))


@pytest.mark.django_db(databases=["default", "commission"])
def test_the_winner_prints_a_status_letter_and_an_officer_checks_it() -> None:
    """From the portal's own pages to the page of the border officer; another document gets nothing from it."""
    applicant = Applicant().begin()
    won = replace(request(), reference=secrets.token_hex(16), received_at=datetime.now(UTC) - timedelta(days=300))
    shelf.Shelf().add(won, applicant.code)
    page = applicant.page()
    assert "Status letter to print" in page and "A country has not updated" in page and "If you do not agree" in page
    letter = applicant.browser.post("/portal/request/status-letter/").content.decode()
    code = re.search(r"<pre[^>]*>(.*?)</pre>", letter, re.S)[1]
    assert read(code, status_letter_key()).belongs_to("QM448210") and "Karimova" not in letter + code
    check = lambda number: applicant.browser.post("/portal/status-letter/",  # noqa: E731
                                                  {"code": code, "document": number}).content.decode()
    assert "genuine, valid and belongs to this document" in check("qm 448210")
    assert "does not belong to this document" in check("QM448211") and "does not belong" in check("")
    assert applicant.browser.post("/portal/request/status-letter/", {"pdf": "1"}).content.startswith(b"%PDF")
    applicant.browser.post("/portal/request/not-updated/", {"country": "XB", "text": "Stopped at the airport."})
    assert "We pursue what you reported" in applicant.page()


@pytest.mark.django_db(databases=["default", "commission"])
def test_a_decision_is_published_once_and_without_names() -> None:
    """A name of the file is refused whoever looked; what may be a name must be looked at."""
    world, code = furnished(), "7" * 40
    shelf.Shelf().add(request(), code)
    order = PublishDecision(reference="a" * 32, title="Judged while absent", language="en",
                            text="Nobody told the person. The witness Anton Berg said so.")
    give = lambda order: publish_decision(order, at=AT, sitting=world.desk, shelf=shelf.Shelf())  # noqa: E731
    with pytest.raises(Refused, match="Anton Berg"):
        give(order)
    with pytest.raises(Refused, match="Take out what tells who it is about: Karimova"):
        give(replace(order, text="Karimova was not told.", looked=True))
    give(replace(order, looked=True))
    assert "Judged while absent" in Applicant().page("/portal/decisions/?ground=in_absentia")
    with pytest.raises(Refused, match="already"):
        give(replace(order, looked=True))
