"""P10, P13: the database refuses at COMMIT itself, or loses the connection there. Nothing was said, the repeat is one.

Three ways, each at the real end of a real transaction: a deferred constraint that only COMMIT looks at (both databases
refuse it themselves); an input/output error in place of the COMMIT; and a COMMIT that was carried out whose answer
never came, so that nobody here knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from typing import Any

import pytest
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.utils import timezone

from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.send_diffusion import SendDiffusion
from article3.commands import deliver as command
from article3.exchange import keys, models, seat, signing, wire
from article3.exchange.canonical import from_bytes
from article3.journal.models import Entry
from article3.lifecycle.examination import Resolution
from article3.lifecycle.states import State
from article3.line import bureau as line
from article3.line import copies
from article3.line.problems import NoLine
from article3.line.transport import CONTENT_TYPE, DOORS, by_hand
from article3.register.models import File
from article3.terms.delivery import Copy, Lane, Numbered, RemoveOrder
from article3.terms.finding import Refused
from tests.acts.situations import GROUNDS, UNFAVOURABLE, wanted_diffusion
from tests.desk import FIRST, REFERENCE, bureau
from tests.exchange.test_delivery import enrol_everybody
from tests.wiring.test_wiring import WiredDesk, seat_members

WAYS = ("constraint", "io", "answer lost")


@contextmanager
def commits(way: str, fails: Callable[[int], bool]) -> Iterator[list[int]]:
    """The commits for which `fails(number)` fail in that way; yields the numbers that did."""
    original, met, count = BaseDatabaseWrapper._commit, [], [0]

    def commit(self: BaseDatabaseWrapper) -> None:
        count[0] += 1
        if not fails(count[0]):
            return original(self)
        met.append(count[0])
        if way == "constraint":
            _owe_a_row(self)
            return original(self)
        if way == "answer lost":
            original(self)
        raise OperationalError("disk I/O error" if way == "io" else "server closed the connection unexpectedly")

    BaseDatabaseWrapper._commit = commit  # type: ignore[method-assign]
    try:
        yield met
    finally:
        BaseDatabaseWrapper._commit = original  # type: ignore[method-assign]


def _owe_a_row(self: BaseDatabaseWrapper) -> None:
    """A row that points at no file: a constraint the database looks at when it commits, and not before."""
    with self.cursor() as cursor:
        cursor.execute("INSERT INTO register_recipient (file_id, bureau) VALUES (%s, 'XZ')", ["f" * 32])


def first(number: int) -> bool:
    """The first commit only."""
    return number == 1


@pytest.fixture
def desk(committed: None) -> WiredDesk:
    """Five bureaus with their keys, and an empty register."""
    seat_members()
    enrol_everybody()
    for code in ("XA", "XB", "XC"):
        assert keys.own_public(f"bureau:{code}")
    return WiredDesk(at=timezone.now())


def over_http(kind: str, data: bytes) -> bytes:
    """The Secretariat's doors as an installation knocks at them."""
    browser = Client(raise_request_exception=False)
    answer = browser.post(DOORS[kind], data, content_type=CONTENT_TYPE)
    if answer.status_code != 200:
        raise NoLine(f"the Secretariat answered {answer.status_code}")
    return answer.content


def each_fails_once(way: str, deed: Callable[[], Any]) -> int:
    """Repeat the deed, as an officer or a round would: the first time its first commit fails, then its second, and so
    on until it comes through; how many failed. What was done all the same is refused by the rules when repeated."""
    for attempt in range(1, 60):
        done_before = (Refused,) if attempt > 1 else ()
        with commits(way, lambda number, failing=attempt: number == failing) as met, suppress(
                DatabaseError, NoLine, *done_before):
            deed()
        if not met:
            return attempt - 1
    raise AssertionError("it never went through")


def everything() -> tuple[Any, ...]:
    """What an act or a message changes at the Secretariat."""
    return (list(File.objects.values_list("reference", "version", "state")), list(Entry.objects.values_list("what")),
            list(models.Incoming.objects.values_list("bureau", "number")), list(models.Holder.objects.values_list()),
            list(models.Posted.objects.values_list("bureau", "lane", "number")),
            list(models.Outgoing.objects.values_list("bureau", "number", "kind")))


