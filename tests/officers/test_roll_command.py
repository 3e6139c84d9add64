"""`article3 officers`: accounts and mandates for whoever runs the installation, each change in the journal."""

from __future__ import annotations

import io

import pytest
from django.utils import timezone

from article3.commands import officers
from article3.journal.pages import Pages
from article3.officers import roll
from article3.project import cli
from article3.terms.communication import Level
from article3.terms.sitting import MandateRole

pytestmark = pytest.mark.django_db


def typed(monkeypatch, *words: str, password: str = "a long invented phrase") -> int:
    """Run the command with a password on its input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    return cli.main(["officers", *words])


def test_an_officer_is_enrolled_seated_and_suspended(monkeypatch, capsys) -> None:
    """Three commands, three entries about one opaque id, and the list in between."""
    assert typed(monkeypatch, "enrol", "amina", "--nationality", "qm", "--full-name", "Amina Vell") == 0
    assert typed(monkeypatch, "mandate", "amina", "bureau:XA", "bureau_lead", "--clearance", "restricted") == 0
    officer = roll.known("amina")
    sitting = roll.sitting_of(officer, "bureau:XA")
    assert (sitting.role, sitting.clearance) == (MandateRole.BUREAU_LEAD, Level.RESTRICTED)
    assert (sitting.nationality, sitting.officer_name) == ("QM", "Amina Vell")
    typed(monkeypatch, "list")
    assert "bureau:XA (bureau_lead)" in capsys.readouterr().out
    assert typed(monkeypatch, "suspend", "amina") == 0
    with pytest.raises(LookupError):
        roll.sitting_of(officer, "bureau:XA")
    lines = list(Pages().lines(reference=officer))
    assert [line.what for line in lines] == ["OfficerEnrolled", "MandateGiven", "OfficerSuspended"]


@pytest.mark.parametrize(("name", "nationality", "password"), [
    ("amina", "QM", "a long invented phrase"), ("basim", "QMX", "a long invented phrase"), ("basim", "QM", "short"),
    ("basim", "QM", "123456789012"), ("basim", "QM", "1q2w3e4r5t6y"),
])  # fmt: skip
def test_what_cannot_be_used_is_said_and_nothing_is_made(monkeypatch, capsys, name, nationality, password) -> None:
    """A taken name, a country that is none, a weak password."""
    roll.enrol("amina", nationality="QM")
    assert typed(monkeypatch, "enrol", name, "--nationality", nationality, password=password) == 2
    assert capsys.readouterr().err.strip()
    assert roll.known("basim") is None and not list(Pages().lines())


@pytest.mark.parametrize("seat", ["bureau:", "bureau:xa", "bureau:XAB", "admin", "public", ""])
def test_a_seat_that_is_none_is_refused(monkeypatch, seat: str) -> None:
    """Nobody sits in a misspelt seat."""
    roll.enrol("amina", nationality="QM")
    assert typed(monkeypatch, "mandate", "amina", seat, "reviewer") == 2
    assert roll.chairs(roll.known("amina"), timezone.now()) == ()


@pytest.mark.parametrize("words", [("mandate", "nobody", "oversight", "oversight"), ("suspend", "nobody")])
def test_an_account_that_is_not_there_is_said(monkeypatch, words: tuple[str, ...]) -> None:
    """Exit code 1."""
    assert typed(monkeypatch, *words) == 1


def test_every_role_and_level_can_be_given() -> None:
    """The command's words are the terms'; the clock and the Commission's order are nobody's mandate."""
    assert set(officers.ROLES) == {role.value for role in MandateRole} - {"clock", "commission_order"}
    assert set(officers.LEVELS) == {level.value for level in Level}
