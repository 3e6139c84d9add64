"""The inverted index and the facts on record as the database keeps them; what erasure leaves of them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from article3 import wiring
from article3.acts.expire_notice import ExpireNotice
from article3.acts.learn_fact import LearnFact
from article3.acts.withdraw_learned_fact import WithdrawLearnedFact
from article3.lifecycle.reopening import keys_of
from article3.register.known import record
from article3.register.known.models import Fact, FormerVersion, Rests
from article3.register.models import File
from article3.terms.knowledge import paper_key
from tests.acts.situations import SITUATIONS
from tests.desk import CLOCK, FIRST, REFERENCE, SECOND, bureau, murder
from tests.wiring.test_wiring import WiredDesk, seat_members

THE_MAN = paper_key("QM448210")


@pytest.fixture
def desk(db: None) -> WiredDesk:
    """Five bureaus and an empty register."""
    seat_members()
    return WiredDesk()


def learned(desk: WiredDesk, fact: str = "f" * 32) -> None:
    """Somebody learns something about the man."""
    desk.perform(LearnFact(fact=fact, kind="private_dispute", value=True, source="A letter", person=THE_MAN), SECOND)


def test_what_facts_and_decisions_are_found_by_is_keyed(desk: WiredDesk, settings) -> None:
    """Whoever steals the tables cannot try names and passport numbers on them."""
    learned(desk)
    mine, stored = record.digest(THE_MAN), bytes(Fact.objects.get().about)
    settings.CONTENT_KEY = bytes(32)
    assert stored == mine != record.digest(THE_MAN)


@pytest.mark.parametrize("situation", ["under_review", "published", "suspended", "reviewed", "refused", "cancelled"])
def test_the_index_holds_the_keys_of_every_file_and_no_others(desk: WiredDesk, situation: str) -> None:
    """What the document says, and nothing of what has ended."""
    SITUATIONS[situation](desk)
    for row in File.objects.all():
        file = desk.file(row.reference)
        held = {bytes(key) for key in Rests.objects.filter(file=row).values_list("key", flat=True)}
        assert held == {record.digest(key) for key in keys_of(file)}


def test_a_fact_finds_its_decisions_and_keeps_its_two_clocks(desk: WiredDesk) -> None:
    """Learned, shown to whoever reads the man's file, withdrawn, and no longer shown: but known then."""
    SITUATIONS["published"](desk)
    learned(desk)
    assert desk.file().is_reopened and record.found_by([THE_MAN]) == [REFERENCE]
    page = wiring.reader(FIRST, "examination", desk.at).case(REFERENCE)
    assert [fact.id for fact in wiring.facts_on_record(FIRST, page, desk.at)] == ["f" * 32]
    then = desk.at
    desk.wait(1)
    desk.perform(WithdrawLearnedFact(fact="f" * 32, because="A forgery."), FIRST)
    assert wiring.facts_on_record(FIRST, page, desk.at) == ()
    assert len(wiring.facts_on_record(FIRST, page, then)) == 1
    assert wiring.facts_on_record(bureau("XA"), page, then) == ()


def test_finding_costs_one_question_however_many_are_found(desk: WiredDesk) -> None:
    """One look-up of the index, with one decision or with three."""
    counts = []
    for letter in "abc":
        desk.published(murder(letter * 32))
        with CaptureQueriesContext(connection) as asked:
            found = record.found_by([THE_MAN])
        counts.append((len(found), len(asked)))
    assert counts == [(1, 1), (2, 1), (3, 1)]


def test_former_versions_are_kept_as_small_differences(desk: WiredDesk) -> None:
    """One row an act, a tenth of a document each."""
    SITUATIONS["published"](desk)
    rows = list(FormerVersion.objects.order_by("version"))
    assert [row.version for row in rows] == list(range(1, desk.file().version))
    whole = len(File.objects.get(pk=REFERENCE).body)
    assert sorted(len(row.body) for row in rows)[len(rows) // 2] < whole / 4


def test_facts_about_a_person_outlive_one_file_while_another_live_one_shares_the_person(desk: WiredDesk) -> None:
    """They go with the last of them."""
    SITUATIONS["published"](desk)
    desk.wait(40)
    desk.published(murder("b" * 32))
    learned(desk)
    desk.at = desk.at.replace(year=2031, month=3, day=10)
    desk.perform(ExpireNotice(reference=REFERENCE), CLOCK)
    assert Fact.objects.exclude(body=b"").count() == 1
    desk.at = desk.at.replace(month=6)
    desk.perform(ExpireNotice(reference="b" * 32), CLOCK)
    assert not Fact.objects.exclude(body=b"").exists()
