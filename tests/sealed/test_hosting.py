"""A country's attestations on their way to its own bureau's installation, worker to worker."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from article3.acts.ports import NotFound
from article3.sealed import hosting
from article3.sealed.office import Office
from article3.sealed.words import Entry
from article3.terms.communication import Channel, Communication, Name
from article3.terms.dates import partial_date
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.sealed import ProtectionUse
from article3.terms.sitting import Sitting
from tests.desk import CLOCK, DAY, bureau
from tests.sealed.people import CONFIRMS, CUSTODIAN, ENTERS, IKO, authority, entry

XB = "XB"


class Worker:
    """A worker's office, asked as through the door."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder)

    def ask(self, question: str, who: Sitting = CLOCK, at: Any = DAY, **fields: Any) -> Any:
        """The answer; raises NotFound as the door does."""
        said = self.office.answer(msgspec.to_builtins({"question": question, "who": who, "at": at, "fields": fields}))
        if "absent" in said:
            raise NotFound
        assert "refused" not in said, said
        return said["answer"]

    def attested(self, said: Entry, first: Sitting = ENTERS, second: Sitting = CONFIRMS) -> str:
        """Entered and confirmed."""
        [id] = self.ask("attest", first, entries=[said])
        self.ask("confirm", second, id=id)
        return id

    def stops(self, text: str, code: str = XB, at: Any = DAY) -> bool:
        """Whether the bureau is stopped before it sends this."""
        sent = Communication(reference="9" * 32, channel=Channel.MESSAGE, source=code, text=text)
        return self.ask("host_is_warned", bureau(code), at, bureau=code, sent=sent)

    def lines(self) -> list[str]:
        """What its log says, the newest first."""
        return [line["what"] for line in self.ask("log", CUSTODIAN)]


@contextmanager
def opened(folder: Path) -> Iterator[Worker]:
    worker = Worker(folder)
    yield worker
    worker.office.close()


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Worker]:
    """The Secretariat's worker."""
    with opened(tmp_path / "centre") as worker:
        yield worker


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Worker]:
    """The worker of XB's own installation."""
    with opened(tmp_path / "home") as worker:
        yield worker


def told(centre: Worker, home: Worker, code: str = XB) -> str:
    """One round of a bureau; the page as it was carried."""
    box = home.ask("host_box")
    page = centre.ask("host_page", bureau=code, public=box["public"], place=box["place"])
    home.ask("host_take_in", bureau=code, sealed=page)
    return page


TIP = "Iko Vortan, born 12 June 1984, flies on Thursday."


def test_what_the_authority_attests_stops_its_own_bureau_at_home(centre: Worker, home: Worker) -> None:
    """From the round after the second officer's word on, and nobody else's bureau."""
    [id] = centre.ask("attest", ENTERS, entries=[entry()])
    told(centre, home)
    assert not home.stops(TIP), "one officer alone"
    centre.ask("confirm", CONFIRMS, id=id)
    told(centre, home)
    assert home.stops(TIP) and not home.stops("Orla Quist flies on Thursday.")
    assert not home.stops(TIP, "XC")


def test_another_countrys_bureau_is_told_nothing(centre: Worker, home: Worker) -> None:
    """Its page holds nothing it could open; nor does an attestation of UNHCR go to anybody's bureau."""
    centre.attested(entry())
    centre.attested(entry(), authority("enters", "UN"), authority("confirms", "UN"))
    told(centre, home, "XC")
    assert not home.stops(TIP) and not home.stops(TIP, "XC")
    assert "host_heard" not in home.lines()


def test_a_revoked_protection_stops_nobody_any_more(centre: Worker, home: Worker) -> None:
    """The change travels like the attestation; before its day it has no effect."""
    id = centre.attested(entry())
    told(centre, home)
    later = DAY + timedelta(days=10)
    centre.ask("change_status", ENTERS, id=id, status=ProtectionStatus.WITHDRAWN, since=later.date(), evidence="18/26")
    centre.ask("confirm", CONFIRMS, id=id)
    told(centre, home)
    assert home.stops(TIP) and not home.stops(TIP, at=later)


def test_its_last_day_is_kept_at_home(centre: Worker, home: Worker) -> None:
    """Without a line the protection ends when it was to end."""
    centre.attested(entry(until=date(2026, 5, 1)))
    told(centre, home)
    assert home.stops(TIP, at=DAY.replace(month=5, day=1)) and not home.stops(TIP, at=DAY.replace(month=5, day=2))


