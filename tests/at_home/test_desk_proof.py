"""Coverage, the sealed cabinet, papers and attachments, re-screening, the dispute, what leaves no trace."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.answer_dispute import AnswerDispute
from article3.acts.at_home.end_protection import EndProtection
from article3.acts.at_home.judge_hit import JudgeHit
from article3.acts.at_home.log_contact import LogContact
from article3.acts.at_home.notify_protected import NotifyProtected
from article3.acts.at_home.plan_coordination import PlanCoordination
from article3.acts.decide import Decide
from article3.acts.open_message import OpenMessage
from article3.acts.open_review import OpenReview
from article3.acts.propose_decision import ProposeDecision
from article3.acts.recall_diffusion import RecallDiffusion
from article3.journal.models import Entry
from article3.journal.pages import Pages
from article3.lifecycle.examination import Resolution
from article3.lifecycle.protective import Judgement, SafeText
from article3.line import copies
from article3.national import seal
from article3.national.cabinet import Cabinet
from article3.national.models import LogLine, Paper
from article3.register.arrivals import paper_text
from article3.register.arrivals.models import Arrival
from article3.terms.communication import Level
from article3.terms.disputes import DisputeAnswer, DisputeReason
from article3.terms.finding import Refused
from article3.wiring import arrival_room, desk_room, dispute_room, home_clock
from tests.acts.situations import GROUNDS, UNFAVOURABLE
from tests.at_home.conftest import Home
from tests.at_home.test_protective_desk import HIDDEN, PLAIN, incoming


def test_a_day_is_whole_when_everything_received_was_screened(home: Home) -> None:
    """H7: messages, hits and all kinds count alike; signed once the day is over."""
    home.protect("Vardanova", "Anahit")
    home.message(PLAIN), home.message(HIDDEN), home.diffusion()
    home.files()
    tomorrow = timezone.now() + timedelta(days=1)
    assert home_clock.do_at_home(tomorrow)["CoverageSigned"] == 1
    assert "CoverageSigned" not in home_clock.do_at_home(tomorrow)
    _, day = desk_room.covered_days("XB", 2, tomorrow)
    assert (day.received, day.missing, day.signed, day.agrees) == (3, (), True, True)
    (entry,) = [line for line in Pages().lines(seat="bureau:XB") if line.what == "CoverageReported"]
    assert (entry.seat, entry.codes) == ("bureau:XB", {"received": "3", "screened": "3"}), "numbers, and no hit"


def test_an_outage_shows_nobody_reads_meanwhile_and_what_is_made_good_is_told_from_what_was_signed(
        home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """H7: the engine is down for a day. What came is read by nobody; the day is signed with its gap and reported so;
    when the engine is back everything is looked through, and the signed number still says that there was an outage."""
    home.protect("Vardanova", "Anahit")
    home.message(PLAIN)
    home.files()
    sent: list[str] = []
    with monkeypatch.context() as down:
        down.setattr(arrival_room, "look_through", lambda *_, **__: 0)
        sent += [home.message(PLAIN), home.message(HIDDEN)]
        assert not set(incoming(home)) & set(sent), "nothing is read before it was looked through"
        assert home.browsers["xb"].get(f"/bureau/incoming/{sent[0]}/").status_code == 404
        tomorrow = timezone.now() + timedelta(days=1)
        home_clock.do_at_home(tomorrow)
        (_, day) = desk_room.covered_days("XB", 2, tomorrow)
        assert (day.received, set(day.missing), day.signed) == (3, set(sent), True)
        page = home.browsers["duty"].get("/protective/coverage/").content.decode()
        assert all(item[:8] in page for item in sent)
    (entry,) = [line for line in Pages().lines(seat="bureau:XB") if line.what == "CoverageReported"]
    assert entry.codes == {"received": "3", "screened": "1"}, "oversight counts the gap"
    assert sent[0] in incoming(home) and sent[1] not in incoming(home)
    (_, day) = desk_room.covered_days("XB", 2, tomorrow)
    assert (day.received, day.missing, day.later, day.signed, day.agrees) == (3, (), 2, True, True)
    with monkeypatch.context() as then:
        then.setattr(desk_room, "day_of", lambda _: tomorrow.date())
        page = home.browsers["duty"].get("/protective/coverage/").content.decode()
    assert "2 only after the day was signed" in page


def test_one_missing_item_shows_as_a_gap(home: Home) -> None:
    """An item nobody looked at, and one that slipped past the book altogether."""
    home.protect("Vardanova", "Anahit")
    unseen, slipped = home.message(PLAIN), home.message(PLAIN)
    Arrival.objects.filter(item=slipped).delete()
    (today,) = desk_room.covered_days("XB", 1)
    assert (today.received, set(today.missing)) == (2, {unseen, slipped})
    assert incoming(home) == [unseen], "what slipped past the book is readable"


def test_a_record_that_is_not_what_was_signed_shows(home: Home) -> None:
    """One arrival taken out after the signature."""
    home.protect("Vardanova", "Anahit")
    home.message(PLAIN), home.message(HIDDEN)
    home.files()
    tomorrow = timezone.now() + timedelta(days=1)
    home_clock.do_at_home(tomorrow)
    Arrival.objects.filter(let_on=False).update(received_at=timezone.now() - timedelta(days=5))
    assert not desk_room.covered_days("XB", 2, tomorrow)[1].agrees


def test_the_list_lies_sealed_under_a_key_of_its_bureau(home: Home) -> None:
    """D11: no name in clear in any column; moved elsewhere, or to another bureau, it does not open."""
    entry = home.protect("Vardanova", "Anahit", variants=("Варданова, Анаит",))
    home.message(HIDDEN)
    home.files()
    kept = b"".join(bytes(row.sealed) for row in Paper.objects.all())
    kept += b"".join(bytes(row.sealed) for row in LogLine.objects.all())
    for name in ("Vardanova", "Варданова", "vardanova", entry.id):
        assert name.encode() not in kept
    sealed = bytes(Paper.objects.get(id=entry.id).sealed)
    for bureau, place in (("XC", f"protected/{entry.id}"), ("XB", "protected/" + "0" * 32)):
        with pytest.raises(seal.Broken):
            seal.unseal(sealed, bureau=bureau, place=place)


def test_the_desks_own_log_tells_what_was_changed_in_it(home: Home) -> None:
    """RPD 126: everything is in it; a changed, dropped or swapped line is found."""
    home.protect("Vardanova", "Anahit")
    home.message(HIDDEN)
    home.files()
    cabinet = Cabinet("XB", timezone.now())
    assert {"PersonsListed", "ArrivalScreened", "read:restricted_files"} <= {line["what"] for line in cabinet.log()}
    LogLine.objects.filter(number=1).delete()
    with pytest.raises(seal.Broken, match="line 1"):
        list(cabinet.log())


def test_the_list_cannot_be_read_through(home: Home) -> None:
    """H2: by its exact number, by nothing shorter; never by another bureau's desk or officers."""
    entry = home.protect("Vardanova", "Anahit")
    page = home.browsers["duty"].post("/protective/list/entry/", {"number": entry.id})
    assert "Vardanova" in page.content.decode()
    for number in (entry.id[:8], "*", "%", ""):
        assert "Vardanova" not in home.browsers["duty"].post("/protective/list/entry/", {"number": number}
                                                             ).content.decode()
    assert "Vardanova" not in home.browsers["duty"].get("/protective/list/").content.decode()
    assert home.browsers["xb"].get("/protective/list/").status_code == 404
    foreign = home.browsers["xc_duty"].post("/protective/list/entry/", {"number": entry.id})
    assert "Vardanova" not in foreign.content.decode()


