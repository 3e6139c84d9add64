"""What `article3 doctor` sees in the home before any setting is read: nothing here is made, opened or changed."""

from __future__ import annotations

import os
from pathlib import Path

Said = tuple[bool, str, str]
KEY_BYTES = 32
KEYS_MADE = "keys-made"
"""In the home: the names of the keys it made, one a line (`project/home.py` writes it)."""
MAY_BE_MADE_ANEW = ("sessions",)


def home() -> Path:
    """Where the environment says the installation lies."""
    return Path(os.environ.get("ARTICLE3_HOME") or ".article3").absolute()


def is_installation(folder: Path) -> bool:
    """Whether somebody ever started here: there are keys, and a database in the home or an address of one."""
    in_the_home = (folder / "article3.sqlite3").exists()
    try:
        return (folder / "keys").is_dir() and (in_the_home or bool(os.environ.get("ARTICLE3_DATABASE_URL")))
    except OSError:
        return True  # it is there and this user may not look: that is said by the check


def look_at(folder: Path) -> Said:
    """Whose it is, who may read it, whether it can be written, and whether each key it made is still there."""
    try:
        return _looked(folder)
    except OSError as trouble:
        return (False, f"{folder}: {trouble.strerror}",
                "Run this as the user the installation runs as (systemd: `User=` of its unit).")  # fmt: skip


def _looked(folder: Path) -> Said:
    for problem in (_unfinished, _not_ours, _read_by_others, _keys_gone, _keys_damaged):
        found = problem(folder)
        if found is not None:
            return (False, *found)
    return True, f"{folder}, keys for its owner only", ""


def _unfinished(folder: Path) -> tuple[str, str] | None:
    if (folder / "restoring").exists():
        return "a backup is being restored here and was not seen to be whole", "Run `article3 restore` to its end."
    return None


def _not_ours(folder: Path) -> tuple[str, str] | None:
    """An act writes beside the database, so the folder itself must be writable, not only the files."""
    written = (folder, folder / "keys", *folder.glob("*.sqlite3*"), folder / "commission")
    shut = [path for path in written if path.exists() and not os.access(path, os.W_OK)]
    if not shut:
        return None
    mend = "Run as the user the home belongs to; `chown` what another user made; is the disk mounted read-only?"
    return f"this user cannot write {', '.join(map(str, shut))}", mend


def _read_by_others(folder: Path) -> tuple[str, str] | None:
    if folder.stat().st_mode & 0o077:
        return (f"{folder} is open to other users",
                f"chmod 700 {folder}, and ask who could have read what lies in it.")  # fmt: skip
    bare = ", ".join(sorted(path.name for path in (folder / "keys").iterdir() if path.stat().st_mode & 0o077))
    if not bare:
        return None
    return (f"keys readable by others: {bare}",
            f"chmod 600 on these in {folder}/keys, and ask who could have read them.")  # fmt: skip


def _keys_gone(folder: Path) -> tuple[str, str] | None:
    keys, made = folder / "keys", folder / KEYS_MADE
    names = made.read_text("utf-8").split() if made.exists() else ["journal"]
    gone = ", ".join(name for name in names if name not in MAY_BE_MADE_ANEW and not (keys / name).exists())
    if not gone:
        return None
    return (f"keys that this installation made are gone: {gone}",
            f"Do not start it. Put the newest copy of the keys back into {keys}.")  # fmt: skip


def _keys_damaged(folder: Path) -> tuple[str, str] | None:
    made = folder / KEYS_MADE
    names = made.read_text("utf-8").split() if made.exists() else []
    bad = ", ".join(name for name in names if (path := folder / "keys" / name).exists()
                    and path.stat().st_size != KEY_BYTES)  # fmt: skip
    return (f"keys that are damaged: {bad}", f"Put the newest copy of these back into {folder}/keys.") if bad else None
