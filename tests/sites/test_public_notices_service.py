"""The public notices service keeps the contract programs written for such a service rely on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from article3 import wiring
from article3.intake.follow_the_money import grouped, read_entities
from article3.intake.public_service import read_public_notice
from article3.intake.reading import read_communication
from article3.lifecycle.publication import Caveat, Ending
from article3.lifecycle.states import State
from article3.register.extract_search import like_of
from article3.register.files import Files
from article3.sites.notices.asked import last_page
from article3.terms.communication import Charge, Colour, Reference, Sex
from article3.terms.dates import partial_date
from article3.terms.entity import Entity
from article3.terms.reasons import CaveatKind
from tests import papers

pytestmark = pytest.mark.django_db
RED_KEYS = {
    "arrest_warrants", "weight", "forename", "date_of_birth", "entity_id", "languages_spoken_ids", "nationalities",
    "height", "sex_id", "country_of_birth_id", "name", "distinguishing_marks", "eyes_colors_id", "hairs_id",
    "place_of_birth", "_embedded", "_links",
}  # fmt: skip
YELLOW_KEYS = (RED_KEYS - {"arrest_warrants"}) | {
    "birth_name", "place", "country", "date_of_event", "father_name", "father_forename", "mother_name",
    "mother_forename",
}  # fmt: skip


def notice(family: str = "Corvane", given: str = "Dunya", *, colour: Colour = Colour.RED, source: str = "XA",
           **person: Any) -> Any:  # fmt: skip
    """A notice in force since long before today, its source agreeing to a public extract."""
    sent = papers.communication(source, colour=colour, public_extract_consent=True, reference=papers.reference(),
                                person=papers.person(family, given, **person), charges=(Charge(text="1) Murder"),))
    file = papers.published(sent)
    assert file.published is not None
    return replace(file, published=replace(file.published, published_at=timezone.now() - timedelta(days=30)))


UN_KEYS = (RED_KEYS - {"arrest_warrants"}) | {
    "un_reference", "un_reference_date", "un_resolution", "summary", "profession", "purposes", "aliases",
    "identity_documents", "associates", "adresses", "name_at_birth", "name_in_original_script",
    "forename_in_original_script", "main_activity", "additional_information",
}  # fmt: skip
ENTITY_KEYS = UN_KEYS | {
    "legal_form", "registration_number", "from_chamber_of_commerce", "administrators", "formerly_known_as",
}  # fmt: skip


def listed(subject: str = "Velm Trading", **text: Any) -> Any:
    """An organization's listing in force since long before today."""
    known = Entity(original_name="Велм", aliases=("VT",), former_names=("Orlin Freight", "OF"),
                   addresses=("Quay 4, Velm",))  # fmt: skip
    sent = papers.communication("UN", colour=Colour.UN_SPECIAL, public_extract_consent=True, person=None, charges=(),
                                reference=papers.reference(), subject=subject, un_reference="EXe.003", entity=known,
                                facts_summary="Moves arms.", made_on=date(2026, 1, 15), **text)  # fmt: skip
    file = papers.published(sent)
    assert file.published is not None
    return replace(file, published=replace(file.published, published_at=timezone.now() - timedelta(days=30)))


def keep(*files: Any) -> None:
    """Into the register."""
    Files(bureaus=tuple, order=None).add_many(files)


class Program:
    """A reader of the service."""

    def __init__(self) -> None:
        self.client = Client()

    def get(self, path: str, **headers: str) -> Any:
        """The parsed answer; it must be JSON that any page may read."""
        answer = self.client.get(path, headers=headers)
        assert answer.status_code == 200, (path, answer.content)
        assert answer["Content-Type"] == "application/json; charset=utf-8"
        assert answer["Access-Control-Allow-Origin"] == "*"
        return answer.json()

    def names(self, path: str) -> list[str]:
        """Family names on a list page."""
        return sorted(row["name"] for row in self.get(path)["_embedded"]["notices"])


@pytest.fixture
def program() -> Iterator[Program]:
    """A fresh reader, not signed in."""
    yield Program()


