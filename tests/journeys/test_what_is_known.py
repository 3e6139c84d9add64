"""Walk-throughs 1, 6 and 14 as far as knowledge goes: nobody outside learns that something was learned; the auditor
replays a decision as it stood; what was erased is said to be erased."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from article3 import wiring
from article3.access.why import Why
from article3.acts.cancel_notice import CancelNotice
from article3.acts.learn_fact import LearnFact
from article3.acts.open_review import OpenReview
from article3.acts.record_fact import RecordFact
from article3.lifecycle.examination import Reasons, Resolution
from article3.register.pages import NotFound
from article3.register.past import in_bytes
from article3.terms.knowledge import Use, paper_key
from article3.terms.reasons import CancellationCode, Ground, PublicCode, ToRequester
from article3.terms.sitting import MandateRole
from tests.acts.situations import SITUATIONS
from tests.desk import FIRST, MEMBERS, REFERENCE, SECOND, bureau, sitting
from tests.wiring.test_wiring import WiredDesk, seat_members

AUDITOR = sitting("auditor", "XD", MandateRole.OVERSIGHT, "oversight")
OTHER = Reasons(internal="The charges are forged.", public=PublicCode.OTHER, to_requester=(ToRequester.NOT_COMPLIANT,))


@pytest.fixture
def desk(db: None) -> WiredDesk:
    """Five bureaus and an empty register."""
    seat_members()
    return WiredDesk()


def read_by_bureaus(desk: WiredDesk) -> dict[str, list[Any]]:
    """Everything each bureau reads of the notice, and what the post and the line brought it, in bytes."""
    return {code: read_by(desk, code) for code in MEMBERS}


def read_by(desk: WiredDesk, code: str) -> list[Any]:
    """What one of them reads."""
    wiring.deliver(code, at=desk.at)  # type: ignore[arg-type]
    eyes, read = wiring.reader(bureau(code), Why.INCOMING, desk.at), []
    for page in (lambda: eyes.own_item(REFERENCE), lambda: eyes.published(REFERENCE), eyes.incoming,
                 lambda: eyes.search(wiring.Query(name="vortan"))):
        try:
            read.append(in_bytes(page()))
        except NotFound:
            read.append(None)
    return [*read, in_bytes(wiring.inbox(bureau(code)))]


class _Undone(Exception):
    pass


def twice(desk: WiredDesk, run: Any) -> tuple[Any, Any]:
    """The same history without and with the secret, each from the same beginning."""
    seen, began = [], desk.at
    for secret in (False, True):
        desk.at = began
        try:
            with transaction.atomic():
                seen.append(run(secret))
                raise _Undone
        except _Undone:
            continue
    return seen[0], seen[1]


def told_in_confidence(desk: WiredDesk, fact: str = "f" * 32) -> None:
    """D's note: the charges are forged; the origin stays hidden."""
    desk.perform(LearnFact(fact=fact, kind="charges_match_facts", value=False, source="", person=paper_key("QM448210"),
                           uses=frozenset({Use.ORIGIN_HIDDEN})), SECOND)  # fmt: skip


def test_that_a_decision_was_reopened_is_learned_by_no_bureau(desk: WiredDesk) -> None:
    """Walk-through 6: the notice is in force; with and without the note every bureau reads the same bytes."""

    def run(secret: bool) -> Any:
        SITUATIONS["published"](desk)
        if secret:
            told_in_confidence(desk)
            assert desk.file().is_reopened
        desk.wait(1)
        return read_by_bureaus(desk)

    without, with_it = twice(desk, run)
    assert with_it == without and any(any(read) for read in without.values())


def test_with_the_same_outcome_nobody_learns_what_it_rested_on(desk: WiredDesk) -> None:
    """Cancelled on what a reviewer found, or on what was told in confidence as well: the same bytes, times included."""

    def run(secret: bool) -> Any:
        SITUATIONS["published"](desk)
        if secret:
            told_in_confidence(desk)
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        if secret:
            desk.perform(RecordFact(reference=REFERENCE, fact="charges_match_facts", value=False, source="Under seal",
                                    known="f" * 32, uses=frozenset({Use.ORIGIN_HIDDEN})), FIRST)  # fmt: skip
        desk.weighed()
        desk.proposed(resolution=Resolution.CANCEL, reasons=OTHER, grounds=(Ground.ACCURACY,))
        desk.decided()
        desk.perform(CancelNotice(reference=REFERENCE, version=desk.file().version,
                                  code=CancellationCode.CONDITIONS_NOT_MET), FIRST)  # fmt: skip
        return read_by_bureaus(desk)

    without, with_it = twice(desk, run)
    assert with_it == without


def test_the_auditor_replays_a_decision_as_it_stood_without_names(desk: WiredDesk) -> None:
    """Walk-through 14: what was known and decided then, after it was decided otherwise; no name in it."""
    SITUATIONS["published"](desk)
    shown = in_bytes(wiring.reader(AUDITOR, Why.OVERSIGHT, desk.at).case(REFERENCE))
    then = desk.at
    desk.wait(2)
    told_in_confidence(desk)
    desk.wait(1)
    desk.examined()
    replayed = wiring.replay(REFERENCE, AUDITOR, then)
    assert replayed.shown == shown and b"Vortan" not in shown and b"VORTAN" not in shown
    assert in_bytes(wiring.reader(AUDITOR, Why.OVERSIGHT, desk.at).case(REFERENCE)) != shown


def test_what_was_erased_by_order_is_said_to_be_erased_and_nothing_else(desk: WiredDesk) -> None:
    """Walk-through 1, after the deletion has reached everybody: the past of the file is gone for every seat."""
    SITUATIONS["published"](desk)
    then = desk.at
    assert wiring.replay(REFERENCE, bureau("XC"), then).shown
    desk.wait(1)
    desk.at = desk.at.replace(year=2031)
    wiring.do_what_falls_due(at=desk.at)
    for who in (FIRST, AUDITOR, bureau("XA"), bureau("XC")):
        with pytest.raises(wiring.Erased):
            wiring.replay(REFERENCE, who, then)
