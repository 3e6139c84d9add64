"""Every situation a file can be in, each reached by acts alone; built once and copied for each test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from article3.acts.answer_consent import AnswerConsent
from article3.acts.ask_consent import AskConsent
from article3.acts.ask_more_time import AskMoreTime
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.cancel_notice import CancelNotice
from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.convert_to_diffusion import ConvertToDiffusion
from article3.acts.convert_to_notice import ConvertToNotice
from article3.acts.decide import Decide, Instead
from article3.acts.expire_notice import ExpireNotice
from article3.acts.implement_decision import ImplementDecision
from article3.acts.keep_held_back import KeepHeldBack
from article3.acts.open_review import OpenReview
from article3.acts.publish_notice import PublishNotice
from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.record_fact import RecordFact
from article3.acts.refuse_request import RefuseRequest
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.acts.suspend_notice import SuspendNotice
from article3.acts.update_notice import UpdateNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.examination import Reasons, Resolution
from article3.terms.clocks import day_of
from article3.terms.communication import Aim, Channel, Communication
from article3.terms.reasons import CancellationCode, Ground, IfSilent, PublicCode, ToRequester, WithdrawalCode
from article3.terms.redress import CommissionOrder, Measured
from tests.desk import CLOCK, FIRST, ORDER, REFERENCE, SECOND, Desk, bureau, declaration, murder
from tests.standins import MemoryJournal, MemoryOutbox, MemoryRegister

UNFAVOURABLE = Reasons(internal="The papers show a dispute over takings and nothing else.", public=PublicCode.OTHER,
                       to_requester=(ToRequester.NOT_COMPLIANT,))
GROUNDS = (Ground.PRIVATE_MATTER,)


def wanted_diffusion(**changes: object) -> Communication:
    """The same case, sent to two bureaus directly."""
    return replace(murder(channel=Channel.DIFFUSION, colour=None, aim=Aim.ARREST, recipients=("XB", "XC"),
                          reason_for_diffusion="limited_circulation"), **changes)  # type: ignore[arg-type]


def received(desk: Desk) -> None:
    desk.requested()


def under_review(desk: Desk) -> None:
    received(desk)
    reviewed_again(desk)


def reviewed_again(desk: Desk) -> None:
    desk.perform(OpenReview(reference=REFERENCE), FIRST)
    desk.perform(RecordFact(reference=REFERENCE, fact="proceedings_valid", value=True, source="Warrant 17/2024"), FIRST)
    desk.weighed()


def asked(desk: Desk) -> None:
    question = Asking(id="q1", text="Who saw the shot?", deadline=date(2026, 3, 12), rule="RPD-83-2-b-i")
    desk.perform(AskRequester(reference=REFERENCE, questions=(question,)), FIRST)


def returned(desk: Desk) -> None:
    under_review(desk)
    asked(desk)


def more_time_asked(desk: Desk) -> None:
    returned(desk)
    desk.perform(AskMoreTime(reference=REFERENCE, questions=("q1",), until=date(2026, 4, 1),
                             because="The witnesses live abroad."), bureau("XA"))


def consulted(desk: Desk) -> None:
    under_review(desk)
    desk.perform(ConsultBureau(reference=REFERENCE, consultation="c1", bureau="XC", question="Was he seen there?",
                               deadline=date(2026, 3, 12), if_silent=IfSilent.DECIDED_ON_THE_FILE), FIRST)


def proposed(desk: Desk) -> None:
    under_review(desk)
    desk.proposed()


def disagreed(desk: Desk) -> None:
    proposed(desk)
    instead = Instead(resolution=Resolution.REFUSE, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.perform(Decide(reference=REFERENCE, version=desk.file().version, agrees=False, instead=instead), SECOND)


def decided_to_publish(desk: Desk) -> None:
    proposed(desk)
    desk.decided()


def decided(desk: Desk, resolution: Resolution) -> None:
    desk.proposed(resolution=resolution, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided()


def decided_to_refuse(desk: Desk) -> None:
    under_review(desk)
    decided(desk, Resolution.REFUSE)


def published(desk: Desk) -> None:
    desk.published()


def published_reviewed_again(desk: Desk) -> None:
    published(desk)
    reviewed_again(desk)


def updated(desk: Desk) -> None:
    published(desk)
    desk.perform(UpdateNotice(reference=REFERENCE, communication=murder(interest="He lives in XD now.")), bureau("XA"))


def updated_reviewed(desk: Desk) -> None:
    updated(desk)
    reviewed_again(desk)


def decided_to_cancel(desk: Desk) -> None:
    published_reviewed_again(desk)
    decided(desk, Resolution.CANCEL)


def suspended(desk: Desk) -> None:
    published(desk)
    desk.perform(SuspendNotice(reference=REFERENCE, until=date(2026, 6, 1), because="He may surrender."), bureau("XA"))


def refused(desk: Desk) -> None:
    decided_to_refuse(desk)
    desk.perform(RefuseRequest(reference=REFERENCE, version=desk.file().version), FIRST)


def withdrawn(desk: Desk) -> None:
    published(desk)
    desk.perform(WithdrawNotice(reference=REFERENCE, code=WithdrawalCode.PURPOSE_MET), bureau("XA"))


def cancelled(desk: Desk) -> None:
    decided_to_cancel(desk)
    desk.perform(CancelNotice(reference=REFERENCE, version=desk.file().version,
                              code=CancellationCode.CONDITIONS_NOT_MET), FIRST)


def expired(desk: Desk) -> None:
    published(desk)
    desk.at = desk.at.replace(year=2031, day=3)
    desk.perform(ExpireNotice(reference=REFERENCE), CLOCK)


def sent_unreviewed(desk: Desk) -> None:
    desk.perform(SendDiffusion(communication=wanted_diffusion()), bureau("XA"))


def diffusion_under_review(desk: Desk) -> None:
    sent_unreviewed(desk)
    reviewed_again(desk)


def decided_to_confirm(desk: Desk) -> None:
    diffusion_under_review(desk)
    desk.proposed(resolution=Resolution.CONFIRM)
    desk.decided()


def decided_to_recall(desk: Desk) -> None:
    diffusion_under_review(desk)
    decided(desk, Resolution.RECALL)


def reviewed(desk: Desk) -> None:
    decided_to_confirm(desk)
    desk.perform(ConfirmCompliance(reference=REFERENCE, version=desk.file().version), FIRST)


def recalled(desk: Desk) -> None:
    decided_to_recall(desk)
    desk.perform(RecallDiffusion(reference=REFERENCE, version=desk.file().version), FIRST)


def to_be_notice(desk: Desk) -> None:
    """A diffusion at its recipients whose source asks for a notice."""
    sent_unreviewed(desk)
    desk.perform(ConvertToNotice(reference=REFERENCE, communication=murder()), bureau("XA"))


def to_be_notice_reviewed(desk: Desk) -> None:
    to_be_notice(desk)
    reviewed_again(desk)


def became_notice(desk: Desk) -> None:
    to_be_notice_reviewed(desk)
    desk.proposed()
    desk.decided()
    desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)


def became_diffusion(desk: Desk) -> None:
    published(desk)
    desk.perform(ConvertToDiffusion(reference=REFERENCE, recipients=("XB", "XC"), aim=Aim.ARREST,
                                    reason_for_diffusion="limited_circulation"), bureau("XA"))


def sent(desk: Desk) -> None:
    message = Communication(reference=REFERENCE, channel=Channel.MESSAGE, source="XA", recipients=("XB",),
                            subject="Vortan", text="Please tell us whether he was seen.", language="en",
                            declarations=(declaration("quality"),))
    desk.perform(SendMessage(communication=message), bureau("XA"))


def consent_asked(desk: Desk) -> None:
    sent(desk)
    desk.perform(AskConsent(reference=REFERENCE, because="A complaint says that it names him."), FIRST)


def consent_given(desk: Desk) -> None:
    consent_asked(desk)
    desk.perform(AnswerConsent(reference=REFERENCE, given=True), bureau("XA"))


def held(desk: Desk) -> None:
    """A message on somebody whose notice was refused: it waits at the gateway."""
    other = murder("b" * 32)
    desk.requested(other)
    desk.examined("b" * 32)
    desk.proposed("b" * 32, resolution=Resolution.REFUSE, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided("b" * 32)
    desk.perform(RefuseRequest(reference="b" * 32, version=desk.file("b" * 32).version), FIRST)
    message = Communication(reference=REFERENCE, channel=Channel.MESSAGE, source="XA", recipients=("XB",),
                            person=other.person, text="Please tell us whether he was seen.", language="en")
    desk.perform(SendMessage(communication=message), bureau("XA"))


def held_taken_up(desk: Desk) -> None:
    held(desk)
    desk.perform(OpenReview(reference=REFERENCE), FIRST)


def kept_back(desk: Desk) -> None:
    held_taken_up(desk)
    desk.perform(KeepHeldBack(reference=REFERENCE, version=desk.file().version, because="That man again."), FIRST)


def blocked(desk: Desk) -> None:
    """A published notice the Commission had blocked."""
    published(desk)
    order = CommissionOrder(id="b" * 32, file=REFERENCE, measure=Measured.BLOCK, due_on=day_of(desk.at))
    desk.perform(ImplementDecision(order=order), ORDER)


SITUATIONS: dict[str, Callable[[Desk], None]] = {way.__name__: way for way in (
    received, under_review, returned, more_time_asked, consulted, proposed, disagreed, decided_to_publish,
    decided_to_refuse, published, published_reviewed_again, updated, updated_reviewed, decided_to_cancel, suspended,
    refused, withdrawn, cancelled, expired, sent_unreviewed, diffusion_under_review, decided_to_confirm,
    decided_to_recall, reviewed, recalled, sent, consent_asked, consent_given,
    held, held_taken_up, kept_back, blocked, to_be_notice, to_be_notice_reviewed, became_notice, became_diffusion)}


@cache
def _built(situation: str) -> Desk:
    desk = Desk()
    SITUATIONS[situation](desk)
    return desk


def desk_in(situation: str) -> Desk:
    """A desk of one's own with the file in that situation."""
    made = _built(situation)
    register = MemoryRegister(members=made.register.members, files=dict(made.register.files),
                              drafts=dict(made.register.drafts))
    return Desk(register=register, outbox=MemoryOutbox(list(made.outbox.posted)),
                journal=MemoryJournal(list(made.journal.entries)), at=made.at)
