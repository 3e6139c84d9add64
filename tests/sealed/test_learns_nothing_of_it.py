"""Promise P6 on the sealed files: with and without a secret under seal, all an observer can read is the same.

Random histories of the register; a bureau, a reviewer without the file, its figures. Two planted leaks beside it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from article3.acts.examine_arrival import ExamineArrival
from article3.lifecycle.gateway import examine
from article3.register.files import Files
from article3.terms.knowledge import Use
from article3.terms.sealed import GiverKind, ProtectionUse
from article3.wiring import confidence
from tests import papers
from tests.desk import bureau
from tests.register.test_learns_nothing import OBSERVER, REVIEWER, everything, history
from tests.sealed.people import attested

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sealed")]


def _informed(person: Any) -> None:
    confidence.give_information(bureau("XD"), person, "The papers are forged.", Use.ORIGIN_HIDDEN, at=papers.NOW)


def _dropped(person: Any) -> None:
    confidence.drop_information(person, "The papers are forged.", Use.ONLY_TO_REFUSE, kind=GiverKind.AGENCY,
                                says_it_is="", at=papers.NOW)


def _attested_elsewhere(person: Any) -> None:
    """From a country that asks for nothing here."""
    attested(person, at=papers.NOW, against=("QN",))


def _attested_to_warn(person: Any) -> None:
    attested(person, at=papers.NOW, against=("XA", "XC", "XD"), uses=frozenset({ProtectionUse.WARN_HOST}))


SECRETS: dict[str, Callable[[Any], None]] = {
    "a bureau informs": _informed, "somebody informs by code": _dropped, "protected elsewhere": _attested_elsewhere,
    "protected, to warn the host": _attested_to_warn,
}


def seen(files: list[Any], secret: Callable[[Any], None] | None) -> str:
    """All that two observers read of a history."""
    with transaction.atomic():
        Files(bureaus=tuple, order=None).add_many(files)
        person = next((file.communication.person for file in files if file.communication.person), papers.person())
        if secret is not None:
            secret(person)
        told = repr([everything(who, [file.reference for file in files[:2]]) for who in (OBSERVER, REVIEWER)])
        transaction.set_rollback(True)
    return told


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("seed", range(2))
def test_nobody_can_tell_what_is_under_seal(seed: int, secret: str) -> None:
    """Lists, cursors, searches, guessed references, figures."""
    files = history(random.Random(seed))
    assert seen(files, SECRETS[secret]) == seen(files, None)


LEAKS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "a giver's piece is written into the journal": lambda patch: patch.setattr(
        confidence, "ask", _asks_and_notes(confidence.ask)),
    "information holds what arrives": lambda patch: patch.setattr(
        "article3.acts.examine_arrival.gateway.examine", lambda *args, **kw: examine(*args, **(kw | {"hold": True}))),
}


def _asks_and_notes(ask: Any) -> Any:
    from article3.journal.pages import Pages

    def asks(question: str, kind: type, /, sitting: Any, at: Any = None, **fields: Any) -> Any:
        Pages().note(f"sealed_{question}", sitting=OBSERVER, why="own_item", at=papers.NOW, references=[])
        return ask(question, kind, sitting, at, **fields)

    return asks


@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found(leak: str, monkeypatch: pytest.MonkeyPatch, sealed: Path) -> None:
    """A test that finds none would pass everything."""
    from article3 import wiring

    def run(informs: bool) -> str:
        with transaction.atomic():
            if informs:
                LEAKS[leak](monkeypatch)
                _informed(papers.person())
            sent = _arriving()
            Files(bureaus=tuple, order=None).add(sent)
            wiring.perform(ExamineArrival(reference=sent.reference), sitting=wiring.clock(), at=papers.NOW)
            told = repr((everything(OBSERVER, [sent.reference]), wiring.journal_lines(OBSERVER)))
            transaction.set_rollback(True)
        return told

    assert run(informs=False) != run(informs=True)


def _arriving() -> Any:
    from article3.lifecycle.gate import arrived
    from article3.lifecycle.states import State
    from article3.terms.communication import Channel

    sent = papers.communication("XA", channel=Channel.DIFFUSION, colour=None, recipients=("XC",))
    return replace(papers.received(sent, state=State.SENT_UNREVIEWED), gateway=arrived())
