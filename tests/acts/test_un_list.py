"""The Security Council's list comes into the register: two people sign, members are told, nothing is skipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from article3.acts.adopt_un_list import AdoptUnList
from article3.acts.ask_retention import AskRetention
from article3.acts.enter_listed import EnterListed
from article3.acts.learn_fact import LearnFact
from article3.acts.messages import MessageKind
from article3.acts.ports import NotFound
from article3.acts.propose_un_list import ProposeUnList
from article3.acts.set_aside_un_list import SetAsideUnList
from article3.acts.update_notice import UpdateNotice
from article3.intake.problems import Unreadable
from article3.intake.un_list import read_list
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.listing import Change, Outcome, UnList, Weighed
from article3.lifecycle.states import State
from article3.terms.communication import UNITED_NATIONS, Colour, Person
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole
from tests.desk import CLOCK, FIRST, LEAD, MEMBERS, SAME_AS_FIRST, SECOND, Desk, bureau, murder, sitting

WEIGHED = Weighed(because="The Security Council decided the listing; nothing in the entry points elsewhere.",
                  factors="No indication found in the entry.", predominance="(e): measures of the Security Council.")
TILKE = ("<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ROVAN</FIRST_NAME><SECOND_NAME>TILKE</SECOND_NAME>"
         "<REFERENCE_NUMBER>EXi.001</REFERENCE_NUMBER><LISTED_ON>2026-01-01</LISTED_ON><COMMENTS1>{says}</COMMENTS1>"
         "<INDIVIDUAL_DATE_OF_BIRTH><YEAR>1980</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>")  # fmt: skip
ORLEN = ("<INDIVIDUAL><DATAID>2</DATAID><FIRST_NAME>MIRA</FIRST_NAME><SECOND_NAME>ORLEN</SECOND_NAME>"
         "<REFERENCE_NUMBER>EXi.002</REFERENCE_NUMBER><LISTED_ON>2026-01-01</LISTED_ON></INDIVIDUAL>")  # fmt: skip
VELM = ("<ENTITY><DATAID>3</DATAID><FIRST_NAME>VELM TRADING</FIRST_NAME><REFERENCE_NUMBER>EXe.003</REFERENCE_NUMBER>"
        "<LISTED_ON>2026-01-01</LISTED_ON></ENTITY>")  # fmt: skip


def written(*people: str, entities: str = VELM, day: str = "2026-02-01") -> bytes:
    """A list of that day."""
    return (f'<CONSOLIDATED_LIST dateGenerated="{day}T00:00:00.000-04:00"><INDIVIDUALS>{"".join(people)}</INDIVIDUALS>'
            f"<ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>").encode()  # fmt: skip


class Office(Desk):
    """A desk that takes lists in."""

    lists = 0

    def laid(self, content: bytes, *, declared: bool = True, **said: Any) -> str:
        """A lead lays a list before the Secretariat; its reference."""
        self.lists += 1
        read, page = read_list(content), f"{self.lists:032x}"
        fresh = {entry.un_reference: f"{self.lists:016x}{place:016x}" for place, entry in enumerate(read.entries)}
        self.perform(ProposeUnList(page=page, read=read, fresh=fresh, weighed=said.get("weighed", WEIGHED),
                                   declared=declared), LEAD)
        return page

    def taken_in(self, content: bytes, second: Any = FIRST) -> UnList:
        """Laid, adopted, carried out."""
        page = self.laid(content)
        self.perform(AdoptUnList(page=page, version=1), second)
        while self.page(page).left:
            self.perform(EnterListed(page=page), CLOCK)
        return self.page(page)

    def page(self, reference: str) -> UnList:
        """The list as it stands."""
        found = self.register.ledger[reference]
        assert isinstance(found, UnList)
        return found

    def listed(self, un_reference: str) -> CaseFile:
        """The file of an entry, live or not."""
        return next(file for file in self.register.files.values() if file.communication.un_reference == un_reference)

    def told(self) -> list[tuple[str, MessageKind, str]]:
        """Who was told what since the last time."""
        posted = [(to, message.kind, message.reference) for to, message in self.outbox.posted]
        self.outbox.posted.clear()
        return posted


FULL = written(TILKE.format(says="Moves money."), ORLEN)


def outcomes(page: UnList) -> dict[str, tuple[Change, Outcome | None]]:
    """Change and outcome by reference."""
    return {line.un_reference: (line.change, line.outcome) for line in page.lines}


def desk_person(page: UnList) -> Person:
    """Whom the list's first individual is."""
    text = next(line.text for line in page.lines if line.un_reference == "EXi.001")
    assert text is not None and text.person is not None
    return text.person


