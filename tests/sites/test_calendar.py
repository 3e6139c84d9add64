"""An officer's clocks in any calendar: days and references, nobody's name, behind a link that ends at will."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from article3 import wiring
from article3.acts.suspend_notice import SuspendNotice
from tests.sites.conftest import Office

pytestmark = pytest.mark.django_db


def events(link: str) -> tuple[bytes, list[Any]]:
    """The calendar behind a link, read."""
    answer = Client().get(link.removeprefix("http://127.0.0.1:8000"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return answer.content, list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_a_bureau_reads_what_falls_due_and_of_whom_not(office: Office) -> None:
    """A whole day each, with the way to its page."""
    reference = office.published(office.proposed(office.examined(office.requested())))
    until = timezone.localdate() + timedelta(days=40)
    office.perform(SuspendNotice(reference=reference, until=until, because="A hearing is due."), "xa")
    content, (due,) = events(wiring.make_calendar_link(office.sittings["xa"]))
    assert due.decoded("dtstart") == until
    assert str(due["url"]).endswith(f"/bureau/items/{reference}/") and reference[:8] in str(due["summary"])
    assert b"Vortan" not in content and b"VORTAN" not in content


def test_a_reviewer_reads_the_files_taken_up(office: Office) -> None:
    """And no others."""
    office.requested()
    mine = office.examined(office.requested())
    _, found = events(wiring.make_calendar_link(office.sittings["first"]))
    assert {str(each["uid"]).partition("-")[0] for each in found} <= {mine}


def test_another_seat_has_nothing_due(office: Office) -> None:
    """An empty calendar is a calendar."""
    assert events(wiring.make_calendar_link(office.sittings["oversight"]))[1] == []


def test_a_link_ends(office: Office) -> None:
    """With the next one, at will, with the officer; and is like one that never was."""
    first = wiring.make_calendar_link(office.sittings["xa"])
    second = wiring.make_calendar_link(office.sittings["xa"])
    paths = [link.removeprefix("http://127.0.0.1:8000") for link in (first, second)]
    never = Client().get(f"/api/v1/calendar/{'0' * 64}.ics")
    assert Client().get(paths[0]).content == never.content and never.status_code == 404
    wiring.suspend("xa")
    assert Client().get(paths[1]).content == never.content


def test_the_page_makes_and_ends_it(office: Office) -> None:
    """Shown once."""
    browser = office.browsers["xa"]
    assert b"/api/v1/calendar/" in browser.post("/programs/", {"act": "calendar"}).content
    assert b"/api/v1/calendar/" not in browser.get("/programs/").content
    browser.post("/programs/", {"act": "end_calendar"})
    assert wiring.calendar_link_since(office.sittings["xa"]) is None
