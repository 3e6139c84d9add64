"""A program with the typed client does a bureau's work; what goes wrong are exceptions; a repeat is made once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.utils import timezone

from article3 import wiring
from article3.intake.reading import write_communication
from article3.programs import signing
from article3.sites.api import letters, shapes
from article3_client import (
    Absent,
    Article3,
    BadForm,
    Changed,
    Forbidden,
    NoKey,
    NotSigned,
    OtherRequest,
    Problem,
    Refused,
    TooMany,
    records,
    told,
)
from tests.sites.conftest import Office, request

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
NAMES = ["Seat", "ItemRow", "Item", "Question", "Caveat", "RecordRow", "Record", "Message", "Delivery", "Deliveries",
         "QueueRow", "Finding", "Fact", "Case", "ConsentAsked", "Consultation", "Dispute"]  # fmt: skip
OF_LETTERS = {"Consultation": letters.Consultation, "Dispute": letters.DisputeRow}
Made = Callable[..., Article3]


def key_of(office: Office, who: str) -> str:
    """A key of somebody's."""
    return wiring.make_key(office.sittings[who], "client", timezone.localdate() + timedelta(days=9))


class Line(httpx.BaseTransport):
    """The way to the server, which may break: what happens to each request, in order."""

    def __init__(self, *troubles: str) -> None:
        self.troubles, self.behind, self.asked = list(troubles), httpx.WSGITransport(app=WSGIHandler()), 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Pass it on; or lose it, or lose its answer, or answer that we are busy."""
        self.asked += 1
        trouble = self.troubles.pop(0) if self.troubles else ""
        if trouble == "lost":
            raise httpx.ConnectError("no line")
        if trouble.startswith("busy"):
            return httpx.Response(503, headers={"Retry-After": trouble.removeprefix("busy")}, text="<busy>")
        answer = self.behind.handle_request(request)
        if trouble == "answer lost":
            raise httpx.ReadError("the line broke")
        return answer


@pytest.fixture
def seat(office: Office) -> Iterator[Made]:
    """A client of somebody's, on a line of one's own; the requests stay on this test's connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield lambda who, line=None, wait=lambda _: None, **more: Article3(
        "http://127.0.0.1:8000", key_of(office, who), transport=line or Line(), wait=wait, **more)  # fmt: skip
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def document() -> dict[str, Any]:
    """A clear request."""
    return dict(write_communication(request()))