class TestLists:
    """Total, query, notices and links; filters combine; pages are clamped and never refused."""

    def test_an_empty_list_has_every_part(self, program: Program) -> None:
        """No notices, no next page, a first and a last one all the same."""
        page = program.get("/notices/v1/red?&name=")
        assert page["total"] == 0 and page["_embedded"]["notices"] == []
        assert page["query"] == {"page": 1, "resultPerPage": 20}
        assert set(page["_links"]) == {"self", "first", "last"}

    def test_a_line_carries_the_person_and_links_and_neither_sex_nor_charge(self, program: Program) -> None:
        """Latin capitals, days with slashes, an id of year and number that its link writes with a dash."""
        keep(notice())
        (row,) = program.get("/notices/v1/red")["_embedded"]["notices"]
        assert set(row) == {"date_of_birth", "nationalities", "entity_id", "forename", "name", "_links"}
        assert (row["name"], row["forename"]) == ("CORVANE", "DUNYA")
        assert row["date_of_birth"] == "1980/05/17" and row["nationalities"] == ["XB"]
        year, _, running = row["entity_id"].partition("/")
        assert row["_links"]["self"]["href"] == f"http://127.0.0.1:8000/notices/v1/red/{year}-{running}"
        assert "thumbnail" not in row["_links"]

    def test_links_follow_the_public_address_and_never_the_host_header(self, program: Program, settings: Any) -> None:
        """Whoever asks through another name is led back to ours."""
        settings.PUBLIC_URL = "https://notices.example"
        keep(notice())
        page = program.get("/notices/v1/red?nationality=XB", Host="localhost")
        assert page["_links"]["self"]["href"] == (
            "https://notices.example/notices/v1/red?nationality=XB&resultPerPage=20&page=1")  # fmt: skip

    @pytest.mark.parametrize(("query", "found"), [
        ("name=a", ["AVEROLLE", "TORVASK"]), ("name=^a", ["AVEROLLE"]), ("name=e$", ["AVEROLLE"]),
        ("name=^.......$", ["TORVASK"]), ("name=^........$", ["AVEROLLE"]), ("name=^" + "." * 99 + "$", []),
        ("name=T.RV", ["TORVASK"]), ("name=%25", []), ("name=_", []), ("name=(a%2B)%2B$", []),
        ("name=a&name=", ["AVEROLLE", "TORVASK"]), ("forename=IL", ["TORVASK"]), ("nationality=XC", ["TORVASK"]),
        ("nationality=XB", ["AVEROLLE", "TORVASK"]), ("nationality=xc", ["TORVASK"]),
        ("arrestWarrantCountryId=XD", ["TORVASK"]), ("sexId=F", ["AVEROLLE"]), ("sexId=", ["AVEROLLE", "TORVASK"]),
        ("sexId=U", ["TORVASK"]), ("freeText=murder", ["AVEROLLE", "TORVASK"]), ("freeText=nothing", []),
        ("ageMin=40&ageMax=40", ["AVEROLLE"]), ("ageMin=41", ["TORVASK"]), ("ageMax=39", []),
        ("ageMin=x&ageMax=", ["AVEROLLE", "TORVASK"]), ("unknown=1", ["AVEROLLE", "TORVASK"]),
        ("name=a&nationality=XC", ["TORVASK"]), ("name=%00", []), ("nationality=%00", ["AVEROLLE", "TORVASK"]),
    ])  # fmt: skip
    def test_filters(self, program: Program, query: str, found: list[str]) -> None:
        """Patterns are literals, dots and anchors; bounds of age are both included; what is unknown is ignored."""
        year = timezone.now().year
        today = timezone.now().date()
        born = today.replace(year=year - 40) if (today.month, today.day) != (2, 29) else today.replace(year - 40, 2, 28)
        keep(notice("Averolle", "Nia", birth_dates=(partial_date(born.isoformat()),), sex=Sex.FEMALE),
             notice("Torvask", "Ilen", birth_dates=(partial_date("1950"),), nationalities=("XC", "XB"), source="XD"))
        assert program.names(f"/notices/v1/red?{query}") == found
        if found == ["AVEROLLE", "TORVASK"]:
            assert program.get(f"/notices/v1/red?{query}")["total"] == 2

    @pytest.mark.parametrize(("query", "per_page", "page"), [
        ("", 20, 1), ("resultPerPage=200", 160, 1), ("resultPerPage=8000", 160, 1), ("resultPerPage=2", 2, 1),
        ("resultPerPage=2&page=2", 2, 2), ("resultPerPage=2&page=9", 2, 2), ("resultPerPage=0", 20, 1),
        ("resultPerPage=-3", 1, 1), ("page=x", 20, 1), ("page=-1", 20, 1), ("page=" + "9" * 40, 20, 1),
    ])  # fmt: skip
    def test_pages_are_clamped(self, program: Program, query: str, per_page: int, page: int) -> None:
        """And the answer says which page it is."""
        keep(*(notice(f"Name{letter}") for letter in "abcd"))
        answer = program.get(f"/notices/v1/red?{query}")
        assert answer["total"] == 4
        assert (answer["query"]["resultPerPage"], answer["query"]["page"]) == (per_page, page)
        assert ("next" in answer["_links"]) is (page < last_page(4, per_page))

    def test_a_question_reads_out_at_most_160(self) -> None:
        """The last page that can be read, whatever the honest total."""
        assert [last_page(total, 20) for total in (0, 1, 20, 21, 160, 161, 6_432)] == [1, 1, 1, 2, 8, 8, 8]
        assert last_page(6_432, 160) == 1 and last_page(6_432, 50) == 4

    def test_the_last_page_stops_at_160_even_when_it_does_not_fill(self, program: Program) -> None:
        """Fifty a page: the fourth holds ten."""
        keep(*(notice(f"Name{n:03d}") for n in range(170)))
        answer = program.get("/notices/v1/red?resultPerPage=50&page=4")
        assert answer["total"] == 170 and len(answer["_embedded"]["notices"]) == 10 and "next" not in answer["_links"]


