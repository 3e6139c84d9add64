"""The screening service keeps the contract programs written for such a service rely on, and shows extracts only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from article3 import wiring
from article3.journal.models import Entry
from article3.lifecycle.states import State
from article3.officers import roll
from article3.register.files import Files
from article3.terms.communication import Level
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole
from tests.sites.test_public_notices_service import keep, listed, notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def key() -> Iterator[str]:
    """A key of an officer of XB."""
    roll.open_seat("bureau:XB", "XB")
    officer = roll.enrol("guard", nationality="XB")
    roll.give_mandate(officer, "bureau:XB", MandateRole.BUREAU_OFFICER, clearance=Level.OFFICIAL_USE,
                      since=date(2020, 1, 1))  # fmt: skip
    yield wiring.make_program_key("guard", "bureau:XB", until=timezone.now().date() + timedelta(days=30))


class Program:
    """A program with a key."""

    def __init__(self, key: str) -> None:
        self.client, self.headers = Client(), {"Authorization": f"ApiKey {key}"}

    def get(self, path: str, status: int = 200) -> Any:
        """The parsed answer."""
        answer = self.client.get(f"/screening/v1{path}", headers=self.headers)
        assert answer.status_code == status, answer.content
        return answer.json()

    def match(self, queries: Any, query: str = "", status: int = 200) -> Any:
        """The parsed answer to a body of queries."""
        body = queries if isinstance(queries, str) else json.dumps({"queries": queries})
        answer = self.client.post(f"/screening/v1/match/default?{query}", data=body, content_type="application/json",
                                  headers=self.headers)  # fmt: skip
        assert answer.status_code == status, answer.content
        return answer.json()


@pytest.fixture
def program(key: str) -> Program:
    """With a key that holds."""
    return Program(key)


def person(name: str, **properties: list[str]) -> dict[str, Any]:
    """A query."""
    return {"schema": "Person", "properties": {"name": [name], **properties}}


class TestKeys:
    """A key grants what its mandate grants, as long as that holds; otherwise one answer to all."""

    def refusal(self, headers: dict[str, str]) -> bytes:
        """The bytes of the answer."""
        answer = Client().get("/screening/v1/catalog", headers=headers)
        assert answer.status_code == 401
        return bytes(answer.content)

    def test_without_a_key_that_holds_there_is_one_answer(self, program: Program) -> None:
        """None, unknown, of a suspended officer, ended: the same bytes."""
        none, unknown = self.refusal({}), self.refusal({"Authorization": "ApiKey a3k_nothing"})
        assert program.get("/catalog")["datasets"][0]["name"] == "default"
        wiring.suspend("guard")
        assert none == unknown == self.refusal(program.headers)

    def test_ended_keys_end_at_the_next_request(self, program: Program) -> None:
        """A30; and the journal knows."""
        assert wiring.end_program_keys("guard") == 1
        self.refusal(program.headers)
        assert {"ProgramKeyMade", "ProgramKeysEnded"} <= set(Entry.objects.values_list("what", flat=True))

    def test_a_key_that_is_over_grants_nothing(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        """On its last day it holds, on the next it does not."""
        now = timezone.now
        monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(days=30))
        program.get("/catalog")
        monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(days=31))
        self.refusal(program.headers)

    @pytest.mark.parametrize("days", [-1, 400])
    def test_a_key_ends_within_a_year(self, key: str, days: int) -> None:
        """Neither in the past nor far away."""
        with pytest.raises(Refused, match="within a year"):
            wiring.make_program_key("guard", "bureau:XB", until=timezone.now().date() + timedelta(days=days))

    def test_no_key_without_a_mandate(self, key: str) -> None:
        """Of an unknown officer, or in another seat."""
        for name, seat in (("nobody", "bureau:XB"), ("guard", "secretariat")):
            with pytest.raises(Refused, match="no mandate"):
                wiring.make_program_key(name, seat, until=timezone.now().date())


class TestMatch:
    """Each query under the caller's own key, results by score, with reasons in sentences."""

    def test_the_person_is_found_and_why(self, program: Program) -> None:
        """The same name and year: a match, in words."""
        keep(notice("Averolle", "Nia"), notice("Torvask", "Ilen"))
        answer = program.match({"q": person("Nia Averole", birthDate=["1980"])})
        (result,) = answer["responses"]["q"]["results"]
        assert result["match"] is True and result["score"] >= 0.7 and result["schema"] == "Person"
        assert "same birth year" in result["explanations"]["likeness"]["detail"]
        assert result["reasons"] and result["caption"] == "AVEROLLE NIA"
        assert answer["responses"]["q"]["query"]["properties"]["name"] == ["Nia Averole"]

    def test_what_the_caller_knows_or_what_is_older_is_left_out(self, program: Program) -> None:
        """By id, by the day it came, by schema; in matches and in searches; a day that is none is told."""
        keep(notice("Averolle", "Nia"))
        (found,) = program.match({"q": person("Nia Averolle")})["responses"]["q"]["results"]
        today, before = timezone.now().date(), timezone.now().date() - timedelta(days=3)
        for terms, hits in ((f"changed_since={before}", 1), (f"changed_since={today}", 0), ("exclude_schema=Person", 0),
                            (f"exclude_entity_ids={found['id']}", 0), ("exclude_entity_ids=art3-2099-1", 1)):
            answer = program.match({"q": person("Nia Averolle")}, terms)["responses"]["q"]
            assert len(answer["results"]) == hits, terms
            assert program.get(f"/search/default?q=averolle&{terms}")["total"]["value"] == hits, terms
        wrong = program.client.get("/screening/v1/search/default?q=a&changed_since=soon", headers=program.headers)
        assert (wrong.status_code, "is a day" in wrong.json()["detail"]) == (400, True)

    def test_those_left_out_take_nobodys_place(self, program: Program) -> None:
        """Sixty of one name: fifty are told, and without these the other ten; organizations stand in nobody's way."""
        keep(*(notice("Averolle", "Nia") for _ in range(60)))
        asked = {"q": person("Nia Averolle")}
        first = [each["id"] for each in program.match(asked, "limit=50")["responses"]["q"]["results"]]
        known = "&".join(f"exclude_entity_ids={entity}" for entity in first)
        rest = [each["id"] for each in program.match(asked, f"limit=50&{known}")["responses"]["q"]["results"]]
        assert (len(set(first)), len(set(rest)), set(first) & set(rest)) == (50, 10, set())

    def test_nobody_alike_is_no_result(self, program: Program) -> None:
        """Also for a company, an empty name, and an empty list."""
        assert program.match({"a": person("Nobody Else")})["responses"]["a"]["results"] == []
        keep(notice("Averolle", "Nia"))
        queries = {"b": {"schema": "Company", "properties": {"name": ["Averolle Nia"]}}, "c": person("")}
        assert all(not each["results"] for each in program.match(queries)["responses"].values())

    def test_a_suspended_notice_is_no_hit_from_the_same_moment(self, program: Program) -> None:
        """Although the index of the day still holds it."""
        file = notice("Averolle", "Nia")
        keep(file)
        assert program.match({"q": person("Nia Averolle")})["responses"]["q"]["results"]
        Files(bureaus=tuple, order=None).keep(replace(file, version=2, state=State.SUSPENDED))
        assert program.match({"q": person("Nia Averolle")})["responses"]["q"]["results"] == []

    def test_every_question_is_journalled_without_a_name(self, program: Program) -> None:
        """Who asked, when, and how many were shown."""
        keep(notice("Averolle", "Nia"))
        program.match({"q": person("Nia Averolle")})
        entry = Entry.objects.get(what="read:screening")
        assert entry.seat == "bureau:XB" and "verolle" not in repr(entry.__dict__)

    @pytest.mark.parametrize(("query", "status", "said"), [
        ("threshold=x", 400, "threshold"), ("limit=-1", 400, "limit"), ("algorithm=logic-v9", 400, "algorithm"),
        ("as_of=2001-01-01", 400, "today"), ("threshold=0.9&cutoff=0.2&limit=9999&unknown=1", 200, ""),
    ])  # fmt: skip
    def test_terms(self, program: Program, query: str, status: int, said: str) -> None:
        """A bad number says which; too much is cut; what is unknown is ignored."""
        answer = program.match({"q": person("Nia Averolle")}, query, status)
        assert said in answer.get("detail", "")

    @pytest.mark.parametrize("body", ["", "[]", "{", '{"queries": {}}', '{"queries": {"q": 1}}', "[" * 100_000,
                                      '{"queries": {"q": {"properties": []}}}'])  # fmt: skip
    def test_a_body_of_another_form_is_told_so(self, program: Program, body: str) -> None:
        """422 with a sentence, never a trouble of ours."""
        assert program.match(body, status=422)["detail"]

    def test_too_many_queries_are_refused(self, program: Program) -> None:
        """A hundred and one."""
        assert "100" in program.match({str(n): person("A") for n in range(101)}, status=400)["detail"]

    @pytest.mark.parametrize("properties", [
        {"name": [1, None, {}]}, {"name": "Nia"}, {"birthDate": ["x"], "name": ["\u0000"]}, {"nationality": ["😀" * 9]},
        {"firstName": ["Nia"], "lastName": ["Averolle"]}, {"name": ["a" * 100_000]},
    ])  # fmt: skip
    def test_odd_properties_are_no_trouble(self, program: Program, properties: dict[str, Any]) -> None:
        """What cannot be read counts for nothing."""
        keep(notice("Averolle", "Nia"))
        program.match({"q": {"schema": "Person", "properties": properties}})


