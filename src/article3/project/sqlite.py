"""Put the recent SQLite of `pysqlite3` in the place of Python's own, before Django looks for it.

Debian 12's SQLite (3.40.1) has a fault in resetting its write-ahead log that can corrupt a database.
"""

from __future__ import annotations

import sys

import pysqlite3
import pysqlite3.dbapi2

OLDEST = (3, 50, 0)
"""The oldest SQLite we run on."""


def use_recent_sqlite() -> None:
    """Called at the top of the settings, so in every entry: server, command, worker, test."""
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
    assert pysqlite3.sqlite_version_info >= OLDEST, f"SQLite {pysqlite3.sqlite_version} is too old"
