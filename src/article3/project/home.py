"""The folder that holds everything a running installation keeps, and the keys in it.

A key is made once. The home keeps the names of those it made (`keys-made`): one that is gone afterwards is lost, and a
new one in its place would open nothing, so nothing starts. While somebody only looks (`ARTICLE3_LOOKING`, set by
`article3 doctor`) nothing is made at all.
"""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from pathlib import Path

from nacl.signing import SigningKey

KEY_BYTES = 32
KEYS_MADE = "keys-made"
MAY_BE_MADE_ANEW = ("sessions",)
"""Everybody signs in again, and nothing else is lost."""


def home() -> Path:
    """`ARTICLE3_HOME`, by default `.article3` in the current folder; made if absent, for its owner only.

    Raises SystemExit with a sentence where it cannot be.
    """
    folder = Path(os.environ.get("ARTICLE3_HOME") or ".article3").absolute()
    if not looking():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as trouble:
            raise SystemExit(f"ARTICLE3_HOME is {folder}, which cannot be made ({trouble.strerror}): name a folder "
                             "this user may write to.") from None  # fmt: skip
    return folder


def looking() -> bool:
    """Whether this process only looks: it makes no folder, no key and no database."""
    return os.environ.get("ARTICLE3_LOOKING") == "1"


def key(name: str, of: Path | None = None) -> bytes:
    """The key of this installation, or of the one with that home: 32 bytes, made on first use, its owner's only.

    Raises SystemExit with what to do where it was lost, is damaged or cannot be read.
    """
    path = (of or home()) / "keys" / name
    try:
        if not path.exists():
            if looking():
                return secrets.token_bytes(KEY_BYTES)  # of this moment; that there is none is said by the look itself
            if of is not None:
                raise SystemExit(f"ARTICLE3_FILES is {of}, where there is no key: it must be the Secretariat's home.")
            _refuse_to_replace(path)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            _make(path)
            _remember(path.parent)
        found = path.read_bytes()
    except OSError as trouble:
        raise SystemExit(f"The key {path} cannot be used ({trouble.strerror}): run this as the user the home belongs "
                         "to, and look at the disk.") from None  # fmt: skip
    if len(found) != KEY_BYTES:
        raise SystemExit(f"The key {path} is damaged: it has {len(found)} bytes of {KEY_BYTES}. {_PUT_BACK}")
    return found


_PUT_BACK = "Put the newest copy of the keys back into that folder."


def _refuse_to_replace(path: Path) -> None:
    """Raises SystemExit for a key that this home made once and does not have any more."""
    made = path.parents[1] / KEYS_MADE
    if path.name not in MAY_BE_MADE_ANEW and made.exists() and path.name in made.read_text("utf-8").split():
        raise SystemExit(f"The key {path} is gone. {_PUT_BACK} Where there is none, what it opened is lost; a new one "
                         f"is made only after its line is taken out of {made}.")  # fmt: skip


def _remember(keys: Path) -> None:
    """The names of the keys there, whole at every moment."""
    names = sorted(path.name for path in keys.iterdir() if path.is_file() and path.stat().st_size == KEY_BYTES)
    with tempfile.NamedTemporaryFile("w", dir=keys.parent, delete=False) as fresh:
        fresh.write("".join(f"{name}\n" for name in names))
    Path(fresh.name).replace(keys.parent / KEYS_MADE)


def status_letter_key() -> bytes:
    """The public key status letters are checked with: `ARTICLE3_STATUS_KEY` (64 hexadecimal signs), or, where the
    Commission signs them itself, the one that belongs to its key. Raises SystemExit."""
    given = os.environ.get("ARTICLE3_STATUS_KEY", "")
    if given and not re.fullmatch(r"[0-9a-fA-F]{64}", given):
        raise SystemExit("ARTICLE3_STATUS_KEY must be 64 hexadecimal signs: `article3 status-letter key` prints it.")
    return bytes.fromhex(given) if given else bytes(SigningKey(key("status-letters")).verify_key)


def _make(path: Path) -> None:
    """Written beside and linked into place, so that two workers starting at once share one key."""
    with tempfile.NamedTemporaryFile(dir=path.parent) as fresh:  # mode 0600
        fresh.write(secrets.token_bytes(KEY_BYTES))
        fresh.flush()
        os.fsync(fresh.fileno())
        try:
            os.link(fresh.name, path)
        except FileExistsError:
            return


def is_demo() -> bool:
    """True only in a home marked by `article3 demo`, and only when that command set the variable."""
    return os.environ.get("ARTICLE3_DEMO") == "1" and (home() / "demo").exists()
