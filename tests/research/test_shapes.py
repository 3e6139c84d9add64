"""What each kind of source says, and how it is asked; recorded shapes with invented words."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from article3.research import parsing
from article3.research.asking import Question
from article3.research.charsets import decoded
from article3.research.leaf import Unreadable
from article3.research.shapes import feeds, gdelt, hudoc, papers, reliefweb
from article3.research.sources import Source
from tests.research import public_web as web

ASKED = Question(
    language="fr", country="Norland", country_letters3="XAZ", any_of=("motivation politique", "opposition")
)
BASE = "https://source.example"


def source(kind: str, **changes: object) -> Source:
    """A source of that kind."""
    return Source(**{"name": "S", "kind": kind, "address": BASE, "appname": "approved-name", **changes})


def query_of(address: str) -> dict[str, list[str]]:
    """What an address asks for."""
    return parse_qs(urlsplit(address).query)


class TestFeeds:
    """RSS and Atom."""

    def test_an_rss_entry_has_its_day_its_language_and_an_address_that_can_be_followed(self) -> None:
        """A description is an abstract: the text is fetched."""
        first = feeds.read(web.RSS, "https://courier.example/feed").leaves[0]
        assert (first.address, first.published_on, first.language, first.source, first.complete) == (
            "https://courier.example/courier/1",
            date(2025, 1, 7),
            "en",
            "Selen Courier",
            False,
        )
        assert first.text == "Two former officials speak."

    def test_an_atom_feed_names_its_next_page(self) -> None:
        """RFC 5005; letters of any script come through."""
        answer = feeds.read(web.ATOM, "https://rights.example/atom")
        assert answer.following == "https://rights.example/atom?page=2"
        assert answer.leaves[0].text == web.ARABIC and answer.leaves[0].published_on == date(2025, 2, 3)

    @pytest.mark.parametrize(
        "content",
        [
            b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>&x;</channel></rss>',
            b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
            b"<rss><channel>",
            b"<html><body/></html>",
            b"",
        ],
    )
    def test_entities_bombs_and_other_xml_are_refused_in_words(self, content: bytes) -> None:
        """No file of ours is read, nothing is blown up."""
        with pytest.raises(Unreadable):
            feeds.read(content, BASE)

    def test_markup_and_scripts_in_an_entry_are_no_text(self) -> None:
        """What is shown later is words."""
        feed = (
            b"<rss><channel><item><title>&lt;b&gt;T&lt;/b&gt;</title><description>&lt;script&gt;run()&lt;/script&gt;"
            b"&lt;p&gt;Words&lt;/p&gt;</description></item></channel></rss>"
        )
        leaf = feeds.read(feed, BASE).leaves[0]
        assert (leaf.title, leaf.text) == ("T", "Words")


class TestHudoc:
    """The Court's database."""

    def test_a_question_names_state_language_and_words(self) -> None:
        """And the page it wants."""
        asked = query_of(hudoc.address(source("hudoc"), ASKED, 2))
        assert 'respondent="XAZ"' in asked["query"][0] and 'languageisocode="FRE"' in asked["query"][0]
        assert '"motivation politique" OR "opposition"' in asked["query"][0]
        assert (asked["start"], asked["length"]) == (["100"], ["50"])

    def test_a_word_cannot_leave_its_quotation_marks(self) -> None:
        """A name with a quotation mark in it is no query of its own."""
        asked = query_of(hudoc.address(source("hudoc"), Question(language="en", name='V" OR "*'), 0))
        assert '("V  OR  *")' in asked["query"][0]

    def test_results_have_both_forms_of_days_and_lead_to_the_text(self) -> None:
        """Older rows write the day first."""
        answer = hudoc.read(web.hudoc(0), f"{BASE}/app/query/results?x")
        assert answer.total == 51 and {leaf.published_on for leaf in answer.leaves} == {date(2024, 5, 16)}
        assert answer.leaves[0].address == f"{BASE}/app/conversion/docx/html/body?library=ECHR&id=001-900000"

    def test_what_the_court_leaves_out_is_left_out(self) -> None:
        """Press releases are not asked for; a case without a document leads to no text; null is silence."""
        asked = query_of(hudoc.address(source("hudoc"), ASKED, 0))
        assert "(NOT (doctype=PR OR doctype=HFCOMOLD OR doctype=HECOMOLD))" in asked["query"][0]
        assert "isplaceholder" in asked["select"][0]
        rows = [{"columns": {"itemid": f"001-{place}", "docname": "CASE OF V v. NORLAND AND WESTLAND",
                             "respondent": "XAZ;XBZ", "conclusion": None, "isplaceholder": said}}
                for place, said in enumerate(("True", "False", None))]  # fmt: skip
        answer = hudoc.read(json.dumps({"resultcount": 3, "results": rows}).encode(), f"{BASE}/app/query/results?x")
        assert [leaf.address.rpartition("=")[2] for leaf in answer.leaves] == ["001-1", "001-2"]
        assert answer.total == 3 and answer.leaves[0].text == ""

    def test_another_answer_is_refused(self) -> None:
        """An error page is no result."""
        with pytest.raises(Unreadable):
            hudoc.read(b'{"error": "no"}', BASE)


