"""The whole journey by forms alone: every page works without a script."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone

from article3.lifecycle.examination import Factor
from tests.sites.conftest import Office
from tests.sites.visitor import Visitor

QUESTION = "On which day did he cross the border?"


def test_a_request_is_typed_asked_about_answered_decided_published_and_found(office: Office) -> None:
    """Bureau XA asks; the first reviewer asks back and proposes; the second decides; XB finds it, XC never before."""
    bureau, reviewer = Visitor(office.browsers["xa"]), Visitor(office.browsers["first"])
    reference = typed_and_sent(bureau)
    nothing_for(Visitor(office.browsers["xc"]), reference)
    asked_back(reviewer, reference)
    nothing_for(Visitor(office.browsers["xc"]), reference)
    bureau.visit(f"/bureau/items/{reference}/").says("1 question to answer", QUESTION)
    bureau.visit(f"/bureau/items/{reference}/answer/")
    field = re.search(r'name="([0-9a-f]{32})"', bureau.text)[1]
    bureau.fill(**{field: "On 5 November 2024."}).press("Send the answers").says("Your answers were sent.")
    weighed_and_proposed(reviewer, reference)
    decided(Visitor(office.browsers["second"]), reference)
    reviewer.visit(f"/secretariat/files/{reference}/carry-out/").says("All members")
    reviewer.press("Publish now").says("Those concerned are told.")
    found(Visitor(office.browsers["xb"]), reference)
    bureau.visit(f"/bureau/items/{reference}/").says("Published")


def typed_and_sent(bureau: Visitor) -> str:
    """XA types the request sheet by sheet and sends it."""
    bureau.visit("/bureau/which/?need=arrest&reach=all&wanted_for=prosecution&months=300").says("Red notice")
    bureau.press("Begin with this").says("Person")
    bureau.fill(names__0__family="Орлов", names__0__given="Пётр", names__0__kind="primary").press("Add: Name")
    bureau.says("ORLOV PETR").fill(names__1__family="Orloff", names__1__kind="alias", birth_dates="1984-06-12", sex="M",
                                   birth_place="Port Selen", nationalities="QM", status="accused", minor="no",
                                   description="1.82 m", photograph="good", fingerprints="yes",
                                   documents__0__kind="passport", documents__0__number="QM448210",
                                   documents__0__country="QM").press("Save and continue").says("No charge yet")
    draft = re.search(r"/drafts/([0-9a-f]{32})/", bureau.at)[1]
    bureau.visit(f"/bureau/drafts/{draft}/charges/0/")
    bureau.fill(text="Murder", law_reference="Penal Code, section 101", penalty_max_months="300",
                law_wording="Whoever intentionally kills another person is punished.", acts__0__what="shot J. Ruvo",
                acts__0__when="2024-11-03", acts__0__where="Port Selen", acts__0__how="with a pistol",
                acts__0__link="seen by two witnesses").press("Save and continue").says("Murder")
    bureau.visit(f"/bureau/drafts/{draft}/papers/")
    bureau.fill(papers__0__kind="arrest_warrant", papers__0__court="District Court of Port Selen",
                papers__0__issuer_type="judge", papers__0__date="2024-11-05", papers__0__number="17/2024",
                papers__0__valid_until="2044-11-05", papers__0__in_absentia="no").press("Save and continue")
    bureau.fill(facts_summary="On 3 November 2024 he shot J. Ruvo dead.", legal_basis="Code of Procedure, section 88",
                collecting_authority="Port Selen police", interest="He crossed the border to XC.",
                cross_border_link="He was seen in XC.", seeks_extradition="yes", language="en", level="official_use",
                extradition_authority="Ministry of Justice", retention_months="60").press("Save and continue")
    kinds = ["quality", "conditions", "interest", "conformity", "authority", "extradition", "recourse"]
    bureau.fill(declared=kinds, officer="R. Aldane").press("Save and continue").says("Check and send")
    bureau.visit(f"/bureau/drafts/{draft}/instrument/").fill(purpose="wanted").press("Save and continue")
    bureau.visit(f"/bureau/drafts/{draft}/check/").says("Орлов", "ORLOV PETR", "Send it")
    assert bureau.press("Send now").status == 422, "sent without the confirmation"
    bureau.fill(sure="on").press("Send now").says("Received", "What happens now")
    return re.search(r"/items/([0-9a-f]{32})/", bureau.at)[1]


def nothing_for(stranger: Visitor, reference: str) -> None:
    """Before it is published another bureau finds nothing by any way."""
    assert stranger.visit(f"/bureau/incoming/{reference}/").status == 404
    assert stranger.visit(f"/bureau/items/{reference}/").status == 404
    stranger.visit("/bureau/incoming/").says("Nothing has reached you")
    stranger.visit("/bureau/search/").fill(name="Orlov").press("Search").says("Nothing found")


def asked_back(reviewer: Visitor, reference: str) -> None:
    """The first reviewer takes it up and asks, after reading the letter as the bureau will."""
    reviewer.visit("/secretariat/").says("Take up to read")
    reviewer.visit(f"/secretariat/files/{reference}/take/").press("Take it up and read it").says("Findings", "Орлов")
    reviewer.visit(f"/secretariat/files/{reference}/ask/")
    reviewer.fill(own=QUESTION, deadline=(timezone.localdate() + timedelta(days=10)).isoformat())
    reviewer.press("See the letter first").says("As the requester will read it", QUESTION)
    reviewer.press("Send the questions").says("The questions were sent to the requester.", QUESTION)


def weighed_and_proposed(reviewer: Visitor, reference: str) -> None:
    """The first reviewer fills the worksheet, answers what is theirs, and proposes."""
    reviewer.visit(f"/secretariat/files/{reference}/research/")
    reviewer.fill(query="Orlov trial", source="The Selen Courier", bears_on="RPD-34-3-a", found="no",
                  note="No report found.").press("Log the search").says("The search is in the log.")
    reviewer.visit(f"/secretariat/files/{reference}/worksheet/")
    for factor in Factor:
        reviewer.fill(**{f"{factor.value}-nothing": "on", f"{factor.value}-finding": "Nothing in the searches logged.",
                         f"{factor.value}-confidence": "high"})
    reviewer.fill(predominance="(a): an ordinary killing.").press("Keep the worksheet").says("The worksheet is kept")
    reviewer.visit(f"/secretariat/files/{reference}/answers/")
    for rule in re.findall(r'name="([^"]+)-because"', reviewer.text):
        reviewer.fill(**{f"{rule}-outcome": "met", f"{rule}-because": "Read and found in order."})
    reviewer.press("Put the answers on file").says("Your answers are in the file")
    reviewer.visit(f"/secretariat/files/{reference}/outcome/").says("Nothing. Every finding is met")
    reviewer.visit(f"/secretariat/files/{reference}/propose/")
    reviewer.fill(resolution="publish", internal="An ordinary murder.", public="compliant", to_person="nothing_to_say")
    reviewer.press("See every text first").says("Every text, as its reader will see it", "An ordinary murder.")
    reviewer.press("Propose this").says("Your proposal waits for the second reviewer.")
    reviewer.visit(f"/secretariat/files/{reference}/agree/").says("You cannot give the second word.",
                                                                  "You proposed this")


def decided(second: Visitor, reference: str) -> None:
    """A reviewer of another nationality gives the second word."""
    second.visit("/secretariat/?only=second").says("Waits for a second reviewer")
    second.visit(f"/secretariat/files/{reference}/agree/").says("An ordinary murder.")
    second.press("Agree and decide").says("It is decided.")


def found(bureau: Visitor, reference: str) -> None:
    """Another bureau finds the notice by its Latin name and reads it."""
    bureau.visit("/bureau/search/").fill(name="orlov").press("Search").says("Орлов")
    bureau.visit("/bureau/incoming/").says("Орлов", "Reviewed")
    bureau.visit(f"/bureau/incoming/{reference}/").says("What you may do", "shot J. Ruvo", "Reviewed")
