"""The front line: what may be done first; a candidate until compared; a check before acting; a recall finds files."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.at_home.answer_incident import AnswerIncident
from article3.acts.at_home.answer_reliance import AnswerReliance
from article3.acts.at_home.check_before_acting import CheckBeforeActing
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.frontline import PreActionCheck, Reliance, Result, Traveller
from article3.national.cabinet import Cabinet
from article3.terms.facts_national import LegalValue, Regime, Use
from article3.terms.finding import Refused
from article3.terms.reasons import WithdrawalCode
from article3.wiring import front_room, letter_room
from article3.wiring.legal_effect import law_of
from tests.at_home.conftest import Home
from tests.sites.visitor import Visitor

THE_MAN = Traveller(names=("Iko Vortan",), birth_dates=("1984-06-12",), documents=("QM448210",))
THE_TWIN = Traveller(names=("Iko Vortan",), birth_dates=("1984-06-12",), documents=("QM990001",))


def published(home: Home) -> str:
    """A red notice on Iko Vortan, published to every member."""
    return home.published(home.proposed(home.examined(home.requested())))


def found(home: Home, traveller: Traveller = THE_MAN) -> front_room.Candidate:
    """The one record found."""
    (one,) = front_room.ask(home.sittings["front"], traveller).candidates
    return one


def confirmed(home: Home, **said: str) -> Result:
    """A result an officer compared and confirmed."""
    result = front_room.result_of(home.sittings["front"], found(home).result)
    front_room.judge_result(home.sittings["front"], result, same=True, compared=("face",), **said)
    return front_room.result_of(home.sittings["front"], result.id)


def check(result: Result, **said: object) -> PreActionCheck:
    """A check answered in full, unless said otherwise."""
    usual = {"still_valid": True, "confirmed_with": "Bureau, desk 4", "something_besides": True, "besides": "a warrant",
             "misuse_looked_for": True, "misuse_signs": "", "supervisor": "Sergeant Oru", "papers_asked": True,
             "told_how_to_contest": True, "warrant": True, "law_allows": True}  # fmt: skip
    return PreActionCheck(id=wiring.new_reference(), bureau="XB", item=result.item, result=result.id, use=Use.ARREST,
                          at=timezone.now(), by="x", **(usual | said))  # type: ignore[arg-type]


def relied(home: Home, result: Result, proof: PreActionCheck | None) -> str:
    """The arrest, in the register."""
    done = Reliance(id=wiring.new_reference(), bureau="XB", item=result.item, result=result.id, use=Use.ARREST,
                    check=proof.id if proof else None, done="Held at the airport.", file="77/2026", at=timezone.now(),
                    agency="Border police", by=home.sittings["front"].officer)
    front_room.rely(home.sittings["front"], done)
    return done.id


def kept(home: Home, result: Result, **said: object) -> PreActionCheck:
    """The check, carried out."""
    order = CheckBeforeActing(check=check(result, **said), value=LegalValue.LOCATE_ONLY, regime=Regime.OTHER)
    home.at_home(order, "front")
    return front_room.check_of(home.sittings["front"], order.check.id)


def test_what_may_be_done_stands_first_and_no_accusation_at_all(home: Home) -> None:
    """K1: national text of XB; minimal identification; nothing of the charge."""
    published(home)
    page = Visitor(home.browsers["front"]).visit("/front_line/").fill(name="Vortan Iko").press("Ask")
    page.says("This is no ground for arrest", "A red notice is no ground for arrest here", "Belmore", "1984")
    assert page.text.index("no ground for arrest") < page.text.index("VORTAN")
    for word in ("murder", "Murder", "shopkeeper", "warrant.pdf"):
        assert word not in page.text


def test_the_page_says_when_not_everything_was_compared(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a result beside it and without: "nothing is found" stands only where everything was compared."""
    published(home)
    monkeypatch.setattr(front_room, "MOST_TOLD", 0)
    page = Visitor(home.browsers["front"]).visit("/front_line/").fill(name="Vortan Iko").press("Ask")
    page.says("This question cannot be answered yet", "Add the date of birth")
    assert "Nothing is found" not in page.text
    monkeypatch.undo()
    nobody = Visitor(home.browsers["front"]).visit("/front_line/").fill(name="Somebody Unknown").press("Ask")
    nobody.says("Nothing is found here")
    assert "cannot be answered" not in nobody.text


