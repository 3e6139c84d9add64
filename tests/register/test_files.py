"""The register keeps files whole, one version after the other, and finds those that may be on one person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article3 import wiring
from article3.acts.ports import Changed, NotFound
from article3.lifecycle.case_file import Draft
from article3.lifecycle.correspondence import MoreTime, Question
from article3.lifecycle.publication import Ending
from article3.lifecycle.states import State
from article3.register.files import Files
from article3.register.models import File, NameKey, Recipient
from article3.register.pages import NotFound as NotFoundOfPages
from article3.terms.communication import IdentityDocument
from article3.terms.dates import partial_date
from tests import papers

pytestmark = pytest.mark.django_db
A_DRAFT = Draft(id="d" * 32, bureau="XA", kept_by="1" * 32, kept_at=papers.NOW, title="A", form_json="{}")


@pytest.fixture
def register() -> Files:
    """The register, with two members."""
    return Files(bureaus=lambda: ("XA", "XB"), order=None)


def test_a_file_comes_back_as_it_was_kept(register: Files) -> None:
    """Every field, through the document and back."""
    review = replace(papers.under_review("1" * 32).review, proposal=papers.view("1" * 32), decision=papers.decision())
    file = papers.published(former_reviews=(review,), version=7)
    register.add(file)
    assert register.file(file.reference) == file


def test_a_reference_is_kept_once(register: Files) -> None:
    """A second file under the same reference is somebody's mistake, and nothing of it stays."""
    file = papers.received()
    register.add(file)
    with pytest.raises(Changed):
        register.add(replace(file, state=State.REFUSED))
    assert register.file(file.reference) == file


def test_a_file_is_kept_one_version_on_and_never_over_somebody_elses_change(register: Files) -> None:
    """Optimistic: the version before must be the stored one."""
    file = papers.received()
    register.add(file)
    register.keep(replace(file, version=2, state=State.UNDER_REVIEW))
    for version in (1, 2, 4):
        with pytest.raises(Changed):
            register.keep(replace(file, version=version))
    assert register.file(file.reference).version == 2


def test_an_absent_file_is_not_found(register: Files) -> None:
    """The same exception in the acts and on the pages, without words."""
    assert NotFound is NotFoundOfPages
    with pytest.raises(NotFound):
        register.file(papers.reference())
    with pytest.raises(Changed):
        register.keep(papers.received(version=2))


def test_the_index_follows_the_document(register: Files) -> None:
    """Names that go from the file go from the search."""
    file = papers.received()
    register.add(file)
    other = replace(file.communication, person=papers.person("Quillon"))
    register.keep(replace(file, version=2, communication=other))
    words = set(NameKey.objects.values_list("word", flat=True))
    assert "quillon" in words and "corvane" not in words


def test_who_once_received_a_diffusion_is_remembered_when_its_data_go(register: Files) -> None:
    """A recall is owed by everybody it ever reached."""
    file = papers.diffusion("XB", "XC")
    register.add(file)
    bare = replace(file.communication, person=None, recipients=())
    register.keep(replace(file, version=2, communication=bare, state=State.RECALLED,
                          ending=Ending(code="recalled", on=papers.TODAY)))  # fmt: skip
    assert set(Recipient.objects.values_list("bureau", flat=True)) == {"XB", "XC"}
    row = File.objects.get()
    assert (row.reached_at, row.standing) == (file.received_at, "removed")
    assert not NameKey.objects.exists()


def test_a_request_withdrawn_before_publication_reached_nobody(register: Files) -> None:
    """Its standing is `unseen`, and stays so."""
    register.add(papers.received(state=State.WITHDRAWN))
    assert File.objects.get().standing == "unseen"


