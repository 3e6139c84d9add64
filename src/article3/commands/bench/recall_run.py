"""The Secretariat's process of `bench recall`: seats and keys, one item to everybody, its removal, the receipts."""

from __future__ import annotations

import json
import os
import secrets
import statistics
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from article3.commands.bench.processes import Installation, answers, free_port, same_tables, until

SOURCE = "ZZ"
PATIENCE_S = 240


def main(bureaus: int, processes: int, folder: Path) -> dict[str, Any]:
    """Everything measured; every process is ended."""
    from article3.commands.serve import prepare

    prepare()
    same_tables(*(folder / f"bureaus-{n}" for n in range(processes)))
    codes = [f"{number % 10}{chr(65 + number // 10)}" for number in range(bureaus)]  # no country has such a code
    address = f"http://127.0.0.1:{free_port()}"
    with ExitStack() as stack:
        shares = [codes[start::processes] for start in range(processes)]
        clients = [stack.enter_context(Installation(folder / f"bureaus-{n}", "article3.commands.bench.recall_bureaus",
                                                [address, *share])) for n, share in enumerate(shares)]  # fmt: skip
        _seat_everybody(codes, [json.loads(client.line()) for client in clients])
        port = address.rpartition(":")[2]
        home = Path(os.environ["ARTICLE3_HOME"])
        stack.enter_context(Installation(home, "article3.project.cli", ["serve", "--port", port]))
        until(lambda: answers(address), PATIENCE_S)
        for client in clients:
            client.tell(_own_public())
        return {"bureaus": bureaus, "processes": processes, **_measured(codes)}


def _measured(codes: list[str]) -> dict[str, Any]:
    from article3 import wiring
    from article3.acts.withdraw_notice import WithdrawNotice
    from article3.terms.reasons import WithdrawalCode

    reference, sitting = _send(codes)
    began = time.monotonic()
    until(lambda: _settled(codes, reference)[1], PATIENCE_S)
    delivered_s = time.monotonic() - began
    began = time.monotonic()
    wiring.perform(WithdrawNotice(reference=reference, code=WithdrawalCode.NO_LONGER_WANTED), sitting=sitting)
    until(lambda: _settled(codes, reference)[0], PATIENCE_S)
    recall_s = time.monotonic() - began
    after = _seconds_to_receipts(reference)
    bare = _bare_commits_per_s()
    per_s = 2 * len(codes) / recall_s  # an order out and a receipt back for each bureau
    return {
        "median_s": round(statistics.median(after), 2), "worst_s": round(max(after), 2),
        "missing": len(codes) - len(after), "delivered_in_s": round(delivered_s, 2), "total_s": round(recall_s, 2),
        "messages_per_s": round(per_s, 1), "bare_commits_per_s": round(bare), "ratio": round(per_s / bare, 4),
    }  # fmt: skip


def _send(codes: list[str]) -> tuple[str, Any]:
    """One invented diffusion to everybody."""
    from article3 import wiring
    from article3.acts.send_diffusion import SendDiffusion
    from article3.terms.communication import Aim, Channel, Communication, Level
    from article3.terms.sitting import MandateRole, Sitting

    sitting = Sitting(officer=secrets.token_hex(16), officer_name="", nationality=SOURCE, seat=f"bureau:{SOURCE}",
                      role=MandateRole.BUREAU_LEAD, clearance=Level.CONFIDENTIAL)  # fmt: skip
    reference = wiring.new_reference()
    sent = Communication(reference=reference, channel=Channel.DIFFUSION, source=SOURCE, aim=Aim.LOCATE,
                         recipients=tuple(codes), facts_summary="Robbery of a jeweller in Port Selen. " * 20)
    wiring.perform(SendDiffusion(communication=sent), sitting=sitting)
    return reference, sitting


def _settled(codes: list[str], reference: str) -> tuple[bool, bool]:
    """Whether everybody signed, and whether everybody has taken in the copy."""
    from article3.line import propagation

    found = propagation.of(reference)
    if found is None:  # the gateway has not looked at it yet
        return (False, False)
    return (found.recalled_at is not None and found.owing == 0, found.taken_in == len(codes))


def _seconds_to_receipts(reference: str) -> list[float]:
    from article3.line import propagation

    found = propagation.of(reference)
    return [(holder.settled_at - holder.owed_at).total_seconds() for holder in found.holders if holder.settled_at]


def _seat_everybody(codes: list[str], publics: list[dict[str, str]]) -> None:
    from article3.line import enrolment
    from article3.officers import roll

    since = datetime.now(UTC) - timedelta(days=1)
    roll.open_seat("secretariat", "Secretariat")
    for code in [SOURCE, *codes]:
        roll.open_seat(f"bureau:{code}", f"Bureau {code}")
    enrolment.enrol("secretariat", _own_public(), since=since)
    for share in publics:
        for seat, public in share.items():
            enrolment.enrol(seat, public, since=since)


def _own_public() -> str:
    from article3.line import enrolment

    return enrolment.own_public(enrolment.SECRETARIAT)


def _bare_commits_per_s(count: int = 400) -> float:
    """One row a commit, durable, on the same disk."""
    import pysqlite3.dbapi2 as sqlite

    path = Path(os.environ["ARTICLE3_HOME"]) / "bare.sqlite3"
    connection = sqlite.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row (n INTEGER);")
    began = time.monotonic()
    for number in range(count):
        connection.execute("INSERT INTO row VALUES (?)", (number,))
    return count / (time.monotonic() - began)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))))
