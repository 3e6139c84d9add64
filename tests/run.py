"""What `./start test` runs: style, types, import contracts, then every test on SQLite and on PostgreSQL.

Words after `test` go to pytest alone: `./start test tests/lifecycle -k suspension`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
CI = os.environ.get("CI") == "true"
WEATHER = ["simulate", "delivery", "--seeds", "20"]
AT_ONCE = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
ON_BOTH_DATABASES = ["register", "at_home", "journal", "officers", "wiring", "sites", "journeys",
                     "commission/test_letter_box.py"]


def main(words: list[str]) -> int:
    """Run every step even when one fails; the exit code says whether all passed."""
    if words:
        return subprocess.call([sys.executable, "-m", "pytest", *words], cwd=ROOT)
    browser = Path("/usr/bin/chromium").exists()
    meanwhile = [
        ("style", [BIN / "ruff", "check", "."]),
        ("import contracts", [BIN / "lint-imports"]),
        ("delivery in bad weather, 20 seeds", [sys.executable, "-m", "article3.project.cli", *WEATHER]),
    ]
    steps = [
        ("types", [BIN / "mypy"]),
        ("tests", [sys.executable, "-m", "pytest", *AT_ONCE, "--durations=15"]),
    ]
    fetching = _fetch_neighbours()
    failed = [name for name, command in meanwhile if not _passes(name, command)]
    if fetching is not None and fetching.wait():
        print("\n!!! SKIPPED: tests with the neighbours' own clients and validators. !!!")
    failed += [name for name, command in steps if not _passes(name, command)]
    _say_what_the_letters_came_to()
    failed += _postgres()
    if not browser:
        print("\n!!! SKIPPED: browser tests (no /usr/bin/chromium). Install Debian's chromium to run them. !!!")
        failed += ["browser tests were skipped in CI"] if CI else []
    print(f"\n{'FAILED: ' + ', '.join(failed) if failed else 'All passed.'}")
    return 1 if failed else 0


def _say_what_the_letters_came_to() -> None:
    """The verdict of the outside checker on every letter, where the letters are kept to be looked at."""
    verdict = Path(os.environ.get("ARTICLE3_LETTERS", "")) / "verdict.txt"
    if verdict.is_file():
        print(f"\n== letters, kept beside {verdict}\n{verdict.read_text(encoding='utf-8')}", flush=True)


def _fetch_neighbours() -> subprocess.Popen[bytes] | None:
    """In CI, begin to install the neighbours' own packages; their tests skip where they are absent.

    They want a compiler and ICU's headers, so nobody else has to have them. Other steps run meanwhile.
    """
    wanted = ["--quiet", "--require-hashes", "-r", str(ROOT / "requirements" / "neighbours.txt")]
    command = [str(BIN / "uv"), "pip", "install", "--python", sys.executable, *wanted]
    return subprocess.Popen(command, cwd=ROOT) if CI else None


def _postgres() -> list[str]:
    """The database tests once more on PostgreSQL; skipped loudly where there is no server, never in CI."""
    if not _postgres_is_here():
        print("\n!!! SKIPPED: PostgreSQL tests (no server found). Install Debian's postgresql to run them. !!!")
        return ["PostgreSQL tests were skipped in CI"] if CI else []
    folders = [f"tests/{name}" for name in ON_BOTH_DATABASES if (ROOT / "tests" / name).exists()]
    apart = ["-m", "not processes and not browser", "--durations=10"]  # these choose their database themselves
    command = [sys.executable, "-m", "pytest", *AT_ONCE, *apart, *folders]
    passed = _passes("tests on PostgreSQL", command, {**os.environ, "ARTICLE3_TEST_POSTGRES": "1"})
    return [] if passed else ["tests on PostgreSQL"]


def _postgres_is_here() -> bool:
    return bool(shutil.which("initdb") or sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def _passes(name: str, command: list[object], environment: dict[str, str] | None = None) -> bool:
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    code = subprocess.call([str(word) for word in command], cwd=ROOT, env=environment)
    print(f"== {name}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
