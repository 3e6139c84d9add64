"""How content lies in the tables: sealed under the key of its file; what is left after an erasure lies bare."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable
from functools import partial

import msgspec

from article3 import keyring
from article3.lifecycle.case_file import CaseFile
from article3.register.columns import Heading
from article3.register.models import Draft

BODY, INSIDE, SHOWN, FORMER, FORM = "body", "inside", "shown", "former", "form"
_LEVEL = 3  # findings repeat themselves: a file of 30 kB is kept in 6
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(CaseFile).decode
_heading = msgspec.json.Decoder(Heading).decode
Seal = Callable[[str, bytes], bytes]
"""Seals one part of one record."""


def seal_of(file: CaseFile, its_key: bytes | None) -> Seal:
    """How the parts of this file are put away. A file without content says nothing of anybody and needs no key."""
    if file.deleted_on is not None:
        return lambda part, content: keyring.bare(content)
    assert its_key is not None, "a file with content has a key"
    return partial(keyring.sealed_with, its_key, file.reference)


def text(file: CaseFile) -> bytes:
    """The document as it is read back, byte for byte."""
    return _encode(file)


def packed(document: bytes) -> bytes:
    """The document as it is sealed."""
    return zlib.compress(document, _LEVEL)


def opened(body: bytes | memoryview) -> bytes:
    """The document of a row as text. Raises keyring.Erased."""
    return zlib.decompress(keyring.unseal(body, BODY))


def document(body: bytes | memoryview) -> CaseFile:
    """The document of a row as the record it was made from; its invariants are checked again on the way."""
    return _decode(opened(body))


def bare_document(body: bytes | memoryview) -> bytes:
    """The body of an emptied file, as it takes its place in older copies; asserts that nothing in it is sealed."""
    found = bytes(body)
    assert found == keyring.bare(keyring.unseal(found, BODY)), "only what is left after an erasure lies bare"
    return found


def heading(sealed: bytes | memoryview, part: str) -> Heading:
    """The heading of a row, for readers inside or for members."""
    return _heading(keyring.unseal(sealed, part))


def headings(of: Iterable[bytes | memoryview]) -> Callable[[bytes | memoryview, str], Heading]:
    """`heading` for the rows these parts are of: their keys are fetched in one step."""
    unseal = keyring.opener(of)
    return lambda sealed, part: _heading(unseal(sealed, part))


def sealed_form(draft: str, title: str, form_json: str) -> bytes:
    """An unsent form, title and all."""
    return keyring.seal(f"draft:{draft}", FORM, json.dumps([title, form_json]).encode())


def draft_form(row: Draft) -> tuple[str, str]:
    """Title and form of a draft's row."""
    title, form_json = json.loads(keyring.unseal(row.sealed, FORM))
    return title, form_json
