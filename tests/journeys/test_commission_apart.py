"""Journey 4 over processes: the Commission in an installation of its own, the Secretariat in another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import pytest

from article3.commands.bench.processes import Installation, answers, free_port, until
from tests import homes
from tests.journeys.test_separate_installations import ROOT, START_S, Seat

pytestmark = pytest.mark.processes


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """The Secretariat, served, with its bureaus; and the Commission, which reads its files and brings letters."""
    folder, port = tmp_path_factory.mktemp("apart"), free_port()
    address = f"http://127.0.0.1:{port}"
    with ExitStack() as stack:
        def started(seat: str, module: str, *words: str) -> Installation:
            return stack.enter_context(_installation(folder, seat, module, list(words), address))

        for seat in ("secretariat", "commission"):
            homes.begin(folder / seat, tmp_path_factory)
        told = started("secretariat", "tests.journeys.commission_deeds", "secretariat")
        secretariat = Seat(told)
        commission = Seat(started("commission", "tests.journeys.commission_deeds", "commission"))
        reference = secretariat.open_office(commission.key)
        started("secretariat", "article3.project.cli", "serve", "--port", str(port))
        until(lambda: answers(address), START_S)
        yield SimpleNamespace(secretariat=secretariat, commission=commission, reference=reference)


def _installation(folder: Path, seat: str, module: str, words: list[str], address: str) -> Installation:
    own = seat == "commission"
    return Installation(folder / seat, module, words, ARTICLE3_SEAT="commission" if own else "",
                        ARTICLE3_SECRETARIAT=address if own else "", ARTICLE3_DATABASE_URL="", ARTICLE3_DEMO="",
                        ARTICLE3_COMMISSION_DATABASE_URL="", ARTICLE3_FILES=str(folder / "secretariat") if own else "",
                        PYTHONPATH=f"{ROOT / 'src'}:{ROOT}", DJANGO_SETTINGS_MODULE="article3.project.settings")


def test_from_the_request_to_the_certificate_with_nothing_but_letters_between(two) -> None:
    """Blocked at once, assessed, decided, deleted at every bureau, reported back country by country."""
    assert two.commission.open_wing(two.secretariat.key) == "admissible"
    assert two.commission.examine(two.reference) == ["XC"]
    assert two.secretariat.mark("XB", two.reference) == "suspended"
    assert two.commission.ask(two.reference) == "asked"
    assert two.secretariat.answer() == 1
    assert two.commission.decide() == "decided"
    assert two.secretariat.mark("XD", two.reference) == "remove"
    assert two.secretariat.mark("XB", two.reference) == "remove"
    two.commission.standing()
    stage, orders, _told = two.commission.standing()
    assert stage == "carried_out"
    assert orders == [["block", "complete", ["XB", "XD"]], ["delete", "complete", ["XB", "XD"]]]


def test_nothing_of_the_request_is_at_the_secretariat_and_nothing_there_can_be_changed_from_here(two) -> None:
    """No row of the wing in the Secretariat's home; a write through the reading door is refused by the database."""
    assert two.secretariat.own_commission_rows() == 0
    assert two.commission.write_into_the_files() == "OperationalError"