def test_no_other_journal_tells_that_the_desk_did_anything(home: Home) -> None:
    """No notification, no count, no copy, no entry: the same as if it had not arrived."""
    entry = home.protect("Vardanova", "Anahit")
    reference = home.message(HIDDEN)
    (file,) = home.files()
    home.at_home(JudgeHit(reference=file.id, entry=entry.id, judgement=Judgement.SAME, because="It is she."), "duty")
    desk_room.restricted_item(home.sittings["duty"], file)
    wiring.deliver("XB")
    assert not Entry.objects.filter(seat__startswith="desk:").exists()
    assert not Entry.objects.filter(seat="bureau:XB", reference=reference).exists()
    assert wiring.inbox(home.sittings["xb"]) == ()
    assert copies.of(home.sittings["xb"]) == ()
    with pytest.raises(Refused):
        copies.give(home.sittings["xb"], reference, copies.PlaceKind.AGENCY, "Border police")


def test_a_new_entry_is_looked_for_in_everything_the_bureau_holds(home: Home) -> None:
    """Part 6: what was let on before is kept back from now on; an entry that ended finds nothing new."""
    reference = home.message(HIDDEN)
    assert incoming(home) == [reference]
    entry = home.protect("Vardanova", "Anahit")
    assert incoming(home) == []
    (file,) = home.files()
    home.at_home(JudgeHit(reference=file.id, entry=entry.id, judgement=Judgement.NOT_SAME, because="Another."), "duty")
    other = home.protect("Vardanova", "Bella")
    home.at_home(EndProtection(entry=other.id, ends_on=timezone.localdate(), because="She left."), "duty")
    assert incoming(home) == [reference]


