"""Signed messages: one byte form, one meaning; good and bad vectors for whoever writes another implementation."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from nacl.signing import SigningKey

from article3.exchange.canonical import NotCanonical, from_bytes, to_bytes
from article3.exchange.signing import Forged, check, sign

VECTORS = json.loads((Path(__file__).resolve().parents[2] / "docs" / "exchange" / "vectors.json").read_text("utf-8"))
KEY = SigningKey(bytes(range(32)))

texts = some.text(some.characters(exclude_categories=["Cs"]), max_size=8).map(
    lambda text: unicodedata.normalize("NFC", text)
)
contents = some.recursive(
    texts | some.integers(-(2**53) + 1, 2**53 - 1),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(texts, inner, max_size=4),
)


@given(contents)
def test_canonical_bytes_read_back_to_the_same_content(content: object) -> None:
    """One content, one byte form, and back."""
    assert from_bytes(to_bytes(content)) == content


@given(some.dictionaries(texts, contents, max_size=4))
def test_what_was_signed_checks(body: dict[str, object]) -> None:
    """Writer and reader agree on every body."""
    signed = check(sign("copy", body, KEY))
    assert (signed.kind, signed.body, signed.key) == ("copy", body, KEY.verify_key.encode().hex())


@given(some.binary(max_size=200))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    """Hostile bytes are refused, never an error of ours."""
    with pytest.raises(Forged):
        check(data)


@pytest.mark.parametrize("position", range(0, 400, 7))
def test_any_changed_byte_is_noticed(position: int) -> None:
    """A message altered on the way has no effect."""
    data = sign("copy", {"item": "a" * 32, "version": 3, "names": ["سامر", "Игорь", "陈"]}, KEY)
    altered = data[: position % len(data)] + bytes([data[position % len(data)] ^ 1]) + data[position % len(data) + 1 :]
    with pytest.raises(Forged):
        check(altered)


@pytest.mark.parametrize("kind", ["recall", "receipt"])
def test_a_signature_for_one_kind_is_not_good_for_another(kind: str) -> None:
    """The prefix binds the kind."""
    data = json.loads(sign("copy", {"item": "x"}, KEY))
    with pytest.raises(Forged):
        check(to_bytes({**data, "kind": kind}))


@pytest.mark.parametrize("content", [1.5, True, None, {"a": float("nan")}, 2**53, "e\u0301", "\ud800", {1: "a"}, (1,)])
def test_what_has_no_canonical_form_is_refused(content: object) -> None:
    """Floats, booleans, nulls, large integers, other normal forms."""
    with pytest.raises(NotCanonical):
        to_bytes(content)


@pytest.mark.parametrize("vector", VECTORS["good"], ids=lambda vector: vector["name"])
def test_good_vectors_check_and_are_what_we_write(vector: dict[str, object]) -> None:
    """Both directions, byte for byte."""
    data = str(vector["message"]).encode()
    signed = check(data)
    assert signed.body == vector["body"]
    assert sign(signed.kind, signed.body, SigningKey(bytes.fromhex(str(vector["seed"])))) == data


@pytest.mark.parametrize("vector", VECTORS["bad"], ids=lambda vector: vector["name"])
def test_bad_vectors_are_refused(vector: dict[str, str]) -> None:
    """Each differs from a good one by the fault in its name."""
    with pytest.raises(Forged):
        check(bytes.fromhex(vector["message_hex"]))