def test_an_attestation_not_given_to_warn_the_host_is_not_used_so(centre: Worker, home: Worker) -> None:
    """Uses bind at home as they do at the Secretariat."""
    centre.attested(entry(uses=frozenset({ProtectionUse.BLOCK})))
    told(centre, home)
    assert not home.stops(TIP)


def test_the_page_says_who_and_when_and_nothing_else(centre: Worker, home: Worker) -> None:
    """Rendered for the host's bureau: no country feared, no number of a decision, no officer, no description."""
    centre.attested(entry(replace(IKO, description="a scar over the left eye")))
    box = home.ask("host_box")
    page = base64.b64decode(centre.ask("host_page", bureau=XB, public=box["public"], place=box["place"]))
    assert b"Vortan" not in page and b"VORTAN" not in page
    said = hosting.SealedBox(home.office._store.keys.box).decrypt(page).decode()
    assert "Vortan" in said
    for word in ("XA", "Decision", "enters", "confirms", "scar", "directed", "evidence"):
        assert word not in said


def test_every_page_has_one_length_and_no_two_are_alike(centre: Worker, home: Worker) -> None:
    """Nothing attested, one person, as many as fill it, an old place, none: whoever carries it learns nothing."""
    box = home.ask("host_box")
    pages = [centre.ask("host_page", bureau=XB, **box)]
    centre.attested(entry())
    pages.append(centre.ask("host_page", bureau=XB, **box))
    for number in range(40):
        name = Name(family=f"Quorvath{number}", given="Ilo")
        person = replace(IKO, names=(name,), birth_dates=(partial_date("1980-01-02"),), documents=())
        centre.attested(entry(person))
    pages += [centre.ask("host_page", bureau=XB, **box) for _ in range(2)]
    pages.append(told(centre, home))
    places = [box["place"], home.ask("host_box")["place"]]
    assert len({len(page) for page in pages}) == 1 and len(set(pages)) == len(pages)
    assert len({len(place) for place in places}) == 1 and len(set(places)) == 2


def test_many_are_told_in_several_rounds_and_each_once(centre: Worker, home: Worker) -> None:
    """More than a page holds: the next round goes on; then the log is silent."""
    born = [f"19{50 + number % 50}-01-{number // 50 + 1:02}" for number in range(120)]
    people = [replace(IKO, names=(Name(family=f"Quorvath{day}", given="Ilo"),), birth_dates=(partial_date(day),),
                      documents=()) for day in born]  # fmt: skip
    for id in centre.ask("attest", ENTERS, entries=[entry(person) for person in people]):
        centre.ask("confirm", CONFIRMS, id=id)
    kept = []
    for _ in range(5):
        told(centre, home)
        kept.append(len(home.office._store.tagged("protection")))
    assert 0 < kept[0] < 120 and kept[-1] == 120
    before = home.lines().count("host_heard")
    told(centre, home)
    assert home.lines().count("host_heard") == before


def test_what_was_attested_before_bureaus_were_told_is_told_too(centre: Worker, home: Worker, tmp_path: Path) -> None:
    """Sealed files of an earlier version: opened by this one, their attestations wait for the next round."""
    centre.attested(entry())
    centre.office._store._db.execute("DROP TABLE host")
    centre.office.close()
    with opened(tmp_path / "centre") as again:
        told(again, home)
    assert home.stops(TIP)


def test_a_page_for_another_worker_or_changed_on_the_way_is_not_taken_in(
    centre: Worker, home: Worker, tmp_path: Path
) -> None:
    """Nothing of it has an effect."""
    centre.attested(entry())
    box = home.ask("host_box")
    page = centre.ask("host_page", bureau=XB, **box)
    with opened(tmp_path / "other") as other, pytest.raises(NotFound):
        other.ask("host_take_in", bureau=XB, sealed=page)
    spoilt = page[:100] + ("A" if page[100] != "A" else "B") + page[101:]
    for wrong in (spoilt, "", "!"):
        with pytest.raises(NotFound):
            home.ask("host_take_in", bureau=XB, sealed=wrong)
    assert not home.stops(TIP)


def test_only_the_clock_carries_pages(centre: Worker) -> None:
    """No officer can ask for one."""
    for who in (ENTERS, bureau(XB), CUSTODIAN):
        with pytest.raises(NotFound):
            centre.ask("host_page", who, bureau=XB, public="0" * 64, place="")
