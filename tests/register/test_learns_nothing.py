"""Promise P6 on the register: with and without a secret record, everything an observer can read is the same.

Planted leaks stand beside it: a test that finds none of them would pass everything.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.db import transaction
from django.db.models import Q

from article3 import wiring
from article3.acts.ports import NotFound
from article3.acts.request_notice import RequestNotice
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.correspondence import Consultation
from article3.lifecycle.publication import Caveat
from article3.lifecycle.states import State
from article3.register import finding, paging, shown, sight
from article3.register import reader as reading
from article3.register.files import Files
from article3.register.reader import Reader
from article3.terms.communication import Channel, Level
from article3.terms.finding import Refused
from article3.terms.reasons import CaveatKind, IfSilent
from article3.terms.sitting import MandateRole, Sitting
from tests import papers

pytestmark = pytest.mark.django_db
OBSERVER = papers.sitting("bureau:XC", level=Level.RESTRICTED)
REVIEWER = papers.sitting("secretariat", nationality="XC")
QUERIES = [wiring.Query(name="corvane"), wiring.Query(name="quil"), wiring.Query(birth_date="1980"),
           wiring.Query(document="XB12345"), wiring.Query(name="dunya", nationality="XB")]  # fmt: skip
HISTORIES = 2
"""Random histories each secret is put into, everything read by everybody who may not know."""
RUNS = int(os.environ.get("ARTICLE3_HISTORIES", "100" if os.environ.get("ARTICLE3_TEST_POSTGRES") == "1" else "500"))
"""Random two-run histories, each with one secret and a glance: which rows are shown is decided above the database, and
fewer of them ask the second one the same. Before a release 10,000 (docs/planted-leaks.md)."""
BLOCKS = 10


def history(chance: random.Random) -> list[CaseFile]:
    """Some files of every kind, some of them the observer's."""
    return [_a_file(chance) for _ in range(chance.randrange(4, 12))]


def _a_file(chance: random.Random) -> CaseFile:
    person = papers.person(chance.choice(("Corvane", "Quillon", "Anders")), chance.choice(("Dunya", "Ilse")))
    said: dict[str, Any] = {"person": person, "level": chance.choice(list(Level))}
    source = chance.choice(("XA", "XB", "XC", "XD"))
    make = chance.choice((papers.published, papers.received, _under_review, _diffusion))
    at = papers.NOW.replace(day=chance.randrange(1, 4))
    return replace(make(papers.communication(source, **said)), received_at=at)


def _under_review(sent: Any) -> CaseFile:
    return papers.under_review("9" * 32, "XE", sent)


def _diffusion(sent: Any) -> CaseFile:
    to = tuple(bureau for bureau in ("XC", "XD") if bureau != sent.source)
    return papers.received(replace(sent, channel=Channel.DIFFUSION, colour=None, recipients=to),
                           state=State.SENT_UNREVIEWED)  # fmt: skip


SECRETS: dict[str, Callable[[], CaseFile]] = {
    "denied": lambda: papers.published(papers.communication("XA", denied=("XC",))),
    "denied diffusion": lambda: papers.received(papers.communication(
        "XA", channel=Channel.DIFFUSION, colour=None, recipients=("XC",), denied=("XC",)), state=State.REVIEWED),
    "denied and ended": lambda: papers.published(papers.communication("XA", denied=("XC",)), state=State.CANCELLED),
    "received": lambda: papers.received(papers.communication("XA", level=Level.OFFICIAL_USE)),
    "under review": lambda: papers.under_review("9" * 32),
    "returned": lambda: papers.received(state=State.RETURNED),
    "refused": lambda: papers.received(state=State.REFUSED),
    "withdrawn in time": lambda: papers.received(state=State.WITHDRAWN),
    "above clearance": lambda: papers.published(papers.communication("XA", level=Level.CONFIDENTIAL)),
    "above clearance and ended": lambda: papers.published(papers.communication(
        "XA", level=Level.CONFIDENTIAL), state=State.WITHDRAWN),
    "to others": lambda: papers.diffusion("XB", "XD"),
    "others consulted": lambda: papers.received(state=State.UNDER_REVIEW, consultations=(_asked("XB"),)),
    "denied and consulted": lambda: papers.received(papers.communication("XA", denied=("XC",)),
                                                    state=State.UNDER_REVIEW, consultations=(_asked("XC"),)),
}  # fmt: skip


