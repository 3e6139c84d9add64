"""Decisions without names: what may tell who somebody is, and what the public finds (Statute 44)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from article3.commands.demo.decisions import DECISIONS
from article3.commission.lifecycle.anonymity import Sure, tells
from article3.commission.register.papers import library
from article3.terms.facts_commission import CommissionOutcome
from article3.terms.reasons import Ground
from tests.commission.written import said

TEXT = "The applicant was judged while absent and could not choose a lawyer. The Chamber found that nobody told them."


def certain(text: str) -> set[str]:
    """What must go."""
    return {tell.found for tell in tells(text, said()) if tell.sure is Sure.CERTAIN}


def perhaps(text: str) -> set[str]:
    """What must be looked at."""
    return {tell.found for tell in tells(text, said()) if tell.sure is Sure.LOOK}


def test_a_text_without_names_has_no_flag() -> None:
    """Words of the procedure are no names."""
    assert tells(TEXT, said()) == ()
    assert tells("The Requests Chamber and the General Secretariat agreed.", said()) == ()


@pytest.mark.parametrize(("text", "found"), [
    ("In the case of Karimova the Chamber found", "Karimova"), ("KARIMOVA was judged", "KARIMOVA"),
    ("the applicant, Leylà, said", "Leylà"), ("passport QM448210 was taken", "QM448210"),
    ("born on 1984-06-12 in a port", "1984-06-12")])
def test_names_numbers_and_days_of_the_file_must_go(text: str, found: str) -> None:
    """In capitals, with accents, wherever they stand."""
    assert found in certain(text)


@pytest.mark.parametrize(("text", "found"), [
    ("the witness Anton Berg said", "Anton Berg"), ("write to a.berg@example.org now", "a.berg@example.org"),
    ("he called +49 170 1234567 twice", "+49 170 1234567"), ("on 2024-11-03 he left", "2024-11-03")])
def test_what_may_be_a_name_is_shown(text: str, found: str) -> None:
    """Others' names, addresses, numbers, days."""
    assert found in perhaps(text) and not certain(text)


@pytest.mark.django_db(databases=["default", "commission"])
def test_the_public_finds_decisions_by_words_grounds_and_outcome() -> None:
    """Without an account; every word counts, in any spelling of accents; what does not fit is not there."""
    on = date(2026, 9, 1)
    first = library.publish("Trial in absentia", TEXT, language="en", outcome=CommissionOutcome.NOT_COMPLIANT,
                            grounds=[Ground.IN_ABSENTIA, Ground.FAIR_HEARING], on=on)
    second = library.publish("Une dette privée", "Un chèque impayé.", language="fr", on=on + timedelta(days=1),
                             outcome=CommissionOutcome.COMPLIANT, grounds=[Ground.PRIVATE_MATTER])
    assert (first, second) == ("2026-0001", "2026-0002")
    numbers = lambda **asked: [row.number for row in library.found(**asked)[0]]  # noqa: E731
    assert numbers() == [second, first] and numbers(words="ABSENT lawyer") == [first]
    assert numbers(words="cheque privee") == [second] and numbers(words="absent cheque") == []
    assert numbers(ground="in_absentia") == [first] and numbers(outcome="compliant") == [second]
    page = Client().get("/portal/decisions/", {"words": "lawyer\x00", "ground": "in_absentia", "page": "9" * 30})
    assert page.status_code == 200
    assert "could not choose a lawyer" in Client().get(f"/portal/decisions/{first}/").content.decode()
    assert Client().get("/portal/decisions/2026-0009/").status_code == 404
    assert library.one("2026-0001\x00") is None


@pytest.mark.django_db(databases=["default", "commission"])
def test_a_page_of_the_library_asks_the_database_the_same_whatever_it_holds(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    """Two questions a page: the rows and their tags."""
    for number in range(library.PAGE + 5):
        library.publish(f"Decision {number}", TEXT, language="en", outcome=CommissionOutcome.COMPLIANT,
                        grounds=[Ground.ACCURACY], on=date(2026, 9, 1))
    with django_assert_max_num_queries(2, using="commission") as _asked:
        rows, more = library.found("decision")
    assert len(rows) == library.PAGE and more and len(library.found("decision", page=2)[0]) == 5


def test_the_invented_decisions_of_the_demo_hold_no_name() -> None:
    """They pass the checker they are shown beside."""
    for title, outcome, grounds, text in DECISIONS:
        assert tells(f"{title}. {text}", said()) == () and CommissionOutcome(outcome) and all(map(Ground, grounds))
