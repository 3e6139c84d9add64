"""One installation as a process that does what it is told, a line of JSON at a time: for journeys over several of them.

`python -m tests.journeys.deeds SEAT` with ARTICLE3_HOME and, for a bureau, ARTICLE3_SEAT and ARTICLE3_SECRETARIAT.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.journeys.side_door_deeds import SideDoorDeeds

MEMBERS = ("XA", "XB", "XC", "XD")


class Deeds(SideDoorDeeds):
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

    def request(self, reference: str, who: int = 0) -> None:
        """A red notice is asked for."""
        from article3 import wiring
        from article3.acts.request_notice import RequestNotice
        from tests.desk import bureau

        wiring.perform(RequestNotice(communication=_paper(reference, who)), sitting=bureau(self.code))

    def act(self, name: str, reference: str, fields: dict[str, Any]) -> str:
        """Our lead does something on a file of ours, or we are asked about; empty, or why it is refused."""
        from article3 import wiring
        from article3.exchange import orders
        from article3.terms.communication import Reference
        from article3.terms.finding import Refused
        from tests.desk import bureau

        try:
            wiring.perform(orders.read(name, fields, Reference(reference)), sitting=bureau(self.code))
        except Refused as refused:
            return refused.because
        return ""

    def change(self, reference: str) -> None:
        """We change the text of an item of ours, keeping its papers."""
        from dataclasses import replace

        from article3 import wiring
        from article3.access.why import Why
        from article3.acts.update_notice import UpdateNotice
        from tests.desk import bureau

        own = wiring.reader(bureau(self.code), Why.OWN_ITEM).own_item(reference).communication
        changed = replace(own, facts_summary=own.facts_summary + " A second witness came forward.")
        wiring.perform(UpdateNotice(reference=reference, communication=changed), sitting=bureau(self.code))

    def own(self, reference: str) -> Any:
        """What our officers read of an item of ours: status, questions, what it is told, caveats, what was refused."""
        from article3 import wiring
        from article3.access.why import Why
        from tests.desk import bureau

        page = wiring.reader(bureau(self.code), Why.OWN_ITEM).own_item(reference)
        return {
            "status": page.row.status.value, "facts": page.communication.facts_summary,
            "questions": [[one.id, one.text, one.answer] for one in page.questions],
            "told": sorted(text.value for text in page.outcome.texts) if page.outcome else [],
            "caveats": [one.text for one in page.caveats], "waits": page.published is not None,
            "consents": [[one.because, one.given] for one in page.consents],
            "turned_back": list(wiring.turned_back(bureau(self.code), reference)),
        }  # fmt: skip

    def asked(self) -> Any:
        """What our officers are asked about others' files."""
        from article3 import wiring
        from article3.access.why import Why
        from tests.desk import bureau

        rows = wiring.reader(bureau(self.code), Why.CONSULTED).consultations().rows
        return [[row.reference, row.id, row.question, row.reply, row.open] for row in rows]

    def read(self, reference: str) -> Any:
        """What reached us, as our page shows it: text, facts, caveats, and the bytes of its papers, by name."""
        from article3 import wiring
        from article3.access.why import Why
        from article3.sites.bureau.received import _paper as paper
        from tests.desk import bureau

        found = wiring.reader(bureau(self.code), Why.INCOMING).published(reference)
        opened = wiring.opened_for(bureau(self.code), found.communication)
        papers = {one.name: paper(bureau(self.code), reference, one.sha256)[1].decode() for one in opened.attachments}
        return {"text": opened.text, "facts": opened.facts_summary, "papers": papers,
                "caveats": [one.text for one in found.caveats]}  # fmt: skip

    def beat(self) -> None:
        """At the Secretariat: the next hour has come at which sources are told."""
        from article3 import wiring

        wiring.give_out(datetime.now(UTC) + timedelta(hours=9))

    def attest(self, country: str, who: int, status: str = "refugee") -> str:
        """At the Secretariat: the country's refugee authority attests that somebody is protected from XC."""
        from article3.terms.facts_protection import ProtectionStatus
        from tests.sealed.people import attested, authority

        return attested(_paper("0" * 32, who).person, datetime.now(UTC), authority("enters", country),
                        authority("confirms", country), against=("QM",), status=ProtectionStatus(status),
                        since=datetime.now(UTC).date())  # fmt: skip

    def attestation_ends(self, id: str, country: str) -> None:
        """Two officers of the authority revoke it from today on."""
        from article3.terms.facts_protection import ProtectionStatus
        from article3.wiring import protection
        from tests.sealed.people import authority

        protection.change_attestation(authority("enters", country), id, ProtectionStatus.WITHDRAWN,
                                      datetime.now(UTC).date(), "Decision 18/2026")  # fmt: skip
        protection.confirm_attestation(authority("confirms", country), id)

    def message(self, reference: str, text: str, *recipients: str) -> str:
        """We write to other bureaus, with a paper; empty, or why it cannot be sealed."""
        from article3 import wiring
        from article3.acts.send_message import SendMessage
        from article3.terms.communication import Channel, Communication
        from article3.terms.finding import Refused
        from tests.desk import bureau

        paper = wiring.keep_attachment(b"%PDF-1.7 a letter " + text.encode(), name="letter.pdf",
                                       media_type="application/pdf")
        sent = Communication(reference=reference, channel=Channel.MESSAGE, source=self.code, recipients=recipients,
                             subject="Assistance", text=text, attachments=(paper,))
        try:
            wiring.perform(SendMessage(communication=sent), sitting=bureau(self.code))
        except Refused as refused:
            return refused.because
        return ""

    def everything_kept(self) -> str:
        """Every byte of our database and of the papers beside it that can be read as text without a key.

        Read by another process: to close a database's file here would give up this process's locks on it.
        """
        from pathlib import Path
        from subprocess import run

        home = Path(os.environ["ARTICLE3_HOME"])
        files = [str(path) for path in home.rglob("*") if path.is_file() and "keys" not in path.parts]
        return run(["cat", *files], capture_output=True, check=True).stdout.decode("latin-1")

    def keeps(self, words: str) -> bool:
        """Whether these words stand readable anywhere in what is kept here."""
        return words in self.everything_kept()

    def office(self, act: str, reference: str, fields: dict[str, Any], who: str = "FIRST") -> Any:
        """At the Secretariat: somebody of the task force does something; the text opened, or why it is refused."""
        from importlib import import_module

        import tests.desk
        from article3 import wiring
        from article3.terms.finding import Refused

        order = getattr(import_module(f"article3.acts.{act}"), "".join(part.title() for part in act.split("_")))
        try:
            event = wiring.perform(order(reference=reference, **fields), sitting=getattr(tests.desk, who))
        except Refused as refused:
            return refused.because
        return wiring.opened_by_act(getattr(tests.desk, who), event).text if act == "open_message" else ""

    def ask(self, reference: str, text: str) -> None:
        """At the Secretariat: the requester is asked."""
        from article3.acts.ask_requester import Asking

        asking = Asking(id="q1", text=text, deadline=(datetime.now(UTC) + timedelta(days=30)).date())
        self.office("ask_requester", reference, {"questions": (asking,)})

    def consult(self, reference: str, code: str, question: str) -> str:
        """At the Secretariat: another bureau is asked."""
        from article3.terms.reasons import IfSilent

        return self.office("consult_bureau", reference, {
            "consultation": "c1", "bureau": code, "question": question, "if_silent": IfSilent.DECIDED_ON_THE_FILE,
            "deadline": (datetime.now(UTC) + timedelta(days=20)).date()})  # fmt: skip

    def caveat(self, reference: str, text: str) -> str:
        """At the Secretariat: a caveat is added."""
        from article3.terms.reasons import CaveatKind

        kind = CaveatKind.EXTRADITION_REFUSED
        return self.office("add_caveat", reference, {"caveat": "k1", "kind": kind, "text": text})

    def file(self, reference: str) -> Any:
        """At the Secretariat: how a file stands."""
        from tests.wiring.test_wiring import WiredDesk

        file = WiredDesk().file(reference)
        return {"state": file.state.value, "answers": [one.answer for one in file.questions],
                "replies": [one.reply for one in file.consultations], "facts": file.communication.facts_summary,
                "former": len(file.amendments)}  # fmt: skip

    def review(self, reference: str) -> None:
        """At the Secretariat: a reviewer takes the file up."""
        self.office("open_review", reference, {})

    def renew(self) -> str:
        """We replace the key others seal to."""
        from article3.line import enrolment

        return enrolment.renew(self.seat, enrolment.Use.SEAL)

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

    def find(self, who: int, keep: str = "", written: str = "") -> list[str]:
        """Our front line has somebody before it and confirms every record found; `keep`: why the source is not told;
        `written`: how the paper writes the name."""
        from dataclasses import replace

        from article3.terms.sitting import MandateRole
        from article3.wiring import front_room
        from tests.desk import bureau

        family, given, born = PEOPLE[who]
        sitting = replace(bureau(self.code, MandateRole.FRONT_LINE), seat=f"front:{self.code}")
        asked = front_room.Traveller(names=(written or f"{given} {family}",), birth_dates=(born,))
        found = [front_room.result_of(sitting, one.result) for one in front_room.ask(sitting, asked).candidates]
        for result in found:
            front_room.judge_result(sitting, result, same=True, compared=("face",), keep_from_source=keep)
        return [result.item for result in found]

    def results(self) -> list[str]:
        """Records of ours that found somebody somewhere, as our officers are told."""
        from article3 import wiring
        from tests.desk import bureau

        wiring.deliver(self.code)
        told = [each.message for each in wiring.inbox(bureau(self.code))]
        return [message.reference for message in told if message.kind.value == "positive_result"]

    def hook(self) -> str:
        """Our lead names an address of our own programs, which is called from now on; its secret."""
        from django.conf import settings

        from article3 import wiring
        from tests.desk import bureau
        from tests.sites.test_hooks import Listener

        settings.HOOKS_TO_LOOPBACK = True
        self.listener = Listener()
        return wiring.make_hook(bureau(self.code), self.listener.url, ())[1]

    def called(self, secret: str) -> list[list[str]]:
        """What our programs were told since, by another's judge of signatures: kind and reference, in order."""
        from standardwebhooks import Webhook

        from article3 import wiring

        wiring.make_calls()
        heard, self.listener.heard = self.listener.heard, []
        told = [Webhook(secret).verify(body.decode(), headers)["data"] for headers, body in heard]
        return [[each["kind"], each["reference"]] for each in told]

    def inbox(self, reference: str) -> list[str]:
        """The kinds of messages about a record that our officers read, in order."""
        from article3 import wiring
        from tests.desk import bureau

        wiring.deliver(self.code)
        found = wiring.inbox(bureau(self.code))
        return [each.message.kind.value for each in found if each.message.reference == reference]

    def claim(self, reference: str) -> None:
        """Our installation says of a record it does not have that somebody was found."""
        from article3 import owing

        order = {"act": "TellResult", "order": {"result": "5" * 32}, "by": "0" * 32}
        owing.report(self.code, reference, order, datetime.now(UTC))

    def told_of(self, reference: str) -> list[str]:
        """Why what we asked for had no effect."""
        from article3 import wiring
        from tests.desk import bureau

        return list(wiring.turned_back(bureau(self.code), reference))

    def propagation(self, reference: str) -> Any:
        """At the Secretariat: who holds it and who owes."""
        from article3.commands.propagation import told_of
        from article3.line import propagation

        found = propagation.of(reference)
        return found and told_of(found)

    def _decided(self, reference: str, resolution: Any, **more: Any) -> Any:
        from tests.wiring.test_wiring import WiredDesk

        desk = WiredDesk(at=datetime.now(UTC))
        if desk.file(reference).review is None:
            desk.examined(reference)
        else:
            desk.weighed(reference)
        desk.proposed(reference, resolution=resolution, **more)
        desk.decided(reference)
        return desk


PEOPLE = (("Vortan", "Iko", "1984-06-12"), ("Salbrek", "Ondra", "1971-01-30"), ("Quemel", "Tiva", "1990-11-05"),
          ("Hadrigo", "Basil", "1966-08-21"), ("Welmark", "Osten", "1979-02-14"),
          ("Trebani", "Lio", "1988-09-03"), ("Ostravar", "Milo", "1975-03-19"), ("Kerfane", "Uldis", "1969-12-02"),
          ("Mordane", "Essa", "1983-04-17"), ("Pelivan", "Garo", "1977-05-08"), ("Wistrand", "Hale", "1981-10-27"),
          ("Yorvald", "Senna", "1992-07-08"), ("Zendrik", "Pavo", "1974-12-15"))


def _paper(reference: str, who: int, **changes: Any) -> Any:
    """The clear case in the form that can be written down and read again: its warrant is attached.

    Each of another invented person: the gateway would hold a second sending about somebody whose first was recalled.
    """
    from dataclasses import replace

    from article3 import wiring
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
    return replace(case, declarations=declared, attachments=(wiring.keep_attachment(
        b"%PDF-1.7 warrant of " + family.encode(), name="warrant.pdf", media_type="application/pdf"),))


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
