"""The process that kills, in the Secretariat's home: starts everybody, kills at random, waits for quiet, counts."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from article3.commands.bench.kills_traffic import RECEIVERS, SOURCE
from article3.commands.bench.processes import Installation, answers, free_port, same_tables, until

TRAFFIC = "article3.commands.bench.kills_traffic"
QUIET_S = 180


class Heard:
    """An installation whose printed lines are acknowledgements; killed, started again, and heard on."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.lines: list[str] = []
        self._listen()

    def kill(self) -> None:
        """Kill it, keep what it had acknowledged, start it again."""
        self.end()
        self.installation.start()
        self._listen()

    def end(self) -> None:
        """Kill it for good; what it had acknowledged is heard."""
        self.installation.kill()
        self._ear.join()

    def _listen(self) -> None:
        stream = self.installation.process.stdout
        self._ear = threading.Thread(target=self._hear, args=(stream,), daemon=True)
        self._ear.start()

    def _hear(self, stream: Any) -> None:
        for line in stream:
            if line.endswith("\n"):
                self.lines.append(line.strip())


def main(folder: Path, kills: int, seed: int, databases: dict[str, str]) -> dict[str, Any]:
    """Everything found, in a form that is printed."""
    from article3.commands.serve import prepare

    prepare()
    if not any(databases.values()):
        same_tables(*(folder / code for code in (SOURCE, *RECEIVERS)))
    began = time.monotonic()
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    _introduce(folder, address, databases)
    with ExitStack() as stack:
        def started(code: str, module: str, *words: str) -> Heard:
            environment = _environment(code, address, databases)
            return Heard(stack.enter_context(Installation(folder / code, module, list(words), **environment)))

        server = started("secretariat", "article3.project.cli", "serve", "--port", str(port))
        until(lambda: answers(address), QUIET_S)
        clerk = started("secretariat", TRAFFIC, "withdraw")
        sender = started(SOURCE, TRAFFIC, "send", SOURCE)
        receivers = [started(code, TRAFFIC, "rounds", code) for code in RECEIVERS]
        everybody = [server, clerk, sender, *receivers]
        _kill(kills, random.Random(seed), everybody, sender)
        stopped = [" ".join(heard.installation.words) for heard in everybody if heard.installation.process.poll()]
        for traffic in (clerk, sender):
            traffic.end()
        stack.enter_context(Installation(folder / SOURCE, TRAFFIC, ["rounds", SOURCE],
                                         **_environment(SOURCE, address, databases)))  # fmt: skip
        sent, withdrawn = _references(sender), _references(clerk)
        until(lambda: answers(address) and _quiet(sent), QUIET_S, 1)
    found = _counted(folder, address, databases, sent, withdrawn)
    found["faults"] += [f"{words}: stopped by itself" for words in stopped]
    return {"sent": len(sent), "withdrawn": len(withdrawn), "seconds": round(time.monotonic() - began), **found}


def _kill(kills: int, chance: random.Random, victims: list[Heard], sender: Heard) -> None:
    """Each kill falls into traffic: something was sent since the last one, then at any instant of the next second."""
    for number in range(kills):
        before = len(sender.lines)
        until(lambda: len(sender.lines) > before, QUIET_S, 0.05)  # noqa: B023
        time.sleep(chance.random())
        chance.choice(victims).kill()
        if sys.stderr.isatty():
            print(f"\r{number + 1} of {kills} kills", end="", file=sys.stderr, flush=True)


def _references(heard: Heard) -> set[str]:
    return {line for line in heard.lines if len(line) == 32}


def _introduce(folder: Path, address: str, databases: dict[str, str]) -> None:
    from article3.line import enrolment
    from article3.officers import roll

    since = datetime.now(UTC) - timedelta(days=1)
    own = enrolment.own_public(enrolment.SECRETARIAT)
    enrolment.enrol(enrolment.SECRETARIAT, own, since=since)
    for code in (SOURCE, *RECEIVERS):
        roll.open_seat(f"bureau:{code}", f"Bureau {code}")
        public = _asked(folder, code, address, databases, "introduce", code, own)
        enrolment.enrol(f"bureau:{code}", public, since=since)


def _asked(folder: Path, code: str, address: str, databases: dict[str, str], *words: str) -> str:
    environment = {**os.environ, "ARTICLE3_HOME": str(folder / code), **_environment(code, address, databases)}
    told = subprocess.run([sys.executable, "-m", TRAFFIC, *words], env=environment, stdout=subprocess.PIPE,
                          check=True, text=True)  # fmt: skip
    return told.stdout.strip()


def _environment(code: str, address: str, databases: dict[str, str]) -> dict[str, str]:
    seat = "" if code == "secretariat" else f"bureau:{code}"
    return {"ARTICLE3_SEAT": seat, "ARTICLE3_SECRETARIAT": address, "ARTICLE3_DATABASE_URL": databases[code]}


def _quiet(sent: set[str]) -> bool:
    """Everything acknowledged has arrived here, everybody has taken in everything and signed for it."""
    from article3.line import propagation

    once = _journalled()
    found = {item: propagation.of(item) for item in sent}
    return all(
        one.taken_in == len(one.holders) and one.owing == 0 if one else _withdrawn_before_it_left(item, once)
        for item, one in found.items()
    )


def _journalled() -> Counter[tuple[str, str, str]]:
    """How often each effect stands in the Secretariat's journal."""
    from article3.journal import pages

    kinds = ("CommunicationReceived", "NoticeWithdrawn", "RemovalSigned")
    return Counter((line.what, line.reference, line.seat if line.what == "RemovalSigned" else "")
                   for line in pages.Pages().lines() if line.what in kinds)  # fmt: skip


def _withdrawn_before_it_left(item: str, once: Counter[tuple[str, str, str]]) -> bool:
    """It arrived, and its source withdrew it before the gateway had let it on: nobody ever held it."""
    return all(once[what, item, ""] for what in ("CommunicationReceived", "NoticeWithdrawn"))


def _counted(
    folder: Path, address: str, databases: dict[str, str], sent: set[str], withdrawn: set[str]
) -> dict[str, Any]:
    from article3.journal import pages
    from article3.line import propagation

    at_home = {code: json.loads(_asked(folder, code, address, databases, "census", code)) for code in RECEIVERS}
    lost: list[str] = []
    once = _journalled()
    for item in sorted(sent):
        found = propagation.of(item)
        if found is None:
            lost += [] if _withdrawn_before_it_left(item, once) else [f"{item} never arrived"]
            continue
        for code, census in at_home.items():
            place = "held" if found.recalled_at is None else "removed"
            if item not in census[place]:
                lost.append(f"{item} is not {place} at {code}")
    lost += [f"{item} was withdrawn and stands" for item in sorted(withdrawn)
             if (found := propagation.of(item)) is not None and found.recalled_at is None]  # fmt: skip
    lost += [f"{item}: its withdrawal is lost" for item in sorted(withdrawn) if not once["NoticeWithdrawn", item, ""]]
    doubled = [f"{what} of {item} {count} times" for (what, item, _), count in once.items() if count > 1]
    doubled += [line for census in at_home.values() for line in census["doubled"]]
    faults = pages.faults() + [fault for census in at_home.values() for fault in census["faults"]]
    return {"lost": lost, "doubled": doubled, "faults": faults}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), json.loads(sys.argv[4]))))