def test_a_desk_that_opens_late_looks_through_what_is_there(home: Home) -> None:
    """XC opens its desk after the message came."""
    home.message(HIDDEN)
    assert len(incoming(home, "xc")) == 1
    arrival_room.open_desk("XC")
    home.protect("Vardanova", who="xc_duty")
    assert incoming(home, "xc") == []
    assert len(home.files("xc_duty")) == 1


def docx(text: str) -> bytes:
    """A document with one paragraph."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f"<?xml version='1.0'?><w:d><w:p><w:t>{text}</w:t></w:p></w:d>")
    return made.getvalue()


@pytest.mark.parametrize(("content", "name"), [
    (HIDDEN.encode(), "letter.txt"), (HIDDEN.encode("utf-16"), "letter.txt"), (docx(HIDDEN), "letter.docx"),
    (f"<html><body><p>{HIDDEN}</p></body></html>".encode(), "letter.html")])
def test_the_text_of_a_paper_is_looked_through(home: Home, content: bytes, name: str) -> None:
    """H1: attachments in every form that can be read, inside a sealed message."""
    home.protect("Vardanova", "Anahit")
    paper = wiring.keep_attachment(content, name=name, media_type="text/plain", level=Level.OFFICIAL_USE)
    home.message(PLAIN, attachments=(paper,))
    (file,) = home.files()
    assert file.hits[0].where == name
    assert incoming(home) == []


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + b"0" * 40, b"%PDF-1.4 broken", b"PK\x03\x04 broken",
                                     b"\x00\x01\x02", b"\xff\xd8\xff\xe0" + b"0" * 20])
def test_what_gives_no_words_is_unread(content: bytes) -> None:
    """Pictures, broken files, bytes: a person looks at them."""
    assert paper_text.words_of(content, "scan.txt") is None


def test_a_paper_no_program_can_read_is_held_until_a_person_has_looked(home: Home) -> None:
    """Unknown is a question, never a pass; the message itself goes on."""
    content = b"\x89PNG\r\n\x1a\n" + b"0" * 40
    home.protect("Vardanova", "Anahit")
    paper = wiring.keep_attachment(content, name="scan.bin", media_type="image/png", level=Level.OFFICIAL_USE)
    reference = home.message(PLAIN, attachments=(paper,))
    assert incoming(home) == [reference]
    address = f"/bureau/incoming/{reference}/papers/{paper.sha256}/"
    assert home.browsers["xb"].get(address).status_code == 404
    (file,) = home.files()
    assert file.unread == ("scan.bin",)
    seen = home.browsers["duty"].get(f"/protective/files/{file.id}/papers/{paper.sha256}/")
    assert (seen.status_code, seen.content) == (200, content)
    home.at_home(JudgeHit(reference=file.id, entry="", judgement=Judgement.NOT_SAME, because="A bicycle."), "duty")
    assert home.browsers["xb"].get(address).status_code == 200


def test_a_bomb_is_unread_and_not_unpacked() -> None:
    """A19: a part that says it is too large stops there."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:t>" + b"0" * 40_000_000)
    assert paper_text.words_of(made.getvalue(), "x.docx") is None


