"""Journeys 1 and 2 and walk-through 8, over a Secretariat and bureaus that are processes with their own databases."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from article3.commands.bench.processes import Installation, answers, free_port, until
from tests import homes

pytestmark = pytest.mark.processes
ROOT = Path(__file__).resolve().parents[2]
START_S = 120


class Seat:
    """One installation that can be told to do things."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self.key = json.loads(installation.line())

    def __getattr__(self, deed: str) -> Any:
        def do(*details: Any) -> Any:
            self._installation.tell(json.dumps([deed, *details]))
            line = self._installation.line()
            assert line, f"{deed} failed"
            return json.loads(line)

        return do


class House:
    """A Secretariat, served, and four bureaus."""

    def __init__(self, factory: pytest.TempPathFactory, stack: ExitStack) -> None:
        self._folder, self._stack, self.port = factory.mktemp("house"), stack, free_port()
        for name in ("secretariat", *(f"bureau-{code}" for code in ("XA", "XB", "XC", "XD"))):
            homes.begin(self._folder / name, factory)
        address = f"http://127.0.0.1:{self.port}"
        told = {code: self._seat(f"bureau:{code}", address) for code in ("XA", "XB", "XC", "XD")}
        secretariat = self._seat("secretariat", "")
        self.bureaus = {code: Seat(installation) for code, installation in told.items()}
        self.secretariat = Seat(secretariat)
        self.secretariat.know("secretariat", self.secretariat.key)
        for code, bureau in self.bureaus.items():
            bureau.know("secretariat", self.secretariat.key)
            self.secretariat.know(f"bureau:{code}", bureau.key)
        self.server = self._installation("secretariat", "article3.project.cli", ["serve", "--port", str(self.port)], "")
        until(lambda: answers(address), START_S)

    def everybody_goes_round(self, *apart: str) -> None:
        """A round at each bureau but these."""
        for code, bureau in self.bureaus.items():
            if code not in apart:
                assert bureau.round() == ""

    def _seat(self, seat: str, address: str) -> Installation:
        return self._installation(seat, "tests.journeys.deeds", [seat], address)

    def _installation(self, seat: str, module: str, words: list[str], address: str) -> Installation:
        own = {"ARTICLE3_SEAT": seat if seat.startswith("bureau:") else "", "ARTICLE3_SECRETARIAT": address,
               "ARTICLE3_DATABASE_URL": "", "ARTICLE3_DEMO": "", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
               "DJANGO_SETTINGS_MODULE": "article3.project.settings"}
        home = self._folder / seat.replace(":", "-")
        return self._stack.enter_context(Installation(home, module, words, **own))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Six processes, started once for the file."""
    with ExitStack() as stack:
        yield House(tmp_path_factory, stack)


def reference() -> str:
    """A fresh one."""
    return secrets.token_hex(16)


def mark(bureau: Seat, item: str) -> str | None:
    """What stands over the item in the bureau's own list of what it received."""
    return next((mark for found, mark, _ in bureau.incoming() if found == item), None)


def test_a_notice_request_is_published_to_every_bureaus_own_installation(house: House) -> None:
    """Journey 1: sent by one installation, examined at the Secretariat, read in all the others but its source."""
    item = reference()
    house.bureaus["XA"].request(item)
    house.everybody_goes_round()
    assert mark(house.bureaus["XB"], item) is None, "nobody knows of a request"
    house.secretariat.publish(item)
    house.everybody_goes_round()
    assert {code: mark(bureau, item) for code, bureau in house.bureaus.items()} == {
        "XA": None, "XB": "reviewed", "XC": "reviewed", "XD": "reviewed"}
    assert [names for found, _, names in house.bureaus["XB"].incoming() if found == item] == [["Vortan Iko"]]


