"""From an application to an order carried out at every bureau: two seats that know each other by letters alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from nacl.signing import SigningKey

from article3 import wiring as organization
from article3.acts.answer_commission import AnswerCommission
from article3.acts.open_review import OpenReview
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.withdraw_notice import WithdrawNotice
from article3.commands.deliver import rounds
from article3.commission import wiring
from article3.commission.acts.ask_party import AskParty
from article3.commission.acts.cast_vote import CastVote
from article3.commission.acts.decide_request import DecideRequest
from article3.commission.acts.order_block import OrderBlock
from article3.commission.acts.propose_ruling import ProposeRuling
from article3.commission.acts.remind_party import RemindParty
from article3.commission.lifecycle.application import SpokenFor
from article3.commission.lifecycle.request import Asked, Stage
from article3.commission.lifecycle.ruling import Ballot, Measured, ReportState
from article3.commission.lifecycle.timetable import Limit, clocks
from article3.exchange import keys, orders, signing
from article3.lifecycle.bureau_letter import BureauLetter, BureausWritten, Says, letter_reference
from article3.officers import demo_entry
from article3.register import bureau_letters, copies
from article3.register.ledger.pages import several
from article3.register.tray import box
from article3.terms.facts_commission import CommissionOutcome, Remedy, UrgencyGround
from article3.terms.finding import Refused
from article3.terms.reasons import ToPerson, WithdrawalCode
from article3.terms.redress import Correctable
from article3.wiring import letter_box
from tests.commission import wing

pytestmark = pytest.mark.django_db(databases=["default", "commission"])
FAR = date(2031, 1, 1)


@pytest.fixture
def world() -> SimpleNamespace:
    """Everybody in one installation, one diffusion at two bureaus, one request about it, members seated."""
    found = wing.furnished()
    found.file = wing.diffusion(found)
    rounds()
    found.code, found.request = wing.sent(found)
    wing.admitted(found, found.request)
    wing.identified(found, found.request, found.file)
    found.sits = wing.seated(found, found.request)
    return found


def blocked(world: SimpleNamespace) -> None:
    order = OrderBlock(reference=world.request, file=world.file, id=wiring.new_id(), urgency=UrgencyGround.DETENTION,
                       because="The applicant is held because of it.")
    wiring.perform(order, sitting=world.sits[0])


def assessed(world: SimpleNamespace) -> None:
    """The task force is asked and answers through the letter-box."""
    asked = AskParty(reference=world.request, id=wiring.new_id(), of=Asked.TASK_FORCE, about=world.file,
                     text="Please send your assessment of this file.", due_on=FAR)
    wiring.perform(asked, sitting=world.desk)
    questions, _ = letter_box.tray(world.reviewer)
    letter_box.answer_letter(world.reviewer, questions[0].id, "We find it not compliant.")
    wiring.go_round()


def decided(world: SimpleNamespace, **how: object) -> None:
    """Proposed by the rapporteur, voted by three of five, decided."""
    wiring.perform(ProposeRuling(reference=world.request, draft=wing.draft(world.sits[0], **how)),
                   sitting=world.sits[0])
    for member in world.sits[:3]:
        wiring.perform(CastVote(reference=world.request, ballot=Ballot.FOR, reasons=""), sitting=member)
    found = wiring.request(world.sits[0], world.request)
    wiring.perform(DecideRequest(reference=world.request, ids=wiring.ids_for(found)), sitting=world.sits[0])


def read_by(world: SimpleNamespace, bureau: str) -> str:
    """The mark over the record at a bureau."""
    return str(organization.reader(world.bureaus[bureau], "incoming").published(world.file).mark)


def own(world: SimpleNamespace):
    return wiring.request(world.sits[0], world.request)


def test_a_block_stands_at_every_bureau_before_the_next_round_ends(world) -> None:
    """And the Secretariat's report says, country by country, who has the word."""
    blocked(world)
    assert {read_by(world, code) for code in ("XB", "XD")} == {"suspended"}
    rounds()
    rounds()
    carried = own(world).measures[0].carried
    assert carried.state is ReportState.COMPLETE
    assert {each.bureau for each in carried.countries} == {"XB", "XD"}


def test_a_decision_to_delete_is_carried_out_reported_and_certified(world) -> None:
    """Data gone at both bureaus, report complete, and the applicant reads a certificate by country."""
    assessed(world)
    decided(world)
    assert own(world).stage is Stage.DECIDED
    for _ in range(3):
        rounds()
    assert own(world).stage is Stage.CARRIED_OUT
    assert {read_by(world, code) for code in ("XB", "XD")} == {"remove"}
    seen = wiring.own_outlook(world.code, datetime.now(UTC) + timedelta(days=20))
    assert seen.answer is ToPerson.REMOVED
    assert [(each.measure, each.complete, len(each.countries)) for each in seen.certificate] == [
        (Measured.DELETE, True, 2)]


