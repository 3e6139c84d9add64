"""What the installations do in walk-through 2 and in a conversion: mixed into the deeds of every installation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any


class SideDoorDeeds:
    """A refusal, the same man by other doors, and what is known of it."""

    code: str

    def refuse(self, reference: str) -> None:
        """At the Secretariat: two reviewers find the request not compliant and it is refused."""
        from article3.acts.refuse_request import RefuseRequest
        from article3.lifecycle.examination import Resolution
        from tests.acts.situations import GROUNDS, UNFAVOURABLE
        from tests.desk import FIRST

        desk = self._decided(reference, Resolution.REFUSE, reasons=UNFAVOURABLE, grounds=GROUNDS)  # type: ignore[attr-defined]
        desk.perform(RefuseRequest(reference=reference, version=desk.file(reference).version), FIRST)

    def send_in_other_words(self, reference: str, who: int, family: str, given: str, born: str, *to: str) -> str:
        """Somebody's diffusion, the person written otherwise and without a document; empty, or why it is refused."""
        from article3 import wiring
        from article3.acts.send_diffusion import SendDiffusion
        from article3.terms.communication import Aim, Channel, Name
        from article3.terms.dates import partial_date
        from article3.terms.finding import Refused
        from tests.desk import bureau
        from tests.journeys.deeds import _paper

        sent = _paper(reference, who, channel=Channel.DIFFUSION, colour=None, aim=Aim.ARREST, recipients=to,
                      reason_for_diffusion="limited_circulation", source=self.code)
        person = replace(sent.person, names=(Name(family=family, given=given),), birth_dates=(partial_date(born),),
                         documents=(), nationalities=())
        try:
            wiring.perform(SendDiffusion(communication=replace(sent, person=person)), sitting=bureau(self.code))
        except Refused as refused:
            return refused.because
        return ""

    def report_paper(self, reference: str, number: str, *to: str) -> None:
        """A passport is reported revoked."""
        from article3 import wiring
        from article3.acts.report_document import ReportDocument
        from article3.terms.communication import Channel, Communication, IdentityDocument, Person
        from tests.desk import bureau

        paper = IdentityDocument(kind="passport", number=number)
        entry = Communication(reference=reference, channel=Channel.DOCUMENT_ENTRY, source=self.code, recipients=to,
                              subject="Revoked", person=Person(documents=(paper,)))
        wiring.perform(ReportDocument(communication=entry), sitting=bureau(self.code))

    def linked(self, reference: str) -> Any:
        """At the Secretariat: which refused files it is linked to, and for what it is held."""
        from tests.wiring.test_wiring import WiredDesk

        file = WiredDesk().file(reference)
        assert file.gateway is not None
        return {"links": [link.reference for link in file.links], "held": file.gateway.held_for}

    def ask_for_notice(self, reference: str) -> None:
        """We ask that our diffusion become a red notice."""
        from article3 import wiring
        from article3.access.why import Why
        from article3.acts.convert_to_notice import ConvertToNotice
        from article3.terms.communication import Channel, Colour
        from tests.desk import bureau

        own = wiring.reader(bureau(self.code), Why.OWN_ITEM).own_item(reference).communication
        request = replace(own, channel=Channel.NOTICE_REQUEST, colour=Colour.RED, aim=None, recipients=(),
                          reason_for_diffusion="")
        wiring.perform(ConvertToNotice(reference=reference, communication=request), sitting=bureau(self.code))

    def lives(self, reference: str) -> Any:
        """What our officers read of what reached us: its kind today, and what it was before."""
        from article3 import wiring
        from article3.access.why import Why
        from tests.desk import bureau

        found = wiring.reader(bureau(self.code), Why.INCOMING).published(reference)
        before = [life.channel for life in found.formerly or ()]
        return {"channel": found.channel, "mark": found.mark, "before": before}

