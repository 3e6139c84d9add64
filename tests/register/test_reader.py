"""What each seat reads of files in every state, and that nobody learns of anything else."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from article3 import wiring
from article3.access.outward import Mark, Status
from article3.access.projection import HIDDEN_FROM_RECIPIENTS
from article3.acts.open_review import OpenReview
from article3.journal.pages import Pages
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.correspondence import Consultation, Question
from article3.lifecycle.examination import Resolution
from article3.lifecycle.publication import Caveat, Ending
from article3.lifecycle.states import State
from article3.register.files import Files
from article3.register.pages import NotFound
from article3.register.reader import Reader
from article3.terms.communication import Attachment, Channel, Level
from article3.terms.finding import Refused
from article3.terms.reasons import CaveatKind, IfSilent, ToRequester
from article3.terms.sitting import MandateRole, Sitting
from tests import papers

pytestmark = pytest.mark.django_db
XA, XB, XC = (papers.sitting(f"bureau:{code}") for code in ("XA", "XB", "XC"))


def keep(*files: CaseFile) -> None:
    """Put files into the register as they are."""
    Files(bureaus=tuple, order=None).add_many(files)


def eyes(sitting: Sitting, why: str = "incoming") -> Reader:
    """A reader at the hour of the tests."""
    return wiring.reader(sitting, why, papers.NOW)


def reads_nothing(sitting: Sitting, file: CaseFile) -> bool:
    """True when every way of reading gives this sitting the same as if the file were not there."""
    reader = eyes(sitting)
    for method in (reader.case, reader.own_item, reader.published):
        try:
            method(file.reference)
        except NotFound as absent:
            assert str(absent) == ""
        else:
            return False
    return not (sitting.bureau and (reader.incoming().rows or reader.own_items().rows))


CLOSED = [papers.received(), papers.received(state=State.UNDER_REVIEW), papers.received(state=State.RETURNED),
          papers.received(state=State.REFUSED), papers.received(state=State.WITHDRAWN)]  # fmt: skip


@pytest.mark.parametrize("file", CLOSED, ids=lambda file: file.state.value)
def test_a_request_that_was_never_published_is_invisible_to_other_bureaus(file: CaseFile) -> None:
    """RPD 77, in every state it can be in without having been published, by every method."""
    keep(file)
    assert reads_nothing(XB, file)
    assert not reads_nothing(XA, file)


def test_a_bureau_named_as_recipient_of_a_request_does_not_see_it_before_publication() -> None:
    """Being named in the form gives nothing."""
    file = papers.received(papers.communication("XA", recipients=("XB",)))
    keep(file)
    assert reads_nothing(XB, file)


@pytest.mark.parametrize("state", [State.RECEIVED, State.UNDER_REVIEW])
def test_its_source_cannot_tell_received_from_under_review(state: State) -> None:
    """D2, source: `received`, in the list and on the page, with nothing a review added."""
    caveat = Caveat(id="c1", kind=CaveatKind.DATA_TO_VERIFY, text="Look.", added_on=papers.TODAY, added_by="1" * 32)
    file = papers.under_review("1" * 32) if state is State.UNDER_REVIEW else papers.received()
    keep(replace(file, caveats=(caveat,)))
    page = eyes(XA, "own_item").own_item(file.reference)
    assert page.row == eyes(XA, "own_item").own_items().rows[0]
    assert (page.row.status, page.outcome, page.caveats, page.questions) == (Status.RECEIVED, None, (), ())


def test_questions_reach_their_source_without_who_asked_or_why() -> None:
    """D7, source: its own question; no officer, no rule."""
    question = Question(id="q1", text="Which court?", asked_by="1" * 32, asked_on=papers.TODAY, field="papers",
                        deadline=papers.TODAY.replace(day=20), rule="RPD-83-2-b-v")  # fmt: skip
    file = papers.received(state=State.RETURNED, questions=(question,))
    keep(file)
    page = eyes(XA, "own_item").own_item(file.reference)
    assert page.row.status is Status.QUESTIONS
    assert (page.row.questions_open, page.row.clock_at) == (1, question.deadline)
    assert [q.text for q in page.questions] == ["Which court?"]
    assert "1" * 32 not in repr(page) and "RPD-83" not in repr(page)


def test_a_published_notice_reaches_every_member_but_those_the_source_bars() -> None:
    """D1: R for recipients; blank, by every method, for the denied."""
    file = papers.published(papers.communication("XA", denied=("XC",)))
    keep(file)
    assert [row.reference for row in eyes(XB).incoming().rows] == [file.reference]
    assert reads_nothing(XC, file)


def test_what_members_read_hides_who_is_barred_and_who_else_has_it() -> None:
    """D4 and D13 stay with the source; everything else of the communication is there."""
    sent = papers.communication("XA", denied=("XC",), recipients=("XB", "XD"), extra=(("x", "y"),))
    keep(papers.published(sent))
    read = eyes(XB).published(sent.reference).communication
    assert read is not None
    assert (read.denied, read.recipients, read.extra) == ((), ("XB",), ())
    for field in fields(sent):
        if field.name not in HIDDEN_FROM_RECIPIENTS:
            assert getattr(read, field.name) == getattr(sent, field.name)


def test_papers_above_the_clearance_of_a_recipient_are_not_there() -> None:
    """The stricter of child and container holds."""
    papers_ = tuple(Attachment(name=level.value, media_type="a/b", size_bytes=1, sha256=f"{n}" * 64, level=level)
                    for n, level in enumerate(Level))  # fmt: skip
    file = papers.published(papers.communication("XA", attachments=papers_))
    keep(file)
    for level, count in ((Level.OFFICIAL_USE, 1), (Level.RESTRICTED, 2), (Level.CONFIDENTIAL, 3)):
        reader = eyes(papers.sitting("bureau:XB", level=level))
        assert len(reader.published(file.reference).communication.attachments) == count
    with pytest.raises(NotFound):
        eyes(papers.sitting("bureau:XB", level=Level.OFFICIAL_USE)).attachment(file.reference, "2" * 64)


def test_members_read_the_text_that_was_decided_on_while_an_update_is_examined() -> None:
    """An unexamined update is visible to nobody but its source, in page, list and search."""
    file = papers.published()
    changed = replace(file.communication, person=papers.person("Quillon", "Dunya"))
    keep(replace(file, communication=changed))
    assert eyes(XB).published(file.reference).communication.person == file.communication.person
    assert eyes(XB).incoming().rows[0].names == ("Corvane Dunya",)
    assert not eyes(XB).search(wiring.Query(name="quillon")).rows
    assert eyes(XB).search(wiring.Query(name="corvane")).rows
    assert eyes(XA).search(wiring.Query(name="quillon")).rows
    assert eyes(XA, "own_item").own_item(file.reference).published == file.communication


def test_a_diffusion_is_read_at_once_by_its_recipients_alone_and_marked_unreviewed() -> None:
    """D2, recipient of a diffusion; a stranger has nothing."""
    file = papers.diffusion("XB")
    keep(file)
    assert eyes(XB).published(file.reference).mark is Mark.UNREVIEWED
    assert eyes(XB).incoming().rows[0].mark is Mark.UNREVIEWED
    assert reads_nothing(XC, file)


@pytest.mark.parametrize(("state", "mark"), [(State.RECALLED, Mark.REMOVE), (State.WITHDRAWN, Mark.REMOVE)])
def test_a_recalled_diffusion_leaves_its_recipients_the_order_to_remove_and_no_person(state: State, mark: Mark) -> None:
    """D6, recipient: the recall order; also after the data of the file went."""
    file = papers.diffusion("XB")
    keep(file)
    empty = papers.received(
        replace(file.communication, person=None, recipients=()), state=state, version=2,
        ending=Ending(code=state.value, on=papers.TODAY),
    )  # fmt: skip
    Files(bureaus=tuple, order=None).keep(empty)
    notice = eyes(XB).published(file.reference)
    assert (notice.mark, notice.communication, notice.caveats) == (mark, None, ())
    row = eyes(XB).incoming().rows[0]
    assert (row.mark, row.names, row.nationalities) == (mark, (), ())
    assert not eyes(XB).search(wiring.Query(name="corvane")).rows
    assert reads_nothing(XC, file)


def test_a_suspended_notice_is_an_order_to_wait_and_shows_no_person() -> None:
    """RPD 81(1): while it is suspended members do not consult it."""
    file = papers.published(state=State.SUSPENDED)
    keep(file)
    notice = eyes(XB).published(file.reference)
    assert (notice.mark, notice.communication) == (Mark.SUSPENDED, None)
    assert eyes(XB).search(wiring.Query(name="corvane")).rows == ()


def test_caveats_stand_in_every_reading_until_the_day_they_are_lifted() -> None:
    """Page, list and search carry the same caveats; both edges of the day."""
    caveat = Caveat(id="c1", kind=CaveatKind.EXTRADITION_REFUSED, text="XD refused.", added_on=papers.TODAY,
                    added_by="1" * 32, lifted_on=papers.TODAY.replace(day=10))  # fmt: skip
    file = replace(papers.published(), caveats=(caveat,))
    keep(file)
    for day, count in ((9, 1), (10, 0)):
        reader = wiring.reader(XB, "incoming", papers.NOW.replace(day=day))
        shown = (reader.published(file.reference).caveats, reader.incoming().rows[0].caveats,
                 reader.search(wiring.Query(name="corvane")).rows[0].caveats)  # fmt: skip
        assert [len(caveats) for caveats in shown] == [count] * 3
    assert "1" * 32 not in repr(eyes(XB).published(file.reference))


def test_the_outcome_told_to_a_source_holds_outward_codes_and_no_inside_word() -> None:
    """D6, source; D5 has no way there."""
    review = replace(papers.under_review("1" * 32).review,
                     decision=papers.decision(Resolution.REFUSE, ToRequester.ACTS_NOT_DESCRIBED))  # fmt: skip
    file = papers.received(state=State.REFUSED, former_reviews=(review,))
    keep(file)
    page = eyes(XA, "own_item").own_item(file.reference)
    assert page.outcome.texts == (ToRequester.ACTS_NOT_DESCRIBED,)
    assert "Inside words" not in repr(page)


# --- the desk


def test_a_reviewer_opens_only_what_is_taken_up_and_reads_the_line_of_the_rest() -> None:
    """Column reviewer: A; the line has no name."""
    me = papers.sitting("secretariat")
    mine, other, free = papers.under_review(me.officer), papers.under_review("9" * 32), papers.received()
    keep(mine, other, free)
    rows = {row.reference: row for row in eyes(me, "choosing_work").queue().rows}
    assert set(rows) == {mine.reference, other.reference, free.reference}
    assert rows[mine.reference].names == ("CORVANE DUNYA",)
    assert (rows[other.reference].names, rows[other.reference].taken, rows[free.reference].taken) == ((), True, False)
    assert eyes(me).case(mine.reference).file == mine
    for file in (other, free):
        with pytest.raises(NotFound):
            eyes(me).case(file.reference)


def test_the_parts_of_the_queue_are_mine_free_and_waiting_for_my_word() -> None:
    """A proposal waits for a reviewer of another nationality than its author, and a disagreement for the lead."""
    me, lead = papers.sitting("secretariat", nationality="QM"), papers.sitting("secretariat", MandateRole.LEAD)
    view = papers.view("9" * 32)
    proposed = [papers.under_review("9" * 32, nationality) for nationality in ("QN", "QM")]
    proposed = [replace(file, review=replace(file.review, proposal=view)) for file in proposed]
    disputed = replace(proposed[0].review, dissent=view)
    up = papers.received(state=State.UNDER_REVIEW, review=disputed)
    mine, free = papers.under_review(me.officer), papers.received()
    keep(*proposed, up, mine, free)

    def part(sitting: Sitting, only: str) -> set[str]:
        return {row.reference for row in eyes(sitting, "choosing_work").queue(only=only).rows}

    assert part(me, "mine") == {mine.reference}
    assert part(me, "free") == {free.reference}
    assert part(me, "second") == {proposed[0].reference}
    assert part(lead, "second") == {proposed[0].reference, up.reference}
    assert eyes(me, "second_review").case(proposed[0].reference).file == proposed[0]
    for file in (proposed[1], up):
        with pytest.raises(NotFound):
            eyes(me).case(file.reference)
    with pytest.raises(Refused):
        eyes(me).queue(only="everything")


@pytest.mark.parametrize("of", ["source", "person"])
def test_a_reviewer_never_gets_a_file_of_the_own_country(of: str) -> None:
    """Not its line, not its page, not among the earlier ones, not by search: not even when it is assigned."""
    me = papers.sitting("secretariat", nationality="XB")
    sent = papers.communication("XB" if of == "source" else "XA")
    mine = papers.under_review(me.officer, sent=papers.communication("XC", person=papers.person(nationalities=("XD",))))
    own = papers.under_review(me.officer, sent=sent)
    keep(mine, own)
    assert [row.reference for row in eyes(me).queue().rows] == [mine.reference]
    assert eyes(me).case(mine.reference).earlier == ()
    assert [row.reference for row in eyes(me).search(wiring.Query(name="corvane")).rows] == [mine.reference]
    with pytest.raises(NotFound):
        eyes(me).case(own.reference)


def test_a_case_page_lists_other_files_on_the_person_without_their_content() -> None:
    """Earlier files of any source, state and channel; a certain other birth date is another person."""
    me = papers.sitting("secretariat")
    mine = papers.under_review(me.officer)
    refused = papers.received(papers.communication("XC"), state=State.REFUSED)
    same_paper = papers.diffusion("XB", person=papers.person("Anders", "Named", birth_dates=()))
    stranger = papers.received(papers.communication(person=papers.person(
        birth_dates=(papers.partial_date("1955"),), documents=())))  # fmt: skip
    keep(mine, refused, same_paper, stranger)
    earlier = eyes(me).case(mine.reference).earlier
    assert {row.reference for row in earlier} == {refused.reference, same_paper.reference}
    assert not hasattr(earlier[0], "names")


def test_oversight_reads_the_case_without_any_name() -> None:
    """D1, D2, D5, column oversight: r without names."""
    me = papers.sitting("oversight")
    decided = replace(papers.under_review("1" * 32).review, decision=papers.decision())
    secret = {"facts_summary": "Dunya Corvane did it.", "text": "Corvane", "interest": "Corvane"}
    file = papers.published(papers.communication("XA", **secret), former_reviews=(decided,))
    keep(file)
    page = eyes(me, "oversight").case(file.reference)
    assert page.file.communication.person is None
    assert "orvane" not in repr(page) and "Inside words" not in repr(page)
    assert page.file.former_reviews[0].decision.resolution is Resolution.PUBLISH
    assert page.file.restrictions == ()
    with pytest.raises(Refused):
        eyes(me).search(wiring.Query(name="corvane"))


def test_who_runs_the_system_finds_nothing_anywhere() -> None:
    """Tech admin has no content role."""
    admin = papers.sitting("secretariat", MandateRole.ADMIN)
    file = papers.published()
    keep(file)
    assert reads_nothing(admin, file)
    with pytest.raises(NotFound):
        eyes(admin).queue()
    with pytest.raises(Refused):
        eyes(admin).search(wiring.Query(name="corvane"))


# --- consultations


def test_a_consulted_bureau_reads_its_own_question_and_reply_and_nothing_of_the_file() -> None:
    """A06: not who else was asked, not what another said, not the file."""
    asked = [Consultation(id=f"k{bureau}", bureau=bureau, question=f"To {bureau}?", asked_by="1" * 32,
                          asked_on=papers.TODAY, deadline=papers.TODAY.replace(day=20), reply=f"By {bureau}",
                          if_silent=IfSilent.DECIDED_ON_THE_FILE) for bureau in ("XB", "XC")]  # fmt: skip
    file = papers.received(state=State.UNDER_REVIEW, consultations=tuple(asked))
    keep(file)
    rows = eyes(XB, "consulted").consultations().rows
    assert [(row.question, row.reply) for row in rows] == [("To XB?", "By XB")]
    assert eyes(XB, "consulted").consultation(file.reference, "kXB") == rows[0]
    assert "1" * 32 not in repr(rows) and "orvane" not in repr(rows)
    for reference, consultation in ((file.reference, "kXC"), (papers.reference(), "kXB")):
        with pytest.raises(NotFound):
            eyes(XB, "consulted").consultation(reference, consultation)
    assert reads_nothing(XB, file)
    assert eyes(papers.sitting("bureau:XD"), "consulted").consultations().rows == ()


@pytest.mark.parametrize("reference", ["", "x", "\x00", "a\x00" * 16, "'; --", "é" * 32, "9" * 10_000])
def test_a_reference_that_is_none_is_absent_and_nothing_breaks(reference: str) -> None:
    """A22: by every method that takes one, and in acts."""
    reader, desk = eyes(XB), papers.sitting("secretariat")
    for method in (reader.published, reader.own_item, reader.delivery, reader.draft, eyes(desk).case,
                   lambda one: reader.consultation(one, "k"), lambda one: reader.attachment(one, "0" * 64),
                   lambda one: Files(bureaus=tuple, order=None).draft(one),
                   lambda one: wiring.perform(OpenReview(reference=one), sitting=desk)):  # fmt: skip
        with pytest.raises(NotFound):
            method(reference)


# --- every reading is written down


def test_every_reading_of_a_person_leaves_one_entry_with_its_reason() -> None:
    """One entry a reading; of a list by the number of files and a digest, never by what was typed."""
    file = papers.published()
    keep(file)
    reader = wiring.reader(XB, "police_check", papers.NOW)
    reader.published(file.reference)
    reader.incoming()
    reader.search(wiring.Query(name="corvane"))
    lines = list(Pages().lines())
    assert [(line.what, line.why, line.officer) for line in lines] == [
        (f"read:{what}", "police_check", XB.officer) for what in ("published", "incoming", "search")
    ]
    assert lines[0].reference == file.reference


def test_a_reading_that_cannot_be_written_down_is_refused() -> None:
    """No entry, no reading: the trouble of the journal comes out instead of the page."""

    def broken(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    file = papers.published()
    keep(file)
    reader = Reader(XB, "incoming", papers.NOW, broken)
    for read in (lambda: reader.published(file.reference), reader.incoming,
                 lambda: reader.search(wiring.Query(name="corvane"))):  # fmt: skip
        with pytest.raises(OSError):
            read()


def test_a_reason_outside_the_list_opens_nothing() -> None:
    """Free text would put names into a record that never forgets."""
    with pytest.raises(ValueError):
        wiring.reader(XB, "curiosity")


# --- pages go by key


def test_pages_follow_each_other_without_gap_or_repeat_also_among_equal_instants() -> None:
    """Keys, not numbers; the last page says so; a cursor of somebody else's making is refused."""
    files = [papers.published() for _ in range(7)]
    keep(*files)
    seen, cursor = [], ""
    while cursor is not None:
        page = eyes(XB).incoming(cursor, 3)
        seen += [row.reference for row in page.rows]
        cursor = page.next_cursor
    assert seen == sorted(file.reference for file in files)
    for forged in ("x", "bm8", "WyJhIiwgImIiXQ", "WzEsMl0", "9" * 5000, "WyJcdTAwMDAiLCAiYSJd"):
        with pytest.raises(Refused):
            eyes(XB).incoming(forged)
        if forged != "WyJhIiwgImIiXQ":
            with pytest.raises(Refused):
                eyes(papers.sitting("secretariat")).queue(forged)


