"""What stands in the way of a request: both sides of every edge, and what is not said (Statute 29, 30, 35, 37, 42)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article3.commission.lifecycle.answers import application_from, pages_for, to_mend
from article3.commission.lifecycle.application import (
    Application,
    IdentityStatement,
    NewFact,
    PaperRole,
    Part,
    PersonConcerned,
    SpokenFor,
    Urgency,
    Wish,
)
from article3.commission.lifecycle.learned import revision_until
from article3.commission.lifecycle.mends import HINTS, MENDS, Fault
from article3.commission.lifecycle.submission import defects, obstacles
from article3.law.parameters import parameter
from article3.terms.facts_commission import SentBy, UrgencyGround, WorkingLanguage
from tests.commission.written import ON, PASSPORT, said, with_paper


def faults(application: Application) -> set[Fault]:
    """What is to mend."""
    return {defect.fault for defect in defects(application, ON)}


def test_a_whole_request_has_nothing_to_mend() -> None:
    """And one for access needs no reasons."""
    assert faults(said()) == set() == faults(said(wish=Wish.ACCESS, summary=""))


def test_every_fault_has_its_sentence() -> None:
    """With no place left unfilled."""
    assert set(MENDS) == set(Fault)


PERSON, IDENTITY = said().person, said().identity


@pytest.mark.parametrize(("changes", "fault"), [
    ({"wish": None}, Fault.WISH_MISSING),
    ({"language": None}, Fault.LANGUAGE_MISSING),
    ({"language": WorkingLanguage.OTHER}, Fault.LANGUAGE_WRONG),
    ({"sent_by": None}, Fault.SENDER_MISSING),
    ({"sent_by": SentBy.SOMEBODY_ELSE}, Fault.SENDER_NOT_ENTITLED),
    ({"person": replace(PERSON, family_name=" ")}, Fault.NAME_MISSING),
    ({"person": replace(PERSON, family_name="Kari<mova")}, Fault.NAME_NOT_PLAIN),
    ({"person": replace(PERSON, family_name="K" * 201)}, Fault.NAME_TOO_LONG),
    ({"person": replace(PERSON, born_on=None)}, Fault.BIRTH_MISSING),
    ({"person": replace(PERSON, born_on=ON)}, Fault.BIRTH_IMPOSSIBLE),
    ({"person": replace(PERSON, born_on=date(1895, 12, 31))}, Fault.BIRTH_IMPOSSIBLE),
    ({"papers": ()}, Fault.IDENTITY_MISSING),
    ({"identity": replace(IDENTITY, unredacted=None)}, Fault.IDENTITY_REDACTED),
    ({"identity": replace(IDENTITY, shows_name_birth_photo=False)}, Fault.IDENTITY_INCOMPLETE),
    ({"identity": replace(IDENTITY, valid_until=date(2026, 11, 23))}, Fault.IDENTITY_EXPIRED),
    ({"purpose": ""}, Fault.PURPOSE_MISSING), ({"purpose": "Help me!"}, Fault.PURPOSE_UNCLEAR),
    ({"purpose": "Delete the data about me. " * 90}, Fault.TEXT_TOO_LONG),
    ({"summary": ""}, Fault.SUMMARY_MISSING),
    ({"summary": "I wrote about it. " * 1_200}, Fault.SUMMARY_TOO_LONG),
    ({"summary": "I wrote\x00 about it."}, Fault.CONTROL_CHARACTER),
    ({"signed_as": ""}, Fault.SIGNATURE_MISSING),
    ({"wish": Wish.URGENT_BLOCK}, Fault.URGENCY_MISSING),
    ({"wish": Wish.URGENT_BLOCK, "urgency": Urgency(ground=UrgencyGround.NONE)}, Fault.URGENCY_MISSING)])
def test_each_defect_is_found_and_nothing_else(changes: dict[str, Any], fault: Fault) -> None:
    """One change, one mend."""
    found = faults(said(**changes))
    assert found == {fault}


@pytest.mark.parametrize("person", [
    replace(PERSON, family_name="O’Neil-Ruiz"), replace(PERSON, family_name="كريموفا", given_names="ليلى"),
    replace(PERSON, family_name="K" * 200), replace(PERSON, born_on=date(1896, 1, 1)),
    replace(PERSON, given_names="", nationality="", document_number="")])
def test_the_other_side_of_the_edge_is_fine(person: PersonConcerned) -> None:
    """Real names in their own scripts, the longest, the oldest."""
    assert faults(said(person=person)) == set()


def test_whoever_speaks_for_another_shows_why_they_may() -> None:
    """A mandate, signed; for a child or an organization, proof."""
    for_another = said(sent_by=SentBy.REPRESENTATIVE, spoken_for=SpokenFor(name="A. Person", mandate_signed=True))
    assert faults(for_another) == {Fault.MANDATE_MISSING}
    assert faults(replace(for_another, papers=with_paper(PaperRole.MANDATE))) == set()
    unsigned = replace(for_another, papers=with_paper(PaperRole.MANDATE), spoken_for=SpokenFor(name="A. Person"))
    assert faults(unsigned) == {Fault.MANDATE_UNSIGNED}
    child = replace(for_another, sent_by=SentBy.FOR_A_MINOR)
    assert faults(child) == {Fault.STANDING_MISSING}
    assert faults(replace(child, papers=with_paper(PaperRole.STANDING))) == set()
    assert faults(replace(child, papers=with_paper(PaperRole.STANDING), spoken_for=SpokenFor())) == \
        {Fault.SPEAKER_MISSING}
    entity = said(sent_by=SentBy.ENTITY, person=PersonConcerned(family_name="XA Shipping 3 (Ltd)"),
                  spoken_for=SpokenFor(name="A. Person"), papers=with_paper(PaperRole.STANDING))
    assert faults(entity) == set()


def test_a_revision_rests_on_a_new_fact_within_six_months() -> None:
    """On the last day it is in time, a day later it is not; a leap day counts."""
    fact = NewFact(decision="R-1", what="The warrant was lifted.", discovered_on=date(2026, 5, 24))
    assert faults(said(wish=Wish.REVISION, new_fact=fact)) == set()
    late = replace(fact, discovered_on=date(2026, 5, 23))
    assert faults(said(wish=Wish.REVISION, new_fact=late)) == {Fault.REVISION_TOO_LATE}
    ahead = replace(fact, discovered_on=date(2026, 11, 25))
    assert faults(said(wish=Wish.REVISION, new_fact=ahead)) == {Fault.DISCOVERY_IMPOSSIBLE}
    assert faults(said(wish=Wish.REVISION)) == {Fault.DECISION_MISSING, Fault.NEW_FACT_MISSING,
                                                Fault.DISCOVERY_MISSING}
    assert revision_until(date(2027, 8, 31)) == date(2028, 2, 29)


def test_annexes_are_counted_and_everything_withheld_is_a_hint() -> None:
    """The limit is fine, one more is not; nothing forbids to withhold all."""
    most = parameter("commission.appendices_count", ON)
    annex = with_paper(PaperRole.ANNEX)[1]
    many = tuple(replace(annex, digest=f"{n:064}") for n in range(most))
    assert faults(said(papers=(PASSPORT, *many))) == set()
    assert faults(said(papers=(PASSPORT, *many, annex))) == {Fault.TOO_MANY_ANNEXES}
    closed = said(withheld=frozenset({Part.PURPOSE, Part.REASONS, PASSPORT.digest}))
    assert faults(closed) == {Fault.ALL_WITHHELD} and obstacles(closed, ON) == ()
    assert Fault.ALL_WITHHELD in HINTS


@pytest.mark.parametrize(("text", "known"), [
    ("I wrote about the government of the country and the charge came a month after that article.", True),
    ("لقد كتبت عن الحكومة في الصحيفة ثم بعد شهر من ذلك جاءت التهمة ضدي من دون أي دليل على ما قيل.", True),
    ("J’ai écrit sur le gouvernement et un mois après la police est venue dans ma maison avec un mandat.", True),
    ("Escribí sobre el gobierno y un mes después la policía vino a mi casa con una orden de un juez.", True),
    ("Gazeteci olarak çalıştım ve hükümet hakkında yazdım, sonra hakkımda dava açıldı ve ülkeden ayrıldım.", False),
    ("Я написала о правительстве, и через месяц пришли с обвинением.", False),
    ("Ich habe über die Regierung geschrieben und einen Monat später kam die Polizei mit einem Haftbefehl.", False),
    ("من درباره دولت در روزنامه نوشتم و یک ماه بعد پلیس با حکم آمد و گفت که باید بیایم.", False),
    ("احجبوا البيانات عني فورًا لأنني قد أُسلَّم خلال أيام إلى البلد الذي هربتُ منه خوفًا على حياتي.", True),
    ("Karimova, Leyla", True)])
def test_a_working_language_is_known_by_letters_and_small_words(text: str, known: bool) -> None:
    """A few words alone say nothing; four languages are known, others are not."""
    assert (Fault.LANGUAGE_WRONG not in faults(said(summary=text))) is known


@given(st.dictionaries(st.sampled_from(["wish", "sent_by", "born_on", "family_name", "summary", "withheld", "grounds"]),
                       st.one_of(st.text(max_size=40), st.lists(st.text(max_size=9), max_size=3)), max_size=7))
def test_whatever_is_typed_makes_a_request_that_can_be_judged(typed: dict[str, Any]) -> None:
    """Never an error: what cannot be read counts as not given, and is said."""
    found = to_mend(typed, (), ON)
    assert all(each.mend for each in found) and Fault.IDENTITY_MISSING in {each.fault for each in found}


def test_a_day_that_cannot_be_read_is_said_once() -> None:
    """Not also as missing; in any script's digits it is read."""
    found = [each.fault for each in to_mend({"born_on": "1984-13-45"}, (), ON)]
    assert Fault.DAY_UNREAD in found and Fault.BIRTH_MISSING not in found
    assert application_from({"born_on": "١٩٨٤-٠٦-١٢"}).person.born_on == date(1984, 6, 12)


def test_only_who_speaks_for_another_is_asked_for_a_mandate() -> None:
    """The pages follow the answers; the source learns nothing unless the box is ticked."""
    assert Part.MANDATE not in pages_for({"sent_by": "person"}) and Part.MANDATE in pages_for({"sent_by": "entity"})
    assert application_from({}).source_may_know is False
    assert application_from({"source_may_know": "yes"}).source_may_know is True
    assert application_from({"identity": "x"}).identity == IdentityStatement(unredacted=False,
                                                                            shows_name_birth_photo=False)
