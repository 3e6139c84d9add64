"""The index on disk: one file an array, mapped when it is opened, and the tokens as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from article3.screening.segment import Segment
from article3.screening.vocabulary import RESERVED, Vocabulary, Words

FORM = "article3 screening index 3"
"""First line of the tokens file; another form is not read."""


def write(folder: Path, vocabulary: Vocabulary, segment: Segment) -> None:
    """Write vocabulary and segment into a folder, which is made; the tokens file comes last and makes it whole."""
    folder.mkdir(parents=True, exist_ok=True)
    marker = folder / "tokens.txt"
    marker.unlink(missing_ok=True)
    for name, array in vocabulary.words._asdict().items():
        _save(folder / f"word-{name}.npy", array[: len(vocabulary)])
    for name, array in segment._asdict().items():
        _save(folder / f"part-{name}.npy", array)
    marker.write_text("\n".join([FORM, *vocabulary.texts]), encoding="utf-8")


def _save(path: Path, array: NDArray[Any]) -> None:
    """Beside first and then moved: a file that is mapped just now keeps its content."""
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        np.save(file, array)
    beside.replace(path)


def read(folder: Path, vocabulary: Vocabulary) -> Segment:
    """Fill an empty vocabulary and hand back the segment. ValueError when the folder holds no whole index."""
    try:
        form, *texts = (folder / "tokens.txt").read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as missing:
        raise ValueError(f"{folder} holds no whole screening index") from missing
    if form != FORM:
        raise ValueError(f"{folder} holds a screening index of another form: build it anew")
    vocabulary.words = Words(*(_mapped(folder / f"word-{name}.npy") for name in Words._fields))
    vocabulary.texts = texts
    vocabulary.numbers = {text: number for number, text in enumerate(texts, RESERVED)}
    return Segment(*(_mapped(folder / f"part-{name}.npy") for name in Segment._fields))


def _mapped(path: Path) -> NDArray[Any]:
    """Copied on write: a removal changes memory and not the file, until the index is saved again."""
    whole = np.load(path) if path.stat().st_size < 4_096 else np.load(path, mmap_mode="c")
    return np.asarray(whole)
