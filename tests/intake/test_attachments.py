"""Attachments are opaque bytes within limits."""

from __future__ import annotations

import pytest

from article3.intake.attachments import LARGEST_BYTES, MOST, attachment, attachment_problems, media_type
from article3.terms.communication import Attachment, Level


def test_a_file_is_known_by_size_and_fingerprint_and_is_confidential_unless_said() -> None:
    """SHA-256 of "abc" as published in FIPS 180-4."""
    got = attachment("w.pdf", b"abc")
    assert got == Attachment(
        name="w.pdf",
        media_type="application/pdf",
        size_bytes=3,
        level=Level.CONFIDENTIAL,
        sha256="ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    )
    assert attachment_problems([got]) == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("w.PDF", "application/pdf"),
        ("w.exe", "application/octet-stream"),
        ("pdf", "application/pdf"),
        ("w.pdf.html", "application/octet-stream"),
    ],
)
def test_the_type_is_a_hint_from_the_name(name: str, kind: str) -> None:
    """Nothing a browser would run is ever hinted at."""
    assert media_type(name) == kind


def test_what_is_wrong_with_a_set_of_files_is_said_at_once() -> None:
    """An empty file, a folder in a name, too many, a name twice."""
    one = attachment("w.pdf", b"abc")
    assert [each.code for each in attachment_problems([one] * 1 + [attachment("a/b", b"")])] == [
        "bad_file_name",
        "out_of_bounds",
    ]
    many = [attachment(f"{number}.pdf", b"x") for number in range(MOST + 1)]
    assert [each.code for each in attachment_problems(many)] == ["too_many"]
    assert attachment_problems(many[:-1]) == ()
    assert [each.pointer for each in attachment_problems([one, one])] == ["/attachments/1/name"]


def test_a_file_at_its_limit_is_taken_and_one_byte_more_is_not() -> None:
    """Both sides of the edge."""
    at_limit = Attachment(name="a", media_type="x/y", size_bytes=LARGEST_BYTES, sha256="")
    beyond = Attachment(name="a", media_type="x/y", size_bytes=LARGEST_BYTES + 1, sha256="")
    assert attachment_problems([at_limit]) == ()
    assert [each.code for each in attachment_problems([beyond])] == ["out_of_bounds"]


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04" + b"\x00" * 50, b"%PDF-1.7 <</JS (app.alert(1))>>", b"<svg onload=x>", b"\x00" * 100]
)
def test_nothing_looks_inside_a_file(content: bytes) -> None:
    """Abuse case A19: bombs and polyglots are bytes like any other."""
    assert attachment("w.bin", content).media_type == "application/octet-stream"
