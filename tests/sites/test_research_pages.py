"""Public sources at the task force's desk: a search, a page brought, a sentence taken or set aside, a copy found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from article3 import keyring, wiring
from article3.acts.open_review import OpenReview
from article3.acts.withdraw_notice import WithdrawNotice
from article3.commands import research as command
from article3.project import cli
from article3.register.fixed_copies import shelf
from article3.register.fixed_copies.models import CopyOf, CopyWord, FixedCopy, SearchOwed
from article3.research.reading import ReadingRoom
from article3.terms.reasons import WithdrawalCode
from tests.research import public_web
from tests.sites.conftest import Office
from tests.sites.test_task_force_desk import at

SCRIPTED = (b"<html><body><p>The prosecution of Iko Vortan in Norland was politically motivated.</p><p>&lt;script&gt;"
            b"alert(1)&lt;/script&gt;</p><script>alert(2)</script></body></html>")  # fmt: skip


@pytest.fixture(scope="module")
def web() -> Iterator[public_web.Web]:
    """A public web of our own."""
    with public_web.served() as served:
        yield served


@pytest.fixture(scope="module")
def one_room() -> Iterator[ReadingRoom]:
    """One reading process for all tests here: starting one takes a second."""
    with ReadingRoom() as room:
        yield room


@pytest.fixture(autouse=True)
def _shared_room(one_room: ReadingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("article3.wiring.research_room.ReadingRoom", lambda: _Lent(one_room))


class _Lent:
    """A room that is not closed after use."""

    def __init__(self, room: ReadingRoom) -> None:
        self._room = room

    def __enter__(self) -> ReadingRoom:
        return self._room

    def __exit__(self, *_: object) -> None:
        return


def sources(settings: Any, tmp_path: Path, web: public_web.Web, *entries: str) -> None:
    """The operator names sources on our web."""
    named = [f'[[source]]\nname = "{kind} of ours"\nkind = "{kind}"\naddress = "{web.base}{path}"\ninternal = true\n'
             f'interval_s = 0\nappname = "approved-name"\ndocuments = 2\nhosts = []\nlanguages = ["en"]\n'
             for kind, _, path in (entry.partition(" ") for entry in entries)]  # fmt: skip
    settings.RESEARCH_SOURCES = tmp_path / "research.toml"
    settings.RESEARCH_SOURCES.write_text('[country_names]\nXA = ["Norland"]\n' + "\n".join(named))


def taken_up(office: Office) -> str:
    """A case on the first reviewer's desk."""
    reference = office.requested()
    office.perform(OpenReview(reference=reference), "first")
    return reference


def bring(office: Office, reference: str, content: bytes, name: str = "page.html", **more: str) -> Any:
    """The first reviewer brings a file by the form."""
    sent = {"paper": SimpleUploadedFile(name, content), "source": "Selen Courier", "address": "", "published_on": "",
            **more}  # fmt: skip
    return office.browsers["first"].post(f"/secretariat/files/{reference}/sources/bring/", sent, follow=True)