class TestReliefWeb:
    """Version 2."""

    def test_a_question_filters_by_country_and_language(self) -> None:
        """The newest first, page by page."""
        asked = query_of(reliefweb.address(source("reliefweb"), ASKED, 1))
        assert asked["appname"] == ["approved-name"] and asked["offset"] == ["50"]
        assert asked["filter[conditions][1][field]"] == ["country.iso3"]
        assert asked["filter[conditions][1][value]"] == ["xaz"]

    def test_a_report_comes_with_its_text_its_source_and_its_day(self) -> None:
        """The original day, not the day it was put on the site."""
        leaf = reliefweb.read(web.RELIEFWEB, BASE).leaves[0]
        assert (leaf.source, leaf.published_on, leaf.language) == ("Observers of Courts", date(2024, 11, 2), "en")
        assert leaf.complete and "dismissed" in leaf.text


class TestGdelt:
    """DOC 2.0 and GKG 2.1."""

    def test_a_question_quotes_phrases_and_names_the_language(self) -> None:
        """A list has no pages: older ones are asked for by time."""
        asked = query_of(gdelt.address(source("gdelt"), ASKED, "20250101000000"))
        assert asked["query"] == ['"Norland" ("motivation politique" OR opposition) sourcelang:french']
        assert asked["enddatetime"] == ["20250101000000"]

    def test_any_key_but_the_address_may_be_missing(self) -> None:
        """And an empty answer is an answer."""
        leaves = gdelt.read(web.GDELT, BASE).leaves
        assert leaves[0].published_on == date(2025, 1, 7) and leaves[1].published_on is None
        assert gdelt.read(b"{}", BASE).leaves == ()

    def test_an_error_in_plain_text_is_told(self) -> None:
        """GDELT answers 200 with a sentence when it does not like a query."""
        with pytest.raises(Unreadable, match="too short"):
            gdelt.read(b"Your query was too short or too long.", BASE)

    @pytest.mark.parametrize("packed", [False, True])
    def test_a_row_of_gkg_has_title_names_places_and_language(self, packed: bool) -> None:
        """Zipped as it is published, or not."""
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr("20250107.gkg.csv", web.gkg())
        leaf = gdelt.read_gkg(content.getvalue() if packed else web.gkg() + b"half a row\tof two", BASE).leaves[0]
        assert leaf.title.startswith("Opposition activist") and leaf.language == "fr" and "Iko Vortan" in leaf.text

    def test_a_file_that_is_no_gkg_is_refused(self) -> None:
        """Columns are counted."""
        for content in (b"a\tb\n", b"PK\x03\x04rubbish"):
            with pytest.raises(Unreadable):
                gdelt.read_gkg(content, BASE)

    def test_a_zip_bomb_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """No more is unpacked than is read."""
        monkeypatch.setattr(gdelt, "LARGEST_GKG_BYTES", 10_000)
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.csv", b"\0" * 1_000_000)
        with pytest.raises(Unreadable, match="unpacks"):
            gdelt.read_gkg(content.getvalue(), BASE)


