"""One table: what may be done with a file in each situation. Whatever is not in the table is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from article3.acts.add_caveat import AddCaveat
from article3.acts.answer_consent import AnswerConsent
from article3.acts.answer_finding import AnswerFinding, RuleAnswer
from article3.acts.answer_more_time import AnswerMoreTime
from article3.acts.answer_questions import AnswerQuestions
from article3.acts.ask_consent import AskConsent
from article3.acts.ask_more_time import AskMoreTime
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.ask_retention import AskRetention
from article3.acts.block_meanwhile import BlockMeanwhile
from article3.acts.cancel_notice import CancelNotice
from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.convert_to_diffusion import ConvertToDiffusion
from article3.acts.convert_to_notice import ConvertToNotice
from article3.acts.decide import Decide, Instead
from article3.acts.declare_conflict import DeclareConflict
from article3.acts.erase_content import EraseContent
from article3.acts.examine_arrival import ExamineArrival
from article3.acts.expire_notice import ExpireNotice
from article3.acts.extend_retention import ExtendRetention
from article3.acts.fill_worksheet import FillWorksheet
from article3.acts.implement_decision import ImplementDecision
from article3.acts.keep_held_back import KeepHeldBack
from article3.acts.lapse_unanswered import LapseUnanswered
from article3.acts.let_held_pass import LetHeldPass
from article3.acts.lift_caveat import LiftCaveat
from article3.acts.lift_own_block import LiftOwnBlock
from article3.acts.log_research import LogResearch
from article3.acts.mandates import OFFICIAL_ACTS
from article3.acts.note_refused_extradition import NoteRefusedExtradition
from article3.acts.open_message import OpenMessage
from article3.acts.open_review import OpenReview
from article3.acts.ports import NotFound
from article3.acts.propose_decision import ProposeDecision
from article3.acts.publish_notice import PublishNotice
from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.record_fact import RecordFact
from article3.acts.refuse_request import RefuseRequest
from article3.acts.remove_protected import RemoveProtected
from article3.acts.reply_to_consultation import ReplyToConsultation
from article3.acts.resume_notice import ResumeNotice
from article3.acts.settle_disagreement import SettleDisagreement
from article3.acts.suspend_notice import SuspendNotice
from article3.acts.update_notice import UpdateNotice
from article3.acts.withdraw_fact import WithdrawFact
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.events import DataDeleted
from article3.lifecycle.examination import Resolution
from article3.lifecycle.possible import POSSIBLE
from article3.lifecycle.states import ENDED, State
from article3.terms.clocks import day_of
from article3.terms.communication import Aim, Channel
from article3.terms.finding import Outcome, Refused
from article3.terms.reasons import CancellationCode, CaveatKind, IfSilent, WithdrawalCode
from article3.terms.redress import CommissionOrder, Measured
from article3.terms.sitting import MandateRole, Sitting
from tests.acts.situations import GROUNDS, SITUATIONS, UNFAVOURABLE, desk_in, wanted_diffusion
from tests.desk import (
    CLOCK,
    COMPLIANT,
    FIRST,
    LEAD,
    ORDER,
    REFERENCE,
    SECOND,
    Desk,
    bureau,
    declaration,
    murder,
    sitting,
    worksheet,
)

SOMEBODY = sitting("sixth", "XD", MandateRole.REVIEWER)
SOURCE = bureau("XA")
Attempt = Callable[[Desk], None]


def _at(order: type, who: Sitting, **fields: object) -> Attempt:
    return lambda desk: desk.perform(order(reference=REFERENCE, **fields), who)


def _on_version(order: type, who: Sitting, **fields: object) -> Attempt:
    return lambda desk: desk.perform(order(reference=REFERENCE, version=desk.file().version, **fields), who)


def _update(desk: Desk) -> None:
    changed = {"facts_summary": "On 3 November 2024 he shot J. Ruvo dead; a second witness came forward."}
    diffusion = desk.file().communication.channel is Channel.DIFFUSION
    text = wanted_diffusion(**changed) if diffusion else murder(**changed)
    desk.perform(UpdateNotice(reference=REFERENCE, communication=text), SOURCE)


def _suspend(desk: Desk) -> None:
    until = day_of(desk.at) + timedelta(days=30)
    desk.perform(SuspendNotice(reference=REFERENCE, until=until, because="Talks on a surrender."), SOURCE)


def _expire(desk: Desk) -> None:
    desk.at = desk.at.replace(year=2031, month=3, day=3)
    desk.perform(ExpireNotice(reference=REFERENCE), CLOCK)


def _extend(desk: Desk) -> None:
    desk.at = desk.at.replace(year=2031, month=3, day=1)
    desk.perform(ExtendRetention(reference=REFERENCE, months=12, because="He is still sought.",
                                 assurance=declaration("extradition")), SOURCE)


def _ask_retention(desk: Desk) -> None:
    desk.at = desk.at.replace(year=2031, month=3, day=1)
    desk.perform(AskRetention(reference=REFERENCE), CLOCK)


def _lapse(desk: Desk) -> None:
    desk.at = desk.at.replace(year=2028)
    if not desk.perform(LapseUnanswered(reference=REFERENCE), CLOCK):
        raise Refused("Nothing was late.")


NEXT_MONTH = date(2026, 4, 15)
ATTEMPTS: dict[str, Attempt] = {
    "open_review": _at(OpenReview, SOMEBODY),
    "take_over": _at(OpenReview, LEAD),
    "declare_conflict": _at(DeclareConflict, SOMEBODY, because="A cousin of mine is a witness."),
    "record_fact": _at(RecordFact, FIRST, fact="acquitted", value=False, source="Court register"),
    "withdraw_fact": _at(WithdrawFact, FIRST, fact="proceedings_valid"),
    "answer_finding": _at(AnswerFinding, FIRST, answers=(
        RuleAnswer(rule="CON-3", outcome=Outcome.MET, because="Read again."),)),
    "ask_requester": _at(AskRequester, FIRST, questions=(Asking(id="q2", text="Where is the pistol?",
                                                                deadline=NEXT_MONTH),)),
    "answer_questions": _at(AnswerQuestions, SOURCE, answers=(("q1", "Two neighbours saw it."),)),
    "ask_more_time": _at(AskMoreTime, SOURCE, questions=("q1",), until=date(2026, 5, 1), because="A holiday."),
    "answer_more_time": _at(AnswerMoreTime, FIRST, granted=True),
    "consult_bureau": _at(ConsultBureau, FIRST, consultation="c2", bureau="XD", question="Do you know him?",
                          deadline=NEXT_MONTH, if_silent=IfSilent.DECIDED_ON_THE_FILE),
    "reply_to_consultation": _at(ReplyToConsultation, bureau("XC"), consultation="c1", reply="He was seen in May."),
    "log_research": _at(LogResearch, FIRST, entry="r1", query="Vortan Selen", source="Selen Courier",
                        read_on=date(2026, 3, 2), bears_on="g", found=False, note="Nothing on politics."),
    "fill_worksheet": _at(FillWorksheet, FIRST, factors=worksheet(), predominance="(a) predominates."),
    "propose_to_publish": _on_version(ProposeDecision, FIRST, resolution=Resolution.PUBLISH, reasons=COMPLIANT),
    "propose_to_refuse": _on_version(ProposeDecision, FIRST, resolution=Resolution.REFUSE, reasons=UNFAVOURABLE,
                                     grounds=GROUNDS),
    "propose_to_confirm": _on_version(ProposeDecision, FIRST, resolution=Resolution.CONFIRM, reasons=COMPLIANT),
    "propose_to_recall": _on_version(ProposeDecision, FIRST, resolution=Resolution.RECALL, reasons=UNFAVOURABLE,
                                     grounds=GROUNDS),
    "propose_to_cancel": _on_version(ProposeDecision, FIRST, resolution=Resolution.CANCEL, reasons=UNFAVOURABLE,
                                     grounds=GROUNDS),
    "agree": _on_version(Decide, SECOND, agrees=True),
    "dissent": _on_version(Decide, SECOND, agrees=False, instead=Instead(
        resolution=Resolution.REFUSE, reasons=UNFAVOURABLE, grounds=GROUNDS)),
    "settle_disagreement": _on_version(SettleDisagreement, LEAD, with_dissent=False),
    "publish_notice": _on_version(PublishNotice, FIRST),
    "refuse_request": _on_version(RefuseRequest, FIRST),
    "confirm_compliance": _on_version(ConfirmCompliance, FIRST),
    "recall_diffusion": _on_version(RecallDiffusion, FIRST),
    "add_caveat": _at(AddCaveat, FIRST, caveat="k1", kind=CaveatKind.DATA_TO_VERIFY, text="Verify the birth date."),
    "block_meanwhile": lambda desk: desk.perform(BlockMeanwhile(
        reference=REFERENCE, block="b" * 32, because="It may be a refugee.",
        review_on=desk.at.date() + timedelta(days=9)), FIRST),
    "lift_own_block": _at(LiftOwnBlock, SECOND, because="It is not."),
    "note_refused_extradition": _at(NoteRefusedExtradition, SOURCE, caveat="k2", text="XC refused in May."),
    "lift_caveat": _at(LiftCaveat, FIRST, caveat="k1"),
    "update_notice": _update,
    "convert_to_notice": _at(ConvertToNotice, SOURCE, communication=murder()),
    "convert_to_diffusion": _at(ConvertToDiffusion, SOURCE, recipients=("XB", "XC"), aim=Aim.ARREST,
                                reason_for_diffusion="limited_circulation"),
    "suspend_notice": _suspend,
    "resume_notice": _at(ResumeNotice, SOURCE),
    "withdraw_notice": _at(WithdrawNotice, SOURCE, code=WithdrawalCode.NO_LONGER_WANTED),
    "cancel_notice": _on_version(CancelNotice, FIRST, code=CancellationCode.PURPOSE_MET),
    "ask_retention": _ask_retention,
    "extend_retention": _extend,
    "expire_notice": _expire,
    "erase_content": _at(EraseContent, CLOCK, ordered_by="Decision 12 of the Commission"),
    "lapse_unanswered": _lapse,
    "examine_arrival": _at(ExamineArrival, CLOCK),
    "remove_protected": _at(RemoveProtected, CLOCK),
    "implement_decision": lambda desk: desk.perform(ImplementDecision(order=CommissionOrder(
        id="c" * 32, file=REFERENCE, measure=Measured.BLOCK, due_on=NEXT_MONTH)), ORDER),
    "let_held_pass": _on_version(LetHeldPass, FIRST, because="Another man of that name."),
    "keep_held_back": _on_version(KeepHeldBack, FIRST, because="The refused request in other words."),
    "ask_consent": _at(AskConsent, FIRST, because="A complaint says that it names him."),
    "answer_consent": _at(AnswerConsent, SOURCE, given=True),
    "open_message": _at(OpenMessage, FIRST, because="To see whether it repeats the refused request."),
}

FILE_OF_A_SOURCE = {"add_caveat", "note_refused_extradition", "update_notice", "withdraw_notice", "ask_retention",
                    "extend_retention", "expire_notice", "declare_conflict"}
EXAMINED = {"take_over", "record_fact", "withdraw_fact", "answer_finding", "ask_requester", "consult_bureau",
            "log_research", "fill_worksheet"} | FILE_OF_A_SOURCE
UNTAKEN = {"open_review", "take_over"} | FILE_OF_A_SOURCE
OF_REQUEST = {"propose_to_publish", "propose_to_refuse"}
OF_UPDATE = {"propose_to_publish", "propose_to_refuse", "propose_to_cancel"}
OF_NOTICE = {"propose_to_confirm", "propose_to_cancel"}
OF_DIFFUSION = {"propose_to_confirm", "propose_to_recall"}

DONE: dict[str, set[str]] = {
    "received": UNTAKEN,
    "under_review": EXAMINED | OF_REQUEST,
    "returned": EXAMINED | {"answer_questions", "ask_more_time", "lapse_unanswered"},
    "more_time_asked": EXAMINED | {"answer_questions", "answer_more_time"},
    "consulted": EXAMINED | {"propose_to_refuse", "reply_to_consultation", "lapse_unanswered"},
    "proposed": EXAMINED | OF_REQUEST | {"agree", "dissent"},
    "disagreed": EXAMINED | OF_REQUEST | {"settle_disagreement"},
    "decided_to_publish": EXAMINED | OF_REQUEST | {"publish_notice"},
    "decided_to_refuse": EXAMINED | OF_REQUEST | {"refuse_request"},
    "published": UNTAKEN | {"suspend_notice", "convert_to_diffusion"},
    "published_reviewed_again": EXAMINED | OF_NOTICE | {"suspend_notice", "convert_to_diffusion"},
    "updated": UNTAKEN | {"suspend_notice"},
    "updated_reviewed": EXAMINED | OF_UPDATE | {"suspend_notice"},
    "decided_to_cancel": EXAMINED | OF_NOTICE | {"suspend_notice", "cancel_notice", "convert_to_diffusion"},
    "suspended": UNTAKEN | {"resume_notice", "lapse_unanswered"},
    "refused": {"expire_notice", "erase_content"}, "withdrawn": {"expire_notice", "erase_content"},
    "cancelled": {"expire_notice", "erase_content"}, "recalled": {"expire_notice", "erase_content"}, "expired": set(),
    "sent_unreviewed": UNTAKEN | {"convert_to_notice"},
    "diffusion_under_review": EXAMINED | OF_DIFFUSION | {"convert_to_notice"},
    "decided_to_confirm": EXAMINED | OF_DIFFUSION | {"confirm_compliance", "convert_to_notice"},
    "decided_to_recall": EXAMINED | OF_DIFFUSION | {"recall_diffusion", "convert_to_notice"},
    "reviewed": UNTAKEN | {"convert_to_notice"},
    "to_be_notice": UNTAKEN,
    "to_be_notice_reviewed": EXAMINED | OF_REQUEST | {"propose_to_recall"},
    "became_notice": UNTAKEN | {"suspend_notice", "convert_to_diffusion"},
    "became_diffusion": UNTAKEN,
    "sent": {"ask_retention", "expire_notice", "ask_consent"},
    "consent_asked": {"ask_retention", "expire_notice", "answer_consent"},
    "consent_given": {"ask_retention", "expire_notice", "ask_consent", "answer_consent", "open_message"},
    "held": {"open_review", "take_over", "declare_conflict", "ask_retention", "expire_notice", "ask_consent"},
    "held_taken_up": {"take_over", "declare_conflict", "ask_retention", "expire_notice", "let_held_pass",
                      "keep_held_back", "ask_consent", "open_message"},
    "kept_back": {"ask_retention", "expire_notice", "ask_consent"},
}


OUT = ("published", "published_reviewed_again", "updated", "updated_reviewed", "decided_to_cancel", "suspended",
       "sent_unreviewed", "diffusion_under_review", "decided_to_confirm", "decided_to_recall", "reviewed",
       "to_be_notice", "to_be_notice_reviewed", "became_notice", "became_diffusion")
"""What is at members, or was let on to its recipients: the policy takes it from them, whoever reviews it meanwhile."""
DONE |= {situation: DONE[situation] | {"remove_protected", "block_meanwhile"} for situation in OUT}


DONE["blocked"] = {"open_review", "take_over", "declare_conflict", "withdraw_notice", "ask_retention",
                   "extend_retention", "expire_notice", "remove_protected"}
LIVE = set(DONE) - {"refused", "withdrawn", "cancelled", "recalled", "expired", "blocked"}
DONE |= {situation: DONE[situation] | {"implement_decision"} for situation in LIVE}
"""A block by order of the Commission reaches everything that has not ended."""


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("act", ATTEMPTS)
def test_an_act_is_done_where_the_table_says_so_and_refused_everywhere_else(situation: str, act: str) -> None:
    """Refused (or not found) leaves the file, the post and the journal as they were."""
    desk = desk_in(situation)
    before = desk.file()
    if act in DONE[situation]:
        ATTEMPTS[act](desk)
        again = act in ("update_notice", "convert_to_notice", "convert_to_diffusion")  # a text for the gateway
        assert desk.file().version == before.version + 1 + again
        return
    with pytest.raises((Refused, NotFound)):
        ATTEMPTS[act](desk)
    assert desk.file() == before


def test_the_table_tries_every_act_on_a_file() -> None:
    """An act that nobody put into the table would not be tried."""
    knowledge = {"LearnFact", "WithdrawLearnedFact", "LearnRuling", "StartRetrospective", "EnrolStock", "DrawSample",
                 "CloseRetrospectiveItem"}  # tried in test_knowledge.py and test_retrospective.py
    ledger = {"ReplyToRecord", "CastVote", "DecideMeasure", "SignMeasure", "AnswerAudit", "ProposeMeasure",
              "ChangeMeasure", "AnswerReply", "AnswerDeskQuestion", "DraftRules", "OpenVote", "RecordSimulation",
              "LapseMeasure", "PutDeskQuestion", "DrawAudit", "CloseVote"}  # of a bureau's record: they change no file
    asked = {"PutToSource", "RemindSource", "AnswerCommission"}  # letters about a file: tried in tests/commission
    research = {"OrderSearch", "KeepSearches", "TakeExcerpt", "SetAsideExcerpt"}  # tried in test_research.py
    told = {"ReportCoverage", "TellResult"}  # they change no file: tried in at_home/ and in test_tell_result.py
    listed = {"ProposeUnList", "AdoptUnList", "SetAsideUnList", "EnterListed"}  # tried in test_un_list.py
    begun = {"RequestNotice", "SendDiffusion", "SendMessage", "ReportDocument", "SaveDraft", "DiscardDraft",
             "SetRouting", "SignRouting", "EndRouting", "DisputeNotice", "AnswerDispute"}  # tried in test_disputes.py
    beginnings = knowledge | ledger | asked | research | told | listed | begun
    tried = {name.replace("_", "") for name in ATTEMPTS} | {"proposedecision", "decide"}
    assert {order.__name__.lower() for order in OFFICIAL_ACTS if order.__name__ not in beginnings} <= tried


def test_nothing_may_happen_to_a_file_that_has_ended_but_that_its_data_go() -> None:
    """Refused, withdrawn, cancelled, recalled, expired: the end."""
    assert {event for event, states in POSSIBLE.items() if states & ENDED} == {DataDeleted}


def test_every_situation_stands_in_the_table() -> None:
    """And every state of a file is one of the situations."""
    assert set(DONE) == set(SITUATIONS)
    assert {desk_in(situation).file().state for situation in SITUATIONS} == set(State)
