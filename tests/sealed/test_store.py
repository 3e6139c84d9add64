"""The sealed files by themselves: what a thief reads, what was moved or changed, what was erased, what was asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from nacl.exceptions import CryptoError

from article3.acts.ports import NotFound
from article3.sealed import door, words
from article3.sealed.office import QUESTIONS, Office
from article3.sealed.store import Gone, Store
from article3.terms.knowledge import Use
from article3.terms.sitting import MandateRole
from tests.desk import DAY, FIRST, bureau, murder, sitting
from tests.sealed.people import CUSTODIAN, ENTERS, IKO, attested

CLOCK = sitting("0" * 32, "", MandateRole.CLOCK)


def asked(office: Office, question: str, who: object = None, **fields: object) -> dict[str, object]:
    """A question as it comes through the door."""
    import msgspec

    sent = msgspec.json.encode({"question": question, "who": who, "at": DAY, "fields": fields})
    return office.answer(msgspec.json.decode(sent))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office of its own."""
    return Office(tmp_path / "sealed")


def test_a27_a_thief_without_the_keys_reads_nothing(tmp_path: Path, office: Office) -> None:
    """A27: neither names nor texts nor who gave it nor which file it is about stands in the database or its logs."""
    office.answer({"question": "nothing", "at": "x"})
    given = asked(office, "give", bureau("XC"), person=IKO, text="The warrant was bought in Port Selen.",
                  use=Use.ORIGIN_HIDDEN)
    asked(office, "look", CLOCK, sent=murder(), arriving=True)
    assert "answer" in given
    office.close()
    stolen = b"".join(path.read_bytes() for path in (tmp_path / "sealed").glob("files.sqlite3*"))
    for word in ("Vortan", "VORTAN", "Port Selen", "bought", "bureau:XC", "a" * 32, "QM448210", "origin_hidden"):
        assert word.encode() not in stolen, word
        assert word.encode("utf-16-le") not in stolen, word
    assert len(list((tmp_path / "sealed" / "keys").iterdir())) == 7
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "sealed" / "keys").iterdir()} == {0o600}


def test_content_and_giver_lie_under_different_keys(tmp_path: Path) -> None:
    """With the key of the one the other stays shut; a body put in another's place does not open."""
    store = Store(tmp_path / "s")
    store.add("a", "content", b"what", tag="content", owner="o")
    store.beside("a", "giver", b"who")
    assert store.get("a") == ("content", b"what")
    store._db.execute("UPDATE record SET body = (SELECT body FROM record WHERE id = 'a.giver') WHERE id = 'a'")
    with pytest.raises(CryptoError):
        store.get("a")


def test_what_was_erased_stays_erased_in_an_old_copy(tmp_path: Path) -> None:
    """Its key is gone: the row put back from a copy opens for nobody, and nothing finds it any more."""
    store = Store(tmp_path / "s")
    store.add("a", "content", b"what", tag="content", owner="o")
    store.beside("a", "giver", b"who")
    copy = store._db.execute("SELECT * FROM record").fetchall()
    store.erase("a")
    assert store.get("a") is None and store.owned("o") == []
    store._db.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?)", copy)
    for id in ("a", "a.giver"):
        with pytest.raises(Gone):
            store.get(id)


def test_a_line_of_the_log_cannot_be_taken_away_or_changed_unseen(tmp_path: Path) -> None:
    """Every line holds the lines before it."""
    store = Store(tmp_path / "s")
    for number in range(5):
        store.write_down(f"line {number}".encode())
    assert store.faults() == []
    store._db.execute("DELETE FROM log WHERE number = 3")
    assert store.faults() == ["line 3 of the sealed log is missing or was changed"]


def test_every_question_leaves_its_line_also_when_it_is_refused(office: Office) -> None:
    """And a question that does not exist is absent like any other."""
    asked(office, "give", bureau("XC"), person=IKO, text=" ", use=Use.ORIGIN_HIDDEN)
    asked(office, "open_everything", FIRST)
    asked(office, "desk", CUSTODIAN)
    found = asked(office, "log", CUSTODIAN)["answer"]
    assert [(line["what"], line["answer"]) for line in found] == [  # type: ignore[union-attr]
        ("desk", "answered"), ("open_everything", "absent"), ("give", "refused")]


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_a_question_is_answered_to_its_mandates_and_to_nobody_else(office: Office, question: str) -> None:
    """Whoever may not put it gets the same answer as for a question that does not exist."""
    roles = QUESTIONS[question][1]
    for role in (*MandateRole, None):
        if role not in roles:
            who = None if role is None else sitting("x" * 32, "XD", role)
            assert asked(office, question, who) == {"absent": True}, role


def test_the_web_process_never_loads_what_opens_a_seal() -> None:
    """The door and the words that pass through it import neither keys nor store nor the office."""
    program = ("import sys, article3.sealed.door, article3.sealed.words; "
               "print([name for name in sys.modules if name.startswith('article3.sealed.')])")
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert sorted(eval(told)) == ["article3.sealed.door", "article3.sealed.words"]


def test_a_worker_answers_in_a_process_of_its_own_and_leaves_with_us(tmp_path: Path) -> None:
    """Started on demand, one for each folder; a second one does not come up beside it."""
    folder = tmp_path / "sealed"
    child = door.open_up(folder)
    assert child is not None and door.open_up(folder) is None
    id = door.ask(folder, "give", str, who=bureau("XC"), at=DAY, person=IKO, text="Forged.", use=Use.ORIGIN_HIDDEN)
    assert door.ask(folder, "piece", words.Given, who=bureau("XC"), at=DAY, id=id).text == "Forged."
    with pytest.raises(NotFound):
        door.ask(folder, "piece", words.Given, who=bureau("XB"), at=DAY, id=id)
    second = subprocess.run([sys.executable, "-m", "article3.sealed.worker", str(folder)], timeout=120)
    assert second.returncode == 0
    child.terminate()
    child.wait(60)


@pytest.mark.django_db
@pytest.mark.usefixtures("sealed")
def test_a10_one_authority_that_confirms_too_much_rings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A10: the alarm is the custodian's to read, not the authority's; a sample is drawn for the Commission."""
    from article3.sealed import attesting
    from article3.terms.communication import Name, Person
    from article3.terms.dates import partial_date
    from article3.wiring import confidence

    figures = {"refugees.alarm_confirmations_per_day": 2, "refugees.sample_one_in": 1}
    monkeypatch.setattr(attesting, "parameter", lambda name, on: figures[name])
    monkeypatch.setattr("article3.wiring.sealed_files.timezone.now", lambda: DAY)
    for number in range(3):
        assert confidence.custodian_desk(CUSTODIAN).alarms == ()
        attested(Person(names=(Name(family=f"Salbrek{number}"),), birth_dates=(partial_date("1971-01-30"),)))
    desk = confidence.custodian_desk(CUSTODIAN)
    assert desk.alarms == (ENTERS.seat,)
    assert len(desk.sampled) == 3
