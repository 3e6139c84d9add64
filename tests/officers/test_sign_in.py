"""Coming in: password and second factor, one answer for whoever fails, rights read anew at every request."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import identify_hasher, make_password
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from article3.officers import roll
from article3.officers.models import Officer
from article3.project import settings as installed
from article3.terms.communication import Level
from article3.terms.sitting import MandateRole, OfficerId

pytestmark = pytest.mark.django_db
PASSWORD = "a long invented phrase"
SECRET = base64.b32encode(b"an invented seed").decode()
LOGIN = "/account/login/"


def today() -> date:
    """The day it is now: a run may go over midnight."""
    return timezone.now().date()


def code() -> str:
    """The six digits a phone would show now."""
    counter = int(time.time() // 30).to_bytes(8, "big")
    digest = hmac.new(base64.b32decode(SECRET), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


@pytest.fixture(autouse=True)
def _codes_of_earlier_tests_are_forgotten() -> None:
    cache.clear()


@pytest.fixture
def enrol() -> Callable[..., OfficerId]:
    """Make an officer with mandates in some seats and, unless told otherwise, a second factor."""

    def _enrol(name: str = "amina", *seats: str, second_factor: bool = True, since: date | None = None) -> OfficerId:
        officer = roll.enrol(name, nationality="QM", full_name="Amina Vell", password=PASSWORD)
        for seat in seats or ("bureau:XA",):
            roll.open_seat(seat, f"Seat {seat}")
            role = MandateRole.REVIEWER if seat == "secretariat" else MandateRole.BUREAU_OFFICER
            roll.give_mandate(officer, seat, role, clearance=Level.RESTRICTED, since=since or date(2020, 1, 1))
        if second_factor:
            user = Officer.objects.get(opaque_id=officer)
            Authenticator.objects.create(user=user, type="totp", data={"secret": get_adapter().encrypt(SECRET)})
        return officer

    return _enrol


def sign_in(name: str = "amina") -> Client:
    """Password, then the code."""
    client = Client()
    answer = client.post(LOGIN, {"login": name, "password": PASSWORD})
    assert answer.status_code == 302 and "2fa" in answer["Location"], answer["Location"]
    assert client.get("/bureau/").status_code == 302  # half way in is outside
    answer = client.post(answer["Location"], {"code": code()})
    assert answer.status_code == 302
    return client


def sits(client: Client) -> bool:
    """True when the client reaches a seat."""
    answer = client.get("/")
    return answer.status_code == 302 and answer["Location"] in ("/bureau/", "/secretariat/")


def test_with_password_and_code_an_officer_reaches_the_one_seat_held(enrol) -> None:
    """No choice where there is none."""
    enrol()
    client = sign_in()
    assert client.get("/")["Location"] == "/bureau/"


def test_a_wrong_code_is_not_enough(enrol) -> None:
    """The second factor is a factor."""
    enrol()
    client = Client()
    answer = client.post(LOGIN, {"login": "amina", "password": PASSWORD})
    wrong = f"{(int(code()) + 1) % 1_000_000:06d}"
    assert client.post(answer["Location"], {"code": wrong}).status_code == 200
    assert client.get("/")["Location"] == LOGIN


def test_an_officer_without_second_factor_is_led_to_set_one_up_before_anything_else(enrol) -> None:
    """Every page but the account's leads there; static files and the public site stay open."""
    enrol(second_factor=False)
    client = Client()
    assert client.post(LOGIN, {"login": "amina", "password": PASSWORD}).status_code == 302
    for path in ("/", "/bureau/", "/seats/", "/secretariat/", "/nothing/"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"]) == (302, "/account/2fa/"), path
    assert client.get("/account/2fa/").status_code == 200


def test_totp_and_passkeys_can_be_set_up(enrol) -> None:
    """Both pages open for an officer who has just given the password."""
    enrol(second_factor=False)
    client = Client()
    client.post(LOGIN, {"login": "amina", "password": PASSWORD})
    assert client.get("/account/2fa/totp/activate/").status_code == 200
    assert client.get("/account/2fa/webauthn/add/").status_code == 200


def test_unknown_wrong_and_suspended_get_the_same_answer(enrol) -> None:
    """Same status and same words, whoever it was."""
    known, suspended = enrol("amina"), enrol("basim")
    assert known
    roll.revoke(suspended)
    bodies = set()
    for name, password in (("amina", "wrong"), ("nobody", "wrong"), ("basim", "wrong"), ("basim", PASSWORD)):
        answer = Client().post(LOGIN, {"login": name, "password": password})
        text = answer.content.decode().replace(name, "NAME")
        bodies.add((answer.status_code, "".join(line for line in text.splitlines() if "csrf" not in line)))
    assert len(bodies) == 1


def test_an_unknown_account_costs_one_password_check_like_a_known_one(enrol, monkeypatch) -> None:
    """Same time: exactly one run of the slow hash each."""
    from django.contrib.auth.hashers import MD5PasswordHasher

    enrol()
    runs: list[str] = []
    slow = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda self, *a: runs.append("x") or slow(self, *a))
    counted = []
    for name in ("amina", "nobody"):
        runs.clear()
        Client().post(LOGIN, {"login": name, "password": "wrong"})
        counted.append(len(runs))
    assert counted == [1, 1]


