"""The signed code a border officer checks without a line: genuine, of this document, in time; nothing else in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey

from article3.intake.status_letter import Misread, NotSigned, Statement, StatusLetter, code_of, mark_of, read
from article3.project.cli import main

KEY = SigningKey(b"\x01" * 32)
PUBLIC = bytes(KEY.verify_key)
SALT = b"saltsalt"
LETTER = StatusLetter(statement=Statement.DELETED_BY_ORDER, issued_on=date(2026, 10, 5), valid_days=30, salt=SALT,
                      mark=mark_of("QM 448-210", SALT))


def signed(said: bytes) -> bytes:
    """By the Commission."""
    return bytes(KEY.sign(said).signature)


CODE = code_of(LETTER, signed)


def test_the_code_reads_back_however_it_is_typed() -> None:
    """Small letters, no spaces, O for 0, I and L for 1."""
    assert read(CODE, PUBLIC) == LETTER == read("".join(CODE.split()).lower(), PUBLIC)
    assert read(CODE.replace("0", "o").replace("1", "L"), PUBLIC) == LETTER
    assert [len(row.split()) for row in CODE.splitlines()] == [3] * 8


@settings(deadline=None)
@given(st.dates(date(2020, 1, 1), date(2199, 1, 1)), st.integers(1, 255), st.binary(min_size=8, max_size=8),
       st.binary(min_size=8, max_size=8))
def test_every_letter_reads_back(issued: date, days: int, salt: bytes, mark: bytes) -> None:
    """Any day, any salt."""
    letter = replace(LETTER, issued_on=issued, valid_days=days, salt=salt, mark=mark)
    assert read(code_of(letter, signed), PUBLIC) == letter


@given(st.integers(0, 143), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_sign_names_its_row(place: int, sign: str) -> None:
    """So that one row is typed again and not eight."""
    signs = "".join(CODE.split())
    if signs[place] == sign:
        return
    with pytest.raises(Misread, match=f"row {place // 18 + 1}\\."):
        read(signs[:place] + sign + signs[place + 1:], PUBLIC)


@given(st.integers(0, 7), st.integers(0, 16))
def test_two_signs_that_changed_places_name_their_row(row: int, place: int) -> None:
    """Also with the check sign itself."""
    signs, at = "".join(CODE.split()), row * 18 + place
    swapped = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2:]
    if swapped == signs:
        return
    with pytest.raises(Misread):
        read(swapped, PUBLIC)


def test_another_key_or_another_content_is_not_signed() -> None:
    """A code re-made with another day keeps no signature."""
    with pytest.raises(NotSigned):
        read(CODE, bytes(SigningKey(b"\x02" * 32).verify_key))
    old = signed(b"")
    with pytest.raises(NotSigned):
        read(code_of(replace(LETTER, valid_days=255), lambda said: old), PUBLIC)


def test_it_holds_from_its_day_to_its_last_and_for_one_document() -> None:
    """On both edges; spaces and dashes of a number do not matter, another number does."""
    held = [LETTER.holds(day) for day in (date(2026, 10, 4), date(2026, 10, 5), date(2026, 11, 4), date(2026, 11, 5))]
    assert held == [False, True, True, False]
    assert LETTER.belongs_to("qm448210") and not LETTER.belongs_to("QM448211") and not LETTER.belongs_to("")


def test_nothing_of_the_person_is_in_the_code() -> None:
    """21 bytes beside the signature, eight of them chance and eight a slow mark: two letters share no more."""
    other = code_of(replace(LETTER, salt=b"otherone", mark=mark_of("QM448210", b"otherone")), signed)
    same = [mine == theirs for mine, theirs in zip("".join(CODE.split()), "".join(other.split()), strict=True)]
    assert sum(same[:8]) == 8 and sum(same) < 40


@pytest.mark.parametrize(("words", "exit_code", "told"), [
    ([*CODE.split(), "--document", "QM448210", "--on", "2026-10-20"], 0, "belongs to this document"),
    ([*CODE.split(), "--document", "QM448211", "--on", "2026-10-20"], 1, "does not belong"),
    ([*CODE.split(), "--on", "2026-10-20"], 1, "Give --document"),
    ([*CODE.split(), "--document", "QM448210", "--on", "2027-10-20"], 1, "not valid today"),
    (["ABC"], 2, "144 signs and 3 were typed")])
def test_the_command_says_it_off_line(words: list[str], exit_code: int, told: str,
                                      capsys: pytest.CaptureFixture[str]) -> None:
    """With the key given; no installation is asked."""
    assert main(["status-letter", "verify", *words, "--key", PUBLIC.hex()]) == exit_code
    assert told in capsys.readouterr().out
