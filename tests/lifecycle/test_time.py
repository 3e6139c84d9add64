"""Suspension, retention, expiry, clocks: to the day, on both sides, and silence never renews."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from article3.acts.ask_retention import AskRetention
from article3.acts.expire_notice import ExpireNotice
from article3.acts.extend_retention import ExtendRetention
from article3.acts.lapse_unanswered import LapseUnanswered
from article3.acts.messages import MessageKind
from article3.acts.resume_notice import ResumeNotice
from article3.acts.suspend_notice import SuspendNotice
from article3.lifecycle.clocks import ClockKind, Waits, clocks_of, late
from article3.lifecycle.states import State
from article3.terms.clocks import months_after
from article3.terms.communication import Colour
from article3.terms.finding import Refused
from tests.acts.situations import desk_in
from tests.desk import CLOCK, MEMBERS, REFERENCE, Desk, bureau, declaration, murder

SOURCE = bureau("XA")
END = date(2031, 3, 2)  # five years after the recording on 2 March 2026


def on(desk: Desk, day: date) -> Desk:
    """The desk on another day."""
    desk.at = desk.at.replace(year=day.year, month=day.month, day=day.day)
    return desk


def suspend(desk: Desk, until: date) -> None:
    """The source suspends."""
    desk.perform(SuspendNotice(reference=REFERENCE, until=until, because="Talks on a surrender."), SOURCE)


def extend(desk: Desk, **changes: object) -> None:
    """The source extends by a year."""
    order = ExtendRetention(reference=REFERENCE, months=12, because="He is still at large.",
                            assurance=declaration("extradition"))
    desk.perform(replace(order, **changes), SOURCE)  # type: ignore[arg-type]


class TestSuspension:
    """RPD 81(1): by the source, with reasons, six months at most."""

    @pytest.mark.parametrize(("until", "fits"), [(date(2026, 9, 2), True), (date(2026, 9, 3), False),
                                                 (date(2026, 3, 2), False), (date(2026, 3, 3), True)])
    def test_six_months_and_not_a_day_more(self, until: date, fits: bool) -> None:
        """From 2 March to 2 September; and it does not end before it begins."""
        desk = desk_in("published")
        if fits:
            suspend(desk, until)
            assert desk.outbox.of(MessageKind.NOTICE_SUSPENDED) == list(MEMBERS)
            return
        with pytest.raises(Refused):
            suspend(desk, until)

    def test_suspensions_in_a_row_share_the_six_months(self) -> None:
        """Two months used: four are left, counted in days."""
        desk = desk_in("published")
        suspend(desk, date(2026, 5, 2))
        desk.wait(61)
        desk.perform(ResumeNotice(reference=REFERENCE), SOURCE)
        used = 61
        latest = date.fromordinal(months_after(date(2026, 5, 2), 6).toordinal() - used)
        with pytest.raises(Refused, match=str(latest)):
            suspend(desk, date.fromordinal(latest.toordinal() + 1))
        suspend(desk, latest)

    def test_a_suspension_needs_a_reason(self) -> None:
        """Blank is no reason."""
        with pytest.raises(Refused, match="reason"):
            desk_in("published").perform(
                SuspendNotice(reference=REFERENCE, until=date(2026, 5, 1), because="  "), SOURCE)

    def test_it_is_resumed_on_its_last_day_and_not_after(self) -> None:
        """1 June is in time, 2 June is not, whether or not the clock has run."""
        in_time = on(desk_in("suspended"), date(2026, 6, 1))
        in_time.perform(ResumeNotice(reference=REFERENCE), SOURCE)
        assert in_time.file().state is State.PUBLISHED
        with pytest.raises(Refused, match="ran out"):
            on(desk_in("suspended"), date(2026, 6, 2)).perform(ResumeNotice(reference=REFERENCE), SOURCE)

    def test_without_a_word_from_the_source_it_ends_the_notice(self) -> None:
        """Silence on the last day does nothing; the day after, the notice has ended and everybody is told."""
        desk = on(desk_in("suspended"), date(2026, 6, 1))
        assert desk.perform(LapseUnanswered(reference=REFERENCE), CLOCK) == ()
        desk.wait(1)
        desk.perform(LapseUnanswered(reference=REFERENCE), CLOCK)
        ending = desk.file().ending
        assert desk.file().state is State.WITHDRAWN
        assert ending is not None
        assert (ending.code, ending.by) == ("suspension_ended", None)
        assert sorted(desk.outbox.of(MessageKind.NOTICE_ENDED)) == sorted(MEMBERS)


class TestRetention:
    """RPD 49-50: five years at most, asked six months before, one more period with a reason, deleted in silence."""

    @pytest.mark.parametrize(("asked_months", "until"), [(None, END), (60, END), (120, END), (12, date(2027, 3, 2)),
                                                         (0, date(2026, 4, 2))])
    def test_five_years_or_what_the_source_set_if_it_is_less(self, asked_months: int | None, until: date) -> None:
        """Counted from the recording."""
        desk = Desk()
        assert desk.requested(murder(retention_months=asked_months)).retention.until == until

    @pytest.mark.parametrize(("day", "asked"), [(date(2030, 9, 1), False), (date(2030, 9, 2), True),
                                                (END, True), (date(2031, 3, 3), False)])
    def test_the_source_is_asked_from_six_months_before_the_end(self, day: date, asked: bool) -> None:
        """Not a day earlier, not once it is over."""
        desk = on(desk_in("published"), day)
        if asked:
            desk.perform(AskRetention(reference=REFERENCE), CLOCK)
            assert desk.outbox.of(MessageKind.RETENTION_QUESTION) == ["XA"]
            return
        with pytest.raises(Refused):
            desk.perform(AskRetention(reference=REFERENCE), CLOCK)

    def test_asked_once(self) -> None:
        """The second time is refused."""
        desk = on(desk_in("published"), date(2030, 10, 1))
        desk.perform(AskRetention(reference=REFERENCE), CLOCK)
        with pytest.raises(Refused, match="already"):
            desk.perform(AskRetention(reference=REFERENCE), CLOCK)

    @pytest.mark.parametrize("reference_state", ["published", "suspended", "under_review", "sent_unreviewed"])
    def test_silence_deletes_the_day_after_the_end(self, reference_state: str) -> None:
        """On the last day the data may stay; afterwards nothing of the content is left."""
        desk = on(desk_in(reference_state), END)
        with pytest.raises(Refused, match="may stay"):
            desk.perform(ExpireNotice(reference=REFERENCE), CLOCK)
        desk.wait(1)
        desk.perform(ExpireNotice(reference=REFERENCE), CLOCK)
        file = desk.file()
        assert file.state is State.EXPIRED
        assert file.published is None
        for word in ("Vortan", "Ruvo", "Penal Code", "QM448210", "ordinary murder", "predominates"):
            assert word not in repr(file)

    @pytest.mark.parametrize("ended", ["refused", "withdrawn", "cancelled", "recalled"])
    def test_the_data_of_a_file_that_ended_go_too_and_how_it_ended_stays(self, ended: str) -> None:
        """On the day after the end, once, and nobody is told anything."""
        desk = on(desk_in(ended), END)
        before, posted = desk.file(), len(desk.outbox.posted)
        with pytest.raises(Refused, match="may stay"):
            desk.perform(ExpireNotice(reference=REFERENCE), CLOCK)
        desk.wait(1)
        desk.perform(ExpireNotice(reference=REFERENCE), CLOCK)
        file = desk.file()
        assert (file.state, file.ending) == (before.state, before.ending)
        assert file.deleted_on == date(2031, 3, 3)
        assert "Vortan" not in repr(file)
        assert len(desk.outbox.posted) == posted
        with pytest.raises(Refused, match="deleted on"):
            desk.perform(ExpireNotice(reference=REFERENCE), CLOCK)

    def test_expiry_tells_source_and_readers_once(self) -> None:
        """Every member, and the source no second time; of an unpublished request only the source hears."""
        desk = desk_in("expired")
        assert sorted(desk.outbox.of(MessageKind.NOTICE_ENDED)) == sorted(MEMBERS)
        request = on(desk_in("received"), date(2031, 3, 3))
        request.perform(ExpireNotice(reference=REFERENCE), CLOCK)
        assert request.outbox.of(MessageKind.NOTICE_ENDED) == ["XA"]

    def test_an_extension_adds_one_period_once(self) -> None:
        """And at its end nothing can be added: the data go."""
        desk = on(desk_in("published"), date(2031, 1, 10))
        extend(desk, months=60)
        assert desk.file().retention.until == date(2036, 3, 2)
        on(desk, date(2036, 1, 10))
        with pytest.raises(Refused, match="already"):
            extend(desk)
        with pytest.raises(Refused, match="already"):
            desk.perform(AskRetention(reference=REFERENCE), CLOCK)
        on(desk, date(2036, 3, 3)).perform(ExpireNotice(reference=REFERENCE), CLOCK)
        assert desk.file().state is State.EXPIRED

    @pytest.mark.parametrize("change", [{"because": " "}, {"months": 61}, {"months": 0}, {"assurance": None},
                                        {"assurance": declaration("quality")}])
    def test_an_extension_needs_reason_measure_and_for_a_red_notice_the_assurance(self, change: dict) -> None:
        """RPD 50 and 84(b)."""
        with pytest.raises(Refused):
            extend(on(desk_in("published"), date(2031, 1, 10)), **change)

    @pytest.mark.parametrize("day", [date(2030, 9, 1), date(2031, 3, 3)])
    def test_an_extension_is_given_neither_early_nor_late(self, day: date) -> None:
        """Between the question and the end only: nothing is renewed by habit."""
        with pytest.raises(Refused):
            extend(on(desk_in("published"), day))

    def test_a_yellow_file_needs_no_assurance_of_extradition(self) -> None:
        """RPD 84 is about red notices."""
        desk = Desk()
        desk.requested(murder(colour=Colour.YELLOW))
        extend(on(desk, date(2031, 1, 10)), assurance=None)
        assert desk.file().retention.until == date(2032, 3, 2)


class TestClocks:
    """Every clock says when it ends, why, what stops it, and whom it waits for."""

    def kinds(self, situation: str) -> list[ClockKind]:
        """The clocks that run, soonest first."""
        return [clock.kind for clock in clocks_of(desk_in(situation).file(), ask_months=6)]

    def test_a_file_has_the_clocks_of_its_situation(self) -> None:
        """Soonest first; retention always runs; an ended file has none."""
        always = [ClockKind.RETENTION_QUESTION, ClockKind.RETENTION]
        assert self.kinds("returned") == [ClockKind.ANSWER, *always]
        assert self.kinds("consulted") == [ClockKind.CONSULTATION, *always]
        assert self.kinds("suspended") == [ClockKind.SUSPENSION, *always]
        assert self.kinds("received") == always
        assert self.kinds("withdrawn") == []

    def test_the_clock_stands_still_while_a_wish_for_time_waits_for_us(self) -> None:
        """It has no end, waits for the Secretariat, and sorts last."""
        clock = clocks_of(desk_in("more_time_asked").file(), ask_months=6)[-1]
        assert (clock.kind, clock.ends_on, clock.waits_for) == (ClockKind.ANSWER, None, Waits.SECRETARIAT)
        assert not clock.late(date.max)

    def test_a_clock_is_late_the_day_after_its_last_day(self) -> None:
        """Both sides of the edge."""
        file = desk_in("returned").file()
        assert late(file, date(2026, 3, 12), ask_months=6) == ()
        assert [clock.about for clock in late(file, date(2026, 3, 13), ask_months=6)] == ["q1"]

    def test_every_date_is_explained(self) -> None:
        """The sentence holds the day it explains."""
        for situation in ("returned", "consulted", "suspended", "published"):
            for clock in clocks_of(desk_in(situation).file(), ask_months=6):
                assert str(clock.ends_on) in clock.because
                assert clock.stopped_by and clock.then

    def test_after_the_extension_no_clock_asks_again(self) -> None:
        """One more period is the most."""
        desk = on(desk_in("published"), date(2031, 1, 10))
        extend(desk)
        (clock,) = clocks_of(desk.file(), ask_months=6)
        assert clock.kind is ClockKind.RETENTION
        assert "extended once" in clock.because


@pytest.mark.parametrize(("start", "months", "expected"), [
    (date(2026, 8, 31), 6, date(2027, 2, 28)), (date(2027, 8, 31), 6, date(2028, 2, 29)),
    (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2026, 3, 2), -6, date(2025, 9, 2)),
    (date(2026, 12, 15), 1, date(2027, 1, 15)), (date(2028, 2, 29), 12, date(2029, 2, 28))])
def test_months_are_calendar_months(start: date, months: int, expected: date) -> None:
    """Where the day does not exist, the last day of the month counts."""
    assert months_after(start, months) == expected
