"""Writing a machine readable zone: transliterated names, cut as ICAO Doc 9303 says, and every check digit."""

from __future__ import annotations

from article3.intake.mrz import LAYOUTS, Layout, Span, check_digit
from article3.intake.transliteration import passport_form


def name_field(family: str, given: str, width: int) -> str:
    """Family and given names as the zone writes them, filled or cut to `width`; a cut field ends in a letter.

    Raises ValueError when a name has letters no table of 9303-3 covers: state its Latin spelling instead.
    """
    first, second = passport_form(family), passport_form(given)
    for name, form in ((family, first), (given, second)):
        if name.strip() and not form:
            raise ValueError(f"no Latin form is known for {name!r}")
    joined = f"{first}<<{second}" if second else first
    if len(joined) <= width:
        return joined.ljust(width, "<")
    if second and len(first) > width - 3:
        return _cut(first, width - 3) + "<<" + second[0]
    return _cut(joined, width)


def _cut(names: str, width: int) -> str:
    """The first `width` signs; where that ends in a filler, the part before it gives up its last letter."""
    cut = names[:width]
    while cut.endswith("<"):
        kept = cut.rstrip("<")
        cut = (kept[:-1] + names[len(kept) :])[:width]
    return cut


def write_mrz(
    form: str, *, document_code: str, issuer: str, family: str, given: str, number: str, nationality: str,
    birth: str, sex: str, expiry: str, optional: tuple[str, ...] = (),
) -> str:
    """The lines of a zone in the layout `form` (TD1, TD2, TD3, MRVA, MRVB), parted by line feeds.

    `birth` and `expiry` are YYMMDD, `<<` for an unknown part; `issuer` and `nationality` three-letter codes (`D` for
    Germany). Raises ValueError for a part that does not fit.
    """  # fmt: skip
    layout = LAYOUTS[form]
    lines = [["<"] * layout.width for _ in range(layout.lines)]
    _put(lines, (0, 0, 2), document_code)
    _put(lines, (0, 2, 5), issuer)
    _put(lines, layout.names, name_field(family, given, layout.names[2] - layout.names[1]))
    _put(lines, layout.nationality, nationality)
    _put(lines, layout.sex, sex)
    extra = _put_number(lines, layout, number)
    for span, text in zip(layout.optional, (extra + "".join(optional[:1]), *optional[1:]), strict=False):
        _put(lines, span, text)
    for span, text in ((layout.birth, birth), (layout.expiry, expiry)):
        _put(lines, span, text)
        _put_digit(lines, span)
    if layout.optional_checked:
        _put_digit(lines, layout.optional[0])
    if layout.composite_digit:
        whole = "".join("".join(lines[line][start:stop]) for line, start, stop in layout.composite)
        _put(lines, layout.composite_digit, check_digit(whole))
    return "\n".join("".join(line) for line in lines)


def _put(lines: list[list[str]], span: Span, text: str) -> None:
    line, start, stop = span
    if len(text) > stop - start:
        raise ValueError(f"{text!r} does not fit into {stop - start} places")
    lines[line][start : start + len(text)] = text


def _put_digit(lines: list[list[str]], span: Span) -> None:
    line, start, stop = span
    lines[line][stop] = check_digit("".join(lines[line][start:stop]))


def _put_number(lines: list[list[str]], layout: Layout, number: str) -> str:
    """Write the document number; what does not fit runs on into the optional field of a card (9303-5, 9303-6)."""
    runs_on = bool(layout.composite) and not layout.optional_checked
    if len(number) <= 9 or not runs_on:
        _put(lines, layout.number, number)
        _put_digit(lines, layout.number)
        return ""
    _put(lines, layout.number, number[:9])
    return number[9:] + check_digit(number) + "<"
