"""A09: a bureau that floods the gateway delays itself; what others sent is looked at as soon as without the flood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from article3 import wiring
from article3.acts.send_message import SendMessage
from article3.register.files import Files
from article3.register.models import File
from article3.terms.communication import Channel, Communication
from tests.desk import bureau
from tests.wiring.test_wiring import seat_members

NOW = timezone.now()


@pytest.fixture
def sends(db: None) -> Callable[..., list[str]]:
    """A bureau sends so many messages, the first one so many minutes from now."""
    seat_members()

    def some(source: str, count: int, minutes: int = 0) -> list[str]:
        sent = []
        for number in range(count):
            reference = wiring.new_reference()
            message = Communication(reference=reference, channel=Channel.MESSAGE, source=source, recipients=("QM",),
                                    subject="Assistance", text=f"Is plate {number} registered?")  # fmt: skip
            wiring.perform(SendMessage(communication=message), sitting=bureau(source),
                           at=NOW + timedelta(minutes=minutes, seconds=number))  # fmt: skip
            sent.append(reference)
        return sent

    return some


def next_ones(most: int, apart_from: str | None = None) -> list[str]:
    """What the gateway takes up next."""
    return [str(each) for each in Files(bureaus=tuple, order=None).arriving(apart_from=apart_from, most=most)]


def test_a09_one_bureaus_flood_does_not_delay_what_another_sent_after_it(sends: Callable[..., list[str]]) -> None:
    """XA sends sixty, then XB and XC three each: after one round of six, two of each are through."""
    flood, others = sends("XA", 60), {source: sends(source, 3, minutes=5) for source in ("XB", "XC")}
    assert wiring.open_gateway(NOW + timedelta(minutes=6), most=6) == 6
    waits = set(File.objects.filter(arriving=True).values_list("reference", flat=True))
    assert [each in waits for each in others["XB"]] == [each in waits for each in others["XC"]] == [False, False, True]
    assert [each in waits for each in flood] == [False, False, *[True] * 58]
    assert wiring.open_gateway(NOW + timedelta(minutes=6), most=3) == 3
    assert not File.objects.filter(arriving=True, source__in=("XB", "XC")).exists()


def test_the_turns_of_others_are_the_same_without_the_flood(sends: Callable[..., list[str]]) -> None:
    """Only what it itself sent stands behind."""
    quiet = [*sends("XA", 1), *sends("XB", 2, minutes=1), *sends("XC", 2, minutes=2)]
    before = next_ones(6)
    assert before == [quiet[0], quiet[1], quiet[3], quiet[2], quiet[4]], "first each one's oldest, then each one's next"
    sends("XA", 40, minutes=-3)
    flood = set(File.objects.filter(source="XA").values_list("reference", flat=True))
    assert [each for each in next_ones(6) if each not in flood] == [each for each in before if each not in flood]


def test_one_source_alone_goes_by_age_and_ones_own_is_left_out(sends: Callable[..., list[str]]) -> None:
    """Nothing waits, one waits, several wait."""
    assert next_ones(5) == []
    sent = sends("XA", 4)
    assert next_ones(3) == sent[:3]
    assert next_ones(3, apart_from="XA") == []


def test_the_question_costs_the_same_whatever_waits(sends: Callable[..., list[str]]) -> None:
    """Two queries, and both find their way by the gateway's own index."""
    sends("XB", 1)
    sends("XA", 30)
    with CaptureQueriesContext(connection) as asked:
        assert len(next_ones(10)) == 6
    assert len(asked) == 2
    if connection.vendor == "sqlite":
        for query in asked.captured_queries:
            with connection.cursor() as cursor:
                cursor.execute("EXPLAIN QUERY PLAN " + query["sql"])
                plan = " ".join(str(row[-1]) for row in cursor.fetchall())
            assert "at_the_gateway" in plan and "SCAN register_file" not in plan
