"""What is known, by forms alone: the late and the findable newspaper, the past of a case, the stock looked at again."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.log_research import LogResearch
from article3.acts.open_review import OpenReview
from article3.acts.propose_decision import ProposeDecision
from article3.lifecycle.examination import Resolution
from article3.lifecycle.reopened import Findable
from article3.lifecycle.states import State
from article3.terms.reasons import CancellationCode, Ground, PublicCode, ToRequester
from tests.sites.conftest import Office
from tests.sites.test_task_force_desk import at

TODAY = timezone.localdate


def published(office: Office) -> str:
    """A notice in force; before it was decided somebody searched in English."""
    reference = office.requested()
    office.perform(OpenReview(reference=reference), "first")
    search = LogResearch(reference=reference, entry=wiring.new_reference(), query="Vortan trial", source="Courier",
                         read_on=TODAY(), bears_on="RPD-34-3-g", found=False, note="Nothing.", language="en")
    office.perform(search, "first")
    return office.published(office.proposed(weighed(office, reference)))


def weighed(office: Office, reference: str) -> str:
    """Worksheet and answers of a file that is taken up."""
    from article3.acts.answer_finding import AnswerFinding, RuleAnswer
    from article3.acts.fill_worksheet import FillWorksheet
    from article3.terms.finding import Asked, Outcome
    from tests.desk import worksheet

    office.perform(FillWorksheet(reference=reference, factors=worksheet(), predominance="(a): a killing."), "first")
    asked = office.file(reference).assessed.binding(Outcome.QUESTION)
    office.perform(AnswerFinding(reference=reference, answers=tuple(
        RuleAnswer(rule=found.rule, outcome=Outcome.MET, because="Read and found in order.")
        for found in asked if found.asked is not Asked.REQUESTER)), "first")
    return reference


def an_article(office: Office, *, on: str, language: str = "ru") -> None:
    """Somebody else of the task force puts an article on record, by the number of the man's passport."""
    page = at(office, "second").visit("/secretariat/known/learn/")
    page.fill(about="paper", paper="qm 448210", kind="private_dispute", value="yes", source="Selen Courier, page 3",
              published_on=on, published_language=language, published_where="Selen Courier")
    page.press("Put it on record").says("The decisions it could change are reopened.", "Reopened.")


def test_the_late_newspaper(office: Office) -> None:
    """Walk-through 4: the decision reopens, the file shows the article did not exist at the time, a block follows."""
    reference = published(office)
    at(office, "first").visit("/secretariat/reopened/").says("Nothing is reopened")
    an_article(office, on=(TODAY() + timedelta(days=1)).isoformat())
    first = at(office, "first")
    first.visit("/secretariat/reopened/").says("A fact was learned", "It did not exist at the time", "Selen Courier",
                                               "1 search was in the log by then.", "None was in that language.")
    first.visit("/secretariat/").says("Reopened.")
    office.perform(OpenReview(reference=reference), "first")
    first.visit(f"/secretariat/files/{reference}/").says("It did not exist at the time", "take it into this file")
    first.visit(f"/secretariat/files/{reference}/fact/?known={office_fact(office, reference)}")
    first.press("Record the fact").says("The fact is recorded", "in this file")
    cancelled(office, reference)
    assert office.file(reference).state is State.CANCELLED and not office.file(reference).is_reopened


def test_the_findable_newspaper(office: Office) -> None:
    """Walk-through 5: the same a year earlier in another language: findable, and the log shows what was searched."""
    reference = published(office)
    an_article(office, on=(TODAY() - timedelta(days=365)).isoformat())
    page = at(office, "first").visit(f"/secretariat/files/{reference}/")
    page.says("It could have been found at the time", "None was in that language.", "Vortan trial")
    assert office.file(reference).reopened[0].findable is Findable.FINDABLE


