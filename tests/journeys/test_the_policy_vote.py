"""Walk-through 11: a draft raises a threshold; before the vote the members read who would flip, both ways."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from article3 import wiring
from tests.sites.conftest import Office, office  # noqa: F401
from tests.sites.visitor import Visitor

DRAFT = """title = "Thirty years instead of two"
since = {since}
[figures]
"red_notice.penalty_min_months" = 360
"""


@pytest.fixture
def files(office: Office) -> tuple[str, str]:  # noqa: F811
    """A notice in force and a request that waits: murder, twenty-five years."""
    return office.published(office.proposed(office.examined(office.requested()))), office.requested()


def test_the_list_comes_before_the_vote_and_the_vote_is_counted(office: Office, files: tuple[str, str]) -> None:  # noqa: F811
    """Drafted, refused a vote, simulated, read file by file, voted on by members, adopted, in the journal."""
    since = timezone.localdate() + timedelta(days=200)
    lead = Visitor(office.browsers["lead"])
    lead.visit("/secretariat/drafts/new/").fill(text="title = 3").press("Lay it").says("has no title")
    lead.fill(text=DRAFT.format(since=since)).press("Lay it").says("Thirty years instead of two")
    (draft,) = wiring.rule_drafts(office.sittings["lead"])
    vote = f"/secretariat/drafts/{draft.reference}/vote/"
    until = timezone.localdate() + timedelta(days=10)
    lead.visit(vote).fill(until=until.isoformat()).press("Put it to the vote").says("No vote before")
    lead.visit(f"/secretariat/drafts/{draft.reference}/").press("Simulate it")
    lead.says("RPD-83-1-a-ii-P", "Newly hindered", "stands as compliant", *(reference[:8] for reference in files))
    (simulated,) = [one.simulated for one in wiring.rule_drafts(office.sittings["lead"])]
    assert simulated is not None
    assert (simulated.records, simulated.newly_hindered, simulated.sound_now_hindered) == (2, 2, 1)
    assert simulated.newly_clear == 0
    assert "Thirty years" not in office.browsers["xb"].get("/bureau/votes/").content.decode()
    lead.visit(vote).fill(until=until.isoformat()).press("Put it to the vote").says("The draft is before the members")
    for who, say in (("xa", "no"), ("xb", "yes"), ("xc", "yes")):
        member = Visitor(office.browsers[who]).visit(f"/bureau/votes/{draft.reference}/")
        member.says("Something would newly stand in the way of").fill(say=say).press("Vote").says("Your vote is cast")
        assert files[0] not in member.text, "members read numbers, not each other's files"
    assert wiring.what_falls_due().get("DraftAdopted") is None
    assert wiring.what_falls_due(timezone.now() + timedelta(days=11))["DraftAdopted"] == 1
    assert wiring.rule_draft(office.sittings["oversight"], draft.reference).adopted is True
    Visitor(office.browsers["oversight"]).visit("/oversight/drafts/").says("Adopted", "Thirty years instead of two")
    steps = [line.what for line in wiring.journal_lines(office.sittings["oversight"], most=10_000)]
    assert "RetrospectiveStarted" not in wiring.what_falls_due(timezone.now() + timedelta(days=198)), "before its day"
    assert wiring.what_falls_due(timezone.now() + timedelta(days=201))["RetrospectiveStarted"] == 1
    assert "RetrospectiveStarted" not in wiring.what_falls_due(timezone.now() + timedelta(days=202)), "once"
    wiring.enrol_some()
    ((review, progress),) = wiring.retrospectives(office.sittings["lead"])
    assert (review.id, review.since, progress.enrolled) == (draft.reference, since, 1), "not what waits"
    assert [step for step in steps if step in ("RulesDrafted", "DraftSimulated", "VoteOpened", "DraftAdopted")] == [
        "RulesDrafted", "DraftSimulated", "VoteOpened", "DraftAdopted"]


def test_a_draft_that_is_lost_changes_nothing(office: Office) -> None:  # noqa: F811
    """As many no as yes: not adopted."""
    lead = Visitor(office.browsers["lead"])
    since = timezone.localdate() + timedelta(days=200)
    lead.visit("/secretariat/drafts/new/").fill(text=DRAFT.format(since=since)).press("Lay it")
    (draft,) = wiring.rule_drafts(office.sittings["lead"])
    lead.visit(f"/secretariat/drafts/{draft.reference}/").press("Simulate it").says("No file you may read")
    until = timezone.localdate() + timedelta(days=1)
    lead.visit(f"/secretariat/drafts/{draft.reference}/vote/").fill(until=until.isoformat()).press("Put it")
    for who, say in (("xa", "yes"), ("xb", "no"), ("xc", "abstain")):
        Visitor(office.browsers[who]).visit(f"/bureau/votes/{draft.reference}/").fill(say=say).press("Vote")
    assert wiring.what_falls_due(timezone.now() + timedelta(days=2))["DraftRejected"] == 1