def test_coordination_notice_and_dispute_stay_on_the_file(home: Home) -> None:
    """H4, H5: only agencies of the plan, only safe texts, only on a judged hit; tracked to the answer."""
    entry = home.protect("Vortan", "Iko", birth_dates=("1984-06-12",))
    published = home.published(home.proposed(home.examined(home.requested())))
    (file,) = home.files()
    with pytest.raises(Refused, match="not in the coordination plan"):
        home.at_home(LogContact(reference=file.id, agency="Palace guard", said="x"), "duty")
    with pytest.raises(Refused, match="Nobody has judged"):
        home.at_home(NotifyProtected(reference=file.id, text=SafeText.CALL_US, how="in person"), "duty")
    home.at_home(JudgeHit(reference=file.id, entry=entry.id, judgement=Judgement.SAME, because="It is he."), "duty")
    home.at_home(PlanCoordination(reference=file.id, agencies=("Palace guard",)), "duty2")
    home.at_home(LogContact(reference=file.id, agency="Palace guard", said="They know."), "duty2")
    home.at_home(NotifyProtected(reference=file.id, text=SafeText.BEFORE_TRAVEL, how="in person"), "duty")
    judged = desk_room.restricted_file(home.sittings["duty"], file.id)
    desk_room.dispute(home.sittings["duty"], judged, DisputeReason.ARTICLE_2_OR_3, "He is a judge of ours.")
    done = desk_room.restricted_file(home.sittings["duty2"], file.id)
    assert (done.contacts[0].agency, done.told[0].text, len(done.objection.number)) == (
        "Palace guard", SafeText.BEFORE_TRAVEL, 32)
    assert desk_room.dispute_of(done).file == published
    assert dispute_room.own_disputes(home.sittings["xb"]) == ()
    page = home.browsers["duty"].get(f"/protective/files/{file.id}/").content.decode()
    assert "to be answered by" in page and "In force" in page


def test_a_message_is_disputed_and_followed_to_the_last_copy(home: Home) -> None:
    """Walk-through 7: at the Secretariat a case of its own, opened with a reason; two recall it, and the copy goes. The
    bureau's other officers learn nothing, and its sender nothing of the dispute."""
    entry = home.protect("Vortan", "Iko")
    message = home.message("Judge Iko Vortan takes bribes.")
    (file,) = home.files()
    home.at_home(JudgeHit(reference=file.id, entry=entry.id, judgement=Judgement.SAME, because="It is he."), "duty")
    judged = desk_room.restricted_file(home.sittings["duty"], file.id)
    desk_room.dispute(home.sittings["duty"], judged, DisputeReason.ARTICLE_2_OR_3, "He is a judge of ours.")
    home.perform(OpenReview(reference=message), "first")
    opened = home.perform(OpenMessage(reference=message, because="XB disputes it."), "first")
    assert wiring.opened_by_act(home.sittings["first"], opened).text == "Judge Iko Vortan takes bribes."
    page = home.browsers["first"].get(f"/secretariat/files/{message}/").content.decode()
    assert "disputes this message" in page and "bribes" not in page
    why = {"reasons": UNFAVOURABLE, "grounds": GROUNDS}
    recall = Resolution.RECALL
    propose = ProposeDecision(reference=message, version=home.file(message).version, resolution=recall, **why)
    home.perform(propose, "first")
    home.perform(Decide(reference=message, version=home.file(message).version, agrees=True), "second")
    home.perform(RecallDiffusion(reference=message, version=home.file(message).version), "first")
    home.perform(AnswerDispute(reference=message, dispute=desk_room.restricted_file(
        home.sittings["duty"], file.id).objection.number, answer=DisputeAnswer.FOLLOWED, because="A judge."), "first")
    shown = home.browsers["duty"].get(f"/protective/files/{file.id}/").content.decode()
    assert "Removed: the last copy here is gone" in shown and "followed" in shown.lower()
    assert dispute_room.own_disputes(home.sittings["xb"]) == ()


def test_an_officer_who_leaves_the_desk_is_replaced(home: Home) -> None:
    """Two named officers, always; who left opens nothing."""
    from article3.officers import roll

    home.protect("Vardanova", "Anahit")
    home.message(HIDDEN)
    assert len(home.files()) == 1
    roll.end_mandates(home.sittings["duty"].officer, "desk:XB", on=timezone.localdate())
    (file,) = home.files("duty2")
    assert set(file.officers) == {home.sittings["duty2"].officer, home.sittings["duty3"].officer}
    assert len(home.files("duty3")) == 1