class TestASearch:
    """Ordered on the page, carried out by a program, read on the page."""

    def test_lays_sentences_beside_the_case_and_fills_the_log(
        self, office: Office, settings: Any, tmp_path: Path, web: public_web.Web
    ) -> None:
        """The feed, the Court, ReliefWeb and a source that is gone: each has its line; nothing has an effect."""
        sources(settings, tmp_path, web, "feed /courier.xml", "hudoc", "reliefweb", "page /gone")
        reference = taken_up(office)
        before = office.file(reference).assessed
        page = at(office, "first").visit(f"/secretariat/files/{reference}/sources/search/")
        page.press("Order the search").says("The search is ordered", "is under way")
        assert SearchOwed.objects.count() == 1 and wiring.searches_owed()
        assert len(wiring.carry_out_searches()) == 1 and not wiring.searches_owed()
        page = at(office, "first").visit(f"/secretariat/files/{reference}/sources/")
        page.says(
            "the person?",
            "politically motivated",
            "Shopkeeper case was ordered from above",
            "Not reached",
            "nothing at that address",
            "Observers of Courts",
            "CASE OF V0 v. NORLAND",
            "everything it published",
        )
        at(office, "first").visit(f"/secretariat/files/{reference}/").says("to be judged", "Iko Vortan")
        file = office.file(reference)
        assert file.assessed == before and not file.established
        assert not any("Vortan" in path for path in web.paths())
        assert any(entry.query.startswith("Norland (politically motivated") for entry in file.research)
        assert {entry.language for entry in file.research} == {"en"} and all(entry.by for entry in file.research)

    def test_without_a_source_says_so_in_the_log(self, office: Office, settings: Any, tmp_path: Path) -> None:
        """Off by default: no call leaves the house."""
        settings.RESEARCH_SOURCES = tmp_path / "none.toml"
        reference = taken_up(office)
        at(office, "first").visit(f"/secretariat/files/{reference}/sources/").says("nothing leaves the house")
        page = at(office, "first").visit(f"/secretariat/files/{reference}/sources/search/")
        page.press("Order the search")
        wiring.carry_out_searches()
        assert office.file(reference).research[0].failure == "The operator has named no public source."

    def test_by_name_keeps_its_reason_in_the_log(
        self, office: Office, settings: Any, tmp_path: Path, web: public_web.Web
    ) -> None:
        """The name goes out once somebody has said why."""
        sources(settings, tmp_path, web, "gdelt")
        reference = taken_up(office)
        page = at(office, "first").visit(f"/secretariat/files/{reference}/sources/search/")
        page.fill(by_name_because="His own statement is public.").press("Order the search")
        wiring.carry_out_searches()
        assert "Asked by name: His own statement is public." in office.file(reference).research[-1].note

    def test_run_again_reads_the_kept_copy_of_what_did_not_change(
        self, office: Office, settings: Any, tmp_path: Path, web: public_web.Web
    ) -> None:
        """And lays nothing twice."""
        sources(settings, tmp_path, web, "feed /courier.xml")
        reference, laid = taken_up(office), []
        for _ in range(2):
            at(office, "first").visit(f"/secretariat/files/{reference}/sources/search/").press("Order the search")
            wiring.carry_out_searches()
            laid.append(len(office.file(reference).excerpts))
        assert laid[0] == laid[1] > 0
        assert [told.get("If-None-Match") for path, told in web.asked if path == "/courier.xml"][-1] == '"v1"'


class TestAPageThatIsBrought:
    """HTML, PDF, WARC, in whatever script."""

    def test_is_kept_shown_as_text_and_downloaded_as_bytes(self, office: Office) -> None:
        """A script in it is words, or nothing; it never runs."""
        reference = taken_up(office)
        answer = bring(office, reference, SCRIPTED)
        assert b"The file was read" in answer.content and b"politically motivated" in answer.content
        found = office.file(reference).excerpts[0]
        page = office.browsers["first"].get(f"/secretariat/texts/{found.sha256}/")
        assert b"&lt;script&gt;alert(1)" in page.content and b"<script>alert" not in page.content
        assert b"alert(2)" not in page.content
        file = office.browsers["first"].get(f"/secretariat/texts/{found.sha256}/bytes/")
        assert file.content == SCRIPTED and file["Content-Type"] == "application/octet-stream"
        assert file["Content-Disposition"].startswith("attachment") and "sandbox" in file["Content-Security-Policy"]

    def test_in_a_web_archive_or_a_pdf_is_read_too(self, office: Office) -> None:
        """Arabic text in the one, a judgment in the other."""
        reference = taken_up(office)
        told = public_web.ARABIC.replace("إيكو فورتان", "Iko Vortan")
        page = (
            "https://rights.example/1",
            "text/html; charset=utf-8",
            f"<html><body><p>{told}</p></body></html>".encode(),
        )
        archive = public_web.warc(page)
        bring(office, reference, archive, "rights.warc.gz")
        bring(office, reference, public_web.pdf("The court of appeal acquitted Iko Vortan of every charge."), "j.pdf",
              published_on="2025-03-04")  # fmt: skip
        arabic, judgment = office.file(reference).excerpts
        assert arabic.address == "https://rights.example/1" and arabic.language == "ar"
        assert judgment.published_on.isoformat() == "2025-03-04" and judgment.names_the_person
        assert [entry.language for entry in office.file(reference).research] == ["ar", "en"]

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"\0\1\2", "neither text nor"),
            (b"%PDF-1.7 broken", "cannot be read"),
            (b"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss>&x;</rss>", "document type"),
            (b"", "empty"),
        ],
    )
    def test_that_cannot_be_read_is_refused_in_words(self, office: Office, content: bytes, said: str) -> None:
        """And nothing is logged."""
        reference = taken_up(office)
        answer = bring(office, reference, content)
        assert answer.status_code == 422 and said in answer.content.decode()
        assert office.file(reference).research == ()


