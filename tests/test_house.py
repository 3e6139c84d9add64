"""The house keeps its shape: floors, names, sizes, no clock in the core, nothing left to fix."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "article3"
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
CORE = ("terms", "law", "lifecycle", "access", "screening", "reentry", "oversight", "intake", "acts")
CORE_SOURCES = [path for path in SOURCES if path.relative_to(PACKAGE).parts[0] in CORE]
DRAWERS = {"utils", "util", "common", "helpers", "helper", "misc", "base", "core", "lib", "shared", "tools"}


def _name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def test_no_room_or_file_is_a_drawer() -> None:
    """A name says what is inside; `utils` says nothing."""
    assert not [_name(path) for path in SOURCES if DRAWERS & {part.removesuffix(".py") for part in path.parts[-3:]}]


def test_classes_are_named_by_the_thing_not_its_job() -> None:
    """No Manager, Handler, Service or Processor of our own."""
    found = [
        (_name(path), name)
        for path in SOURCES
        for name in re.findall(r"^class (\w+(?:Manager|Handler|Service|Processor))\b", path.read_text(), re.M)
    ]
    assert not found


def test_files_stay_under_three_hundred_lines() -> None:
    """A file one can read at a sitting."""
    assert not {_name(path): lines for path in SOURCES if (lines := len(path.read_text().splitlines())) > 300}


def test_functions_stay_short() -> None:
    """About ten lines is the aim; forty is where we stop."""
    long = {
        f"{_name(path)}:{node.name}": lines
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > 40
    }
    assert not long


def test_the_core_never_asks_what_time_it_is() -> None:
    """Time comes in as an argument; a core that reads a clock cannot be replayed."""
    clock = re.compile(r"\b(?:datetime\.now|datetime\.utcnow|date\.today|time\.time|uuid4|token_hex|os\.urandom)\(")
    assert not [_name(path) for path in CORE_SOURCES if clock.search(path.read_text())]


def test_nothing_is_left_to_fix() -> None:
    """No FIXME, TODO or XXX note stays in what we ship."""
    left = re.compile(r"#\s*(?:FIXME|TODO|XXX|HACK)\b")
    assert not [_name(path) for path in SOURCES if left.search(path.read_text())]


def test_every_public_thing_of_the_core_says_what_it_means() -> None:
    """Public functions and classes of the core carry a docstring."""
    silent = [
        f"{_name(path)}:{node.name}"
        for path in CORE_SOURCES
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not _is_overload(node)
    ]
    assert not silent


def _is_overload(node: ast.FunctionDef | ast.ClassDef) -> bool:
    return any("overload" in ast.unparse(decorator) for decorator in node.decorator_list)


def test_assertions_stay_on() -> None:
    """The command refuses to run with assertions stripped: they guard against our own bugs."""
    told = subprocess.run(
        [sys.executable, "-O", "-m", "article3.project.cli", "--help"], capture_output=True, text=True
    )
    assert told.returncode == 2
    assert "assertions" in told.stderr


BROKEN = {
    "the core imports Django": ("terms/finding.py", "import django\n"),
    "a lower floor imports a higher one": ("law/index.py", "import article3.acts\n"),
    "a neighbour on the same floor": ("law/index.py", "import article3.lifecycle\n"),
    "a room without a floor": ("utils/__init__.py", ""),
    "a site reads tables": ("sites/bureau/__init__.py", "import article3.register.models\n"),
    "a site looks into another site": ("sites/bureau/__init__.py", "import article3.sites.public\n"),
    "the Commission reaches for the wiring": ("commission/acts/__init__.py", "import article3.wiring\n"),
    "somebody opens the Commission's wing": ("sites/bureau/__init__.py", "import article3.commission\n"),
    "the web process opens a seal": ("wiring/performing.py", "import article3.sealed.keys\n"),
    "the sealed worker takes in a framework": ("sealed/office.py", "import django\n"),
    "a site opens the sealed files": ("sites/bureau/__init__.py", "import article3.sealed\n"),
}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty model of the house: the same modules with nothing in them."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path in SOURCES:
        copy = folder / "article3" / path.relative_to(PACKAGE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text("")
    return folder


def _contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    program = (
        "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    return subprocess.run([sys.executable, "-c", program, "--no-cache"], cwd=folder, capture_output=True, text=True)


def test_the_contracts_hold_on_an_empty_model(model: Path) -> None:
    """The plan itself is consistent."""
    assert _contracts(model).returncode == 0


@pytest.mark.parametrize("case", BROKEN)
def test_each_contract_breaks_when_its_rule_is_broken(model: Path, case: str, tmp_path: Path) -> None:
    """A contract that cannot fail guards nothing."""
    shutil.copytree(model, tmp_path / "house")
    file, text = BROKEN[case]
    target = tmp_path / "house" / "article3" / file
    target.parent.mkdir(exist_ok=True)
    target.write_text(text)
    assert _contracts(tmp_path / "house").returncode != 0
