"""Abuse cases A04, A21, A22 at the protective desk and the front line, each by its id."""

from __future__ import annotations

import re

import pytest

from article3 import wiring
from article3.journal.models import Entry
from tests.at_home.conftest import Home
from tests.at_home.test_front_line import published
from tests.at_home.test_protective_desk import HIDDEN, incoming

RANDOM = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}…|(?:[0-9a-f]{4} ){7}[0-9a-f]{4}|csrf[^>]*>|\d\d:\d\d|\d+ [ap]\.m\.")


def outward(home: Home, reference: str, who: str) -> list[str]:
    """Everything a sender or a third bureau can see of an item, with what is random taken out."""
    pages = [f"/bureau/items/{reference}/", f"/bureau/items/{reference}/sent/", "/bureau/", "/bureau/incoming/"]
    seen = []
    for page in pages:
        answer = home.browsers[who].get(page)
        body = RANDOM.sub("", answer.content.decode())
        seen.append(f"{answer.status_code} {body}")
    return seen


def test_A04_a_sender_learns_nothing_of_the_list_it_hit(home: Home) -> None:
    """Run twice, with and without the entry: same pages for the sender and for the other recipient, same messages,
    the same entries in every journal but the desk's own."""
    seen = []
    for listed in (False, True):
        if listed:
            home.protect("Vardanova", "Anahit")
        before = Entry.objects.count()
        reference = home.message(HIDDEN)
        incoming(home), home.files()
        wiring.deliver("XA")
        entries = list(Entry.objects.order_by("sequence")[before:].values_list("what", "seat"))
        seen.append((outward(home, reference, "xa")[:2], [entry for entry in entries if entry[1] != "bureau:XB"],
                     [message.message.kind for message in wiring.inbox(home.sittings["xa"])][-1:]))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u2066", "\x00"])
def test_A21_what_cannot_be_seen_is_refused_in_an_entry(home: Home, sign: str) -> None:
    """Direction marks, zero width, NUL: said, not swallowed."""
    page = home.browsers["duty"].post("/protective/list/", {"family": f"Varda{sign}nova", "because": "court",
                                                            "given": "", "variants": ""})
    assert page.status_code == 422


def test_A21_another_writing_does_not_slip_past(home: Home) -> None:
    """Capitals, soft hyphens, other scripts and spellings of the same family name."""
    home.protect("Vardanova", "Anahit")
    for written in ("судья Вар\u00adданова", "судья ВАРДАНОВА", "judge Vardanova", "juge Wardanowa",
                    "القاضية فاردانوفا"):
        home.message(f"We ask where {written} is now.")
    assert len(home.files()) == 5


def test_A22_a_query_that_names_nobody_is_refused_or_finds_nothing(home: Home) -> None:
    """No 500, nobody listed."""
    published(home)
    for asked in ("*", "%", "a", "_", "'; DROP TABLE", "x" * 199, ".*", "\u202eabc"):
        page = home.browsers["front"].post("/front_line/", {"name": asked, "zone": "", "birth_date": "",
                                                            "document": "", "nationality": ""})
        assert page.status_code in (200, 422), asked
        assert "VORTAN" not in page.content.decode(), asked


def test_A22_a_zone_that_does_not_hold_together_says_every_fault(home: Home) -> None:
    """A clear refusal in words."""
    page = home.browsers["front"].post("/front_line/", {"zone": "P<XXX<<<\nRUBBISH"})
    assert page.status_code == 422
    assert page.content.decode().count("errors-title") >= 1


def test_A22_a_file_of_persons_is_taken_whole_or_not_at_all(home: Home) -> None:
    """Unknown columns, broken dates, an empty file: the line is named, nobody is listed."""
    from io import BytesIO

    for text, status in (("family,given\nVardanova,Anahit\n,Nobody\n", 422), ("family,colour\nA,b\n", 422), ("", 422),
                         ("family,birth_dates\nVardanova,31.12.1970\n", 422),
                         ("family,given,variants\nVardanova,Anahit,\"Варданова, Анаит\"\n", 200)):
        sent = BytesIO(text.encode())
        sent.name = "list.csv"
        page = home.browsers["duty"].post("/protective/list/many/", {"many": sent})
        assert page.status_code == status, text
    home.message(HIDDEN)
    assert len(home.files()) == 1