def _asked(bureau: str) -> Consultation:
    return Consultation(id="k", bureau=bureau, question="Seen?", asked_by="9" * 32, asked_on=papers.TODAY,
                        deadline=papers.TODAY.replace(day=20), if_silent=IfSilent.DECIDED_ON_THE_FILE)  # fmt: skip


@contextmanager
def one_stream() -> Iterator[None]:
    """Chance is the same in both runs, as it would be with a stream of its own for each caller."""
    chance = random.Random(0)
    with mock.patch("secrets.token_hex", lambda size: chance.randbytes(size).hex()), \
            mock.patch("secrets.randbelow", chance.randrange):  # fmt: skip
        yield


def everything(sitting: Sitting, references: list[str]) -> list[object]:
    """All this sitting can get out of the register, page after page, and by guessing references; then as before."""
    with transaction.atomic(), one_stream():
        seen = _everything(sitting, references)
        transaction.set_rollback(True)
    return seen


def _everything(sitting: Sitting, references: list[str]) -> list[object]:
    reader = wiring.reader(sitting, "police_check", papers.NOW)
    lists = (lambda after: reader.incoming(after, 2), lambda after: reader.own_items(after, 3),
             lambda after: reader.queue(after, 2), reader.consultations)  # fmt: skip
    seen: list[object] = [page for one in lists for page in _pages(one)]
    for query in QUERIES:
        seen += _pages(lambda after, query=query: reader.search(query, after, 2))
    for reference in references:
        by_reference = (
            reader.published, reader.own_item, reader.case, reader.delivery,
            lambda one: reader.consultation(one, "k"), lambda one: reader.attachment(one, "0" * 64),
        )  # fmt: skip
        seen += [_or_absent(method, reference) for method in by_reference]
    submitted = _or_absent(lambda sent: _submitted(sitting, sent), SUBMITTED) if sitting.bureau else None
    public = [wiring.figures(None), wiring.public_extracts(papers.NOW + timedelta(days=1))]
    return [*seen, wiring.figures(sitting), wiring.journal_lines(sitting), submitted, wiring.new_reference(), *public]


SUBMITTED = papers.communication("XC", reference="6" * 32)


def _submitted(sitting: Sitting, sent: Any) -> object:
    """What a bureau gets for handing in a request about the same person; taken back again."""
    with transaction.atomic():
        lead = replace(sitting, role=MandateRole.BUREAU_LEAD)
        got = wiring.perform(RequestNotice(communication=sent), sitting=lead, at=papers.NOW)
        shown_of_it = wiring.reader(lead, "police_check", papers.NOW).own_item(sent.reference)
        transaction.set_rollback(True)
    return replace(got, offence_kinds=()), shown_of_it


def _pages(page: Callable[[str], Any]) -> Iterator[object]:
    after: str | None = ""
    while after is not None:
        found = _or_absent(page, after)
        yield found
        after = found.next_cursor if hasattr(found, "next_cursor") else None


def _or_absent(method: Callable[[Any], Any], given: Any) -> Any:
    try:
        return method(given)
    except NotFound as absent:
        return ("absent", str(absent))
    except Refused as refused:
        return ("refused", refused.because)


def told(sitting: Sitting, secrets: dict[str, Callable[[], CaseFile]], seed: int) -> Iterator[str]:
    """The secrets the observer can tell: with them, the same history reads otherwise than without."""
    files = history(random.Random(seed))
    made = {name: replace_reference(make(), "5" * 32) for name, make in secrets.items()}
    references = [file.reference for file in files[:2]] + ["5" * 32]
    with transaction.atomic():
        Files(bureaus=tuple, order=None).add_many(files)
        before = repr(everything(sitting, references))
        for name, secret in made.items():
            with transaction.atomic():
                Files(bureaus=tuple, order=None).add(secret)
                after = repr(everything(sitting, references))
                transaction.set_rollback(True)
            if after != before:
                yield name
        transaction.set_rollback(True)


STRANGER = papers.sitting("bureau:XE", level=Level.CONFIDENTIAL)
FRONT = papers.sitting("front:XC", MandateRole.FRONT_LINE, level=Level.CONFIDENTIAL)
UNDECIDED = ("received", "under review", "returned", "refused", "withdrawn in time", "others consulted", "to others")
MAY_NOT_KNOW: dict[str, tuple[Sitting | None, ...]] = {
    **{name: (OBSERVER, FRONT) for name in SECRETS if name.startswith("denied")},
    **dict.fromkeys(UNDECIDED, (OBSERVER, STRANGER, FRONT, None)),
    "above clearance": (OBSERVER, None), "above clearance and ended": (OBSERVER, None),
}  # fmt: skip
"""Whom each secret is kept from; None: the public."""