@pytest.mark.parametrize("way", ["constraint", "io"])
def test_an_act_whose_commit_is_refused_did_not_happen(desk: WiredDesk, way: str) -> None:
    """No file, no message, no line of the journal; the officer is told; the same act then happens once."""
    before = everything()
    with commits(way, first) as met, pytest.raises(DatabaseError):
        desk.perform(SendDiffusion(communication=wanted_diffusion()), bureau("XA"))
    assert met == [1] and everything() == before and not connection.in_atomic_block
    desk.perform(SendDiffusion(communication=wanted_diffusion()), bureau("XA"))
    assert [what for (what,) in everything()[1]].count("CommunicationReceived") == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_message_is_acknowledged_only_by_a_commit_and_its_repeat_is_one(desk: WiredDesk, way: str) -> None:
    """At the Secretariat's door: an error and no signed word, whatever the database did; the bureau owes it still."""
    desk.perform(SendDiffusion(communication=wanted_diffusion()), bureau("XA"))
    line.deliver("XB", by_hand)
    copies.give(bureau("XB"), REFERENCE, copies.PlaceKind.BUREAU, "XD")
    with transaction.atomic():
        owed = seat.Books("XB", desk.at).unreached(9, 10**6)
    body = [from_bytes(content) for _, content in owed]
    request = signing.sign("take", {"messages": body}, keys.own("bureau:XB"))
    before = everything()
    with commits(way, first) as met, pytest.raises(NoLine, match="500"):
        over_http("take", request)
    assert met == [1] and (everything() == before) is (way != "answer lost")
    first_answer = over_http("take", request)
    assert over_http("take", request) == first_answer, "the same bytes however often it is asked"
    assert models.Holder.objects.filter(item=REFERENCE, bureau="XD").count() == 1
    assert [what for (what,) in everything()[1]].count("HolderReported") == 1


@pytest.mark.parametrize("way", ["constraint", "answer lost"])
def test_each_commit_of_a_whole_recall_fails_once_and_every_effect_is_there_once(desk: WiredDesk, way: str) -> None:
    """Sent, passed on, decided, recalled, removed and signed for over the doors."""
    failed = each_fails_once(way, lambda: desk.perform(SendDiffusion(communication=wanted_diffusion()), bureau("XA")))
    failed += each_fails_once(way, desk.open_gateway)
    for code in ("XB", "XC"):
        failed += each_fails_once(way, partial(line.deliver, code, over_http))
    failed += each_fails_once(way, _given_to_xd)
    failed += each_fails_once(way, partial(line.deliver, "XB", over_http))
    failed += each_fails_once(way, partial(line.deliver, "XD", over_http))
    _decided_to_recall(desk)
    version = desk.file().version
    failed += each_fails_once(way, lambda: desk.perform(RecallDiffusion(reference=REFERENCE, version=version), FIRST))
    for code in ("XB", "XC", "XD"):
        failed += each_fails_once(way, partial(line.deliver, code, over_http))
    assert failed > 30
    _everything_once(desk)


def _given_to_xd() -> None:
    """XB passes its copy on: once on record, even where nobody knows whether the first word was kept."""
    if not models.Place.objects.filter(bureau="XB", name="XD").exists():
        copies.give(bureau("XB"), REFERENCE, copies.PlaceKind.BUREAU, "XD")


