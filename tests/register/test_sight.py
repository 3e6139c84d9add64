"""The filter as the database runs it, compared with the decision on files of every relation, standing and level."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from article3.access.decision import LEVELS, Ties, may_read, may_read_content, role_of
from article3.access.words import Extent, Kind, Standing
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Recusal
from article3.lifecycle.states import State
from article3.register.files import Files
from article3.register.models import File
from article3.register.sight import Sight
from article3.terms.communication import Channel, Level
from article3.terms.sitting import MandateRole, Sitting
from tests import papers

pytestmark = pytest.mark.django_db
ME = "a" * 32
IN_USE = (Kind.PUBLISHED, Kind.UNDECIDED, Kind.RESTRICTIONS, Kind.REVIEW, Kind.DECISION_TEXT, Kind.CONSULTATION,
          Kind.DELIVERY)  # fmt: skip
STANDINGS = {
    State.RECEIVED: Standing.UNDECIDED,
    State.SENT_UNREVIEWED: Standing.UNREVIEWED,
    State.PUBLISHED: Standing.IN_FORCE,
    State.REVIEWED: Standing.IN_FORCE,
    State.SUSPENDED: Standing.SUSPENDED,
    State.WITHDRAWN: Standing.REMOVED,
    State.RECALLED: Standing.REMOVED,
    State.REFUSED: Standing.UNSEEN,
}
DIFFUSIONS = {State.SENT_UNREVIEWED, State.REVIEWED, State.RECALLED}
READERS = [
    *(papers.sitting("bureau:XB", level=level) for level in LEVELS),
    papers.sitting("secretariat", nationality="QM", officer=ME),
    papers.sitting("secretariat", MandateRole.LEAD, nationality="QM", officer=ME),
    papers.sitting("oversight"),
    papers.sitting("secretariat", MandateRole.ADMIN),
    papers.sitting("bureau:XB", MandateRole.REVIEWER),
]


def world() -> list[CaseFile]:
    """Files of every source, audience, bar, reviewer, nationality of the person, state and level."""
    to_me = ((), ("XB",))
    made = itertools.product(("XA", "XB", "QM"), to_me, to_me, ("", ME), ("XC", "QM"), STANDINGS, LEVELS)
    return [a_file(*facts) for facts in made]


def a_file(source: str, recipients: tuple[str, ...], denied: tuple[str, ...], reviewer: str, nationality: str,
           state: State, level: Level) -> CaseFile:  # fmt: skip
    """One of them."""
    channel = Channel.DIFFUSION if state in DIFFUSIONS else Channel.NOTICE_REQUEST
    sent = papers.communication(source, channel=channel, recipients=recipients, denied=denied, level=level,
                                person=papers.person(nationalities=(nationality,)))  # fmt: skip
    decided = STANDINGS[state] not in (Standing.UNDECIDED, Standing.UNSEEN) and state not in DIFFUSIONS
    make = papers.published if decided else papers.received
    file = make(sent, state=state)
    review = papers.under_review(reviewer).review if reviewer else None
    return replace(file, review=review)


def ties(file: CaseFile, sitting: Sitting) -> Ties:
    """What is between them, read off the paper and not off the register."""
    sent, standing = file.communication, STANDINGS[file.state]
    notice = sent.channel is Channel.NOTICE_REQUEST
    to_me = sitting.bureau in sent.recipients
    return Ties(
        mine=sent.source == sitting.bureau, denied_me=sitting.bureau in sent.denied, standing=standing,
        reached_me=(file.published is not None if notice else to_me) and sitting.bureau is not None, level=sent.level,
        assigned_to_me=file.review is not None and sitting.bureau is None,
        own_country=sitting.nationality in (sent.source, *sent.person.nationalities),
    )  # fmt: skip


@pytest.fixture(scope="module")
def files(django_db_setup: None, django_db_blocker) -> list[CaseFile]:
    """The world, written once."""
    made = world()
    with django_db_blocker.unblock():
        Files(bureaus=tuple, order=None).add_many(made)
        yield made
        File.objects.all().delete()


@pytest.mark.parametrize("sitting", READERS, ids=lambda s: f"{s.seat}-{s.role.value}-{s.clearance.value}")
def test_the_database_finds_exactly_what_the_decision_allows(files: list[CaseFile], sitting: Sitting) -> None:
    """Content, and every kind of data in use, on 1,152 files: not one row more, not one less."""
    sight, role = Sight(sitting, papers.TODAY), role_of(sitting)
    for least in (Extent.REDUCED, Extent.FULL):
        found = set(File.objects.filter(sight.content(least)).values_list("pk", flat=True))
        assert found == {f.reference for f in files
                         if may_read_content(role, sitting.clearance, ties(f, sitting)).extent >= least}  # fmt: skip
        for kind in IN_USE:
            found = set(File.objects.filter(sight.kind(kind, least)).values_list("pk", flat=True))
            read = {f.reference: may_read(kind, role, sitting.clearance, ties(f, sitting)) for f in files}
            assert found == {reference for reference, reading in read.items() if reading.extent >= least}, kind


@pytest.mark.parametrize("sitting", READERS, ids=lambda s: f"{s.seat}-{s.role.value}-{s.clearance.value}")
def test_the_ties_of_a_row_are_those_of_its_paper(files: list[CaseFile], sitting: Sitting) -> None:
    """What the database says is between reader and record is what the paper says."""
    sight = Sight(sitting, papers.TODAY)
    rows = {row.reference: row for row in File.objects.annotate(**sight.annotations()).defer("body")}
    if role_of(sitting) is None:
        return
    for file in files:
        expected = ties(file, sitting)
        found = sight.ties_of(rows[file.reference])
        reviews = sitting.role in (MandateRole.REVIEWER, MandateRole.LEAD)
        assert found == replace(expected, assigned_to_me=expected.assigned_to_me and reviews)


def test_a_bar_holds_from_its_day_and_until_the_day_it_is_lifted() -> None:
    """Both edges of a restriction."""
    file = papers.published(papers.communication("XA", denied=("XB",)))
    bar = file.restrictions[0]
    lifted = replace(file, restrictions=(replace(bar, lifted_on=papers.TODAY.replace(day=10)),))
    Files(bureaus=tuple, order=None).add(lifted)
    for day, sees in ((3, True), (4, False), (9, False), (10, True)):
        sight = Sight(papers.sitting("bureau:XB"), papers.TODAY.replace(day=day))
        assert File.objects.filter(sight.content(), pk=file.reference).exists() is sees, day


def test_who_stood_aside_reads_no_more() -> None:
    """A recusal bars the file like the own country does: not even its line is left."""
    me = papers.sitting("secretariat", officer=ME, nationality="QM")
    aside = Recusal(officer=ME, on=papers.TODAY, because="We were at school together.")
    file = papers.received(recusals=(aside,))
    Files(bureaus=tuple, order=None).add(file)
    assert not File.objects.filter(Sight(me, papers.TODAY).content(), pk=file.reference).exists()
    other = papers.sitting("secretariat", nationality="QM")
    assert File.objects.filter(Sight(other, papers.TODAY).content(), pk=file.reference).exists()
