"""Members: nobody with a tie, a majority or a simple case, reasons against, sharing item by item, measures."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from article3.commission import wiring
from article3.commission.lifecycle import chamber, procedure
from article3.commission.lifecycle.application import Application, PersonConcerned, Wish
from article3.commission.lifecycle.receiving import begin
from article3.commission.lifecycle.request import Asked, CommissionRequest, Identified, Papers, Question, Seated, Stage
from article3.commission.lifecycle.ruling import Ballot, Draft, Measured
from article3.commission.lifecycle.sharing import Item, Shared
from article3.terms.communication import Level
from article3.terms.facts_commission import CommissionOutcome, Remedy, SentBy, UrgencyGround, WorkingLanguage
from article3.terms.facts_disclosure import RestrictionGround
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole, Sitting
from tests.commission import wing

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FILE = "f" * 32
OTHERS = {"owner_asked_on": AT.date(), "ground": RestrictionGround.RIGHTS_OF_OTHERS}
GOOD = Papers(identity_document=True, document_unredacted=True, document_shows_name_birth_photo=True, signed=True,
              purpose_stated=True)


def officer(name: str, country: str = "QM", role: MandateRole = MandateRole.COMMISSION_MEMBER) -> Sitting:
    """An officer of the Commission."""
    return Sitting(officer=name, officer_name=name, nationality=country, seat="commission", role=role,
                   clearance=Level.CONFIDENTIAL)


DESK = officer("desk", role=MandateRole.COMMISSION_SECRETARIAT)
MEMBERS = [officer(f"m{n}") for n in range(5)]


def admitted(wish: Wish = Wish.DELETION, *, found: bool = True, **said: object) -> CommissionRequest:
    """Admissible, searched for, five members seated, the first as rapporteur."""
    application = Application(wish=wish, language=WorkingLanguage.ENGLISH, sent_by=SentBy.PERSON, purpose="Delete it.",
                              person=PersonConcerned(family_name="Selen", nationality="XB"), **said)
    request = begin(application, "a" * 32, AT)
    request = procedure.rule_on_admissibility(request, GOOD, admissible=True, at=AT, sitting=DESK)
    files = (Identified(reference=FILE, source="XC", kind="red notice", state="published", found_on=AT.date()),)
    request = procedure.identify(request, files if found else (), at=AT, sitting=DESK)
    seated = tuple(Seated(officer=each.officer, nationality=each.nationality) for each in MEMBERS)
    return procedure.assign(request, seated[0], seated, at=AT, sitting=DESK)


def assessed(request: CommissionRequest) -> CommissionRequest:
    """The task force's own assessment is here."""
    question = Question(id="q", of=Asked.TASK_FORCE, about=FILE, text="Your assessment?", asked_on=AT.date(),
                        due_on=AT.date() + timedelta(days=45))
    asked = procedure.ask(request, question, at=AT, sitting=DESK)
    return procedure.answered(asked, "q", "Not compliant.", AT.date(), at=AT, by=None)


def draft(outcome: CommissionOutcome = CommissionOutcome.NOT_COMPLIANT,
          remedies: frozenset[Remedy] = frozenset({Remedy.DELETE}), text: str = "") -> Draft:
    """What the rapporteur proposes."""
    return Draft(outcome=outcome, remedies=remedies, grounds=(), reasons="As found.", text=text, by="m0",
                 on=date(2026, 3, 2))


def proposed(request: CommissionRequest, **how: object) -> CommissionRequest:
    """A draft before the members."""
    return chamber.propose(request, draft(**how), at=AT, sitting=MEMBERS[0])


@pytest.mark.parametrize("country", ["XB", "XC"])
def test_nobody_of_an_involved_country_is_assigned_or_acts(country: str) -> None:
    """Neither the person's country nor the source's."""
    request, tied = admitted(), officer("tied", country)
    with pytest.raises(Refused, match="own country"):
        procedure.assign(request, Seated(officer="tied", nationality=country), (), at=AT, sitting=DESK)
    with pytest.raises(Refused, match="own country"):
        chamber.order_block(request, FILE, "b", UrgencyGround.DETENTION, "Held.", at=AT, sitting=tied)


def test_who_stands_aside_gives_up_seat_and_vote_for_good() -> None:
    """And cannot be assigned again."""
    request = proposed(assessed(admitted()))
    request = chamber.vote(request, Ballot.FOR, "", at=AT, sitting=MEMBERS[1])
    request = procedure.stand_aside(request, "A former client.", at=AT, sitting=MEMBERS[1])
    assert request.votes == () and len(request.members) == 4
    with pytest.raises(Refused, match="stands aside"):
        procedure.assign(request, None, (Seated(officer="m1", nationality="QM"),), at=AT, sitting=DESK)