class TestFilesOnPerson:
    """Candidates for the reviewer: wide, of any source and state, and never the file itself."""

    def test_two_words_of_the_name_in_any_order_and_script(self, register: Files) -> None:
        """One word alone is too many people."""
        file = papers.received()
        same = papers.received(papers.communication("XC", person=papers.person("Dunya", "Corvane", documents=())))
        half = papers.received(papers.communication("XC", person=papers.person("Corvane", "Ilse", documents=())))
        for one in (file, same, half):
            register.add(one)
        assert register.files_on_person(file) == (same,)

    def test_the_same_paper_whatever_the_name(self, register: Files) -> None:
        """A passport number outweighs a spelling."""
        file = papers.received()
        alias = papers.person("Quillon", "Ilse", documents=(IdentityDocument(kind="passport", number="XB12345"),))
        same = papers.diffusion("XB", person=alias)
        register.add(file)
        register.add(same)
        assert register.files_on_person(file) == (same,)

    @pytest.mark.parametrize(("born", "found"), [
        ((), True), (("1980",), True), (("1980-05-17",), True), (("1980-05-18",), False),
        (("1955", "1980-05"), True),
    ])  # fmt: skip
    def test_another_certain_birth_date_is_another_person(self, register: Files, born: tuple[str, ...], found: bool
                                                          ) -> None:  # fmt: skip
        """A missing or partial date contradicts nothing."""
        file = papers.received()
        dates = tuple(partial_date(text) for text in born)
        other = papers.received(papers.communication("XC", person=papers.person(birth_dates=dates, documents=())))
        register.add(file)
        register.add(other)
        assert (other in register.files_on_person(file)) is found

    def test_a_communication_without_a_person_is_about_nobody(self, register: Files) -> None:
        """An orange notice on an event has no earlier files."""
        file = papers.received(papers.communication(person=None))
        register.add(file)
        register.add(papers.received(papers.communication(person=None)))
        assert register.files_on_person(file) == ()


class TestDrafts:
    """Unsent forms belong to one bureau."""

    def test_a_draft_is_kept_changed_listed_and_dropped(self, register: Files) -> None:
        """And dropping twice is silent."""
        draft = A_DRAFT
        register.keep_draft(draft)
        register.keep_draft(replace(draft, title="B"))
        reader = wiring.reader(papers.sitting("bureau:XA"), "own_item", papers.NOW)
        assert register.draft(draft.id) == reader.draft(draft.id) == replace(draft, title="B")
        assert reader.drafts() == (replace(draft, title="B"),)
        for _ in range(2):
            register.drop_draft(draft.id)
        with pytest.raises(NotFound):
            register.draft(draft.id)

    def test_another_bureau_and_the_secretariat_find_nothing(self, register: Files) -> None:
        """Absent and foreign are the same."""
        register.keep_draft(A_DRAFT)
        for seat in ("bureau:XB", "secretariat", "oversight"):
            with pytest.raises(NotFound):
                wiring.reader(papers.sitting(seat), "own_item", papers.NOW).draft("d" * 32)
        assert wiring.reader(papers.sitting("bureau:XB"), "own_item", papers.NOW).drafts() == ()


class TestTheOrderOfTheDesk:
    """The queue is sorted by the law's review order, and what waits for others stands behind."""

    def test_the_key_sorts_as_text_as_the_law_sorts_its_numbers(self) -> None:
        """Also with negative parts."""
        from article3.law.brief import brief
        from article3.law.review_order import review_order

        sent = [papers.communication(), papers.communication(colour=None, channel="diffusion", recipients=("XB",))]
        files = [papers.received(one) for one in sent] + [papers.diffusion("XB")]
        keys = [wiring.desk_place(file, papers.TODAY).key for file in files]
        orders = [review_order(brief(f.communication, None, papers.TODAY), papers.TODAY, arrived_on=papers.TODAY,
                               delivered_unreviewed=f.state is State.SENT_UNREVIEWED).key for f in files]  # fmt: skip
        assert sorted(range(3), key=keys.__getitem__) == sorted(range(3), key=orders.__getitem__)

    def test_a_request_that_waits_for_its_requester_stands_last_until_more_time_is_asked(self) -> None:
        """Then the desk has to answer."""
        register = Files(bureaus=tuple, order=wiring.desk_place)
        day = papers.TODAY
        asked = Question(id="q", text="?", asked_by="1" * 32, asked_on=day, deadline=day.replace(day=9))
        wish = replace(asked, more_time=MoreTime(until=day, because="Ill.", asked_on=day, asked_by="2" * 32))
        waits = papers.received(state=State.RETURNED, questions=(asked,))
        wishes = papers.received(state=State.RETURNED, questions=(wish,))
        fresh = papers.received()
        register.add_many([waits, wishes, fresh])
        rows = wiring.reader(papers.sitting("secretariat"), "choosing_work", papers.NOW).queue().rows
        assert rows[-1].reference == waits.reference
        assert rows[-1].why == "Waits for the requester's answer until 2026-05-09."
        assert "Waits" not in rows[0].why + rows[1].why
