"""Acts through the real adapters: the same papers as on the desk of the tests, all or nothing, for mandates only."""

from __future__ import annotations

import threading
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connections, transaction

from article3 import wiring
from article3.acts.decide import Decide
from article3.acts.examine_arrival import ExamineArrival
from article3.acts.fill_worksheet import FillWorksheet
from article3.acts.open_review import OpenReview
from article3.acts.ports import Changed, NotFound
from article3.acts.request_notice import RequestNotice
from article3.acts.save_draft import SaveDraft
from article3.exchange.models import Outgoing, Waiting
from article3.exchange.post import Post
from article3.journal.pages import Pages
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import State
from article3.officers import roll
from article3.register.files import Files
from article3.register.models import File
from article3.terms.communication import Channel, Level
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole
from article3.wiring import sealing_room
from tests import papers
from tests.acts.situations import SITUATIONS, desk_in
from tests.desk import CLOCK, FIRST, MEMBERS, OF_PERSON, OF_REQUESTER, REFERENCE, SECOND, Desk, bureau, murder


@dataclass
class WiredDesk(Desk):
    """The same office on the real register."""

    def perform(self, order: object, sitting: Any) -> Any:
        event = wiring.perform(order, sitting=sitting, at=self.at)
        self.open_gateway()
        return event

    def open_gateway(self) -> None:
        for reference in Files(bureaus=tuple, order=None).arriving(apart_from=None, most=50):
            wiring.perform(ExamineArrival(reference=reference), sitting=CLOCK, at=self.at)

    def file(self, reference: str = REFERENCE) -> CaseFile:
        with transaction.atomic():
            return Files(bureaus=tuple, order=None).file(reference)


@pytest.fixture
def desk(db: None) -> WiredDesk:
    """Five bureaus and an empty register."""
    seat_members()
    return WiredDesk()


def seat_members() -> None:
    """The seats of the bureaus the tests know."""
    for code in MEMBERS:
        roll.open_seat(f"bureau:{code}", f"Bureau {code}")


def unsealed(file: CaseFile) -> CaseFile:
    """The file with the text of its message, which the real register keeps sealed."""
    assert file.state is not State.SENT or "he was seen" not in repr(file.communication)
    return sealing_room.for_the_guard(file)


@pytest.mark.parametrize("situation", list(SITUATIONS))
def test_every_situation_is_the_same_on_the_real_register_as_on_paper(desk: WiredDesk, situation: str) -> None:
    """The file, the messages in order for each bureau, and the journal's kinds and files, act by act.

    What a source is told at the beat comes to it after the rest.
    """
    SITUATIONS[situation](desk)
    paper = desk_in(situation)
    assert unsealed(desk.file()) == paper.file()
    posted = defaultdict(list)
    for to, message in paper.outbox.posted:
        posted[to].append((message.kind.value, message.reference, message.about))
    later = set(Waiting.objects.values_list("bureau", flat=True))
    wiring.give_out(desk.at + timedelta(days=1))
    stored = defaultdict(list)
    for row in Outgoing.objects.order_by("bureau", "number"):
        stored[row.bureau].append((row.kind, row.reference, row.about))
        assert row.number == len(stored[row.bureau])
    assert {to: sorted(told) if to in later else told for to, told in stored.items()} == {
        to: sorted(told) if to in later else told for to, told in posted.items()
    }
    assert [(line.what, line.reference) for line in Pages().lines()] == [
        (type(event).__name__, event.reference) for event in paper.journal.entries
    ]


@pytest.mark.parametrize("situation", list(SITUATIONS))
def test_whatever_happened_a_third_bureau_reads_only_what_reached_it(desk: WiredDesk, situation: str) -> None:
    """XD is nobody's recipient: it reads notices in force or ended after publication, and nothing else at all."""
    SITUATIONS[situation](desk)
    reader = wiring.reader(bureau("XD"), "incoming", desk.at)
    rows = reader.incoming().rows
    file = desk.file()
    ever_published = any(message.kind == "notice_published" for message in Outgoing.objects.filter(bureau="XD"))
    kept_to_fewer = bool(file.former_lives) and file.channel is Channel.DIFFUSION
    assert bool(rows) is (ever_published and not kept_to_fewer)
    found = reader.search(wiring.Query(name="vortan")).rows
    assert bool(found) is (file.state is State.PUBLISHED)
    with pytest.raises(NotFound):
        reader.own_item(REFERENCE)
    if not ever_published:
        with pytest.raises(NotFound):
            reader.published(REFERENCE)