def _decided_to_recall(desk: WiredDesk) -> None:
    desk.examined()
    desk.proposed(resolution=Resolution.RECALL, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided()


def _everything_once(desk: WiredDesk) -> None:
    assert desk.file().state is State.RECALLED
    assert set(models.Debt.objects.values_list("bureau", "answer")) == {
        ("XB", "purged"), ("XC", "purged"), ("XD", "purged")}
    told = [what for (what,) in everything()[1]]
    for what, times in {"CommunicationReceived": 1, "ArrivalExamined": 1, "DiffusionRecalled": 1, "HolderReported": 1,
                        "RemovalSigned": 3, "CopyTakenOut": 3}.items():
        assert told.count(what) == times, what
    for code in ("XB", "XC", "XD"):
        for lane in Lane:
            numbers = list(models.Posted.objects.filter(bureau=code, lane=lane.value).order_by("number")
                           .values_list("number", flat=True))
            assert numbers == list(range(1, len(numbers) + 1)), "dense, and none twice"
        assert not models.Held.objects.filter(bureau=code, item=REFERENCE).exists()


# --- at a bureau's own installation


class Secretariat:
    """Another house that answers: it hands these messages out until they are acknowledged, and notes what it heard."""

    def __init__(self, *messages: Numbered) -> None:
        self.messages, self.heard, self.asked = messages, [], []

    def __call__(self, kind: str, data: bytes) -> bytes:
        body = signing.check(data).body
        asked = {"request": sha256(data).hexdigest()}
        if kind == "take":
            self.heard += [one["number"] for one in body["messages"]]
            return self._said("taken", asked | {"reached": max(self.heard)})
        if kind == "hand_out":
            self.asked.append(dict(body["have"]))
            wait = [m for m in self.messages if m.number > body["have"][m.lane.value]]
            return self._said("handed", asked | {"messages": [wire.handed(m) for m in wait], "texts": {},
                                                 "head": {lane.value: 0 for lane in Lane}, "heard": 0})
        return self._said({"host": "hosted"}.get(kind, kind), asked | {"page": ""})

    def _said(self, kind: str, body: dict[str, Any]) -> bytes:
        return signing.sign(kind, body, keys.own(keys.SECRETARIAT))


@pytest.fixture
def at_home(desk: WiredDesk, settings: Any) -> Any:
    """The same tables as XB's own installation."""
    settings.SEAT = "bureau:XB"
    line.deliver("XB", Secretariat())  # its sealing key is told
    return settings


@pytest.mark.parametrize("way", WAYS)
def test_at_home_what_was_sent_is_owed_once_or_was_never_said_to_be_sent(at_home: Any, way: str) -> None:
    """The officer sees an error where the commit failed; sent again, it leaves for the Secretariat once."""
    sent = wanted_diffusion(source="XB", recipients=("XA",))
    mine = WiredDesk(at=timezone.now())
    owed = models.Report.objects.count()
    with commits(way, first) as met, pytest.raises(DatabaseError):
        mine.perform(SendDiffusion(communication=sent), bureau("XB"))
    assert met == [1] and models.Report.objects.count() - owed == (1 if way == "answer lost" else 0)
    with suppress(Refused):  # it was kept, and only its answer was lost: the same number is not sent twice
        mine.perform(SendDiffusion(communication=sent), bureau("XB"))
    assert models.Report.objects.count() - owed == 1
    there = Secretariat()
    line.deliver("XB", there)
    assert len(there.heard) == len(set(there.heard)) and not models.Report.objects.exists()


@pytest.mark.parametrize("way", WAYS)
def test_at_home_what_arrives_is_acknowledged_only_when_it_is_kept(at_home: Any, way: str) -> None:
    """Each commit of the round fails once; a copy is taken in and removed once, and signed for once."""
    there = Secretariat(Numbered(Lane.ORDINARY, 1, Copy("d" * 32, 1, "0" * 64, True, None)),
                        Numbered(Lane.RECALL, 1, RemoveOrder("d" * 32, "remove")))
    assert each_fails_once(way, partial(line.deliver, "XB", there)) > 3
    line.deliver("XB", there)
    told = [what for (what,) in Entry.objects.values_list("what")]
    assert (told.count("CopyTakenIn"), told.count("CopyTakenOut")) == (1, 1)
    acknowledged = [asked["ordinary"] for asked in there.asked]
    assert acknowledged == sorted(acknowledged) and acknowledged[-1] == 1
    assert models.Removed.objects.get(item="d" * 32).signed_at is not None
    assert not models.Report.objects.exists(), "the receipt has reached the Secretariat"


def test_rounds_go_on_after_a_database_that_refused(desk: WiredDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk for a moment does not end the rounds for good: the line says what was, the next round is whole."""
    desk.perform(SendDiffusion(communication=wanted_diffusion()), bureau("XA"))
    desk.open_gateway()
    with commits("io", first):
        told = command.tried()
    assert list(told.values()) == ["No line: the database refused (OperationalError). Nothing was lost; the next round "
                                   "begins where this one did."]
    told = command.tried()
    assert told["XB"] == "XB: 0 sent, 1 taken in, 0 removed"
    assert models.Holder.objects.filter(item=REFERENCE, bureau="XB").count() == 1