class TestReading:
    """Search, one entity, what hangs on it, and ids of earlier editions."""

    def test_search_finds_every_word_in_any_order(self, program: Program) -> None:
        """Names, places and charges; an honest total."""
        keep(notice("Averolle", "Nia"), notice("Torvask", "Nia"))
        assert program.get("/search/default?q=nia")["total"] == {"value": 2, "relation": "eq"}
        found = program.get("/search/default?q=murder+averolle&countries=XB")["results"]
        assert [each["caption"] for each in found] == ["AVEROLLE NIA"]
        assert program.get("/search/default?q=%25")["results"] == []
        program.get("/search/default?offset=99999", 400)
        program.get("/search/other", 404)

    def test_an_entity_with_its_sanctions_inside_or_beside(self, program: Program) -> None:
        """Nested unless not wanted; adjacent the same."""
        keep(notice("Averolle", "Nia"))
        (row,) = program.get("/search/default")["results"]
        nested = program.get(f"/entities/{row['id']}")
        assert nested["properties"]["sanctions"][0]["properties"]["reason"] == ["1) Murder"]
        assert "sanctions" not in program.get(f"/entities/{row['id']}?nested=false")["properties"]
        assert program.get(f"/entities/{row['id']}/adjacent")["adjacent"]["sanctions"]["total"]["value"] == 1
        assert program.get(f"/entities/{row['id']}/adjacent/sanctions")["results"]
        program.get(f"/entities/{row['id']}/adjacent/owners", 404)
        assert program.get("/entities/art3-2026-1", 404) == {"detail": "No such entity!"}

    def test_an_id_of_yesterday_leads_to_todays_until_the_notice_left(
            self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        """308 to the new id; 404 for what was removed."""
        file = notice("Averolle", "Nia")
        keep(file)
        (row,) = program.get("/search/default")["results"]
        now = timezone.now
        monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(days=1))
        moved = program.client.get(f"/screening/v1/entities/{row['id']}", headers=program.headers)
        assert moved.status_code == 308
        followed = program.client.get(moved["Location"], headers=program.headers)
        assert followed.json()["caption"] == "AVEROLLE NIA" and followed.json()["id"] != row["id"]
        Files(bureaus=tuple, order=None).keep(replace(file, version=2, state=State.SUSPENDED))
        program.get(f"/entities/{row['id']}", 404)

    def test_the_list_of_lists_and_the_way_of_comparing(self, program: Program) -> None:
        """One of each; whether the service lives is nobody's secret."""
        assert program.get("/algorithms")["default"] == "article3"
        assert Client().get("/screening/v1/healthz").json() == Client().get("/screening/v1/readyz").json()
        program.get("/nothing", 404)
        assert program.client.post("/screening/v1/catalog", headers=program.headers).status_code == 405


