"""`article3 demo --separate`: Secretariat, Commission, five bureaus: processes with homes, databases, keys of theirs.

Nothing is shared but the line: every bureau pulls the whole invented past over HTTP when it is first served.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

HOST = "127.0.0.1"
SECRETARIAT, COMMISSION = "secretariat", "commission"


def run(home: Path, port: int, *, serve: bool) -> int:
    """Build what is not built, print the sign-ins of every seat, serve until stopped. 1 when one of them stops."""
    told = {SECRETARIAT: _built(home, SECRETARIAT, port)}
    own = told[SECRETARIAT]["key"]
    bureaus = [*(f"bureau:{code}" for code in _codes()), COMMISSION]
    told |= {seat: _built(home, seat, port, own) for seat in bureaus}
    _built(home, SECRETARIAT, port, *(f"{seat}={told[seat]['key']}" for seat in bureaus))
    for number, seat in enumerate(told):
        print(f"\n{seat}: http://{HOST}:{port + number}/   home {_home(home, seat)}")
        for who, token in told[seat]["links"]:
            print(f"  {who}\n  http://{HOST}:{port + number}/demo/enter/{token}/")
    sys.stdout.flush()
    return _serve(home, list(told), port) if serve else 0


def _serve(home: Path, seats: list[str], port: int) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # told to stop, it stops the others too
    with ExitStack() as stack:
        processes = []
        for number, seat in enumerate(seats):
            words = ["serve", "--port", str(port + number)]
            process = subprocess.Popen(
                [sys.executable, "-m", "article3.project.cli", *words], env=_environment(home, seat, port)
            )
            stack.callback(process.wait, 20)
            stack.callback(process.terminate)
            processes.append(process)
        try:
            while all(process.poll() is None for process in processes):
                time.sleep(1)
        except KeyboardInterrupt:
            return 0
    return 1


def _built(home: Path, seat: str, port: int, *words: str) -> dict[str, object]:
    """One seat built in a process of its own; its public key and sign-ins."""
    command = [sys.executable, "-m", "article3.commands.demo.separate", seat, *words]
    told = subprocess.run(command, env=_environment(home, seat, port), stdout=subprocess.PIPE, check=True, text=True)
    return dict(json.loads(told.stdout.splitlines()[-1]))


def _environment(home: Path, seat: str, port: int) -> dict[str, str]:
    own = "" if seat == SECRETARIAT else seat
    return {**os.environ, "ARTICLE3_HOME": str(_home(home, seat)), "ARTICLE3_DEMO": "1", "ARTICLE3_SEAT": own,
            "ARTICLE3_FILES": str(_home(home, SECRETARIAT)) if seat == COMMISSION else "",
            "ARTICLE3_SECRETARIAT": f"http://{HOST}:{port}", "ARTICLE3_DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "article3.project.settings"}  # fmt: skip


def _home(home: Path, seat: str) -> Path:
    return home / seat.replace(":", "-")


def _codes() -> list[str]:
    from article3.commands.demo.people import seats

    return sorted(seats())


# --- in the process of one seat


def build(seat: str, words: list[str]) -> None:
    """Build this seat's installation once, enrol the keys named, and print its own key and sign-ins."""
    home = Path(os.environ["ARTICLE3_HOME"])
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    mark = home / "demo"
    if not mark.exists():
        mark.write_text("building", encoding="utf-8")
    from article3.commands.serve import prepare

    prepare()
    if mark.read_text(encoding="utf-8") != "built":
        _furnish(seat, home)
        mark.write_text("built", encoding="utf-8")
    _enrol({SECRETARIAT: words[0]} if seat != SECRETARIAT else dict(word.split("=") for word in words))
    from article3.line import enrolment

    links = json.loads((home / "sign-ins.json").read_text(encoding="utf-8"))
    print(json.dumps({"key": enrolment.own_public(seat), "links": links}))


def _furnish(seat: str, home: Path) -> None:
    from django.utils import timezone

    from article3.commands.demo import build as world
    from article3.commands.demo.office import furnish, sign_ins

    print(f"Building {seat} ...", file=sys.stderr, flush=True)
    if seat == COMMISSION:
        from article3.commands.demo import redress

        links = [[who, token] for _, who, token in redress.sign_ins(*redress.build(timezone.now(), own_files=False))]
        (home / "sign-ins.json").write_text(json.dumps(links, ensure_ascii=False), encoding="utf-8")
        return
    office = furnish() if seat != SECRETARIAT else world.build(timezone.now(), seat_bureaus=False)
    own = [one for one in sign_ins(office) if (one.seat == seat) or (seat == SECRETARIAT and ":" not in one.seat)]
    links = [[one.who, one.token] for one in own]
    (home / "sign-ins.json").write_text(json.dumps(links, ensure_ascii=False), encoding="utf-8")


def _enrol(publics: dict[str, str]) -> None:
    from datetime import UTC, datetime

    from article3.line import enrolment

    known = {key.public for key in enrolment.enrolled()}
    for seat, public in publics.items():
        if public not in known:
            enrolment.enrol(seat, public, since=datetime.now(UTC))


if __name__ == "__main__":
    build(sys.argv[1], sys.argv[2:])
