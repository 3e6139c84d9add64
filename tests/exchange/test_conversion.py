"""A conversion on the line: each copy changes its kind in place, and who reads it no more removes it and signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article3.acts.add_caveat import AddCaveat
from article3.acts.convert_to_diffusion import ConvertToDiffusion
from article3.acts.convert_to_notice import ConvertToNotice
from article3.acts.publish_notice import PublishNotice
from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.refuse_request import RefuseRequest
from article3.acts.send_diffusion import SendDiffusion
from article3.commands.simulate.books import BureauMemory, SecretariatMemory
from article3.exchange import centre, models, propagation
from article3.exchange.canonical import from_bytes
from article3.lifecycle.delivery import bureau as home
from article3.lifecycle.delivery import secretariat
from article3.lifecycle.delivery.standing import Standing, brought_up_to_date, order_of
from article3.lifecycle.examination import Resolution
from article3.lifecycle.states import State
from article3.line import bureau as line
from article3.line.transport import by_hand
from article3.register.copies import hold, reading_of
from article3.register.files import open_document
from article3.register.models import File
from article3.terms.communication import Aim, Channel
from article3.terms.delivery import CopyAnswer, Lane, RemoveOrder
from article3.terms.reasons import CaveatKind
from tests.acts.situations import GROUNDS, UNFAVOURABLE
from tests.desk import FIRST, REFERENCE, bureau, murder
from tests.exchange.test_delivery import desk, diffusion, everybody_pulls, held, reading, sent  # noqa: F401
from tests.wiring.test_wiring import WiredDesk

FORMER = ("XB", "XC", "XD")


def become_notice(desk: WiredDesk) -> None:  # noqa: F811
    """Two reviewers decide, and it is published."""
    desk.examined()
    desk.proposed()
    desk.decided()
    desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)


def owed() -> set[str]:
    """Who owes the removal."""
    return set(models.Debt.objects.filter(settled_at=None).values_list("bureau", flat=True))


# --- the core, on both sides


def standing(audience: tuple[str, ...], digest: str, **fields: bool) -> Standing:
    """A record that is out."""
    said = {"reviewed": True, "leased": False, **fields}
    return Standing(item="item", source="XA", digest=digest, audience=audience, **said)


def posted(books: SecretariatMemory, now: Standing) -> list[tuple[str, Lane, type]]:
    """What goes out, applied as it is decided."""
    found = []
    for event in brought_up_to_date(books, now, at_s=100, lease_s=50):
        books.apply(event)
        if isinstance(event, secretariat.Posted):
            found.append((event.to, event.lane, type(event.payload)))
    return found


def narrowed() -> SecretariatMemory:
    """A notice at three bureaus that became a diffusion to the first."""
    books = SecretariatMemory()
    posted(books, standing(FORMER, "notice"))
    out = posted(books, standing(("XB",), "diffusion", narrowed=True))
    assert [(to, lane) for to, lane, _ in out] == [("XC", Lane.RECALL), ("XD", Lane.RECALL), ("XB", Lane.ORDINARY)]
    return books


def test_fewer_holders_get_the_new_version_and_the_others_the_order_to_remove() -> None:
    """The same act again posts nothing, and a later version goes to those alone that still hold it."""
    books = narrowed()
    assert posted(books, standing(("XB",), "diffusion", narrowed=True)) == []
    assert [to for to, _, _ in posted(books, standing(("XB",), "with a caveat"))] == ["XB"]


def test_a_recall_afterwards_is_owed_by_everybody_who_ever_held_it_each_once() -> None:
    """Who was told to remove it by the conversion owes that, and is not told a second time."""
    books = narrowed()
    out = posted(books, standing((), ""))
    assert out == [("XB", Lane.RECALL, RemoveOrder)]
    assert {bureau for bureau in FORMER if books.owes(order_of("item"), bureau)} == set(FORMER)


def test_a_holder_that_removed_it_takes_no_later_version_in() -> None:
    """The stone stays; it signs for what it had."""
    books, seat = narrowed(), BureauMemory("XD")
    messages = [*books.waiting("XD", Lane.ORDINARY, 0, 9), *books.waiting("XD", Lane.RECALL, 0, 9)]
    for message in messages:
        for event in home.take_in(seat, message, at_s=101):
            seat.apply(event)
    assert seat.copy("item") is None and seat.removed("item")
    (signed,) = seat.reports.values()
    assert signed.payload.answer is CopyAnswer.PURGED


def test_what_was_reviewed_and_is_so_no_more_lapses_again() -> None:
    """A converted or changed text that nobody reviewed is information only, also in the core."""
    books = SecretariatMemory()
    posted(books, standing(("XB",), "reviewed"))
    posted(books, standing(("XB",), "changed", reviewed=False, leased=True))
    item = books.item("item")
    assert item is not None and (item.reviewed, item.lease_until_s) == (False, 150)


# --- the line


def test_a_diffusion_that_became_a_notice_changes_its_kind_in_every_copy(desk: WiredDesk) -> None:  # noqa: F811
    """A holder's copy is the notice from its next round on, reviewed and without a lease; others get their first."""
    sent(desk, "XB", "QM")
    desk.perform(ConvertToNotice(reference=REFERENCE, communication=murder()), bureau("XA"))
    everybody_pulls()
    assert (held("XB").version, held("XB").reviewed, held("XD")) == (1, False, None), "the diffusion goes on meanwhile"
    desk.perform(AddCaveat(reference=REFERENCE, caveat="k1", kind=CaveatKind.DATA_TO_VERIFY, text="Verify."), FIRST)
    become_notice(desk)
    everybody_pulls()
    assert (held("XB").version, held("XB").reviewed, held("XB").lease_until_s) == (3, True, None)
    assert held("XD").version == 3 and owed() == set()
    assert b"Verify." in reading() and b'"channel":"diffusion"' in reading(), "its caveat and its former life travel"


