"""The batch file of attestations: all rows or none, every error of every row at once."""

from __future__ import annotations

from datetime import date

import pytest

from article3.intake.attestations import COLUMNS, MOST_ROWS, BadRows, read_batch
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.sealed import ProtectionUse

ON = date(2026, 3, 2)
HEAD = ",".join(COLUMNS)
GOOD = "Вортан,Ико,1984-06-12,qm,QM448210,granted,xa; XC,2025-06-01,2030-01-01,R 17,block,no"


def errors(text: str | bytes) -> list[tuple[int, str]]:
    """Row and column of every error."""
    with pytest.raises(BadRows) as bad:
        read_batch(text if isinstance(text, bytes) else text.encode(), ON)
    return [(error.row, error.column) for error in bad.value.errors]


def test_a_row_becomes_an_entry() -> None:
    """Name in its script with its Latin form, several countries, dates, uses."""
    [row] = read_batch(f"\ufeff{HEAD}\n{GOOD}\n".encode(), ON)
    name = row["person"].names[0]
    assert (name.family, name.latin_family, row["person"].documents[0].number) == ("Вортан", "VORTAN", "QM448210")
    assert (row["against"], row["status"]) == (("XA", "XC"), ProtectionStatus.REFUGEE)
    assert (row["since"], row["until"], row["uses"]) == (date(2025, 6, 1), date(2030, 1, 1), {ProtectionUse.BLOCK})


def test_what_is_left_out_takes_its_plain_meaning() -> None:
    """Since today, without an end, for both uses, not directed."""
    [row] = read_batch(b"family,born,status,against,evidence\nVortan,1984,pending,XA,R 1\n", ON)
    assert (row["since"], row["until"], row["uses"], row["directed"]) == (ON, None, set(ProtectionUse), False)


@pytest.mark.parametrize(("column", "value"), [
    ("family", ""), ("family", "Vor\u202etan"), ("born", "12.6.1984"), ("status", "yes"), ("against", "Aramea"),
    ("against", ""), ("since", "June"), ("until", "2025-05-31"), ("evidence", ""), ("uses", "all"),
    ("directed", "maybe"), ("nationality", "Q1")])
def test_each_wrong_value_is_told_by_row_and_column(column: str, value: str) -> None:
    """Row 3 is the third line of the sheet."""
    cells = dict(zip(COLUMNS, GOOD.split(","), strict=True)) | {column: value}
    told = {"nationality": "against"}.get(column, column)
    assert (3, told) in errors(f"{HEAD}\n{GOOD}\n" + ",".join(cells[name] for name in COLUMNS))


def test_a_name_alone_meets_other_people() -> None:
    """A birth date or a paper is needed."""
    assert errors("family,status,against,evidence\nVortan,granted,XA,R 1\n") == [(2, "born")]


@pytest.mark.parametrize("text", [
    "", HEAD, "family,colour\nVortan,red", "family,family,status,against,evidence\n", b"\xff\xfe", "family\0",
    f"{HEAD}\n" + f"{GOOD}\n" * (MOST_ROWS + 1), f"{HEAD}\n" + "x" * (2 * 1024 * 1024)])
def test_a_file_that_is_none_is_refused_in_one_sentence(text: str | bytes) -> None:
    """Empty, without rows, with a strange column, in another encoding, too long."""
    assert len(errors(text)) == 1


def test_too_many_values_in_a_row_are_told() -> None:
    """A comma inside a name needs quotes."""
    assert (2, "row") in errors(f"{HEAD}\n{GOOD},more\n")
