"""Papers are opaque: kept whole under their hash, within limits, with a name that can do nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from article3 import wiring
from article3.register import attachments
from article3.terms.communication import Level
from article3.terms.finding import Refused


def test_a_paper_comes_back_byte_for_byte() -> None:
    """And is kept once, however often it is sent."""
    kept = wiring.keep_attachment(b"%PDF-1.7 \x00\xff", name="warrant.pdf", media_type="application/pdf")
    again = wiring.keep_attachment(b"%PDF-1.7 \x00\xff", name="w2.pdf", media_type="application/pdf")
    assert attachments.read(kept.sha256) == b"%PDF-1.7 \x00\xff"
    assert (kept.sha256, kept.size_bytes, kept.level) == (again.sha256, 11, Level.CONFIDENTIAL)


@pytest.mark.parametrize("size", [0, attachments.LARGEST_BYTES + 1])
def test_empty_and_too_large_are_refused(size: int) -> None:
    """A19: bounded."""
    with pytest.raises(Refused):
        wiring.keep_attachment(b"x" * size, name="a", media_type="text/plain")


def test_the_largest_is_kept() -> None:
    """The edge."""
    assert wiring.keep_attachment(b"x" * attachments.LARGEST_BYTES, name="a", media_type="text/plain").size_bytes


@pytest.mark.parametrize(("name", "kept"), [
    ("../../etc/passwd", "_.._etc_passwd"), ("a\x00b\r\nc", "a_b__c"), ("\u202egnp.exe", "_gnp.exe"), ("", "paper"),
    ("..", "paper"), ("C:\\x", "C__x"), ("a" * 500, "a" * 120), ("حكم.pdf", "حكم.pdf"),
])  # fmt: skip
def test_a_name_holds_no_folder_no_control_and_no_direction_mark(name: str, kept: str) -> None:
    """A19, A20: the name is the sender's and only a hint."""
    assert wiring.keep_attachment(b"x", name=name, media_type="text/plain").name == kept


@pytest.mark.parametrize("media_type", ["text/html; charset=x", "text/html\r\nX: y", "", "TEXT/HTML", "a" * 99 + "/b"])
def test_a_media_type_that_is_none_is_bytes(media_type: str) -> None:
    """Only a plain type/subtype is kept, as a hint."""
    assert wiring.keep_attachment(b"x", name="a", media_type=media_type).media_type == "application/octet-stream"


def test_a_damaged_paper_is_not_handed_out(settings) -> None:
    """One flipped bit is noticed."""
    kept = wiring.keep_attachment(b"the warrant", name="a", media_type="text/plain")
    path = Path(settings.HOME) / "attachments" / kept.sha256[:2] / kept.sha256
    sealed = bytearray(path.read_bytes())
    sealed[-1] ^= 1
    path.write_bytes(bytes(sealed))
    with pytest.raises(AssertionError, match="changed"):
        attachments.read(kept.sha256)
    path.unlink()


def test_a_paper_is_named_by_its_hash_and_by_nothing_else() -> None:
    """No path comes from a caller."""
    with pytest.raises(AssertionError):
        attachments.read("../secret")
