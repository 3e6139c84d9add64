"""What an installation finds wrong with itself, in words, and how to mend it: for `article3 doctor`.

Each check says whether it is right, what was found, and where it is wrong what to do. Nothing here names anybody.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from article3 import keyring
from article3.acts.ports import NotFound
from article3.exchange import keys
from article3.journal import heads, notes, pages
from article3.register import condition as desk
from article3.register import erasing
from article3.terms.finding import Refused
from article3.wiring.safekeeping import TAKEN
from article3.wiring.witnessing import remembered, unkept_pledges

Said = tuple[bool, str, str]
OLDEST_BACKUP = timedelta(hours=36)
MOST_BEHIND = timedelta(hours=24)
CLOCKS_APART = timedelta(seconds=2)
KEYS_TRIED = 50


def schema() -> Said:
    """Whether the tables are those this version works on."""
    owed = []
    for using in ("default", "commission"):
        executor = MigrationExecutor(connections[using])
        owed += executor.migration_plan(executor.loader.graph.leaf_nodes())
    mend = (
        "Take a backup with the version that wrote them, then start `article3 serve`: it brings the tables up to date."
    )
    return not owed, f"{len(owed)} changes of the schema are not applied" if owed else "all applied", mend


def clock() -> Said:
    """Whether this machine's clock runs behind what was written, or apart from the database server's."""
    now, last = timezone.now(), pages.last_at()
    mend = "Set the clock and keep it set (chrony or systemd-timesyncd): days and deadlines are read from it."
    if last is not None and last > now + CLOCKS_APART:
        return False, f"the newest entry of the journal is {_span(last - now)} in the future", mend
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            apart = abs(cursor.fetchone()[0] - timezone.now())
        if apart > CLOCKS_APART:
            return False, f"the database server's clock is {_span(apart)} off", mend
    return True, f"{now.astimezone(UTC):%Y-%m-%d %H:%M} UTC, not before anything that was written", mend


def keys_fit() -> Said:
    """Whether the keys here are those the data were written with; one that was lost is made anew and opens nothing."""
    mend = "Stop the installation and put the newest copy of the keys back into the home's `keys` folder."
    if "files" not in settings.DATABASES and not keyring.path().exists():  # looked for before it would be made anew
        kept = desk.condition(timezone.now())["files"]
        return not kept, f"the store of the keys of {kept} files is gone: content.sqlite3" if kept else "none yet", mend
    tried = (("content", keyring.fits(KEYS_TRIED)), ("content.sqlite3", not _files_without_key()),
             ("journal-heads", _signed()), ("exchange", _enrolled()))  # fmt: skip
    lost = [name for name, fits in tried if not fits]
    return not lost, f"these do not fit what lies here: {', '.join(lost)}" if lost else "they fit what lies here", mend


def witnesses() -> Said:
    """Whether heads are made and every witness has seen a recent one; at a bureau, whether it has."""
    newest, now = heads.newest(), timezone.now()
    if settings.SEAT:
        return _watching()
    if newest is None:
        return True, "no head was made yet", "Run `article3 serve`, or `article3 journal beat` every hour."
    if now - newest.at > MOST_BEHIND:
        return (False, f"the last head is {_span(now - newest.at)} old",
                "Keep `article3 serve` running, or run `article3 journal beat` every hour.")  # fmt: skip
    behind = [
        one.name
        for one in heads.witnesses()
        if one.until is None and newest.at - (one.seen_at or one.since) > MOST_BEHIND
    ]
    mend = "Ask who runs it: is its installation on the line, and does `article3 journal heads` refuse something there?"
    return not behind, f"behind by more than a day: {', '.join(behind)}" if behind else "none is behind", mend


def sealed_log() -> Said:
    """Whether the sealed files stand by what the witnessed heads of the last month say of their log."""
    mend = "Tell the custodian and the Commission, keep what lies there, bring the newest backup of it."
    if settings.SEALED_FOLDER is not None and not (settings.SEALED_FOLDER / "files.sqlite3").exists():
        return True, "nothing was ever kept under seal here", ""
    try:
        broken = unkept_pledges()
    except NotFound:
        return True, "this installation keeps no sealed files", ""
    except Refused as shut:
        return False, "the worker of the sealed files does not answer", f"Start `article3 serve`. {shut.because}"
    return not broken, "; ".join(broken[:3]) or "it stands by every head of the last month", mend


def backup() -> Said:
    """Whether a backup was taken lately."""
    mend = "Right after each head: `article3 backup FOLDER --keys OTHER` (deploy/article3-backup.timer does it)."
    try:
        taken = datetime.fromisoformat((Path(settings.HOME) / TAKEN).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return settings.DEMO, "none was ever taken", mend
    old = timezone.now() - taken
    return settings.DEMO or old <= OLDEST_BACKUP, f"the last was taken {_span(old)} ago", mend


def _files_without_key() -> bool:
    """In the Commission's own installation the files and their keys are the Secretariat's."""
    return "files" not in settings.DATABASES and bool(erasing.without_key(KEYS_TRIED))


def _signed() -> bool:
    newest = heads.newest()
    return newest is None or notes.read_note(bytes(newest.note)).by(heads.verifier()) is not None


def _enrolled() -> bool:
    """Our own key on the line is the one enrolled for our seat, where one is."""
    seat = settings.SEAT or keys.SECRETARIAT
    enrolled = keys.ever_of(seat)
    return not enrolled or keys.own_public(seat) in enrolled


def _watching() -> Said:
    mend = "Compare keys with the Secretariat, then `article3 journal watch KEY`."
    if not (Path(settings.HOME) / "witnesses" / "journal").exists():
        return True, "this installation witnesses no journal", mend
    seen = remembered(f"bureau-{settings.SEAT.partition(':')[2].lower()}")
    return bool(seen), "it remembers the Secretariat's head" if seen else "it has seen no head yet", mend


def _span(length: timedelta) -> str:
    hours = length.total_seconds() / 3600
    return (
        f"{hours / 24:.1f} days" if hours >= 48 else f"{hours:.1f} hours" if hours >= 1 else f"{hours * 60:.1f} minutes"
    )