def test_the_treaty_with_one_country_comes_before_the_rule_for_all(home: Home) -> None:
    """NAT-2: dated, per kind and source."""
    published(home)
    assert found(home).may.value is LegalValue.LOCATE_ONLY
    row = replace(found(home).row, source="XE")
    here, silent = (law_of(bureau, timezone.now()).may_do(row) for bureau in ("XB", "QM"))
    assert here.value is LegalValue.PROVISIONAL_ARREST_REQUEST
    assert (silent.effect, silent.value) == (None, LegalValue.INFORMATION_ONLY)


def test_an_unreviewed_diffusion_is_information_whatever_the_law_says_of_notices(home: Home) -> None:
    """Never as if it were valid."""
    home.diffusion()
    one = found(home)
    assert (one.may.reviewed, one.may.value) == (False, LegalValue.INFORMATION_ONLY)


def test_a_retracted_record_is_not_there(home: Home) -> None:
    """Retracted items at all: never."""
    reference = published(home)
    cancel(home, reference)
    assert front_room.ask(home.sittings["front"], THE_MAN).candidates == ()


def test_a_result_is_a_candidate_until_somebody_compared(home: Home) -> None:
    """RPD 104: no check, no use before."""
    published(home)
    result = front_room.result_of(home.sittings["front"], found(home).result)
    with pytest.raises(Refused, match="candidate"):
        kept(home, result)
    with pytest.raises(Refused, match="compared"):
        front_room.judge_result(home.sittings["front"], result, same=True, compared=())


@pytest.mark.parametrize(("policy", "told"), [("", True), ("protection", False)])
def test_the_source_is_told_of_a_confirmed_result_unless_a_policy_forbids_it(home: Home, policy: str, told: bool
                                                                             ) -> None:
    """RPD 105; of a candidate it learns nothing."""
    published(home)
    result = front_room.result_of(home.sittings["front"], found(home).result)
    wiring.deliver("XA")
    before = len(wiring.inbox(home.sittings["xa"]))
    front_room.judge_result(home.sittings["front"], result, same=True, compared=("face",), keep_from_source=policy)
    wiring.deliver("XA")
    assert len(wiring.inbox(home.sittings["xa"])) - before == int(told)
    assert bool(front_room.result_of(home.sittings["front"], result.id).source_told_at) == told


def test_coercion_needs_a_check_of_this_result_and_this_use(home: Home) -> None:
    """RPD 63: no number, no entry; another use's number is none."""
    published(home)
    result = confirmed(home)
    with pytest.raises(Refused, match="check before acting"):
        relied(home, result, None)
    with pytest.raises(Refused, match="another check"):
        relied(home, result, replace(kept(home, result), id=other_use(home, result)))


def other_use(home: Home, result: Result) -> str:
    """The number of a check for something else."""
    asked = replace(check(result), use=Use.IMMIGRATION_ACTION)
    home.at_home(CheckBeforeActing(check=asked, value=None, regime=Regime.OTHER), "front")
    return asked.id


def test_every_answer_that_is_missing_or_against_it_stands_beside_the_number(home: Home) -> None:
    """K2: one case a question; none of them passes in silence, and with all answered nothing stands in the way."""
    published(home)
    result = confirmed(home)
    assert kept(home, result).in_order
    for said, word in (
        ({"law_allows": None}, "national law allow"), ({"law_allows": False}, "does not allow this use"),
        ({"still_valid": False}, "not confirmed as valid"), ({"still_valid": None}, "still valid now"),
        ({"something_besides": False}, "rest on the record alone"), ({"supervisor": ""}, "Which supervisor"),
        ({"misuse_signs": "a journalist"}, "Signs of misuse"), ({"papers_asked": None}, "papers asked"),
        ({"told_how_to_contest": False}, "how to contest"), ({"warrant": False}, "no basis for arrest")):
        proof = kept(home, result, **said)
        assert not proof.in_order
        assert any(word in each for each in (*proof.against, *proof.open_questions)), (said, proof)


