"""The access table: complete, as the security design gives it, and the same in decision, filter and documentation."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from article3.access import documentation, table
from article3.access.decision import LEVELS, Ties, may_read, may_read_content, role_of
from article3.access.filters import holds, readable, readable_content
from article3.access.words import BLANK, FULL, Column, Extent, Form, Kind, Role, Standing
from article3.terms.communication import Level
from article3.terms.sitting import MandateRole
from tests import papers

BUREAU, OPEN = Role.BUREAU, Level.CONFIDENTIAL


def every_tie() -> Iterator[Ties]:
    """Every combination of relation, assignment, standing and level."""
    yes_or_no = itertools.product((False, True), repeat=8)
    for second, mine, reached, denied, concerns, origin, assigned, country in yes_or_no:
        for standing, level in itertools.product(Standing, LEVELS):
            yield Ties(mine=mine, reached_me=reached, denied_me=denied, concerns_me=concerns, origin_me=origin,
                       assigned_to_me=assigned, own_country=country, second_person=second, standing=standing,
                       level=level)  # fmt: skip


@pytest.mark.parametrize("role", [*Role, None])
def test_filter_and_decision_agree_on_every_combination_there_is(role: Role | None) -> None:
    """Role x relation x level x standing x assignment x kind: the predicate holds exactly when something is read."""
    ties = list(every_tie())
    for kind, clearance in itertools.product(Kind, LEVELS):
        some, whole = (readable(kind, role, clearance, least) for least in (Extent.REDUCED, Extent.FULL))
        asks_for_two = any(cell.second_person for cell in table.TABLE[kind].values())
        for tie in ties if asks_for_two else ties[: len(ties) // 2]:
            extent = may_read(kind, role, clearance, tie).extent
            assert holds(some, tie) == (extent >= Extent.REDUCED), (kind, tie)
            assert holds(whole, tie) == (extent >= Extent.FULL), (kind, tie)


@pytest.mark.parametrize("role", list(Role))
def test_content_is_read_by_the_row_of_its_standing(role: Role) -> None:
    """D2 before the decision and D1 after it, in the decision and in the filter."""
    for clearance, tie in itertools.product(LEVELS, every_tie()):
        expected = bool(may_read_content(role, clearance, tie))
        assert holds(readable_content(role, clearance), tie) == expected


def test_a_denied_bureau_reads_what_a_stranger_reads_whatever_else_it_is() -> None:
    """Denial is absolute: source, recipient or consulted, the record is as if it did not exist."""
    kinds = (Kind.PUBLISHED, Kind.UNDECIDED, Kind.DECISION_TEXT, Kind.CONSULTATION)
    for kind, tie in itertools.product(kinds, every_tie()):
        if tie.denied_me:
            assert may_read(kind, BUREAU, OPEN, tie) is BLANK


def test_nobody_but_source_and_reviewers_knows_of_a_request_under_review() -> None:
    """RPD 77: a request before its decision reads blank for recipients and strangers, at every clearance."""
    for clearance, reached, concerns in itertools.product(LEVELS, (False, True), (False, True)):
        ties = Ties(reached_me=reached, concerns_me=concerns, standing=Standing.UNDECIDED, level=Level.OFFICIAL_USE)
        assert not may_read_content(BUREAU, clearance, ties)


def test_its_source_reads_a_request_under_review_as_received_only() -> None:
    """D2, source: its own, with the status `received`."""
    reading = may_read_content(BUREAU, OPEN, Ties(mine=True))
    assert (reading.extent, reading.form) == (Extent.REDUCED, Form.RECEIVED)


@pytest.mark.parametrize(("level", "clearance", "extent"), [
    (Level.OFFICIAL_USE, Level.OFFICIAL_USE, Extent.FULL),
    (Level.RESTRICTED, Level.OFFICIAL_USE, Extent.BLANK),
    (Level.RESTRICTED, Level.RESTRICTED, Extent.FULL),
    (Level.CONFIDENTIAL, Level.RESTRICTED, Extent.BLANK),
    (Level.CONFIDENTIAL, Level.CONFIDENTIAL, Extent.FULL),
])  # fmt: skip
def test_a_recipient_reads_up_to_its_clearance(level: Level, clearance: Level, extent: Extent) -> None:
    """D1, recipient: level not above clearance; both sides of each edge."""
    ties = Ties(reached_me=True, standing=Standing.IN_FORCE, level=level)
    assert may_read_content(BUREAU, clearance, ties).extent is extent


def test_an_unreviewed_diffusion_is_read_with_its_warning() -> None:
    """D2, recipient of a diffusion."""
    ties = Ties(reached_me=True, standing=Standing.UNREVIEWED)
    assert may_read_content(BUREAU, OPEN, ties).form is Form.UNREVIEWED


@pytest.mark.parametrize("standing", [Standing.SUSPENDED, Standing.REMOVED])
def test_of_what_ended_a_recipient_reads_the_order_to_remove_and_nothing_else(standing: Standing) -> None:
    """D6, recipient: the recall order; D1 is blank."""
    ties = Ties(reached_me=True, standing=standing)
    assert not may_read_content(BUREAU, OPEN, ties)
    assert may_read(Kind.DECISION_TEXT, BUREAU, OPEN, ties).form is Form.RECALL_ORDER


def test_of_what_never_reached_anybody_nobody_else_reads_that_it_ended() -> None:
    """A refused request leaves no trace at other bureaus."""
    ties = Ties(reached_me=True, standing=Standing.UNSEEN)
    assert not may_read(Kind.DECISION_TEXT, BUREAU, OPEN, ties)
    assert not may_read_content(BUREAU, OPEN, ties)


@pytest.mark.parametrize(
    "kind", [Kind.PUBLISHED, Kind.RESTRICTIONS, Kind.REVIEW, Kind.DECISION_TEXT, Kind.CONSULTATION]
)
def test_a_reviewer_reads_whole_only_what_is_assigned_and_never_of_the_own_country(kind: Kind) -> None:
    """Column reviewer: A; the note on own country."""
    ties = {"standing": Standing.IN_FORCE}
    assert may_read(kind, Role.REVIEWER, OPEN, Ties(assigned_to_me=True, **ties)) is FULL
    assert may_read(kind, Role.REVIEWER, OPEN, Ties(assigned_to_me=True, own_country=True, **ties)) is BLANK
    unassigned = may_read(kind, Role.REVIEWER, OPEN, Ties(**ties))
    assert unassigned.form is (Form.DESK_LINE if kind is Kind.PUBLISHED else Form.NONE)
    assert unassigned.extent < Extent.FULL


def test_the_origin_never_reads_that_protection_was_asked_even_beside_another_relation() -> None:
    """D10: absolute; but a protected person's file reads for the origin as for any bureau of its relation, or the
    difference itself would tell."""
    for tie in every_tie():
        assert may_read(Kind.PROTECTION, BUREAU, OPEN, tie) is BLANK
        other = replace(tie, origin_me=not tie.origin_me)
        for kind in (Kind.PUBLISHED, Kind.UNDECIDED, Kind.DECISION_TEXT, Kind.CONSULTATION, Kind.DELIVERY):
            assert may_read(kind, BUREAU, OPEN, tie) == may_read(kind, BUREAU, OPEN, other)


def test_who_runs_the_system_reads_no_content() -> None:
    """Tech admin: integrity and statistics, nothing else."""
    for kind, tie in itertools.product(Kind, every_tie()):
        if may_read(kind, Role.ADMIN, OPEN, tie):
            assert kind in (Kind.PUBLIC_EXTRACT, Kind.JOURNAL, Kind.STATISTICS)


def test_an_unknown_role_reads_nothing() -> None:
    """Unknown = blank; also a mandate that does not belong to its seat."""
    assert role_of(papers.sitting("bureau:XA", MandateRole.REVIEWER)) is None
    assert role_of(papers.sitting("oversight", MandateRole.LEAD)) is None
    assert role_of(papers.sitting("secretariat", MandateRole.CLOCK)) is None
    assert role_of(papers.sitting("bureau:XA")) is BUREAU
    for kind in Kind:
        assert may_read(kind, None, OPEN, Ties(mine=True, assigned_to_me=True, standing=Standing.IN_FORCE)) is BLANK


def test_a_row_with_a_cell_too_few_stops_the_program() -> None:
    """A typo in the table must not open anything."""
    rows = dict(table._ROWS)
    rows[Kind.PUBLISHED] = rows[Kind.PUBLISHED][:-1]
    with pytest.raises(AssertionError, match="cells"):
        table._checked(rows)
    with pytest.raises(AssertionError, match="without a place"):
        table._checked({Kind.PUBLISHED: table._ROWS[Kind.PUBLISHED]})


def test_the_documentation_is_written_from_the_table() -> None:
    """docs/access.md is what `python -m article3.access.documentation` prints."""
    page = Path(__file__).parents[2] / "docs" / "access.md"
    assert page.read_text(encoding="utf-8") == documentation.page()


def test_every_column_of_the_table_is_a_role_or_a_relation() -> None:
    """No cell that nobody can ever reach."""
    relations = {Column.SOURCE, Column.RECIPIENT, Column.DENIED, Column.STRANGER, Column.ORIGIN}
    assert {Column(role.value) for role in Role if role not in (BUREAU, Role.FRONT_LINE)} | relations == set(Column)
