"""One installation as a process that does what it is told, a line of JSON at a time: for journeys over several of them.

`python -m tests.journeys.deeds SEAT` with ARTICLE3_HOME and, for a bureau, ARTICLE3_SEAT and ARTICLE3_SECRETARIAT.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

MEMBERS = ("XA", "XB", "XC", "XD")


class Deeds:
    """What can be asked of an installation; every answer is plain."""

    def __init__(self, seat: str) -> None:
        self.seat = seat
        self.code = seat.removeprefix("bureau:")

    def key(self) -> str:
        """Our public key."""
        from article3.line import enrolment

        return enrolment.own_public(self.seat)

    def know(self, seat: str, public: str) -> None:
        """Enrol the key of another."""
        from article3.line import enrolment

        enrolment.enrol(seat, public, since=datetime.now(UTC) - timedelta(days=30))

    def send(self, reference: str, who: int, *recipients: str) -> None:
        """A diffusion about somebody leaves our bureau."""
        from article3 import wiring
        from article3.acts.send_diffusion import SendDiffusion
        from article3.terms.communication import Aim, Channel
        from tests.desk import bureau

        sent = _paper(reference, who, channel=Channel.DIFFUSION, colour=None, aim=Aim.ARREST, recipients=recipients,
                      reason_for_diffusion="He was seen there.")
        wiring.perform(SendDiffusion(communication=sent), sitting=bureau(self.code))

    def request(self, reference: str) -> None:
        """A red notice is asked for."""
        from article3 import wiring
        from article3.acts.request_notice import RequestNotice
        from tests.desk import bureau

        wiring.perform(RequestNotice(communication=_paper(reference, 0)), sitting=bureau(self.code))

    def publish(self, reference: str) -> None:
        """At the Secretariat: two reviewers do their work and the notice is published."""
        from article3.acts.publish_notice import PublishNotice
        from article3.lifecycle.examination import Resolution

        desk = self._decided(reference, Resolution.PUBLISH)
        desk.perform(PublishNotice(reference=reference, version=desk.file(reference).version), _first())

    def recall(self, reference: str) -> None:
        """At the Secretariat: two reviewers find the diffusion not compliant and it is recalled."""
        from article3.acts.recall_diffusion import RecallDiffusion
        from article3.lifecycle.examination import Reasons, Resolution
        from article3.terms.reasons import Ground, PublicCode, ToRequester

        reasons = Reasons(internal="A political case.", public=PublicCode.ARTICLE_3,
                          to_requester=(ToRequester.NOT_COMPLIANT,))
        desk = self._decided(reference, Resolution.RECALL, reasons=reasons, grounds=(Ground.POLITICAL_CHARACTER,))
        desk.perform(RecallDiffusion(reference=reference, version=desk.file(reference).version), _first())

    def round(self) -> str:
        """One round on the line; empty, or why there is no line."""
        from django.conf import settings

        from article3.line import bureau, transport
        from article3.line.problems import NoLine

        try:
            bureau.deliver(self.code, transport.Http(settings.SECRETARIAT_URL))
        except NoLine as broken:
            return str(broken)
        return ""

    def days_pass(self, days: int) -> int:
        """What lapses here by our own clock after so many days."""
        from article3.line import bureau

        return bureau.lapse(self.code, datetime.now(UTC) + timedelta(days=days))

    def give(self, reference: str, kind: str, name: str) -> None:
        """A copy goes somewhere."""
        from article3.line import copies
        from tests.desk import bureau

        copies.give(bureau(self.code), reference, copies.PlaceKind(kind), name)

    def take_by_hand(self, reference: str, giver: str) -> None:
        """Somebody gave us a copy."""
        from article3.line import copies
        from tests.desk import bureau

        copies.take_by_hand(bureau(self.code), reference, giver)

    def answer(self, reference: str, name: str, answer: str, done: str) -> bool:
        """What was done with the copy at one place; True when the bureau has signed."""
        from article3.line import copies
        from tests.desk import bureau

        return copies.answer(bureau(self.code), reference, name, copies.CopyAnswer(answer), done)

    def incoming(self) -> list[list[Any]]:
        """What our officers find among what reached us: reference, mark, names."""
        from article3 import wiring
        from article3.access.why import Why
        from tests.desk import bureau

        rows = wiring.reader(bureau(self.code), Why.INCOMING).incoming().rows
        return [[row.reference, row.mark.value, list(row.names)] for row in rows]

    def propagation(self, reference: str) -> Any:
        """At the Secretariat: who holds it and who owes."""
        from article3.commands.propagation import told_of
        from article3.line import propagation

        found = propagation.of(reference)
        return found and told_of(found)

    def _decided(self, reference: str, resolution: Any, **more: Any) -> Any:
        from tests.wiring.test_wiring import WiredDesk

        desk = WiredDesk(at=datetime.now(UTC))
        desk.examined(reference)
        desk.proposed(reference, resolution=resolution, **more)
        desk.decided(reference)
        return desk


PEOPLE = (("Vortan", "Iko", "1984-06-12"), ("Salbrek", "Ondra", "1971-01-30"), ("Quemel", "Tiva", "1990-11-05"),
          ("Hadrigo", "Basil", "1966-08-21"))


def _paper(reference: str, who: int, **changes: Any) -> Any:
    """The clear case in the form that can be written down and read again: its warrant is attached.

    Each of another invented person: the gateway would hold a second sending about somebody whose first was recalled.
    """
    from dataclasses import replace

    from article3.intake.attachments import attachment
    from article3.terms.communication import IdentityDocument, Name
    from article3.terms.dates import partial_date
    from tests.desk import murder

    family, given, born = PEOPLE[who]
    case = murder(reference, **changes)
    assert case.person is not None
    named = Name(family=family, given=given, latin_family=family.upper(), latin_given=given.upper())
    case = replace(case, facts_summary=f"{given} {family} shot a shopkeeper dead.", person=replace(
        case.person, names=(named,), birth_dates=(partial_date(born),),
        documents=(IdentityDocument(kind="passport", number=f"QM44821{who}", country="QM"),)))
    declared = tuple(one for one in case.declarations if one.what != "lawfulness")
    return replace(case, declarations=declared, attachments=(attachment("warrant.pdf", b"%PDF-1.7 invented"),))


def _first() -> Any:
    from tests.desk import FIRST

    return FIRST


def main(seat: str) -> None:
    """Read deeds, do them, answer; until there are no more."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "article3.project.settings"
    from article3.commands.serve import prepare

    prepare()
    from article3.officers import roll

    for member in MEMBERS:
        roll.open_seat(f"bureau:{member}", f"Bureau {member}")
    deeds = Deeds(seat)
    print(json.dumps(deeds.key()), flush=True)
    for line in sys.stdin:
        deed, *details = json.loads(line)
        print(json.dumps(getattr(deeds, deed)(*details)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
