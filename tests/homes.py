"""Homes whose tables are made already: a process that starts on one has nothing to bring up to date.

Making them takes three seconds of a core, and a journey between installations needs half a dozen. Bringing up an empty
home is tested for itself (`tests/project/test_installation.py`, `tests/wiring/test_upgrade.py`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_MAKE = """import sys
from pathlib import Path
from article3.commands.bench.processes import same_tables
from article3.commands.serve import prepare
prepare()
same_tables(Path(sys.argv[1]))"""
_UNSET = ("ARTICLE3_SEAT", "ARTICLE3_DATABASE_URL", "ARTICLE3_COMMISSION_DATABASE_URL", "ARTICLE3_DEMO")


def begin(home: Path, factory: pytest.TempPathFactory) -> Path:
    """A new home with today's tables, empty: made once by each worker, then copied."""
    tables = factory.getbasetemp() / "tables"
    if not tables.exists():
        settings = {"DJANGO_SETTINGS_MODULE": "article3.project.settings", **dict.fromkeys(_UNSET, ""),
                    "ARTICLE3_HOME": str(factory.mktemp("made"))}  # fmt: skip
        subprocess.run([sys.executable, "-c", _MAKE, str(tables)], env={**os.environ, **settings}, check=True)
    shutil.copytree(tables, home)
    return home
