"""A batch file of attestations: CSV with a header, one person a row, several values parted by ";". All rows or none.

Every error of every row is said at once, with the row as a spreadsheet counts it.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from article3.intake.texts import control_in
from article3.intake.transliteration import passport_form
from article3.terms.communication import CountryCode, IdentityDocument, Name, Person
from article3.terms.dates import EXAMPLES, PartialDate, partial_date
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.sealed import ProtectionUse

COLUMNS = ("family", "given", "born", "nationality", "document", "status", "against", "since", "until", "evidence",
           "uses", "directed")
REQUIRED = frozenset({"family", "status", "against", "evidence"})
STATUSES = {"granted": ProtectionStatus.REFUGEE, "asylum_seeker": ProtectionStatus.ASYLUM_SEEKER,
            "pending": ProtectionStatus.PENDING_CLAIM, "refused": ProtectionStatus.REFUSED,
            "revoked": ProtectionStatus.WITHDRAWN, "excluded": ProtectionStatus.EXCLUDED,
            "naturalised": ProtectionStatus.NATURALISED}
"""How a status is written in a file and chosen in a form."""
MOST_ROWS, LARGEST_BYTES = 5_000, 2 * 1024 * 1024
_COUNTRY = re.compile("[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class RowError:
    """One thing that is wrong: row 1 is the header, as a spreadsheet counts."""

    row: int
    column: str
    told: str


class BadRows(Exception):
    """The file was not taken in; nothing of it was kept."""

    def __init__(self, errors: tuple[RowError, ...]) -> None:
        super().__init__("; ".join(f"row {error.row}, {error.column}: {error.told}" for error in errors))
        self.errors = errors


def read_batch(content: bytes, on: date) -> list[dict[str, Any]]:
    """The rows as fields of entries; `on` is the day a missing `since` means. Raises BadRows with every error."""
    rows = _rows(content)
    errors: list[RowError] = []
    found = [_row(number, row, on, errors) for number, row in enumerate(rows, 2)]
    if errors:
        raise BadRows(tuple(errors[:200]))
    return found


def person_of(*, family: str, given: str, born: PartialDate | None, nationality: str, document: str) -> Person:
    """A person as a form or a row states one."""
    name = Name(family=family.strip(), given=given.strip(), latin_family=passport_form(family.strip()),
                latin_given=passport_form(given.strip()))
    papers = (IdentityDocument(kind="passport", number=document.strip()),) if document.strip() else ()
    return Person(names=(name,) if name.family or name.given else (), birth_dates=(born,) if born else (),
                  nationalities=(CountryCode(nationality),) if nationality else (), documents=papers)


def _rows(content: bytes) -> list[dict[str, str]]:
    if len(content) > LARGEST_BYTES:
        raise BadRows((RowError(1, "file", f"larger than {LARGEST_BYTES // 1024} kB; send it in parts"),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadRows((RowError(1, "file", "not in UTF-8; save it as CSV UTF-8"),)) from None
    if "\0" in text:
        raise BadRows((RowError(1, "file", "holds a NUL character; save it as CSV UTF-8"),))
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="more", restval="")
    header = [name.strip() for name in reader.fieldnames or ()]
    wrong = [name for name in header if name not in COLUMNS] + [name for name in sorted(REQUIRED) if name not in header]
    if wrong or len(set(header)) != len(header):
        said = f"the first row names the columns: {', '.join(COLUMNS)}; look at {', '.join(wrong) or 'a column twice'}"
        raise BadRows((RowError(1, "header", said),))
    reader.fieldnames = header
    rows = [row for row in reader if any(str(value).strip() for value in row.values())]
    if not rows:
        raise BadRows((RowError(2, "file", "no row under the header"),))
    if len(rows) > MOST_ROWS:
        raise BadRows((RowError(MOST_ROWS + 2, "file", f"at most {MOST_ROWS} rows; send it in parts"),))
    return rows


def _row(number: int, row: dict[str, str], on: date, errors: list[RowError]) -> dict[str, Any]:
    said = {name: str(row.get(name, "") or "").strip() for name in COLUMNS}

    def wrong(column: str, told: str) -> None:
        errors.append(RowError(number, column, told))

    if "more" in row:
        wrong("row", "more values than columns; is a comma missing its quotes?")
    for column, text in said.items():
        if (control := control_in(text[:2_000], one_line=True)) is not None:
            wrong(column, f"holds {control}, which cannot be seen; type it anew")
    for column in sorted(REQUIRED):
        if not said[column]:
            wrong(column, "missing")
    born = _born(said["born"], wrong)
    if not said["born"] and not said["document"]:
        wrong("born", "a birth date or a passport number is needed")
    status = STATUSES.get(said["status"])
    if said["status"] and status is None:
        wrong("status", f"found {said['status'][:40]!r}; expected one of {', '.join(STATUSES)}")
    since, until = _day("since", said["since"], wrong) or on, _day("until", said["until"], wrong)
    if until is not None and until < since:
        wrong("until", "lies before since")
    against = tuple(CountryCode(code) for code in _listed(said["against"]))
    _require_countries("against", (*against, *_listed(said["nationality"])), wrong)
    return {"person": person_of(family=said["family"], given=said["given"], born=born,
                                nationality=(_listed(said["nationality"]) or [""])[0], document=said["document"]),
            "status": status, "against": against, "uses": _uses(said["uses"], wrong), "since": since, "until": until,
            "evidence": said["evidence"], "directed": _yes_or_no(said["directed"], wrong)}


def _listed(text: str) -> list[str]:
    return [part.strip().upper() for part in text.split(";") if part.strip()]


def _require_countries(column: str, codes: tuple[str, ...], wrong: Any) -> None:
    for code in codes:
        if not _COUNTRY.fullmatch(code):
            wrong(column, f"found {code[:20]!r}; expected a country code of two letters")


def _born(text: str, wrong: Any) -> PartialDate | None:
    if not text:
        return None
    try:
        return partial_date(text)
    except ValueError:
        wrong("born", f"found {text[:40]!r}; expected for example {EXAMPLES}")
        return None


def _day(column: str, text: str, wrong: Any) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        wrong(column, f"found {text[:40]!r}; expected a day, written 2026-05-17")
        return None


def _uses(text: str, wrong: Any) -> frozenset[ProtectionUse]:
    if not text:
        return frozenset(ProtectionUse)
    said = [part.strip() for part in text.split(";") if part.strip()]
    for part in said:
        if part not in set(ProtectionUse):
            wrong("uses", f"found {part[:40]!r}; expected block, warn_host or both")
    return frozenset(ProtectionUse(part) for part in said if part in set(ProtectionUse))


def _yes_or_no(text: str, wrong: Any) -> bool:
    if text.lower() in ("", "no"):
        return False
    if text.lower() != "yes":
        wrong("directed", f"found {text[:40]!r}; expected yes or no")
    return True
