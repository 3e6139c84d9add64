"""P10: journal or outbox fails, the disk is full or read-only: no half act, a plain refusal, and it recovers.

The faults are raised under the real tables, by the connection itself, at every statement that writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from article3 import wiring
from article3.acts.withdraw_notice import WithdrawNotice
from article3.exchange.models import Box, Outgoing
from article3.journal.models import Entry, Length
from article3.register.models import File
from article3.terms.reasons import WithdrawalCode
from tests.sites.conftest import Office, office, request  # noqa: F401 - the office is a fixture

WRITES = ("INSERT", "UPDATE", "DELETE")
FULL, READ_ONLY = "database or disk is full", "attempt to write a readonly database"


def writes_to(table: str) -> Callable[[str], bool]:
    """True of a statement that writes to the table; to any of the installation's own for an empty name."""
    return lambda sql: sql.startswith(WRITES) and table in sql and "django_session" not in sql


@contextmanager
def failing(fails: Callable[[str], bool], message: str = FULL, *, at: int = 1) -> Iterator[list[str]]:
    """Statements of that kind fail from the `at`-th on, as the database would say it; yields those that were met."""
    met: list[str] = []

    def wrapper(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if fails(sql):
            met.append(sql)
            if len(met) >= at:
                raise OperationalError(message)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrapper):
        yield met


def everything() -> tuple[Any, ...]:
    """All that an act changes: file, journal, outbox, and the counters of both."""
    files = [(row.reference, row.version, row.standing, bytes(row.body)) for row in File.objects.order_by("pk")]
    boxes = list(Box.objects.order_by("pk").values_list())
    return files, list(Entry.objects.values_list("sequence", "what")), list(Length.objects.values_list()), boxes, list(
        Outgoing.objects.order_by("pk").values_list("bureau", "number", "kind"))  # fmt: skip


def withdraw(office: Office, reference: str) -> None:  # noqa: F811
    """XA withdraws its notice: everybody who read it is told."""
    office.perform(WithdrawNotice(reference=reference, code=WithdrawalCode.PURPOSE_MET), "xa")


@pytest.fixture
def notice(office: Office) -> str:  # noqa: F811
    """A notice that all members read."""
    return office.published(office.proposed(office.examined(office.requested())))


@pytest.mark.parametrize(("table", "message"), [
    ("journal_entry", FULL), ("journal_length", FULL), ("exchange_outgoing", FULL), ("exchange_box", FULL),
    ("register_file", FULL), ("", READ_ONLY),
])  # fmt: skip
def test_what_cannot_be_written_whole_is_not_written_at_all_and_goes_through_after_it(
    office: Office, notice: str, table: str, message: str) -> None:  # noqa: F811  # fmt: skip
    """The journal, the outbox, the register, or nothing can be written."""
    before = everything()
    with failing(writes_to(table), message) as met, pytest.raises(OperationalError, match=message):
        withdraw(office, notice)
    assert met and everything() == before
    withdraw(office, notice)
    assert everything()[1][-1][1] == "NoticeWithdrawn"
    assert office.file(notice).state.value == "withdrawn"
    assert len({number for bureau, number, _ in everything()[4] if bureau == "XB"}) == Box.objects.get(pk="XB").messages


def test_a_disk_that_fills_up_at_any_write_of_an_act_leaves_no_part_of_it(office: Office, notice: str) -> None:  # noqa: F811
    """At the first write, the second, and so on until the act comes through."""
    before, at = everything(), 0
    while True:
        at += 1
        with failing(writes_to(""), at=at) as met:
            try:
                withdraw(office, notice)
            except OperationalError:
                assert everything() == before, met[-1]
                continue
        break
    assert at > 4, "register, journal and outbox are several writes"
    assert office.file(notice).state.value == "withdrawn"


def test_reading_that_cannot_be_written_down_shows_nothing(office: Office, notice: str) -> None:  # noqa: F811
    """While the journal is down nobody reads a file unseen."""
    with failing(writes_to("journal_")), pytest.raises(OperationalError):
        wiring.reader(office.sittings["first"], "examination").case(notice)
    assert office.file(notice).reference == notice


def test_the_page_says_that_nothing_was_changed_and_works_again_by_itself(office: Office, notice: str) -> None:  # noqa: F811
    """No trace of a program, no name; the same form sent again does it."""
    browser: Client = office.browsers["xa"]
    browser.raise_request_exception = False
    form, before = {"code": WithdrawalCode.PURPOSE_MET.value, "because": ""}, everything()[0]
    with failing(writes_to("journal_entry")):
        answer = browser.post(f"/bureau/items/{notice}/withdraw/", form)
    said = answer.content.decode()
    assert answer.status_code == 500 and "Nothing was changed" in said
    assert "VORTAN" not in said.upper() and "Traceback" not in said and FULL not in said
    assert everything()[0] == before
    assert browser.post(f"/bureau/items/{notice}/withdraw/", form).status_code == 302
    assert office.file(notice).state.value == "withdrawn"
