"""Neither confirm nor deny: an applicant's page, letters, steps and days are the same whether or not data exist."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from unittest import mock

import pytest
from django.test import Client
from django.utils import timezone

from article3.commands.evaluate.parity import CHANCE, PLANTED, measured, planted
from article3.commission import wiring
from article3.commission.acts.cast_vote import CastVote
from article3.commission.acts.decide_request import DecideRequest
from article3.commission.acts.order_block import OrderBlock
from article3.commission.acts.propose_ruling import ProposeRuling
from article3.commission.lifecycle.application import Wish
from article3.commission.lifecycle.outlook import last_beat, outlook
from article3.commission.lifecycle.ruling import Ballot
from article3.terms.clocks import months_after
from article3.terms.facts_commission import CommissionOutcome, Remedy, UrgencyGround
from article3.terms.reasons import ToPerson
from tests.commission import wing


def test_bytes_steps_and_days_are_the_same_for_every_pair() -> None:
    """Nothing differs at all; time is measured by `article3 evaluate parity` and asserted nowhere."""
    report = measured(pairs=30, seed=3)
    assert report["different"] == 0 and report["bound"] > 0.5


def test_the_observer_finds_every_one_of_ten_planted_differences() -> None:
    """A weak observer would pass everything: this one must find each."""
    assert len(PLANTED) == 10
    found = planted(PLANTED, pairs=8, seed=5)
    assert {name: right for name, right in found.items() if right < 0.95} == {}


@pytest.mark.django_db(databases=["default", "commission"])
def test_two_pages_of_one_application_are_the_same_bytes(settings) -> None:
    """Through the real wing and the real portal: one request with data and a block, one with nothing found."""
    world = wing.furnished()
    file = wing.diffusion(world)
    pages = [_page(world, found) for found in ((file,), ())]
    assert pages[0] == pages[1]


def _page(world, files: tuple[str, ...]) -> bytes:
    """The applicant's page after the decision on a request for access, what is random in it left out."""
    began = datetime(2026, 3, 2, 9, tzinfo=UTC)
    code, reference = wing.sent(world, wing.application(Wish.ACCESS), at=began)
    later = began + timedelta(days=3)
    wing.admitted(world, reference, at=later)
    wing.identified(world, reference, *files, at=later)
    sits = wing.seated(world, reference, at=later)
    for file in files:
        wiring.perform(OrderBlock(reference=reference, file=file, id=wiring.new_id(), because="Held.",
                                  urgency=UrgencyGround.DETENTION), sitting=sits[0], at=later)
    with mock.patch("article3.commission.lifecycle.chamber._require_sequence"):  # tried in test_letter_box.py
        draft = wing.draft(sits[0], told=False, outcome=CommissionOutcome.COMPLIANT, on=later.date(),
                           remedies=frozenset({Remedy.NONE}))
        wiring.perform(ProposeRuling(reference=reference, draft=draft), sitting=sits[0], at=later)
    wiring.perform(CastVote(reference=reference, ballot=Ballot.FOR, reasons=""), sitting=sits[0], at=later)
    found = wiring.request(sits[0], reference)
    wiring.perform(DecideRequest(reference=reference, ids=wiring.ids_for(found)), sitting=sits[0], at=later)
    request = wiring.own_request(code)
    assert outlook(request, date(2026, 12, 1)).answer is ToPerson.NOTHING_TO_SAY
    return _rendered(request)


def _rendered(request) -> bytes:
    from article3.commission.letters.letter import sheet
    from article3.commission.letters.of_request import letters_of
    from article3.commission.letters.page import as_html
    from article3.commission.lifecycle.own_file import own_file

    on, request = date(2026, 12, 1), replace(request, reference="0" * 32)  # random, and told to its applicant
    texts = [repr(own_file(request, on)), *(as_html(sheet(letter)) for letter in letters_of(request, {}, on))]
    return "\n".join(texts).encode()


@pytest.mark.django_db(databases=["default", "commission"])
def test_the_day_of_an_answer_that_tells_nothing_follows_from_admissibility_alone() -> None:
    """However soon or late within the time it was decided: the last beat before the time is over."""
    world = wing.furnished()
    _, reference = wing.sent(world, wing.application(Wish.ACCESS), at=datetime(2026, 3, 2, 9, tzinfo=UTC))
    wing.admitted(world, reference, at=datetime(2026, 3, 5, 9, tzinfo=UTC))
    due = months_after(date(2026, 3, 5), 4)
    assert last_beat(due) == date(2026, 7, 1)


@pytest.mark.django_db(databases=["default", "commission"])
def test_a_wrong_code_is_answered_as_any_other_wrong_code() -> None:
    """Enumeration by receipt code learns nothing (security design A18)."""
    wing.furnished()
    browser = Client()
    answers = [browser.post("/portal/back/", {"code": code}) for code in ("1" * 40, "2" * 40)]
    assert answers[0].status_code == answers[1].status_code
    assert wiring.own_request("1" * 40) is None and wiring.own_outlook("x") is None
    assert CHANCE == 0.5 and timezone
