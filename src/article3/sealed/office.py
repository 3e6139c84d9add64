"""The few questions there are, who may put each, and the line in the log that comes before every answer."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from article3.acts.ports import NotFound
from article3.sealed import attesting, hosting, informing, keeping
from article3.sealed.drawers import Asking
from article3.sealed.store import Store
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole as M
from article3.terms.sitting import Sitting

_BUREAU = frozenset({M.BUREAU_OFFICER, M.BUREAU_LEAD})
_REVIEWERS = frozenset({M.REVIEWER, M.LEAD})
_CLOCK = frozenset({M.CLOCK})
_CUSTODIAN = frozenset({M.CUSTODIAN})
_AUTHORITY = frozenset({M.ATTESTING})
_ANYBODY = frozenset({None})
_WORKING = frozenset({*_BUREAU, *_REVIEWERS, *_CLOCK})

QUESTIONS: dict[str, tuple[Callable[..., Any], frozenset[M | None]]] = {
    "attest": (attesting.attest, _AUTHORITY), "confirm": (attesting.confirm, _AUTHORITY),
    "send_back": (attesting.send_back, _AUTHORITY), "change_status": (attesting.change_status, _AUTHORITY),
    "attestations": (attesting.own, _AUTHORITY), "attestation": (attesting.one, _AUTHORITY),
    "look": (attesting.look, _CLOCK), "to_look_for": (attesting.to_look_for, _CLOCK),
    "looked": (attesting.looked, _CLOCK), "owed": (attesting.owed, _CLOCK), "done": (attesting.done, _CLOCK),
    "file_erased": (attesting.file_erased, _CLOCK),
    "stands_in_the_way": (attesting.stands_in_the_way, _REVIEWERS), "host_is_warned": (
        attesting.host_is_warned, _BUREAU),
    "host_box": (hosting.box, _CLOCK), "host_page": (hosting.page, _CLOCK), "host_take_in": (hosting.take_in, _CLOCK),
    "give": (informing.give, _BUREAU), "given": (informing.own, _BUREAU),
    "drop": (informing.drop, _ANYBODY), "piece": (informing.one, _BUREAU | _ANYBODY),
    "change": (informing.change, _BUREAU | _ANYBODY), "withdraw": (informing.withdraw, _BUREAU | _ANYBODY),
    "answer": (informing.answer, _BUREAU | _ANYBODY),
    "about": (informing.about, _REVIEWERS), "ask_to_open": (informing.ask_to_open, _REVIEWERS),
    "tell": (informing.tell, _REVIEWERS), "released": (informing.released, _REVIEWERS),
    "copied": (informing.copied, _WORKING),
    "desk": (keeping.desk, _CUSTODIAN), "hand_over": (keeping.hand_over, _CUSTODIAN),
    "doubt": (keeping.doubt, _CUSTODIAN), "judge": (keeping.judge, _CUSTODIAN), "log": (keeping.log, _CUSTODIAN),
    "faults": (keeping.faults, _CUSTODIAN), "pledge": (keeping.pledge, _CLOCK),
    "unkept": (keeping.unkept, _CUSTODIAN | _CLOCK),
}  # fmt: skip
"""Name of each question: who answers it, and under which mandates it may be put. Anything else is not answered."""
_ABOUT = ("id", "reference")
_ROUNDS = ("to_look_for", "owed")
"""Asked every few seconds by the clock: written down only when there was something."""
_WRITE_THEIR_OWN = ("host_box", "host_page", "host_take_in", "pledge")
"""Asked by the clock whether there is something or not: what they hold is written down by themselves, if anything."""


class Office:
    """Answers one question at a time, each in one transaction with its line in the log."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)
        self._one_at_a_time = threading.Lock()

    def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The answer to one question: `answer`, or `refused` with its reason, or `absent`."""
        with self._one_at_a_time:
            try:
                return {"answer": msgspec.to_builtins(self._answered(asked))}
            except Refused as refused:
                self._line(asked, "refused")
                return {"refused": refused.because, "citation": refused.citation}
            except (NotFound, msgspec.ValidationError):
                self._line(asked, "absent")
                return {"absent": True}

    def close(self) -> None:
        """Done."""
        self._store.close()

    def _answered(self, asked: dict[str, Any]) -> Any:
        question, roles = QUESTIONS.get(str(asked.get("question")), (None, frozenset()))
        who = msgspec.convert(asked.get("who"), Sitting | None)
        if question is None or (who.role if who else None) not in roles:
            raise NotFound
        asking = Asking(self._store, who, msgspec.convert(asked["at"], datetime))
        with self._store.together():
            found = question(asking, **_typed(question, asked.get("fields", {})))
            if asked["question"] not in _WRITE_THEIR_OWN and (found or asked["question"] not in _ROUNDS):
                self._write_down(asked, "answered")
        return found

    def _line(self, asked: dict[str, Any], answer: str) -> None:
        with self._store.together():
            self._write_down(asked, answer)

    def _write_down(self, asked: dict[str, Any], answer: str) -> None:
        who, fields = asked.get("who") or {}, asked.get("fields", {})
        about = " ".join(str(fields[name])[:32] for name in _ABOUT if fields.get(name))
        self._store.write_down(msgspec.json.encode({
            "at": str(asked.get("at"))[:40], "what": str(asked.get("question"))[:40], "about": about,
            "seat": str(who.get("seat", ""))[:40], "officer": str(who.get("officer", ""))[:32], "answer": answer}))


def _typed(question: Callable[..., Any], fields: dict[str, Any]) -> dict[str, Any]:
    kinds = _kinds(question)
    if set(fields) - set(kinds):
        raise NotFound
    try:
        inspect.signature(question).bind(None, **fields)
    except TypeError:
        raise NotFound from None
    return {name: msgspec.convert(value, kinds[name]) for name, value in fields.items()}


@cache
def _kinds(question: Callable[..., Any]) -> dict[str, Any]:
    return {name: kind for name, kind in get_type_hints(question).items() if name not in ("asking", "return")}
