"""The receipt code of a request: 39 random digits and a check digit, in ten groups of four (abuse case A18).

Digits are the same on every keyboard and read aloud in every language. 39 digits are 129 bits: a code cannot be
guessed, so it needs no account beside it. What is kept is a digest to find the request by; what is not sent yet is
sealed with a key only the code gives.
"""

from __future__ import annotations

import hashlib
import unicodedata

DIGITS = 40
GROUP = 4
CHANCE_BYTES = 32
_DAMM = ("0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
         "3674209581", "5869720134", "8945362017", "9438617205", "2581436790")
"""H. Michael Damm's table: finds every single wrong digit and every two neighbours that changed places."""


def code_from(chance: bytes) -> str:
    """The code made of 32 random bytes, without spaces."""
    assert len(chance) == CHANCE_BYTES
    body = str(int.from_bytes(chance, "big") % 10 ** (DIGITS - 1)).zfill(DIGITS - 1)
    return body + str(_check(body))


def in_groups(code: str) -> str:
    """The code as it is shown and read aloud."""
    return " ".join(code[start:start + GROUP] for start in range(0, len(code), GROUP))


def as_typed(text: str) -> str:
    """The digits of what somebody typed, in any script's digits, without anything between them."""
    return "".join(str(unicodedata.decimal(sign)) for sign in text[:400] if unicodedata.decimal(sign, None) is not None)


def is_whole(code: str) -> bool:
    """Forty digits whose check digit fits: a slip of one digit, or of two neighbours, is always seen."""
    return len(code) == DIGITS and _check(code) == 0


def lookup_of(code: str) -> str:
    """What a request is found by; the code cannot be computed from it."""
    return hashlib.blake2b(code.encode(), digest_size=32, person=b"a3 receipt find").hexdigest()


def key_of(code: str) -> bytes:
    """The key that seals what was not sent yet."""
    return hashlib.blake2b(code.encode(), digest_size=32, person=b"a3 receipt seal").digest()


def _check(digits: str) -> int:
    state = 0
    for digit in digits:
        state = int(_DAMM[state][int(digit)])
    return state