def glance(sitting: Sitting | None, references: list[str], chance: random.Random) -> list[object]:
    """A few things this observer happens to look at: over many histories, everything there is."""
    if sitting is None:
        return [wiring.figures(None), wiring.public_extracts(papers.NOW + timedelta(days=1))]
    reader = wiring.reader(sitting, "police_check", papers.NOW)
    size = chance.choice((2, 5, 50))  # a page or several: most of the time goes into asking for the next
    lists = (lambda after: reader.incoming(after, size), lambda after: reader.own_items(after, size),
             lambda after: reader.queue(after, size), reader.consultations)  # fmt: skip
    query, reference = chance.choice(QUERIES), chance.choice(references)
    looks: tuple[Callable[[], object], ...] = (
        lambda: list(_pages(chance.choice(lists))),
        lambda: list(_pages(lambda after: reader.search(query, after, size))),
        lambda: _or_absent(reader.published, reference), lambda: _or_absent(reader.own_item, reference),
        lambda: _or_absent(reader.delivery, reference), lambda: _or_absent(reader.case, reference),
        lambda: _or_absent(lambda one: reader.consultation(one, "k"), reference),
        lambda: _or_absent(lambda one: reader.attachment(one, "0" * 64), reference),
        lambda: wiring.figures(sitting), lambda: wiring.journal_lines(sitting),
    )  # fmt: skip
    return [look() for look in (chance.choice(looks[:2]), chance.choice(looks), chance.choice(looks[2:]))]


def told_at_a_glance(seed: int) -> tuple[str, str] | None:
    """The secret and the observer who can tell it, in one random history; None when nobody can.

    Observers who may not know pool what they see: in every fourth history there are two of them, who count as one.
    """
    chance = random.Random(seed)
    name = chance.choice(sorted(SECRETS))
    pool = [chance.choice(MAY_NOT_KNOW[name]) for _ in range(1 + (seed % 4 == 0))]
    files, secret = history(chance), replace_reference(SECRETS[name](), "5" * 32)
    references = [files[0].reference, "5" * 32, "5" * 32]
    with transaction.atomic():
        register = Files(bureaus=tuple, order=None)
        register.add_many(files)
        runs = []
        for with_it in (False, True):
            with transaction.atomic():
                if with_it:
                    register.add(secret)
                with one_stream():
                    runs.append([repr(glance(one, references, random.Random(seed))) for one in pool])
                transaction.set_rollback(True)
        transaction.set_rollback(True)
    return None if runs[0] == runs[1] else (name, str(pool))


@pytest.mark.parametrize("block", range(BLOCKS))
def test_in_hundreds_of_random_histories_nobody_can_tell(block: int) -> None:
    """Two runs each, with and without the secret: every byte of what two pooled observers see is the same."""
    told_by = {seed: found for seed in range(block, RUNS, BLOCKS) if (found := told_at_a_glance(seed))}
    assert told_by == {}


def replace_reference(file: CaseFile, reference: str) -> CaseFile:
    """The same file under another reference."""
    sent = replace(file.communication, reference=reference)
    notice = replace(file.published, communication=sent) if file.published else None
    return replace(file, reference=reference, communication=sent, published=notice)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_a_bureau_cannot_tell_whether_there_is_a_secret_record(seed: int) -> None:
    """Lists, cursors, searches, guessed references, deliveries and figures, in a random history."""
    assert list(told(OBSERVER, SECRETS, seed)) == []


OF_OWN_COUNTRY: dict[str, Callable[[], CaseFile]] = {
    "source": lambda: papers.received(papers.communication("XC")),
    "person": lambda: papers.received(papers.communication("XA", person=papers.person(nationalities=("XC",)))),
}


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_a_reviewer_cannot_tell_whether_there_is_a_file_of_the_own_country(seed: int, monkeypatch) -> None:
    """Neither of its source nor of its person; the figures of the desk are counted for everybody."""
    monkeypatch.setattr(wiring, "figures", lambda sitting: ())
    assert list(told(REVIEWER, OF_OWN_COUNTRY, seed)) == []


