"""The web process's side of the sealed files: one question over a local socket, one answer. No key is known here."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from article3.acts.ports import NotFound
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

LARGEST_BYTES = 16 * 1024 * 1024
PATIENCE_S, STARTS_S = 20.0, 10.0
_LONGEST_PATH = 100
Answer = TypeVar("Answer")


class Shut(Exception):
    """Nobody answers at the door: whatever waits for the answer waits."""


def address(folder: Path) -> Path:
    """Where the door is: in the folder, or, where that path is too long for a socket, in this user's own place."""
    path = folder / "door"
    if len(str(path)) <= _LONGEST_PATH:
        return path
    short = hashlib.blake2b(str(folder).encode(), digest_size=8).hexdigest()
    return Path(f"/tmp/article3-{os.getuid()}-{short}/door")


def ask(
    folder: Path, question: str, kind: type[Answer], /, *, who: Sitting | None, at: datetime, **fields: Any
) -> Answer:
    """The answer as `kind`. Raises Refused and NotFound as the worker did, Shut when nobody answers."""
    asked = msgspec.json.encode({"question": question, "who": who, "at": at, "fields": fields})
    said = msgspec.json.decode(_carried(folder, asked))
    if "refused" in said:
        raise Refused(said["refused"], said["citation"])
    if "absent" in said:
        raise NotFound
    return msgspec.convert(said["answer"], kind)


def open_up(folder: Path) -> subprocess.Popen[bytes] | None:
    """Start a worker that leaves when this process does, and wait until it answers. None where one answers already.

    An installation whose keys are not this user's cannot: there the worker is started by whoever keeps them.
    """
    if _answers(folder):
        return None
    words = [sys.executable, "-m", "article3.sealed.worker", str(folder), "--parent", str(os.getpid())]
    child = subprocess.Popen(words, stdin=subprocess.DEVNULL)
    until = time.monotonic() + STARTS_S
    while not _answers(folder):
        if time.monotonic() > until:
            raise Shut("the worker of the sealed files does not start")
        time.sleep(0.02)
    return child


def send(line: socket.socket, content: bytes) -> None:
    """One message with its length before it."""
    line.sendall(len(content).to_bytes(4) + content)


def receive(line: socket.socket, most: int) -> bytes:
    """One message; raises Shut when it breaks off or is too long."""
    length = int.from_bytes(_exactly(line, 4))
    if length > most:
        raise Shut("too long a message at the door of the sealed files")
    return _exactly(line, length)


def _carried(folder: Path, asked: bytes) -> bytes:
    try:
        return _once(folder, asked)
    except (FileNotFoundError, ConnectionRefusedError):
        open_up(folder)
    except OSError as broken:
        raise Shut("the door of the sealed files is shut") from broken
    try:
        return _once(folder, asked)
    except OSError as broken:
        raise Shut("the door of the sealed files is shut") from broken


def _once(folder: Path, asked: bytes) -> bytes:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(PATIENCE_S)
        line.connect(str(address(folder)))
        send(line, asked)
        return receive(line, LARGEST_BYTES)


def _answers(folder: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        try:
            line.connect(str(address(folder)))
        except OSError:
            return False
        return True


def _exactly(line: socket.socket, count: int) -> bytes:
    found = bytearray()
    while len(found) < count:
        part = line.recv(min(count - len(found), 1 << 20))
        if not part:
            raise Shut("the line to the sealed files broke off")
        found += part
    return bytes(found)
