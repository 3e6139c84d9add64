"""The two doors over HTTP: who may knock, what is refused, what a repeated knock brings."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from nacl.signing import SigningKey

from article3.exchange import keys, models, wire
from article3.exchange.signing import check, sign
from article3.journal.pages import Pages
from article3.line.transport import CONTENT_TYPE, DOORS
from article3.terms.delivery import CopyAnswer, PassedOn, Receipt
from tests.exchange.test_delivery import enrol_everybody
from tests.wiring.test_wiring import seat_members

ITEM = "b" * 32


@pytest.fixture
def doors(db: None) -> Client:
    """Five bureaus with their keys."""
    seat_members()
    enrol_everybody()
    return Client()


def knock(doors: Client, kind: str, data: bytes, content_type: str = CONTENT_TYPE):
    """A request as an installation sends it."""
    return doors.post(DOORS[kind], data, content_type=content_type)


def taking(*numbers: int, seat: str = "bureau:XA", to: str = "XB", kind: str = "take") -> bytes:
    """A signed request with these numbers."""
    messages = [wire.report(number, PassedOn(ITEM, 1, to), None) for number in numbers]
    return sign(kind, {"messages": messages}, keys.own(seat))


def pulling(pull: int, recall: int = 0, ordinary: int = 0, seat: str = "bureau:XA") -> bytes:
    """A signed pull."""
    return sign("hand_out", {"have": {"recall": recall, "ordinary": ordinary}, "pull": pull}, keys.own(seat))


def test_the_answer_is_signed_by_the_secretariat_and_says_how_far_it_has_got(doors: Client) -> None:
    """Two messages in order."""
    answer = check(knock(doors, "take", taking(1, 2)).content)
    assert answer.key == keys.own_public(keys.SECRETARIAT)
    assert (answer.kind, answer.body["reached"]) == ("taken", 2)


def test_the_same_request_again_gets_the_same_bytes_and_has_no_second_effect(doors: Client) -> None:
    """A replay, also of one message of a longer past."""
    first = knock(doors, "take", taking(1)).content
    knock(doors, "take", taking(2))
    assert knock(doors, "take", taking(1)).content == first
    assert models.Incoming.objects.count() == 2
    assert models.Holder.objects.filter(item=ITEM).count() == 1


def test_the_same_number_with_other_content_is_an_incident_in_the_journal(doors: Client) -> None:
    """And changes nothing."""
    knock(doors, "take", taking(1))
    assert knock(doors, "take", taking(1, to="XC")).status_code == 409
    assert [line.seat for line in Pages().lines() if line.what == "MessageContradicted"] == ["bureau:XA"]
    assert not models.Holder.objects.filter(bureau="XC").exists()


def test_a_gap_is_not_taken_in(doors: Client) -> None:
    """Number 2 waits until 1 has come."""
    assert check(knock(doors, "take", taking(2)).content).body["reached"] == 0
    assert check(knock(doors, "take", taking(1, 2)).content).body["reached"] == 2


@pytest.mark.parametrize(("data", "status"), [
    (b"not signed at all", 400), (b'{"alg":"ed25519"}', 400), (b"{}", 400),
])
def test_what_is_not_signed_is_not_looked_at(doors: Client, data: bytes, status: int) -> None:
    """Not JSON, not an envelope, nothing."""
    assert knock(doors, "take", data).status_code == status


def test_an_altered_field_breaks_the_signature(doors: Client) -> None:
    """Another bureau put into a signed message."""
    assert knock(doors, "take", taking(1).replace(b'"to":"XB"', b'"to":"XC"')).status_code == 400
    assert not models.Incoming.objects.exists()


def test_the_sender_is_the_key_and_a_strange_key_is_nobody(doors: Client) -> None:
    """A key nobody enrolled; the Secretariat's own key is no bureau's."""
    stranger = sign("take", {"messages": []}, SigningKey(b"7" * 32))
    assert knock(doors, "take", stranger).status_code == 403
    assert knock(doors, "take", taking(1, seat=keys.SECRETARIAT)).status_code == 403


def test_a_key_speaks_from_its_first_instant_until_its_end(doors: Client) -> None:
    """Ended keys stay ended; a key may begin tomorrow."""
    keys.end(keys.own_public("bureau:XA"), at=timezone.now())
    assert knock(doors, "take", taking(1)).status_code == 403
    tomorrow = SigningKey(b"8" * 32)
    keys.enrol("bureau:XA", tomorrow.verify_key.encode().hex(), since=timezone.now() + timedelta(days=1))
    assert knock(doors, "take", sign("take", {"messages": []}, tomorrow)).status_code == 403


def test_a_message_for_one_door_does_not_open_the_other(doors: Client) -> None:
    """The kind is signed."""
    assert knock(doors, "hand_out", taking(1)).status_code == 422


@pytest.mark.parametrize("body", [
    {"messages": "1"}, {"messages": [], "sender": "XB"}, {"messages": [{"number": 1}]},
    {"messages": [{"what": "passed_on", "number": 1, "item": ITEM, "version": 1, "to": "xb"}]},
    {"messages": [{"what": "passed_on", "number": 0, "item": ITEM, "version": 1, "to": "XB"}]},
    {"messages": [{"what": "passed_on", "number": 1, "item": ITEM, "version": 1, "to": "XB", "owner": "XC"}]},
])  # fmt: skip
def test_a_signed_message_in_another_form_has_no_effect(doors: Client, body: dict) -> None:
    """Unknown fields, missing fields, other types (A24)."""
    assert knock(doors, "take", sign("take", body, keys.own("bureau:XA"))).status_code == 422
    assert not models.Incoming.objects.exists()


def test_an_old_pull_gets_no_messages(doors: Client) -> None:
    """A copied request tells nothing: only the number of the last pull comes back."""
    assert check(knock(doors, "hand_out", pulling(5)).content).kind == "handed"
    for old in (5, 4):
        answer = check(knock(doors, "hand_out", pulling(old)).content)
        assert (answer.kind, answer.body["pulls"]) == ("behind", 5)


def test_other_methods_types_and_sizes_are_refused_without_reading(doors: Client) -> None:
    """GET, a form, more than a megabyte."""
    assert doors.get(DOORS["take"]).status_code == 405
    assert knock(doors, "take", taking(1), "application/json").status_code == 415
    assert knock(doors, "take", b"x" * (wire.LARGEST_BYTES + 1)).status_code == 413
    assert not models.Incoming.objects.exists()


def test_a_refusal_is_a_problem_document(doors: Client) -> None:
    """RFC 9457: type, title, status."""
    answer = knock(doors, "take", b"x")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 400


def test_a_bureau_that_does_not_sign_for_a_deletion_gets_the_deletion_and_nothing_else(doors: Client) -> None:
    """A13: whatever else waits, and however often it pulls, until its receipt is here."""
    now, order = timezone.now(), "remove-" + ITEM
    models.Holder.objects.create(item=ITEM, bureau="XA", since=now)
    models.Delivered.objects.create(item=ITEM, source="XB", digest="0" * 64, version=1, reviewed=False,
                                    recalled_by=order, first_at=now, recalled_at=now)  # fmt: skip
    models.Debt.objects.create(order=order, item=ITEM, bureau="XA", number=1, owed_at=now)
    models.Line.objects.create(bureau="XA", lane="recall", posted=1)
    models.Line.objects.create(bureau="XA", lane="ordinary", posted=1)
    models.Posted.objects.create(bureau="XA", lane="recall", number=1, item=ITEM, order=order, posted_at=now)
    models.Posted.objects.create(bureau="XA", lane="ordinary", number=1, item="c" * 32, version=1, digest="1" * 64,
                                 reviewed=True, posted_at=now)  # fmt: skip
    for pull, had in ((1, 0), (2, 1), (3, 1)):  # taken in, and yet not signed for
        handed = check(knock(doors, "hand_out", pulling(pull, recall=had)).content).body["messages"]
        assert [(one["what"], one["item"]) for one in handed] == [("remove", ITEM)]
    receipt = wire.report(1, Receipt(order, ITEM, CopyAnswer.PURGED), None)
    knock(doors, "take", sign("take", {"messages": [receipt]}, keys.own("bureau:XA")))
    handed = check(knock(doors, "hand_out", pulling(4, recall=1)).content).body["messages"]
    assert [(one["what"], one["item"]) for one in handed] == [("copy", "c" * 32)]
