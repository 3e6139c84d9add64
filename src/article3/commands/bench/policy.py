"""A draft of rules against many files on record: seconds to the list of those that come out otherwise."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

SEED = 11
DRAFT = """title = "Three years instead of two"
since = 2027-07-01
[figures]
"red_notice.penalty_min_months" = 36
"red_notice.sentence_min_months" = 9
[provisions]
"LST-A-5" = "ends"
"""


def add_arguments(parser: Any) -> None:
    """How many files; processes and seed are the ones of `rulebook`."""
    parser.add_argument("--policy-records", type=int, default=100_000, metavar="N", help="files in all (100,000)")


def measured(args: Any) -> dict[str, Any]:
    """Files are made and written first; the clock runs from the first document read to the last flip."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    import django

    django.setup()
    from article3.wiring.policy_room import over

    with tempfile.TemporaryDirectory(prefix="article3-bench-") as folder:
        path = Path(folder) / "files.jsonl"
        records = _written(path, args.policy_records)
        began = time.perf_counter()
        looked = over(_documents(path), DRAFT, workers=args.workers)
        seconds = time.perf_counter() - began
    flips = [flip for _, flips in looked for flip in flips]
    return {"records": records, "workers": args.workers, "seconds": round(seconds, 2),
            "records_per_s": round(records / seconds, 1), "other_outcome": len(flips),
            "newly_hindered": sum(flip.newly_hindered for flip in flips),
            "newly_clear": sum(flip.newly_clear for flip in flips)}


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a person."""
    return (f"Policy: {figures['records']} files under a draft of three changes in {figures['seconds']} s on "
            f"{figures['workers']} processes ({figures['records_per_s']} a second)\n"
            f"  another outcome somewhere {figures['other_outcome']}, newly hindered {figures['newly_hindered']}, "
            f"newly clear {figures['newly_clear']}")


def _written(path: Path, count: int) -> int:
    import msgspec

    from article3.commands.bench.invented_files import REVIEWERS, files

    encode = msgspec.json.Encoder().encode
    made = 0
    with path.open("wb") as lines:
        for file in files(count, SEED, datetime(2026, 6, 1, tzinfo=UTC), REVIEWERS[0]):
            lines.write(encode(file) + b"\n")
            made += 1
    return made


def _documents(path: Path) -> Iterator[bytes]:
    with path.open("rb") as lines:
        yield from lines