def test_a_diffusion_found_non_compliant_is_gone_at_every_recipient(house: House) -> None:
    """Journey 2: out at once, marked unreviewed; recalled; removed where it stood and at home; each one signs."""
    item = reference()
    house.bureaus["XA"].send(item, 1, "XB", "XC")
    house.everybody_goes_round()
    house.everybody_goes_round()
    assert [mark(house.bureaus[code], item) for code in ("XB", "XC", "XD")] == ["unreviewed", "unreviewed", None]
    house.bureaus["XB"].give(item, "agency", "Border police")
    house.secretariat.recall(item)
    house.everybody_goes_round()
    assert [mark(house.bureaus[code], item) for code in ("XB", "XC")] == ["remove", "remove"]
    assert [names for found, _, names in house.bureaus["XB"].incoming() if found == item] == [[]], "the names are gone"
    assert house.secretariat.propagation(item)["owing"] == ["XB"], "its border police has not answered"
    assert house.bureaus["XB"].answer(item, "Border police", "acted_before", "Stopped at the airport on 3 May")
    house.everybody_goes_round()
    told = house.secretariat.propagation(item)
    assert told["complete"] and told["acted"] == 1
    answers_given = {holder["bureau"]: holder["answer"] for holder in told["holders"]}
    assert answers_given == {"XB": "acted_before", "XC": "purged"}
    assert "Stopped at the airport on 3 May" in next(h["done"] for h in told["holders"] if h["bureau"] == "XB")


def test_a_bureaus_own_programs_are_called_from_its_own_installation(house: House) -> None:
    """What arrives on the line is told to its inbox and its hooks as at the Secretariat: signed, once, in order."""
    programs, sender, item, notice = house.bureaus["XB"], house.bureaus["XA"], reference(), reference()
    secret, own = programs.hook(), sender.hook()
    sender.send(item, 11, "XB", "XC")
    sender.request(notice, 12)
    house.everybody_goes_round()
    house.everybody_goes_round()
    house.secretariat.publish(notice)
    house.secretariat.caveat(notice, "Extradition was refused in XD.")
    house.secretariat.recall(item)
    house.everybody_goes_round()
    told = programs.called(secret)
    assert [kind for kind, about in told if about == item] == ["diffusion_unreviewed", "diffusion_recalled"]
    assert [kind for kind, about in told if about == notice][:1] == ["notice_published"]
    assert programs.called(secret) == [], "what was told is not told again"
    assert programs.inbox(item) == ["diffusion_unreviewed", "diffusion_recalled"]
    house.secretariat.beat()
    house.everybody_goes_round()
    sent = [kind for kind, about in sender.called(own) if about == notice]
    assert sent[0] == "receipt" and "notice_published" in sent


def test_the_unplugged_bureau(house: House) -> None:
    """Walk-through 8: XB is cut off while the recall goes out; XC passed the item on to XD by hand."""
    item = reference()
    house.bureaus["XA"].send(item, 2, "XB", "XC")
    house.everybody_goes_round()
    house.everybody_goes_round()
    house.bureaus["XC"].give(item, "bureau", "XD")
    house.bureaus["XD"].take_by_hand(item, "XC")
    house.everybody_goes_round("XB", "XD")
    house.secretariat.recall(item)
    house.everybody_goes_round("XB", "XD")
    told = house.secretariat.propagation(item)
    assert not told["complete"]
    assert told["owing"] == ["XB", "XD"], "exactly who has not confirmed, the one it was passed on to included"
    assert mark(house.bureaus["XB"], item) == "unreviewed"
    assert house.bureaus["XB"].days_pass(15) == 1, "cut off, it lapses by itself"
    assert mark(house.bureaus["XB"], item) == "remove"
    house.everybody_goes_round()
    assert house.secretariat.propagation(item)["complete"]
    assert mark(house.bureaus["XD"], item) is None, "the copy given by hand never came to stand"


def test_a_bureau_sends_without_a_line_and_nothing_is_lost_when_the_secretariat_is_killed(house: House) -> None:
    """The line is down while it sends; afterwards everything arrives once."""
    item = reference()
    house.server.kill()
    house.bureaus["XA"].send(item, 3, "XB")
    assert "cannot be reached" in house.bureaus["XA"].round()
    house.server.start()
    until(lambda: answers(f"http://127.0.0.1:{house.port}"), START_S)
    house.everybody_goes_round()
    house.everybody_goes_round()
    assert mark(house.bureaus["XB"], item) == "unreviewed"


