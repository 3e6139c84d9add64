"""After the tables were brought up to date: what older versions kept in another way is put as this one reads it.

Migrations change the shape of tables. The rows beside a file, in which it is found, are made from its document by this
version's rules, so they are made anew; papers and readings that an older version kept in the open are sealed. A mark in
the home stands from before the first migration until all of it is done: whatever interrupts it, the next start goes on.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from article3.exchange import upgrading
from article3.register import attachments, restoring

MARK = "upgrading"


def expect() -> None:
    """Set the mark where tables with files in them are about to be brought up to date."""
    if "files" in settings.DATABASES or "register_file" not in connection.introspection.table_names():
        return
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        _mark().touch(mode=0o600)


def finish() -> int:
    """Do what is left to do where the mark stands; how many files were read."""
    if not _mark().exists():
        return 0
    attachments.seal_what_is_open()
    upgrading.seal_readings()
    count = restoring.rebuild()
    _mark().unlink()
    return count


def _mark() -> Path:
    return Path(settings.HOME) / MARK
