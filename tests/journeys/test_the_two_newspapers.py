"""Walk-throughs 4 and 5: a newspaper names the prosecutor's private interest, after the decision or a year before it.

The decision reopens by itself; its note says that the article did not exist, or that it was there in another language
and what had been searched; the notice is blocked within minutes.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from article3 import wiring
from article3.acts.cancel_notice import CancelNotice
from article3.acts.learn_fact import LearnFact
from article3.acts.log_research import LogResearch
from article3.acts.open_review import OpenReview
from article3.acts.publish_notice import PublishNotice
from article3.lifecycle.examination import Reasons, Resolution
from article3.lifecycle.reopened import Findable, Reopening
from article3.lifecycle.states import State
from article3.terms.knowledge import Publication, paper_key
from article3.terms.reasons import CancellationCode, Ground, PublicCode, ToRequester
from tests.desk import FIRST, REFERENCE, SECOND, bureau
from tests.wiring.test_wiring import WiredDesk, seat_members

REASONS = Reasons(internal="The complainant is the prosecutor's partner in trade: see the article.",
                  public=PublicCode.OTHER, to_requester=(ToRequester.EXCLUDED_MATTER,))


@pytest.fixture
def desk(db: None) -> WiredDesk:
    """A notice in force; its reviewer had searched one newspaper in English and found nothing."""
    seat_members()
    desk = WiredDesk()
    desk.requested()
    desk.examined()
    desk.perform(LogResearch(reference=REFERENCE, entry="s1", query="Vortan prosecutor", source="Selen Courier",
                             read_on=desk.at.date(), bears_on="RPD-34-3-g", found=False, note="Nothing.",
                             language="en"), FIRST)
    desk.weighed()
    desk.proposed()
    desk.decided()
    desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)
    return desk


def learned(desk: WiredDesk, on: date, language: str) -> Reopening:
    """Twenty days later somebody reads the article; the note on the decision."""
    desk.at += timedelta(days=20)
    desk.perform(LearnFact(fact="f" * 32, kind="private_dispute", value=True, source="Selen Courier, page 3",
                           person=paper_key("QM448210"),
                           published=Publication(on=on, language=language, where="Selen Courier")), SECOND)
    file = desk.file()
    assert file.is_reopened and file.state is State.PUBLISHED, "reopened by itself; nothing else is changed by it"
    return file.reopened[-1]


def test_the_late_newspaper_did_not_exist_and_the_block_follows_in_minutes(desk: WiredDesk) -> None:
    """Walk-through 4."""
    note = learned(desk, date(2026, 3, 20), "en")
    assert note.findable is Findable.DID_NOT_EXIST and note.shifts
    queue = wiring.reader(FIRST, "choosing_work", desk.at).queue().rows
    assert [row.reference for row in queue] == [REFERENCE]
    before = desk.at
    blocked(desk)
    assert desk.at - before < timedelta(minutes=15)
    rows: Any = wiring.reader(bureau("XC"), "incoming", desk.at).incoming().rows
    assert [row.mark.value for row in rows] == ["remove"]
    assert not desk.file().is_reopened, "decided anew"


def test_the_findable_newspaper_says_so_and_what_was_searched(desk: WiredDesk) -> None:
    """Walk-through 5: a year earlier, in another language than the one that was searched."""
    note = learned(desk, date(2025, 3, 1), "ru")
    assert note.findable is Findable.FINDABLE
    assert note.published is not None and (note.published.language, note.published.on) == ("ru", date(2025, 3, 1))
    assert note.searched == ("s1",) and not note.searched_in_language
    searched = {entry.id: entry.language for entry in desk.file().research}
    assert searched[note.searched[0]] == "en"


def test_the_findable_newspaper_in_the_language_that_was_searched(desk: WiredDesk) -> None:
    """The note is as plain where it is uncomfortable."""
    note = learned(desk, date(2025, 3, 1), "en")
    assert note.findable is Findable.FINDABLE and note.searched_in_language


def blocked(desk: WiredDesk) -> None:
    """Two reviewers, a few minutes each."""
    for minutes, deed in ((2, lambda: desk.perform(OpenReview(reference=REFERENCE), FIRST)),
                          (4, lambda: desk.proposed(resolution=Resolution.CANCEL, reasons=REASONS,
                                                    grounds=(Ground.PRIVATE_MATTER,))),
                          (4, lambda: desk.decided())):
        desk.at += timedelta(minutes=minutes)
        deed()
    desk.perform(CancelNotice(reference=REFERENCE, version=desk.file().version,
                              code=CancellationCode.CONDITIONS_NOT_MET), FIRST)
