"""Files of communications: ours or the public notice service's, one by one, with flat memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from article3.intake.problems import Note, Unreadable
from article3.terms.communication import Communication, Reference


def read_path(
    path: Path, *, reference: Callable[[str], Reference]
) -> Iterator[tuple[str, Communication | Unreadable | Note]]:
    """Everything in a file or folder: (where, what was read). A bad document never stops the rest.

    `where` is `file.json`, `file.jsonl:3` or `page.json#/_embedded/notices/4`; `reference(where)` makes our
    reference. A Note says something about a whole file, such as a list page that holds less than its total.
    """
    raise NotImplementedError
    yield