def test_a_bureaus_own_file_of_it_names_the_former_life(desk: WiredDesk) -> None:  # noqa: F811
    """At home too: the notice in force, and that it was a diffusion before, with its days."""
    colourless = replace(diffusion("XB"), colour=None)
    desk.perform(SendDiffusion(communication=colourless), bureau("XA"))
    desk.perform(ConvertToNotice(reference=REFERENCE, communication=murder()), bureau("XA"))
    become_notice(desk)
    hold(reading_of(from_bytes(reading())), "XB")
    file = open_document(File.objects.get(pk=REFERENCE).body)
    assert (file.state, file.channel) == (State.PUBLISHED, Channel.NOTICE_REQUEST)
    assert [life.channel for life in file.former_lives] == [Channel.DIFFUSION]


def test_a_notice_kept_to_fewer_bureaus_is_removed_and_signed_for_by_the_others(desk: WiredDesk) -> None:  # noqa: F811
    """Exactly they owe; a paper of it is handed to none of them any more; a recall then reaches the rest."""
    desk.published()
    everybody_pulls()
    desk.perform(ConvertToDiffusion(reference=REFERENCE, recipients=("XB", "XC"), aim=Aim.ARREST,
                                    reason_for_diffusion="limited_circulation"), bureau("XA"))
    assert owed() == {"QM", "XD"}
    told = propagation.of(REFERENCE)
    assert told is not None and (told.recalled_at, told.ordered_at, told.owing) == (None, desk.at, 2)
    assert [one.item for one in propagation.unsigned()] == [REFERENCE], "who still owes is on the page of removals"
    assert not centre.may_fetch("QM", REFERENCE, "0" * 64)
    everybody_pulls()
    assert [code for code in ("QM", "XB", "XC", "XD") if held(code)] == ["XB", "XC"]
    assert owed() == set() and held("XB").version == 2
    desk.examined()
    desk.proposed(resolution=Resolution.RECALL, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided()
    desk.perform(RecallDiffusion(reference=REFERENCE, version=desk.file().version), FIRST)
    assert owed() == {"XB", "XC"}
    everybody_pulls()
    assert set(models.Debt.objects.values_list("bureau", "answer")) == {(code, "purged")
                                                                        for code in ("QM", "XB", "XC", "XD")}


@pytest.mark.parametrize("way", ["refused", "recalled"])
def test_a_conversion_that_does_not_happen_leaves_no_trace_at_a_holder(desk: WiredDesk, way: str) -> None:  # noqa: F811
    """Refused, the copy is what it was, to the version; recalled, it goes from exactly those who held it."""
    sent(desk, "XB")
    desk.perform(ConvertToNotice(reference=REFERENCE, communication=murder()), bureau("XA"))
    desk.examined()
    resolution = Resolution.REFUSE if way == "refused" else Resolution.RECALL
    desk.proposed(resolution=resolution, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided()
    order = RefuseRequest if way == "refused" else RecallDiffusion
    desk.perform(order(reference=REFERENCE, version=desk.file().version), FIRST)
    line.deliver("XB", by_hand)
    if way == "refused":
        assert held("XB").version == 1 and owed() == set()
    else:
        assert held("XB") is None and set(models.Debt.objects.values_list("bureau", flat=True)) == {"XB"}
