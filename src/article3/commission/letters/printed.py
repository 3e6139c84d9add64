"""A letter as a tagged document (PDF/UA-1, checked as it is made) and as a picture; no line, no system font needed."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from article3.commission.letters.letter import Sheet

FONTS = Path(__file__).parent / "fonts"
_ANY_DAY = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())
"""No hour of printing stands in a document: two letters that must not be told apart are the same bytes."""


def pdf(sheet: Sheet) -> bytes:
    """The document. The same sheet gives the same bytes."""
    return _compiled(sheet, format="pdf", pdf_standards="ua-1")


def picture(sheet: Sheet) -> bytes:
    """The first page as a PNG, to be looked at."""
    pages = _compiled(sheet, format="png", ppi=80)
    return bytes(pages[0] if isinstance(pages, list) else pages)


def _compiled(sheet: Sheet, **how: Any) -> Any:
    with tempfile.TemporaryDirectory(prefix="article3-letter-") as folder:
        main = Path(folder) / "main.typ"
        main.write_text(source(sheet), encoding="utf-8")
        if sheet.picture:
            (Path(folder) / "code.svg").write_bytes(sheet.picture)
        made = typst.compile(str(main), root=folder, font_paths=[str(FONTS)], timestamp=_ANY_DAY, **how)
    return made if isinstance(made, list) else bytes(made)


def source(sheet: Sheet) -> str:
    """The letter in the typesetter's words; every text goes in as a quoted string, never as markup."""
    direction = "rtl" if sheet.rtl else "ltr"
    parts = [
        f"#set document(title: {_q(sheet.title)}, date: none)\n"
        '#set page(paper: "a4", margin: 25mm, numbering: "1 / 1")\n'
        f'#set text(size: 11pt, lang: "{sheet.language}", dir: {direction}, '
        'font: ("Libertinus Serif", "Noto Naskh Arabic"))\n#set par(leading: 0.8em, spacing: 1.1em)\n',
        f"#text(fill: luma(60), {_q(sheet.head)})\n\n#heading(level: 1, {_q(sheet.title)})\n",
        "\n\n".join(f"#text(fill: luma(60), {_q(name + ': ')})#text({_q(value)})" for name, value in sheet.stamps),
        *(_paragraph(line) for line in sheet.before), _list(sheet), _quote(sheet), _table(sheet),
        *(_paragraph(line) for line in sheet.after),
        f"#v(1em)\n#text(size: 9pt, fill: luma(60), {_q(sheet.signed)})"]
    return "\n\n".join(part for part in parts if part) + "\n"


def _paragraph(line: str) -> str:
    return f"#text({_q(line)})"


def _list(sheet: Sheet) -> str:
    if not sheet.list_title:
        return ""
    lines = ", ".join(f"text({_q(line)})" for line in sheet.listed)
    return f"#heading(level: 2, {_q(sheet.list_title)})\n#list({lines})"


def _quote(sheet: Sheet) -> str:
    if not sheet.quote_title:
        return ""
    head = f"#heading(level: 2, {_q(sheet.quote_title)})\n"
    if sheet.picture:
        head += f'#image("code.svg", width: 45mm, alt: {_q(sheet.quote_title)})\n'
    if sheet.is_code:
        return head + f'#text(font: "DejaVu Sans Mono", dir: ltr, raw({_q(sheet.quoted)}, block: true))'
    return head + f"#quote(block: true, text({_q(sheet.quoted)}))"


def _table(sheet: Sheet) -> str:
    if not sheet.rows:
        return ""
    heads = ", ".join(f"strong({_q(column)})" for column in sheet.columns)
    body = "".join("  " + ", ".join(f"text({_q(cell)})" for cell in row) + ",\n" for row in sheet.rows)
    return (f"#table(columns: {len(sheet.columns)}, stroke: (x: none, top: none, bottom: 0.5pt + gray), "
            f"table.header({heads}),\n{body})")  # fmt: skip


def _q(text: str) -> str:
    """A string of the typesetter's; line ends are kept, nothing in it is read as a command."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