class TestPapers:
    """HTML, PDF, text, web archives."""

    def test_a_page_gives_its_text_its_day_and_its_title_and_no_script(self) -> None:
        """Frame, navigation and scripts are left out; marked-up text stays text."""
        leaf = papers.read_html(web.ARTICLE, "https://courier.example/1").leaves[0]
        assert leaf.published_on == date(2025, 1, 7) and leaf.title == "Shopkeeper case was ordered from above"
        assert "Iko Vortan" in leaf.text and "steal" not in leaf.text and "Imprint" not in leaf.text

    def test_a_pdf_gives_its_words_and_a_scan_says_that_it_has_none(self) -> None:
        """An empty text would look as if nothing stood there."""
        leaf = papers.read_pdf(web.pdf("The court in Norland acquitted Iko Vortan of every charge."), "").leaves[0]
        assert "acquitted Iko Vortan" in leaf.text.replace("\n", " ") and leaf.title == "Judgment"
        with pytest.raises(Unreadable, match="scan"):
            papers.read_pdf(web.pdf("#rect()"), "")

    def test_a_web_archive_gives_each_page_under_its_address(self) -> None:
        """What is no text is passed over."""
        archive = web.warc(
            ("https://courier.example/1", "text/html; charset=utf-8", web.ARTICLE),
            ("https://courier.example/logo", "image/png", b"\x89PNG"),
            ("https://courier.example/note", "text/plain", b"A note on the case."),
        )
        assert [leaf.address for leaf in papers.read_warc(archive, "").leaves] == [
            "https://courier.example/1",
            "https://courier.example/note",
        ]

    def test_an_archive_that_unpacks_to_too_much_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Some kilobytes that would be gigabytes."""
        monkeypatch.setattr(papers, "LARGEST_RECORD_BYTES", 100_000)
        with pytest.raises(Unreadable, match="unpacks"):
            papers.read_warc(web.warc(("https://x.example/", "text/plain", b"a" * 1_000_000)), "")

    @pytest.mark.parametrize(
        ("content", "declared", "text"),
        [
            ("Ünïcode".encode(), "", "Ünïcode"),
            ("Привет".encode("cp1251"), "windows-1251", "Привет"),
            ("Привет".encode("utf-16"), "", "Привет"),
            (b'<meta charset="koi8-r">' + "суд".encode("koi8-r"), "no-such-charset", '<meta charset="koi8-r">суд'),
        ],
    )
    def test_bytes_become_text_by_mark_by_declaration_or_by_the_page(
        self, content: bytes, declared: str, text: str
    ) -> None:
        """A charset nobody knows is passed over."""
        assert decoded(content, declared) == text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (web.RSS, "feed"),
        (web.ATOM, "feed"),
        (web.ARTICLE, "html"),
        (web.hudoc(0), "hudoc"),
        (web.RELIEFWEB, "reliefweb"),
        (web.GDELT, "gdelt"),
        (web.gkg(), "gkg"),
        (b"%PDF-1.7", "pdf"),
        (b"\x1f\x8b\x08", "warc"),
        (b"WARC/1.1\r\n", "warc"),
        (b"Just words.", "text"),
    ],
)
def test_a_file_is_known_by_its_first_bytes(content: bytes, kind: str) -> None:
    """Whatever it is called."""
    assert parsing.kind_of(content) == kind


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le procureur a ordonné l'arrestation du journaliste.", "fr"),
        (web.ARABIC, "ar"),
        ("Суд приговорил оппозиционного политика к шести годам.", "ru"),
        ("法院判处该记者有期徒刑六年，律师表示抗议。", "zh"),
        ("ok", ""),
    ],
)
def test_the_language_of_a_text_is_told_and_too_short_a_text_tells_none(text: str, code: str) -> None:
    """ISO 639-1."""
    assert parsing.language(text) == code


def test_signs_nobody_sees_are_taken_out_of_a_text() -> None:
    """A name cut in two by one of them is one name; a line is not turned round. What Persian writes with stays."""
    leaf = parsing.read("text", "Iko Vor\u200btan \u202edereversed\u202c and می\u200cگوید".encode(), "").leaves[0]
    assert leaf.text == "Iko Vortan dereversed and می\u200cگوید"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The case was politically\nmotivated.", "The case was politically motivated."),
        ("The prose-\ncution began.", "The prosecution began."),
        ("A headline\nThe text begins.", "A headline\nThe text begins."),
        ("One sentence.\nanother", "One sentence.\nanother"),
        ("كانت المحاكمة\nغير عادلة.", "كانت المحاكمة غير عادلة."),
        ("One paragraph\n\nanother", "One paragraph\n\nanother"),
    ],
)
def test_lines_broken_for_a_page_are_one_again(broken: str, whole: str) -> None:
    """A sentence that is cut in two would lie beside the case in half."""
    assert papers.flowing(broken) == whole


def test_a_paragraph_of_a_feed_is_one_line() -> None:
    """However its markup was broken."""
    told = b"&lt;p&gt;One\n sentence.&lt;/p&gt;&lt;p&gt;Two&lt;br&gt;three&lt;/p&gt;"
    feed = b"<rss><channel><item><description>" + told + b"</description></item></channel></rss>"
    assert feeds.read(feed, BASE).leaves[0].text == "One sentence.\nTwo\nthree"
