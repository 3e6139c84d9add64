"""What the calendar brings, and what the seats read beside files: deliveries, journal, figures, public extracts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from article3 import wiring
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.ports import NotFound
from article3.lifecycle.publication import Caveat, Ending, Retention
from article3.lifecycle.states import State
from article3.register.files import Files
from article3.terms.clocks import months_after
from article3.terms.communication import Level
from article3.terms.reasons import CaveatKind, IfSilent
from article3.terms.sitting import MandateRole
from tests import papers
from tests.acts.situations import SITUATIONS
from tests.desk import FIRST, REFERENCE, bureau
from tests.wiring.test_wiring import WiredDesk, seat_members

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> WiredDesk:
    """Five bureaus and an empty register."""
    seat_members()
    return WiredDesk()


def due(desk: WiredDesk) -> dict[str, int]:
    """What the calendar brings on the desk's day."""
    return wiring.do_what_falls_due(desk.at)


class TestWhatFallsDue:
    """The job really runs, and silence never renews."""

    def test_retention_is_asked_six_months_before_the_end_and_once(self, desk: WiredDesk) -> None:
        """The day before nothing; on the day the question; the day after nothing more."""
        SITUATIONS["published"](desk)
        first = months_after(desk.file().retention.until, -6)
        desk.at = desk.at.replace(year=first.year, month=first.month, day=first.day) - timedelta(days=1)
        assert due(desk) == {}
        desk.wait(1)
        assert due(desk) == {"RetentionAsked": 1}
        assert due(desk) == {}

    def test_silence_ends_the_file_the_day_after_the_last(self, desk: WiredDesk) -> None:
        """On the last day the notice stands; on the next it is gone everywhere."""
        SITUATIONS["published"](desk)
        last = desk.file().retention.until
        desk.at = desk.at.replace(year=last.year, month=last.month, day=last.day)
        assert "FileExpired" not in due(desk)
        assert wiring.reader(bureau("XD"), "incoming", desk.at).published(REFERENCE).communication is not None
        desk.wait(1)
        assert due(desk)["FileExpired"] == 1
        assert desk.file().state is State.EXPIRED
        assert wiring.reader(bureau("XD"), "incoming", desk.at).published(REFERENCE).communication is None

    def test_an_unanswered_request_is_refused_after_its_deadline(self, desk: WiredDesk) -> None:
        """RPD 78."""
        SITUATIONS["returned"](desk)
        last = desk.file().open_questions[0].deadline
        desk.at = desk.at.replace(year=last.year, month=last.month, day=last.day)
        assert due(desk) == {}
        desk.wait(1)
        assert due(desk) == {"RequestRefused": 1}
        assert due(desk) == {}

    @pytest.mark.parametrize("situation", ["received", "withdrawn", "refused", "recalled", "sent"])
    def test_nothing_falls_due_where_nothing_does(self, desk: WiredDesk, situation: str) -> None:
        """The next day, in states without a clock."""
        SITUATIONS[situation](desk)
        desk.wait(1)
        assert due(desk) == {}


class TestDeliveries:
    """D13: sums for the source, its own for a recipient, all for the reviewers."""

    def test_a_source_reads_sums_of_what_went_to_members_and_no_name(self, desk: WiredDesk) -> None:
        """Published to four others; one has taken it in."""
        SITUATIONS["published"](desk)
        wiring.deliver("XB")
        told = wiring.deliveries(bureau("XA"), REFERENCE)
        assert (told.sent, told.taken_in, told.each) == (4, 1, ())

    def test_a_source_cannot_tell_from_the_sums_that_somebody_was_consulted(self, desk: WiredDesk) -> None:
        """The same before and after the consultation."""
        SITUATIONS["under_review"](desk)
        before = wiring.deliveries(bureau("XA"), REFERENCE)
        order = ConsultBureau(reference=REFERENCE, consultation="c1", bureau="XC", question="Seen there?",
                              deadline=date(2026, 3, 12), if_silent=IfSilent.DECIDED_ON_THE_FILE)  # fmt: skip
        desk.perform(order, FIRST)
        assert wiring.deliveries(bureau("XA"), REFERENCE) == before

    def test_a_recipient_reads_its_own_and_a_stranger_nothing(self, desk: WiredDesk) -> None:
        """Of a diffusion to XB and XC."""
        SITUATIONS["sent_unreviewed"](desk)
        told = wiring.deliveries(bureau("XB"), REFERENCE)
        assert {one.bureau for one in told.each} == {"XB"}
        with pytest.raises(NotFound):
            wiring.deliveries(bureau("XD"), REFERENCE)

    def test_oversight_reads_all_of_them(self, desk: WiredDesk) -> None:
        """Who was sent what, and since when it is owed."""
        SITUATIONS["published"](desk)
        told = wiring.deliveries(papers.sitting("oversight"), REFERENCE)
        assert {one.bureau for one in told.each} >= {"XA", "XB", "XC", "XD", "QM"}


