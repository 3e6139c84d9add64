"""A trace knows its file again under every disguise, says nothing without the key, and is no other's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from article3.reentry.features import features, near_days
from article3.reentry.marks import Trace, grounds_of, holds, sought, trace
from article3.reentry.weighing import weigh
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import Channel, Communication, IdentityDocument, Name, Person
from article3.terms.dates import partial_date
from tests.desk import murder

KEY, OTHER_KEY = b"k" * 32, b"l" * 32
REFUSED = murder("b" * 32)
PERSON = REFUSED.person
assert PERSON is not None


def kept(key: bytes = KEY, sent: Communication = REFUSED, reference: str = "b" * 32) -> Trace:
    """The trace of the refused request."""
    return trace((features(sent),), reference=reference, since=datetime(2026, 3, 2, tzinfo=UTC),
                 grounds=(RefusedOn.ARTICLE_3,), key=key)


def linked(sent: Communication, key: bytes = KEY) -> bool:
    """Found by a mark, and enough of it."""
    said, stored = features(sent), kept()
    return bool(set(sought(said, key)) & stored.find) and weigh(said, holds(stored, key)) is not None


def on(**changes: Any) -> Communication:
    """A request of another bureau, on other facts, on the person so changed."""
    return Communication(reference="c" * 32, channel=Channel.NOTICE_REQUEST, source="XD",
                         person=replace(PERSON, **changes))


def named(family: str, given: str, **changes: Any) -> Communication:
    """The same under another spelling, without the passport."""
    return on(names=(Name(family=family, given=given),), **{"documents": (), **changes})


def message(text: str) -> Communication:
    """A free message."""
    return Communication(reference="d" * 32, channel=Channel.MESSAGE, source="XD", recipients=("XB",), text=text)


@pytest.mark.parametrize("again", [
    named("Wortan", "Ico"), named("Iko", "Vortan"), named("Вортан", "Ико"), named("فورتان", "إيكو"),
    named("Vortann", "Iko", birth_dates=(partial_date("1984-06-13"),)),
    named("Vortan", "Iko", birth_dates=(partial_date("1984-12-06"),)),
    named("Vortan", ""), on(names=()), message("Please locate Iko Vortan, born 12 June 1984."),
    message("Просим найти: Вортан Ико, 12.06.1984"), message("please tell us of passport QM448210"),
    message("يرجى تحديد مكان فورتان إيكو المولود في ١٢/٠٦/١٩٨٤")],
    ids=["spelling", "order", "cyrillic", "arabic", "a day later", "day and month", "part", "passport alone", "message",
         "cyrillic message", "passport in a message", "arabic message"])
def test_a_disguise_does_not_help(again: Communication) -> None:
    """Nor does an ally as the sender: no feature says who sent it."""
    assert linked(again)


@pytest.mark.parametrize("innocent", [
    named("Vortan", "Elsebet", birth_dates=(partial_date("1990-01-20"),)),
    named("Kelmes", "Iko", birth_dates=(partial_date("1984-06-12"),)),
    named("Vortan", "Iko", birth_dates=(partial_date("1961-02-03"),), birth_place="", nationalities=()),
    message("Please tell us when the conference begins."), message("")],
    ids=["family name", "birthday", "namesake of another age", "no person", "nothing"])
def test_who_is_only_like_them_is_not_linked(innocent: Communication) -> None:
    """A family name, a birthday, a namesake: one likeness is not enough."""
    assert not linked(innocent)


def test_without_the_key_nothing_is_found_even_by_the_very_same_text() -> None:
    """Not by trying the name, the birth date or the passport."""
    again = replace(REFUSED, reference="c" * 32)
    said, stored = features(again), kept()
    assert linked(again)
    assert not set(sought(said, OTHER_KEY)) & stored.find
    assert weigh(said, holds(stored, OTHER_KEY)) is None


def test_marks_to_weigh_by_are_no_other_traces() -> None:
    """Two refusals of one person share only the few marks they are found by; the ground is no shared mark either."""
    one, other = kept(), kept(reference="e" * 32)
    assert one.find == other.find
    assert not one.weigh & other.weigh


def test_the_ground_is_read_with_the_key_only() -> None:
    """Without it every ground would be possible."""
    assert grounds_of(holds(kept(), KEY)) == (RefusedOn.ARTICLE_3,)
    assert grounds_of(holds(kept(), OTHER_KEY)) == (RefusedOn.OTHER,)


def test_a_trace_holds_digests_of_one_length_and_nothing_else() -> None:
    """Nothing of it tells a name from a date."""
    stored = kept()
    assert {len(mark) for mark in stored.find} == {12}
    assert {len(mark) for mark in stored.weigh} == {8}


def test_days_near_a_day() -> None:
    """Before, after, changed over, a year off; the last day there is has no day after it."""
    day = partial_date("1984-06-12").earliest
    assert {str(near) for near in near_days(day)} >= {"1984-06-11", "1984-06-13", "1984-12-06", "1983-06-12",
                                                      "1985-06-12"}
    assert day not in near_days(day)
    assert near_days(day.max) and near_days(day.min)


def test_a_short_number_of_a_paper_says_nothing() -> None:
    """12 is on too many papers."""
    few = on(names=(), birth_dates=(), documents=(IdentityDocument(kind="passport", number="12"),))
    assert not features(few).numbers
    assert features(few).empty


def test_a_person_without_anything_is_like_nobody() -> None:
    """Nothing known is no likeness."""
    sent = Communication(reference="f" * 32, channel=Channel.NOTICE_REQUEST, source="XD", person=Person())
    assert features(sent).empty