def test_what_is_new_is_published_to_every_member_where_nothing_stands_in_the_way() -> None:
    """A person and an entity; the entry that does not identify anybody waits at the desk with its question."""
    desk = Office()
    page = desk.taken_in(FULL)
    assert outcomes(page) == {
        "EXe.003": (Change.ADDED, Outcome.PUBLISHED), "EXi.001": (Change.ADDED, Outcome.PUBLISHED),
        "EXi.002": (Change.ADDED, Outcome.WAITS)}  # fmt: skip
    file = desk.listed("EXi.001")
    assert (file.state, file.source, file.communication.colour) == (State.PUBLISHED, UNITED_NATIONS, Colour.UN_SPECIAL)
    assert file.published and [each.nationality for each in file.published.decision.signatures] == ["XD", "XB"]
    assert file.published.communication.public_extract_consent
    assert {to for to, kind, about in desk.told() if about == file.reference} == set(MEMBERS)
    waits = next(line for line in page.lines if line.un_reference == "EXi.002")
    assert "identifies this person" in waits.because and desk.listed("EXi.002").state is State.RECEIVED


BORN = "<INDIVIDUAL_DATE_OF_BIRTH>{}</INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>"


@pytest.mark.parametrize(("born", "because"), [
    ("<FROM_YEAR>1961</FROM_YEAR><TO_YEAR>1980</TO_YEAR>", ""), ("<YEAR>circa 1980</YEAR>", ""),
    ("<FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1980</TO_YEAR>",
     "The listed date of birth leaves too many years open: 1960/1980."),
    ("<YEAR>before the flood</YEAR>", "The list writes a date of birth that is none: before the flood."),
])  # fmt: skip
def test_possible_years_of_birth_identify_a_person_and_only_what_cannot_be_read_waits(born: str, because: str) -> None:
    """Twenty possible years are published; what is wider or no date waits with a sentence that says what."""
    desk = Office()
    page = desk.taken_in(written(ORLEN.replace("</INDIVIDUAL>", BORN.format(born))))
    line = next(line for line in page.lines if line.un_reference == "EXi.002")
    assert line.outcome is (Outcome.WAITS if because else Outcome.PUBLISHED)
    assert line.because.endswith(because)


def test_the_same_list_again_says_nothing_new() -> None:
    """It is refused, and so is one that is older than the one adopted."""
    desk = Office()
    desk.taken_in(FULL)
    with pytest.raises(Refused, match="says nothing new"):
        desk.laid(written(TILKE.format(says="Moves money."), ORLEN, day="2026-02-02"))
    with pytest.raises(Refused, match="older than the one adopted last"):
        desk.laid(written(ORLEN, day="2026-01-31"))


def test_a_changed_entry_is_an_update_that_members_are_told_of() -> None:
    """The difference names the field; members read the new text."""
    desk = Office()
    desk.taken_in(FULL)
    desk.told()
    page = desk.taken_in(written(TILKE.format(says="Moves money and arms."), ORLEN, day="2026-02-02"))
    (line,) = page.lines
    assert (line.change, line.outcome, line.fields) == (Change.CHANGED, Outcome.PUBLISHED, ("facts_summary",))
    file = desk.listed("EXi.001")
    assert file.published and file.published.edition == 2
    assert file.published.communication.facts_summary == "Moves money and arms."
    assert {kind for _, kind, _ in desk.told()} == {MessageKind.NOTICE_UPDATED}


def test_a_delisting_is_carried_out_first_and_told_to_everybody_who_read_the_notice() -> None:
    """The notice is withdrawn; what was never published is withdrawn and nobody hears of it."""
    desk = Office()
    desk.taken_in(FULL)
    desk.told()
    page = desk.taken_in(written(entities=VELM, day="2026-02-03"), second=SECOND)
    assert outcomes(page) == {"EXi.001": (Change.DELISTED, Outcome.WITHDRAWN),
                              "EXi.002": (Change.DELISTED, Outcome.WITHDRAWN)}
    gone = desk.listed("EXi.001")
    assert gone.state is State.WITHDRAWN and gone.ending and "no longer on the list" in gone.ending.because
    assert desk.told() == [(member, MessageKind.NOTICE_ENDED, gone.reference) for member in MEMBERS]


def test_nobody_adopts_their_own_list_and_no_two_of_one_nationality_sign() -> None:
    """Constitution 30: another person, another nationality."""
    desk = Office()
    page = desk.laid(FULL)
    with pytest.raises(Refused, match="Nobody adopts the list they laid"):
        desk.perform(AdoptUnList(page=page, version=1), LEAD)
    desk.perform(AdoptUnList(page=page, version=1), SAME_AS_FIRST)
    with pytest.raises(Refused, match="adopted or set aside"):
        desk.perform(SetAsideUnList(page=page, version=2), FIRST)


