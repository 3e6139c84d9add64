"""What no page of ours sends is answered plainly: by a sentence, by the first page of a list, or as no request."""

from __future__ import annotations

import re

import pytest

from tests.sites.conftest import Office

MANY = "9" * 5000
"""More figures than Python reads as a number."""
WHOLE = {"oversight": ("/oversight/journal/?after=", "/oversight/figures/2026/entries/received/?column="),
         "lead": ("/secretariat/workload/?staff=",), "xa": ("/portal/decisions/?page=",)}  # fmt: skip
LISTS = {"xa": ("/bureau/", "/bureau/incoming/", "/bureau/asked/"), "first": ("/secretariat/",)}
BEFORE_THE_CALENDAR = "WyIwMDAxLTAxLTAxVDAwOjAwOjAwKzE0OjAwIiwieCJd"


def test_a_page_that_no_list_of_ours_named_is_refused_in_a_sentence(office: Office) -> None:
    """Letters no mark of a page holds, and a mark of nothing."""
    for who, addresses in LISTS.items():
        for address in addresses:
            assert office.browsers[who].get(address, {"after": BEFORE_THE_CALENDAR}).status_code in (200, 409)
            for mark in ("محمد", "AAAA"):
                answer = office.browsers[who].get(address, {"after": mark})
                assert answer.status_code == 409 and "There is no such page." in answer.content.decode(), address


@pytest.mark.django_db(databases="__all__")
def test_a_number_without_end_is_none(office: Office) -> None:
    """Nor figures raised above the line."""
    for who, addresses in WHOLE.items():
        for address in addresses:
            for typed in (MANY, "²"):
                assert office.browsers[who].get(address + typed).status_code in (200, 404), address


def test_a_charge_without_a_place_is_not_taken_out(office: Office) -> None:
    """The draft stands as it was."""
    office.browsers["xa"].post("/bureau/drafts/new/", {"channel": "notice_request", "colour": "red"})
    at = re.search(r"/bureau/drafts/\w{32}/", office.browsers["xa"].get("/bureau/drafts/").content.decode())[0]
    for place in (MANY, "²", "-1", "7"):
        assert office.browsers["xa"].post(f"{at}charges/", {"less": place}).status_code == 302


def test_an_instant_outside_the_calendar_is_said(office: Office) -> None:
    """It lies before the year 1, or after 9999, in the time kept here."""
    reference = office.requested()
    for known in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"):
        answer = office.browsers["oversight"].get(f"/oversight/files/{reference}/", {"known_at": known})
        assert answer.status_code in (200, 404)
        answer = office.browsers["xa"].get(f"/bureau/items/{reference}/", {"known_at": known})
        assert answer.status_code == 200


def test_the_sign_that_no_text_may_hold_is_no_request(office: Office) -> None:
    """In an address: what a database takes no offence at, another would. A form says itself what it cannot read."""
    browser = office.browsers["xa"]
    assert browser.get("/bureau/?after=%00").status_code == 400
    assert browser.get("/bureau/items/%00/").status_code in (400, 404)
    assert browser.post("/bureau/drafts/new/", {"channel": "a\x00"}, follow=True).status_code == 200
