"""Reading what strangers wrote, in a process of its own: one that hangs or dies takes only its paper with it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import msgspec

from article3.research.leaf import Answer, Unreadable
from article3.research.parsing import Asked, Told

PATIENCE_S = 30
LARGEST_BYTES = 20 * 1024 * 1024
_KEPT = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "VIRTUAL_ENV")


class ReadingRoom:
    """A process that parses, started at the first paper and again after a death. Close it, or use it as a context."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> ReadingRoom:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """The process ends."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def read(self, content: bytes, *, kind: str = "", address: str = "", charset: str = "") -> Answer:
        """The texts in an answer or a paper; `kind` empty: by its first bytes. Raises Unreadable."""
        if not content:
            raise Unreadable("The file is empty.")
        if len(content) > LARGEST_BYTES:
            raise Unreadable(f"The file is larger than {LARGEST_BYTES // 1024 // 1024} MB.")
        asked = Asked(kind=kind, size=len(content), address=address, charset=charset)
        line = self._asked(msgspec.json.encode(asked) + b"\n" + content)
        if not line.endswith(b"\n"):
            self.close()
            raise Unreadable("Reading it took too long or broke the reader: it was given up.")
        told = msgspec.json.decode(line, type=Told)
        if told.answer is None:
            raise Unreadable(told.problem)
        return told.answer

    def _asked(self, question: bytes) -> bytes:
        """One line of answer; less when the process died or was ended for its slowness."""
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        stop = threading.Timer(self._patience_s, process.kill)
        stop.start()
        try:
            process.stdin.write(question)
            process.stdin.flush()
            return process.stdout.readline()
        except OSError:
            return b""
        finally:
            stop.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            command = [sys.executable, "-m", "article3.research.parsing"]
            around = {name: os.environ[name] for name in _KEPT if name in os.environ}  # none of our settings or keys
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=around
            )
        return self._process