def test_a_source_that_withdraws_before_the_ruling_does_not_stop_it(world) -> None:
    """The quiet withdrawal (walk-through 3): offered a ruling, ruled on, and re-entry waits for leave."""
    assessed(world)
    order = WithdrawNotice(reference=world.file, code=WithdrawalCode.NO_LONGER_WANTED)
    organization.perform(order, sitting=world.bureaus["XC"])
    found = wiring.keep_watch(world.sits[0], own(world))
    assert found.ruling_offered_on and found.identified[0].ended_on
    decided(world)
    rounds()
    again = wing.diffusion(world)
    eyes = organization.reader(world.bureaus["XB"], "incoming")
    with pytest.raises(organization.NotFound):
        eyes.published(again)
    with pytest.raises(organization.NotFound):  # who did not take the file up does not know of it
        letter_box.ask_leave(world.reviewer, again, "Another man of that name.")
    organization.perform(OpenReview(reference=again), sitting=world.reviewer)
    letter_box.ask_leave(world.reviewer, again, "Another man of that name.")
    wiring.go_round()
    (asked,) = wiring.leave_asked()
    with pytest.raises(Refused):
        wiring.give_leave(world.desk, asked["id"])
    wiring.give_leave(world.sits[0], asked["id"])
    assert [order.measure for order in box.orders() if order.file == again] == [Measured.LEAVE]


def test_the_secretariats_assessment_comes_before_the_examination(world) -> None:
    """Since November 2025 a draft cannot be proposed before the Secretariat has assessed the file itself."""
    with pytest.raises(Refused, match="assessment"):
        decided(world)


def test_a_letter_brought_twice_has_one_effect(world) -> None:
    """The order is kept once; the second bringing changes nothing."""
    blocked(world)
    (order,) = box.orders()
    letter = {"id": order.id, "kind": "order", "body": {"id": order.id, "file": world.file, "measure": "block",
                                                          "due_on": "2026-03-02", "text": ""}}
    data = signing.sign("commission_letters", {"letters": [letter], "have": []}, keys.own("commission"))
    letter_box.letters(data)
    assert len(box.orders()) == 1


def test_only_the_commissions_key_opens_the_letter_box(world) -> None:
    """A bureau's key, an unknown key, another kind: strangers all."""
    body = {"letters": [], "have": []}
    for key in (keys.own("bureau:XC"), SigningKey.generate(), keys.own("secretariat")):
        with pytest.raises(letter_box.Stranger):
            letter_box.letters(signing.sign("commission_letters", body, key))
    with pytest.raises(letter_box.Stranger):
        letter_box.letters(signing.sign("take", body, keys.own("commission")))
    answer = Client().post("/exchange/v1/letters", b"nothing", content_type="application/article3")
    assert answer.status_code == 400


def test_what_cannot_be_carried_out_is_reported_with_its_reason(world) -> None:
    """An order about a file that is not there is answered, never lost."""
    order = wiring.new_id()
    letter = {"id": order, "kind": "order", "body": {"id": order, "file": "0" * 32, "measure": "block",
                                                       "due_on": "2026-03-02", "text": ""}}
    data = signing.sign("commission_letters", {"letters": [letter], "have": []}, keys.own("commission"))
    answer = signing.check(letter_box.letters(data)).body
    (report,) = [each["body"] for each in answer["letters"] if each["kind"] == "report"]
    assert (report["state"], report["because"]) == ("impossible", "There is no such file.")


def test_no_letter_names_the_applicant_or_the_request(world) -> None:
    """What the Secretariat ever read: files and what is to be done; no name, no wish, no reason, no reference of ours.
    """
    assessed(world)
    blocked(world)
    decided(world)
    from article3.register.tray.models import Letter

    read = b"\n".join(bytes(row.body) for row in Letter.objects.filter(outgoing=False)).decode()
    assert world.file in read
    for secret in (world.request, world.code, "Selen", "political", "held because", "deletion"):
        assert secret not in read


def test_an_ordinary_diffusion_of_somebody_else_passes_after_an_order(world) -> None:
    """The bar is on the man and the facts, not on the source."""
    assessed(world)
    decided(world)
    from article3.terms.communication import Name, Person

    other = wing.diffusion(world, person=Person(names=(Name(family="Brandt", given="Ursel"),), nationalities=("XD",)),
                           facts_summary="Theft of a lorry in Nordhafen.")
    assert organization.reader(world.bureaus["XB"], "incoming").published(other).mark == "unreviewed"
    assert SendDiffusion


