"""One page after another, by key and never by number: no total, no gap tells what is not shown."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from article3.register import cursor as cursors
from article3.register.models import File

LARGEST_PAGE = 100


def newest(rows: QuerySet[File], cursor: str, size: int) -> tuple[list[Any], str | None]:
    """One page of files, the latest shown first."""
    return page(rows.order_by("-shown_at", "reference"), cursors.read_at(cursor), size, "-shown_at")


def page(rows: QuerySet[Any], after: tuple[Any, str] | None, size: int, key: str, then: str = "reference"
          ) -> tuple[list[Any], str | None]:  # fmt: skip
    """One page by key: the rows after the last one shown."""
    name, size = key.removeprefix("-"), max(1, min(size, LARGEST_PAGE))
    if after is not None:
        further = Q(**{f"{name}__lt" if key.startswith("-") else f"{name}__gt": after[0]})
        rows = rows.filter(further | Q(**{name: after[0], f"{then}__gt": after[1]}))
    found = list(rows[: size + 1])
    if len(found) <= size:
        return found, None
    last = found[size - 1]
    return found[:size], cursors.write(getattr(last, name), getattr(last, then))
