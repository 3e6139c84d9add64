"""What `deploy/` puts in place: units and an image that run our commands as nobody special, with no secret in them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from article3.project import given
from article3.project.cli import COMMANDS

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SERVICES = sorted(DEPLOY.glob("*.service"))
PROGRAM = "/opt/article3/.venv/bin/article3"
HARDENED = {"NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "UMask=0077",
            "CapabilityBoundingSet=", "SystemCallFilter=@system-service", "StateDirectoryMode=0700",
            "User=article3"}  # fmt: skip


@pytest.mark.parametrize("unit", SERVICES, ids=lambda path: path.stem)
class TestUnits:
    """Each service of ours."""

    def test_it_runs_commands_there_are(self, unit: Path) -> None:
        """By the program of the environment that root set up, which the service itself cannot change."""
        starts = [line for line in unit.read_text().splitlines() if line.startswith("ExecStart=")]
        assert starts and all(PROGRAM in line for line in starts)
        assert {re.search(rf"{PROGRAM} (\S+)", line)[1] for line in starts} <= set(COMMANDS)
        assert "/opt" not in "".join(line for line in unit.read_text().splitlines() if line.startswith("ReadWrite"))

    def test_it_is_nobody_special_and_sees_little(self, unit: Path) -> None:
        """A user of its own, no capability, a system it cannot write to."""
        assert set(unit.read_text().splitlines()) >= HARDENED

    def test_what_it_writes_outside_its_home_is_put_in_place_or_told(self, unit: Path) -> None:
        """A folder that is not there keeps a unit from starting."""
        told = (DEPLOY / "article3.tmpfiles").read_text() + (ROOT / "docs" / "operation.md").read_text()
        for line in unit.read_text().splitlines():
            if line.startswith("ReadWritePaths="):
                for place in line.partition("=")[2].split():
                    assert place in told or "textfile collector" in told


def test_every_timer_has_its_service_and_every_unit_is_told_of() -> None:
    """And nothing runs only because somebody remembers it: what a night and an hour need has a timer."""
    said = (ROOT / "docs" / "operation.md").read_text()
    timers = {path.stem for path in DEPLOY.glob("*.timer")}
    assert timers == {path.stem for path in SERVICES} - {"article3"}
    assert all(f"`{name}.timer`" in said for name in timers) and "`article3.service`" in said
    run = "".join(path.read_text() for path in SERVICES)
    assert all(f"{PROGRAM} {word}" in run for word in ("serve", "due", "erase", "backup", "metrics"))


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd's own reader is not here")
def test_systemd_reads_every_unit_without_a_complaint() -> None:
    """But that the program is not installed on this machine."""
    units = [str(path) for path in (*SERVICES, *DEPLOY.glob("*.timer"))]
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True)
    ours = [line for line in (done.stdout + done.stderr).splitlines() if "article3" in line]
    assert [line for line in ours if "is not executable" not in line] == []


def test_the_settings_given_as_an_example_are_settings() -> None:
    """Each by a name that is read, and without a real secret."""
    names = set(re.findall(r"^#?(ARTICLE3_\w+)=", (DEPLOY / "environment").read_text(), re.M))
    assert names and names <= set(given.NAMES)


class TestImage:
    """The container file, read as it would be built."""

    LINES = (DEPLOY / "Containerfile").read_text().replace("\\\n", " ").splitlines()

    def test_nothing_of_the_checkout_gets_in_that_was_not_named(self) -> None:
        """A checkout may hold a home with its keys, or an environment of another machine."""
        copied = [line.split()[1:] for line in self.LINES if line.startswith("COPY")]
        sources = {word for words in copied for word in words[:-1] if not word.startswith("--")}
        assert sources == {"start", "pyproject.toml", "LICENSE", "requirements", "src"}
        assert all((ROOT / source).exists() for source in sources)
        assert not any(word.startswith("ADD") for word in self.LINES)

    def test_it_runs_as_a_user_of_its_own_that_owns_its_volume(self) -> None:
        """What was not made before the user is changed belongs to root, and could not be written."""
        order = [line.split()[0] for line in self.LINES if line and not line.startswith("#")]
        user = self.LINES.index("USER article3")
        made = " ".join(self.LINES[:user])
        volume = next(line.split()[1] for line in self.LINES if line.startswith("VOLUME"))
        work = next(line.split()[1] for line in self.LINES if line.startswith("WORKDIR"))
        assert order.count("USER") == 1 and f"-o article3 -g article3 -m 0700 {volume}" in made and work in made

    def test_it_holds_no_secret_and_says_which_python(self) -> None:
        """Settings come when it is run."""
        told = [word for line in self.LINES if line.startswith("ENV") for word in line.split()[1:]]
        assert {word.partition("=")[0] for word in told} == {"ARTICLE3_HOME", "XDG_CACHE_HOME"}
        assert next(line for line in self.LINES if line.startswith("FROM")).endswith("python:3.11-slim-bookworm")
