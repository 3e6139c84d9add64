"""The page `docs/access.md`, written from the table: `python -m article3.access.documentation > docs/access.md`."""

from __future__ import annotations

from article3.access.table import COLUMNS, TABLE, Cell
from article3.access.words import Extent, Form, Kind, Reading, Standing

_WHAT = {
    Kind.PUBLISHED: "notice or diffusion, decided",
    Kind.UNDECIDED: "the same, before the decision",
    Kind.PUBLIC_EXTRACT: "public extract",
    Kind.RESTRICTIONS: "access restrictions (who is denied)",
    Kind.REVIEW: "review notes, findings, worksheet, searches and excerpts of public sources",
    Kind.DECISION_TEXT: "outward decision text",
    Kind.CONSULTATION: "consultation question and reply",
    Kind.CONFIDENTIAL_INFORMATION: "confidential information: content",
    Kind.GIVER: "identity of its giver",
    Kind.PROTECTION: "refugee status, or that it was asked",
    Kind.WATCH_LIST: "watch list of protected officials",
    Kind.REDRESS: "redress file",
    Kind.DELIVERY: "delivery and acknowledgement",
    Kind.JOURNAL: "journal entries",
    Kind.STATISTICS: "statistics",
    Kind.BUREAU_RECORD: "a bureau's own record: figures by requester, corrective measures, its replies",
}
_TOP = """\
# Who may see what

Written from `src/article3/access/table.py` by `python -m article3.access.documentation`; do not edit. The same data
gives the decision, the filter of the register, the projection of fields and the tests.

**R** reads; **r** reads a reduced form, described below; **A** only a reviewer assigned to the file; **O** only what
concerns the reader itself; **≤** up to the reader's clearance; **2** together with a second person; **=** as its
relation to the record; an empty cell reads as if the record did not exist. Denial is absolute and comes before every
other relation. A reviewer never reads a file of the own country or one left for a conflict.

"""
_END = """
A bureau from whose country the person is protected (*origin*) reads every row as its relation to the record gives it:
if it read less, the difference would tell what row D10 keeps from it. D10 itself is never read there.

The front line reads, of what its bureau reads as a recipient, names, dates, nationality and papers of what is in force
and, with its warning, of what is not reviewed; every other row is blank there. A duty officer of a protective desk
reads only the items of restricted files that name that officer (docs/protective-desk.md).

A reviewer who is not assigned to a file reads its line in the queue, without names: somebody must be able to take it
up. Opening it needs taking it up, or being the one whose word a proposal waits for.
"""


def page() -> str:
    """The whole page."""
    notes: list[str] = []
    lines = ["| data | " + " | ".join(column.value.replace("_", " ") for column in COLUMNS) + " |",
             "|---" * (len(COLUMNS) + 1) + "|"]  # fmt: skip
    for kind, cells in TABLE.items():
        shown = [_cell(cells[column], notes) for column in COLUMNS]
        lines.append(f"| {kind.value} {_WHAT[kind]} | " + " | ".join(shown) + " |")
    reduced = [f"{place}. {note}" for place, note in enumerate(notes, 1)]
    return _TOP + "\n".join(lines) + "\n\nReduced forms and limits:\n\n" + "\n".join(reduced) + "\n" + _END


def _cell(cell: Cell, notes: list[str]) -> str:
    if cell.as_relation:
        return "="
    if cell.never:
        return "**never**"
    if not cell.reading:
        return ""
    letter = "A" if cell.assigned else "O" if cell.own else "R"
    letter = letter if cell.reading.extent is Extent.FULL else "r" if letter == "R" else f"{letter} r"
    marks = ("≤" if cell.cleared else "") + ("2" if cell.second_person else "")
    return letter + marks + _notes(cell, notes)


def _notes(cell: Cell, notes: list[str]) -> str:
    said = [*_form(cell.reading, ""), *_form(cell.otherwise, "not assigned: ")]
    if cell.standings != frozenset(Standing):
        said.append("only what is " + " or ".join(s.value.replace("_", " ") for s in Standing if s in cell.standings))
    for note in said:
        if note not in notes:
            notes.append(note)
    return "".join(f" <sup>{notes.index(note) + 1}</sup>" for note in said)


def _form(reading: Reading, when: str) -> list[str]:
    return [f"{when}{reading.form.value}"] if reading and reading.form is not Form.NONE else []


if __name__ == "__main__":
    print(page(), end="")
