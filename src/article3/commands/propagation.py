"""`article3 propagation [REFERENCE]`: who still owes the removal of a copy and since when; for whoever runs it all."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One item, or every removal that is not signed for."""
    parser.add_argument("reference", nargs="?", help="one item; without it, every removal somebody still owes")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(chosen: argparse.Namespace) -> int:
    """0 nothing is owed; 1 something is, or there is no such item."""
    from article3.commands.serve import prepare

    prepare()
    from article3.line import propagation

    one = propagation.of(chosen.reference) if chosen.reference else None
    found = propagation.unsigned() if not chosen.reference else (one,) if one else ()
    if chosen.reference and not found:
        print("No such item was ever delivered.")
        return 1
    told = [told_of(one) for one in found]
    print(json.dumps(told, indent=2) if chosen.format == "json" else "\n".join(_lines(told)))
    return int(any(one["owing"] for one in told))


def told_of(one: Any) -> dict[str, Any]:
    """Plain figures of one item: instants in UTC, the harm window in hours."""
    return {
        "item": one.item, "source": one.source, "version": one.version, "first_at": one.first_at.isoformat(),
        "recalled_at": one.recalled_at.isoformat() if one.recalled_at else None, "complete": one.complete,
        "owing": [holder.bureau for holder in one.holders if holder.owes],
        "harm_window_h": round(one.window(datetime.now(UTC)).total_seconds() / 3600, 2), "acted": one.acted,
        "holders": [{
            "bureau": holder.bureau, "since": holder.since.isoformat(), "taken_in": holder.taken_in,
            "owed_at": holder.owed_at.isoformat() if holder.owed_at else None,
            "signed_at": holder.settled_at.isoformat() if holder.settled_at else None,
            "answer": holder.answer.value if holder.answer else None, "done": holder.done, "chased": holder.steps,
            "escalated_at": holder.escalated_at.isoformat() if holder.escalated_at else None,
        } for holder in one.holders],
    }  # fmt: skip


def _lines(told: list[dict[str, Any]]) -> list[str]:
    lines = []
    for one in told:
        state = "complete" if one["complete"] else "open" if one["recalled_at"] else "stands"
        lines.append(f"{one['item']} from {one['source']}: {state}, harm window {one['harm_window_h']} h")
        for holder in one["holders"]:
            owes = holder["owed_at"] and not holder["signed_at"]
            owed = f"owes since {holder['owed_at']}{_chased(holder)}" if owes else ""
            signed = f"{holder['answer']} at {holder['signed_at']}" if holder["signed_at"] else ""
            lines.append(f"  {holder['bureau']}  has it since {holder['since']}  {owed or signed}  {holder['done']}")
    return lines or ["Every removal is signed for."]


def _chased(holder: dict[str, Any]) -> str:
    if holder["escalated_at"]:
        return f", before oversight since {holder['escalated_at']}"
    return f", reminded {holder['chased']} times" if holder["chased"] else ""
