"""`article3 demo`: an invented world of five bureaus, a Secretariat, a public and an oversight site, served here."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import time
from pathlib import Path

HOST, PORT = "127.0.0.1", 8000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Build only, or anew; where to serve."""
    parser.add_argument("--no-serve", action="store_true", help="build the world and stop")
    parser.add_argument("--reset", "--fresh", action="store_true", help="throw the demo's folder away and start again")
    parser.add_argument("--separate", action="store_true",
                        help="the Secretariat and each bureau as a process with a home of its own, on following ports")
    parser.add_argument("--port", type=int, default=PORT)


def run(chosen: argparse.Namespace) -> int:
    """Build the world once, print a sign-in for each seat, and serve it."""
    began = time.monotonic()
    home = Path(os.environ.get("ARTICLE3_HOME") or ".article3").absolute()
    if chosen.reset and (home / "demo").exists():
        shutil.rmtree(home)
    if home.exists() and not (home / "demo").exists() and any(home.iterdir()):
        print(f"{home} holds an installation that is no demo; set ARTICLE3_HOME to another folder.", file=sys.stderr)
        return 3
    if chosen.separate:
        from article3.commands.demo import separate

        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        (home / "demo").touch()
        return separate.run(home, chosen.port, serve=not chosen.no_serve)
    from article3.commands import serve

    serve.known_as(HOST, chosen.port)
    built = _build_once(home)
    _greet(home, chosen.port, time.monotonic() - began if built else None)
    sys.stdout.flush()
    if chosen.no_serve:
        return 0
    return serve.serve(HOST, chosen.port)


def _build_once(home: Path) -> bool:
    """True when it was built now; a world that was broken off half-way is thrown away and built anew."""
    mark = home / "demo"
    if mark.exists() and mark.read_text(encoding="utf-8") == "built":
        _boot(home)
        return False
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(mode=0o700, parents=True)
    mark.write_text("building", encoding="utf-8")
    _boot(home)
    from django.core.management import call_command
    from django.utils import timezone

    from article3.commands.demo import redress, tour
    from article3.commands.demo.build import build
    from article3.commands.demo.office import sign_ins

    print("Building the invented world ...", file=sys.stderr, flush=True)
    call_command("migrate", verbosity=0)
    call_command("migrate", database="commission", verbosity=0)
    office = build(timezone.now())
    links = [[one.seat, one.who, one.token] for one in sign_ins(office)]
    wing, codes = redress.build(timezone.now())
    links += redress.sign_ins(wing, codes)
    tour.draft_begun(office, timezone.now())
    codes.append(redress.begun(timezone.localdate()))
    (home / "receipt-codes.json").write_text(json.dumps(codes), encoding="utf-8")
    (home / "places.json").write_text(json.dumps(tour.places(office, codes)), encoding="utf-8")
    (home / "sign-ins.json").write_text(json.dumps(links, ensure_ascii=False), encoding="utf-8")
    mark.write_text("built", encoding="utf-8")
    return True


def _boot(home: Path) -> None:
    os.environ |= {
        "ARTICLE3_HOME": str(home),
        "ARTICLE3_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "article3.project.settings",
    }
    import django

    django.setup()


def _greet(home: Path, port: int, seconds: float | None) -> None:
    address = f"http://{HOST}:{port}"
    print(f"\n{'Built in ' + format(seconds, '.0f') + ' s. ' if seconds else ''}Everybody here is invented.\n")
    for seat, who, token in json.loads((home / "sign-ins.json").read_text(encoding="utf-8")):
        print(f"{seat:12} {who}\n             {address}/demo/enter/{token}/")
    print(f"\nguided tour  {address}/tour/\npublic site  {address}/public/\n\n"
          f"Open {address} in a browser. Each link signs one invented officer in.")
