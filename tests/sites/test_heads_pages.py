"""Oversight, the task force and the public each see the journal's heads, witnesses and when they were computed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from article3 import wiring
from article3.journal import notes
from tests.sites.conftest import Office

HOUR = datetime(2026, 3, 2, 9, 20, tzinfo=UTC)
PAGES = {"oversight": "/oversight/heads/", "first": "/secretariat/heads/", "-": "/public/heads/"}


def page(office: Office, who: str) -> str:
    """What somebody reads there."""
    answer = (Client() if who == "-" else office.browsers[who]).get(PAGES[who])
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("who", PAGES)
def test_the_page_says_whether_the_newest_head_was_seen_by_enough_witnesses(
    office: Office, who: str, settings, tmp_path: Path
) -> None:
    """Before the first head, before its witnesses, and after."""
    settings.HOME = tmp_path
    assert "No head was made yet" in page(office, who)
    wiring.beat(HOUR)
    assert "waits for its witnesses" in page(office, who) and "No witness is enrolled" in page(office, who)
    for name in ("commission", "bureau-xa", "bureau-xb"):
        wiring.seat_witness(name, HOUR)
        wiring.show_to(name, HOUR)
    text = page(office, who)
    assert "seen by enough witnesses" in text
    assert wiring.heads_shown()[0].root in text and all(key in text for key in wiring.public_keys()[1:])


def test_the_newest_head_is_there_to_be_kept(office: Office, settings, tmp_path: Path) -> None:
    """As it is signed; nothing before the first."""
    settings.HOME = tmp_path
    assert Client().get("/public/heads/newest.txt").status_code == 404
    wiring.beat(HOUR)
    answer = Client().get("/public/heads/newest.txt")
    assert notes.read_checkpoint(notes.read_note(answer.content).text).size == wiring.heads_shown()[0].size


def test_a_bureau_finds_the_heads_with_everybody_else(office: Office) -> None:
    """Its own site has no page of them; the public's is open to it."""
    assert office.browsers["xa"].get("/oversight/heads/").status_code == 404
    assert office.browsers["xa"].get("/public/heads/").status_code == 200