class TestJournalLines:
    """D14."""

    def test_oversight_reads_all_a_bureau_its_own_seats_and_others_nothing(self, desk: WiredDesk) -> None:
        """Officers are opaque ids in every one of them."""
        SITUATIONS["published"](desk)
        everything = wiring.journal_lines(papers.sitting("oversight"))
        own = wiring.journal_lines(bureau("XA"))
        assert {line.seat for line in everything} == {"secretariat", "bureau:XA"}
        assert {line.seat for line in own} == {"bureau:XA"} and len(own) < len(everything)
        for sitting in (papers.sitting("secretariat"), papers.sitting("secretariat", MandateRole.ADMIN)):
            assert wiring.journal_lines(sitting) == ()

    def test_lines_are_read_on_from_a_number(self, desk: WiredDesk) -> None:
        """In order, without gap."""
        SITUATIONS["published"](desk)
        oversight = papers.sitting("oversight")
        first = wiring.journal_lines(oversight, most=3)
        rest = wiring.journal_lines(oversight, after=first[-1].sequence)
        assert [line.sequence for line in (*first, *rest)] == list(range(len(first) + len(rest)))


class TestFigures:
    """D15."""

    @pytest.mark.parametrize(("count", "shown"), [(4, None), (5, 5)])
    def test_the_public_reads_no_small_cell(self, count: int, shown: int | None) -> None:
        """Four are hidden, five are shown; of the public extracts only."""
        yes = [papers.communication(public_extract_consent=True) for _ in range(count)]
        Files(bureaus=tuple, order=None).add_many([papers.published(sent) for sent in yes] + [papers.published()])
        assert [cell.files for cell in wiring.figures(None)] == [shown]

    def test_oversight_counts_everything_and_a_bureau_what_it_may_read(self) -> None:
        """And its own requests under review count as received; nobody reads a country."""
        reviewed = papers.received(state=State.UNDER_REVIEW)
        files = [papers.published(), papers.diffusion("XB"), papers.received(), reviewed]
        Files(bureaus=tuple, order=None).add_many(files)
        everything = wiring.figures(papers.sitting("oversight"))
        assert [(cell.state, cell.files) for cell in everything] == [
            ("sent_unreviewed", 1), ("published", 1), ("received", 1), ("under_review", 1)]  # fmt: skip
        assert [(cell.state, cell.files) for cell in wiring.figures(bureau("XC"))] == [("published", 1)]
        assert [(cell.state, cell.files) for cell in wiring.figures(bureau("XA"))] == [
            ("sent_unreviewed", 1), ("published", 1), ("received", 2)]  # fmt: skip
        assert not hasattr(everything[0], "source")

    def test_a_mandate_that_fits_no_seat_reads_none(self) -> None:
        """Unknown = blank."""
        Files(bureaus=tuple, order=None).add(papers.published())
        assert wiring.figures(papers.sitting("bureau:XA", MandateRole.REVIEWER)) == ()