def test_what_officers_do_at_home_happens_at_the_secretariat_and_its_letters_come_back(house: House) -> None:
    """A request is asked about, answered, consulted on, changed, published, suspended, resumed, withdrawn."""
    item, source, reviewer = reference(), house.bureaus["XA"], house.secretariat
    source.request(item, 4)
    house.everybody_goes_round()
    assert source.own(item)["status"] == "received"
    reviewer.review(item)
    reviewer.ask(item, "Where is the pistol?")
    assert reviewer.consult(item, "XC", "Do you know a man of that name?") == ""
    house.everybody_goes_round()
    assert (source.own(item)["status"], source.own(item)["questions"]) == (
        "questions", [["q1", "Where is the pistol?", ""]])
    assert house.bureaus["XC"].asked() == [[item, "c1", "Do you know a man of that name?", "", True]]
    assert house.bureaus["XB"].asked() == [], "who was not asked hears nothing"
    assert source.act("AnswerQuestions", item, {"answers": [["q1", "In the police store of Port Selen."]]}) == ""
    assert house.bureaus["XC"].act("ReplyToConsultation", item, {"consultation": "c1", "reply": "Not known."}) == ""
    house.everybody_goes_round()
    file = reviewer.file(item)
    assert (file["answers"], file["replies"]) == (["In the police store of Port Selen."], ["Not known."])
    assert source.own(item)["status"] == "received"
    assert house.bureaus["XC"].asked()[0][3:] == ["Not known.", False]
    reviewer.publish(item)
    house.everybody_goes_round()
    assert source.own(item)["status"] == "published"
    assert source.act("SuspendNotice", item, {"until": in_days(30), "because": "Talks on a surrender."}) == ""
    house.everybody_goes_round()
    house.everybody_goes_round()
    assert mark(house.bureaus["XB"], item) == "suspended"
    assert source.act("ResumeNotice", item, {}) == ""
    source.change(item)
    house.everybody_goes_round()
    house.everybody_goes_round()
    assert mark(house.bureaus["XB"], item) == "reviewed"
    assert source.own(item)["waits"], "members read the former text until the new one is decided on"
    assert "second witness" not in house.bureaus["XB"].read(item)["facts"]
    assert reviewer.file(item)["former"] == 1
    assert source.act("WithdrawNotice", item, {"code": "purpose_met"}) == ""
    house.everybody_goes_round()
    house.everybody_goes_round()
    assert reviewer.file(item)["state"] == source.own(item)["status"] == "withdrawn"
    assert mark(house.bureaus["XB"], item) == "remove"


def test_what_is_refused_at_the_secretariat_is_told_at_home(house: House) -> None:
    """Two ends decide at once: the withdrawal comes after the recall. Its source reads both, at the beat."""
    item, source = reference(), house.bureaus["XA"]
    source.send(item, 5, "XB")
    house.everybody_goes_round()
    house.secretariat.recall(item)
    assert source.act("WithdrawNotice", item, {"code": "no_longer_wanted"}) == "", "here nothing of it is known yet"
    house.everybody_goes_round()
    assert mark(house.bureaus["XB"], item) == "remove", "its holders do not wait"
    assert source.own(item)["status"] == "withdrawn"
    house.secretariat.beat()
    house.everybody_goes_round()
    told = source.own(item)
    assert told["status"] == "recalled"
    assert told["told"] == ["not_compliant"]
    assert told["turned_back"][0].startswith("Nothing can be changed in this item before the next hour")