@pytest.mark.parametrize(("votes", "decided"), [(0, False), (2, False), (3, True), (5, True)])
def test_a_majority_of_those_who_sit_decides(votes: int, decided: bool) -> None:
    """Two of five is none, three is one."""
    request = proposed(assessed(admitted()))
    for member in MEMBERS[:votes]:
        request = chamber.vote(request, Ballot.FOR, "", at=AT, sitting=member)
    if not decided:
        with pytest.raises(Refused, match="no majority"):
            chamber.decide(request, tuple("abc"), at=AT, sitting=MEMBERS[0])
        return
    after, orders = chamber.decide(request, tuple("abc"), at=AT, sitting=MEMBERS[0])
    assert after.stage is Stage.DECIDED and [each.measure for each in orders] == [Measured.DELETE]


def test_a_vote_against_has_reasons_and_a_new_draft_begins_anew() -> None:
    """Nobody is counted for words they did not read."""
    request = proposed(assessed(admitted()))
    with pytest.raises(Refused, match="reasons"):
        chamber.vote(request, Ballot.AGAINST, " ", at=AT, sitting=MEMBERS[1])
    request = chamber.vote(request, Ballot.FOR, "", at=AT, sitting=MEMBERS[1])
    assert proposed(request).votes == ()


@pytest.mark.parametrize("found", [True, False])
def test_the_lane_of_simple_cases_does_not_depend_on_data(found: bool) -> None:
    """A request for access may be decided by the rapporteur alone; a deletion never, although nothing was found."""
    access = admitted(Wish.ACCESS, found=found)
    access = proposed(assessed(access) if found else access, outcome=CommissionOutcome.COMPLIANT,
                      remedies=frozenset({Remedy.NONE}))
    after, _ = chamber.decide(access, tuple("abc"), at=AT, sitting=MEMBERS[0])
    assert after.decision.alone and chamber.is_simple(access)
    assert not chamber.is_simple(admitted(found=found))


def test_only_the_rapporteur_proposes_and_only_members_vote() -> None:
    """The desk prepares and does not decide."""
    request = assessed(admitted())
    with pytest.raises(Refused, match="rapporteur"):
        chamber.propose(request, draft(), at=AT, sitting=MEMBERS[1])
    with pytest.raises(Refused):
        chamber.vote(proposed(request), Ballot.FOR, "", at=AT, sitting=DESK)


@pytest.mark.parametrize(("outcome", "remedies", "because"), [
    (CommissionOutcome.COMPLIANT, {Remedy.DELETE}, "compliant"),
    (CommissionOutcome.COMPLIANT_WITH_UPDATE, {Remedy.NONE}, "update"),
    (CommissionOutcome.COMPLIANT_WITH_UPDATE, {Remedy.CAVEAT}, "words")])
def test_the_remedy_follows_the_outcome(outcome: CommissionOutcome, remedies: set[Remedy], because: str) -> None:
    """And a caveat has its words."""
    with pytest.raises(Refused, match=because):
        proposed(assessed(admitted()), outcome=outcome, remedies=frozenset(remedies))


def test_a_block_is_lifted_where_the_data_stay() -> None:
    """A decision that the data are compliant ends the provisional measure by itself."""
    request, _ = chamber.order_block(admitted(), FILE, "b", UrgencyGround.DETENTION, "Held.", at=AT, sitting=MEMBERS[0])
    with pytest.raises(Refused, match="already"):
        chamber.order_block(request, FILE, "c", UrgencyGround.DETENTION, "Held.", at=AT, sitting=MEMBERS[0])
    request = proposed(assessed(request), outcome=CommissionOutcome.COMPLIANT, remedies=frozenset({Remedy.NONE}))
    for member in MEMBERS:
        request = chamber.vote(request, Ballot.FOR, "", at=AT, sitting=member)
    _, orders = chamber.decide(request, tuple("abc"), at=AT, sitting=MEMBERS[0])
    assert [each.measure for each in orders] == [Measured.UNBLOCK]


@pytest.mark.parametrize(("item", "shared", "gist", "because", "refused"), [
    ({}, Shared.OPEN, "", "", "owner was consulted"),
    ({"owner_asked_on": AT.date()}, Shared.OPEN, "", "", None),
    ({"owner_asked_on": AT.date()}, Shared.GIST, "", "x", "gist"),
    ({"owner_asked_on": AT.date()}, Shared.CLOSED, "", "x", "four grounds"),
    ({"owner_asked_on": AT.date(), "ground": RestrictionGround.ANOTHER_GROUND}, Shared.CLOSED, "", "x", "ground"),
    (OTHERS, Shared.CLOSED, "", "x", None),
    (OTHERS, Shared.GIST, "A witness.", "x", None)])
