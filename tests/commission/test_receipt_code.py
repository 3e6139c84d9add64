"""The code an applicant comes back with: random enough, easy to copy, and a slip is always seen (abuse case A18)."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from article3.commission.lifecycle.receipt_code import (
    CHANCE_BYTES,
    DIGITS,
    as_typed,
    code_from,
    in_groups,
    is_whole,
    key_of,
    lookup_of,
)

CHANCE = st.binary(min_size=CHANCE_BYTES, max_size=CHANCE_BYTES)


def test_a_code_holds_more_than_128_bits() -> None:
    """39 random digits beside the check digit."""
    assert math.log2(10 ** (DIGITS - 1)) > 128


@given(CHANCE)
def test_a_code_is_whole_and_read_back_however_it_is_typed(chance: bytes) -> None:
    """With spaces, dashes, in Arabic or Persian digits."""
    code = code_from(chance)
    assert is_whole(code) and len(in_groups(code).split()) == 10
    arabic = code.translate({ord("0") + n: chr(0x660 + n) for n in range(10)})
    persian = code.translate({ord("0") + n: chr(0x6F0 + n) for n in range(10)})
    assert {as_typed(in_groups(code)), as_typed("-".join(code)), as_typed(arabic), as_typed(persian)} == {code}


@given(CHANCE, st.integers(0, DIGITS - 1), st.integers(1, 9))
def test_one_wrong_digit_is_seen(chance: bytes, place: int, by: int) -> None:
    """At every place."""
    code = code_from(chance)
    wrong = code[:place] + str((int(code[place]) + by) % 10) + code[place + 1:]
    assert not is_whole(wrong)


@given(CHANCE, st.integers(0, DIGITS - 2))
def test_two_neighbours_that_changed_places_are_seen(chance: bytes, place: int) -> None:
    """Unless they are the same digit."""
    code = code_from(chance)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2:]
    assert is_whole(swapped) is (swapped == code)


def test_too_short_or_too_long_is_no_code() -> None:
    """Nor is nothing."""
    code = code_from(bytes(CHANCE_BYTES))
    assert not any(map(is_whole, ("", code[:-1], code + "0")))


def test_what_finds_a_request_does_not_open_it() -> None:
    """The digest it is found by and the key it is sealed with have nothing in common."""
    code = code_from(b"\x05" * CHANCE_BYTES)
    assert lookup_of(code) != key_of(code).hex() and code not in lookup_of(code)
