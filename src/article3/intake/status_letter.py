"""The signed code of a status letter: what a border officer checks without a line and learns nothing else from.

85 bytes: form (1), statement (1), day of issue (2: days since 2020-01-01), days valid (1), salt (8), mark of the
travel document (8), Ed25519 signature (64). Written in Crockford's 32 signs as eight rows of 18, the last sign of a
row checking it. No name, no number, no reference and no country is in it; the mark fits one document number only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

ROWS, ROW, GROUP = 8, 17, 6
SALT_BYTES = MARK_BYTES = 8
PREFIX = b"article3/status-letter/v1\n"
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_FIRST_DAY = date(2020, 1, 1)
_FORM = 1


class Statement(IntEnum):
    """What the Commission states; a closed list, and nothing about why."""

    DELETED_BY_ORDER = 1
    """What stood in the Organization's files about the holder was deleted by order of the Commission; a copy of it
    must not be acted on."""


class Misread(ValueError):
    """The code was not typed or scanned as it was printed; `rows` says which rows to type again, none: all of it."""

    def __init__(self, because: str, rows: tuple[int, ...] = ()) -> None:
        super().__init__(because)
        self.rows = rows


class NotSigned(ValueError):
    """The code does not carry the Commission's signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLetter:
    """What a code says: a statement, from which day until which, for the holder of one document."""

    statement: Statement
    issued_on: date
    valid_days: int
    salt: bytes
    mark: bytes

    @property
    def valid_until(self) -> date:
        """The last day."""
        return self.issued_on + timedelta(days=self.valid_days)

    def holds(self, on: date) -> bool:
        """It is neither from the future nor over."""
        return self.issued_on <= on <= self.valid_until

    def belongs_to(self, document_number: str) -> bool:
        """The document is the one the letter was made for."""
        return mark_of(document_number, self.salt) == self.mark


def mark_of(document_number: str, salt: bytes) -> bytes:
    """The mark of a document number; slow on purpose, so that numbers are not tried out by the million."""
    plain = "".join(sign for sign in document_number.upper() if sign.isalnum()).encode()
    return hashlib.scrypt(plain, salt=salt, n=2**14, r=8, p=1, dklen=MARK_BYTES)


def code_of(letter: StatusLetter, sign: Callable[[bytes], bytes]) -> str:
    """The code: eight rows of three groups of six signs. `sign` gives the 64 bytes of a signature."""
    said = _packed(letter)
    whole = said + sign(PREFIX + said)
    bits = int.from_bytes(whole, "big")
    signs = "".join(_SIGNS[bits >> 5 * place & 31] for place in reversed(range(ROWS * ROW)))
    rows = [signs[start:start + ROW] for start in range(0, len(signs), ROW)]
    return "\n".join(_grouped(row + _check(row)) for row in rows)


def read(typed: str, public_key: bytes) -> StatusLetter:
    """The letter behind a code. Raises Misread with the row to type again, NotSigned when nobody of ours signed it."""
    signs = "".join(typed.upper().translate(_READ_AS).split()).replace("-", "")
    strange = next((sign for sign in signs if sign not in _SIGNS), None)
    if strange:
        raise Misread(f"The sign {strange!r} is in no code. Type that group again.")
    if len(signs) != ROWS * (ROW + 1):
        raise Misread(f"The code has {ROWS * (ROW + 1)} signs and {len(signs)} were typed: eight rows of three groups.")
    rows = [signs[start:start + ROW + 1] for start in range(0, len(signs), ROW + 1)]
    wrong = tuple(number for number, row in enumerate(rows, 1) if _check(row[:-1]) != row[-1])
    if wrong:
        raise Misread(f"Type again: row {', '.join(map(str, wrong))}.", wrong)
    bits = sum(_SIGNS.index(sign) << 5 * place for place, sign in enumerate(reversed("".join(r[:-1] for r in rows))))
    whole = bits.to_bytes(ROWS * ROW * 5 // 8, "big")
    return _unpacked(_checked(whole, public_key))


def _checked(whole: bytes, public_key: bytes) -> bytes:
    said, signature = whole[:-64], whole[-64:]
    try:
        VerifyKey(public_key).verify(PREFIX + said, signature)
    except (BadSignatureError, ValueError):
        raise NotSigned("This code does not carry the Commission's signature.") from None
    return said


def _packed(letter: StatusLetter) -> bytes:
    days = (letter.issued_on - _FIRST_DAY).days
    assert len(letter.salt) == SALT_BYTES and len(letter.mark) == MARK_BYTES and 0 < letter.valid_days < 256
    return bytes([_FORM, letter.statement]) + days.to_bytes(2, "big") + bytes([letter.valid_days]) \
        + letter.salt + letter.mark


def _unpacked(said: bytes) -> StatusLetter:
    if said[0] != _FORM or said[1] not in list(Statement):
        raise NotSigned("This code is of a form this program does not know.")
    return StatusLetter(statement=Statement(said[1]), valid_days=said[4], salt=said[5:13], mark=said[13:21],
                        issued_on=_FIRST_DAY + timedelta(days=int.from_bytes(said[2:4], "big")))


def _check(row: str) -> str:
    """The sign that makes a row a multiple of the generator over GF(32): finds one wrong sign, two that swapped."""
    state = 0
    for sign in row:
        state = _doubled(state) ^ _SIGNS.index(sign)
    return _SIGNS[_doubled(state)]


def _doubled(value: int) -> int:
    """Times x in GF(32), by the polynomial x^5 + x^2 + 1."""
    return value << 1 ^ (0x25 if value & 16 else 0)


def _grouped(row: str) -> str:
    return " ".join(row[start:start + GROUP] for start in range(0, len(row), GROUP))