def test_a_confirmed_result_is_told_to_its_source_over_the_line(house: House) -> None:
    """RPD 105: from the front line of one installation to the officers of another; not where a policy forbids it. The
    paper is in another script: each installation hears the copies it holds, as soon as they have come."""
    item, source = reference(), house.bureaus["XA"]
    assert house.bureaus["XB"].find(9, "", "Гаро Пеливан") == []
    source.send(item, 9, "XB", "XC")
    house.everybody_goes_round()
    assert house.bureaus["XC"].find(9, "protection of the person", "Garo Peliwan") == [item]
    house.everybody_goes_round()
    house.everybody_goes_round()
    assert source.results() == [], "kept from the source"
    assert house.bureaus["XB"].find(9, "", "Гаро Пеливан") == [item]
    house.everybody_goes_round()
    house.everybody_goes_round()
    assert source.results() == [item]
    assert all(bureau.results() == [] for code, bureau in house.bureaus.items() if code != "XA"), "and to nobody else"


def test_a_denied_bureau_that_claims_a_result_is_answered_as_if_there_were_no_record(house: House) -> None:
    """Neither the claimant nor the source can tell that there is one."""
    item, nothing, source, denied = reference(), reference(), house.bureaus["XA"], house.bureaus["XD"]
    source.send(item, 10, "XB")
    house.everybody_goes_round()
    before = source.results()
    assert denied.find(10) == []
    for claimed in (item, nothing):
        denied.claim(claimed)
    house.everybody_goes_round()
    house.everybody_goes_round()
    assert denied.told_of(item) == denied.told_of(nothing) != []
    assert source.results() == before


def test_papers_and_caveats_travel_with_every_copy(house: House) -> None:
    """The warrant's bytes are here under their hash; the caveat is part of the reading."""
    item = reference()
    house.bureaus["XA"].request(item, 3)
    house.everybody_goes_round()
    house.secretariat.publish(item)
    assert house.secretariat.caveat(item, "XC refused extradition on 4 May.") == ""
    house.everybody_goes_round()
    found = house.bureaus["XB"].read(item)
    assert found["papers"] == {"warrant.pdf": "%PDF-1.7 warrant of Hadrigo"}
    assert found["caveats"] == ["XC refused extradition on 4 May."]
    assert house.bureaus["XA"].own(item)["caveats"] == ["XC refused extradition on 4 May."]


def test_a_free_message_is_read_by_its_recipients_and_carried_unread(house: House) -> None:
    """Sealed at XA, read at XB with its paper; at the Secretariat its words stand nowhere until its owner consents."""
    house.everybody_goes_round()
    house.everybody_goes_round()
    item, words = reference(), "The shipment of quelmarite leaves on Thursday."
    assert house.bureaus["XA"].message(item, words, "XB") == ""
    house.everybody_goes_round()
    house.everybody_goes_round()
    read = house.bureaus["XB"].read(item)
    assert read["text"] == words
    assert read["papers"] == {"letter.pdf": f"%PDF-1.7 a letter {words}"}
    assert mark(house.bureaus["XC"], item) is None
    assert not house.secretariat.keeps("quelmarite"), "it is read nowhere at the Secretariat"
    refused = house.secretariat.office("open_message", item, {"because": "To see what is in it."})
    assert "only when its owner consents" in refused
    house.secretariat.office("ask_consent", item, {"because": "A complaint says that it names a refugee."})
    house.everybody_goes_round()
    assert house.bureaus["XA"].own(item)["consents"] == [["A complaint says that it names a refugee.", None]]
    assert house.bureaus["XA"].act("AnswerConsent", item, {"given": 1}) == ""
    house.everybody_goes_round()
    assert house.secretariat.office("open_message", item, {"because": "The complaint."}) == words
    assert not house.secretariat.keeps("quelmarite"), "opened, it is still kept sealed"


def test_a_replaced_key_is_told_to_everybody_and_old_messages_stay_readable(house: House) -> None:
    """XB takes a new key; what is sealed from then on is sealed to it; what came before opens with the old one."""
    house.everybody_goes_round()
    house.everybody_goes_round()
    before, after = reference(), reference()
    house.bureaus["XC"].message(before, "Before.", "XB")
    house.everybody_goes_round()
    house.everybody_goes_round()
    house.bureaus["XB"].renew()
    house.everybody_goes_round()
    house.everybody_goes_round()
    house.bureaus["XC"].message(after, "After.", "XB")
    house.everybody_goes_round()
    house.everybody_goes_round()
    assert [house.bureaus["XB"].read(item)["text"] for item in (before, after)] == ["Before.", "After."]


