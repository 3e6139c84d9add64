"""A bureau's own books as tables: its copies, the stones of removed ones, where copies went, what it owes in return."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from article3 import keyring
from article3.exchange import home, models, wire
from article3.exchange.canonical import Content, to_bytes
from article3.lifecycle.delivery import bureau as b
from article3.terms.communication import BureauCode
from article3.terms.delivery import CopyAnswer, Lane, Receipt, ToSecretariat

REPORT = "report"


class Books:
    """`BureauBooks` over the tables, inside one transaction. Events are written as they are decided."""

    def __init__(self, bureau: BureauCode, at: datetime) -> None:
        self.bureau, self._at = bureau, at
        self._intake = models.Intake.objects.select_for_update().filter(pk=bureau).first()
        self._intake = self._intake or models.Intake.objects.get_or_create(bureau=bureau)[0]
        self.kept: dict[str, b.Held | None] = {}
        self.letter = ""  # the item, when what is taken in is a letter to this bureau and no copy of a record
        self.texts: dict[str, dict[str, Content]] = {}
        """The text that goes with a report, by item: given before the report is decided."""

    # --- what decisions read

    def copy(self, item: str) -> b.Held | None:
        row = self._held().filter(item=item).first()
        return None if row is None else _held(row)

    def removed(self, item: str) -> bool:
        return models.Removed.objects.filter(bureau=self.bureau, item=item).exists()

    def last_taken_in(self, lane: Lane) -> int:
        return int(getattr(self._intake, lane.value))

    def last_reported(self) -> int:
        return self._intake.written

    def reached(self) -> int:
        return self._intake.reached

    def lapsing(self, at_s: int) -> Iterable[b.Held]:
        return [_held(row) for row in self._held().filter(lapsed=False, lease_until_s__lte=at_s)]

    def at_home(self, item: str) -> Collection[str]:
        return home.unanswered(self.bureau, item)

    def unsigned(self, item: str) -> b.Removal | None:
        row = models.Removed.objects.filter(bureau=self.bureau, item=item, signed_at=None).first()
        return None if row is None else b.Removal(item, row.order, CopyAnswer(row.answer))

    # --- keeping them

    def carry_out(self, events: Iterable[b.BureauEvent]) -> None:
        """Write each event as it is decided."""
        for event in events:
            self._apply(event)
        self._intake.save()

    def next_pull(self) -> int:
        """A number no pull of this bureau had before."""
        self._intake.pulls += 1
        self._intake.last_round_at = self._at
        self._intake.save()
        return self._intake.pulls

    def pulls_reached(self, number: int) -> None:
        """The Secretariat has seen pulls up to a number: after a restored backup ours may be behind."""
        self._intake.pulls = max(self._intake.pulls, number)
        self._intake.save()

    def unreached(self, limit: int, most_bytes: int) -> list[tuple[int, bytes]]:
        """The messages the Secretariat has not confirmed, oldest first, as many as fit."""
        rows = models.Report.objects.filter(bureau=self.bureau, number__gt=self._intake.reached).order_by("number")
        found: list[tuple[int, bytes]] = []
        for row in rows[:limit]:
            content = keyring.unseal(row.content, REPORT)
            most_bytes -= len(content)
            if found and most_bytes < 0:
                break
            found.append((row.number, content))
        return found

    def _held(self):  # type: ignore[no-untyped-def]
        return models.Held.objects.filter(bureau=self.bureau)

    def _apply(self, event: b.BureauEvent) -> None:
        match event:
            case b.CopyKept(copy=copy):
                values = {"version": copy.version, "digest": copy.digest, "reviewed": copy.reviewed,
                          "lease_until_s": copy.lease_until_s, "lapsed": copy.lapsed,
                          "acted_on": copy.acted_on, "letter": copy.item == self.letter}  # fmt: skip
                self._held().update_or_create(
                    bureau=self.bureau, item=copy.item, defaults=values,
                    create_defaults=values | {"taken_in_at": self._at},
                )  # fmt: skip
                self.kept[copy.item] = copy
            case b.CopyRemoved(item=item, order=order):
                self._lay_stone(item, order)
                self.kept[item] = None
            case b.TakenIn(lane=lane, number=number):
                setattr(self._intake, lane.value, number)
            case b.Reported(number=number, payload=payload):
                self._intake.written = number
                self._report(number, payload)
            case b.ReportsReached(number=number):
                self._intake.reached = number
                models.Report.objects.filter(bureau=self.bureau, number__lte=number).delete()

    def _lay_stone(self, item: str, order: str) -> None:
        held = self.copy(item)
        answer = CopyAnswer.NEVER_HAD
        if held is not None:
            answer = CopyAnswer.ACTED_BEFORE if held.acted_on else CopyAnswer.PURGED
        self._held().filter(item=item).delete()
        models.Removed.objects.create(
            bureau=self.bureau, item=item, order=order, answer=answer.value, removed_at=self._at
        )

    def _report(self, number: int, payload: ToSecretariat) -> None:
        if isinstance(payload, Receipt) and not payload.done:
            payload = replace(payload, done="; ".join(home.used(self.bureau, payload.item)))
        content = to_bytes(wire.report(number, payload, self.texts.get(payload.item)))
        sealed = keyring.seal(payload.item, REPORT, content)
        models.Report.objects.create(bureau=self.bureau, number=number, content=sealed, written_at=self._at)
        if isinstance(payload, Receipt):
            signed = models.Removed.objects.filter(bureau=self.bureau, item=payload.item, order=payload.order)
            signed.update(answer=payload.answer.value, signed_at=self._at)


def keep_turned_back(bureau: BureauCode, item: str, told: list[dict[str, Any]]) -> None:
    """What of ours about an item had no effect at the Secretariat, and why."""
    rows = [models.TurnedBack(bureau=bureau, item=item, number=each["number"], because=each["because"],
                              at=datetime.fromtimestamp(each["at_s"], UTC)) for each in told]  # fmt: skip
    models.TurnedBack.objects.bulk_create(rows, ignore_conflicts=True)


def _held(row: models.Held) -> b.Held:
    return b.Held(
        row.item, row.version, row.digest, row.reviewed, row.lease_until_s, lapsed=row.lapsed, acted_on=row.acted_on
    )