class TestASentence:
    """Judged by a person."""

    def test_is_taken_as_a_fact_with_both_clocks(self, office: Office) -> None:
        """The day and the language stand in the form as they were recognised."""
        reference = taken_up(office)
        bring(office, reference, public_web.ARTICLE, address="https://courier.example/1")
        excerpt = office.file(reference).excerpts[0]
        page = at(office, "first").visit(f"/secretariat/files/{reference}/sources/{excerpt.id}/take/")
        page.fill(kind="private_dispute", value="yes").press("Record the fact").says(
            "The fact is on record", "Taken as a fact"
        )
        fact = office.file(reference).established[-1]
        assert fact.published.on.isoformat() == "2025-01-07" and fact.published.language == "en"
        assert fact.published.where == "https://courier.example/1" and fact.research == excerpt.search

    def test_is_set_aside_with_a_reason(self, office: Office) -> None:
        """Without one it stays."""
        reference = taken_up(office)
        bring(office, reference, SCRIPTED)
        excerpt = office.file(reference).excerpts[0]
        address = f"/secretariat/files/{reference}/sources/{excerpt.id}/aside/"
        at(office, "first").visit(address).press("Set it aside")
        assert office.file(reference).excerpts[0].settled is None
        at(office, "first").visit(address).fill(because="A namesake.").press("Set it aside").says("A namesake.")

    def test_of_another_file_is_not_there(self, office: Office) -> None:
        """Absent and forbidden look the same."""
        reference = taken_up(office)
        answer = office.browsers["first"].get(f"/secretariat/files/{reference}/sources/{'0' * 32}/take/")
        assert answer.status_code == 404


