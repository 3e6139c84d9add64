"""A09 at the reviewers' queue: one requester's flood stands behind its own share, and the page says why."""

from __future__ import annotations

from dataclasses import replace

from django.db import connection
from django.test.utils import CaptureQueriesContext

from article3 import wiring
from article3.acts.request_notice import RequestNotice
from article3.law.parameters import parameter
from article3.terms.clocks import day_of
from tests.desk import DAY
from tests.sites.conftest import Office, office, request  # noqa: F401 - the office is a fixture

SHARE = int(parameter("review_order.share_a_day", day_of(DAY)))


def test_what_goes_beyond_its_share_stands_behind_the_first_of_another_that_came_later(office: Office) -> None:  # noqa: F811
    """XA sends its share and two more, then XB one: only XA's last two stand behind it, and each line says why."""
    flood = [office.requested() for _ in range(SHARE + 2)]
    other = request(source="XB")
    other = replace(other, reference=wiring.new_reference(), person=replace(other.person, nationalities=("QM",)))
    office.perform(RequestNotice(communication=other), "xb")
    queue = [row.reference for row in _queue(office)]
    assert len(queue) == SHARE + 3 and set(queue[-2:]) <= set(flood), "among equals chance decides; these two wait"
    page = office.browsers["second"].get("/secretariat/").content.decode()
    assert page.count("it takes its turn 1 day later") == 2
    assert f"{SHARE} others of its requester wait before it" in page


def _queue(office: Office) -> tuple:  # noqa: F811
    return wiring.reader(office.sittings["second"], "choosing_work").queue().rows


def test_taking_up_what_came_before_brings_the_rest_forward_when_it_is_kept_again(office: Office) -> None:  # noqa: F811
    """What was decided waits no more and is not counted; nobody is put back for what is done."""
    flood = [office.requested() for _ in range(SHARE + 1)]
    last = flood[-1]
    assert "later" in next(row.why for row in _queue(office) if row.reference == last)
    office.published(office.proposed(office.examined(flood[0])))
    office.examined(last)
    assert "later" not in next(row.why for row in _queue(office) if row.reference == last)


def test_counting_who_waits_costs_one_question_whatever_waits(office: Office) -> None:  # noqa: F811
    """Not one for each of the flood."""

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            office.requested()
        return len(seen)

    first = asked()
    for _ in range(5):
        office.requested()
    assert asked() <= first