def test_five_failures_lock_one_name_from_one_address_and_nobody_else(enrol) -> None:
    """Cool-off by user and address: the right password does not help there, and works elsewhere."""
    enrol("amina"), enrol("basim")
    for _ in range(5):
        Client(REMOTE_ADDR="192.0.2.1").post(LOGIN, {"login": "amina", "password": "wrong"})
    assert Client(REMOTE_ADDR="192.0.2.1").post(LOGIN, {"login": "amina", "password": PASSWORD}).status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.2").post(LOGIN, {"login": "amina", "password": PASSWORD}).status_code == 302
    assert Client(REMOTE_ADDR="192.0.2.1").post(LOGIN, {"login": "basim", "password": PASSWORD}).status_code == 302


def test_four_failures_lock_nobody(enrol) -> None:
    """The other side of the edge."""
    enrol()
    for _ in range(4):
        Client().post(LOGIN, {"login": "amina", "password": "wrong"})
    assert Client().post(LOGIN, {"login": "amina", "password": PASSWORD}).status_code == 302


def test_a_name_that_nobody_has_is_locked_the_same_way() -> None:
    """Else the lock would tell who exists."""
    for _ in range(5):
        Client().post(LOGIN, {"login": "nobody", "password": "wrong"})
    assert Client().post(LOGIN, {"login": "nobody", "password": "wrong"}).status_code == 429


def test_a_code_is_used_once(enrol) -> None:
    """Somebody who looks over the shoulder comes too late."""
    enrol()
    seen = code()
    for status in (302, 200):
        client = Client()
        answer = client.post(LOGIN, {"login": "amina", "password": PASSWORD})
        assert client.post(answer["Location"], {"code": seen}).status_code == status


class TestRevocation:
    """A30: what was taken away is gone with the next request."""

    def test_a_suspended_officer_is_outside_at_once(self, enrol) -> None:
        """The session helps nothing."""
        officer = enrol()
        client = sign_in()
        assert sits(client)
        roll.revoke(officer)
        assert not sits(client)
        assert client.get("/bureau/").status_code == 302

    def test_an_ended_mandate_is_no_seat(self, enrol) -> None:
        """Until the day it ends one sits; from that day on not."""
        officer = enrol()
        client = sign_in()
        roll.end_mandates(officer, "bureau:XA", on=today() + timedelta(days=1))
        assert sits(client)
        roll.end_mandates(officer, "bureau:XA", on=today())
        assert not sits(client)

    def test_a_second_factor_taken_away_leads_back_to_setting_it_up(self, enrol) -> None:
        """The factor is looked at in every request too."""
        enrol()
        client = sign_in()
        Authenticator.objects.all().delete()
        assert client.get("/bureau/")["Location"] == "/account/2fa/"

    def test_another_clearance_holds_at_once(self, enrol) -> None:
        """Nothing is remembered in the session but which mandate was chosen."""
        officer = enrol()
        assert roll.sitting_of(officer, "bureau:XA").clearance is Level.RESTRICTED
        Officer.objects.get().mandates.update(clearance=Level.OFFICIAL_USE)
        assert roll.sitting_of(officer, "bureau:XA").clearance is Level.OFFICIAL_USE


class TestSeats:
    """Who holds several mandates chooses one."""

    def test_one_chooses_among_ones_own_and_may_change(self, enrol) -> None:
        """The choice leads to the seat's front page."""
        enrol("amina", "bureau:XA", "secretariat")
        client = sign_in()
        assert client.get("/")["Location"] == "/seats/"
        page = client.get("/seats/").content.decode()
        for chair in roll.chairs(OfficerId(Officer.objects.get().opaque_id), timezone.now()):
            assert chair.seat_name in page
            client.post("/seats/", {"mandate": str(chair.mandate)})
            assert client.get("/")["Location"] == f"/{chair.seat.partition(':')[0]}/"

    def test_somebody_elses_mandate_cannot_be_chosen(self, enrol) -> None:
        """Not by number."""
        enrol("amina", "bureau:XA", "bureau:XB")
        other = enrol("basim", "secretariat")
        foreign = roll.chairs(other, timezone.now())[0].mandate
        client = sign_in("amina")
        for number in (str(foreign), "0", "x", ""):
            assert client.post("/seats/", {"mandate": number}).status_code == 404
        assert client.get("/")["Location"] == "/seats/"

    def test_a_mandate_begins_on_its_day(self, enrol) -> None:
        """Both sides of the day."""
        enrol("early", "bureau:XA", since=today() + timedelta(days=1))
        begun = enrol("today", "bureau:XA", since=today())
        assert not sits(sign_in("early"))
        assert sits(sign_in("today")) and begun

    def test_without_a_mandate_there_is_no_seat(self) -> None:
        """An account alone opens nothing."""
        officer = roll.enrol("amina", nationality="QM", password=PASSWORD)
        assert roll.chairs(officer, timezone.now()) == ()
        with pytest.raises(LookupError):
            roll.sitting_of(officer, "bureau:XA")


def test_passwords_are_kept_by_argon2(settings) -> None:
    """By the settings of an installation, not those of the tests."""
    settings.PASSWORD_HASHERS = installed.PASSWORD_HASHERS
    assert identify_hasher(make_password(PASSWORD)).algorithm == "argon2"


def test_nobody_signs_up_and_no_mail_is_asked_for() -> None:
    """Accounts are made by the installation."""
    for path in ("/account/signup/", "/account/password/reset/", "/account/email/", "/accounts/signup/"):
        assert Client().get(path).status_code in (302, 404)
    assert not Officer.objects.exists()
