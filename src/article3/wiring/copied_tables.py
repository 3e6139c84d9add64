"""One database copied into one file as it was at one moment, while others write; and put back into an empty one.

SQLite gives an SQLite file without free pages. PostgreSQL gives a zip with one text of `COPY` a table; the schema is
not in it: it is made by the migrations the copy names, then filled, so that no program of the server is needed.
"""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from article3.terms.finding import Refused

_CONTENTS = "tables.json"
_MADE_BY_MIGRATING = "django_migrations"
_PIECE = 1 << 20


def engine(using: str) -> str:
    """`sqlite` or `postgresql`."""
    return str(connections[using].vendor)


def applied(using: str) -> list[list[str]]:
    """The migrations applied there, as pairs of app and name: the schema of the copy."""
    return sorted([app, name] for app, name in MigrationRecorder(connections[using]).applied_migrations())


def check_known(told: list[list[str]]) -> None:
    """Raises Refused where a copy was made under a schema this version does not know."""
    known = MigrationLoader(None).disk_migrations
    ours = {app for app, _ in known}
    newer = [f"{app}.{name}" for app, name in told if app in ours and (app, name) not in known]
    if newer:
        raise Refused(f"The backup was made by a newer article3 ({newer[0]} is not known here): install that version.")


def copy_out(using: str, target: Path, leave_out: Collection[str] = ()) -> int:
    """All tables of one moment into a fresh file, without the rows of those left out; how many tables."""
    if engine(using) == "sqlite":
        return _sqlite(Path(connections[using].settings_dict["NAME"]), target, leave_out)
    return _postgresql(using, target, leave_out)


def is_empty(using: str) -> bool:
    """Whether a PostgreSQL database has no table yet."""
    return not _tables(using)


def empty(using: str) -> None:
    """Drop every table of a PostgreSQL database: a restore that was cut off begins again."""
    names = ", ".join(f'"{name}"' for name in _tables(using))
    if names:
        with connections[using].cursor() as cursor:
            cursor.execute(f"DROP TABLE {names} CASCADE")


def copy_in(using: str, source: Path, told: list[list[str]]) -> None:
    """Make the tables of a copy anew in an empty PostgreSQL database and fill them, each constraint checked."""
    executor = MigrationExecutor(connections[using])
    executor.migrate(_last(executor.loader.graph, {(app, name) for app, name in told}))
    there = set(_tables(using))
    with zipfile.ZipFile(source) as copy, transaction.atomic(using=using), connections[using].cursor() as cursor:
        contents = json.loads(copy.read(_CONTENTS))
        tables = {name: columns for name, columns in contents["columns"].items() if name in there}
        for name in tables:  # a migration may have put rows there; the journal refuses TRUNCATE even when it is empty
            cursor.execute(f'DELETE FROM "{name}"')
        for name, columns in tables.items():
            with copy.open(name) as text, cursor.copy(f'COPY "{name}" ({columns}) FROM STDIN') as into:
                while piece := text.read(_PIECE):
                    into.write(piece)
        for name, last in contents["sequences"].items():
            cursor.execute("SELECT setval(%s::regclass, %s)", [f'"{name}"', last])


def _last(graph: Any, told: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """The migrations of a copy on which no other of its migrations stands: they bring all the rest with them."""
    known = told & graph.nodes.keys()
    return sorted(node for node in known if not {child.key for child in graph.node_map[node].children} & known)


def _postgresql(using: str, target: Path, leave_out: Collection[str]) -> int:
    names = [name for name in _tables(using) if name != _MADE_BY_MIGRATING]
    with (
        zipfile.ZipFile(target, "x", zipfile.ZIP_STORED) as copy,
        transaction.atomic(using=using),
        connections[using].cursor() as cursor,
    ):
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        columns = {name: _columns(cursor, name) for name in names if name not in leave_out}
        for name, which in columns.items():
            with copy.open(name, "w", force_zip64=True) as text:
                _written(cursor, f'COPY "{name}" ({which}) TO STDOUT', text)
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences "
                       "WHERE schemaname = current_schema() AND last_value IS NOT NULL")  # fmt: skip
        contents = {"columns": columns, "sequences": dict(cursor.fetchall())}
        copy.writestr(_CONTENTS, json.dumps(contents))
    target.chmod(0o600)
    return len(names)


def _written(cursor: Any, statement: str, text: Any) -> None:
    with cursor.copy(statement) as rows:
        for piece in rows:
            text.write(piece)


def _tables(using: str) -> list[str]:
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
        return [row[0] for row in cursor.fetchall()]


def _columns(cursor: Any, table: str) -> str:
    cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() "
                   "AND table_name = %s ORDER BY ordinal_position", [table])  # fmt: skip
    return ", ".join(f'"{row[0]}"' for row in cursor.fetchall())


def _sqlite(source: Path, target: Path, leave_out: Collection[str]) -> int:
    """One reading transaction of the source; writers go on meanwhile. Triggers come last: they would refuse."""
    plan, made = sqlite3.connect(source, timeout=20, isolation_level=None), Path(target)
    try:
        parts = plan.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
                             "AND name NOT LIKE 'sqlite_%'").fetchall()  # fmt: skip
        tables = [(name, sql) for kind, name, sql in parts if kind == "table"]
        _run(made, [sql for _, sql in tables])
        plan.execute("ATTACH DATABASE ? AS copy", (str(made),))
        plan.execute("BEGIN")
        for name, _ in tables:
            if name not in leave_out:
                plan.execute(f'INSERT INTO copy."{name}" SELECT * FROM main."{name}"')
        if plan.execute("SELECT 1 FROM main.sqlite_master WHERE name = 'sqlite_sequence'").fetchone():
            plan.execute("INSERT INTO copy.sqlite_sequence SELECT * FROM main.sqlite_sequence "
                         "WHERE name NOT IN (SELECT name FROM copy.sqlite_sequence)")  # fmt: skip
        plan.execute("COMMIT")
        plan.execute("DETACH DATABASE copy")
    finally:
        plan.close()
    _run(made, [sql for kind, _, sql in parts if kind in ("index", "trigger")])
    made.chmod(0o600)
    return len(tables)


def _run(database: Path, statements: list[str]) -> None:
    db = sqlite3.connect(database, isolation_level=None)
    try:
        for statement in statements:
            db.execute(statement)
    finally:
        db.close()
