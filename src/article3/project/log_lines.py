"""The log, one JSON object a line, that names nobody: what we wrote ourselves, and of everything else only where.

Messages of libraries hold request lines, form fields and SQL. So their words are left out, whatever their level; kind
and place are kept. Our own loggers (`article3…`) log codes and references and are printed as they are.
"""

from __future__ import annotations

import json
import logging
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path

OURS = "article3"
MOST_FRAMES = 5


class Lines(logging.Formatter):
    """`{"at", "level", "logger", "said" or "where", "fault"}`."""

    def format(self, record: logging.LogRecord) -> str:
        """One line; the words of an exception are never in it, only its kind and its places in the program."""
        told = {"at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
                "level": record.levelname, "logger": record.name}  # fmt: skip
        if record.name.partition(".")[0] == OURS:
            told["said"] = record.getMessage()
        else:
            told["where"] = f"{Path(record.pathname).name}:{record.lineno}"
        if record.exc_info and record.exc_info[0]:
            told["fault"] = fault(record.exc_info[0], record.exc_info[2])
        return json.dumps(told, ensure_ascii=False)


def without_words() -> None:
    """A thread that breaks is told of as everything else is: Python's own way prints what the fault says."""

    def told(broken: threading.ExceptHookArgs) -> None:
        logging.getLogger(OURS).error("a thread broke: %s", fault(broken.exc_type, broken.exc_traceback))

    threading.excepthook = told


def fault(kind: type[BaseException] | None, trace: object) -> str:
    """The kind of a fault and the last lines of the program it came through."""
    frames = traceback.extract_tb(trace)[-MOST_FRAMES:]  # type: ignore[arg-type]
    places = " ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{kind.__name__ if kind else 'fault'} {places}"
