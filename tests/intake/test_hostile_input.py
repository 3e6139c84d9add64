"""Abuse cases A19 to A24 of the threat list, as far as intake meets them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article3.intake.json_text import DEEPEST, LARGEST_BYTES
from article3.intake.notes import notes
from article3.intake.problems import Unreadable
from article3.intake.public_service import read_public_notice
from article3.intake.reading import read_communication, write_communication
from tests.intake.made import GOOD, REFERENCE, STRANGE, at, good
from tests.intake.test_bad_documents import problems_of


def _name(family: str) -> Any:
    read = read_communication(at("person.names.0", {"family": family}), reference=REFERENCE)
    return read.person.names[0]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "name",
    [
        "../w.pdf",
        "..\\w.pdf",
        "a/b.pdf",
        "C:w.pdf",
        "w\x00.pdf",
        "w\u202efdp.exe",
        ".htaccess",
        "w.pdf ",
        "w.",
        "",
        "a" * 151,
        "w\n.pdf",
        "w|.pdf",
        "con\u200b.pdf",
    ],
)
def test_a19_a_file_name_that_is_more_than_a_name_is_refused(name: str) -> None:
    """No folder, no stream, no disguise."""
    assert problems_of(at("attachments.0.name", name))[0].code == "bad_file_name"


@pytest.mark.parametrize("name", ["w.pdf", "حكم 12.pdf", "приговор.pdf", "a" * 150, "judgment (2).tar.gz", "=cmd.pdf"])
def test_a19_a_plain_file_name_in_any_script_is_taken(name: str) -> None:
    """The other side of the edge."""
    document = at("attachments.0.name", name)
    document["papers"] = []
    assert read_communication(document, reference=REFERENCE).attachments[0].name == name


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "{{7*7}}",
        "{% include x %}",
        "=cmd|' /C calc'!A0",
        "\uff1d1+1",
        "'; DROP TABLE files; --",
        "${jndi:ldap://x}",
        "&lt;",
    ],
)
def test_a20_markup_and_formulas_are_plain_text(text: str) -> None:
    """They are kept as they are: pages, sheets and mails show them, none runs them."""
    read = read_communication(good(subject=text, facts_summary=text), reference=REFERENCE)
    assert (read.subject, read.facts_summary) == (text, text)
    assert _name(f"A{text}").family == f"A{text}"


@pytest.mark.parametrize(
    "mark", ["\x00", "\r", "\n", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ud800", "\uffff"]
)
def test_a20_controls_are_refused_in_every_line(mark: str) -> None:
    """NUL, line ends, escapes, direction controls, half characters: neither in a line nor in a name."""
    for path in ("subject", "person.names.0.family", "person.birth_place", "attachments.0.name", "handling"):
        document = at(path, [f"a{mark}b"] if path == "handling" else f"a{mark}b")
        assert problems_of(document)[0].code in ("control_character", "bad_file_name")


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\t", "\u200f", "\u200e", "\u061c", "\u200d"])
def test_a20_a_long_text_keeps_line_ends_tabs_and_direction_marks(mark: str) -> None:
    """Arabic and Hebrew texts need their marks; charges come with line ends."""
    text = f"a{mark}b"
    assert read_communication(good(facts_summary=text), reference=REFERENCE).facts_summary == text


@pytest.mark.parametrize("mark", ["\x00", "\x08", "\x1b", "\x9f", "\u202a", "\u202e", "\u2067", "\udfff"])
def test_a20_a_long_text_holds_no_control_that_hides_or_reorders(mark: str) -> None:
    """What is read is what is stored."""
    assert problems_of(good(facts_summary=f"a{mark}b"))[0].code == "control_character"


@pytest.mark.parametrize(
    "mark",
    [
        "\u200b",
        "\u200e",
        "\u200f",
        "\u061c",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\u034f",
        "\u3164",
        "\ufe0f",
        "\U000e0041",
        "\u180e",
        "\u2800",
    ],
)
def test_a21_invisible_marks_are_refused_in_a_name(mark: str) -> None:
    """Two names that look the same are the same."""
    assert problems_of(at("person.names.0.family", f"Til{mark}ke"))[0].code == "control_character"


@pytest.mark.parametrize("name", ["علی\u200cرضا", "क्\u200dष", "ක්\u200dර"])
def test_a21_joiners_are_taken_where_the_script_spells_with_them(name: str) -> None:
    """Persian, Hindi and Sinhala names."""
    assert _name(name).family == name


@pytest.mark.parametrize(
    "name", ["Til\u200cke", "\u200dTilke", "Tilke\u200c", "علی\u200c", "علی\u200c رضا", "Иван\u200dов"]
)
def test_a21_joiners_astray_are_refused(name: str) -> None:
    """At an end, beside a space, or in a script that has no use for them."""
    assert problems_of(at("person.names.0.family", name))[0].code == "control_character"


@pytest.mark.parametrize(
    ("name", "mixed"),
    [
        ("Tilkе", True),
        ("Тilke", True),
        ("Tilke", False),
        ("Тилке", False),
        ("αlpha", True),
        ("東海林さだお", False),
        ("O\u2019Neill 3", False),
    ],
)
def test_a21_mixed_scripts_are_shown_and_not_refused(name: str, mixed: bool) -> None:
    """A Cyrillic е in a Latin name is a note for a person."""
    read = read_communication(at("person.names.0.family", name), reference=REFERENCE)
    assert ("mixed_scripts" in {note.code for note in notes(read)}) is mixed


def test_a21_an_invisible_mark_in_a_text_is_shown() -> None:
    """It may hide a word from a search."""
    read = read_communication(good(facts_summary="mur\u200bder"), reference=REFERENCE)
    assert [note.pointer for note in notes(read) if note.code == "invisible_character"] == ["/facts_summary"]


@pytest.mark.parametrize("text", ["[" * 200_000, '{"person":' * 50_000, '[{"a":' * 5000])
def test_a22_endless_nesting_is_a_clear_refusal(text: str) -> None:
    """No stack overflow, no server error."""
    assert problems_of(text)[0].code in ("too_deep", "not_json")


def test_a22_a_parsed_object_of_any_depth_is_a_clear_refusal() -> None:
    """Also when somebody else parsed it; nothing prints it whole."""
    deep: Any = {}
    for _ in range(100_000):
        deep = {"a": deep}
    assert problems_of(good(person=deep))[0].code == "unknown_field"
    with pytest.raises(Unreadable, match="a few levels deep"):
        read_public_notice({"entity_id": "1", "x": deep}, reference=REFERENCE)
    while deep:
        deep = deep.pop("a", None)  # taken apart by hand: Python would do it by recursion


@pytest.mark.parametrize(("levels", "taken"), [(DEEPEST - 2, True), (DEEPEST + 2, False)])
def test_a22_kept_fields_of_a_foreign_notice_have_a_depth(levels: int, taken: bool) -> None:
    """Both sides of the edge."""
    deep: Any = 1
    for _ in range(levels):
        deep = [deep]
    notice = {"entity_id": "1", "name": "A", "x": deep}
    if taken:
        assert read_public_notice(notice, reference=REFERENCE).extra
    else:
        with pytest.raises(Unreadable):
            read_public_notice(notice, reference=REFERENCE)


def test_a22_a_document_beyond_all_measure_is_not_even_parsed() -> None:
    """Cost is bounded before JSON is read."""
    assert problems_of(b" " * (LARGEST_BYTES + 1))[0].code == "too_large"
    assert problems_of(b" " * LARGEST_BYTES)[0].code == "not_json"


def test_a22_thousands_of_faults_are_a_bounded_answer() -> None:
    """Lists have lengths; beyond them one problem is said."""
    document = good(charges=[{"text": 5}] * 100_000, recipients=["??"] * 100_000)
    assert {each.code for each in problems_of(document)} == {"too_many"}


def test_a24_a_repeated_field_is_refused_wherever_it_stands() -> None:
    """Two readers may each believe another one of the two."""
    text = (
        json.dumps(GOOD)
        .replace('"source": "XA"', '"source": "XA", "source": "XB"')
        .replace('"sex": "M"', '"sex": "M", "sex": "F"')
    )
    assert [(each.pointer, each.code) for each in problems_of(text)] == [
        ("/source", "repeated_field"),
        ("/person/sex", "repeated_field"),
    ]


@pytest.mark.parametrize("field", ["id", "reference", "owner", "clearance", "reviewed", "state", "__class__", "Level"])
def test_a24_fields_that_would_change_rights_are_refused(field: str) -> None:
    """Nothing rides along, at any level."""
    for document in (good(**{field: "XB"}), at(f"person.{field}", "XB"), at(f"attachments.0.{field}", "XB")):
        assert "unknown_field" in {each.code for each in problems_of(document)}


@pytest.mark.parametrize("field", ["level", "recipients", "denied", "person", "made_on", "attachments"])
def test_a24_null_is_refused_and_never_read_as_a_default(field: str) -> None:
    """Who wants the strictest leaves the field out."""
    assert (f"/{field}", "null") in {(each.pointer, each.code) for each in problems_of(good(**{field: None}))}


@given(
    st.recursive(
        STRANGE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    )
)
@settings(max_examples=120, deadline=None)
def test_whatever_comes_is_read_or_refused_with_problems(value: Any) -> None:
    """Never another exception; every problem is printable text."""
    for document in (value, {"channel": "message", "source": "XA", "text": value}, {**GOOD, "person": value}):
        try:
            write_communication(read_communication(document, reference=REFERENCE))
        except Unreadable as unreadable:
            assert str(unreadable).isprintable()


@given(st.binary(max_size=60))
@settings(max_examples=200, deadline=None)
def test_whatever_bytes_come_are_refused_with_problems(content: bytes) -> None:
    """Sixty random bytes are no communication."""
    with pytest.raises(Unreadable):
        read_communication(content, reference=REFERENCE)
