"""Promise P6 on the register: with and without a secret record, everything an observer can read is the same.

Planted leaks stand beside it: a test that finds none of them would pass everything.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Q

from article3 import wiring
from article3.acts.ports import NotFound
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.correspondence import Consultation
from article3.lifecycle.publication import Caveat
from article3.lifecycle.states import State
from article3.register import finding, shown, sight
from article3.register.files import Files
from article3.register.reader import Reader
from article3.terms.communication import Channel, Level
from article3.terms.finding import Refused
from article3.terms.reasons import CaveatKind, IfSilent
from article3.terms.sitting import Sitting
from tests import papers

pytestmark = pytest.mark.django_db
OBSERVER = papers.sitting("bureau:XC", level=Level.RESTRICTED)
REVIEWER = papers.sitting("secretariat", nationality="XC")
QUERIES = [wiring.Query(name="corvane"), wiring.Query(name="quil"), wiring.Query(birth_date="1980"),
           wiring.Query(document="XB12345"), wiring.Query(name="dunya", nationality="XB")]  # fmt: skip
HISTORIES = 4
"""Random histories each secret is put into; the release run takes more."""


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


def everything(sitting: Sitting, references: list[str]) -> list[object]:
    """All this sitting can get out of the register, page after page, and by guessing references."""
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
    return [*seen, wiring.figures(sitting)]


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


LEAKS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "a bar is forgotten": lambda patch: patch.setattr(sight.Sight, "_bars", lambda self: sight.Denied.objects.none()),
    "the search forgets the filter": lambda patch: patch.setattr(sight.Sight, "content", _content_but_in_search),
    "levels are forgotten": lambda patch: patch.setattr(
        "article3.access.filters.levels_up_to", lambda clearance: frozenset(Level)),
    "a request counts as in force": lambda patch: patch.setattr(
        "article3.register.columns._STANDING", dict.fromkeys(State, sight.Standing.IN_FORCE)),
    "everybody received everything": lambda patch: patch.setattr(
        sight.Sight, "_tie", _reached_by_all),
    "absent has other words": lambda patch: patch.setattr(Reader, "_one", _says_forbidden),
    "consultations forget whom they asked": lambda patch: patch.setattr(Reader, "_asked_me", _all_files),
    "totals in the cursor": lambda patch: patch.setattr("article3.register.cursor.write", _counting_cursor),
    "figures count everything": lambda patch: patch.setattr(wiring, "figures", _all_figures),
    "own country is forgotten": lambda patch: patch.setattr(sight.Sight, "_own_country", lambda self: Q(pk__in=[])),
}  # fmt: skip
_content = sight.Sight.content
_tie = sight.Sight._tie
_one = Reader._one


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


@pytest.mark.parametrize("leak", list(LEAKS))
def test_every_planted_leak_is_found(leak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By some secret in some history."""
    LEAKS[leak](monkeypatch)
    monkeypatch.setattr(shown, "mark", lambda row: "mark")  # a leaked record has no mark of its own
    assert finding is not None
    assert any(True for _ in told(OBSERVER, SECRETS, 0)) or any(True for _ in told(REVIEWER, OF_OWN_COUNTRY, 0))