def test_what_is_done_against_the_check_is_an_incident(home: Home) -> None:
    """K: relied on against law or policy, on the bureau's page."""
    published(home)
    result = confirmed(home)
    relied(home, result, kept(home, result, something_besides=False))
    page = Visitor(home.browsers["xb"]).visit("/bureau/reliances/")
    page.says("Against law or policy", "rest on the record alone", "77/2026")


def test_a_recall_finds_the_file_and_it_is_listed_until_it_is_answered_for(home: Home) -> None:
    """K3: open from the recall on; closed with an answer, by a bureau officer only."""
    reference = published(home)
    result = confirmed(home)
    entry = relied(home, result, kept(home, result))
    assert front_room.find_reliances("XB") == 0
    cancel(home, reference)
    page = Visitor(home.browsers["xb"]).visit("/bureau/reliances/").says("Called back: answer")
    page.visit(f"/bureau/reliances/{entry}/").fill(said="The court was told; he was let go.").press("Close the file")
    page.says("The file is closed.", "Closed")
    assert front_room.reliance_of(home.sittings["xb"], entry).closed_at is not None
    with pytest.raises(Refused, match="mandate"):
        home.at_home(AnswerReliance(reliance=entry, said="x"), "front")


def test_the_wrong_twin_is_cleared_once_and_the_letter_proves_it(home: Home) -> None:
    """Walk-through 10: same name and birthday; the man himself is still found."""
    published(home)
    twin = front_room.result_of(home.sittings["front"], found(home, THE_TWIN).result)
    front_room.judge_result(home.sittings["front"], twin, same=False, compared=("face", "document"))
    answer = front_room.ask(home.sittings["front"], THE_TWIN)
    assert (answer.candidates, answer.cleared) == ((), 1)
    assert front_room.ask(home.sittings["front"], THE_MAN).candidates
    judged = front_room.result_of(home.sittings["front"], twin.id)
    until = timezone.localdate() + timedelta(days=90)
    letter = letter_room.clearance_letter(home.sittings["front"], judged, until)
    assert letter_room.read_letter(letter)["bureau"] == "XB"
    with pytest.raises(Refused, match="no letter"):
        letter_room.read_letter(letter.replace("QM990001", "QM990002"))
    with pytest.raises(Refused, match="good until"):
        letter_room.read_letter(letter, timezone.now() + timedelta(days=91))


@pytest.mark.parametrize("written", ["VORTAN, Iko", "vortan iko", "Iko VORTAN"])
def test_who_was_cleared_stays_cleared_however_the_next_officer_writes_the_name(home: Home, written: str) -> None:
    """Walk-through 10: other order and capitals, the number with a space; the man of the record is still found, and
    another officer of the bureau asks."""
    published(home)
    twin = front_room.result_of(home.sittings["front"], found(home, THE_TWIN).result)
    front_room.judge_result(home.sittings["front"], twin, same=False, compared=("document",))
    again = replace(THE_TWIN, names=(written,), documents=("qm 990001",))
    assert front_room.ask(home.sittings["xb_clerk"], again).cleared == 1
    assert front_room.ask(home.sittings["xb_clerk"], replace(again, documents=THE_MAN.documents)).candidates
    other_day = replace(again, birth_dates=("1984-06-13",))
    assert front_room.ask(home.sittings["front"], other_day).cleared == 0


def test_a_mark_kept_by_an_older_version_still_holds(home: Home) -> None:
    """What was remembered with the name as written stays remembered."""
    reference = published(home)
    cabinet = Cabinet("XB", timezone.now())
    cabinet.remember_not_same([front_room.pair_of(cabinet, THE_TWIN, reference)])
    assert front_room.ask(home.sittings["front"], THE_TWIN).cleared == 1


