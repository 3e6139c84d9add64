"""The fourteen walk-throughs: who one is at each step, where to look, what to look for, and the rule that is served."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One look: the officer (empty: nobody in particular), the page, what to look for, words that stand there."""

    who: str
    page: str
    look: str | Promise
    shows: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One story: its name, why it matters, the rule it serves, its test, and its steps."""

    name: str | Promise
    why: str | Promise
    rule: str
    test: str
    steps: tuple[Step, ...]


_HONEYMOON = Walk(
    name=_("The honeymoon"), rule="REF-1", test="tests/journeys/test_the_honeymoon.py",
    why=_("A refugee must not be found by the state they fled from: not by an arrest, and not by a helpful reply."),
    steps=(
        Step(who="asylum.dupre", page="/protection/attestations/{attestation}/", shows="XC",
             look=_("The authority of Belmore attested a status towards Corvania; a second officer confirmed it.")),
        Step(who="bureau.corvania", page="/bureau/items/{honeymoon}/", shows="Cancelled",
             look=_("Corvania reads that its notice ended. Neither the ground nor the country that attested stands "
                    "here.")),
        Step(who="oversight", page="/oversight/recalls/{honeymoon}/", shows="Who holds it",
             look=_("The removal reached every holder; each of them owes a signature.")),
    ))  # fmt: skip
_SIDE_DOOR = Walk(
    name=_("The side door"), rule="RPD-125", test="tests/journeys/test_the_side_door.py",
    why=_("What was refused comes back: as a diffusion, under another spelling, as a friendly message."),
    steps=(
        Step(who="reviewer.fjelland", page="/secretariat/?only=held", shows="refused",
             look=_("Messages held at the gateway, because an earlier request on the person was refused.")),
        Step(who="reviewer.fjelland", page="/secretariat/files/{held}/take/", shows="Take it up",
             look=_("Take it up: then you see what came, the refusal it is linked to, and which words point there; "
                    "you let it pass or keep it back.")),
    ))  # fmt: skip
_QUIET = Walk(
    name=_("The quiet withdrawal"), rule="CCF-X-1", test="tests/journeys/commission_deeds.py",
    why=_("A source must not escape a ruling by taking its request back the day before."),
    steps=(
        Step(who="commission.desk", page="/commission/requests/{applied}/", shows="Clocks",
             look=_("A request with the Commission: it goes on whatever its source does with the record.")),
        Step(who="bureau.corvania", page="/bureau/items/{contested}/", shows="Corvania",
             look=_("Withdraw it, if you like; then look at the Commission's page again.")),
    ))  # fmt: skip
_LATE = Walk(
    name=_("The late newspaper"), rule="NDT-5", test="tests/journeys/test_the_two_newspapers.py",
    why=_("A decision was right when it was taken and is wrong today: nobody has to remember to look again."),
    steps=(
        Step(who="{late_by}", page="/secretariat/reopened/", shows="did not exist at the time",
             look=_("An article that appeared after the decision reopened exactly the decision it touches.")),
    ))  # fmt: skip
_FINDABLE = Walk(
    name=_("The findable newspaper"), rule="NDT-3", test="tests/journeys/test_the_two_newspapers.py",
    why=_("Whoever decided will be asked: could you have known?"),
    steps=(Step(who="{findable_by}", page="/secretariat/reopened/", shows="could have been found",
                look=_("The same page says of another article that it stood on-line for a year before the "
                       "review.")),))  # fmt: skip
_SILENT = Walk(
    name=_("The silent informant"), rule="RPD-14", test="tests/journeys/test_the_silent_informant.py",
    why=_("Whoever tells in confidence must not be found out by what others read."),
    steps=(
        Step(who="bureau.dalong", page="/bureau/confidence/", shows="In confidence",
             look=_("Dalong told something under seal: its content may be used, its origin is hidden.")),
        Step(who="custodian", page="/custodian/", shows="Custodian",
             look=_("The custodian opens an origin only with the giver's word and a second person.")),
        Step(who="bureau.aramea", page="/bureau/items/{informed}/", shows="Aramea",
             look=_("The requester's page: byte for byte the same with and without the confidence.")),
    ))  # fmt: skip
_JUDGE = Walk(
    name=_("The judge on the list"), rule="RPD-14", test="tests/at_home/test_protective_desk.py",
    why=_("An innocent message may ask where a judge is travelling."),
    steps=(Step(who="duty.belmore", page="/protective/", shows="To be judged",
                look=_("The sixth paragraph of a Russian message names a judge of the list: a file for two officers, "
                       "and no trace elsewhere.")),))  # fmt: skip
_UNPLUGGED = Walk(
    name=_("The unplugged bureau"), rule="RPD-51-2", test="tests/browser/test_recall.py",
    why=_("A recall that reached nearly everybody has not reached everybody."),
    steps=(
        Step(who="oversight", page="/oversight/recalls/", shows="Removals not signed for",
             look=_("The list names who has not signed, since when, and who was reminded.")),
        Step(who="oversight", page="/oversight/recalls/{recall}/", shows="not yet",
             look=_("One item, every holder as a bar: filled bars still owe their removal.")),
    ))  # fmt: skip
_FUGITIVE = Walk(
    name=_("The real fugitive"), rule="RPD-83-1-a-i", test="tests/journeys/test_the_real_fugitive.py",
    why=_("Safeguards must not slow down a clear case."),
    steps=(
        Step(who="bureau.belmore", page="/bureau/incoming/{fugitive}/", shows="Reviewed",
             look=_("A murder with full papers: what the holder may do stands first.")),
        Step(who="{fugitive_by}", page="/secretariat/files/{fugitive}/outcome/", shows="Published",
             look=_("The trace behind it: every rule that was met, the facts it read, the edition in force.")),
    ))  # fmt: skip
_TWIN = Walk(
    name=_("The wrong twin"), rule="RPD-104", test="tests/at_home/test_front_line.py",
    why=_("The same name and birthday are not the same person."),
    steps=(
        Step(who="border.belmore", page="/front_line/results/{twin}/", shows="Somebody else",
             look=_("A traveller was compared with the record and is somebody else; he stays cleared.")),
        Step(who="border.belmore", page="/front_line/results/{twin}/letter/", shows="A letter for the traveller",
             look=_("The letter proves it at the next border, even without a line.")),
        Step(who="border.belmore", page="/front_line/results/{result}/", shows="Checks before acting",
             look=_("The other traveller is the person: five questions were answered before anybody acted.")),
    ))  # fmt: skip
_VOTE = Walk(
    name=_("The policy vote"), rule="RPD-34-4", test="tests/journeys/test_the_policy_vote.py",
    why=_("Members vote on a rule; they should see first what it does."),
    steps=(
        Step(who="lead.fjelland", page="/secretariat/drafts/{draft}/", shows="Five years instead of two",
             look=_("The files that would be decided otherwise, both ways, with the workload.")),
        Step(who="bureau.belmore", page="/bureau/votes/{draft}/", shows="Five years instead of two",
             look=_("A bureau reads the same figures and votes.")),
    ))  # fmt: skip
_SOFTENED = Walk(
    name=_("The softened measure"), rule="RPD-131-a", test="tests/journeys/test_the_softened_measure.py",
    why=_("Pressure works best at night and unsigned."),
    steps=(
        Step(who="lead.fjelland", page="/secretariat/measures/{measure}/", shows="training",
             look=_("Each change of a measure bears a reason and a second signature of another nationality.")),
        Step(who="oversight", page="/oversight/measures/", shows="XE",
             look=_("Oversight sees the change in the next figures.")),
    ))  # fmt: skip
_PHONE = Walk(
    name=_("The phone at the border"), rule="CCF-37", test="tests/browser/test_phone_at_the_border.py",
    why=_("Somebody afraid, with an old phone and no lawyer, must be able to do it alone."),
    steps=(
        Step(who="", page="/portal/", shows="Block at once",
             look=_("Turn the page to Arabic at its foot and make the window as narrow as a phone.")),
        Step(who="", page="/portal/back/", shows="code",
             look=_("Come back with this invented receipt code: {code}")),
    ))  # fmt: skip
_AUDITOR = Walk(
    name=_("The sceptical auditor"), rule="RPD-126", test="tests/journeys/test_the_sceptical_auditor.py",
    why=_("Could they have hidden a bad year from me?"),
    steps=(
        Step(who="oversight", page="/oversight/journal/", shows="journal",
             look=_("Every act and every reading left an entry: who, when, what, why; and no name.")),
        Step(who="", page="/public/heads/", shows="heads",
             look=_("Heads signed by witnesses: an export with a row taken out no longer fits, and `article3 verify` "
                    "says where.")),
    ))  # fmt: skip

WALKS: tuple[Walk, ...] = (_HONEYMOON, _SIDE_DOOR, _QUIET, _LATE, _FINDABLE, _SILENT, _JUDGE, _UNPLUGGED, _FUGITIVE,
                           _TWIN, _VOTE, _SOFTENED, _PHONE, _AUDITOR)  # fmt: skip
"""In the order of the acceptance walk-throughs, 1 to 14."""


def filled(text: str, places: dict[str, str]) -> str:
    """The text with the demo's own references in it; empty when this demo lacks one of them."""
    try:
        return text.format(**places)
    except KeyError:
        return ""
