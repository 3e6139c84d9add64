"""Every official act: the order that asks for it, the function that does it, the mandates that may do it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from article3.acts.add_caveat import AddCaveat, add_caveat
from article3.acts.adopt_un_list import AdoptUnList, adopt_un_list
from article3.acts.answer_audit import AnswerAudit, answer_audit
from article3.acts.answer_commission import AnswerCommission, answer_commission
from article3.acts.answer_consent import AnswerConsent, answer_consent
from article3.acts.answer_desk_question import AnswerDeskQuestion, answer_desk_question
from article3.acts.answer_dispute import AnswerDispute, answer_dispute
from article3.acts.answer_finding import AnswerFinding, answer_finding
from article3.acts.answer_more_time import AnswerMoreTime, answer_more_time
from article3.acts.answer_questions import AnswerQuestions, answer_questions
from article3.acts.answer_reply import AnswerReply, answer_reply
from article3.acts.ask_consent import AskConsent, ask_consent
from article3.acts.ask_more_time import AskMoreTime, ask_more_time
from article3.acts.ask_requester import AskRequester, ask_requester
from article3.acts.ask_retention import AskRetention, ask_retention
from article3.acts.block_meanwhile import BlockMeanwhile, block_meanwhile
from article3.acts.cancel_notice import CancelNotice, cancel_notice
from article3.acts.cast_vote import CastVote, cast_vote
from article3.acts.change_measure import ChangeMeasure, change_measure
from article3.acts.close_retrospective_item import CloseRetrospectiveItem, close_retrospective_item
from article3.acts.close_vote import CloseVote, close_vote
from article3.acts.confirm_compliance import ConfirmCompliance, confirm_compliance
from article3.acts.consult_bureau import ConsultBureau, consult_bureau
from article3.acts.convert_to_diffusion import ConvertToDiffusion, convert_to_diffusion
from article3.acts.convert_to_notice import ConvertToNotice, convert_to_notice
from article3.acts.decide import Decide, decide
from article3.acts.decide_measure import DecideMeasure, decide_measure
from article3.acts.declare_conflict import DeclareConflict, declare_conflict
from article3.acts.discard_draft import DiscardDraft, discard_draft
from article3.acts.dispute_notice import DisputeNotice, dispute_notice
from article3.acts.draft_rules import DraftRules, draft_rules
from article3.acts.draw_audit import DrawAudit, draw_audit
from article3.acts.draw_sample import DrawSample, draw_sample
from article3.acts.end_routing import EndRouting, end_routing
from article3.acts.enrol_stock import EnrolStock, enrol_stock
from article3.acts.enter_listed import EnterListed, enter_listed
from article3.acts.erase_content import EraseContent, erase_content
from article3.acts.examine_arrival import ExamineArrival, examine_arrival
from article3.acts.expire_notice import ExpireNotice, expire_notice
from article3.acts.extend_retention import ExtendRetention, extend_retention
from article3.acts.fill_worksheet import FillWorksheet, fill_worksheet
from article3.acts.implement_decision import ImplementDecision, implement_decision
from article3.acts.keep_held_back import KeepHeldBack, keep_held_back
from article3.acts.keep_searches import KeepSearches, keep_searches
from article3.acts.lapse_measure import LapseMeasure, lapse_measure
from article3.acts.lapse_unanswered import LapseUnanswered, lapse_unanswered
from article3.acts.learn_fact import LearnFact, learn_fact
from article3.acts.learn_ruling import LearnRuling, learn_ruling
from article3.acts.let_held_pass import LetHeldPass, let_held_pass
from article3.acts.lift_caveat import LiftCaveat, lift_caveat
from article3.acts.lift_own_block import LiftOwnBlock, lift_own_block
from article3.acts.log_research import LogResearch, log_research
from article3.acts.note_refused_extradition import NoteRefusedExtradition, note_refused_extradition
from article3.acts.open_message import OpenMessage, open_message
from article3.acts.open_review import OpenReview, open_review
from article3.acts.open_vote import OpenVote, open_vote
from article3.acts.order_search import OrderSearch, order_search
from article3.acts.propose_decision import ProposeDecision, propose_decision
from article3.acts.propose_measure import ProposeMeasure, propose_measure
from article3.acts.propose_un_list import ProposeUnList, propose_un_list
from article3.acts.publish_notice import PublishNotice, publish_notice
from article3.acts.put_desk_question import PutDeskQuestion, put_desk_question
from article3.acts.put_to_source import PutToSource, put_to_source
from article3.acts.recall_diffusion import RecallDiffusion, recall_diffusion
from article3.acts.record_fact import RecordFact, record_fact
from article3.acts.record_simulation import RecordSimulation, record_simulation
from article3.acts.refuse_request import RefuseRequest, refuse_request
from article3.acts.remind_source import RemindSource, remind_source
from article3.acts.remove_protected import RemoveProtected, remove_protected
from article3.acts.reply_to_consultation import ReplyToConsultation, reply_to_consultation
from article3.acts.reply_to_record import ReplyToRecord, reply_to_record
from article3.acts.report_coverage import ReportCoverage, report_coverage
from article3.acts.report_document import ReportDocument, report_document
from article3.acts.request_notice import RequestNotice, request_notice
from article3.acts.resume_notice import ResumeNotice, resume_notice
from article3.acts.save_draft import SaveDraft, save_draft
from article3.acts.send_diffusion import SendDiffusion, send_diffusion
from article3.acts.send_message import SendMessage, send_message
from article3.acts.set_aside_excerpt import SetAsideExcerpt, set_aside_excerpt
from article3.acts.set_aside_un_list import SetAsideUnList, set_aside_un_list
from article3.acts.set_routing import SetRouting, set_routing
from article3.acts.settle_disagreement import SettleDisagreement, settle_disagreement
from article3.acts.sign_measure import SignMeasure, sign_measure
from article3.acts.sign_routing import SignRouting, sign_routing
from article3.acts.start_retrospective import StartRetrospective, start_retrospective
from article3.acts.suspend_notice import SuspendNotice, suspend_notice
from article3.acts.take_excerpt import TakeExcerpt, take_excerpt
from article3.acts.tell_result import TellResult, tell_result
from article3.acts.update_notice import UpdateNotice, update_notice
from article3.acts.withdraw_fact import WithdrawFact, withdraw_fact
from article3.acts.withdraw_learned_fact import WithdrawLearnedFact, withdraw_learned_fact
from article3.acts.withdraw_notice import WithdrawNotice, withdraw_notice
from article3.terms.sitting import MandateRole, Sitting

SECRETARIAT = "secretariat"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialAct:
    """One act; `perform` takes the order and, by keyword, at, sitting, register, outbox and journal."""

    perform: Callable[..., Any]
    roles: frozenset[MandateRole]

    def allows(self, sitting: Sitting) -> bool:
        """Whether this sitting's mandate covers the act: the role, in the kind of seat the role belongs to."""
        if sitting.role not in self.roles:
            return False
        if sitting.role in _AT_A_BUREAU:
            return sitting.bureau is not None
        return sitting.seat.partition(":")[0] == _SEAT_OF.get(sitting.role, SECRETARIAT)