def test_what_a_country_attests_stops_its_own_bureau_at_home_also_without_a_line(house: House) -> None:
    """The host-first interlock: entered at the Secretariat's protection desk, known at XB's own installation alone."""
    words = "Milo Ostravar, born 19 March 1975, flies to Port Selen on Thursday."
    id = house.secretariat.attest("XB", 6)
    house.everybody_goes_round()
    assert house.bureaus["XC"].message(reference(), words, "XD") == "", "another country's bureau learns nothing of it"
    assert not house.bureaus["XB"].keeps("Ostravar"), "and at XB it stands sealed"
    house.server.kill()
    assert house.bureaus["XB"].message(reference(), words, "XA").startswith("Stop.")
    assert house.bureaus["XB"].message(reference(), "Orla Quist flies on Thursday.", "XA") == ""
    house.server.start()
    until(lambda: answers(f"http://127.0.0.1:{house.port}"), START_S)
    house.secretariat.attestation_ends(id, "XB")
    house.everybody_goes_round()
    assert house.bureaus["XB"].message(reference(), words, "XA") == "", "revoked, it stops nobody any more"


def test_the_side_door_is_shut_between_installations(house: House) -> None:
    """Walk-through 2: refused as a notice, he returns as an ally's diffusion, a message, a revoked passport. Each is
    linked before any recipient holds it, and its sender reads what it would read of an innocent man."""
    refused, ally, centre = reference(), house.bureaus["XD"], house.secretariat
    house.bureaus["XA"].request(refused, 7)
    house.everybody_goes_round()
    house.everybody_goes_round()
    centre.refuse(refused)
    doors = {name: reference() for name in ("diffusion", "message", "passport", "innocent")}
    assert ally.send_in_other_words(doors["diffusion"], 7, "Керфане", "Улдис", "1969-12-03", "XB", "XC") == ""
    assert ally.message(doors["message"], "Please locate Kerfane Uldis, born 02.12.1969.", "XB") == ""
    ally.report_paper(doors["passport"], "QM 448217", "XB", "XC")
    assert ally.send_in_other_words(doors["innocent"], 8, "Mordane", "Essa", "1983-04-17", "XB", "XC") == ""
    house.everybody_goes_round()
    house.everybody_goes_round()
    for name in ("diffusion", "message", "passport"):
        assert centre.linked(doors[name]) == {"links": [refused], "held": "linked"}, name
        assert [mark(house.bureaus[code], doors[name]) for code in ("XB", "XC")] == [None, None], name
    assert mark(house.bureaus["XB"], doors["innocent"]) == "unreviewed"
    read = [ally.own(doors[name]) for name in ("diffusion", "innocent")]
    assert [own.pop("facts") is None for own in read] == [False, False]
    assert read[0] == read[1], "its sender learns nothing"


def test_a_diffusion_becomes_a_notice_in_every_installations_own_copy(house: House) -> None:
    """Asked for at XA's own installation; until it is published XB reads the diffusion, then one notice with two lives.
    """
    item, source = reference(), house.bureaus["XA"]
    source.send(item, 8, "XB")
    house.everybody_goes_round()
    house.everybody_goes_round()
    source.ask_for_notice(item)
    house.everybody_goes_round()
    house.everybody_goes_round()
    assert house.bureaus["XB"].lives(item) == {"channel": "diffusion", "mark": "unreviewed", "before": []}
    house.secretariat.publish(item)
    house.everybody_goes_round()
    for code in ("XB", "XC"):
        assert house.bureaus[code].lives(item) == {
            "channel": "notice_request", "mark": "reviewed", "before": ["diffusion"]}, code


def in_days(days: int) -> str:
    """A day from today on."""
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()