def ruled(world: SimpleNamespace, *remedies: Remedy, **said: object) -> None:
    """Assessed, then decided with these remedies."""
    assessed(world)
    draft = replace(wing.draft(world.sits[0], outcome=CommissionOutcome.COMPLIANT_WITH_UPDATE,
                               remedies=frozenset(remedies)), **said)
    wiring.perform(ProposeRuling(reference=world.request, draft=draft), sitting=world.sits[0])
    for member in world.sits[:3]:
        wiring.perform(CastVote(reference=world.request, ballot=Ballot.FOR, reasons=""), sitting=member)
    found = own(world)
    wiring.perform(DecideRequest(reference=world.request, ids=wiring.ids_for(found)), sitting=world.sits[0])


def test_every_order_of_a_decision_is_carried_out_and_reported_back_country_by_country(world) -> None:
    """Corrected in both copies, members informed and forbidden to help by letters they have, re-entry barred here."""
    ruled(world, Remedy.CORRECT, Remedy.INFORM_MEMBERS, Remedy.NO_FURTHER_HELP, Remedy.LEAVE_ONLY,
          part=Correctable.FAMILY_NAME, reads_as="Seelen", text="The warrant was quashed.")
    assert {order.measure for order in box.orders() if not order.complete_at} >= {Measured.INFORM, Measured.CORRECT}
    for _ in range(3):
        rounds()
    read = organization.reader(world.bureaus["XB"], "incoming").published(world.file).communication
    assert read.person.names[0].family == "Seelen"
    carried = {each.measure: sorted(country.bureau for country in each.carried.countries)
               for each in own(world).measures if each.carried.state is ReportState.COMPLETE}
    assert carried == {Measured.CORRECT: ["XB", "XD"], Measured.INFORM: ["XB", "XC", "XD"],
                       Measured.NO_HELP: ["XB", "XC", "XD"], Measured.LEAVE_ONLY: []}
    assert own(world).stage is Stage.CARRIED_OUT
    says = [letter.says for letter in organization.letters_of_commission(world.bureaus["XD"])]
    assert sorted(says) == ["inform", "no_help"]
    told = wiring.own_outlook(world.code, datetime.now(UTC) + timedelta(days=20)).certificate
    assert {each.measure for each in told} == set(carried)


@pytest.mark.parametrize(("remedies", "said"), [
    ({Remedy.DELETE, Remedy.CORRECT}, {"part": Correctable.CHARGE, "reads_as": "Theft"}), ({Remedy.CORRECT}, {}),
    ({Remedy.CORRECT}, {"part": Correctable.CHARGE}), ({Remedy.INFORM_MEMBERS}, {})])
def test_a_draft_that_could_not_be_carried_out_is_not_proposed(world, remedies, said) -> None:
    """Deleted and corrected at once; a correction of no part or to nothing; members informed of nothing."""
    assessed(world)
    draft = replace(wing.draft(world.sits[0], remedies=frozenset(remedies),
                               outcome=CommissionOutcome.NOT_COMPLIANT), **said)
    with pytest.raises(Refused, match=r"missing|corrected"):
        wiring.perform(ProposeRuling(reference=world.request, draft=draft), sitting=world.sits[0])


def asked_of_source(world: SimpleNamespace, text: str = "Which court issued it?") -> None:
    """The Commission asks XC, whose record it is."""
    order = AskParty(reference=world.request, id=wiring.new_id(), of=Asked.SOURCE, about=world.file, text=text,
                     due_on=FAR)
    wiring.perform(order, sitting=world.desk)


@pytest.fixture
def agreed(world: SimpleNamespace) -> SimpleNamespace:
    """The applicant lets the source learn of the request."""
    said = wing.application(source_may_know=True, contact="Advocate Maro, maro@example.org")
    world.code, world.request = wing.sent(world, said)
    wing.admitted(world, world.request)
    wing.identified(world, world.request, world.file)
    return world


