"""The process of `bench block`: seats, keys and items as in `bench recall`, then one block after another, each ordered
by the Commission's own process."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from article3.commands.bench import recall_run
from article3.commands.bench.processes import Installation, answers, free_port, until

PATIENCE_S = recall_run.PATIENCE_S
DELIVERY_S = 1800
"""For the items to reach everybody before anything is measured: bureaus times runs, on whatever machine."""
COMMISSION = "commission"


def main(bureaus: int, processes: int, runs: int, folder: Path) -> dict[str, Any]:
    """Everything measured; every process is ended."""
    from article3.commands.serve import prepare

    prepare()
    codes = [f"{number % 10}{chr(65 + number // 10)}" for number in range(bureaus)]
    address = f"http://127.0.0.1:{free_port()}"
    with ExitStack() as stack:
        shares = [codes[start::processes] for start in range(processes)]
        clients = [stack.enter_context(Installation(folder / f"bureaus-{n}", "article3.commands.bench.recall_bureaus",
                                                [address, *share])) for n, share in enumerate(shares)]  # fmt: skip
        recall_run._seat_everybody(codes, [json.loads(client.line()) for client in clients])
        home = Path(os.environ["ARTICLE3_HOME"])
        commission = stack.enter_context(_commission(folder / COMMISSION, home, address))
        port = address.rpartition(":")[2]
        stack.enter_context(Installation(home, "article3.project.cli", ["serve", "--port", port]))
        until(lambda: answers(address), PATIENCE_S)
        for client in clients:
            client.tell(recall_run._own_public())
        return {"bureaus": bureaus, "processes": processes, "runs": runs, **_measured(commission, codes, runs)}


def _commission(home: Path, files: Path, address: str) -> Installation:
    """The Commission in an installation of its own; its key is enrolled here."""
    from article3.line import enrolment

    wing = Installation(home, "article3.commands.bench.block_commission", [], ARTICLE3_SEAT=COMMISSION,
                        ARTICLE3_SECRETARIAT=address, ARTICLE3_FILES=str(files))  # fmt: skip
    enrolment.enrol(COMMISSION, json.loads(wing.line()), since=datetime.now(UTC) - timedelta(days=1))
    return wing


def _measured(commission: Installation, codes: list[str], runs: int) -> dict[str, Any]:
    items = [recall_run._send(codes)[0] for _ in range(runs)]
    until(lambda: all(_everywhere(item, codes) for item in items), DELIVERY_S, pause_s=2)
    commission.tell(json.dumps({"secretariat": recall_run._own_public(), "items": items}))
    assert json.loads(commission.line()) == "ready", "the Commission's process could not begin"
    handed, found = [], []
    for item in items:
        before = _version(item)
        began = time.monotonic()
        commission.tell(json.dumps(item))
        assert json.loads(commission.line()) == "ordered", "the block was not ordered"
        handed.append(time.monotonic() - began)
        until(lambda item=item, before=before: _version(item) > before and _everywhere(item, codes), PATIENCE_S)
        found.append(time.monotonic() - began)
    return {"median_s": round(statistics.median(found), 2), "worst_s": round(max(found), 2),
            "handed_median_s": round(statistics.median(handed), 3)}  # fmt: skip


def _version(item: str) -> int:
    """The newest word on the item: the block is one more."""
    from article3.line import propagation

    found = propagation.of(item)
    return found.version if found is not None else 0


def _everywhere(item: str, codes: list[str]) -> bool:
    """Every bureau has taken in the newest word on the item."""
    from article3.line import propagation

    found = propagation.of(item)
    return found is not None and found.taken_in == len(codes)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))))
