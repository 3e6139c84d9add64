"""Documents as PDF: a source text and its pictures in, the same bytes each time out."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import typst

_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""No hour of printing stands in a document: it would be another one each time."""


def pdf(source: str, pictures: Mapping[str, bytes]) -> bytes:
    """The printed document. Works without a network and leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="article3-print-") as folder:
        for name, content in pictures.items():
            (Path(folder) / name).write_bytes(content)
        main = Path(folder) / "main.typ"
        main.write_text(source, encoding="utf-8")
        return bytes(typst.compile(str(main), root=folder, format="pdf", timestamp=int(_ANY_DAY.timestamp())))
