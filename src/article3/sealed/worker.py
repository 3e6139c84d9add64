"""The worker: `python -m article3.sealed.worker FOLDER` opens the sealed files and answers at a local door.

The only process that reads the keys. Its door opens to its own user only.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import socketserver
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from article3.sealed.door import LARGEST_BYTES, Shut, address, receive, send
from article3.sealed.office import Office


class Door(socketserver.ThreadingUnixStreamServer):
    """A socket only this user's processes can reach."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder)
        path = address(folder)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        super().__init__(str(path), _Visitor)
        path.chmod(0o600)

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor that hangs up is nobody's trouble; the kind of any other fault is said, never what it said."""
        kind = sys.exc_info()[0]
        if kind not in (Shut, BrokenPipeError, ConnectionResetError, TimeoutError):
            told = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "level": "ERROR",
                    "logger": "article3.sealed", "fault": kind.__name__ if kind else "fault"}  # fmt: skip
            print(json.dumps(told), file=sys.stderr, flush=True)


class _Visitor(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        self.request.settimeout(10)
        asked = msgspec.json.decode(receive(self.request, LARGEST_BYTES))
        assert isinstance(self.server, Door)
        send(self.request, msgspec.json.encode(self.server.office.answer(asked)))


def main(words: list[str] | None = None) -> int:
    """Serve until told to stop, or until the process that started us is gone."""
    parser = argparse.ArgumentParser(prog="article3.sealed.worker", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--parent", type=int)
    chosen = parser.parse_args(words)
    chosen.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (chosen.folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return 0  # another worker keeps these files
        with Door(chosen.folder) as door:
            if chosen.parent:
                threading.Thread(target=_leave_with, args=(door, chosen.parent), daemon=True).start()
            door.serve_forever()
            door.office.close()
    return 0


def _leave_with(door: Door, parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    door.shutdown()


if __name__ == "__main__":
    raise SystemExit(main())
