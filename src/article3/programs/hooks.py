"""Hooks of bureaus and the calls owed to them: what is owed, whose turn it is, how a call ended."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F

from article3.programs.models import Call, Hook
from article3.terms.communication import BureauCode

WAITS = tuple(timedelta(seconds=each) for each in (5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400))
"""How long after each failed try the next one comes; after the last nothing more is tried (a day and a half in all)."""
LEASE = timedelta(minutes=2)
OVERLAP = timedelta(days=1)
"""How long the secret before the newest goes on signing."""
MOST_HOOKS, MOST_A_TURN, SHOWN = 10, 20, 50
TEST = "test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What a call tells: a message reached the bureau. Its content is fetched by who is called."""

    number: int
    kind: str
    reference: str
    at: datetime


def of(bureau: BureauCode) -> tuple[Hook, ...]:
    """A bureau's live hooks, the oldest first."""
    return tuple(Hook.objects.filter(bureau=bureau, ended_at=None).order_by("made_at", "id"))


def one(bureau: BureauCode, hook: str) -> Hook | None:
    """One live hook of a bureau."""
    return Hook.objects.filter(bureau=bureau, pk=hook, ended_at=None).first()


def live() -> tuple[Hook, ...]:
    """Every live hook."""
    return tuple(Hook.objects.filter(ended_at=None).order_by("id"))


def make(bureau: BureauCode, url: str, kinds: Iterable[str], *, seen: int, at: datetime) -> Hook:
    """A new hook that hears of messages after `seen`."""
    return Hook.objects.create(id=secrets.token_hex(16), bureau=bureau, url=url, kinds=sorted(kinds), seen=seen,
                               made_at=at)  # fmt: skip


def turn(hook: Hook, at: datetime) -> None:
    """Its next secret."""
    Hook.objects.filter(pk=hook.pk).update(generation=F("generation") + 1, turned_at=at)


def end(hook: Hook, at: datetime) -> None:
    """No call any more, those owed included."""
    Hook.objects.filter(pk=hook.pk).update(ended_at=at)
    hook.calls.filter(next_at__isnull=False).update(next_at=None, said="ended")


def generations(hook: Hook, at: datetime) -> tuple[int, ...]:
    """Whose secrets sign now, the newest first."""
    both = hook.turned_at is not None and at < hook.turned_at + OVERLAP
    return (hook.generation, hook.generation - 1) if both else (hook.generation,)


def owe(hook: Hook, happened: Iterable[Happened], upto: int) -> None:
    """Owe the hook a call for each, once; it has heard of everything up to a number."""
    rows = [Call(id=f"msg_{hook.pk}_{each.number}"[:40], hook=hook, number=each.number, kind=each.kind,
                 reference=each.reference, at=each.at, next_at=each.at)
            for each in happened if not hook.kinds or each.kind in hook.kinds]  # fmt: skip
    Call.objects.bulk_create(rows, ignore_conflicts=True)
    Hook.objects.filter(pk=hook.pk, seen__lt=upto).update(seen=upto)


def owe_test(hook: Hook, at: datetime) -> Call:
    """A call that tells of nothing."""
    return Call.objects.create(id=f"msg_{secrets.token_hex(12)}", hook=hook, kind=TEST, at=at, next_at=at)


def again(hook: Hook, call: str, at: datetime) -> Call | None:
    """Owe a past call once more, under its own id, from the first try on."""
    Call.objects.filter(pk=call, hook=hook).update(next_at=at, tries=0, done_at=None, said="", status=0)
    return Call.objects.filter(pk=call, hook=hook).first()


def past(hook: Hook) -> tuple[Call, ...]:
    """The newest calls of a hook."""
    return tuple(hook.calls.order_by("-at", "-number", "id")[:SHOWN])


def due(hook: Hook, at: datetime) -> tuple[Call, ...]:
    """Calls whose turn has come, in order."""
    return tuple(hook.calls.filter(next_at__lte=at).order_by("next_at", "number")[:MOST_A_TURN])


def claim(call: Call, at: datetime) -> bool:
    """Take a call for one try; False when somebody else has it."""
    return bool(Call.objects.filter(pk=call.pk, next_at=call.next_at).update(next_at=at + LEASE, tries=F("tries") + 1))


def tried(call: Call, at: datetime, status: int, said: str = "") -> bool:
    """Write down how a try ended; True when it was taken (2xx)."""
    taken = 200 <= status < 300
    tries = call.tries + 1
    next_at = None if taken or call.kind == TEST or tries > len(WAITS) else at + WAITS[tries - 1]
    Call.objects.filter(pk=call.pk).update(status=status, said=said, done_at=at if taken else None, next_at=next_at)
    quiet = Hook.objects.filter(pk=call.hook_id)
    if taken:
        quiet.update(quiet_since=None)
    else:
        quiet.filter(quiet_since=None).update(quiet_since=at)
    return taken


def drop_old(at: datetime) -> int:
    """Let go of calls that ended a month ago; how many."""
    return Call.objects.filter(next_at=None, at__lt=at - timedelta(days=30)).delete()[0]
