"""A bureau's programs do what its officers do on pages, by the same rules: keys, paging, repeats, pace."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from article3 import wiring
from article3.commands.provenance import told as told_by_command
from article3.intake.reading import write_communication
from article3.journal.models import Entry
from article3.sites.page.table_file import row
from article3.terms.finding import Refused
from tests.sites.conftest import Office, request

pytestmark = pytest.mark.django_db


class Program:
    """A program of somebody's seat."""

    def __init__(self, office: Office, who: str, language: str = "en") -> None:
        until = timezone.localdate() + timedelta(days=30)
        self.key, self.client, self.language = wiring.make_key(office.sittings[who], "test", until), Client(), language

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """The answer to one request; header names with underscores."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {"Authorization": f"Bearer {self.key}", "Accept-Language": self.language} | sent
        data = body if isinstance(body, str) else "" if body is None else json.dumps(body)
        return self.client.generic(method, f"/api/v1{path}", data=data, content_type="application/json", headers=sent)

    def get(self, path: str, status: int = 200) -> Any:
        """The parsed answer."""
        answer = self.ask("GET", path)
        assert answer.status_code == status, answer.content
        return answer.json()

    def send(self, document: Any, token: str = "first", status: int = 201) -> Any:
        """The parsed answer to a new item."""
        answer = self.ask("POST", "/items", document, Idempotency_Key=token)
        assert answer.status_code == status, answer.content
        return answer.json()

    def withdraw(self, reference: str, read: str, token: str = "away") -> Any:
        """The answer to a withdrawal."""
        return self.ask("POST", f"/items/{reference}/withdrawal", {"code": "purpose_met"}, If_Match=read,
                        Idempotency_Key=token)  # fmt: skip


@pytest.fixture
def program(office: Office) -> Program:
    """Of the bureau of XA."""
    return Program(office, "xa")


def document() -> dict[str, Any]:
    """A clear request as a program writes it."""
    return dict(write_communication(request()))


class TestItems:
    """Send, read, page, withdraw."""

    def test_a_request_is_sent_and_read_back_as_it_was_written(self, program: Program) -> None:
        """One document, in and out; 201 says where it is."""
        sent = program.send(document())
        found = program.get(f"/items/{sent['reference']}")
        assert found["communication"] == document() | {"made_on": found["communication"]["made_on"]}
        assert (found["status"], sent["status"]) == ("received", "received")

    def test_another_bureau_and_the_desk_of_others_find_nothing(self, office: Office, program: Program) -> None:
        """The same bytes as for a reference that never was."""
        sent = program.send(document())
        absent = Program(office, "xb").ask("GET", f"/items/{'0' * 32}").content
        for who in ("xb", "first", "oversight", "custodian"):
            answer = Program(office, who).ask("GET", f"/items/{sent['reference']}")
            assert (answer.status_code, answer.content) == (404, absent)

    def test_pages_go_by_cursor_to_the_end(self, program: Program) -> None:
        """Every item once, the newest first."""
        sent = [program.send(document(), str(number))["reference"] for number in range(3)]
        first = program.get("/items?size=2")
        second = program.get(f"/items?size=2&after={first['next']}")
        assert [row["reference"] for page in (first, second) for row in page["items"]] == sent[::-1]
        assert second["next"] is None

    def test_a_cursor_of_nobody_is_refused_in_words(self, program: Program) -> None:
        """And a size that is none."""
        assert program.get("/items?after=xyz", 409)["because"] == "There is no such page."
        assert program.get("/items?size=many", 400)["problems"][0]["pointer"] == "/size"
        assert program.get("/items?colour=red", 400)["problems"][0]["code"] == "unknown"

    def test_what_is_wrong_with_a_document_is_said_at_once(self, program: Program) -> None:
        """Every place, with its mend; and a body that is no JSON."""
        wrong = program.send(document() | {"colour": "pink", "level": 7}, status=422)
        assert {each["pointer"] for each in wrong["problems"]} == {"/colour", "/level"}
        assert program.send("{", status=422)["code"] == "form"

    def test_who_may_not_send_is_told_so(self, office: Office) -> None:
        """A reviewer and a bureau's officer without the lead's mandate."""
        for who in ("first", "clerk"):
            assert Program(office, who).send(document(), status=403)["code"] == "mandate"


class TestWithdrawal:
    """A change to what one has read, and only to that."""

    def test_what_changed_meanwhile_is_not_withdrawn(self, program: Program) -> None:
        """428 without a mark, 412 with an old one, then done once with the mark of what was read."""
        reference = program.send(document())["reference"]
        read = program.ask("GET", f"/items/{reference}")["ETag"]
        assert program.withdraw(reference, "").status_code == 428
        assert program.withdraw(reference, '"old"').status_code == 412
        done = program.withdraw(reference, read)
        assert (done.status_code, done.json()["status"]) == (200, "withdrawn")
        assert program.withdraw(reference, read, "another").status_code == 412

    def test_a_repeat_gets_the_answer_of_then(self, program: Program) -> None:
        """Although the item has changed by now: the change was made once."""
        reference = program.send(document())["reference"]
        read = program.ask("GET", f"/items/{reference}")["ETag"]
        first, again = program.withdraw(reference, read), program.withdraw(reference, read)
        assert (first.content, again["Idempotent-Replayed"]) == (again.content, "true")

    def test_not_modified_is_said_without_the_record(self, program: Program) -> None:
        """If-None-Match with the mark of what was read."""
        reference = program.send(document())["reference"]
        read = program.ask("GET", f"/items/{reference}")["ETag"]
        answer = program.ask("GET", f"/items/{reference}", If_None_Match=read)
        assert (answer.status_code, answer.content) == (304, b"")


class TestRepeats:
    """One idempotency key, one change."""

    def test_the_same_request_is_sent_once(self, program: Program) -> None:
        """And answered twice."""
        wanted = document()
        assert program.send(wanted) == program.send(wanted)
        assert len(program.get("/items")["items"]) == 1

    def test_another_body_under_the_same_key_changes_nothing(self, program: Program) -> None:
        """422."""
        program.send(document())
        assert program.send(document() | {"interest": "Another."}, status=422)["code"] == "other_request"
        assert len(program.get("/items")["items"]) == 1

    def test_a_key_belongs_to_its_asker(self, office: Office, program: Program) -> None:
        """Another bureau's same key is another key."""
        other = document() | {"source": "XB"}
        assert program.send(document())["reference"] != Program(office, "xb").send(other)["reference"]

    def test_what_was_refused_is_asked_anew(self, program: Program) -> None:
        """Nothing was changed, so nothing is kept."""
        program.send(document() | {"colour": "pink"}, status=422)
        program.send(document())

    def test_a_change_without_a_key_is_not_made(self, program: Program) -> None:
        """400."""
        assert program.ask("POST", "/items", document()).status_code == 400

    def test_answers_go_after_a_week(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        """On the seventh day they are there, on the eighth not."""
        program.send(document())
        now = timezone.now
        monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(days=6, hours=23))
        assert wiring.drop_old_answers() == {}
        monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(days=7, hours=1))
        assert wiring.drop_old_answers() == {"KeptAnswersDropped": 1}


