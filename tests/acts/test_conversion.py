"""A diffusion becomes a notice and a notice a diffusion: one number, one history, nobody reads more than is allowed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from article3.acts.add_caveat import AddCaveat
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.convert_to_diffusion import ConvertToDiffusion
from article3.acts.convert_to_notice import ConvertToNotice
from article3.acts.filing import readers
from article3.acts.lapse_unanswered import LapseUnanswered
from article3.acts.messages import TO_MEMBERS, MessageKind
from article3.acts.ports import NotFound
from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.record_fact import RecordFact
from article3.acts.refuse_request import RefuseRequest
from article3.acts.suspend_notice import SuspendNotice
from article3.acts.update_notice import UpdateNotice
from article3.lifecycle.beat import told_at
from article3.lifecycle.conversion import BECAME_DIFFUSION, taken_effect
from article3.lifecycle.diffusion import reached
from article3.lifecycle.events import ArrivalExamined
from article3.lifecycle.examination import Reasons, Resolution
from article3.lifecycle.routing import RoutingMeasure, Signed
from article3.lifecycle.states import State
from article3.register.columns import read_by_members
from article3.terms.clocks import day_of
from article3.terms.communication import Aim, Channel, Colour
from article3.terms.facts_measure import Organ, Routing
from article3.terms.finding import Refused
from article3.terms.reasons import CaveatKind, Ground, PublicCode, ToRequester
from tests.acts.situations import UNFAVOURABLE, decided, desk_in, reviewed_again
from tests.desk import CLOCK, FIRST, REFERENCE, Desk, bureau, murder

SOURCE = bureau("XA")
POLITICAL = Reasons(internal="A political case.", public=PublicCode.ARTICLE_3,
                    to_requester=(ToRequester.NOT_COMPLIANT,))


def told(desk: Desk, since: int) -> dict[str, list[str]]:
    """By kind of message, who got it since then."""
    found: dict[str, list[str]] = {}
    for to, message in desk.outbox.posted[since:]:
        found.setdefault(message.kind.value, []).append(to)
    return found


def to_diffusion(desk: Desk, *recipients: str) -> None:
    """The source keeps its notice to these bureaus."""
    desk.perform(ConvertToDiffusion(reference=REFERENCE, recipients=recipients, aim=Aim.ARREST,
                                    reason_for_diffusion="limited_circulation"), SOURCE)


def read_by(desk: Desk) -> tuple[str, ...]:
    """Who reads the file as it stands."""
    return readers(desk.file(), desk.register, day_of(desk.at))


class TestADiffusionBecomesANotice:
    def test_until_two_reviewers_decided_its_recipients_read_the_diffusion_as_it_was(self) -> None:
        """Its lease, its warning and its readers are what they were; nobody else hears of it."""
        desk, before = desk_in("to_be_notice"), desk_in("sent_unreviewed").file()
        file = desk.file()
        assert (file.channel, file.state) == (Channel.DIFFUSION, State.SENT_UNREVIEWED)
        assert read_by_members(file) == before.communication
        assert read_by(desk) == ("XB", "XC")
        assert told(desk, len(desk_in("sent_unreviewed").outbox.posted)) == {"receipt": ["XA"]}

    def test_published_it_is_the_same_file_with_both_lives_in_its_timeline(self) -> None:
        """Every member reads it; who held it is told that it changed its kind, the others that it is published."""
        desk = desk_in("became_notice")
        file = desk.file()
        assert (file.channel, file.state, file.reference) == (Channel.NOTICE_REQUEST, State.PUBLISHED, REFERENCE)
        steps = [step.event for step in file.timeline]
        assert steps.index("CommunicationReceived") < steps.index("ConversionAsked") < steps.index("NoticePublished")
        (life,) = file.former_lives
        assert (life.channel, life.began_at, life.text.recipients) == (Channel.DIFFUSION, file.received_at,
                                                                      ("XB", "XC"))
        last = told(desk, len(desk_in("to_be_notice_reviewed").outbox.posted))
        assert last == {"converted": ["XA", "XB", "XC"], "notice_published": ["QM", "XD"]}

    def test_its_caveats_stay_and_its_facts_and_reviews_with_it(self) -> None:
        """Nothing of the first life is lost."""
        desk = desk_in("reviewed")
        desk.perform(AddCaveat(reference=REFERENCE, caveat="k1", kind=CaveatKind.DATA_TO_VERIFY, text="Verify."), FIRST)
        before = desk.file()
        desk.perform(ConvertToNotice(reference=REFERENCE, communication=murder()), SOURCE)
        reviewed_again(desk)
        desk.proposed()
        desk.decided()
        file = desk.file()
        assert file.caveats == before.caveats
        assert set(before.established) <= set(file.established)
        assert file.former_reviews[0] == before.former_reviews[0]

    def test_refused_on_a_condition_of_notices_the_diffusion_goes_on(self) -> None:
        """Only its source hears of it; the refused text stays in the history."""
        desk = desk_in("to_be_notice_reviewed")
        decided(desk, Resolution.REFUSE)
        since = len(desk.outbox.posted)
        desk.perform(RefuseRequest(reference=REFERENCE, version=desk.file().version), FIRST)
        file = desk.file()
        assert (file.state, file.channel, file.stands_as) == (State.SENT_UNREVIEWED, Channel.DIFFUSION, None)
        assert file.communication.recipients == ("XB", "XC") and file.amendments[-1].former == murder()
        assert told(desk, since) == {"conversion_refused": ["XA"]}
        assert REFERENCE not in desk.register.traces, "what stands is not remembered as refused"

    @pytest.mark.parametrize("reasons, ground", [(POLITICAL, Ground.POLITICAL_CHARACTER),
                                                 (UNFAVOURABLE, Ground.REFUGEE_POLICY)])
    def test_refused_on_what_bars_every_channel_it_must_be_recalled(self, reasons: Reasons, ground: Ground) -> None:
        """A diffusion is no way round Article 3 or the refugee policy."""
        desk = desk_in("to_be_notice_reviewed")
        with pytest.raises(Refused, match="recall it"):
            desk.proposed(resolution=Resolution.REFUSE, reasons=reasons, grounds=(ground,))
        desk.proposed(resolution=Resolution.RECALL, reasons=reasons, grounds=(ground,))

    def test_recalled_while_it_waits_it_ends_for_everybody_who_held_it(self) -> None:
        """Both lives are over, and it is known again by its person whatever its next dress."""
        desk = desk_in("to_be_notice_reviewed")
        decided(desk, Resolution.RECALL)
        recalled = desk.perform(RecallDiffusion(reference=REFERENCE, version=desk.file().version), FIRST)
        assert recalled.recipients == ("XB", "XC")
        assert (desk.file().state, desk.file().channel) == (State.RECALLED, Channel.DIFFUSION)
        assert REFERENCE in desk.register.traces

    def test_unanswered_questions_refuse_the_conversion_and_nothing_else(self) -> None:
        """Silence ends what was asked for; it never makes a notice."""
        desk = desk_in("to_be_notice_reviewed")
        asked = Asking(id="q1", text="Who saw the shot?", deadline=date(2026, 3, 12), rule="RPD-83-2-b-i")
        desk.perform(AskRequester(reference=REFERENCE, questions=(asked,)), FIRST)
        desk.wait(60)
        before, beat = desk.file(), desk.at.replace(hour=14)
        desk.perform(LapseUnanswered(reference=REFERENCE), CLOCK)
        assert told_at(before, desk.file(), beat=beat, waits=None) == beat, "its source reads it with all other results"
        assert (desk.file().state, desk.file().stands_as) == (State.SENT_UNREVIEWED, None)

    def test_a_correction_of_what_is_asked_for_changes_nothing_at_the_recipients(self) -> None:
        """They read the diffusion; it does not go through the gateway a second time."""
        desk = desk_in("to_be_notice")
        before, since = read_by_members(desk.file()), len(desk.outbox.posted)
        desk.perform(UpdateNotice(reference=REFERENCE, communication=murder(interest="He lives in XD now.")), SOURCE)
        assert read_by_members(desk.file()) == before
        assert told(desk, since) == {}

    def test_nobody_but_its_source_asks_and_not_twice(self) -> None:
        """For another bureau there is no such file."""
        desk = desk_in("sent_unreviewed")
        with pytest.raises(NotFound):
            desk.perform(ConvertToNotice(reference=REFERENCE, communication=murder()), bureau("XB"))
        with pytest.raises(Refused, match="names no recipients"):
            desk.perform(ConvertToNotice(reference=REFERENCE, communication=murder(recipients=("XB",))), SOURCE)
        with pytest.raises(Refused, match="asked for already"):
            desk_in("to_be_notice").perform(ConvertToNotice(reference=REFERENCE, communication=murder()), SOURCE)


class TestANoticeBecomesADiffusion:
    def test_its_recipients_keep_it_and_everybody_else_is_told_that_it_ended(self) -> None:
        """Found compliant as a notice, it carries no warning as a diffusion; the history names both."""
        desk = desk_in("published")
        since = len(desk.outbox.posted)
        to_diffusion(desk, "XB", "XC")
        file = desk.file()
        assert (file.channel, file.state, file.published) == (Channel.DIFFUSION, State.REVIEWED, None)
        assert file.former_lives[0].published is not None and file.timeline[-1].event == BECAME_DIFFUSION
        assert read_by(desk) == reached(file) == ("XB", "XC")
        assert told(desk, since) == {"receipt": ["XA"], "converted": ["XA", "XB", "XC"], "notice_ended": ["QM", "XD"]}

    def test_where_a_rule_is_not_met_any_more_it_is_marked_and_reviewed_anew(self) -> None:
        """What became known after the publication is not passed over."""
        desk = desk_in("published_reviewed_again")
        desk.perform(RecordFact(reference=REFERENCE, fact="acquitted", value=True, source="Court register"), FIRST)
        to_diffusion(desk, "XB")
        assert desk.file().state is State.SENT_UNREVIEWED

    def test_an_arrest_that_the_notice_did_not_ask_for_is_reviewed_first(self) -> None:
        """A blue notice looks for somebody; as a diffusion for arrest it would ask for more than two people allowed."""
        file = desk_in("published").file()
        blue = replace(file.communication, colour=Colour.BLUE)
        for aim, state in ((Aim.ARREST, State.SENT_UNREVIEWED), (Aim.LOCATE, State.REVIEWED)):
            diffusion = replace(blue, channel=Channel.DIFFUSION, colour=None, aim=aim, recipients=("XB",))
            gone_on = replace(file, stands_as=blue, communication=diffusion)
            step = ArrivalExamined(reference=REFERENCE, at=file.received_at, by="clock", seat="secretariat")
            assert taken_effect(gone_on, step).state is state

    def test_barred_from_diffusions_the_notice_stands_until_reviewers_decide(self) -> None:
        """A measure is not escaped by a conversion, and the members lose nothing meanwhile."""
        desk = desk_in("published")
        _barred(desk)
        to_diffusion(desk, "XB", "XC")
        file = desk.file()
        assert (file.channel, file.state) == (Channel.NOTICE_REQUEST, State.PUBLISHED) and file.gateway.held
        assert read_by(desk) == ("QM", "XA", "XB", "XC", "XD")
        reviewed_again(desk)
        desk.proposed(resolution=Resolution.CONFIRM)
        desk.decided()
        with pytest.raises(Refused, match="barred"):
            desk.perform(ConfirmCompliance(reference=REFERENCE, version=desk.file().version), FIRST)
        decided(desk, Resolution.REFUSE)
        desk.perform(RefuseRequest(reference=REFERENCE, version=desk.file().version), FIRST)
        assert (desk.file().state, desk.file().stands_as, desk.file().gateway.held) == (State.PUBLISHED, None, False)

    def test_it_cannot_become_a_notice_again(self) -> None:
        """Who removed it would not get it back: a new request is made."""
        with pytest.raises(Refused, match="request a new notice"):
            desk_in("became_diffusion").perform(ConvertToNotice(reference=REFERENCE, communication=murder()), SOURCE)

    def test_suspended_meanwhile_it_waits_for_the_end_of_the_suspension(self) -> None:
        """No conversion lifts a suspension."""
        desk = desk_in("published")
        _barred(desk)
        to_diffusion(desk, "XB")
        desk.perform(SuspendNotice(reference=REFERENCE, until=date(2026, 6, 1), because="He may surrender."), SOURCE)
        assert (desk.file().state, desk.file().former_lives) == (State.SUSPENDED, ())

    @pytest.mark.parametrize("recipients", [(), ("XA",)])
    def test_it_names_somebody_and_a_bureau_that_exists(self, recipients: tuple[str, ...]) -> None:
        """Otherwise it would reach nobody."""
        desk = desk_in("published")
        with pytest.raises(Refused, match="reach nobody"):
            to_diffusion(desk, *recipients)
        with pytest.raises(Refused, match="no such bureau: ZZ"):
            to_diffusion(desk, "XB", "ZZ")

    def test_while_a_change_waits_for_its_reviewers_nothing_is_converted(self) -> None:
        """It would go to the recipients unexamined."""
        with pytest.raises(Refused, match="waits for its reviewers"):
            to_diffusion(desk_in("updated"), "XB")

    def test_a_diffusion_that_became_a_notice_becomes_one_again_with_three_lives(self) -> None:
        """Each in its order."""
        desk = desk_in("became_notice")
        to_diffusion(desk, "XC", "XD")
        assert [life.channel for life in desk.file().former_lives] == [Channel.DIFFUSION, Channel.NOTICE_REQUEST]
        assert read_by(desk) == ("XC", "XD")


def _barred(desk: Desk) -> None:
    """A measure in force: XA sends no diffusions."""
    measure = RoutingMeasure(reference="c" * 32, bureau="XA", kind=Channel.DIFFUSION, mode=Routing.BARRED,
                             basis="RPD 131", decided_by=Organ.SECRETARIAT, owner="lead", starts_on=date(2026, 1, 1),
                             review_on=date(2026, 6, 1), ends_on=date(2026, 12, 1),
                             proposed=Signed(officer="lead", nationality="XD", at=desk.at),
                             signed=Signed(officer="first", nationality="XB", at=desk.at))
    desk.register.measures[measure.reference] = measure


def test_everybody_who_holds_it_is_told_in_a_message_of_its_own_kind() -> None:
    """And the refusal goes to the source alone."""
    assert MessageKind.CONVERTED in TO_MEMBERS and MessageKind.CONVERSION_REFUSED not in TO_MEMBERS
