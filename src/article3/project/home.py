"""The folder that holds everything a running installation keeps, and the keys in it."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

from nacl.signing import SigningKey

KEY_BYTES = 32


def home() -> Path:
    """`ARTICLE3_HOME`, by default `.article3` in the current folder; made if absent, for its owner only."""
    folder = Path(os.environ.get("ARTICLE3_HOME") or ".article3").absolute()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def key(name: str, of: Path | None = None) -> bytes:
    """The key of this installation, or of the one with that home: 32 bytes, made on first use, its owner's only."""
    folder = (of or home()) / "keys"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / name
    if not path.exists():
        _make(path)
    found = path.read_bytes()
    assert len(found) == KEY_BYTES, f"the key {path} is damaged: {len(found)} bytes"
    return found


def status_letter_key() -> bytes:
    """The public key status letters are checked with: `ARTICLE3_STATUS_KEY` (64 hexadecimal signs), or, where the
    Commission signs them itself, the one that belongs to its key."""
    given = os.environ.get("ARTICLE3_STATUS_KEY", "")
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