class TestPatterns:
    """No pattern reaches an engine that can backtrack."""

    @pytest.mark.parametrize(("pattern", "like"), [
        ("", ""), ("a", "%a%"), ("^A", "a%"), ("a$", "%a"), ("^a$", "a"), ("^..$", "__"), ("^", "%"), ("$", "%$%"),
        ("50%_!", "%50!%!_!!%"), (r"\.", "%.%"), ("a\\", "%a\\%"), ("x" * 201, "!!never!!"),
    ])  # fmt: skip
    def test_a_pattern_becomes_a_like(self, pattern: str, like: str) -> None:
        """Anchors, any character, and literals."""
        assert like_of(pattern) == like


class TestDetails:
    """Every key is always present; what is not known is null."""

    def path(self, program: Program, colour: str) -> str:
        """The path of the only notice of a colour."""
        (row,) = program.get(f"/notices/v1/{colour}")["_embedded"]["notices"]
        return str(row["_links"]["self"]["href"]).removeprefix("http://127.0.0.1:8000")

    def test_a_red_notice(self, program: Program) -> None:
        """Seventeen keys, the warrant among them; read back it is the same person."""
        keep(notice())
        found = program.get(self.path(program, "red"))
        assert set(found) == RED_KEYS
        assert found["arrest_warrants"] == [
            {"issuing_country_id": "XA", "charge": "1) Murder", "charge_translation": None}]  # fmt: skip
        back = read_public_notice(found, reference=papers.reference())
        assert back.person is not None and back.person.names[0].family == "CORVANE"

    def test_languages_are_written_as_such_readers_know_them(self, program: Program) -> None:
        """The older three-letter codes; what has none is left out."""
        keep(notice(languages=("fra", "de", "ara", "xx")))
        assert program.get(self.path(program, "red"))["languages_spoken_ids"] == ["FRE", "GER", "ARA"]

    def test_a_yellow_notice(self, program: Program) -> None:
        """Without warrants, with the fields of a missing person."""
        keep(notice(colour=Colour.YELLOW))
        assert set(program.get(self.path(program, "yellow"))) == YELLOW_KEYS

    def test_a_special_notice_of_the_united_nations(self, program: Program) -> None:
        """Under persons, with its reference."""
        keep(notice(colour=Colour.UN_SPECIAL))
        path = self.path(program, "un")
        assert path.startswith("/notices/v1/un/persons/")
        assert set(program.get(path)) == UN_KEYS

    def test_an_entity_of_the_united_nations(self, program: Program) -> None:
        """Under entities, with the fields of an organization; read back it is the same; no person is found there."""
        keep(listed())
        path = self.path(program, "un")
        assert path.startswith("/notices/v1/un/entities/")
        found = program.get(path)
        assert set(found) == ENTITY_KEYS
        assert (found["name"], found["forename"], found["date_of_birth"]) == ("VELM TRADING", None, None)
        assert (found["un_reference"], found["un_reference_date"]) == ("EXe.003", "2026/01/15")
        assert found["formerly_known_as"] == "Orlin Freight; OF" and found["administrators"] == []
        back = read_public_notice(found, reference=papers.reference())
        assert back.person is None and back.entity == listed().communication.entity
        assert back.made_on == date(2026, 1, 15)
        assert program.get(f"{path}/images")["_embedded"] == {"images": []}
        kinds = [name["kind"] for name in program.get(f"{path}/about")["names"]]
        assert kinds == ["primary", "alias", "alias", "former", "former"]
        assert program.client.get(path.replace("/entities/", "/persons/")).status_code == 404

    @pytest.mark.parametrize(("query", "found"), [
        ("", ["CORVANE", "VELM TRADING"]), ("name=^velm", ["VELM TRADING"]), ("unReference=EXe", ["VELM TRADING"]),
        ("name=corvane", ["CORVANE"]),
    ])  # fmt: skip
    def test_entities_stand_in_the_list_beside_persons(self, program: Program, query: str, found: list[str]) -> None:
        """One list, the link of each to its own kind."""
        keep(listed(), notice(colour=Colour.UN_SPECIAL))
        assert program.names(f"/notices/v1/un?{query}") == found

    def test_a_name_in_another_script_is_latin_here_and_as_written_beside(self, program: Program) -> None:
        """Our additions stand on our own path, not among the fields strict readers know."""
        person = {"names": [{"family": "Орлин", "given": "Тавек"}]}
        read = read_communication({"channel": "notice_request", "source": "XA", "colour": "red", "person": person},
                                  reference=papers.reference()).person  # fmt: skip
        assert read is not None
        file = notice()
        keep(replace(file, communication=(sent := replace(file.communication, person=read)),
                     published=replace(file.published, communication=sent)))  # fmt: skip
        path = self.path(program, "red")
        assert program.get(path)["name"] == "ORLIN"
        about = program.get(f"{path}/about")
        assert about["names"][0]["family"] == "Орлин" and about["reviewed"] is True

    def test_no_picture_leaves(self, program: Program) -> None:
        """Readers expect the list of images; it is empty."""
        keep(notice())
        path = self.path(program, "red")
        assert program.get(f"{path}/images")["_embedded"] == {"images": []}
        assert program.client.get(f"{path}/images/1").status_code == 404

    @pytest.mark.parametrize("path", [
        "/notices/v1/red/2026-1", "/notices/v1/red/2026/1", "/notices/v1/yellow/2026-1/images", "/notices/v1/blue",
        "/notices/v1/un/persons/2026-1", "/notices/v1/", "/notices/v1/red/..%2f", "/notices/v1/un/entities/2026-1",
    ])  # fmt: skip
    def test_what_is_not_there_is_not_found(self, program: Program, path: str) -> None:
        """One answer, as a problem."""
        answer = program.client.get(path)
        assert answer.status_code == 404 and answer["Content-Type"] == "application/problem+json"

    def test_a_notice_is_found_under_its_own_colour_only(self, program: Program) -> None:
        """A red id among the yellow ones is nothing."""
        keep(notice())
        path = self.path(program, "red")
        assert program.client.get(path.replace("/red/", "/yellow/")).status_code == 404


