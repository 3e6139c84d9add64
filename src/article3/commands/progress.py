"""A count on the error stream, on a terminal only, once the work has taken two seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE_S = 2.0
"""How long a person waits without being told."""


@contextmanager
def progress(word: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """Hands out a function to call at each step; a script's error stream stays empty."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = Progress(SpinnerColumn(), TextColumn(word), MofNCompleteColumn(), TimeElapsedColumn(),
                   console=Console(stderr=True), transient=True)
    task, began = bar.add_task(word, total=total), time.monotonic()

    def step() -> None:
        if not bar.live.is_started and time.monotonic() - began > PATIENCE_S:
            bar.start()
        bar.advance(task)

    try:
        yield step
    finally:
        bar.stop()
