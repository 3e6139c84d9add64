"""Hooks: a bureau's programs are called when a message reaches it. What it says is a reference and a kind, no more.

The message itself is owed by the act's own transaction; a call is owed from it (never without it, never twice) and is
made outside any transaction.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3.exchange import post
from article3.journal import pages as journal
from article3.programs import calling, hooks, signing
from article3.programs.calling import NotThere
from article3.programs.events import HookEnded, HookMade, HookSecretTurned
from article3.programs.hooks import TEST, Call, Happened, Hook
from article3.register.pages import NotFound
from article3.terms.communication import BureauCode, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole, Sitting
from article3.wiring import arrival_room

__all__ = ["NotThere"]


def hooks_of(sitting: Sitting) -> tuple[Hook, ...]:
    """The hooks of the bureau one sits in."""
    return hooks.of(_bureau(sitting))


def hook_page(sitting: Sitting, hook: str) -> tuple[Hook, tuple[Call, ...]]:
    """One hook and its newest calls. Raises NotFound."""
    found = _hook(sitting, hook)
    return found, hooks.past(found)


def make_hook(sitting: Sitting, url: str, kinds: tuple[str, ...]) -> tuple[Hook, str]:
    """A hook for the bureau, and its secret, shown once. Raises Refused, NotThere."""
    bureau, at = _bureau(sitting, leads=True), timezone.now()
    calling.address(url, loopback=settings.HOOKS_TO_LOOPBACK)
    with transaction.atomic():
        if len(hooks.of(bureau)) >= hooks.MOST_HOOKS:
            raise Refused("A bureau holds at most ten hooks. End one that is no longer used.")
        made = hooks.make(bureau, url, kinds, seen=post.posted(bureau), at=at)
        _note(HookMade, made, sitting, at)
    return made, _secret(made, made.generation)


def turn_secret(sitting: Sitting, hook: str) -> str:
    """The hook's new secret, shown once; the one before signs beside it for a day. Raises NotFound."""
    at = timezone.now()
    with transaction.atomic():
        found = _hook(sitting, hook, leads=True)
        hooks.turn(found, at)
        found.refresh_from_db()
        _note(HookSecretTurned, found, sitting, at)
    return _secret(found, found.generation)


def end_hook(sitting: Sitting, hook: str) -> None:
    """Nobody is called there any more. Raises NotFound."""
    at = timezone.now()
    with transaction.atomic():
        found = _hook(sitting, hook, leads=True)
        hooks.end(found, at)
        _note(HookEnded, found, sitting, at)


def try_hook(sitting: Sitting, hook: str) -> Call:
    """Call the hook now with nothing to tell, and say how it went. Raises NotFound."""
    return _made_now(_hook(sitting, hook, leads=True), hooks.owe_test)


def call_again(sitting: Sitting, hook: str, call: str) -> Call:
    """Make a past call once more, under its own id, now. Raises NotFound."""
    found = _hook(sitting, hook, leads=True)

    def owed(of: Hook, at: datetime) -> Call:
        again = hooks.again(of, call, at)
        if again is None:
            raise NotFound
        return again

    return _made_now(found, owed)


def make_calls(at: datetime | None = None) -> dict[str, int]:
    """Owe every hook what its bureau was told since, and make the calls whose turn it is.

    A hook that does not answer waits with all its calls; no other hook waits for it.
    """
    at, taken, failed = at or timezone.now(), 0, 0
    for hook in hooks.live():
        _owe(hook, at)
        for call in hooks.due(hook, at):
            if not hooks.claim(call, at):
                continue
            if not _make(hook, call, at):
                failed += 1
                break
            taken += 1
    return {name: count for name, count in (("taken", taken), ("failed", failed)) if count}


def drop_old_calls() -> dict[str, int]:
    """Let go of what was told a month ago."""
    dropped = hooks.drop_old(timezone.now())
    return {"CallsDropped": dropped} if dropped else {}


# --- inside


def _owe(hook: Hook, at: datetime) -> None:
    """What its bureau's own desk keeps back is not told of, as it does not stand in its messages."""
    bureau = BureauCode(hook.bureau)
    arrival_room.look_through(bureau, at)
    with transaction.atomic():
        found = post.posted_after(bureau, hook.seen)
        kept = arrival_room.kept_back(bureau, (each.message.reference for each in found))
        told = [Happened(number=each.number, kind=each.message.kind.value, reference=each.message.reference,
                         at=each.posted_at) for each in found if each.message.reference not in kept]  # fmt: skip
        if found:
            hooks.owe(hook, told, found[-1].number)


def _made_now(hook: Hook, owed: Any) -> Call:
    at = timezone.now()
    call: Call = owed(hook, at)
    if hooks.claim(call, at):
        _make(hook, call, at)
    call.refresh_from_db()
    return call


def _make(hook: Hook, call: Call, at: datetime) -> bool:
    body, at_s = _body(call), int(timezone.now().timestamp())
    keys = [signing.secret(settings.KEY_FILE("webhooks"), hook.pk, each) for each in hooks.generations(hook, at)]
    headers = {"Content-Type": "application/json", "User-Agent": "article3", "webhook-id": call.pk,
               "webhook-timestamp": str(at_s),
               "webhook-signature": signing.signature(keys, call.pk, at_s, body)}  # fmt: skip
    try:
        status, said = calling.call(hook.url, body, headers, loopback=settings.HOOKS_TO_LOOPBACK), ""
    except NotThere as why:
        status, said = 0, why.code
    taken = hooks.tried(call, at, status, said)
    if status == 410:  # who answers "gone" does not want to be called any more
        hooks.end(hook, at)
    return taken


def _body(call: Call) -> bytes:
    data = {} if call.kind == TEST else {"number": call.number, "kind": call.kind, "reference": call.reference}
    said = {"type": f"message.{call.kind}" if data else TEST, "timestamp": call.at.isoformat(), "data": data}
    return json.dumps(said, sort_keys=True).encode()


def _secret(hook: Hook, generation: int) -> str:
    return signing.shown(signing.secret(settings.KEY_FILE("webhooks"), hook.pk, generation))


def _note(event: Any, hook: Hook, sitting: Sitting, at: datetime) -> None:
    journal.Pages().append(event(reference=Reference(hook.pk), at=at, by=sitting.officer, seat=sitting.seat))


def _hook(sitting: Sitting, hook: str, *, leads: bool = False) -> Hook:
    found = hooks.one(_bureau(sitting, leads=leads), hook) if hook.isascii() and hook.isalnum() else None
    if found is None:
        raise NotFound
    return found


def _bureau(sitting: Sitting, *, leads: bool = False) -> BureauCode:
    roles = (MandateRole.BUREAU_LEAD,) if leads else (MandateRole.BUREAU_LEAD, MandateRole.BUREAU_OFFICER)
    if sitting.bureau is None or sitting.role not in roles:
        raise NotFound
    return sitting.bureau