class TestWhatMayNotBeShownAnyMore:
    """Suspended, withdrawn, contested: gone from list, total, detail, images, all, in the same moment."""

    ENDINGS: tuple[tuple[str, dict[str, Any]], ...] = (
        ("suspended", {"state": State.SUSPENDED}),
        ("withdrawn", {"state": State.WITHDRAWN, "ending": Ending(code="x", on=papers.TODAY)}),
        ("examined anew", {"caveats": (Caveat(id="c", kind=CaveatKind.UNDER_EXAMINATION, text="",
                                              added_on=papers.TODAY, added_by="1" * 32),)}),
    )  # fmt: skip

    @pytest.mark.parametrize("change", [change for _, change in ENDINGS], ids=[name for name, _ in ENDINGS])
    def test_it_is_gone_at_once(self, program: Program, change: dict[str, Any]) -> None:
        """Before: everywhere. After: nowhere."""
        file = notice()
        keep(file)
        path = TestDetails().path(program, "red")
        assert len(program.get("/notices/v1/all")["notices"]) == 1
        Files(bureaus=tuple, order=None).keep(replace(file, version=2, **change))
        assert program.get("/notices/v1/red")["total"] == 0
        assert program.get("/notices/v1/all")["notices"] == []
        assert program.client.get(path).status_code == program.client.get(f"{path}/images").status_code == 404


