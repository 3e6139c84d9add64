"""The accepted foundation as it stood in a database, brought up to date by today's programs; run as a program.

`foundation.json` was recorded from that revision: its migrations, its rows, its keys and papers, of invented people.
"""

from __future__ import annotations

import base64
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

RECORDED = json.loads((Path(__file__).with_name("foundation.json")).read_text(encoding="utf-8"))
RED, WITHDRAWN, DIFFUSION = "a" * 32, "b" * 32, "c" * 32
NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def files_in_place(home: Path) -> None:
    """Keys and papers, before any setting is read."""
    for name, content in RECORDED["files"].items():
        (home / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        (home / name).write_bytes(base64.b64decode(content))
        (home / name).chmod(0o600)


def schema_and_rows() -> None:
    """The schema of then by the migrations of then, and every row of then."""
    from django.db import connection, transaction
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    told = {(app, name) for app, name in RECORDED["migrations"]}
    graph = executor.loader.graph
    executor.migrate([node for node in sorted(told) if not {c.key for c in graph.node_map[node].children} & told])
    with transaction.atomic(), connection.cursor() as cursor:
        for table, found in RECORDED["tables"].items():
            cursor.execute(f'DELETE FROM "{table}"')
            kinds = _kinds(cursor, table)
            marks = ", ".join(f"%s{kinds.get(column, '')}" for column in found["columns"])
            columns = ", ".join(f'"{column}"' for column in found["columns"])
            cursor.executemany(
                f'INSERT INTO "{table}" ({columns}) VALUES ({marks})',
                [[_value(value, kinds.get(c, "")) for c, value in zip(found["columns"], row, strict=True)]
                 for row in found["rows"]])  # fmt: skip


def _kinds(cursor: Any, table: str) -> dict[str, str]:
    """On PostgreSQL, what each column's value is cast to."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return {}
    cursor.execute("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s", [table])
    return {name: f"::{kind}" for name, kind in cursor.fetchall()}


def _value(value: Any, kind: str) -> Any:
    if isinstance(value, dict):
        return base64.b64decode(value["bytes"])
    return bool(value) if kind == "::boolean" and value is not None else value


def looked_over() -> dict[str, str]:
    """What doctor finds wrong, by the name of its check."""
    from article3.commands import doctor

    return {check.name: f"{check.said} {check.mend}" for check in doctor.look() if not check.right}


def backed_up() -> list[object]:
    """A backup by today's version before its first start: how many tables, and whether it left the schema alone."""
    from article3 import wiring
    from article3.wiring import copied_tables

    home, applied = os.environ["ARTICLE3_HOME"], copied_tables.applied("default")
    count = wiring.back_up(Path(f"{home}-data"), Path(f"{home}-keys"))
    return [count, applied == copied_tables.applied("default")]


def found_again() -> dict[str, Any]:
    """What people see of the foundation's rows through today's doors."""
    from article3 import wiring
    from article3.access.why import Why
    from article3.journal import pages
    from article3.register import attachments
    from tests.desk import bureau

    member = wiring.reader(bureau("XB"), Why.INCOMING, NOW)
    own = wiring.reader(bureau("XA"), Why.OWN_ITEM, NOW)
    paper = own.own_item(RED).communication.attachments[0]
    return {
        "reads": [member.published(item).communication.person.names[0].family for item in (RED, DIFFUSION)],
        "lists": sorted(row.reference[0] for row in member.incoming().rows),
        "searches": [row.reference[0] for row in member.search(wiring.Query(name="Quellomar")).rows],
        "ended": own.own_item(WITHDRAWN).row.status.value,
        "draft": [(row.title, row.form_json) for row in own.drafts()],
        "paper": attachments.read(paper.sha256).decode(),
        "after an order": _erased(),
        "faults": pages.faults(),
    }


def _erased() -> list[object]:
    """The withdrawn file is erased by order; the paper it shares with the live notice stays, and so does its name."""
    from article3 import wiring
    from article3.access.why import Why
    from article3.register import attachments
    from tests.desk import bureau

    wiring.erase_by_order(WITHDRAWN, "Decision 3 of the Commission", NOW)
    live = wiring.reader(bureau("XA"), Why.OWN_ITEM, NOW).own_item(RED).communication
    return [live.person.names[0].family, attachments.read(live.attachments[0].sha256).decode()]


def main() -> None:
    """Then, now, and what is seen."""
    files_in_place(Path(os.environ["ARTICLE3_HOME"]))
    import django

    django.setup()
    schema_and_rows()
    told: dict[str, Any] = {"wrong before": looked_over(), "backed up before": backed_up()}
    from article3.commands.serve import prepare

    prepare()
    told |= {"wrong after": looked_over()} | found_again()
    print(json.dumps(told))


if __name__ == "__main__":
    main()