def test_an_entry_about_a_national_of_a_signer_waits_for_others() -> None:
    """France in the entry, and the second signer is French."""
    desk = Office()
    national = TILKE.format(says="Moves money.").replace(
        "<LISTED_ON>", "<NATIONALITY><VALUE>France</VALUE></NATIONALITY><LISTED_ON>")
    french = desk.laid(written(national))
    desk.perform(AdoptUnList(page=french, version=1), sitting("french", "FR", MandateRole.REVIEWER))
    desk.perform(EnterListed(page=french), CLOCK)
    line = next(line for line in desk.page(french).lines if line.un_reference == "EXi.001")
    assert (line.outcome, line.because) == (Outcome.WAITS, "The officer has a nationality of the person.")


def test_what_a_file_shows_is_never_answered_for_many_at_once() -> None:
    """A reviewer wrote down that immunity is claimed: the next change of the entry waits, the notice stands as it
    stood."""
    desk = Office()
    desk.taken_in(FULL)
    file = desk.listed("EXi.001")
    desk.perform(LearnFact(fact="f" * 32, kind="immunity", value=True, source="A letter", reference=file.reference),
                 SECOND)
    page = desk.taken_in(written(TILKE.format(says="Moves arms."), ORLEN, day="2026-02-02"))
    (line,) = page.lines
    assert (line.outcome, line.because) == (Outcome.WAITS, "The file shows: immunity claimed or found")
    file = desk.listed("EXi.001")
    assert file.update_pending and file.published and file.published.communication.facts_summary == "Moves money."


def test_somebody_who_is_sought_already_is_looked_at_by_a_reviewer() -> None:
    """Another file on the same person is an indication."""
    desk = Office()
    page = desk.taken_in(FULL)
    desk.register.files = {}
    desk.requested(replace(murder(), person=replace(desk_person(page), documents=())))
    desk.taken_in(FULL.replace(b"2026-02-01", b"2026-02-05"))
    assert desk.listed("EXi.001").state is State.RECEIVED


def test_a_list_is_set_aside_and_changes_nothing() -> None:
    """And one whose difference is no longer what was read is not adopted."""
    desk = Office()
    page = desk.laid(FULL)
    desk.perform(SetAsideUnList(page=page, version=1), FIRST)
    assert not desk.register.files and not desk.page(page).is_open
    late = desk.laid(FULL)
    desk.taken_in(FULL)
    with pytest.raises(Refused, match="changed at EX"):
        desk.perform(AdoptUnList(page=late, version=1), FIRST)


def test_the_officer_declares_that_it_is_the_published_list_and_gives_reasons() -> None:
    """Without either nothing is laid before anybody."""
    desk = Office()
    with pytest.raises(Refused, match="Declare that this is the list"):
        desk.laid(FULL, declared=False)
    with pytest.raises(Refused, match="seven factors"):
        desk.laid(FULL, weighed=Weighed(because="x", factors=" ", predominance="x"))


def test_what_stands_on_the_list_is_kept_once_more_when_its_source_is_asked() -> None:
    """RPD 50: the list of the day is the reason; the second time silence ends it."""
    desk = Office()
    desk.taken_in(written(TILKE.format(says="Moves money."), entities=""))
    file = desk.listed("EXi.001")
    desk.at = datetime(file.retention.until.year - 1, 12, 15, 9, tzinfo=UTC)
    desk.perform(AskRetention(reference=file.reference), CLOCK)
    page = desk.taken_in(written(TILKE.format(says="Moves money."), entities="", day=desk.at.date().isoformat()))
    assert outcomes(page) == {"EXi.001": (Change.KEPT, Outcome.EXTENDED)}
    assert desk.listed("EXi.001").retention.until > file.retention.until


def test_no_bureau_speaks_for_the_united_nations() -> None:
    """Its entries are nobody's own item."""
    desk = Office()
    desk.taken_in(FULL)
    file = desk.listed("EXi.001")
    with pytest.raises(NotFound):
        desk.perform(UpdateNotice(reference=file.reference, communication=file.communication), bureau("XA"))


@pytest.mark.parametrize(("content", "says"), [
    (FULL[:-30], "breaks off"),
    (FULL.replace(b' dateGenerated="2026-02-01T00:00:00.000-04:00"', b""), "its date"),
    (written(entities=""), "any entry"),
    (FULL.replace(b"EXi.002", b"EXi.001"), "EXi.001 (2 times)"),
    (FULL.replace(b"EXi.002", b""), "none (1 times)"),
    (FULL.replace(b"MIRA", "MI\u202eRA".encode()), "INDIVIDUAL[2]"),
    (b'<!DOCTYPE x [<!ENTITY a "b">]>' + FULL, "document type"),
])  # fmt: skip
def test_a_list_that_is_not_whole_is_refused_whole(content: bytes, says: str) -> None:
    """Half a list would delist the other half."""
    with pytest.raises(Unreadable) as refused:
        read_list(content)
    assert says in " ".join(f"{each.pointer} {each}" for each in refused.value.problems)
