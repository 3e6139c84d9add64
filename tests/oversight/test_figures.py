"""Figures are counted from entries, each number knows its entries, and the same journal gives the same report."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from article3.lifecycle.counted import counted
from article3.oversight.catalogue import CATALOGUE, report_of
from article3.oversight.entry import Book
from article3.oversight.printed import as_html, as_typst
from article3.oversight.report import Report, as_data, as_text, trace
from article3.oversight.tables import Told, period_of, told
from article3.terms.counting import GROUP_OF, CountedGround
from article3.terms.reasons import Ground
from tests.desk import FIRST, REFERENCE, Desk, bureau
from tests.oversight.made import DAY, Journal


def figure(journal: Journal, id: str, year: int = 2025) -> Told:
    """One figure of a year."""
    return told(CATALOGUE[id], journal.book, period_of(journal.book, year))


def values(journal: Journal, id: str, year: int = 2025) -> dict[str, list[Any]]:
    """Its numbers by row."""
    return {row.label: [cell.value for cell in row.cells] for row in figure(journal, id, year).rows}


class TestCounting:
    """What is counted, on both sides of each edge."""

    def test_a_file_counts_in_the_year_it_was_received(self) -> None:
        """The last minute of the year and the first of the next."""
        journal = Journal()
        end = DAY.replace(month=12, day=31, hour=23, minute=59)
        journal.file(end)
        journal.file(end + timedelta(minutes=1), colour="blue")
        assert values(journal, "F01") == {"red": [1]}
        assert values(journal, "F01", 2026) == {"blue": [1]}

    def test_only_the_first_outcome_ends_the_wait(self) -> None:
        """A notice published and withdrawn later was found compliant."""
        journal = Journal()
        journal.write("NoticeWithdrawn", journal.passed(), DAY + timedelta(days=30))
        journal.write("NoticeWithdrawn", journal.file(), DAY + timedelta(days=1))
        assert values(journal, "F02") == {"notice_request": [1, 0, 1, 0, 0]}

    def test_a_ground_counts_once_and_silence_has_its_own(self) -> None:
        """The first ground of the decision; a request nobody answered for was never decided."""
        journal = Journal()
        journal.refused()
        journal.refused(ground="article_2")
        journal.write("RequestRefused", journal.file(), DAY, code="not_answered", public="other")
        assert values(journal, "F03") == {"article_2": [1, 33.3], "article_3": [1, 33.3], "not_answered": [1, 33.3]}
        assert values(journal, "F04") == {"article_2": [1], "article_3": [1], "other": [1]}

    def test_screening_is_counted_as_the_desks_report_it(self) -> None:
        """Two bureaus, two days, one item missed; without a report there is no such line."""
        journal = Journal()
        journal.file()
        assert set(values(journal, "F13")) == {"compared_with_refused"}
        journal.write("CoverageReported", "a" * 32, DAY, seat="bureau:XA", received="3", screened="3")
        journal.write("CoverageReported", "b" * 32, DAY, seat="bureau:XB", received="7", screened="6")
        journal.write("CoverageReported", "c" * 32, DAY.replace(year=2026), received="1", screened="1")
        assert values(journal, "F13")["screened_for_protected"] == [9, 10, 90.0]

    def test_times_are_of_what_people_decided(self) -> None:
        """Median, and the value nine in ten stay within; a lapse is no decision."""
        journal = Journal()
        for days in range(1, 11):
            journal.passed(days=days)
        journal.write("RequestRefused", journal.file(), DAY + timedelta(days=90), code="not_answered", public="other")
        assert values(journal, "F05") == {"notice_request": [10, 5.5, 9.0]}

    def test_a_recall_is_outstanding_until_each_recipient_signed(self) -> None:
        """One signs twice, one never; a stranger's signature settles nothing."""
        journal = Journal()
        recalled = journal.refused(channel="diffusion", owing="XB XC", days=1)
        for seat, hours in (("bureau:XB", 30), ("bureau:XB", 48), ("bureau:XD", 50)):
            journal.write("RemovalSigned", recalled, DAY + timedelta(hours=hours), seat=seat, answer="purged")
        assert values(journal, "F06") == {"recalls": [1, 2, 1, 1, 0]}
        assert values(journal, "F08")["open"][0] == 1
        assert values(journal, "F08")["signed"] == [1, 48.0, 48.0]

    def test_an_approval_is_overturned_by_a_finding_and_not_by_a_purpose_met(self) -> None:
        """A cancellation because the person was found undoes nothing."""
        journal = Journal()
        journal.write("NoticeCancelled", journal.passed(), DAY + timedelta(days=40), code="purpose_met")
        journal.write("NoticeCancelled", journal.passed(), DAY + timedelta(days=40), code="conditions_not_met",
                      public="article_3")  # fmt: skip
        assert values(journal, "F09") == {"passed": [2, 100.0], "secretariat": [1, 50.0]}

    def test_the_backlog_is_what_waits_at_the_data_cut(self) -> None:
        """What is decided after it still waited then."""
        journal = Journal()
        journal.passed(DAY.replace(month=12, day=31), days=2)
        journal.file(DAY.replace(month=12, day=1))
        assert values(journal, "F10") == {"notice_request": [2, 30.6]}
        assert values(journal, "F10", 2026)["notice_request"][0] == 1

    def test_what_has_no_entry_has_no_row(self) -> None:
        """An empty journal reports nothing and breaks nothing."""
        empty = Book()
        for told_of in report_of(empty, 2025):
            assert told_of.rows == (), told_of.figure.id


