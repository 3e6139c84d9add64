"""Every row of the index is accounted for, exactly once; a hole stops the program."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from article3.law import accounting
from article3.law.accounting import Status, accounts, check, totals
from article3.law.index import citation, rows
from article3.law.provision import PROVISIONS, Subject, met, provision
from article3.law.questions import figures, first_question, questions
from article3.law.rulebook import assess, load
from article3.law.subjects import record_of
from article3.terms.finding import Outcome
from tests.rulebook.judging import TODAY

load()
NOTHING_TO_ASK = {"CCF-33-D", "RPD-99-M"}
"""The draft is switched off by default; and where no ground is cited nothing is cited wrongly."""


def test_all_255_rows_are_accounted_for() -> None:
    """One account a row, in the order of the index, with a reason, and at least 180 computed or asked."""
    assert [account.rule for account in accounts()] == list(rows())
    assert len(accounts()) == 255 == sum(totals().values())
    assert totals()["computed"] + totals()["asked"] >= 180
    assert all(account.reason and account.citation and account.edition for account in accounts())


def test_rows_marked_unsure_are_advisory_and_no_others() -> None:
    """What nobody has checked asks and never refuses."""
    advisory = {account.rule for account in accounts() if account.status is Status.ADVISORY}
    assert advisory == {row.rule for row in rows().values() if row.unsure}


def test_asked_rows_say_the_question() -> None:
    """The reason of an asked row is the question itself."""
    assert all(account.reason.endswith("?") for account in accounts() if account.status is Status.ASKED)


@pytest.mark.parametrize(("rule", "since"), [("RPD-22-6", date(2024, 11, 7)), ("CCF-33-2", date(2025, 11, 27)),
                                             ("RPD-49", date(2012, 7, 1)), ("CON-32", date(1956, 6, 13))])
def test_every_row_has_its_first_day(rule: str, since: date) -> None:
    """From the provision where it came later, else from its instrument."""
    assert next(account.since for account in accounts() if account.rule == rule) == since


def test_a_deleted_article_has_a_last_day() -> None:
    """Works-of-art notices ended, unfunded cheques were judged otherwise before the list of January 2022."""
    ends = {account.rule: account.until for account in accounts() if account.until is not None}
    assert ends["LST-C-1-OLD"] == date(2022, 1, 28)


def test_a_row_without_an_account_stops_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A provision taken away leaves a hole, and the hole is named."""
    monkeypatch.setattr(accounting, "PROVISIONS", [rule for rule in PROVISIONS if rule.rule != "RPD-49"])
    with pytest.raises(AssertionError, match=r"not accounted for: \['RPD-49'\]"):
        check()


def test_a_row_accounted_for_twice_stops_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may call a rule both computed and not for software."""
    monkeypatch.setattr(accounting, "not_for_software", lambda: {"RPD-49": "An excuse.", "RPD-13": "", "RPD-15": ""})
    with pytest.raises(AssertionError, match=r"both provided and excused: \['RPD-49'\]"):
        check()


def test_an_excuse_for_no_row_stops_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt rule id in the list of excuses is found at start."""
    monkeypatch.setattr(accounting, "not_for_software", lambda: {"RPD-4711": "An excuse."})
    with pytest.raises(AssertionError, match="RPD-4711"):
        check()


def test_an_unsure_row_that_refuses_stops_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Advisory is not a matter of taste."""
    binding = [replace(rule, advisory=False) if rule.rule == "REF-9" else rule for rule in PROVISIONS]
    monkeypatch.setattr(accounting, "PROVISIONS", binding)
    with pytest.raises(AssertionError, match="REF-9"):
        check()


def test_a_citation_that_does_not_resolve_stops_the_program() -> None:
    """Neither a provision nor a citation can name a row that does not exist."""
    with pytest.raises(AssertionError, match="RPD-4711"):
        citation("RPD-4711", "2025")
    with pytest.raises(AssertionError, match="RPD-4711"):
        provision("RPD-4711", reads=())(lambda facts, on: met("Never."))


@pytest.mark.parametrize("rule", [rule for rule in PROVISIONS if rule.subject is not Subject.COMMUNICATION
                                  and rule.rule not in NOTHING_TO_ASK], ids=lambda rule: rule.rule)
def test_nothing_known_is_a_question_and_never_a_pass(rule: object) -> None:
    """A record of which nobody has said anything is asked about, whatever the rule."""
    assert first_question(rule)


def test_every_subject_has_one_record_and_can_be_assessed_empty() -> None:
    """No subject fails on a record of which nothing is known, and none is silent."""
    for subject in Subject:
        findings = assess(record_of(subject)(), TODAY, subject=subject).findings
        assert findings or subject in (Subject.COMMUNICATION, Subject.PROCEDURE)
        assert not [each for each in findings if each.outcome is Outcome.NOT_MET]


def test_questions_and_figures_are_read_from_the_provision_itself() -> None:
    """Also those its own helping functions put, and every dated value of a figure."""
    rule = next(rule for rule in PROVISIONS if rule.rule == "CCF-40-1")
    assert "Is access, correction or deletion asked for?" in questions(rule)
    assert [value["value"] for value in figures(rule)["commission.access_months"]] == [4]
    first = next(rule for rule in PROVISIONS if rule.rule == "CCF-33-3")
    assert [value["value"] for value in figures(first)["commission.secretariat_first"]] == [False, True]


def test_the_rulebook_loads_quickly() -> None:
    """Every command that judges pays for this; it stays a fraction of a second, at the latest at the third try: on a
    busy machine a processor may be counted while it waits for memory."""
    program = ("import time; began = time.process_time(); from article3.law.rulebook import load; load(); "
               "print(time.process_time() - began)")
    took = (subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True,
                           env={"PYTHONPATH": "src"}).stdout for _ in range(3))  # fmt: skip
    assert any(float(seconds) < 1 for seconds in took), "seconds of processor; about 0.17 when this was written"
