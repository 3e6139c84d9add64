"""A demo served on a free port for as long as somebody looks at it: by measuring commands and by the picture maker."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from article3.terms.finding import Refused

UP_WITHIN_S = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the demo lets in: their seat, what they are, and the token of their link."""

    seat: str
    role: str
    name: str
    token: str


def people(home: Path) -> list[Person]:
    """Everybody of a built demo. Refused when there is none at that home."""
    if not (home / "sign-ins.json").exists():
        raise Refused(f"There is no demo at {home}: build one with `ARTICLE3_HOME={home} article3 demo --no-serve`.")
    listed = json.loads((home / "sign-ins.json").read_text(encoding="utf-8"))
    return [_person(seat, who, token) for seat, who, token in listed]


def _person(seat: str, who: str, token: str) -> Person:
    name, _, rest = who.partition(" (")
    return Person(seat=seat, role=rest.partition(",")[0], name=name, token=token)


def receipt_codes(home: Path) -> list[str]:
    """The receipt codes of the invented applicants, the latest first."""
    kept = home / "receipt-codes.json"
    return list(json.loads(kept.read_text(encoding="utf-8"))) if kept.exists() else []


def built(home: Path) -> None:
    """See to it that a whole demo lies at that home: built now where there is none. Refused where the folder holds
    anything else, and where the building breaks off."""
    mark = home / "demo"
    if mark.exists() and mark.read_text(encoding="utf-8") == "built":
        return
    if not mark.exists() and home.exists() and any(home.iterdir()):
        raise Refused(
            f"{home} holds something that is no demo. Set ARTICLE3_HOME to a folder that is empty or does not "
            "exist yet, for example ARTICLE3_HOME=./demo-home: the demo is built there."
        )
    words = [sys.executable, "-m", "article3.project.cli", "demo", "--no-serve"]
    ended = subprocess.run(words, env=os.environ | {"ARTICLE3_HOME": str(home)}, stdout=subprocess.DEVNULL, check=False)
    if ended.returncode:
        raise Refused(
            f"The demo at {home} could not be built; run `ARTICLE3_HOME={home} article3 demo --no-serve` "
            "and read what it says."
        )


@contextmanager
def served(home: Path) -> Iterator[int]:
    """Serve the demo of this home; the port. Stopped on the way out."""
    port = _free_port()
    words = [sys.executable, "-m", "article3.project.cli", "demo", "--port", str(port)]
    child = subprocess.Popen(words, env=os.environ | {"ARTICLE3_HOME": str(home)}, stdout=subprocess.DEVNULL)
    try:
        _wait(child, port)
        yield port
    finally:
        child.terminate()
        child.wait(20)


def _free_port() -> int:
    with socket.socket() as knock:
        knock.bind(("127.0.0.1", 0))
        return int(knock.getsockname()[1])


def _wait(child: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + UP_WITHIN_S
    while child.poll() is None and time.monotonic() < until:
        with suppress(OSError):
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            line.request("GET", "/health")
            if line.getresponse().status == 200:
                return
        time.sleep(0.2)
    raise Refused("The demo does not answer; start it by hand with `article3 demo` and read what it says.")