class TestTheReport:
    """Traceable, re-runnable, complete."""

    def report(self) -> Report:
        """A year with something of each."""
        journal = Journal()
        journal.passed()
        recalled = journal.refused(channel="diffusion", owing="XB")
        journal.write("RemovalSigned", recalled, DAY + timedelta(days=4), seat="bureau:XB", answer="acted_before")
        book = journal.book
        return Report(year=2025, position=book.position, root="00", cut=period_of(book, 2025).until,
                      figures=report_of(book, 2025))

    def test_the_same_journal_gives_the_same_bytes(self) -> None:
        """Page, print and data."""
        one, two = self.report(), self.report()
        assert (as_html(one), as_typst(one), as_data(one)) == (as_html(two), as_typst(two), as_data(two))

    def test_every_number_has_its_query_and_its_entries(self) -> None:
        """Another entry behind a number changes its trace, even when the number stays."""
        data = as_data(self.report())
        for one in data["figures"]:
            assert one["query"] and one["definition"] and one["unit"]
            for row in one["rows"]:
                assert len(row["values"]) == len(row["traces"]) == len(row["entries"]) == len(one["columns"])
        first, later = Journal(), Journal()
        first.file()
        later.file(DAY.replace(year=2024))
        later.file()
        traces = [trace(figure(journal, "F01").rows[0].cells[0]) for journal in (first, later)]
        assert traces[0] != traces[1]

    def test_what_is_said_in_the_page_stands_in_the_print_and_on_the_terminal(self) -> None:
        """Every figure, every number of it."""
        report = self.report()
        for text in (as_html(report), as_typst(report)[0], as_text(report)):
            for told_of in report.figures:
                assert f"{told_of.figure.id} " in text and told_of.figure.title in text

    def test_a_hostile_code_is_plain_text(self) -> None:
        """A20: whatever stands in a label is shown, never obeyed."""
        journal = Journal()
        journal.file(colour="<script>alert(1)</script>\" #panic()")
        book = journal.book
        report = Report(year=2025, position=1, root="", cut=DAY, figures=report_of(book, 2025))
        assert "<script>" not in as_html(report)
        assert '\\" #panic()' in as_typst(report)[0]


class TestWhatTheJournalKeeps:
    """Codes of closed lists, and never what would say that protection was the ground."""

    def test_every_ground_is_counted_and_protection_is_counted_among_others(self) -> None:
        """No ground falls into `other`; the refugee policy shares its group with four."""
        assert set(GROUP_OF) == set(Ground)
        assert CountedGround.OTHER not in GROUP_OF.values()
        beside = [ground for ground, group in GROUP_OF.items() if group is GROUP_OF[Ground.REFUGEE_POLICY]]
        assert len(beside) >= 5

    def test_the_codes_of_a_receipt_name_nobody(self) -> None:
        """Channel, colour and family; no name, no recipient, no restriction."""
        desk = Desk()
        desk.requested()
        codes = counted(desk.journal.entries[0])
        assert codes == {"channel": "notice_request", "colour": "red", "families": "violence"}

    def test_a_decision_keeps_its_group_and_both_hands(self) -> None:
        """From the acts themselves."""
        desk = Desk()
        desk.requested()
        desk.examined(REFERENCE)
        desk.proposed(REFERENCE)
        desk.decided(REFERENCE)
        taken = next(event for event in desk.journal.entries if type(event).__name__ == "DecisionTaken")
        assert counted(taken) == {"resolution": "publish", "public": "compliant", "first": FIRST.officer}
        assert bureau("XA").officer not in counted(taken).values()
