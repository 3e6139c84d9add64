"""Orders that reach beyond one record's standing: corrected in every copy, re-entry barred, no further help, members
informed; and the question put to a source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article3.acts.answer_commission import AnswerCommission
from article3.acts.implement_decision import ImplementDecision
from article3.acts.messages import MessageKind
from article3.acts.ports import NotFound
from article3.acts.publish_notice import PublishNotice
from article3.acts.put_to_source import PutToSource
from article3.acts.remind_source import RemindSource
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.update_notice import UpdateNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.bureau_letter import BureauLetter, Says, letter_reference
from article3.lifecycle.ordered import barred
from article3.terms.communication import Aim, Channel, PersonStatus
from article3.terms.finding import Refused
from article3.terms.reasons import CaveatKind, WithdrawalCode
from article3.terms.redress import CommissionOrder, Correctable, Measured
from tests.acts.situations import SITUATIONS, desk_in, wanted_diffusion
from tests.acts.test_every_act_in_every_situation import SOURCE
from tests.desk import FIRST, MEMBERS, ORDER, REFERENCE, Desk, bureau, murder

AGAIN, LETTER = "c" * 32, "e" * 32
HAS_ENDED = {"refused", "withdrawn", "cancelled", "recalled", "expired"}


def ordered(desk: Desk, measure: Measured, file: str = REFERENCE, id: str = "f" * 32, **fields: object) -> object:
    """One order of the Commission, carried out."""
    order = CommissionOrder(id=id, file=file, measure=measure, due_on=desk.at.date(), **fields)  # type: ignore[arg-type]
    return desk.perform(ImplementDecision(order=order), ORDER)


def corrected(desk: Desk, part: Correctable, text: str) -> object:
    """An order to correct one part."""
    return ordered(desk, Measured.CORRECT, part=part, text=text)


def letters(desk: Desk) -> dict[str, BureauLetter]:
    """Every letter of the Commission, by its bureau."""
    return {page.bureau: page for page in desk.register.ledger_pages(BureauLetter)}


PARTS = [(Correctable.FAMILY_NAME, "Vorten", lambda sent: sent.person.names[0].family),
         (Correctable.GIVEN_NAMES, "Iku", lambda sent: sent.person.names[0].given),
         (Correctable.BIRTH_DATE, "1984-06", lambda sent: str(sent.person.birth_dates[0])),
         (Correctable.BIRTH_PLACE, "Nordhafen", lambda sent: sent.person.birth_place),
         (Correctable.NATIONALITIES, "QM XE", lambda sent: " ".join(sent.person.nationalities)),
         (Correctable.STATUS, "witness", lambda sent: sent.person.status.value),
         (Correctable.CHARGE, "Manslaughter", lambda sent: sent.charges[0].text),
         (Correctable.FACTS_SUMMARY, "He was elsewhere.", lambda sent: sent.facts_summary)]


@pytest.mark.parametrize(("part", "text", "read"), PARTS, ids=[part.value for part, _, _ in PARTS])
def test_a_correction_changes_the_part_in_every_reading_and_keeps_what_it_read_before(part, text, read) -> None:
    """In what the source sent and in what members read; the former text is on the file; everybody is told."""
    desk = desk_in("published")
    before = read(desk.file().communication)
    corrected(desk, part, text)
    file = desk.file()
    assert read(file.communication) == read(file.published.communication) == text
    assert read(file.amendments[-1].former) == before
    assert file.caveats[-1].kind is CaveatKind.CORRECTION
    assert set(desk.outbox.of(MessageKind.NOTICE_UPDATED)) == set(MEMBERS)


def test_a_corrected_name_is_found_in_its_latin_form() -> None:
    """The record is read again as if it had just arrived: nothing computed of the old name stays."""
    desk = desk_in("published")
    corrected(desk, Correctable.FAMILY_NAME, "Ворен")
    name = desk.file().communication.person.names[0]
    assert (name.family, name.script) == ("Ворен", "Cyrl")
    assert "VORTAN" not in name.latin_family and name.latin_family


@pytest.mark.parametrize(("part", "text"), [(Correctable.BIRTH_DATE, "soon"), (Correctable.STATUS, "guilty"),
                                            (Correctable.NATIONALITIES, "Nowhere"),
                                            (Correctable.FAMILY_NAME, "Vortan")])
def test_what_cannot_be_read_or_is_so_already_is_sent_back_with_its_reason(part, text) -> None:
    """A day that is none, a status nobody knows, no country, the same name."""
    with pytest.raises(Refused):
        corrected(desk_in("published"), part, text)


def test_a_correction_of_no_part_or_of_one_that_is_not_there_is_sent_back() -> None:
    """An order must say which part; a message on nobody has no name."""
    with pytest.raises(Refused, match="which part"):
        ordered(desk_in("published"), Measured.CORRECT, text="Vorten")
    desk = Desk()
    desk.requested(replace(murder(), person=None))
    with pytest.raises(Refused, match="no such part"):
        corrected(desk, Correctable.FAMILY_NAME, "Vorten")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_correction_is_carried_out_wherever_the_record_stands_and_nowhere_when_it_ended(situation: str) -> None:
    """The state does not change; what has ended is not corrected."""
    desk = desk_in(situation)
    if situation in HAS_ENDED:
        with pytest.raises(Refused, match="ended"):
            corrected(desk, Correctable.FACTS_SUMMARY, "He was elsewhere.")
        return
    before = desk.file().state
    corrected(desk, Correctable.FACTS_SUMMARY, "He was elsewhere.")
    assert desk.file().communication.facts_summary == "He was elsewhere."
    assert desk.file().state is before


def test_its_source_cannot_undo_a_correction_and_may_change_everything_else() -> None:
    """The part stays as ordered; the latest order on it counts."""
    desk = desk_in("published")
    corrected(desk, Correctable.FACTS_SUMMARY, "He was elsewhere.")
    ordered(desk, Measured.CORRECT, id="9" * 32, part=Correctable.FACTS_SUMMARY, text="He was at sea.")
    now = desk.file().communication
    with pytest.raises(Refused, match="corrected by order"):
        desk.perform(UpdateNotice(reference=REFERENCE, communication=murder()), SOURCE)
    desk.perform(UpdateNotice(reference=REFERENCE, communication=replace(now, interest="He was seen in XD.")), SOURCE)
    assert desk.file().communication.facts_summary == "He was at sea."


@pytest.mark.parametrize("measure", [Measured.LEAVE_ONLY, Measured.NO_HELP])
@pytest.mark.parametrize("situation", ["published", "withdrawn"])
def test_re_entry_waits_for_leave_although_nothing_was_deleted(measure: Measured, situation: str) -> None:
    """Also when the source ended its record before the order; leave lifts the bar."""
    desk = desk_in(situation)
    ordered(desk, measure)
    sent = replace(murder(AGAIN), channel=Channel.DIFFUSION, aim=Aim.ARREST, recipients=("XB",))
    desk.perform(SendDiffusion(communication=sent), bureau("XA"))
    assert barred(desk.file(AGAIN)) == (REFERENCE,)
    ordered(desk, Measured.LEAVE, AGAIN)
    assert barred(desk.file(AGAIN)) == ()


def test_no_further_help_is_told_to_every_member_and_stands_over_the_record() -> None:
    """One letter each, and a caveat in every reading; nothing of it is published any more."""
    desk = desk_in("under_review")
    ordered(desk, Measured.NO_HELP)
    assert set(letters(desk)) == {"XA"}, "nobody but its source ever had it"
    with pytest.raises(Refused):
        desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)
    desk = desk_in("published")
    ordered(desk, Measured.NO_HELP)
    assert set(letters(desk)) == set(MEMBERS)
    assert desk.file().caveats[-1].kind is CaveatKind.NO_FURTHER_HELP


@pytest.mark.parametrize("situation", ["published", "withdrawn", "cancelled"])
def test_members_are_informed_in_the_commissions_words_also_after_the_source_withdrew(situation: str) -> None:
    """Everybody who held it and its source, each by a letter of its own; without words nobody is."""
    desk = desk_in(situation)
    with pytest.raises(Refused, match="missing"):
        ordered(desk, Measured.INFORM)
    ordered(desk, Measured.INFORM, text="The warrant was quashed.")
    assert {page.text for page in letters(desk).values()} == {"The warrant was quashed."}
    assert set(letters(desk)) == set(MEMBERS) == set(desk.outbox.of(MessageKind.COMMISSION_WROTE))


def test_a_bureau_its_source_kept_the_record_from_hears_nothing_of_it() -> None:
    """A letter would tell that there is a record."""
    desk = desk_in("published")
    sent = wanted_diffusion(reference=AGAIN, denied=("XD",))
    desk.perform(SendDiffusion(communication=sent), SOURCE)
    ordered(desk, Measured.INFORM, AGAIN, text="The warrant was quashed.")
    assert "XD" not in letters(desk)


def asked(desk: Desk) -> None:
    """The Commission asks the source."""
    put = PutToSource(reference=REFERENCE, letter=LETTER, text="Which court?", answer_by=desk.at.date())
    desk.perform(put, ORDER)


def test_a_question_is_put_to_the_source_alone_and_answered_once() -> None:
    """Its letter names the record and the words; another bureau's officer finds nothing; the file is untouched."""
    desk = desk_in("published")
    before = desk.file()
    asked(desk)
    (page,) = letters(desk).values()
    assert (page.bureau, page.says, page.text, page.is_open) == ("XA", Says.QUESTION, "Which court?", True)
    assert desk.file() == before
    answer = AnswerCommission(reference=page.reference, text="The District Court.")
    with pytest.raises(NotFound):
        desk.perform(answer, bureau("XB"))
    with pytest.raises(Refused, match="missing"):
        desk.perform(replace(answer, text=" "), SOURCE)
    desk.perform(answer, SOURCE)
    assert letters(desk)["XA"].answer == "The District Court."
    with pytest.raises(Refused, match="no question"):
        desk.perform(answer, SOURCE)


def test_a_reminder_is_on_the_question_and_only_while_it_waits() -> None:
    """A day for each; none once it was answered."""
    desk = desk_in("published")
    asked(desk)
    desk.perform(RemindSource(reference=REFERENCE, letter=LETTER), ORDER)
    assert letters(desk)["XA"].reminded_on == (desk.at.date(),)
    desk.perform(AnswerCommission(reference=letter_reference(LETTER, "XA"), text="The District Court."), SOURCE)
    with pytest.raises(Refused, match="no question"):
        desk.perform(RemindSource(reference=REFERENCE, letter=LETTER), ORDER)


def test_a_source_that_withdraws_is_still_asked() -> None:
    """The question is about what it did, whatever it did since."""
    desk = desk_in("published")
    desk.perform(WithdrawNotice(reference=REFERENCE, code=WithdrawalCode.NO_LONGER_WANTED), SOURCE)
    asked(desk)
    assert letters(desk)["XA"].is_open


def test_a_witness_is_no_accused_any_more() -> None:
    """The rules are applied to the corrected record in the same act."""
    desk = desk_in("published")
    before = desk.file().assessed
    corrected(desk, Correctable.STATUS, PersonStatus.WITNESS.value)
    assert desk.file().assessed != before