def test_a_source_cannot_tell_what_happens_to_its_request_before_the_decision() -> None:
    """The same request received, taken up, consulted on and caveated reads the same."""
    sent = papers.communication("XC", level=Level.OFFICIAL_USE)
    caveat = Caveat(id="c", kind=CaveatKind.DATA_TO_VERIFY, text="?", added_on=papers.TODAY, added_by="9" * 32)
    runs = []
    busy = papers.under_review("9" * 32, "XE", sent, consultations=(_asked("XB"),), caveats=(caveat,))
    for file in (papers.received(sent), papers.under_review("9" * 32, "XE", sent), busy):
        with transaction.atomic():
            Files(bureaus=tuple, order=None).add(file)
            runs.append(repr(everything(OBSERVER, [file.reference])))
            transaction.set_rollback(True)
    assert len(set(runs)) == 1


def test_an_open_inbox_cannot_tell_that_somebody_works_on_a_record() -> None:
    """What it asks with again and again changes with what is shown, and with nothing that is not."""
    file = papers.published(papers.communication("XB", level=Level.OFFICIAL_USE))
    taken_up = replace(file, review=papers.under_review("9" * 32).review, version=2)
    caveat = Caveat(id="c", kind=CaveatKind.DATA_TO_VERIFY, text="?", added_on=papers.TODAY, added_by="9" * 32)
    with transaction.atomic():
        marks = []
        register = Files(bureaus=tuple, order=None)
        register.add(file)
        for now in (None, taken_up, replace(taken_up, caveats=(caveat,), version=3)):
            if now is not None:
                register.keep(now)
            reader = wiring.reader(OBSERVER, "police_check", papers.NOW)
            marks.append((reader.incoming_state(), reader.incoming_state(only=file.reference)))
        transaction.set_rollback(True)
    assert marks[0] == marks[1]
    assert marks[1][0] != marks[2][0] and marks[1][1] != marks[2][1]


LEAKS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "a bar is forgotten": lambda patch: patch.setattr(sight.Sight, "_bars", lambda self: sight.Denied.objects.none()),
    "the search forgets the filter": lambda patch: patch.setattr(sight.Sight, "content", _content_but_in_search),
    "levels are forgotten": lambda patch: patch.setattr(
        "article3.access.filters.levels_up_to", lambda clearance: frozenset(Level)),
    "a request counts as in force": lambda patch: _in_force_at_once(patch),
    "everybody received everything": lambda patch: patch.setattr(
        sight.Sight, "_tie", _reached_by_all),
    "absent has other words": lambda patch: patch.setattr(Reader, "_one", _says_forbidden),
    "consultations forget whom they asked": lambda patch: patch.setattr(Reader, "_asked_me", _all_files),
    "totals in the cursor": lambda patch: patch.setattr("article3.register.cursor.write", _counting_cursor),
    "figures count everything": lambda patch: patch.setattr(wiring, "figures", _all_figures),
    "own country is forgotten": lambda patch: patch.setattr(sight.Sight, "_own_country", lambda self: Q(pk__in=[])),
    "pages are shorter when there is more": lambda patch: patch.setattr(paging, "page", _page_by_stock),
    "the search cuts off before it filters": lambda patch: patch.setattr(reading.finding, "matches", _cut_before),
    "deliveries forget whose they are": lambda patch: patch.setattr(Reader, "delivery", _any_delivery),
    "an attachment of a hidden file is empty, not absent": lambda patch: patch.setattr(
        Reader, "attachment", lambda self, reference, sha256: _found(reference)),
    "orders to remove go to everybody": lambda patch: patch.setattr(
        Reader, "_orders", lambda self: Q(standing="removed")),
    "the desk is busy when there is much": lambda patch: patch.setattr(Reader, "own_items", _busy),
    "did you mean": lambda patch: patch.setattr(paging, "newest", _did_you_mean),
    "a request about somebody known is refused": lambda patch: patch.setattr(
        wiring.performing, "_require_in_sight", _known_already),
    "ids count": lambda patch: patch.setattr(wiring, "new_reference", lambda: f"{_files().count():032x}"),
    "the journal counts everybody's entries": lambda patch: patch.setattr(
        wiring, "journal_lines", lambda sitting: (_files().count(),)),
}  # fmt: skip
TELLS = {
    "levels are forgotten": "above clearance", "a request counts as in force": "received",
    "everybody received everything": "received", "consultations forget whom they asked": "denied and consulted",
    "own country is forgotten": "source", "orders to remove go to everybody": "denied and ended",
}  # fmt: skip
"""The secret that gives a leak away, where it is not a bar."""
_content = sight.Sight.content
_tie = sight.Sight._tie
_one = Reader._one


