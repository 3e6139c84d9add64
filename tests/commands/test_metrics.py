"""`article3 metrics` and the health address say how the installation stands and name nobody."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import DatabaseError
from django.test import Client

from article3 import wiring
from article3.commands import metrics
from article3.register.files import Files
from tests import papers

pytestmark = pytest.mark.django_db


def test_every_number_is_said_and_counted(tmp_path: Path) -> None:
    """Written whole to a file, as a monitoring system reads it."""
    Files(bureaus=tuple, order=None).add_many([papers.received(), papers.published()])
    path = tmp_path / "article3.prom"
    assert metrics.run(argparse.Namespace(to=path, format="text")) == 0
    said = path.read_text(encoding="utf-8")
    assert "article3_files 2\n" in said and said.count("# HELP") == len(metrics.SAID)
    assert set(wiring.condition()) == set(metrics.SAID)
    assert wiring.condition()["journal_entries"] == wiring.condition()["journal_entries"] == wiring.journal_head()[0]
    assert list(tmp_path.iterdir()) == [path]


def test_what_waits_at_the_gateway_is_timed(capsys: pytest.CaptureFixture[str]) -> None:
    """The oldest of what nobody has looked at."""
    assert metrics.run(argparse.Namespace(to=None, format="json")) == 0
    assert json.loads(capsys.readouterr().out)["gateway_oldest_seconds"] == 0


def test_a_file_that_cannot_be_written_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and its name."""
    assert metrics.run(argparse.Namespace(to=tmp_path / "no" / "such", format="text")) == 2
    assert "such" in capsys.readouterr().err


def test_this_machine_may_ask_for_them_at_an_address_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """`/metrics` as Prometheus reads it; 503 while the database does not answer; nothing else is there."""

    def asked(path: str) -> tuple[bytes, bytes]:
        sent: list[bytes] = []
        wire = SimpleNamespace(makefile=lambda *_: io.BytesIO(f"GET {path} HTTP/1.0\r\n\r\n".encode()),
                               sendall=sent.append)  # fmt: skip
        metrics.Numbers(wire, ("127.0.0.1", 1), None)
        head, _, body = b"".join(map(bytes, sent)).partition(b"\r\n\r\n")
        return head, body

    monkeypatch.setattr("django.db.close_old_connections", lambda: None)  # the test's own transaction stays
    head, body = asked("/metrics")
    assert b" 200 " in head and b"text/plain; version=0.0.4" in head and b"\narticle3_files 0\n" in body
    assert b" 404 " in asked("/")[0] and asked("/files")[1] == b""

    def broken() -> dict[str, int]:
        raise DatabaseError("disk I/O error at /secret/place")

    monkeypatch.setattr(wiring, "condition", broken)
    head, body = asked("/metrics")
    assert b" 503 " in head and body == b""


def test_health_says_ok_or_trouble_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """200 or 503, to anybody."""
    answer = Client().get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})

    def broken() -> bool:
        raise DatabaseError("disk I/O error at /secret/place")

    monkeypatch.setattr(wiring, "answers", broken)
    answer = Client().get("/health")
    assert (answer.status_code, answer.json()) == (503, {"status": "trouble"})
