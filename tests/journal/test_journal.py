"""The journal only grows, holds no content, and shows every tampering that its stored bytes can show."""

from __future__ import annotations

import threading

import msgspec
import pytest
from django.db import DatabaseError, connection, connections, transaction

from article3.acts.filing import reassessed
from article3.journal import guards, pages, tree
from article3.journal.models import Entry
from article3.lifecycle.events import DraftKept
from tests import papers

XA = papers.sitting("bureau:XA")


def an_event(**said: object) -> DraftKept:
    """An invented event."""
    return DraftKept(**({"reference": "d" * 32, "at": papers.NOW, "by": "1" * 32, "seat": "bureau:XA"} | said))


def drop(guard: str) -> None:
    """Take one guard away, as somebody with the database's password could."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {guard}" + (" ON journal_entry" if connection.vendor == "postgresql" else ""))


@pytest.mark.django_db
class TestAppending:
    """What an entry holds."""

    def test_an_event_is_written_down_by_kind_reference_time_officer_and_seat(self) -> None:
        """RPD 126; numbered from 0 without gaps."""
        for _ in range(3):
            pages.Pages().append(an_event())
        lines = list(pages.Pages().lines())
        assert [line.sequence for line in lines] == [0, 1, 2]
        assert (lines[0].what, lines[0].reference, lines[0].at) == ("DraftKept", "d" * 32, papers.NOW)
        assert (lines[0].officer, lines[0].seat, lines[0].why) == ("1" * 32, "bureau:XA", "")

    def test_no_content_is_in_an_entry_only_a_keyed_digest(self, settings) -> None:
        """With another key the same event has another digest: without the key it cannot be guessed at."""
        file = papers.under_review("1" * 32)
        event = reassessed(file, at=papers.NOW, sitting=papers.sitting("secretariat"))
        pages.Pages().append(event)
        settings.JOURNAL_KEY = b"another" + bytes(25)
        pages.Pages().append(event)
        first, second = (bytes(entry.body) for entry in Entry.objects.order_by("sequence"))
        assert b"orvane" not in first and b"because" not in first
        assert msgspec.json.decode(first)["digest"] != msgspec.json.decode(second)["digest"]

    def test_lines_of_one_file_or_one_officer(self) -> None:
        """Looked up by reference and by opaque id."""
        for reference, officer in (("a", "1"), ("a", "2"), ("b", "2")):
            pages.Pages().append(an_event(reference=reference * 32, by=officer * 32))
        assert [line.sequence for line in pages.Pages().lines(reference="a" * 32)] == [0, 1]
        assert [line.sequence for line in pages.Pages().lines(officer="2" * 32)] == [1, 2]

    def test_a_reading_of_many_names_none_of_them(self) -> None:
        """A list is one entry: how many, why, and a digest."""
        pages.Pages().note("incoming", sitting=XA, why="incoming", at=papers.NOW, references=["a" * 32, "b" * 32])
        body = msgspec.json.decode(bytes(Entry.objects.get().body))
        assert (body["files"], body["why"], body["reference"]) == (2, "incoming", "")
        assert "a" * 32 not in str(body)

    def test_an_entry_goes_when_its_business_change_does(self) -> None:
        """One transaction: nothing half done."""
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            pages.Pages().append(an_event())
            raise ZeroDivisionError
        pages.Pages().append(an_event())
        assert [line.sequence for line in pages.Pages().lines()] == [0]


@pytest.mark.django_db
class TestGuards:
    """The databases themselves refuse."""

    @pytest.mark.parametrize("change", [
        lambda: Entry.objects.update(what="nothing"), lambda: Entry.objects.all().delete(),
        lambda: Entry.objects.filter(sequence=0).update(sequence=5),
    ])  # fmt: skip
    def test_no_entry_is_changed_or_removed(self, change) -> None:
        """Also by a program that is not ours."""
        pages.Pages().append(an_event())
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            change()
        assert Entry.objects.get().what == "DraftKept"

    def test_the_adapter_has_no_verb_that_takes_away(self) -> None:
        """Two that add, three that read."""
        assert {name for name in vars(pages.Pages) if not name.startswith("_")} == {
            "append", "note", "lines", "acts", "numbered"}

    def test_missing_guards_are_noticed(self) -> None:
        """doctor asks this."""
        assert guards.standing(connection)
        drop(sorted(guards.NAMES[connection.vendor])[0])
        assert not guards.standing(connection)
        guards.stand(connection)
        assert guards.standing(connection)


@pytest.mark.django_db
class TestChecking:
    """The stored bytes are what counts."""

    @pytest.fixture(autouse=True)
    def _five_entries(self) -> None:
        for n in range(5):
            pages.Pages().append(an_event(reference=f"{n}" * 32))

    def _tamper(self, **values: object) -> None:
        for name in guards.NAMES[connection.vendor]:
            drop(name)
        Entry.objects.filter(sequence=2).update(**values) if values else Entry.objects.filter(sequence=2).delete()

    def test_the_root_is_computed_from_the_stored_bodies(self) -> None:
        """Length and root; one flipped bit is another root."""
        bodies = [bytes(entry.body) for entry in Entry.objects.order_by("sequence")]
        assert pages.root() == (5, tree.root(map(tree.leaf, bodies)))
        before = pages.root()
        self._tamper(body=bytes([bodies[2][0] ^ 1]) + bodies[2][1:])
        assert pages.root() != before

    def test_a_sound_journal_has_no_faults(self) -> None:
        """Nothing to say."""
        assert pages.faults() == []

    @pytest.mark.parametrize("values", [
        {"what": "NoticePublished"}, {"officer": "f" * 32}, {"reference": ""}, {"body": b"{}"}, {"body": b"\xff"},
        {"at": papers.NOW.replace(year=2020)}, {"seat": "secretariat"},
    ])  # fmt: skip
    def test_a_column_that_does_not_say_what_the_body_says_is_a_fault(self, values: dict[str, object]) -> None:
        """Each column."""
        self._tamper(**values)
        assert pages.faults() == ["entry 2 does not agree with its own body"]

    def test_a_missing_entry_and_a_cut_tail_are_faults(self) -> None:
        """The place is named."""
        self._tamper()
        assert pages.faults() == ["entry 2 is missing before entry 3"]
        Entry.objects.filter(sequence=4).delete()
        assert pages.faults()[-1] == "the journal should have 5 entries and has 4"


def test_entries_written_at_once_get_one_number_each(committed: None) -> None:
    """Two writers, no gap, no double: the count is locked until the transaction ends."""

    def write() -> None:
        try:
            for _ in range(10):
                pages.Pages().append(an_event())
        finally:
            connections.close_all()

    writers = [threading.Thread(target=write) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [line.sequence for line in pages.Pages().lines()] == list(range(20))
    assert pages.faults() == []