def test_a_page_is_never_larger_than_a_hundred() -> None:
    """A22: bounded cost, whatever is asked."""
    keep(*(papers.published() for _ in range(103)))
    assert len(eyes(XB).incoming(size=10**9).rows) == 100
    assert len(eyes(XB).incoming(size=-5).rows) == 1


def test_a_denied_bureau_cannot_tell_a_register_with_the_record_from_one_without() -> None:
    """A07: lists, searches, cursors and its own items are equal with and without the barred record."""
    others = [papers.published(papers.communication("XA", reference=f"{n}" * 32)) for n in range(5)]
    keep(*others)

    def everything() -> tuple[object, ...]:
        reader = eyes(XC)
        query = wiring.Query(name="corvane", birth_date="1980", nationality="XB", document="XB12345")
        return reader.incoming(size=2), reader.search(query, size=2), reader.own_items(), reader.consultations()

    before = everything()
    keep(papers.published(papers.communication("XA", denied=("XC",), reference="1f" * 16)))
    assert everything() == before


def test_messages_go_to_their_recipients_alone_and_are_marked_as_nobodys_review() -> None:
    """A free message is delivered as it was written."""
    sent = papers.communication("XA", channel=Channel.MESSAGE, colour=None, recipients=("XB",), subject="A question",
                                text="Who was it?", person=None)  # fmt: skip
    file = papers.received(sent, state=State.SENT)
    keep(file)
    assert eyes(XB).published(file.reference).mark is Mark.DELIVERED
    assert eyes(XB).incoming().rows[0].names == ("A question",)
    assert reads_nothing(XC, file)
