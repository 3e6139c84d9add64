"""The Security Council's list at the screens: from the file to the public service and back off it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from article3.project.cli import main
from article3.register.models import Edition, File
from article3.wiring import listing_room
from tests.acts.test_un_list import FULL, ORLEN, TILKE, WEIGHED, written
from tests.sites.conftest import Office

WORDS = {"because": WEIGHED.because, "factors": WEIGHED.factors, "predominance": WEIGHED.predominance}


def laid(office: Office, content: bytes, **typed: str) -> Any:
    """The lead's answer to laying a file."""
    sent = {**WORDS, "declared": "on", "paper": SimpleUploadedFile("list.xml", content), **typed}
    return office.browsers["lead"].post("/secretariat/lists/new/", sent, follow=True)


def adopted(office: Office, who: str = "first") -> str:
    """The newest list, adopted; its page afterwards."""
    newest = listing_room.un_lists(office.sittings[who])[0]
    path = f"/secretariat/lists/{newest.reference}/"
    answer = office.browsers[who].post(f"{path}adopt/", {"version": newest.version}, follow=True)
    assert answer.status_code == 200, answer.content
    return str(answer.content.decode())


def a_day_later() -> None:
    """What reached members reached them yesterday: editions hold whole days."""
    File.objects.exclude(reached_at=None).update(reached_at=timezone.now() - timedelta(days=1))
    Edition.objects.all().delete()


def test_a_list_is_laid_adopted_and_read_by_the_public_until_it_is_delisted(office: Office) -> None:
    """Difference, two signatures, the public UN lists; then a list without the entry, and it is gone at once."""
    shown = laid(office, FULL).content.decode()
    assert "Nothing has changed yet" in shown and "Newly listed" in shown and "ROVAN TILKE" in shown
    assert "Adopt the list" not in shown and not File.objects.filter(source="UN").exists()
    done = adopted(office)
    assert "Waits at the desk" in done and "Published" in done and "identifies this person" in done
    a_day_later()
    program = Client()
    (row,) = program.get("/notices/v1/un?name=tilke").json()["_embedded"]["notices"]
    address = row["_links"]["self"]["href"]
    detail = program.get(address[address.index("/notices") :]).json()
    assert (detail["un_reference"], detail["summary"]) == ("EXi.001", "Moves money.")
    reference = _file_of("EXi.001", office)
    read = office.browsers["xb"].get(f"/bureau/incoming/{reference}/").content.decode()
    assert "TILKE" in read and "UN special notice" in read
    assert "TILKE" in office.browsers["lead"].get(f"/secretariat/files/{reference}/").content.decode()
    laid(office, written(day="2026-02-09"))
    assert "Withdrawn" in adopted(office)
    (row,) = program.get("/notices/v1/un").json()["_embedded"]["notices"]  # the entity stands on both lists
    assert row["name"] == "VELM TRADING" and "/un/entities/" in row["_links"]["self"]["href"]
    assert program.get(address[address.index("/notices") :]).status_code == 404
    assert "TILKE" not in office.browsers["xb"].get(f"/bureau/incoming/{reference}/").content.decode()
    laid(office, written(ORLEN, entities="", day="2026-02-10"))
    adopted(office)
    assert program.get("/notices/v1/un").json()["total"] == 0


def _file_of(un_reference: str, office: Office) -> str:
    newest = listing_room.un_lists(office.sittings["first"])[0]
    return next(line.file for line in newest.lines if line.un_reference == un_reference)


def test_a_broken_file_is_refused_whole_with_what_is_wrong(office: Office) -> None:
    """Nothing is kept of it."""
    answer = laid(office, FULL.replace(b"EXi.002", b"EXi.001"))
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "refused whole" in said and "EXi.001 (2 times)" in said
    assert not listing_room.un_lists(office.sittings["first"])
    assert laid(office, FULL, declared="").status_code == 422


def test_only_the_task_force_reads_lists(office: Office) -> None:
    """Absent for everybody else."""
    laid(office, FULL)
    newest = listing_room.un_lists(office.sittings["lead"])[0]
    for who in ("xa", "watcher"):
        if who in office.browsers:
            assert office.browsers[who].get(f"/secretariat/lists/{newest.reference}/").status_code in (302, 403, 404)
            assert listing_room.un_lists(office.sittings[who]) == ()


def test_the_command_shows_lays_and_adopts(office: Office, tmp_path: Any, capsys: Any) -> None:
    """As the pages do; the same list again would change nothing."""
    path = tmp_path / "list.xml"
    path.write_bytes(written(TILKE.format(says="Moves money.")))
    assert main(["un-list", str(path), "--officer", "lead"]) == 1
    assert "added     EXi.001" in capsys.readouterr().out and not listing_room.un_lists(office.sittings["lead"])
    assert main(["un-list", str(path), "--officer", "lead", "--lay", "--because", "b", "--factors", "f",
                 "--predominance", "p"]) == 0
    page = listing_room.un_lists(office.sittings["lead"])[0].reference
    assert main(["un-list", "--adopt", page, "--officer", "second"]) == 0
    assert "published" in capsys.readouterr().out
    assert main(["un-list", str(path), "--officer", "lead"]) == 0
    assert "Nothing would change" in capsys.readouterr().out
    assert main(["un-list", str(path)]) == 2
    path.write_bytes(b"<CONSOLIDATED_LIST>")
    assert main(["un-list", str(path), "--officer", "lead"]) == 3
    assert main(["un-list", "--adopt", "f" * 32, "--officer", "lead"]) == 2