def test_the_past_of_a_case_shows_what_was_known_and_offers_nothing_to_do(office: Office) -> None:
    """As known before the article: no note, no fact, and no button; before the file itself: not found."""
    reference = published(office)
    before = timezone.now().isoformat()
    an_article(office, on=TODAY().isoformat())
    first, address = at(office, "first"), f"/secretariat/files/{reference}/"
    assert "Selen Courier" in first.visit(address).text
    past = first.visit(f"{address}?known_at={quote(before)}").says("You are looking at the past.")
    assert "Selen Courier" not in past.text and "Take it up" not in past.text and "Add a caveat" not in past.text
    for tab in ("text/", "letters/", "outcome/"):
        first.visit(f"{address}{tab}?known_at={quote(before)}").says("You are looking at the past.")
    early = (timezone.now() - timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    assert first.visit(f"{address}?known_at={early}").status == 404
    first.visit(f"{address}?known_at=yesterday").says("That is no day or instant")


def test_as_of_another_day_facts_hold_as_they_hold_on_it(office: Office) -> None:
    """A fact that holds from tomorrow is not among the facts of today's findings and is among tomorrow's."""
    reference = office.examined(office.requested())
    page = at(office, "first").visit(f"/secretariat/files/{reference}/fact/")
    tomorrow = TODAY() + timedelta(days=1)
    page.fill(fact="roles", value="journalist", source="The Courier", holds_from=tomorrow.isoformat())
    page.press("Record the fact").says("holds from")
    first = at(office, "first")
    now = first.visit(f"/secretariat/files/{reference}/").text
    then = first.visit(f"/secretariat/files/{reference}/?as_of={tomorrow.isoformat()}").text
    assert then.count("journalist") > now.count("journalist")


def test_a_fact_that_falls_is_shown_to_have_fallen(office: Office) -> None:
    """Withdrawn by form, with a reason; the file that took it in loses it and is reopened."""
    reference = published(office)
    page = at(office, "second").visit(f"/secretariat/known/learn/?file={reference}")
    page.fill(about="file", kind="private_dispute", value="yes", source="A letter").press("Put it on record")
    fact = office.file(reference).established[-1].known
    page.visit(f"/secretariat/known/{fact}/withdraw/").fill(because="It is a forgery.").press("Withdraw it")
    page.says("The fact is withdrawn.")
    assert office.file(reference).established[-1].withdrawn_on == TODAY()
    at(office, "first").visit(f"/secretariat/files/{reference}/").says("A fact was withdrawn", "taken back")


@pytest.mark.parametrize(("typed", "said"), [
    ({"about": "file"}, "Fill this in."), ({"about": "name", "name": "Vortan"}, "Fill this in."),
    ({"about": "paper", "paper": "Q1", "published_on": "2026-01-01"}, "Say where it was published."),
    ({"about": "paper", "paper": "Q1", "source": ""}, "source of the fact is missing"),
    ({"about": "paper", "paper": "Q1", "value": "perhaps"}, "yes or no is expected")])
def test_what_is_missing_or_does_not_fit_is_said_at_its_field(office: Office, typed: dict[str, str], said: str) -> None:
    """Nothing is put on record meanwhile."""
    page = at(office, "second").visit("/secretariat/known/learn/")
    page.fill(**{"kind": "immunity", "value": "yes", "source": "A letter", **typed}).press("Put it on record")
    assert page.says(said).status == 422


def test_a_ruling_brings_back_what_was_answered_otherwise(office: Office) -> None:
    """By form; a rule that does not exist is refused with its id."""
    reference = published(office)
    page = at(office, "second").visit("/secretariat/known/ruling/")
    page.fill(title="Session 130", holding="Not compliant.", rules="NO-RULE").press("Put it on record").says("NO-RULE")
    page.fill(rules="CON-3, RPD-34-3-g", sources="XA").press("Put it on record").says("The ruling is on record.")
    at(office, "first").visit(f"/secretariat/files/{reference}/").says("The Commission has ruled", "Session 130")


def test_the_stock_is_looked_at_again_under_a_stricter_standard(office: Office) -> None:
    """Started by a lead; an item is closed in order, drawn by lot, and looked at by somebody else."""
    reference = published(office)
    lead = at(office, "lead").visit("/secretariat/retrospective/").says("None yet")
    lead.visit("/secretariat/retrospective/start/").fill(
        standard="Review standard of 2027", since=(TODAY() + timedelta(days=1)).isoformat(), because="It is stricter.")
    lead.press("Start it").says("Started.", "left", "nobody has closed an item")
    review = _only_review(office)
    office.perform(OpenReview(reference=reference), "first")
    page = at(office, "first").visit(f"/secretariat/retrospective/{review}/").says("VORTAN IKO", "Close this item")
    page.visit(f"/secretariat/retrospective/{review}/close/{reference}/").fill(stands="yes", because="In order.")
    page.press("Close it").says("The item is closed.", "Nothing is left to look at", "1.0 items a reviewer-day")
    assert office.file(reference).review is None, "the review of the file ended with it"
    lead.visit(f"/secretariat/retrospective/{review}/sample/").fill(size="1", seed="Lottery of 3 May: 4 8 15")
    lead.press("Draw").says("The sample is drawn.", "Take up to read")
    at(office, "first").visit(f"/secretariat/retrospective/{review}/?sample=1").says("the second look is another's")
    office.perform(OpenReview(reference=reference), "second")
    second = at(office, "second").visit(f"/secretariat/retrospective/{review}/close/{reference}/")
    second.fill(stands="no", because="The search was too narrow.").press("Close it").says("The item is closed.")
    assert office.file(reference, "second").is_reopened
    assert at(office, "second").visit(f"/secretariat/retrospective/{'0' * 32}/").status == 404


def test_no_other_seat_has_these_pages(office: Office) -> None:
    """A bureau is nobody here, and so is oversight."""
    for who in ("xa", "oversight"):
        for page in ("reopened/", "retrospective/", "known/learn/"):
            assert at(office, who).visit(f"/secretariat/{page}").status == 404, (who, page)


def office_fact(office: Office, reference: str) -> str:
    """The fact on record about the man."""
    page = wiring.reader(office.sittings["first"], "examination").case(reference)
    (fact,) = wiring.facts_on_record(office.sittings["first"], page)
    return fact.id


def cancelled(office: Office, reference: str) -> None:
    """Two reviewers decide to cancel, and it is done."""
    from article3.acts.cancel_notice import CancelNotice
    from article3.acts.decide import Decide
    from article3.lifecycle.examination import Reasons

    reasons = Reasons(internal="A private dispute.", public=PublicCode.OTHER, to_requester=(ToRequester.NOT_COMPLIANT,))
    office.perform(ProposeDecision(reference=reference, version=office.file(reference).version, reasons=reasons,
                                   resolution=Resolution.CANCEL, grounds=(Ground.PRIVATE_MATTER,)), "first")
    office.perform(Decide(reference=reference, version=office.file(reference).version, agrees=True), "second")
    office.perform(CancelNotice(reference=reference, version=office.file(reference).version,
                                code=CancellationCode.CONDITIONS_NOT_MET), "first")


def _only_review(office: Office) -> str:
    ((review, _),) = wiring.retrospectives(office.sittings["lead"])
    return review.id
