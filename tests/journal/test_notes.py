"""Signed notes, checkpoints and cosignatures in the C2SP form, against the published examples."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest
from nacl.signing import SigningKey, VerifyKey

from article3.journal import notes

TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SIGNED = (f"{TEXT}\n\u2014 PeterNeumann "
          "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6K"
          "E6RyyBwJnAM=\n").encode()  # fmt: skip
OWN = SigningKey(b"k" * 32)
POINT = notes.Checkpoint(origin="example.com/log", size=7, root=b"r" * 32, further=("erasures 0 ",)[:0])


def test_the_published_note_holds_under_the_published_key() -> None:
    """The example of the signed-note form."""
    note = notes.read_note(SIGNED)
    assert note.text == TEXT
    assert note.by(notes.Verifier.read(KEY)) == 0
    assert str(note).encode() == SIGNED
    assert str(notes.Verifier.read(KEY)) == KEY


@pytest.mark.parametrize("place", range(0, len(SIGNED), 7))
def test_a_published_note_with_one_byte_changed_does_not(place: int) -> None:
    """Anywhere."""
    changed = bytearray(SIGNED)
    changed[place] ^= 1
    try:
        note = notes.read_note(bytes(changed))
    except notes.NotANote:
        return
    assert note.by(notes.Verifier.read(KEY)) is None


def test_a_checkpoint_is_three_lines() -> None:
    """Origin, size in decimal, root in base64."""
    assert POINT.text == f"example.com/log\n7\n{base64.b64encode(b'r' * 32).decode()}\n"
    assert notes.read_checkpoint(POINT.text) == POINT
    longer = replace(POINT, further=("one more",))
    assert notes.read_checkpoint(longer.text) == longer


@pytest.mark.parametrize("text", [
    "", "a\n7\n", "a\n07\n" + base64.b64encode(b"r" * 32).decode() + "\n", "a\n-1\nAAAA\n", "a\n7\nAAAA\n",
    "\n7\n" + base64.b64encode(b"r" * 32).decode() + "\n", "a\n\u0667\n" + base64.b64encode(b"r" * 32).decode() + "\n",
])  # fmt: skip
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    """Missing lines, sizes written otherwise, roots of another length."""
    with pytest.raises(notes.NotANote):
        notes.read_checkpoint(text)


def test_a_witness_signs_the_text_and_the_second() -> None:
    """tlog-cosignature: eight bytes of time, then Ed25519 over `cosignature/v1`, the time and the whole text."""
    line = notes.cosign(POINT.text, "w", OWN, at_s=1_700_000_000)
    note = notes.read_note(f"{POINT.text}\n{line}".encode())
    (_, id, signature), = note.signatures
    assert id == notes.verifier("w", OWN, notes.WITNESS).id
    VerifyKey(OWN.verify_key.encode()).verify(
        f"cosignature/v1\ntime 1700000000\n{POINT.text}".encode(), signature[8:])
    assert note.by(notes.verifier("w", OWN, notes.WITNESS)) == 1_700_000_000
    assert note.by(notes.verifier("w", OWN, notes.LOG)) is None
    assert note.by(notes.verifier("v", OWN, notes.WITNESS)) is None


@pytest.mark.parametrize("text", ["", "a+b", "a+00000000+AAAA", KEY.replace("c74f", "c74e"), KEY[:-2]])
def test_what_is_no_key_is_refused(text: str) -> None:
    """A key says its own id."""
    with pytest.raises(notes.NotANote):
        notes.Verifier.read(text)
