"""The machine readable zone of passports, cards and visas: ICAO Doc 9303 parts 3 to 7, read with its check digits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.intake.countries import NO_NATIONALITY, country_of, passport_code_known
from article3.terms.communication import CountryCode, ProtectionSign, Sex
from article3.terms.dates import PartialDate, partial_date

Span = tuple[int, int, int]
"""Line, first place, place after the last: all from 0."""
_WEIGHTS = (7, 3, 1)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_VALUES = {"<": 0} | {mark: value for value, mark in enumerate("0123456789" + _LETTERS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the fields of one format stand; each check digit follows the field it checks."""

    title: str
    lines: int
    width: int
    names: Span
    number: Span
    nationality: Span
    birth: Span
    sex: Span
    expiry: Span
    optional: tuple[Span, ...]
    optional_checked: bool = False
    composite: tuple[Span, ...] = ()
    composite_digit: Span | None = None


def _two_lines(title: str, width: int, optional: Span, composite: tuple[Span, ...], checked: bool = False) -> Layout:
    return Layout(
        title=title, lines=2, width=width, names=(0, 5, width), number=(1, 0, 9), nationality=(1, 10, 13),
        birth=(1, 13, 19), sex=(1, 20, 21), expiry=(1, 21, 27), optional=(optional,), optional_checked=checked,
        composite=composite, composite_digit=(1, width - 1, width) if composite else None,
    )  # fmt: skip


