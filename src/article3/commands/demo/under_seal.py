"""What is under seal in the invented world: an attested refugee whose notice fell, a confidence, a dispute.

Belmore protects somebody whom Corvania seeks; Dalong tells in confidence; Belmore's bureau disputes a notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from article3 import wiring
from article3.access.why import Why
from article3.acts.dispute_notice import DisputeNotice
from article3.commands.demo.office import Office, seat
from article3.officers import roll
from article3.register.pages import OwnPage
from article3.terms.communication import Channel
from article3.terms.disputes import DisputeReason
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.finding import Refused
from article3.terms.knowledge import Use
from article3.terms.sealed import ProtectionUse
from article3.terms.sitting import MandateRole, Sitting
from article3.wiring import confidence, performing, protection

HOST, FEARED, INFORMANT = "XB", "XC", "XD"
AUTHORITY = "protection:XB"
TOLD = ("The file was opened the week after her brother's article appeared. A clerk of the court says that the judge "
        "signed a blank form. We cannot be named: our man still sits there.")  # fmt: skip


def play(office: Office, now: datetime) -> tuple[Sitting, ...]:
    """The three stories; who may sit down because of them."""
    roll.open_seat(AUTHORITY, "Refugee authority of Belmore")
    roll.open_seat("custodian", "Custodian")
    first = seat("asylum.dupre", "Mireille Dupré", HOST, MandateRole.ATTESTING, at=AUTHORITY)
    second = seat("asylum.lacombe", "Henri Lacombe", HOST, MandateRole.ATTESTING, at=AUTHORITY)
    custodian = seat("custodian", "Ingrid Solberg", "XG", MandateRole.CUSTODIAN, at="custodian")
    told = performing.last_beat(now) - timedelta(minutes=20)  # before a beat: its source has read the ending
    _protected(office, first, second, min(now - timedelta(hours=3), told))
    _told(office, now - timedelta(hours=2))
    _disputed(office, now - timedelta(hours=1))
    return first, second, custodian


def _protected(office: Office, first: Sitting, second: Sitting, at: datetime) -> None:
    """Attested after the notice went out: it falls in the same minute, everywhere."""
    sought = next(item for item in _own(office.bureaus[FEARED]) if item.row.status == "published")
    person = sought.communication.person
    assert person is not None, "a wanted notice is about somebody"
    uses = frozenset(ProtectionUse)
    [id] = protection.attest(first, protection.Entry(
        person=person, status=ProtectionStatus.REFUGEE, against=(FEARED,), uses=uses, directed=False,
        evidence="Decision 2231/2024", since=date(at.year - 1, 4, 9)), at=at)  # fmt: skip
    protection.confirm_attestation(second, id, at=at + timedelta(minutes=9))
    office.places.update({"attestation": id, "honeymoon": sought.row.reference})


def _told(office: Office, at: datetime) -> None:
    """About somebody whose request is with a reviewer."""
    waiting = next(item for item in _own(office.bureaus["XA"]) if item.row.status in ("received", "questions"))
    person = waiting.communication.person
    assert person is not None, "a wanted notice is about somebody"
    confidence.give_information(office.bureaus[INFORMANT], person, TOLD, Use.ORIGIN_HIDDEN, at=at)
    office.places["informed"] = waiting.row.reference


def _disputed(office: Office, at: datetime) -> None:
    """The first notice in force that Belmore's bureau received and may dispute."""
    rows = wiring.reader(office.bureaus[HOST], Why.INCOMING, at).incoming().rows
    for row in (each for each in rows if each.mark == "reviewed"):
        try:
            wiring.perform(DisputeNotice(
                reference=row.reference, dispute=wiring.new_reference(), reason=DisputeReason.JUDGED_ALREADY,
                text="Our court of appeal acquitted this person of the same acts in 2021."),
                sitting=office.bureaus[HOST], at=at)  # fmt: skip
        except (Refused, wiring.NotFound):
            continue
        return


def _own(bureau: Sitting) -> Iterator[OwnPage]:
    """What a bureau asked for about a person, the newest first."""
    eyes, after = wiring.reader(bureau, Why.OWN_ITEM), ""
    while after is not None:
        page = eyes.own_items(after)
        for row in page.rows:
            if row.channel is Channel.NOTICE_REQUEST and row.names:
                yield eyes.own_item(row.reference)
        after = page.next_cursor  # type: ignore[assignment]
