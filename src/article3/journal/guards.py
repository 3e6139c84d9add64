"""The databases themselves refuse to change or remove an entry, whoever asks: also a program that is not ours."""

from __future__ import annotations

from typing import Any

_SQLITE = tuple(
    f"CREATE TRIGGER IF NOT EXISTS journal_no_{verb.lower()} BEFORE {verb} ON journal_entry "
    f"BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
    for verb in ("UPDATE", "DELETE")
)
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION journal_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the journal only grows'; END $$",
    "CREATE OR REPLACE TRIGGER journal_no_change BEFORE UPDATE OR DELETE ON journal_entry "
    "FOR EACH ROW EXECUTE FUNCTION journal_only_grows()",
    "CREATE OR REPLACE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION journal_only_grows()",
)
_THERE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal_entry'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'journal_entry'::regclass AND NOT tgisinternal "
    "AND tgenabled <> 'D'",
}
NAMES = {
    "sqlite": {"journal_no_update", "journal_no_delete"},
    "postgresql": {"journal_no_change", "journal_no_truncate"},
}


def stand(connection: Any) -> None:
    """Put the guards in place; done by the first migration, harmless when they stand already."""
    with connection.cursor() as cursor:
        for statement in _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL:
            cursor.execute(statement)


def standing(connection: Any) -> bool:
    """True when every guard is in place."""
    with connection.cursor() as cursor:
        cursor.execute(_THERE[connection.vendor])
        return {row[0] for row in cursor.fetchall()} >= NAMES[connection.vendor]
