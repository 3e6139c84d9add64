"""Figures on the screens: oversight follows a number to its entries, the public reads releases, nobody else either."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.add_caveat import AddCaveat
from article3.acts.decide import Decide
from article3.acts.erase_content import EraseContent
from article3.acts.propose_decision import ProposeDecision
from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.examination import Resolution
from article3.register import erasing
from article3.terms.reasons import CaveatKind, WithdrawalCode
from article3.wiring.chasing import chase_removals
from tests.acts.situations import GROUNDS, UNFAVOURABLE, wanted_diffusion
from tests.sites.conftest import Office


@pytest.fixture
def year(office: Office) -> int:
    """A year with a notice published and one waiting."""
    office.published(office.proposed(office.examined(office.requested())))
    office.requested()
    return timezone.now().year


def test_oversight_reads_the_year_and_follows_a_number_to_its_entries(office: Office, year: int) -> None:
    """Every cell with entries is a link; the entries show officers as opaque ids and no name."""
    browser = office.browsers["oversight"]
    text = browser.get(f"/oversight/figures/{year}/").content.decode()
    assert "found compliant" in text and "<svg" in text and "Backlog" in text
    address = f"/oversight/figures/{year}/F01/?row=red&column=0"
    assert address.replace("&", "&amp;") in text
    behind = browser.get(address).content.decode()
    assert "2 entries of the journal" in behind and "VORTAN" not in behind.upper()
    for wrong in (f"/oversight/figures/{year}/F01/?row=blue&column=0",
                  f"/oversight/figures/{year}/F99/?row=red&column=0",
                  f"/oversight/figures/{year}/F01/?row=red&column=x", "/oversight/figures/1999/"):  # fmt: skip
        assert browser.get(wrong).status_code == 404, wrong


def test_a_bureau_counts_in_its_record_what_it_was_told_and_no_more(office: Office, year: int) -> None:
    """What was decided since the last beat stands in the task force's figures, not yet in the bureau's own."""
    ours, theirs = (wiring.bureau_record(office.sittings[who], "XA") for who in ("lead", "xa"))
    assert ours.years and not theirs.years
    later = timezone.now() + timedelta(hours=9)
    with mock.patch.object(timezone, "now", lambda: later):
        assert wiring.bureau_record(office.sittings["xa"], "XA").years
    assert "The figures are of the last beat." in office.browsers["xa"].get("/bureau/record/").content.decode()


def test_the_report_is_taken_away_and_is_the_same_again(office: Office, year: int) -> None:
    """As a page, a printed document and data; another kind is not there."""
    browser = office.browsers["oversight"]
    for kind in ("html", "pdf", "json"):
        address = f"/oversight/figures/{year}/report.{kind}"
        first, second = browser.get(address), browser.get(address)
        assert first.content == second.content and "attachment" in first["Content-Disposition"]
    assert browser.get(f"/oversight/figures/{year}/report.exe").status_code == 404


def test_reading_figures_changes_no_figure(office: Office, year: int) -> None:
    """The report counts acts, not readings: a page read between two reports leaves them equal."""
    office.browsers["first"].get("/secretariat/")  # opens the gateway, which is an act
    before = wiring.report(None, year)
    office.browsers["first"].get("/secretariat/")
    assert wiring.report(None, year) == before
    office.requested()
    assert wiring.report(None, year) != before
    assert wiring.report(None, year, before.position) == before


def test_figures_by_country_are_for_oversight_and_the_task_force(office: Office, year: int) -> None:
    """A bureau reads none of them, however it asks."""
    for who in ("xa", "clerk"):
        with pytest.raises(wiring.NotFound):
            wiring.report(office.sittings[who], year)
        assert office.browsers[who].get(f"/oversight/figures/{year}/").status_code == 404
    assert wiring.report(office.sittings["lead"], year).year == year
    with pytest.raises(wiring.NotFound):
        wiring.entries_behind(office.sittings["lead"], year, "F01", "red", 0)


def test_the_public_reads_finished_years_only(office: Office, year: int) -> None:
    """This year is not over; on the first of the next it is there, with its dictionary."""
    public = office.browsers["xa"]
    assert "No year is over yet" in public.get("/public/statistics/").content.decode()
    assert public.get(f"/public/statistics/{year}.json").status_code == 404
    (made,) = wiring.public_releases(datetime(year + 1, 1, 1, tzinfo=UTC))
    assert made.year == year


def test_a_recall_is_followed_to_the_last_copy_by_oversight(office: Office) -> None:
    """What is not signed for stands in the list; one item shows each holder, and nobody by name."""
    browser = office.browsers["oversight"]
    assert "Everything is signed for" in browser.get("/oversight/recalls/").content.decode()
    sent = wanted_diffusion(reference=wiring.new_reference(), recipients=("XB", "XC"))
    office.perform(SendDiffusion(communication=sent), "xa")
    office.examined(sent.reference)
    office.perform(
        ProposeDecision(
            reference=sent.reference,
            version=office.file(sent.reference).version,
            reasons=UNFAVOURABLE,
            grounds=GROUNDS,
            resolution=Resolution.RECALL,
        ),
        "first",
    )
    office.perform(Decide(reference=sent.reference, version=office.file(sent.reference).version, agrees=True), "second")
    office.perform(RecallDiffusion(reference=sent.reference, version=office.file(sent.reference).version), "first")
    assert sent.reference in browser.get("/oversight/recalls/").content.decode()
    one = browser.get(f"/oversight/recalls/{sent.reference}/").content.decode()
    assert "2 holders have not signed" in one and "Vortan" not in one
    assert browser.get("/oversight/recalls/" + "0" * 32 + "/").status_code == 404
    assert "before oversight" not in browser.get("/oversight/recalls/").content.decode()
    chase_removals(timezone.now() + timedelta(days=4))
    assert "reminded 2 times" in browser.get(f"/oversight/recalls/{sent.reference}/").content.decode()
    chase_removals(timezone.now() + timedelta(days=14))
    assert "1 removal is owed although" in browser.get("/oversight/recalls/").content.decode()
    for seat, page in (("oversight", "/oversight/recalls/"), ("first", "/secretariat/unsigned/")):
        for path in (page, f"{page}{sent.reference}/"):
            assert "before oversight" in office.browsers[seat].get(path).content.decode()


def test_a_decision_is_replayed_as_it_stood(office: Office) -> None:
    """From its entry in the journal: grounds, findings and what was not known then, no name, nothing learned later."""
    reference = office.published(office.proposed(office.examined(office.requested())))
    (taken,) = (
        line
        for line in wiring.journal_lines(office.sittings["oversight"], after=-1, most=1000)
        if line.what == "DecisionTaken"
    )
    address, browser = f"/oversight/decisions/{taken.sequence}/", office.browsers["oversight"]
    assert address in browser.get("/oversight/journal/").content.decode()
    text = browser.get(address).content.decode()
    assert "Publish" in text and "Findings before them" in text and "VORTAN" not in text.upper()
    assert "has the digest the journal kept" in text and "Published" in text.partition("What came after")[2]
    before = text.partition("<h1>")[2].partition("What came after")[0]
    office.perform(
        AddCaveat(
            reference=reference,
            caveat=wiring.new_reference(),
            kind=CaveatKind.CORRECTION,
            text="The year of birth was corrected.",
        ),
        "first",
    )
    later = browser.get(address).content.decode()
    assert later.partition("<h1>")[2].partition("What came after")[0] == before and "Caveat added" in later
    for who in ("first", "lead", "xa", "xb"):
        assert office.browsers[who].get(address).status_code == 404, who
    for wrong in (taken.sequence - 1, 10**9):
        assert browser.get(f"/oversight/decisions/{wrong}/").status_code == 404


def test_what_was_erased_is_said_to_be_gone(office: Office) -> None:
    """A decision whose file was erased by order: 410 and a sentence, neither a fault nor a page of blanks."""
    reference = office.published(office.proposed(office.examined(office.requested())))
    (taken,) = (
        line
        for line in wiring.journal_lines(office.sittings["oversight"], after=-1, most=1000)
        if line.what == "DecisionTaken"
    )
    office.perform(WithdrawNotice(reference=reference, code=WithdrawalCode.PURPOSE_MET), "xa")
    wiring.perform(
        EraseContent(reference=reference, ordered_by="Decision 12 of the Commission"), sitting=wiring.clock()
    )
    assert erasing.finish(timezone.now(), "Decision 12 of the Commission")
    answer = office.browsers["oversight"].get(f"/oversight/decisions/{taken.sequence}/")
    assert answer.status_code == 410 and "erased by order" in answer.content.decode()