class TestMandates:
    """Who may do what is checked before anything is looked at."""

    def test_an_act_outside_the_mandate_is_refused(self, desk: WiredDesk) -> None:
        """A bureau does not review, a reviewer does not request."""
        desk.requested()
        for order, sitting in ((OpenReview(reference=REFERENCE), bureau("XA")),
                               (RequestNotice(communication=murder("b" * 32)), FIRST)):  # fmt: skip
            with pytest.raises(Refused, match="mandate"):
                desk.perform(order, sitting)

    def test_an_unknown_order_is_our_bug(self, desk: WiredDesk) -> None:
        """No act, no guess."""
        with pytest.raises(AssertionError):
            desk.perform(object(), FIRST)

    @pytest.mark.parametrize("sitting", [OF_REQUESTER, OF_PERSON], ids=["of_requester", "of_person"])
    def test_to_a_reviewer_of_the_own_country_a_file_is_absent_in_acts_too(self, desk: WiredDesk, sitting: Any) -> None:
        """The same exception, without words, as for a reference that nobody has."""
        desk.requested()
        for reference in (REFERENCE, "0" * 32):
            with pytest.raises(NotFound) as absent:
                desk.perform(OpenReview(reference=reference), sitting)
            assert str(absent.value) == ""

    def test_a_second_reviewer_reads_what_waits_for_their_word(self, desk: WiredDesk) -> None:
        """Before the proposal only its line, after it the whole file, and after the decision still."""
        SITUATIONS["under_review"](desk)
        with pytest.raises(NotFound):
            wiring.reader(SECOND, "second_review", desk.at).case(REFERENCE)
        desk.proposed()
        assert wiring.reader(SECOND, "second_review", desk.at).case(REFERENCE).file == desk.file()
        desk.decided()
        assert wiring.reader(SECOND, "second_review", desk.at).case(REFERENCE).version == desk.file().version


class TestOneTransaction:
    """Register, outbox and journal commit together or not at all."""

    @pytest.mark.parametrize("broken", [(Post, "close"), (Pages, "append"), (Files, "add")])
    def test_when_one_of_them_fails_nothing_is_left_of_the_act(self, desk: WiredDesk, monkeypatch, broken) -> None:
        """Whichever of the three."""

        def fails(*_: object, **__: object) -> None:
            raise OSError("the disk is full")

        monkeypatch.setattr(*broken, fails)
        with pytest.raises(OSError):
            desk.requested()
        assert not File.objects.exists() and not Outgoing.objects.exists() and not list(Pages().lines())

    def test_a_refused_act_leaves_nothing(self, desk: WiredDesk) -> None:
        """No version, no entry, no message."""
        file = desk.requested()
        entries = len(list(Pages().lines()))
        with pytest.raises(Refused):
            desk.perform(FillWorksheet(reference=REFERENCE, factors=(), predominance="x"), FIRST)
        assert desk.file() == file and len(list(Pages().lines())) == entries


class TestChanges:
    """Two people on one file."""

    def test_an_act_that_meets_a_change_is_tried_anew_once(self, desk: WiredDesk, monkeypatch) -> None:
        """Then it succeeds, and nothing is done twice."""
        desk.requested()
        keep, meets = Files.keep, iter([Changed(), None])

        def once(self: Files, file: CaseFile) -> None:
            trouble = next(meets)
            if trouble:
                raise trouble
            keep(self, file)

        monkeypatch.setattr(Files, "keep", once)
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        assert desk.file().version == 3
        assert [line.what for line in Pages().lines()].count("ReviewOpened") == 1

    def test_an_act_that_meets_changes_twice_is_refused_with_a_sentence(self, desk: WiredDesk, monkeypatch) -> None:
        """And says what to do."""
        desk.requested()
        monkeypatch.setattr(Files, "keep", lambda self, file: (_ for _ in ()).throw(Changed()))
        with pytest.raises(Refused, match="read it again"):
            desk.perform(OpenReview(reference=REFERENCE), FIRST)

    def test_an_order_on_an_old_version_is_refused(self, desk: WiredDesk) -> None:
        """Nobody decides on a file that is no longer the one read."""
        SITUATIONS["proposed"](desk)
        with pytest.raises(Refused, match="read it again"):
            desk.perform(Decide(reference=REFERENCE, version=desk.file().version - 1, agrees=True), SECOND)