class TestFixedCopies:
    """Found by their words, by whoever may read a case they were kept for, and gone with the last case."""

    def test_are_found_in_any_script_by_the_reviewer_of_the_case_and_nobody_else(self, office: Office) -> None:
        """The colleague, the lead and a bureau find nothing; the page of the copy is not there for them."""
        reference = taken_up(office)
        bring(office, reference, public_web.ARABIC.encode(), "note.txt")
        sha256 = office.file(reference).research[0].sha256
        for words in ("نورلاند", "محاكمة غير عادلة"):
            at(office, "first").visit("/secretariat/texts/").fill(words=words).press("Search").says("Selen Courier")
        at(office, "first").visit("/secretariat/texts/").fill(words="نورلاند minister").press("Search").says(
            "Nothing found"
        )
        for other in ("same", "second", "lead"):
            at(office, other).visit("/secretariat/texts/").fill(words="نورلاند").press("Search").says("Nothing found")
            there, absent = (office.browsers[other].get(f"/secretariat/texts/{each}/") for each in (sha256, "0" * 64))
            assert there.status_code == absent.status_code == 404
        for other in ("xa", "oversight", "custodian"):
            assert office.browsers[other].get(f"/secretariat/texts/{sha256}/").status_code in (302, 403, 404)

    def test_hold_no_word_in_the_open(self, office: Office) -> None:
        """A thief of the tables reads numbers and noise."""
        reference = taken_up(office)
        bring(office, reference, SCRIPTED)
        row = FixedCopy.objects.get()
        assert b"Vortan" not in bytes(row.content) + bytes(row.texts) and CopyWord.objects.filter(copy=row).exists()
        shelf.rebuild()
        at(office, "first").visit("/secretariat/texts/").fill(words="VORTAN").press("Search").says("Selen Courier")

    def test_go_with_the_last_case_they_were_kept_for(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        """Kept for two cases, one of which is erased, a copy stays; after the second its key is gone."""
        monkeypatch.setattr("article3.register.erasing.compact", lambda: None)  # not within a test's transaction
        files = [taken_up(office) for _ in range(2)]
        for reference in files:
            bring(office, reference, SCRIPTED)
            office.perform(WithdrawNotice(reference=reference, code=WithdrawalCode.NO_LONGER_WANTED, because="x"), "xa")
        sha256 = FixedCopy.objects.get().sha256
        left = []
        for reference in files:
            wiring.erase_by_order(reference, "An order")
            left.append((FixedCopy.objects.count(), CopyOf.objects.count()))
        assert left == [(1, 1), (0, 0)]
        assert any(line.record.startswith(f"copy:{sha256}") for line in keyring.ledger())


class TestTheCommand:
    """`article3 research`."""

    def test_reads_a_file_and_searches_for_a_case(
        self, office: Office, settings: Any, tmp_path: Path, web: public_web.Web, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Under a named officer's mandate; it tells what it laid beside the case."""
        sources(settings, tmp_path, web, "feed /courier.xml")
        reference = taken_up(office)
        (tmp_path / "a.html").write_bytes(SCRIPTED)
        words = ["research", reference, "--officer", "first"]
        assert cli.main([*words, "--file", str(tmp_path / "a.html"), "--source", "Courier"]) == 0
        assert "politically motivated" in capsys.readouterr().out
        assert cli.main([*words, "--format", "json"]) == 0
        assert '"found": true' in capsys.readouterr().out
        assert cli.main(["research", "--sources"]) == 0 and "feed of ours" in capsys.readouterr().out
        assert cli.main(["research", reference]) == 2
        assert cli.main(["research", "f" * 32, "--officer", "first", "--file", str(tmp_path / "a.html")]) == 2

    def test_is_started_for_what_is_owed_and_only_then(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        """In a process of its own: a slow source keeps nobody waiting on the line."""
        started: list[list[str]] = []
        monkeypatch.setattr(command.subprocess, "Popen", lambda words, **_: started.append(words) or _Running())
        monkeypatch.setattr(command, "_RUNNING", [])
        command.start_owed()
        reference = taken_up(office)
        at(office, "first").visit(f"/secretariat/files/{reference}/sources/search/").press("Order the search")
        command.start_owed()
        command.start_owed()
        assert [words[-2:] for words in started] == [["research", "--owed"]]


class _Running:
    def poll(self) -> None:
        """It runs."""


def test_an_order_older_than_an_hour_is_given_up(office: Office, settings: Any, tmp_path: Path) -> None:
    """No program goes on about it for ever."""
    settings.RESEARCH_SOURCES = tmp_path / "none.toml"
    reference = taken_up(office)
    at(office, "first").visit(f"/secretariat/files/{reference}/sources/search/").press("Order the search")
    assert wiring.carry_out_searches(timezone.now() + timedelta(hours=2)) == []


def test_a_country_is_asked_about_as_each_language_calls_it(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the names everybody uses; an invented one only as the operator calls it."""
    from article3.research.asking import questions
    from article3.research.sources import Listed, Source
    from article3.wiring.research_room import case_of

    file = office.file(taken_up(office))
    source = Source(name="S", kind="gdelt", address="https://s.example", languages=("en", "ar"))
    listed = Listed(country_names={"XA": ("Norland", "Nordlandet")})
    assert case_of(file, Listed(country_names={})).country_names == {}
    case = case_of(file, listed)
    assert case.country_names == {"": ("Norland", "Nordlandet")} and case.country_letters3 == "XAZ"
    assert {question.country for question in questions(source, case)} == {"Norland"}
    assert "homicide" in case.offences and "Iko Vortan" in case.names
    monkeypatch.setattr("article3.wiring.research_room.INVENTED", ())  # as if it were a country of the usual names
    assert {"en", "fr", "ar", "zh"} < set(case_of(file, listed).country_names)