def test_without_a_paper_nobody_is_cleared_for_good(home: Home) -> None:
    """A name and a birthday would clear the wanted man too."""
    published(home)
    nameless = replace(THE_TWIN, documents=())
    one = front_room.result_of(home.sittings["front"], found(home, nameless).result)
    front_room.judge_result(home.sittings["front"], one, same=False, compared=("face",))
    assert front_room.ask(home.sittings["front"], nameless).candidates


def cancel(home: Home, reference: str) -> None:
    """The source withdraws the notice: every member is to remove it."""
    home.perform(WithdrawNotice(reference=reference, code=WithdrawalCode.NO_LONGER_WANTED), "xa")


def test_what_was_done_without_a_check_is_reported_and_a_recall_finds_it(home: Home) -> None:
    """K: nobody asked before; it is an incident with its file all the same, open until its remedy is said."""
    reference = published(home)
    result = confirmed(home)
    officer = Visitor(home.browsers["front"]).visit(f"/front_line/results/{result.id}/incident/")
    officer.fill(use="arrest", done="Held for a night.", agency="Border police", file="78/2026", against=["no_check"])
    officer.press("Write it down").says("The incident is on file.")
    bureau = Visitor(home.browsers["xb"]).visit("/bureau/reliances/")
    bureau.says("Nobody made the check before acting", "Open")
    cancel(home, reference)
    bureau.visit("/bureau/reliances/").says("Called back: answer", "78/2026")
    (incident,) = front_room.incidents(home.sittings["xb"])
    bureau.visit(f"/bureau/reliances/incidents/{incident.id}/").fill(remedy="Let go; the officers were instructed.")
    bureau.press("Close the incident").says("The incident is closed.", "Closed")
    with pytest.raises(Refused, match="is closed"):
        home.at_home(AnswerIncident(incident=incident.id, remedy="Again."), "xb")
    with pytest.raises(Refused, match="mandate"):
        home.at_home(AnswerIncident(incident=incident.id, remedy="Again."), "front")


def test_a_bureau_reports_what_it_hears_of_by_the_records_number(home: Home) -> None:
    """Known from elsewhere: no result of ours; a number that is none is said, and none is looked up."""
    reference = published(home)
    page = Visitor(home.browsers["xb"]).visit("/bureau/reliances/report/")
    told = {"use": "arrest", "done": "Held on the notice alone.", "agency": "Town police", "file": "9/2026",
            "against": ["record_alone", "law"]}  # fmt: skip
    page.fill(**told, record=reference[:8]).press("Write it down").says("Number of the record")
    assert front_room.incidents(home.sittings["xb"]) == ()
    page.fill(**told, record=reference).press("Write it down").says("The action rested on the record alone", "9/2026")
    assert home.browsers["xc"].get(page.at).status_code == 404


def test_the_person_cannot_be_confirmed_on_a_record_that_is_gone(home: Home) -> None:
    """Retracted between the question and the judgement: nothing may rest on it; "somebody else" may be said."""
    reference = published(home)
    result = front_room.result_of(home.sittings["front"], found(home).result)
    cancel(home, reference)
    with pytest.raises(Refused, match="no such record any more"):
        front_room.judge_result(home.sittings["front"], result, same=True, compared=("face",))
    assert front_room.judge_result(home.sittings["front"], result, same=False, compared=("face",)).same is False


@pytest.mark.parametrize("asked", ["Iko Wortan", "Ико Вортан", "إيكو فورتان", "VORTAN, Ico"])
def test_another_script_or_spelling_on_the_page(home: Home, asked: str) -> None:
    """The same record, by sound; a birth date that cannot be read is said."""
    published(home)
    page = Visitor(home.browsers["front"]).visit("/front_line/").fill(name=asked).press("Ask").says("VORTAN")
    answer = home.browsers["front"].post("/front_line/", {"name": asked, "birth_date": "12.06.1984"})
    assert answer.status_code == 422 and "cannot be read" in answer.content.decode()
    assert page.text.index("no ground for arrest") < page.text.index("VORTAN")
