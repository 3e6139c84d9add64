"""`article3 evaluate pages` builds the demo it looks at, and says what to do where it may not build one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from article3.commands.demo import served
from article3.terms.finding import Refused


class Building:
    """Stands in for the building of a demo: what it was asked, and how it ends."""

    def __init__(self, ends: int = 0) -> None:
        self.ends = ends
        self.homes: list[str] = []

    def __call__(self, words: list[str], *, env: dict[str, str], **_: object) -> subprocess.CompletedProcess[bytes]:
        assert words[-2:] == ["demo", "--no-serve"]
        self.homes.append(env["ARTICLE3_HOME"])
        return subprocess.CompletedProcess(words, self.ends)


def test_where_nothing_lies_a_demo_is_built_and_a_whole_one_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that does not exist, one that is empty, and one whose building broke off; then one that is whole."""
    monkeypatch.setattr(served.subprocess, "run", asked := Building())
    half = tmp_path / "half"
    half.mkdir()
    (half / "demo").write_text("building")
    for home in (tmp_path / "new", half):
        served.built(home)
    assert asked.homes == [str(tmp_path / "new"), str(half)]
    (half / "demo").write_text("built")
    served.built(half)
    assert len(asked.homes) == 2


def test_a_folder_that_holds_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    """The sentence names the folder and what to set."""
    (tmp_path / "letters").touch()
    with pytest.raises(Refused, match=f"{tmp_path} holds something that is no demo. Set ARTICLE3_HOME"):
        served.built(tmp_path)


def test_a_building_that_breaks_off_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exact words."""
    monkeypatch.setattr(served.subprocess, "run", Building(ends=1))
    with pytest.raises(Refused, match=f"run `ARTICLE3_HOME={tmp_path}/x article3 demo --no-serve`"):
        served.built(tmp_path / "x")
