"""Files that come with a request: looked at from outside, kept as they are (abuse case A19)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article3.commission.lifecycle.application import PaperRole
from article3.commission.lifecycle.file_checks import (
    LARGEST_MB,
    LARGEST_SUM_MB,
    MEGABYTE,
    can_be_kept,
    file_defects,
    kind_of,
    paper,
    too_large,
)
from article3.commission.lifecycle.mends import Fault
from tests.commission.written import JPEG

PDF = b"%PDF-1.7\n" + b"1 0 obj <</Type/Catalog>> endobj\n" * 900 + b"%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (2_000).to_bytes(4, "big") * 2 + b"\x01" * 30_000 + b"IEND"
HEIC = b"\x00\x00\x00\x18ftypheic" + b"\x01" * 30_000


def faults(name: str, content: bytes, role: PaperRole = PaperRole.IDENTITY) -> set[Fault]:
    """What is said of a file."""
    return {each.fault for each in file_defects(name, content, role)}


@pytest.mark.parametrize(("name", "content"), [
    ("passport.jpg", JPEG), ("pass port.JPEG", JPEG), ("جواز.pdf", PDF), ("scan.png", PNG), ("IMG_1.HEIC", HEIC),
    ("film.jpg", JPEG + b"\x00" * 20_000)])
def test_what_telephones_and_scanners_make_is_kept(name: str, content: bytes) -> None:
    """Also a photograph with a film behind it."""
    assert faults(name, content) == set()


@pytest.mark.parametrize(("name", "content", "fault"), [
    ("a.zip", b"PK\x03\x04" + b"0" * 90_000, Fault.FILE_ARCHIVE),
    ("a.jpg", b"\x1f\x8b" + b"0" * 90, Fault.FILE_ARCHIVE),
    ("a.jpg", JPEG + b"PK\x05\x06" + b"0" * 18, Fault.FILE_TWO_KINDS),
    ("a.pdf", b"%PDF-1.4<script>" + PDF, Fault.FILE_TWO_KINDS), ("a.jpg", b"<svg/>", Fault.FILE_KIND),
    ("a.txt", b"I am who I am.", Fault.FILE_KIND), ("a.jpg", b"", Fault.FILE_EMPTY),
    ("a.jpg", JPEG[:-2], Fault.FILE_CUT_OFF),
    ("a.pdf", PDF.replace(b"/Catalog", b"/Encrypt", 1), Fault.FILE_LOCKED), ("../a.jpg", JPEG, Fault.FILE_NAME),
    ("a.png", PNG[:16] + (60_000).to_bytes(4, "big") * 2 + PNG[24:], Fault.FILE_TOO_MANY_DOTS)])
def test_what_cannot_be_kept_says_why(name: str, content: bytes, fault: Fault) -> None:
    """Each its own sentence."""
    found = file_defects(name, content, PaperRole.IDENTITY)
    assert fault in {each.fault for each in found} and not can_be_kept(found)


def test_hints_keep_the_file_and_the_same_file_is_kept_once() -> None:
    """Small, or named otherwise: said and kept. A text is fine as an annex."""
    small = file_defects("a.png", JPEG[:3_000] + b"\xff\xd9", PaperRole.IDENTITY)
    assert {each.fault for each in small} == {Fault.PICTURE_SMALL, Fault.FILE_OTHER_NAME} and can_be_kept(small)
    assert faults("proof.txt", "دليل".encode(), PaperRole.ANNEX) == set()
    once = paper("a.jpg", JPEG, PaperRole.ANNEX)
    again = file_defects("b.jpg", JPEG, PaperRole.ANNEX, [once])
    assert [each.fault for each in again] == [Fault.FILE_TWICE] and not can_be_kept(again)
    assert file_defects("b.jpg", JPEG, PaperRole.IDENTITY, [once]) == (), "in another role it is another paper"


def test_sizes_are_judged_before_a_byte_is_read() -> None:
    """The limit itself is fine."""
    assert too_large(LARGEST_MB * MEGABYTE, PaperRole.ANNEX) == ()
    assert [each.fault for each in too_large(LARGEST_MB * MEGABYTE + 1, PaperRole.ANNEX)] == [Fault.FILE_TOO_LARGE]
    beside = [paper("b.jpg", JPEG, PaperRole.ANNEX)]
    beside[0] = type(beside[0])(**{**{name: getattr(beside[0], name) for name in beside[0].__slots__},
                                   "size_bytes": LARGEST_SUM_MB * MEGABYTE})
    assert Fault.FILES_TOO_LARGE in {each.fault for each in file_defects("a.jpg", JPEG + b"1\xff\xd9",
                                                                        PaperRole.ANNEX, beside)}


@given(st.binary(max_size=300), st.sampled_from(PaperRole))
def test_no_bytes_make_the_check_fail(content: bytes, role: PaperRole) -> None:
    """Whatever comes, the answer is a kind and a list."""
    assert kind_of(content) and isinstance(file_defects("a.jpg", content, role), tuple)