class TestWork:
    """What a bureau's program does."""

    def test_send_read_list_withdraw(self, seat: Made) -> None:
        """Typed all the way."""
        xa = seat("xa")
        sent = xa.send(document())
        item = xa.item(sent.reference)
        assert (item.status, item.communication["colour"], item.sent_at.date()) == (
            "received",
            "red",
            timezone.localdate(),
        )
        assert [row.reference for row in xa.items()] == [sent.reference]
        assert xa.withdraw(item, "no_longer_wanted").status == "withdrawn"
        with pytest.raises(Changed):
            xa.withdraw(item, "no_longer_wanted")

    def test_pages_are_fetched_as_they_are_needed(self, seat: Made, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every item once; nothing is fetched before it is asked for."""
        monkeypatch.setattr("article3_client.client.PAGE", 2)
        line = Line()
        xa = seat("xa", line)
        sent = [xa.send(document()).reference for _ in range(5)]
        line.asked = 0
        rows = xa.items()
        assert (next(rows).reference, line.asked) == (sent[-1], 1)
        assert [row.reference for row in rows] == sent[-2::-1] and line.asked == 3

    def test_a_notice_from_sending_to_reading(self, office: Office, seat: Made) -> None:
        """Bureau, reviewer, other bureau."""
        reference = seat("xa").send(document()).reference
        first, other = seat("first"), seat("xb")
        assert [row.reference for row in first.queue()] == [reference]
        office.published(office.proposed(office.examined(reference)))
        (message,) = other.messages()
        assert (message.kind, list(other.messages(message.number))) == ("notice_published", [])
        assert [row.reference for row in other.records()] == [reference]
        assert other.record(reference).mark == "reviewed"
        assert seat("xa").deliveries(reference).taken_in == 1
        assert first.provenance(reference)["entity"]
        assert seat("oversight").case(reference).findings


class TestProblems:
    """Each is an exception of its kind, in the language asked for."""

    def test_by_kind(self, seat: Made, settings: Any) -> None:
        """What a program does something else about."""
        xa = seat("xa")
        with pytest.raises(Absent):
            xa.item("0" * 32)
        with pytest.raises(BadForm) as wrong:
            xa.send(document() | {"colour": "pink"})
        assert wrong.value.places[0].pointer == "/colour"
        with pytest.raises(Forbidden):
            seat("clerk").send(document())
        item = xa.item(xa.send(document(), once="one").reference)
        with pytest.raises(OtherRequest):
            xa.send(document() | {"interest": "Other."}, once="one")
        with pytest.raises(Refused) as refused:
            xa.answer(item, {"0": "An answer to nothing."})
        assert refused.value.because
        with pytest.raises(NoKey):
            Article3("http://127.0.0.1:8000", "a3k_none", transport=Line()).seat()

    def test_in_french(self, seat: Made) -> None:
        """Title and words."""
        with pytest.raises(Absent, match="Il n’y a rien ici"):
            seat("xa", language="fr").item("0" * 32)


class TestRepeats:
    """A broken line loses nothing and doubles nothing."""

    @pytest.mark.parametrize("trouble", ["lost", "answer lost", "busy1"])
    def test_a_change_is_made_once(self, seat: Made, trouble: str) -> None:
        """Whatever got lost; the repeat says that it was one."""
        xa = seat("xa", Line(trouble, trouble))
        assert xa.send(document()).again is (trouble == "answer lost")
        assert len(list(xa.items())) == 1

    def test_it_waits_as_long_as_it_is_told(self, seat: Made, settings: Any) -> None:
        """And gives up in words after the last try."""
        settings.API_PER_MINUTE = 6
        waited: list[float] = []
        xa = seat("xa", wait=waited.append)
        xa.seat()
        with pytest.raises(TooMany):
            xa.seat()
        assert len(waited) == 3 and all(1 <= each <= 10 for each in waited)

    def test_a_line_that_stays_broken_is_told(self, seat: Made) -> None:
        """After four tries, each later."""
        waited: list[float] = []
        with pytest.raises(httpx.ConnectError):
            seat("xa", Line(*["lost"] * 9), wait=waited.append).seat()
        assert waited == [1.0, 2.0, 4.0]

    def test_an_answer_that_is_no_problem_is_one_all_the_same(self, seat: Made) -> None:
        """A page of somebody in between."""
        with pytest.raises(Problem, match="503"):
            seat("xa", Line(*["busy0"] * 9)).seat()

    def test_it_brings_papers_corrects_and_reads_the_past(self, office: Office, seat: Made) -> None:
        """What an officer does by page, in the records of the client; a paper nobody brought has its place."""
        one = seat("xa")
        paper = one.bring_paper("warrant.pdf", b"the scanned warrant")
        sent = one.send(document() | {"attachments": [paper]})
        before, item = timezone.now(), one.item(sent.reference)
        assert one.paper(sent.reference, paper["sha256"]) == b"the scanned warrant"
        one.update(item, item.communication | {"facts_summary": "He shot him at the door."})
        assert one.item(sent.reference, known_at=before).communication == item.communication
        assert one.item(sent.reference).communication["facts_summary"] == "He shot him at the door."
        with pytest.raises(Changed):
            one.withdraw(item, "purpose_met")
        with pytest.raises(BadForm, match="/attachments/0/sha256"):
            one.send(document() | {"attachments": [paper | {"sha256": "f" * 64}]})
        assert list(one.consultations()) == [] and one.disputes() == ()


class TestItsRecords:
    """The client knows what the server says."""

    @pytest.mark.parametrize("name", NAMES)
    def test_field_by_field(self, name: str) -> None:
        """No more, no less."""
        known = set(getattr(records, name).__dataclass_fields__)
        served = OF_LETTERS.get(name) or getattr(shapes, name)
        assert known - ({"mark"} if name == "Item" else set()) == set(served.__struct_fields__)

    def test_a_call_is_read_with_its_secret_alone(self) -> None:
        """Not with another, not changed, not late."""
        secret, body = signing.secret(b"k" * 32, "hook", 1), b'{"type": "test"}'
        headers = {"Webhook-Id": "msg_1", "Webhook-Timestamp": "1000",
                   "Webhook-Signature": signing.signature([b"x" * 32, secret], "msg_1", 1000, body)}  # fmt: skip
        assert told(signing.shown(secret), headers, body, now_s=1299) == {"type": "test"}
        for other in ((signing.shown(b"y" * 32), body, 1000), (signing.shown(secret), body + b" ", 1000),
                      (signing.shown(secret), body, 1301)):  # fmt: skip
            with pytest.raises(NotSigned):
                told(other[0], headers, other[1], now_s=other[2])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the line is the same over either database")
def test_the_example_in_the_docs_runs_against_a_live_server(
    committed: None,
    live_server: Any,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Any,
) -> None:
    """Word for word, over HTTP."""
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "programs.md").read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("ARTICLE3_URL", live_server.url)
    source = json.loads((ROOT / "docs" / "examples" / "red-clear-fugitive.json").read_text("utf-8"))["source"]
    monkeypatch.setenv("ARTICLE3_KEY", key_of(office, source.lower()))
    exec(compile(example, "docs/programs.md", "exec"), {"__name__": "example"})
    assert " withdrawn " in capsys.readouterr().out
