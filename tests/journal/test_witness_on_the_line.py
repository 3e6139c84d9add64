"""A bureau's own installation witnesses the Secretariat's journal: it asks, looks for itself, brings its word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from article3 import wiring
from article3.exchange.wire import Malformed
from article3.journal import heads
from article3.journal.models import Cosignature, Head
from article3.line import witnessing
from article3.line.problems import NoLine
from article3.line.transport import by_hand
from article3.terms.finding import Refused

pytestmark = pytest.mark.django_db
HOUR = datetime(2026, 3, 2, 9, 20, tzinfo=UTC)


@pytest.fixture(params=["bureau-xa", "commission"])
def name(request: pytest.FixtureRequest) -> str:
    """Who witnesses from an installation of its own."""
    return str(request.param)


@pytest.fixture
def look(settings, tmp_path: Path, name: str) -> Callable[[], int | None]:
    """The witness looks, in its own home; it knows the journal's key, and the Secretariat knows its."""
    settings.HOME = tmp_path / "bureau"
    witnessing.watch(str(heads.verifier()))
    wiring.enrol_witness(name, wiring.witness_key(name), HOUR)
    settings.HOME = tmp_path / "secretariat"

    def looking() -> int | None:
        settings.HOME = tmp_path / "bureau"
        try:
            return witnessing.look(name, by_hand, HOUR)
        finally:
            settings.HOME = tmp_path / "secretariat"

    return looking


def test_its_word_stands_under_the_head_it_saw(look, name: str) -> None:
    """Once; asked again there is nothing new to look at."""
    assert look() is None
    wiring.beat(HOUR)
    assert look() == 200
    assert [word.name for word in wiring.heads_shown()[0].words] == [name]
    assert look() is None
    wiring.beat(HOUR + timedelta(hours=1))
    assert look() == 200


def test_a_journal_that_was_rolled_back_gets_no_word(look) -> None:
    """The bureau remembers two batches; the Secretariat shows one, and then another second one."""
    for hour in (0, 1):
        wiring.beat(HOUR + timedelta(hours=hour))
        assert look() == 200
    Cosignature.objects.filter(head=512).delete()
    Head.objects.filter(pk=512).delete()
    assert look() not in (None, 200)


def test_without_the_journals_key_it_witnesses_nothing(look, tmp_path: Path) -> None:
    """Trust is given by a person who compared the key."""
    (tmp_path / "bureau" / "witnesses" / "journal").unlink()
    wiring.beat(HOUR)
    assert look() is None
    with pytest.raises(Refused, match="key of a witness"):
        witnessing.watch(wiring.witness_key("bureau-xb"))
    with pytest.raises(Refused, match="cannot be read"):
        witnessing.watch("a key")


def test_a_word_nobody_enrolled_is_not_taken_and_the_bureau_is_told(look, name: str) -> None:
    """Its own key was ended at the Secretariat."""
    wiring.end_witness(name, HOUR)
    wiring.beat(HOUR)
    with pytest.raises(NoLine, match="enrolled"):
        look()


@pytest.mark.parametrize("data", [b"", b"-1", b"1e3", b"9" * 17, b"\xff", b"12\n\xff\xfe", b"256\nno line"])
def test_what_is_no_size_and_no_cosignature_is_refused(data: bytes) -> None:
    """At both doors, whatever is sent."""
    wiring.beat(HOUR)
    with pytest.raises(Malformed):
        witnessing.cosign(data)
    if b"\n" not in data:
        with pytest.raises(Malformed):
            witnessing.head(data)
