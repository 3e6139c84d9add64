"""What `./start test` runs: style, types, import contracts, then every test on SQLite and on PostgreSQL.

Words after `test` go to pytest alone: `./start test tests/lifecycle -k suspension`.

Two streams at once, so that no core waits for the last test of one of them: the tests on SQLite, whose dots are seen,
and everything else, each step told in one piece when it is over. docs/tests.md says where the time goes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
CI = os.environ.get("CI") == "true"
PYTEST = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
WEATHER = [sys.executable, "-m", "article3.project.cli", "simulate", "delivery", "--seeds", "20"]
ON_BOTH_DATABASES = ["register", "at_home", "journal", "officers", "wiring", "sites", "journeys",
                     "commission/test_letter_box.py"]  # fmt: skip


class Step(NamedTuple):
    """One command and what it is called; `seen` is shown as it goes, the others when they are over."""

    name: str
    command: list[object]
    environment: dict[str, str] = {}
    seen: bool = False


def main(words: list[str]) -> int:
    """Run every step even when one fails; the exit code says whether all passed."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # some sixty processes would each compile everything anew
    if words:
        return subprocess.call([sys.executable, "-m", "pytest", *words], cwd=ROOT)
    _compile()
    with ThreadPoolExecutor(3) as streams:
        engine = streams.submit(_compile_engine)
        told = [streams.submit(stream, engine) for stream in (_on_sqlite, _beside)]
    failed = [name for stream in told for name in stream.result()]
    _say_what_the_letters_came_to()
    failed += _say_what_was_skipped()
    print(f"\n{'FAILED: ' + ', '.join(failed) if failed else 'All passed.'}")
    return 1 if failed else 0


def _compile() -> None:
    """Our own modules once, before four workers each do it."""
    subprocess.call([sys.executable, "-m", "compileall", "-q", "-j", "2", str(ROOT / "src"), str(ROOT / "tests")])


def _compile_engine() -> None:
    """What searches is compiled at its first question: once here, before four workers and their installations do."""
    subprocess.call([*PYTEST[:3], "-q", "-p", "no:cacheprovider", "tests/screening/test_index.py", "-k",
                     "document or writings or additions"], cwd=ROOT, stdout=subprocess.DEVNULL)  # fmt: skip


def _on_sqlite(engine: Future[None]) -> list[str]:
    """Every test there is, once the neighbours' own packages and the engine are here; names of what failed."""
    if CI and not _neighbours():
        print("\n!!! SKIPPED: tests with the neighbours' own clients and validators. !!!")
    engine.result()
    return _failed([Step("tests", [*PYTEST, "--durations=15"], seen=True)])


def _neighbours() -> bool:
    """In CI, install the neighbours' own packages; their tests skip where they are absent.

    They want a compiler and ICU's headers, so nobody else has to have them.
    """
    wanted = ["--quiet", "--require-hashes", "-r", str(ROOT / "requirements" / "neighbours.txt")]
    return subprocess.call([str(BIN / "uv"), "pip", "install", "--python", sys.executable, *wanted], cwd=ROOT) == 0


def _beside(engine: Future[None]) -> list[str]:
    """Style and contracts, the database tests once more on PostgreSQL, delivery in bad weather, types."""
    failed = _failed([Step("style", [BIN / "ruff", "check", "."]), Step("import contracts", [BIN / "lint-imports"])])
    engine.result()
    steps: list[Step] = []
    if _postgres_is_here():
        folders = [f"tests/{name}" for name in ON_BOTH_DATABASES if (ROOT / "tests" / name).exists()]
        apart = ["-m", "not processes and not browser and not one_database", "--durations=10"]  # choose it themselves
        steps.append(Step("tests on PostgreSQL", [*PYTEST, *apart, "-p", "no:cacheprovider", *folders],
                          {"ARTICLE3_TEST_POSTGRES": "1"}))  # fmt: skip
    steps += [Step("delivery in bad weather, 20 seeds", WEATHER), Step("types", [BIN / "mypy"])]
    return failed + _failed(steps)


def _failed(steps: list[Step]) -> list[str]:
    return [step.name for step in steps if not _passes(step)]


def _passes(step: Step) -> bool:
    began = time.monotonic()
    if step.seen:
        print(f"\n== {step.name}", flush=True)
    done = subprocess.run(
        [str(word) for word in step.command], cwd=ROOT, env={**os.environ, **step.environment}, text=True,
        stdout=None if step.seen else subprocess.PIPE, stderr=None if step.seen else subprocess.STDOUT,
    )  # fmt: skip
    said = "" if step.seen else f"\n== {step.name}\n{done.stdout}"
    verdict = "passed" if done.returncode == 0 else "FAILED"
    print(f"{said}== {step.name}: {verdict} in {time.monotonic() - began:.0f} s", flush=True)
    return done.returncode == 0


def _say_what_the_letters_came_to() -> None:
    """The verdict of the outside checker on every letter, where the letters are kept to be looked at."""
    verdict = Path(os.environ.get("ARTICLE3_LETTERS", "")) / "verdict.txt"
    if verdict.is_file():
        print(f"\n== letters, kept beside {verdict}\n{verdict.read_text(encoding='utf-8')}", flush=True)


def _say_what_was_skipped() -> list[str]:
    """Loudly, where a program is absent; in CI it is a failure."""
    here = {"PostgreSQL": _postgres_is_here(), "browser": Path("/usr/bin/chromium").exists()}
    package = {"PostgreSQL": "postgresql", "browser": "chromium"}
    for name in (name for name in here if not here[name]):
        print(f"\n!!! SKIPPED: {name} tests. Install Debian's {package[name]} to run them. !!!")
    return [f"{name} tests were skipped in CI" for name in here if CI and not here[name]]


def _postgres_is_here() -> bool:
    return bool(shutil.which("initdb") or sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