class TestRecordsAndMessages:
    """What reaches a bureau, and that it did."""

    def test_a_published_notice_reaches_the_others(self, office: Office, program: Program) -> None:
        """By message, list and record; its source reads how many took it in."""
        reference = program.send(document())["reference"]
        office.published(office.proposed(office.examined(reference)))
        other = Program(office, "xb")
        (message,) = [each for each in other.get("/messages")["messages"] if each["reference"] == reference]
        assert message["kind"] == "notice_published"
        assert other.get(f"/messages?after={message['number']}")["messages"] == []
        assert [row["reference"] for row in other.get("/records")["records"]] == [reference]
        record = other.get(f"/records/{reference}")
        assert (record["mark"], record["communication"]["person"]["names"][0]["family"]) == ("reviewed", "Vortan")
        sums = program.get(f"/items/{reference}/deliveries")
        assert (sums["taken_in"], sums["each"]) == (1, [])

    def test_messages_are_a_bureaus(self, office: Office) -> None:
        """Nobody else's."""
        Program(office, "first").get("/messages", 404)


class TestFiles:
    """The same lists to take away, each field explained."""

    def test_lines_and_table_hold_what_the_list_holds(self, office: Office, program: Program,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
        """Page after page; the other bureau's hold its records."""
        monkeypatch.setattr("article3.sites.api.files.PAGE", 2)
        sent = [program.send(document(), str(number))["reference"] for number in range(3)]
        lines = program.ask("GET", "/files/items.jsonl")
        assert lines["Content-Type"].startswith("application/jsonl")
        assert [json.loads(line) for line in lines.content.splitlines()] == program.get("/items")["items"]
        rows = list(csv.DictReader(io.StringIO(program.ask("GET", "/files/items.csv").content.decode())))
        assert [row["reference"] for row in rows] == sent[::-1] and rows[0]["status"] == "received"
        office.published(office.proposed(office.examined(sent[0])))
        other = Program(office, "xb")
        (record,) = other.ask("GET", "/files/records.jsonl").content.splitlines()
        assert json.loads(record) == other.get("/records")["records"][0]
        (row,) = csv.DictReader(io.StringIO(other.ask("GET", "/files/records.csv").content.decode()))
        assert (row["mark"], row["names"].split(";")[0][:6].title()) == ("reviewed", "Vortan")

    def test_every_field_is_explained(self, program: Program) -> None:
        """In the dictionary."""
        rows = list(csv.DictReader(io.StringIO(program.ask("GET", "/files/dictionary.csv").content.decode())))
        head = program.ask("GET", "/files/items.csv").content.decode().splitlines()[0]
        assert [row["field"] for row in rows if row["file"] == "items"] == head.split(",")
        assert all(row["means"] for row in rows)

    def test_a_cell_is_never_a_formula(self) -> None:
        """Whatever a name begins with."""
        assert row(["=cmd()", "＝x", "a\x07b", "plain"]).strip() == "'=cmd(),'＝x,ab,plain"

    def test_files_are_a_bureaus(self, office: Office) -> None:
        """Nobody else's; the dictionary is everybody's."""
        for name, status in (("items.jsonl", 404), ("records.csv", 404), ("dictionary.csv", 200)):
            assert Program(office, "first").ask("GET", f"/files/{name}").status_code == status


class TestDesk:
    """A reviewer's programs read what the reviewer reads."""

    def test_the_queue_and_a_case(self, office: Office, program: Program) -> None:
        """Not before it is taken up; with findings; for oversight without the name."""
        reference = program.send(document())["reference"]
        reviewer = Program(office, "first")
        assert [(row["reference"], row["names"]) for row in reviewer.get("/queue")["files"]] == [(reference, [])]
        reviewer.get(f"/cases/{reference}", 404)
        office.examined(reference)
        case = reviewer.get(f"/cases/{reference}")
        assert case["findings"] and case["communication"]["person"]["names"]
        watched = Program(office, "oversight").ask("GET", f"/cases/{reference}")
        assert watched.status_code == 200 and b"Vortan" not in watched.content

    def test_where_a_decision_comes_from(self, office: Office, program: Program, capsys: Any) -> None:
        """404 before there is one; the same by program, page and command; to oversight nameless; not to a bureau."""
        reference = office.proposed(office.examined(program.send(document())["reference"]))
        reviewer = Program(office, "first")
        reviewer.get(f"/cases/{reference}/provenance", 404)
        office.published(reference)
        told = reviewer.get(f"/cases/{reference}/provenance")
        assert told["prefix"] == {"article3": "urn:article3:"}
        assert office.browsers["first"].get(f"/secretariat/files/{reference}/provenance.json").json() == told
        (entry,) = Entry.objects.filter(what="DecisionTaken", reference=reference).values_list("sequence", flat=True)
        seen = office.browsers["oversight"].get(f"/oversight/decisions/{entry}/provenance.json").json()
        assert set(seen["activity"]) == set(told["activity"]) and b"Vortan" not in json.dumps(seen).encode()
        program.get(f"/cases/{reference}/provenance", 404)
        assert told_by_command(reference, "secretariat", None) == 0
        assert json.loads(capsys.readouterr().out) == told

    def test_a_bureau_has_no_desk(self, program: Program) -> None:
        """404."""
        program.get("/queue", 404)


class TestKeysAndPace:
    """A key is made by its officer, shown once, ended at will."""

    def test_nothing_without_a_key_that_holds(self, office: Office, program: Program) -> None:
        """None, unknown, ended: one answer, with a way out."""
        answers = [Client().get("/api/v1/seat"), Client().get("/api/v1/seat", headers={"Authorization": "Bearer x"})]
        (held,) = wiring.keys_held(office.sittings["xa"])
        assert program.get("/seat")["seat"] == "bureau:XA"
        assert not wiring.end_key(office.sittings["xb"], held.digest)
        assert wiring.end_key(office.sittings["xa"], held.digest)
        answers.append(program.ask("GET", "/seat"))
        assert {(each.status_code, each.content) for each in answers} == {(401, answers[0].content)}
        assert answers[0]["WWW-Authenticate"]

    def test_five_keys_and_no_more(self, office: Office) -> None:
        """Ending one makes room."""
        for _ in range(5):
            Program(office, "xa")
        with pytest.raises(Refused, match="five keys"):
            Program(office, "xa")
        wiring.end_key(office.sittings["xa"], wiring.keys_held(office.sittings["xa"])[0].digest)
        Program(office, "xa")

    def test_a_key_that_hurries_waits_and_no_other(self, office: Office, program: Program, settings: Any) -> None:
        """A burst passes, then 429 with the time to wait; another key is not slowed."""
        settings.API_PER_MINUTE = 12
        answers = [program.ask("GET", "/seat") for _ in range(3)]
        assert [each.status_code for each in answers] == [200, 200, 429]
        assert 1 <= int(answers[2]["Retry-After"]) <= 5
        Program(office, "xb").get("/seat")


class TestTroubles:
    """RFC 9457 in the caller's language."""

    @pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
    def test_a_problem_speaks_the_callers_language(self, office: Office, language: str) -> None:
        """Title and detail are translated, the code is not."""
        answer = Program(office, "xa", language).ask("GET", f"/items/{'0' * 32}")
        problem = answer.json()
        assert (answer["Content-Type"], answer["Content-Language"]) == ("application/problem+json", language)
        assert (problem["code"], problem["status"], problem["title"] == "There is nothing here") == (
            "absent", 404, language == "en")  # fmt: skip

    def test_methods_and_media_types(self, program: Program) -> None:
        """405 says which are allowed, 415 which type; OPTIONS and HEAD do not fail."""
        assert program.ask("DELETE", "/items")["Allow"] == "GET, HEAD, OPTIONS, POST"
        assert program.ask("OPTIONS", "/items").status_code == 204
        assert program.ask("HEAD", "/items").content == b""
        wrong = program.client.post("/api/v1/items", data="x", content_type="text/plain", headers={
            "Authorization": f"Bearer {program.key}", "Idempotency-Key": "k"})  # fmt: skip
        assert wrong.status_code == 415
        assert program.ask("POST", "/items", "x" * 2_000_001, Idempotency_Key="k").status_code == 413