_page = paging.page
_newest = paging.newest
_own_items = Reader.own_items
_delivery = Reader.delivery
_matches = finding.matches
_in_sight = wiring.performing._require_in_sight


def _files() -> Any:
    from article3.register.models import File

    return File.objects.all()


def _in_force_at_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("article3.register.columns._STANDING", dict.fromkeys(State, sight.Standing.IN_FORCE))
    patch.setattr("article3.register.columns._reached_at", lambda file: file.received_at)


def _found(reference: str) -> tuple[()]:
    if not _files().filter(pk=reference).exists():
        raise NotFound
    return ()


def _page_by_stock(rows: Any, after: Any, size: int, *key: Any, **more: Any) -> Any:
    return _page(rows, after, max(1, size - _files().count() % 2), *key, **more)


def _cut_before(query: Any, bureau: Any) -> Q:
    newest = _files().filter(_matches(query, bureau)).order_by("-shown_at", "received_at")[:2]
    return Q(pk__in=list(newest.values_list("pk", flat=True)))


def _any_delivery(self: Any, reference: str) -> Any:
    _found(reference)
    return "sums"


def _busy(self: Any, *given: Any) -> Any:
    if _files().count() % 2:
        raise Refused("Come again later.")
    return _own_items(self, *given)


def _did_you_mean(rows: Any, cursor: str, size: int) -> Any:
    from article3.register.models import NameKey

    found, after = _newest(rows, cursor, size)
    return found, after or (f"perhaps {NameKey.objects.count()}" if not cursor else None)


def _known_already(order: Any, sitting: Any, at: Any) -> None:
    from article3.register.models import DocumentNumber

    if DocumentNumber.objects.filter(number="XB12345").count() % 2:
        raise Refused("This person is known already.")
    _in_sight(order, sitting, at)


def _content_but_in_search(self: Any, *given: Any) -> Q:
    import inspect

    return Q() if any(frame.function == "search" for frame in inspect.stack()[:4]) else _content(self, *given)


def _reached_by_all(self: Any, tie: Any) -> Q:
    return Q() if tie is sight.Tie.REACHED_ME else _tie(self, tie)


def _says_forbidden(self: Any, reference: str, among: Q) -> Any:
    with suppress(NotFound):
        return _one(self, reference, among)
    from article3.register.models import File

    raise NotFound("forbidden" if File.objects.filter(pk=reference).exists() else "")


def _all_files(self: Any) -> Any:
    from article3.register.models import File

    return File.objects.all()


def _counting_cursor(*key: Any) -> str:
    from article3.register.models import File

    return f"{File.objects.count()}"


def _all_figures(sitting: Sitting) -> object:
    from article3.register.models import File

    return File.objects.count()


@pytest.mark.one_database
@pytest.mark.parametrize("leak", list(LEAKS))
def test_every_planted_leak_is_found(leak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the secret it betrays, in a history in which nobody could tell without it."""
    name = TELLS.get(leak, "denied")
    observer, among = (REVIEWER, OF_OWN_COUNTRY) if name in OF_OWN_COUNTRY else (OBSERVER, SECRETS)
    if observer is REVIEWER:
        monkeypatch.setattr(wiring, "figures", lambda sitting: ())  # of the desk, counted for everybody
    LEAKS[leak](monkeypatch)
    monkeypatch.setattr(shown, "mark", lambda row: "mark")  # a leaked record has no mark of its own
    assert list(told(observer, {name: among[name]}, 0)) == [name]


def test_the_planted_leaks_are_twenty_and_stand_in_the_docs() -> None:
    """A generator that is too weak passes everything: what it is measured by is written down."""
    page = (Path(__file__).parents[2] / "docs" / "planted-leaks.md").read_text(encoding="utf-8")
    assert len(LEAKS) == 20
    assert [name for name in LEAKS if f"| {name} |" not in page] == []


@pytest.mark.one_database
def test_a_planted_leak_is_found_at_a_glance_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """The many short histories would find it as well: not only those in which everything is read."""
    LEAKS["a bar is forgotten"](monkeypatch)
    assert any(told_at_a_glance(seed) for seed in range(60))