def test_what_is_withheld_has_a_ground_a_reason_and_a_gist_considered(item, shared, gist, because, refused) -> None:
    """Item by item; the owner is asked before anything is opened."""
    noted = chamber.note_item(admitted(), Item(id="i", what="A witness statement", owner="XC", noted_on=AT.date(),
                                               **item), at=AT, sitting=DESK)
    if refused:
        with pytest.raises(Refused, match=refused):
            chamber.settle_item(noted, "i", shared, gist, because, at=AT, sitting=MEMBERS[0])
        return
    settled = chamber.settle_item(noted, "i", shared, gist, because, at=AT, sitting=MEMBERS[0])
    assert settled.items[0].shared is shared and settled.items[0].settled_by == "m0"


@pytest.mark.parametrize(("may_know", "asked"), [(True, True), (False, False), (None, False)])
def test_the_source_is_asked_only_where_the_applicant_agreed(may_know: bool | None, asked: bool) -> None:
    """Silence is no consent."""
    question = Question(id="q", of=Asked.SOURCE, about=FILE, text="Which court?", asked_on=AT.date(),
                        due_on=AT.date() + timedelta(days=30))
    request = admitted(source_may_know=may_know)
    if asked:
        assert procedure.ask(request, question, at=AT, sitting=DESK).questions
        return
    with pytest.raises(Refused, match="agree"):
        procedure.ask(request, question, at=AT, sitting=DESK)


def test_silence_is_recorded_only_once_the_day_has_passed() -> None:
    """The last day still belongs to whoever was asked."""
    question = Question(id="q", of=Asked.OTHER, about=None, text="?", asked_on=AT.date(),
                        due_on=AT.date() + timedelta(days=10))
    request = procedure.ask(admitted(), question, at=AT, sitting=DESK)
    with pytest.raises(Refused, match="late"):
        procedure.remind(request, "q", at=AT + timedelta(days=10), sitting=DESK)
    reminded = procedure.remind(request, "q", at=AT + timedelta(days=11), sitting=DESK)
    assert reminded.questions[0].silence_recorded


@pytest.mark.parametrize("missing", ["identity_document", "document_unredacted", "signed", "purpose_stated"])
@pytest.mark.parametrize("value", [False, None])
def test_nobody_rules_against_the_rules_on_admissibility(missing: str, value: bool | None) -> None:
    """What is missing or not looked at makes nothing admissible; what is not missing makes nothing inadmissible."""
    from dataclasses import replace

    said = Application(wish=Wish.ACCESS, language=WorkingLanguage.ENGLISH, sent_by=SentBy.PERSON)
    request, papers = begin(said, "a" * 32, AT), replace(GOOD, **{missing: value})
    with pytest.raises(Refused, match="not admissible"):
        procedure.rule_on_admissibility(request, papers, admissible=True, at=AT, sitting=DESK)
    with pytest.raises(Refused, match="No rule"):
        procedure.rule_on_admissibility(request, GOOD, admissible=False, at=AT, sitting=DESK)
    if value is False:
        ruled = procedure.rule_on_admissibility(request, papers, admissible=False, at=AT, sitting=DESK)
        assert ruled.stage is Stage.INADMISSIBLE and ruled.mends


@pytest.mark.django_db(databases=["default", "commission"])
def test_a_session_says_who_leaves_the_room_and_shows_nobody_what_is_not_theirs() -> None:
    """By nationality, request by request; the member of the country concerned does not find it on their list."""
    world = wing.furnished()
    _, reference = wing.sent(world, wing.application(person=PersonConcerned(family_name="Selen", nationality="QM")))
    wing.admitted(world, reference)
    wing.seated(world, reference)
    of_country = next(sitting for sitting in world.members if sitting.nationality == "QM")
    (line,) = wiring.planned(world.desk)
    assert line.leave == (of_country.officer_name,) and (line.votes, line.sit) == (0, 5)
    assert wiring.planned(of_country) == ()


@pytest.mark.django_db(databases=["default", "commission"])
def test_the_lane_of_simple_cases_is_requests_for_access() -> None:
    """Whether or not data exist."""
    world = wing.furnished()
    _, access = wing.sent(world, wing.application(Wish.ACCESS))
    wing.sent(world)
    assert [(line.reference, line.simple) for line in wiring.desk(world.desk, simple=True)] == [(access, True)]
    assert sorted(line.simple for line in wiring.desk(world.desk)) == [False, True]
