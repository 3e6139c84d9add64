"""Every letter in every language: whole, translated, tagged, the same bytes each time; pictures for whoever looks.

`ARTICLE3_LETTERS=FOLDER` keeps the pictures, pages and documents there, with an outside checker's verdict.
"""

from __future__ import annotations

import os
import re
from io import BytesIO
from pathlib import Path

import page as checker
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject

from article3.commission.letters import printed
from article3.commission.letters.letter import sheet
from article3.commission.letters.page import as_html
from article3.commission.letters.samples import sample
from article3.commission.letters.texts import TEXTS, LetterKind
from article3.project import catalogues

catalogues.compile_all()
LANGUAGES = ("ar", "en", "es", "fr")
VERDICT = "verdict.txt"
"""What the outside checker says of each letter, beside the letters."""


def test_every_letter_has_its_text() -> None:
    """The list is closed on both sides."""
    assert set(TEXTS) == set(LetterKind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_is_drawn_whole_in_its_language(kind: LetterKind, language: str) -> None:
    """No slot is left open, nothing stays English elsewhere, and the page is marked with language and direction."""
    made = sheet(sample(kind, language))
    page, english = as_html(made), sheet(sample(kind, "en"))
    assert not re.search(r"%\(|None", page) and f'lang="{language}"' in page
    assert ('dir="rtl"' in page.split("<body")[0]) is (language == "ar")
    assert language == "en" or not {made.title, *made.before, *made.after} & {english.title, *english.before,
                                                                              *english.after}
    folder = os.environ.get("ARTICLE3_LETTERS")
    if folder:
        _kept(Path(folder), f"{kind.value}-{language}", made, page)


def _kept(folder: Path, name: str, made: object, page: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.png").write_bytes(printed.picture(made))  # type: ignore[arg-type]
    content = printed.pdf(made)  # type: ignore[arg-type]
    (folder / f"{name}.pdf").write_bytes(content)
    (folder / f"{name}.html").write_text(page, encoding="utf-8")
    found = judged(content)
    with (folder / VERDICT).open("a", encoding="utf-8") as verdict:
        verdict.write(f"{name}: {found.rules.passed} of {found.rules.total} rules of PDF/UA-1\n")
    assert not found.failures, found.failures


@pytest.mark.parametrize(("kind", "language"), [(LetterKind.DECISION, "ar"), (LetterKind.CARRIED_OUT, "en"),
                                                (LetterKind.STATUS, "ar"), (LetterKind.INADMISSIBLE, "fr")])
def test_the_document_is_tagged_and_the_same_bytes_each_time(kind: LetterKind, language: str, tmp_path: Path) -> None:
    """PDF/UA-1: marked, with a tree, a title, a language, headings, and words for every picture."""
    made = sheet(sample(kind, language))
    content = printed.pdf(made)
    assert content == printed.pdf(made)
    assert judged(content).rules.total > 100 and not judged(content).failures
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)
    root = PdfReader(path).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith(language)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] and b"pdfuaid" in root["/Metadata"].get_data()
    kinds = _kinds(root["/StructTreeRoot"])
    assert "/H1" in kinds and "/P" in kinds
    assert ("/Table" in kinds and "/TH" in kinds) is (kind is LetterKind.CARRIED_OUT)
    assert "/Figure" not in kinds or all(kinds["/Figure"])


def _kinds(node: object, found: dict[str, list[object]] | None = None) -> dict[str, list[object]]:
    """Every kind of element with the alternative texts of its elements."""
    found = {} if found is None else found
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, DictionaryObject):
        if "/S" in node:
            found.setdefault(node["/S"], []).append(node.get("/Alt"))
        _kinds(node.get("/K", []), found)
    elif isinstance(node, list):
        for each in node:
            _kinds(each, found)
    return found


@pytest.mark.parametrize("part", ["/MarkInfo", "/Lang", "/StructTreeRoot", "/Metadata", "/ViewerPreferences"])
def test_the_checker_finds_what_is_taken_off(part: str) -> None:
    """Tags, language, tree, title: without any of them the verdict is another; what keeps every rule says so above."""
    writer = PdfWriter(clone_from=BytesIO(printed.pdf(sheet(sample(LetterKind.DECISION, "ar")))))
    del writer.root_object[part]
    without = BytesIO()
    writer.write(without)
    assert judged(without.getvalue()).failures


def judged(content: bytes) -> checker.ValidationReport:
    """What the outside checker says of a document."""
    return checker.validate_pdf_bytes(content, profile=checker.ValidationProfile.PDF_UA_1)


def test_what_somebody_wrote_is_never_a_command() -> None:
    """Neither for the page nor for the typesetter."""
    from dataclasses import replace

    letter = replace(sample(LetterKind.QUESTION, "en"), quoted='"#panic("x")\\ <script>alert(1)</script> #import "a"')
    made = sheet(letter)
    assert "<script>" not in as_html(made) and printed.pdf(made).startswith(b"%PDF")