_SEAT_OF = {MandateRole.ATTESTING: "protection", MandateRole.CUSTODIAN: "custodian",
            MandateRole.COMMISSION_ORDER: "commission"}
"""Roles that belong to a kind of seat of their own."""
_AT_A_BUREAU = frozenset({MandateRole.BUREAU_OFFICER, MandateRole.BUREAU_LEAD})
_SENDS = frozenset({MandateRole.BUREAU_LEAD})
_REVIEWS = frozenset({MandateRole.REVIEWER, MandateRole.LEAD})
_LEADS = frozenset({MandateRole.LEAD})
_FALLS_DUE = frozenset({MandateRole.CLOCK})


def _acts(roles: frozenset[MandateRole], acts: dict[type, Callable[..., Any]]) -> dict[type, OfficialAct]:
    return {order: OfficialAct(perform=act, roles=roles) for order, act in acts.items()}


OFFICIAL_ACTS: Mapping[type, OfficialAct] = MappingProxyType({
    **_acts(_AT_A_BUREAU, {
        SaveDraft: save_draft, DiscardDraft: discard_draft, AnswerQuestions: answer_questions,
        AskMoreTime: ask_more_time, ReplyToConsultation: reply_to_consultation,
    }),
    **_acts(_SENDS, {
        RequestNotice: request_notice, SendDiffusion: send_diffusion, SendMessage: send_message,
        ReportDocument: report_document, ReportCoverage: report_coverage, TellResult: tell_result,
        UpdateNotice: update_notice, SuspendNotice: suspend_notice, ResumeNotice: resume_notice,
        WithdrawNotice: withdraw_notice, ExtendRetention: extend_retention, AnswerConsent: answer_consent,
        DisputeNotice: dispute_notice, NoteRefusedExtradition: note_refused_extradition,
        ConvertToNotice: convert_to_notice, ConvertToDiffusion: convert_to_diffusion,
    }),
    **_acts(_REVIEWS, {
        OpenReview: open_review, DeclareConflict: declare_conflict, RecordFact: record_fact,
        WithdrawFact: withdraw_fact, AnswerFinding: answer_finding, AskRequester: ask_requester,
        AnswerMoreTime: answer_more_time, ConsultBureau: consult_bureau, LogResearch: log_research,
        FillWorksheet: fill_worksheet, ProposeDecision: propose_decision, Decide: decide,
        PublishNotice: publish_notice, RefuseRequest: refuse_request, ConfirmCompliance: confirm_compliance,
        RecallDiffusion: recall_diffusion, AddCaveat: add_caveat, LiftCaveat: lift_caveat,
        BlockMeanwhile: block_meanwhile, LiftOwnBlock: lift_own_block,
        AskConsent: ask_consent, OpenMessage: open_message, AnswerDispute: answer_dispute,
        CancelNotice: cancel_notice, LetHeldPass: let_held_pass, KeepHeldBack: keep_held_back,
        SignRouting: sign_routing, LearnFact: learn_fact, WithdrawLearnedFact: withdraw_learned_fact,
        LearnRuling: learn_ruling, CloseRetrospectiveItem: close_retrospective_item, OrderSearch: order_search,
        KeepSearches: keep_searches, TakeExcerpt: take_excerpt, SetAsideExcerpt: set_aside_excerpt,
        AdoptUnList: adopt_un_list, SetAsideUnList: set_aside_un_list,
    }),
    **_acts(_LEADS, {
        SettleDisagreement: settle_disagreement, SetRouting: set_routing, EndRouting: end_routing,
        DrawSample: draw_sample, ProposeUnList: propose_un_list,
    }),
    **_acts(_LEADS | _FALLS_DUE, {StartRetrospective: start_retrospective}),
    **_acts(frozenset({MandateRole.COMMISSION_ORDER}), {
        ImplementDecision: implement_decision, PutToSource: put_to_source, RemindSource: remind_source,
    }),
    **_acts(_AT_A_BUREAU, {
        AnswerCommission: answer_commission,
    }),
    **_acts(_FALLS_DUE, {
        AskRetention: ask_retention, ExpireNotice: expire_notice, EraseContent: erase_content,
        LapseUnanswered: lapse_unanswered, ExamineArrival: examine_arrival, RemoveProtected: remove_protected,
    }),
    **_acts(_FALLS_DUE, {
        EnrolStock: enrol_stock, EnterListed: enter_listed,
    }),
    **_acts(_SENDS, {
        ReplyToRecord: reply_to_record, CastVote: cast_vote,
    }),
    **_acts(_REVIEWS, {
        DecideMeasure: decide_measure, SignMeasure: sign_measure, AnswerAudit: answer_audit,
    }),
    **_acts(_LEADS, {
        ProposeMeasure: propose_measure, ChangeMeasure: change_measure, AnswerReply: answer_reply,
        AnswerDeskQuestion: answer_desk_question, DraftRules: draft_rules, OpenVote: open_vote,
    }),
    **_acts(_LEADS | _FALLS_DUE, {
        RecordSimulation: record_simulation,
    }),
    **_acts(_FALLS_DUE, {
        LapseMeasure: lapse_measure, PutDeskQuestion: put_desk_question, DrawAudit: draw_audit,
        CloseVote: close_vote,
    }),
})
"""Every order type with its act. An order that is not here cannot be performed."""


def official_act(order: object) -> OfficialAct:
    """The act an order asks for; an unknown kind of order is our bug."""
    act = OFFICIAL_ACTS.get(type(order))
    assert act is not None, f"no act is known for {type(order).__name__}"
    return act
