"""Events applied: the same events give the same file, every event is known, and every file survives its store."""

from __future__ import annotations

from dataclasses import fields

import msgspec
import pytest

from article3.lifecycle import events, knowledge_events, research_events, review_events
from article3.lifecycle.after import _changed, after, begin
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.deletion import emptied
from article3.lifecycle.events import (
    CommunicationReceived,
    DraftDiscarded,
    DraftKept,
    Event,
    RoutingEndProposed,
    RoutingEndSigned,
    RoutingProposed,
    RoutingSigned,
)
from article3.lifecycle.possible import POSSIBLE
from article3.lifecycle.states import State
from tests.acts.situations import SITUATIONS, desk_in
from tests.desk import REFERENCE

MODULES = (events, review_events, knowledge_events, research_events)
EVERY_EVENT = {kind for module in MODULES for kind in vars(module).values()
               if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event}
WITHOUT_A_FILE = {CommunicationReceived, DraftKept, DraftDiscarded, RoutingProposed, RoutingSigned, RoutingEndProposed,
                  RoutingEndSigned, knowledge_events.FactLearned, knowledge_events.LearnedFactWithdrawn,
                  knowledge_events.RulingLearned, knowledge_events.RetrospectiveStarted,
                  knowledge_events.StockEnrolled, knowledge_events.SampleDrawn}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_replaying_the_events_of_a_file_gives_the_file(situation: str) -> None:
    """All but the findings of the day, which the rules give again."""
    desk = desk_in(situation)
    first, *rest = [entry for entry in desk.journal.entries if entry.reference == REFERENCE]
    assert isinstance(first, CommunicationReceived)
    replayed = begin(first)
    for entry in rest:
        replayed = after(replayed, entry)
    ignored = {"version", "assessed"}
    for field in fields(CaseFile):
        if field.name not in ignored:
            assert getattr(replayed, field.name) == getattr(desk.file(), field.name), field.name


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_file_survives_being_written_and_read(situation: str) -> None:
    """Plain records only: what is decoded equals what was encoded, and every event can be encoded too."""
    desk = desk_in(situation)
    assert msgspec.json.decode(msgspec.json.encode(desk.file()), type=CaseFile) == desk.file()
    for entry in desk.journal.entries:
        assert msgspec.json.decode(msgspec.json.encode(entry), type=type(entry)) == entry


def test_every_event_says_what_it_changes_and_where_it_may_happen() -> None:
    """A new event without its change or its states would be found here."""
    assert set(_changed.registry) >= EVERY_EVENT - WITHOUT_A_FILE
    assert EVERY_EVENT - WITHOUT_A_FILE - {review_events.FileAssessed} == set(POSSIBLE)


def test_an_event_of_another_file_is_a_bug() -> None:
    """It never changes this one."""
    file = desk_in("received").file()
    other = review_events.FactWithdrawn(reference="b" * 32, at=file.received_at, by="x", seat="secretariat",
                                        fact="immunity", on=file.received_at.date())
    with pytest.raises(AssertionError):
        after(file, other)


def test_an_emptied_file_keeps_only_that_it_was_there_and_how_it_ended() -> None:
    """No field but these holds anything."""
    file = desk_in("expired").file()
    assert file.deleted_on is not None
    assert emptied(file, file.deleted_on) == file
    kept = {"reference", "communication", "state", "received_at", "version", "ending", "retention", "restrictions",
            "timeline", "deleted_on", "gateway"}
    for field in fields(CaseFile):
        if field.name not in kept:
            assert not getattr(file, field.name), field.name
    assert file.gateway is not None and file.gateway.standing is None, "no text waits there either"
    assert file.state is State.EXPIRED
    assert file.communication.person is None


def test_the_timeline_names_each_event_once_in_order() -> None:
    """With who acted and from which seat; the findings of each day are not steps."""
    steps = desk_in("published").file().timeline
    assert [step.event for step in steps] == [
        "CommunicationReceived", "ArrivalExamined", "ReviewOpened", "WorksheetFilled",
        *["FindingAnswered"] * sum(step.event == "FindingAnswered" for step in steps),
        "DecisionProposed", "DecisionTaken", "NoticePublished"]
    assert {step.seat for step in steps} == {"bureau:XA", "secretariat"}
