"""Charts as SVG text: drawn on the server from our own rows, readable without a script and in print."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

LINE_PX, LABEL_PX, WIDTH_PX, VALUE_PX = 22, 200, 640, 60
INK, BAR, RULE = "#1b2430", "#2f5d8a", "#c9d1da"
PARTS = ("#2f5d8a", "#b4532a", "#8fa8bf", "#d9a441", "#5b6470")
_TEXT = f'font-family="Noto Sans, DejaVu Sans, Arial, sans-serif" font-size="12" fill="{INK}"'


def bars(rows: Sequence[tuple[str, float]], title: str) -> str:
    """Horizontal bars from a zero line, each with its label and its number; the picture says the same in words."""
    most = max((value for _, value in rows), default=0) or 1
    room, height = WIDTH_PX - LABEL_PX - VALUE_PX, len(rows) * LINE_PX + 8
    drawn = [_bar(number, label, value, round(room * value / most, 1)) for number, (label, value) in enumerate(rows)]
    said = "; ".join(f"{label}: {number(value)}" for label, value in rows)
    line = f'<line x1="{LABEL_PX}" y1="0" x2="{LABEL_PX}" y2="{height}" stroke="{RULE}"/>'
    return _picture(height, f"{title}. {said}", line + "".join(drawn))


def stacked(rows: Sequence[tuple[str, Sequence[float]]], parts: Sequence[str], title: str) -> str:
    """One bar a row, made of its parts, with a legend; each part has its own grey as well as its colour."""
    most = max((sum(values) for _, values in rows), default=0) or 1
    room, height = WIDTH_PX - LABEL_PX - VALUE_PX, (len(rows) + 1) * LINE_PX + 8
    drawn = "".join(_stack(place, label, values, room / most) for place, (label, values) in enumerate(rows))
    step, top, legend = WIDTH_PX / max(len(parts), 1), len(rows) * LINE_PX + 8, ""
    for place, part in enumerate(parts):
        legend += (f'<rect x="{place * step:.0f}" y="{top}" width="12" height="12" fill="{PARTS[place % len(PARTS)]}"/>'
                   f'<text x="{place * step + 16:.0f}" y="{top + 11}" {_TEXT}>{escape(part)}</text>')
    said = "; ".join(
        f"{label}: " + ", ".join(f"{part} {number(value)}" for part, value in zip(parts, values, strict=True))
        for label, values in rows
    )
    return _picture(height, f"{title}. {said}", drawn + legend)


def number(value: float) -> str:
    """A whole number without its point."""
    return str(int(value)) if value == int(value) else f"{value:.1f}"


def _bar(place: int, label: str, value: float, width: float) -> str:
    top = place * LINE_PX + 4
    return (f'<text x="{LABEL_PX - 8}" y="{top + 13}" text-anchor="end" {_TEXT}>{escape(label)}</text>'
            f'<rect x="{LABEL_PX}" y="{top}" width="{width}" height="{LINE_PX - 6}" fill="{BAR}"/>'
            f'<text x="{LABEL_PX + width + 6}" y="{top + 13}" {_TEXT}>{number(value)}</text>')


def _stack(place: int, label: str, values: Sequence[float], scale: float) -> str:
    top, left, drawn = place * LINE_PX + 4, float(LABEL_PX), ""
    for part, value in enumerate(values):
        if value:
            drawn += (f'<rect x="{left:.1f}" y="{top}" width="{value * scale:.1f}" height="{LINE_PX - 6}" '
                      f'fill="{PARTS[part % len(PARTS)]}"/>')
            left += value * scale
    return (f'<text x="{LABEL_PX - 8}" y="{top + 13}" text-anchor="end" {_TEXT}>{escape(label)}</text>{drawn}'
            f'<text x="{left + 6:.1f}" y="{top + 13}" {_TEXT}>{number(sum(values))}</text>')


def _picture(height: int, said: str, drawn: str) -> str:
    return (f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH_PX} {height}" '
            f'width="{WIDTH_PX}" height="{height}" role="img" aria-label="{escape(said)}" direction="ltr">'
            f"{drawn}</svg>")
