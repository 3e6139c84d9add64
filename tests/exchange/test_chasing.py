"""A removal that is not signed for is chased by the clock: reminded after 1, 3 and 7 days, oversight's after 14."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from article3.commands.propagation import told_of
from article3.exchange import models
from article3.journal.pages import Pages
from article3.line import propagation
from article3.wiring.chasing import chase_removals
from tests.wiring.test_wiring import seat_members

ITEM, ORDER = "b" * 32, "remove-" + "b" * 32
A_SECOND = timedelta(seconds=1)


@pytest.fixture
def owed_at(db: None) -> datetime:
    """XA owes the removal of an item since then; XC has signed."""
    seat_members()
    at = timezone.now()
    models.Delivered.objects.create(item=ITEM, source="XB", digest="0" * 64, version=1, reviewed=False,
                                    recalled_by=ORDER, first_at=at, recalled_at=at)  # fmt: skip
    for number, bureau in enumerate(("XA", "XC"), start=1):
        models.Holder.objects.create(item=ITEM, bureau=bureau, since=at)
        models.Debt.objects.create(order=ORDER, item=ITEM, bureau=bureau, number=number, owed_at=at)
    models.Debt.objects.filter(bureau="XC").update(settled_at=at, answer="purged")
    return at


def reminders() -> list[str]:
    """What XA was sent, by which reminder it is."""
    sent = models.Outgoing.objects.filter(kind="removal_reminder").order_by("number")
    assert {row.bureau for row in sent} <= {"XA"}, "who has signed is not reminded"
    return [row.about for row in sent]


def chased() -> list[str]:
    """What of it stands in the journal."""
    return [line.what for line in Pages().lines() if line.what.startswith("Removal")]


@pytest.mark.parametrize(("days", "step"), [(1, "1"), (3, "2"), (7, "3")])
def test_a_holder_is_reminded_on_the_day_not_a_second_before_and_not_twice(owed_at: datetime, days: int, step: str
                                                                           ) -> None:  # fmt: skip
    """One event in the journal and one message for each step."""
    due = owed_at + timedelta(days=days)
    chase_removals(due - A_SECOND)
    before = reminders()
    assert step not in before
    assert chase_removals(due) == {"RemovalReminded": 1}
    assert reminders() == [*before, step]
    assert chase_removals(due) == chase_removals(due + timedelta(hours=23)) == {}
    assert chased() == ["RemovalReminded"] * len(reminders())


def test_after_fourteen_days_it_is_oversights_and_nothing_more_is_sent(owed_at: datetime) -> None:
    """A second before it is only reminded; afterwards the clock has nothing left to do."""
    due = owed_at + timedelta(days=14)
    assert chase_removals(due - A_SECOND) == {"RemovalReminded": 1}, "one for all that were missed"
    found = propagation.of(ITEM)
    assert found is not None and not found.escalated
    assert chase_removals(due) == {"RemovalEscalated": 1}
    found = propagation.of(ITEM)
    assert found is not None and found.escalated
    assert chase_removals(due + timedelta(days=900)) == {}
    assert (reminders(), chased()) == (["3"], ["RemovalReminded", "RemovalEscalated"])


def test_what_is_signed_for_meanwhile_is_chased_no_further(owed_at: datetime) -> None:
    """Nor does it stay before oversight."""
    chase_removals(owed_at + timedelta(days=20))
    models.Debt.objects.update(settled_at=owed_at + timedelta(days=21), answer="purged")
    assert chase_removals(owed_at + timedelta(days=40)) == {}
    found = propagation.of(ITEM)
    assert found is not None and not found.escalated and found.complete


def test_the_command_says_how_far_each_holder_was_chased(owed_at: datetime) -> None:
    """For programs the number of steps and the instant."""
    chase_removals(owed_at + timedelta(days=3))
    holders = {each["bureau"]: each for each in told_of(propagation.of(ITEM))["holders"]}
    assert (holders["XA"]["chased"], holders["XA"]["escalated_at"], holders["XC"]["chased"]) == (2, None, 0)
    chase_removals(owed_at + timedelta(days=14))
    assert {each["bureau"] for each in told_of(propagation.of(ITEM))["holders"] if each["escalated_at"]} == {"XA"}
