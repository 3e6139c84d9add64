"""What an operator set in the environment, read with a sentence for whatever cannot be meant."""

from __future__ import annotations

import os
import re

NAMES = (
    "ARTICLE3_HOME", "ARTICLE3_SEAT", "ARTICLE3_SECRETARIAT", "ARTICLE3_FILES", "ARTICLE3_DATABASE_URL",
    "ARTICLE3_COMMISSION_DATABASE_URL", "ARTICLE3_HOSTS", "ARTICLE3_HTTPS", "ARTICLE3_PUBLIC_URL",
    "ARTICLE3_STATUS_KEY", "ARTICLE3_RESEARCH", "ARTICLE3_API_PER_MINUTE", "ARTICLE3_HOOKS_TO_LOOPBACK",
    "ARTICLE3_DEMO", "ARTICLE3_RESTORING", "ARTICLE3_LOOKING",
)  # fmt: skip
"""Every variable that is read; the last three are set by our own commands. docs/operation.md says what each means."""
_SEAT = re.compile(r"|commission|bureau:[A-Z0-9]{2,4}")


def seat() -> str:
    """`ARTICLE3_SEAT`: whose installation this is. Raises SystemExit for a seat that has none of its own."""
    found = os.environ.get("ARTICLE3_SEAT", "")
    if not _SEAT.fullmatch(found):
        raise SystemExit(f"ARTICLE3_SEAT is {found!r}: leave it out at the Secretariat, else bureau:XA or commission.")
    return found


def number(name: str, usual: int) -> int:
    """A whole number above nothing. Raises SystemExit."""
    found = os.environ.get(name) or str(usual)
    if not (found.isascii() and found.isdecimal() and int(found)):
        raise SystemExit(f"{name} is {found!r}: it must be a whole number above 0.")
    return int(found)


def address(name: str, usual: str) -> str:
    """An address of the web. Raises SystemExit."""
    found = os.environ.get(name) or usual
    if found and not re.match(r"https?://[^/\s]+", found):
        raise SystemExit(f"{name} is {found!r}: it must begin with http:// or https://.")
    return found


def hosts() -> list[str]:
    """`ARTICLE3_HOSTS`: the names served besides this machine's own. Raises SystemExit for what is none."""
    found = [each.strip() for each in os.environ.get("ARTICLE3_HOSTS", "").split(",") if each.strip()]
    bad = [each for each in found if not re.fullmatch(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\]", each)]
    if bad:
        raise SystemExit(f"ARTICLE3_HOSTS holds {bad[0]!r}: names of hosts, without http:// and port, between commas.")
    return found


def switch(name: str) -> bool:
    """On with 1, off without. Raises SystemExit for anything else: nobody should believe TLS is on when it is not."""
    found = os.environ.get(name, "")
    if found not in ("", "0", "1"):
        raise SystemExit(f"{name} is {found!r}: it must be 1, or left out.")
    return found == "1"