LAYOUTS: dict[str, Layout] = {
    "TD3": _two_lines("passport", 44, (1, 28, 42), ((1, 0, 10), (1, 13, 20), (1, 21, 43)), True),
    "TD2": _two_lines("card of two lines", 36, (1, 28, 35), ((1, 0, 10), (1, 13, 20), (1, 21, 35))),
    "MRVA": _two_lines("visa of 44 columns", 44, (1, 28, 44), ()),
    "MRVB": _two_lines("visa of 36 columns", 36, (1, 28, 36), ()),
    "TD1": Layout(
        title="card of three lines", lines=3, width=30, names=(2, 0, 30), number=(0, 5, 14), nationality=(1, 15, 18),
        birth=(1, 0, 6), sex=(1, 7, 8), expiry=(1, 8, 14), optional=((0, 15, 30), (1, 18, 29)),
        composite=((0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)), composite_digit=(1, 29, 30),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mrz:
    """What a machine readable zone says. Names are in the passport's Latin form, parts parted by spaces.

    `birth_dates` holds each century the two digits may mean; `cut` is True when the names may be truncated.
    """

    format: str
    document_code: str
    issuer: str
    number: str
    nationality: str
    birth_dates: tuple[PartialDate, ...]
    sex: Sex
    expiry: PartialDate | None
    family: str
    given: str
    cut: bool
    optional: tuple[str, ...]

    @property
    def issuing_country(self) -> CountryCode | None:
        """The issuer as a country; None for organisations."""
        return country_of(self.issuer)

    @property
    def country(self) -> CountryCode | None:
        """The holder's nationality; None for stateless persons, refugees and specimens."""
        return country_of(self.nationality)

    @property
    def protection(self) -> ProtectionSign | None:
        """What the codes XXA, XXB, XXC say: the holder is stateless or protected as a refugee."""
        return _sign(self.nationality, self.issuer)


class MrzUnreadable(ValueError):
    """The zone does not hold together; `faults` are sentences, all of them."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def _sign(*codes: str) -> ProtectionSign | None:
    return next((ProtectionSign(NO_NATIONALITY[code]) for code in codes if code in NO_NATIONALITY), None)


def protection_of(zone: str) -> ProtectionSign | None:
    """The sign of protection of a zone that was read before: a look at its two codes."""
    lines = zone.split("\n")
    return _sign(_at(lines, LAYOUTS[_format(lines)].nationality), lines[0][2:5])


def check_digit(text: str) -> str:
    """ICAO 9303-3 section 4.9: weights 7 3 1, A is 10 to Z is 35, `<` is 0, modulo 10."""
    return str(sum(_VALUES[mark] * _WEIGHTS[at % 3] for at, mark in enumerate(text)) % 10)


def read_mrz(text: str) -> Mrz:
    """Read a zone written as lines. Raises MrzUnreadable with every fault: shape, check digits, dates, codes."""
    lines = [line.strip() for line in text.strip().splitlines()]
    form = _format(lines)
    layout = LAYOUTS[form]
    number, checked = _number(lines, layout)
    read = _fields(lines, layout)
    faults = [*_digit_faults(lines, layout, checked), *_date_faults(read), *_code_faults(lines, read)]
    if faults:
        raise MrzUnreadable(tuple(faults))
    family, _, given = read["names"].rstrip("<").partition("<<")
    expiry = _expiry(read["expiry"])
    return Mrz(
        format=form, document_code=lines[0][:2].rstrip("<"), issuer=lines[0][2:5].rstrip("<"), number=number,
        nationality=read["nationality"].rstrip("<"), birth_dates=_births(read["birth"], expiry), expiry=expiry,
        sex={"M": Sex.MALE, "F": Sex.FEMALE}.get(read["sex"], Sex.UNKNOWN), family=_words(family),
        given=_words(given), cut=read["names"][-1] != "<",
        optional=tuple(part for span in layout.optional if (part := _at(lines, span).rstrip("<"))),
    )  # fmt: skip


def _format(lines: list[str]) -> str:
    size = (len(lines), {len(line) for line in lines})
    sizes = {(3, 30): ("TD1", "TD1"), (2, 36): ("TD2", "MRVB"), (2, 44): ("TD3", "MRVA")}
    pair = next((pair for (count, width), pair in sizes.items() if size == (count, {width})), None)
    if pair is None:
        widths = ", ".join(str(len(line)) for line in lines)
        raise MrzUnreadable((f"lines of {widths} characters; a passport has 2 of 44, a card 3 of 30 or 2 of 36",))
    strange = sorted({mark for line in lines for mark in line if mark not in _VALUES})
    if strange:
        signs = " ".join(map(repr, strange[:5]))
        raise MrzUnreadable((f"the signs {signs}; only A to Z, 0 to 9 and < may stand there",))
    return pair[1] if lines[0].startswith("V") else pair[0]


def _at(lines: list[str], span: Span) -> str:
    line, start, stop = span
    return lines[line][start:stop]


def _fields(lines: list[str], layout: Layout) -> dict[str, str]:
    return {name: _at(lines, getattr(layout, name)) for name in ("names", "nationality", "birth", "sex", "expiry")}


def _after(lines: list[str], span: Span) -> str:
    return lines[span[0]][span[2]]


def _number(lines: list[str], layout: Layout) -> tuple[str, tuple[str, str]]:
    """The document number, and what its check digit covers with that digit; a long one runs on (9303-5, 9303-6).

    States differ in whether the filler between the two parts counts for the check digit: either is accepted.
    """
    number, digit = _at(lines, layout.number), _after(lines, layout.number)
    rest = _at(lines, layout.optional[0]).partition("<")[0]
    if digit == "<" and len(rest) > 1 and layout.composite and not layout.optional_checked:
        covered = number + rest[:-1]
        return covered, (covered if check_digit(covered) == rest[-1] else number + "<" + rest[:-1], rest[-1])
    return number.rstrip("<"), (number, digit)


def _digit_faults(lines: list[str], layout: Layout, number: tuple[str, str]) -> list[str]:
    """Each check digit that does not agree; that of the whole zone only when all others do, since it covers them."""
    checks = [("document number", *number)]
    checks += [(title, _at(lines, span), _after(lines, span))
               for title, span in (("date of birth", layout.birth), ("date of expiry", layout.expiry))]
    if layout.optional_checked:
        personal = layout.optional[0]
        checks.append(("personal number", _at(lines, personal), _after(lines, personal)))
    faults = [fault for check in checks if (fault := _digit_fault(*check))]
    if layout.composite_digit and not faults:
        whole = "".join(_at(lines, span) for span in layout.composite)
        faults = [_digit_fault("whole zone", whole, _at(lines, layout.composite_digit))]
    return [fault for fault in faults if fault]


def _digit_fault(title: str, text: str, given: str) -> str:
    """A sentence when the digit is another; an empty field may have a filler for its digit."""
    right = check_digit(text)
    if given == right or (given == "<" and not text.strip("<")):
        return ""
    return f"the check digit of the {title} is {given}, computed {right}"


def _date_faults(read: dict[str, str]) -> list[str]:
    titles = {"birth": "date of birth", "expiry": "date of expiry"}
    return [f"the {title} {read[name]} is no date" for name, title in titles.items() if not _is_date(read[name])]


def _is_date(six: str) -> bool:
    """True for a day of this century (its leap years hold every day of the last one's), or parts left open."""
    year, month, day = six[:2], six[2:4], six[4:]
    if not all(part == "<<" or part.isdigit() for part in (year, month, day)):
        return False
    if month == "<<" or day == "<<":
        return (month == "<<" or 1 <= int(month) <= 12) and (day == "<<" or 1 <= int(day) <= 31)
    try:
        date(2000 if year == "<<" else 2000 + int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _code_faults(lines: list[str], read: dict[str, str]) -> list[str]:
    faults = [f"the {title} {code} is no passport code" for title, code in
              (("issuer", lines[0][2:5].rstrip("<")), ("nationality", read["nationality"].rstrip("<")))
              if not passport_code_known(code)]
    if read["sex"] not in "MFX<":
        faults.append(f"the sex {read['sex']} is none of M, F, X, <")
    if not read["names"].strip("<") or any(mark.isdigit() for mark in read["names"]):
        faults.append("the names hold no letter, or a digit")
    return faults


def _expiry(six: str) -> PartialDate | None:
    return None if six.startswith("<<") else _dated("20" if int(six[:2]) < 80 else "19", six)


def _births(six: str, expiry: PartialDate | None) -> tuple[PartialDate, ...]:
    """Both centuries, but none in which the holder would be born after the document's end."""
    if six.startswith("<<"):
        return ()
    found = (_dated("19", six), _dated("20", six))
    return tuple(each for each in found if each and (expiry is None or each.earliest <= expiry.latest))


def _dated(century: str, six: str) -> PartialDate | None:
    year, month, day = century + six[:2], six[2:4], six[4:]
    month, day = ("XX", "XX") if month == "<<" else (month, "XX" if day == "<<" else day)
    try:
        return partial_date(year if month == "XX" else f"{year}-{month}-{day}")
    except ValueError:
        return None


def _words(names: str) -> str:
    return " ".join(names.replace("<", " ").split())