class TestPublicExtracts:
    """D3: with consent, in force since yesterday at least, of the lowest level; one edition a day."""

    YES = papers.communication("XA", public_extract_consent=True)

    def edition(self, *files: object, days: int = 1) -> tuple[wiring.PublicExtract, ...]:
        Files(bureaus=tuple, order=None).add_many(files)
        return wiring.public_extracts(papers.NOW + timedelta(days=days))

    def test_an_extract_holds_the_person_and_the_charge_and_no_reference(self) -> None:
        """What the source agreed to show."""
        (extract,) = self.edition(papers.published(self.YES))
        assert extract.names == ("Corvane Dunya",)
        assert self.YES.reference not in repr(extract) and "12-345" not in repr(extract)

    HIDDEN: tuple[tuple[str, Callable[[], object]], ...] = (
        ("without consent", lambda: papers.published()),
        ("under review", lambda: papers.received(TestPublicExtracts.YES)),
        ("suspended", lambda: papers.published(TestPublicExtracts.YES, state=State.SUSPENDED)),
        ("restricted", lambda: papers.published(replace(TestPublicExtracts.YES, level=Level.RESTRICTED))),
        ("consent taken back in an update", lambda: replace(
            papers.published(TestPublicExtracts.YES),
            communication=replace(TestPublicExtracts.YES, public_extract_consent=False))),
        ("being examined anew", lambda: papers.published(TestPublicExtracts.YES, caveats=(Caveat(
            id="c", kind=CaveatKind.UNDER_EXAMINATION, text="", added_on=papers.TODAY, added_by="1" * 32),))),
    )  # fmt: skip

    @pytest.mark.parametrize("made", [made for _, made in HIDDEN], ids=[name for name, _ in HIDDEN])
    def test_without_all_of_it_there_is_no_extract(self, made: Callable[[], object]) -> None:
        """Each condition alone."""
        assert self.edition(made()) == ()

    def test_an_edition_gains_nothing_in_its_day_and_loses_at_once_what_may_not_be_shown(self) -> None:
        """A23: a person who should not be hunted does not wait for tomorrow; what is published waits."""
        file, other = papers.published(self.YES), papers.published(replace(self.YES, reference=papers.reference()))
        today = self.edition(file, other)
        assert len(today) == 2
        Files(bureaus=tuple, order=None).keep(replace(file, version=2, state=State.WITHDRAWN,
                                                      ending=Ending(code="x", on=papers.TODAY)))  # fmt: skip
        assert len(wiring.public_extracts(papers.NOW + timedelta(days=1))) == 1
        Files(bureaus=tuple, order=None).keep(replace(other, version=2, caveats=(Caveat(
            id="c", kind=CaveatKind.UNDER_EXAMINATION, text="", added_on=papers.TODAY, added_by="1" * 32),)))
        assert wiring.public_extracts(papers.NOW + timedelta(days=1)) == ()

    def test_the_next_edition_has_fresh_ids_and_no_tombstone_and_says_once_what_left(self) -> None:
        """A23: who holds the edition before learns what to drop, and not why; after two weeks nobody does."""
        file, other = papers.published(self.YES), papers.published(replace(self.YES, reference=papers.reference()))
        today = {extract.id for extract in self.edition(file, other)}
        Files(bureaus=tuple, order=None).keep(replace(file, version=2, state=State.WITHDRAWN,
                                                      ending=Ending(code="x", on=papers.TODAY)))  # fmt: skip
        (left,) = wiring.public_extracts(papers.NOW + timedelta(days=2))
        assert left.id not in today
        first = papers.TODAY + timedelta(days=1)
        day, step = wiring.edition_step(first, papers.NOW + timedelta(days=2))
        assert day == first + timedelta(days=1)
        assert set(step.removed) | set(step.continued) == today and len(step.removed) == 1
        assert set(step.continued.values()) == {left.id} and step.added == ()
        assert wiring.edition_step(day, papers.NOW + timedelta(days=2)) is None
        assert wiring.edition_step(first, papers.NOW + timedelta(days=60)) is None

    def test_a_notice_of_today_waits_for_tomorrows_edition(self) -> None:
        """Nobody can tell the hour of a publication from the public page."""
        assert self.edition(papers.published(self.YES), days=0) == ()


def test_retention_of_a_file_that_ended_asks_nothing(desk: WiredDesk) -> None:
    """Its data go when their time is over; nobody is asked, and nothing happens twice."""
    gone = papers.received(state=State.REFUSED, retention=Retention(recorded_on=papers.TODAY, until=papers.TODAY),
                           ending=Ending(code="refused", on=papers.TODAY))  # fmt: skip
    Files(bureaus=tuple, order=None).add(gone)
    assert wiring.do_what_falls_due(papers.NOW + timedelta(days=400)) == {"DataDeleted": 1}
    assert wiring.do_what_falls_due(papers.NOW + timedelta(days=401)) == {}