def test_the_neighbours_own_client_reads_it(key: str) -> None:
    """yente-client, unchanged: match, no match, search, fetch, adjacent, algorithms, datasets, and its errors."""
    yente = pytest.importorskip("yente_client")
    httpx = pytest.importorskip("httpx")
    keep(notice("Averolle", "Nia"), notice("Torvask", "Ilen"))

    def carried(request: Any) -> Any:
        kind = request.headers.get("Content-Type", "")
        answer = Client().generic(request.method, request.url.raw_path.decode(), request.content, content_type=kind,
                                  headers={"Authorization": request.headers["Authorization"]})  # fmt: skip
        return httpx.Response(answer.status_code, content=answer.content, headers=dict(answer.items()))

    client = yente.Client(base_url="http://localhost/screening/v1", api_key=key,
                          transport=httpx.MockTransport(carried))  # fmt: skip
    found = client.match(yente.Person(name=["Nia Averolle"], birthDate=["1980-05-17"]), datasets=["default"])
    assert found.top.match and found.top.caption == "AVEROLLE NIA"
    assert client.match(yente.Person(name=["Somebody Else"]), datasets=["default"]).results == []
    assert client.search("torvask", datasets=["default"]).total.value == 1
    assert client.fetch(found.top.id).id == found.top.id
    assert client.algorithms().best == "article3" and client.datasets().datasets[0].name == "default"
    assert client.healthz().status == "ok"
    with pytest.raises(yente.NotFoundError):
        client.fetch("art3-2026-1")


