"""The links of a demo: bound to one home's key, and good for nothing anywhere else."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from article3.officers import demo_entry, roll
from article3.project import home
from article3.terms.communication import Level
from article3.terms.sitting import MandateRole, OfficerId

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(settings) -> OfficerId:
    """An invented officer of XA, in a demo."""
    settings.DEMO = True
    return _officer("amina")


def _officer(name: str) -> OfficerId:
    officer = roll.enrol(name, nationality="XA")
    roll.open_seat("bureau:XA", "Bureau XA")
    since = date(2020, 1, 1)
    roll.give_mandate(officer, "bureau:XA", MandateRole.BUREAU_LEAD, clearance=Level.CONFIDENTIAL, since=since)
    return officer


def enter(client: Client, token: str) -> int:
    """Knock with the link."""
    return client.get(f"/demo/enter/{token}/").status_code


def test_a_link_seats_an_invented_officer_without_password_or_second_factor(officer: OfficerId) -> None:
    """In a demo."""
    client = Client()
    assert enter(client, demo_entry.token(officer)) == 302
    assert client.get("/")["Location"] == "/bureau/"


def test_one_sits_in_several_seats_in_turn_and_in_any_browser(officer: OfficerId) -> None:
    """The links are for trying the demo out: a second browser, and the first again after another seat."""
    first, other, token = Client(), Client(), demo_entry.token(officer)
    assert enter(first, token) == 302
    assert enter(first, demo_entry.token(_officer("basim"))) == 302
    assert enter(first, token) == enter(other, token) == 302


def test_a_link_of_another_home_or_an_invented_one_opens_nothing(officer: OfficerId, settings) -> None:
    """It is made with this home's key."""
    token = demo_entry.token(officer)
    settings.SECRET_KEY = "another home"
    assert enter(Client(), token) == 404
    settings.SECRET_KEY = "the first again"
    assert enter(Client(), "x") == enter(Client(), "0" * 32) == 404


def test_a_revoked_officer_s_link_opens_nothing(officer: OfficerId) -> None:
    """Rights are read anew."""
    token = demo_entry.token(officer)
    roll.revoke(officer)
    assert enter(Client(), token) == 404


def test_who_came_in_by_a_link_has_no_password_to_change(officer: OfficerId) -> None:
    """The page is not there, rather than broken."""
    client = Client()
    enter(client, demo_entry.token(officer))
    assert client.get("/account/password/").status_code == 404


class TestOutsideADemo:
    """Nothing of it exists."""

    def test_no_link_opens_and_the_page_is_the_one_of_nothing_there(self, officer: OfficerId, settings) -> None:
        """Byte for byte."""
        token = demo_entry.token(officer)
        settings.DEMO = False
        answer, absent = Client().get(f"/demo/enter/{token}/"), Client().get("/demo/enter/")
        assert (answer.status_code, answer.content) == (404, absent.content)

    def test_a_session_that_began_with_a_link_is_led_to_a_second_factor(self, officer: OfficerId, settings) -> None:
        """The mark in the session counts in a demo only."""
        client = Client()
        enter(client, demo_entry.token(officer))
        settings.DEMO = False
        assert client.get("/bureau/")["Location"] == "/account/2fa/"

    def test_no_link_is_made(self, officer: OfficerId, settings) -> None:
        """Not even by a command."""
        settings.DEMO = False
        with pytest.raises(AssertionError):
            demo_entry.token(officer)

    @pytest.mark.parametrize(("variable", "mark", "demo"), [("1", True, True), ("1", False, False), ("0", True, False),
                                                            ("", True, False)])  # fmt: skip
    def test_a_demo_needs_the_mark_in_its_home_and_the_variable_of_the_command(
        self, tmp_path, monkeypatch, variable: str, mark: bool, demo: bool
    ) -> None:
        """Neither alone turns an installation into a demo."""
        monkeypatch.setenv("ARTICLE3_HOME", str(tmp_path))
        monkeypatch.setenv("ARTICLE3_DEMO", variable)
        if mark:
            (tmp_path / "demo").touch()
        assert home.is_demo() is demo
