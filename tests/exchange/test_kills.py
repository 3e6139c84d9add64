"""Ten kills during traffic between four installations; two hundred are `article3 bench kills`."""

from __future__ import annotations

from argparse import Namespace

import pytest

from article3.commands.bench import kills


@pytest.mark.processes
def test_nothing_acknowledged_is_lost_and_nothing_happens_twice() -> None:
    """kill -9 of whoever the dice choose: Secretariat, clerk, sender, receivers."""
    told = kills.apart(Namespace(kills=10, kills_seed=7), dict.fromkeys(kills.HOMES, ""))
    assert told["sent"] >= 10
    assert (told["lost"], told["doubled"], told["faults"]) == ([], [], [])