class TestOrganizationsAndShips:
    """The Security Council's list holds them too; a question says by its schema whom it can mean."""

    @pytest.mark.parametrize(("schema", "name", "found"), [
        ("Organization", "Velm Trading", 1), ("Company", "Orlin Freight", 1), ("LegalEntity", "VELM TRADING", 1),
        ("Vessel", "Velm Trading", 1), ("Thing", "Velm Trading", 1), ("Person", "Velm Trading", 0),
        ("Organization", "Dunya Corvane", 0), ("Address", "Velm Trading", 0),
    ])  # fmt: skip
    def test_they_answer_to_their_schemata_by_any_of_their_names(self, program: Program, schema: str, name: str,
                                                                 found: int) -> None:  # fmt: skip
        """And never to a question about a person, nor a person to one about them."""
        keep(listed(), notice())
        asked = {"schema": schema, "properties": {"name": [name]}}
        results = program.match({"q": asked})["responses"]["q"]["results"]
        assert [each["schema"] for each in results] == ["Organization"] * found
        assert all(each["match"] and each["caption"] == "Velm Trading" and each["target"] for each in results)

    def test_they_are_searched_fetched_and_left_out_when_they_say_so(self, program: Program) -> None:
        """By words, with their sanction inside; without them when the schema is excluded."""
        keep(listed(), notice())
        (one,) = program.get("/search/default?q=orlin")["results"]
        whole = program.get(f"/entities/{one['id']}")
        assert whole["properties"]["sanctions"][0]["properties"]["program"] == ["UN special notice"]
        schemata = [len(program.get(f"/search/default?{query}")["results"]) for query in (
            "", "schema=Organization", "schema=Person", "exclude_schema=Organization", "schema=Thing",
            "schema=Organization&exclude_schema=Organization")]  # fmt: skip
        assert schemata == [2, 1, 1, 1, 2, 0]

    def test_a_delisted_one_is_no_hit_and_no_entity(self, program: Program) -> None:
        """From the same moment."""
        file = listed()
        keep(file)
        asked = {"q": {"schema": "Organization", "properties": {"name": ["Velm Trading"]}}}
        (one,) = program.match(asked)["responses"]["q"]["results"]
        Files(bureaus=tuple, order=None).keep(replace(file, version=2, state=State.WITHDRAWN))
        assert program.match(asked)["responses"]["q"]["results"] == []
        program.get(f"/entities/{one['id']}", status=404)