def test_two_reviewers_who_take_up_one_file_at_once_are_one_reviewer_and_one_refusal(committed: None) -> None:
    """Real transactions, two threads: one wins, the other is told so, and the file has one review."""
    seat_members()
    WiredDesk().requested()
    outcomes: list[str] = []
    start = threading.Barrier(2)

    def take(sitting: Any) -> None:
        try:
            start.wait()
            wiring.perform(OpenReview(reference=REFERENCE), sitting=sitting)
            outcomes.append("taken")
        except Refused:
            outcomes.append("refused")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=take, args=(sitting,)) for sitting in (FIRST, SECOND)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused", "taken"]
    assert [line.what for line in Pages().lines()].count("ReviewOpened") == 1


class TestPost:
    """Messages inside one installation."""

    def test_a_bureau_takes_in_what_it_is_owed_once_and_in_order(self, desk: WiredDesk) -> None:
        """A second delivery brings nothing; another bureau's box is its own."""
        SITUATIONS["published"](desk)
        taken = wiring.deliver("XA")
        assert [delivered.number for delivered in taken] == list(range(1, len(taken) + 1)) and taken
        assert wiring.deliver("XA") == ()
        assert wiring.inbox(bureau("XA")) == taken
        assert wiring.inbox(bureau("XA"), after=1) == taken[1:]
        assert wiring.inbox(bureau("XB")) == ()
        assert wiring.inbox(FIRST) == ()

    def test_numbers_of_a_box_say_nothing_about_other_boxes(self, desk: WiredDesk) -> None:
        """Dense for each bureau, from 1: no gap tells that somebody else got something."""
        desk.requested()
        desk.requested(murder("b" * 32, source="XB"))
        assert [message.number for message in wiring.deliver("XB")] == [1]


class TestTakingOver:
    """Files from elsewhere fill an empty register and no other."""

    def test_into_an_empty_register(self, db: None) -> None:
        """All at once, with their place in the queue."""
        wiring.take_over([papers.received(), papers.published()])
        row = wiring.reader(papers.sitting("secretariat"), "choosing_work", papers.NOW).queue().rows[0]
        assert row.why.startswith("Look by")

    def test_not_over_files_that_are_there(self, db: None) -> None:
        """Refused, with nothing added."""
        wiring.take_over([papers.received()])
        with pytest.raises(Refused):
            wiring.take_over([papers.received()])
        assert File.objects.count() == 1


def test_names_of_officers_are_for_colleagues_of_the_seat(db: None) -> None:
    """Everybody else keeps the opaque id."""
    roll.open_seat("secretariat", "Secretariat")
    officer = roll.enrol("amina", nationality="QM", full_name="Amina Vell")
    since = date(2020, 1, 1)
    roll.give_mandate(officer, "secretariat", MandateRole.REVIEWER, clearance=Level.CONFIDENTIAL, since=since)
    assert wiring.officer_names([officer], FIRST) == {officer: "Amina Vell"}
    assert wiring.officer_names([officer], bureau("XA")) == {}


def test_a_draft_is_saved_and_found_again_by_its_bureau(desk: WiredDesk) -> None:
    """Through acts and Reader."""
    desk.perform(SaveDraft(draft="d" * 32, title="A", form_json='{"a": 1}'), bureau("XA"))
    draft = wiring.reader(bureau("XA"), "own_item", desk.at).draft("d" * 32)
    assert (draft.title, draft.form_json) == ("A", '{"a": 1}')
    with pytest.raises(NotFound):
        desk.perform(SaveDraft(draft="d" * 32, title="B", form_json="{}"), bureau("XB"))


def test_references_are_random_and_long() -> None:
    """128 bit, no order."""
    made = {wiring.new_reference() for _ in range(1000)}
    assert len(made) == 1000 and all(len(reference) == 32 and int(reference, 16) for reference in made)
