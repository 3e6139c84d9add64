"""Sealed messages: for their readers only, bound to their head; vectors for whoever writes another implementation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from nacl.public import PrivateKey

from article3.exchange.sealing import NotSealed, read, seal, unseal

VECTORS = json.loads((Path(__file__).resolve().parents[2] / "docs" / "exchange" / "vectors.json").read_text("utf-8"))[
    "sealed"
]
KEYS = {name: PrivateKey(bytes.fromhex(key)) for name, key in VECTORS["keys"].items()}
HEAD = {"item": "a" * 32, "from": "XA", "to": ["XB"], "part": "message"}


def public(who: str) -> str:
    """Somebody's public key."""
    return bytes(KEYS[who].public_key).hex()


@given(some.binary(max_size=300))
def test_every_reader_opens_what_was_sealed_and_nobody_else(content: bytes) -> None:
    """Two readers of three keys."""
    sealed = read(seal(content, HEAD, [public("recipient"), public("guard")]))
    assert unseal(sealed, KEYS["recipient"]) == unseal(sealed, KEYS["guard"]) == content
    with pytest.raises(NotSealed):
        unseal(sealed, KEYS["stranger"])


@given(some.binary(max_size=200))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    """Hostile bytes are refused, never an error of ours."""
    with pytest.raises(NotSealed):
        read(data)


def test_the_same_content_sealed_twice_is_not_the_same_bytes() -> None:
    """The carrier cannot see that a letter was sent again."""
    assert seal(b"Yes.", HEAD, [public("recipient")]) != seal(b"Yes.", HEAD, [public("recipient")])


@pytest.mark.parametrize("vector", VECTORS["good"], ids=lambda vector: vector["name"])
@pytest.mark.parametrize("who", ["recipient", "guard"])
def test_good_vectors_open(vector: dict[str, str], who: str) -> None:
    """To their content."""
    assert unseal(read(vector["sealed"].encode()), KEYS[who]).decode() == vector["content"]


@pytest.mark.parametrize("vector", VECTORS["bad"], ids=lambda vector: vector["name"])
def test_bad_vectors_are_refused(vector: dict[str, str]) -> None:
    """Each differs from a good one by the fault in its name."""
    with pytest.raises(NotSealed):
        unseal(read(vector["sealed"].encode()), KEYS["recipient"])