def test_a_question_to_the_source_reaches_its_desk_and_the_answer_returns(agreed) -> None:
    """Nobody at the Secretariat relays or reads it; the bureau learns of no applicant; its silence has a clock."""
    asked_of_source(agreed)
    assert letter_box.tray(agreed.reviewer)[0] == ()
    assert organization.letters_of_commission(agreed.bureaus["XB"]) == ()
    (letter,) = organization.letters_of_commission(agreed.bureaus["XC"])
    assert (letter.text, letter.answer_by, letter.is_open) == ("Which court issued it?", FAR, True)
    clock = next(each for each in clocks(wiring.request(agreed.desk, agreed.request)) if each.limit is Limit.ANSWER)
    assert clock.due_on == FAR
    organization.perform(AnswerCommission(reference=letter.reference, text="The court of Port Selen."),
                         sitting=agreed.bureaus["XC"])
    wiring.go_round()
    (question,) = wiring.request(agreed.desk, agreed.request).questions
    assert question.answer == "The court of Port Selen." and not question.open


def test_a_silent_source_is_reminded_on_its_own_desk(agreed) -> None:
    """The reminder stands on the question; the task force sees nothing of it."""
    asked_of_source(agreed)
    (question,) = wiring.request(agreed.desk, agreed.request).questions
    late = datetime(2031, 1, 2, 9, 0, tzinfo=UTC)
    wiring.perform(RemindParty(reference=agreed.request, question=question.id), sitting=agreed.desk, at=late)
    wiring.go_round()
    (letter,) = organization.letters_of_commission(agreed.bureaus["XC"])
    assert len(letter.reminded_on) == 1 and letter_box.tray(agreed.reviewer)[0] == ()


@pytest.mark.parametrize("text", ["Ask Mrs Maro which court.", "Write to maro@example.org about the court.",
                                  "He says the charge is political and was made up: is it?"])
def test_a_question_that_tells_of_the_applicant_is_not_sent(agreed, text: str) -> None:
    """Neither who speaks for the person, nor how to reach them, nor words they do not want passed on."""
    said = wing.application(source_may_know=True, contact="Advocate Maro, maro@example.org",
                            spoken_for=SpokenFor(name="Ana Maro"), withheld=frozenset({"reasons"}),
                            summary="He says the charge is political and was made up.")
    _, agreed.request = wing.sent(agreed, said)
    wing.admitted(agreed, agreed.request)
    wing.identified(agreed, agreed.request, agreed.file)
    with pytest.raises(Refused, match="applicant"):
        asked_of_source(agreed, text)


def test_without_the_applicants_leave_no_source_is_asked(world) -> None:
    """It would learn that somebody applied (Statute 35)."""
    with pytest.raises(Refused, match="did not agree"):
        asked_of_source(world)


def test_what_travels_to_an_installation_of_a_bureaus_own_is_the_same_letter() -> None:
    """Taken in there, it reads as it does here; a reminder leaves the rest as it is."""
    written = BureausWritten(reference="1" * 32, at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC), by="", seat="commission",
                             letter="2" * 32, says=Says.QUESTION, text="Which court?", bureaus=("XC",), answer_by=FAR)
    for day in ((), (date(2031, 1, 2),)):
        bureau_letters.hold(bureau_letters.content_of(replace(written, reminded_on=day)), "XC")
        (page,) = several(BureauLetter, about="XC")
        assert (page.reference, page.text, page.answer_by) == (letter_reference("2" * 32, "XC"), "Which court?", FAR)
        assert (page.reminded_on, page.is_open, page.file) == (day, True, "1" * 32)


def test_an_answer_given_in_an_installation_of_a_bureaus_own_travels_as_what_it_is() -> None:
    """The act is carried to the Secretariat word for word."""
    answer = AnswerCommission(reference="1" * 32, text="The court of Port Selen.")
    content = orders.written(answer, copies.plain)
    assert orders.read("AnswerCommission", content, answer.reference) == answer


def test_the_bureaus_page_shows_the_question_takes_the_answer_and_is_nobody_elses(agreed, settings) -> None:
    """At its desk and among what is asked of it; another bureau's officer finds neither page nor words."""
    settings.DEMO = True
    asked_of_source(agreed)
    (letter,) = organization.letters_of_commission(agreed.bureaus["XC"])
    page = f"/bureau/told/{letter.reference}/"
    source, other = Client(), Client()
    for browser, code in ((source, "XC"), (other, "XB")):
        browser.get(f"/demo/enter/{demo_entry.token(agreed.bureaus[code].officer)}/")
    for address in ("/bureau/", "/bureau/asked/"):
        assert page in source.get(address).content.decode() and page not in other.get(address).content.decode()
    assert "Which court issued it?" in source.get(page).content.decode()
    assert other.get(page).status_code == other.post(page, {"text": "Ours."}).status_code == 404
    assert source.post(page, {"text": " "}).status_code in (200, 422)
    assert source.post(page, {"text": "The court of Port Selen."}).status_code == 302
    assert "The court of Port Selen." in source.get(page).content.decode()
