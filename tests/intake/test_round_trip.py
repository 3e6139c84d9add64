"""A communication written and read again is the same communication."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from article3.intake.reading import read_communication, write_communication
from article3.terms.communication import BureauCode, Level, Reference
from tests.intake.made import GOOD, REFERENCE, communications, good


@given(communications())
@settings(max_examples=150, deadline=None)
def test_writing_and_reading_again_changes_nothing(document: dict[str, Any]) -> None:
    """Also through JSON text, and the document is the same the second time."""
    read = read_communication(document, reference=REFERENCE)
    written = write_communication(read)
    again = read_communication(json.dumps(written).encode(), reference=REFERENCE)
    assert again == read
    assert write_communication(again) == written


def test_a_document_in_one_canonical_form_comes_back_word_for_word() -> None:
    """What was typed stands in the written document as it was."""
    assert write_communication(read_communication(GOOD, reference=REFERENCE)) == GOOD


def test_text_bytes_and_parsed_objects_read_the_same() -> None:
    """Three ways in, one communication."""
    text = json.dumps(GOOD)
    ways = [GOOD, text, text.encode(), b"\xef\xbb\xbf" + text.encode()]
    assert len({read_communication(way, reference=REFERENCE) for way in ways}) == 1


def test_the_reference_is_the_callers() -> None:
    """No id of a document becomes ours (abuse case A24)."""
    mine = Reference("f" * 32)
    read = read_communication(good(source_reference="0" * 32), reference=mine)
    assert (read.reference, read.source_reference) == (mine, "0" * 32)


def test_left_out_is_unknown_and_the_strictest() -> None:
    """Nothing is filled in: no recipient, no consent, confidential."""
    read = read_communication(good(level=..., recipients=..., person=...), reference=REFERENCE)
    assert (read.level, read.recipients, read.public_extract_consent, read.person) == (
        Level.CONFIDENTIAL,
        (),
        False,
        None,
    )
    assert read.attachments[0].level is Level.CONFIDENTIAL


def test_an_empty_recipient_list_is_nobody() -> None:
    """Not everybody: the same as none named."""
    assert read_communication(good(recipients=[]), reference=REFERENCE).recipients == ()


def test_the_latin_form_is_computed() -> None:
    """From the original script, which is kept."""
    person = {"names": [{"family": "Щербинин", "given": "Юлий"}]}
    (name,) = read_communication(good(person=person), reference=REFERENCE).person.names  # type: ignore[union-attr]
    assert (name.family, name.script, name.latin_family, name.latin_given) == (
        "Щербинин",
        "Cyrl",
        "SHCHERBININ",
        "IULII",
    )


def test_names_are_kept_composed_and_single_spaced() -> None:
    """Two ways to type one letter are one name; text elsewhere is kept as it came."""
    person = {"names": [{"family": " Jose\u0301  de  la Torre "}]}
    read = read_communication(good(person=person, facts_summary="Jose\u0301  "), reference=REFERENCE)
    assert read.person.names[0].family == "José de la Torre"  # type: ignore[union-attr]
    assert read.facts_summary == "Jose\u0301  "


def test_a_sender_known_by_its_key_fills_the_source() -> None:
    """The sender is whoever signed (abuse case A11)."""
    read = read_communication(good(source=...), reference=REFERENCE, source=BureauCode("XQ"))
    assert read.source == "XQ"
    assert read_communication(GOOD, reference=REFERENCE, source=BureauCode("XA")).source == "XA"
