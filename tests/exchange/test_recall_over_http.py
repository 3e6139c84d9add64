"""A recall to a dozen bureaus over real HTTP; the 196 are `article3 bench recall`."""

from __future__ import annotations

from argparse import Namespace

import pytest

from article3.commands.bench import recall


@pytest.mark.processes
def test_every_bureau_signs() -> None:
    """Twelve bureaus in two processes with databases of their own; how long it takes is for the measure itself."""
    told = recall.measured(Namespace(bureaus=12, processes=2))
    assert told["missing"] == 0
    assert 0 < told["median_s"] <= told["worst_s"]