class TestOurOwnPaths:
    """What such services lack: everything in pages, and what changed."""

    def test_everything_is_read_in_pages_without_slices(self, program: Program) -> None:
        """Every colour, each once."""
        keep(*(notice(f"Name{letter}") for letter in "abc"), notice("Nameless", colour=Colour.YELLOW))
        read, after = [], ""
        while after is not None:
            page = program.get(f"/notices/v1/all?limit=2&after={after}")
            read += [each["notice"]["name"] for each in page["notices"]]
            after = page["after"]
        assert sorted(read) == ["NAMEA", "NAMEB", "NAMEC", "NAMELESS"]

    def test_a_delisted_entity_is_gone_everywhere_and_its_id_is_removed(self, program: Program) -> None:
        """From list, detail, all, lines, table and search at once; the next edition says which id to drop."""
        file, yesterday = listed(), timezone.now() - timedelta(days=1)
        keep(file)
        (extract,) = wiring.public_extracts(yesterday)
        Files(bureaus=tuple, order=None).keep(replace(file, version=2, state=State.WITHDRAWN,
                                                      ending=Ending(code="x", on=papers.TODAY)))  # fmt: skip
        assert wiring.public_extract(extract.id, yesterday) is None
        answer = program.get(f"/notices/v1/changes?since={yesterday.date()}")
        assert answer["removed"] == [extract.id] and answer["added"] == []
        assert program.get("/notices/v1/un")["total"] == 0 and program.get("/notices/v1/all")["notices"] == []
        assert program.client.get("/notices/v1/entities.ftm.json").getvalue() == b""

    def test_changes_say_what_to_drop(self, program: Program) -> None:
        """Since today nothing; since an edition nobody drew, read all anew; since no day, say so."""
        today = timezone.now().date()
        program.get("/notices/v1/red")
        assert program.get(f"/notices/v1/changes?since={today}")["removed"] == []
        assert program.client.get("/notices/v1/changes?since=2001-01-01").status_code == 404
        assert program.client.get("/notices/v1/changes?since=soon").status_code == 400

    def test_countries_for_the_search_form(self, program: Program) -> None:
        """Crawlers start there."""
        found = program.client.get("/en/notices/data/countries").json()
        assert {"value", "name"} <= set(found[0]) and "XA" in {each["value"] for each in found}


class TestTheWholeEdition:
    """For those who load it: entities and a table."""

    def test_entities_are_read_back_as_what_was_shown(self, program: Program) -> None:
        """Every extract, whatever its colour, without loss."""
        keep(notice(), notice("Velm", colour=Colour.YELLOW), listed())
        answer = program.client.get("/notices/v1/entities.ftm.json")
        lines = [json.loads(line) for line in answer.getvalue().decode().splitlines()]
        read = [read_entities(group, reference=Reference("")) for group in grouped(lines)]
        assert sorted(read, key=repr) == sorted((each.public for each in wiring.public_extracts()), key=repr)
        assert len(read) == 3

    def test_an_entity_is_a_row_of_the_table(self, program: Program) -> None:
        """An organization with its names, addresses and the programme."""
        keep(listed())
        table = program.client.get("/notices/v1/targets.simple.csv").getvalue().decode()
        (row,) = csv.DictReader(io.StringIO(table))
        assert (row["schema"], row["name"], row["sanctions"]) == ("Organization", "Velm Trading", "UN special notice")
        assert row["addresses"] == "Quay 4, Velm" and "Orlin Freight" in row["aliases"]

    def test_a_cell_that_looks_like_a_formula_is_text(self, program: Program) -> None:
        """A20: also in its wide form; several values are joined, one with the sign between is quoted."""
        file = notice("=cmd", "")
        sent = replace(file.communication, charges=(Charge(text="theft; fraud"), Charge(text="＝1")))
        keep(replace(file, communication=sent, published=replace(file.published, communication=sent)))
        table = program.client.get("/notices/v1/targets.simple.csv").getvalue().decode()
        rows = list(csv.DictReader(io.StringIO(table)))
        assert rows[0]["name"] == "'=CMD"
        assert rows[0]["sanctions"] == '"Red notice - theft; fraud";Red notice - ＝1'


class TestManners:
    """Methods and headers of readers that are no browsers, or look like one."""

    def test_head_and_options_do_not_fail(self, program: Program) -> None:
        """And say that any page may read along."""
        assert program.client.head("/notices/v1/red").status_code == 200
        options = program.client.options("/notices/v1/red")
        assert options.status_code == 204 and options["Access-Control-Allow-Origin"] == "*"

    def test_nothing_is_written(self, program: Program) -> None:
        """Other methods are not allowed."""
        assert program.client.post("/notices/v1/red").status_code == 405

    def test_the_accept_header_changes_nothing_and_gzip_is_spoken(self, program: Program) -> None:
        """Readers send what browsers send."""
        keep(*(notice(f"Name{n}") for n in range(20)))
        assert program.get("/notices/v1/red", Accept="text/html")["total"] == 20
        answer = program.client.get("/notices/v1/red", headers={"Accept-Encoding": "gzip"})
        assert answer["Content-Encoding"] == "gzip"
