"""Walk-throughs 11 and 12 at the screens: a draft simulated before the vote, a hold that nobody lifts alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from article3 import wiring
from tests.browser.hands import onward, reads
from tests.journeys.test_the_policy_vote import DRAFT
from tests.sites.conftest import Office

pytestmark = pytest.mark.browser


class Desk:
    """One officer's browser: goes to a page, fills by name, presses by word, reads."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def visit(self, address: str) -> Desk:
        """Open an address."""
        self.page.goto(address)
        return self

    def fill(self, **values: str) -> Desk:
        """Fill fields by their names; a radio button or a line of a list is chosen by its value."""
        for name, value in values.items():
            field = self.page.locator(f'main [name="{name}"]')
            kind = field.first.evaluate("field => field.type")
            if kind == "radio":
                self.page.locator(f'main [name="{name}"][value="{value}"]').check()
            elif kind == "select-one":
                field.select_option(value)
            else:
                field.fill(value)
        return self

    def press(self, word: str) -> Desk:
        """Press the button that begins with the word and wait for the page that follows."""
        onward(self.page.locator("main").get_by_role("button", name=word).first)
        return self

    def says(self, *sentences: str) -> Desk:
        """Each sentence stands on the page."""
        reads(self.page, *sentences)
        return self


def test_no_hold_is_lifted_alone(enter: Callable[..., Any], office: Office) -> None:
    """Proposed by one, signed by another; ended with a reason by two; oversight reads both."""
    today = timezone.localdate()
    lead = Desk(enter("lead", "/secretariat/measures/propose/"))
    lead.fill(bureau="XA", kind="hold", because="Four recalls in a year.", basis="RPD 131, decision 7",
              decided_by="secretariat", starts_on=today.isoformat(), review_on=(today + timedelta(days=20)).isoformat(),
              ends_on=(today + timedelta(days=60)).isoformat()).press("Propose").says("Proposed.")
    (measure,) = wiring.measures(office.sittings["lead"])
    Desk(enter("first", f"/secretariat/measures/{measure.reference}/decide/")).press("Sign it").says("Signed.")
    change = f"/secretariat/measures/{measure.reference}/change/"
    lead.visit(change).fill(kind="end", because="Their new head trained the staff.").press("Propose").says("Proposed")
    sign = f"/secretariat/measures/{measure.reference}/sign/"
    lead.visit(sign).press("Sign it").says("another officer")
    assert wiring.measure(office.sittings["lead"], measure.reference).binds(today)
    oversight = Desk(enter("oversight", "/oversight/measures/")).says("A change waits for a second signature")
    Desk(enter("same", sign)).press("Sign it").says("Signed.")
    assert not wiring.measure(office.sittings["lead"], measure.reference).binds(today)
    oversight.visit("/oversight/measures/").says("Ended, with a reason", "Their new head trained the staff.")


def test_members_read_who_would_flip_before_they_vote(enter: Callable[..., Any], office: Office) -> None:
    """Laid, refused a vote, simulated, read, voted on, adopted."""
    office.published(office.proposed(office.examined(office.requested())))
    since, until = timezone.localdate() + timedelta(days=200), timezone.localdate() + timedelta(days=10)
    lead = Desk(enter("lead", "/secretariat/drafts/new/"))
    lead.fill(text=DRAFT.format(since=since)).press("Lay it").says("Thirty years instead of two")
    (draft,) = wiring.rule_drafts(office.sittings["lead"])
    vote = f"/secretariat/drafts/{draft.reference}/vote/"
    lead.visit(vote).fill(until=until.isoformat()).press("Put it to the vote").says("No vote before")
    lead.visit(f"/secretariat/drafts/{draft.reference}/").press("Simulate it").says("Newly hindered", "RPD-83-1-a-ii-P")
    lead.visit(vote).fill(until=until.isoformat()).press("Put it to the vote").says("The draft is before the members")
    for who in ("xb", "xc"):
        member = Desk(enter(who, f"/bureau/votes/{draft.reference}/"))
        member.says("Something would newly stand in the way of").fill(say="yes").press("Vote").says("Your vote is cast")
    assert wiring.what_falls_due(timezone.now() + timedelta(days=11))["DraftAdopted"] == 1
    Desk(enter("oversight", "/oversight/drafts/")).says("Adopted", "Thirty years instead of two")
