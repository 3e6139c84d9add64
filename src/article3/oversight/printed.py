"""The yearly report as a page and as the source of a printed document; nothing in it changes from run to run."""

from __future__ import annotations

from html import escape

from article3.oversight.report import Report, chart_of, number, standing, trace, word
from article3.oversight.tables import Told

_CSS = """body{font:16px/1.5 "Noto Sans","DejaVu Sans",Arial,sans-serif;color:#1b2430;max-width:52rem;margin:2rem auto;
padding:0 1rem}h1{font-size:1.9rem}h2{font-size:1.25rem;margin-top:2.5rem;border-top:1px solid #c9d1da;padding-top:1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{padding:.35rem .6rem;border-bottom:1px solid #c9d1da;
text-align:right}th:first-child{text-align:left}thead th{vertical-align:bottom}svg{max-width:100%;height:auto}
.way{font-size:.8rem;color:#44505e;overflow-wrap:anywhere}.way code{font-size:.78rem}@media print{h2{break-after:avoid}
table,svg{break-inside:avoid}}"""
HOW = (
    "Every number is counted from entries of the journal, which only grows. Below each table stand the query it comes "
    "from and, for each number, a short digest of the entries behind it. The same command on a copy of the journal "
    "gives this document again, byte for byte. What the Commission decides and how long it takes stands in its own "
    "report, from its own journal."
)



def as_html(report: Report) -> str:
    """One page, complete in itself."""
    title = f"Report to the legislature, {report.year}"
    return (f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{_CSS}</style></head>\n'
            f'<body><h1>{title}</h1>\n<p>{escape(HOW)}</p>\n<p class="way">{escape(standing(report))}</p>\n'
            f'{"".join(_section(told) for told in report.figures)}</body></html>\n')


def _section(told: Told) -> str:
    figure = told.figure
    rows = "".join(f'<tr><th scope="row">{escape(word(row.label))}</th>'
                   + "".join(f"<td>{number(cell.value)}</td>" for cell in row.cells) + "</tr>\n" for row in told.rows)
    heads = "".join(f'<th scope="col">{escape(word(column))}</th>' for column in figure.columns)
    table = (f'<table><thead><tr><th scope="col">{escape(figure.unit)}</th>{heads}</tr></thead>\n<tbody>{rows}</tbody>'
             f"</table>") if told.rows else "<p>Nothing in this year.</p>"  # fmt: skip
    return (f'<section id="{figure.id}"><h2>{figure.id} {escape(figure.title)}</h2>\n'
            f"<p>{escape(figure.definition)}</p>\n"
            f'{chart_of(told)}{table}\n<p class="way">Query: <code>{escape(figure.query)}</code><br>'
            f"Entries: {escape(_traces(told))}</p></section>\n")  # fmt: skip


def _traces(told: Told) -> str:
    return "; ".join(f"{word(row.label)} " + " ".join(trace(cell) for cell in row.cells) for row in told.rows) or "none"


def as_typst(report: Report) -> tuple[str, dict[str, bytes]]:
    """The printed document's source, and its pictures by file name."""
    pictures = {f"{told.figure.id}.svg": chart_of(told).encode() for told in report.figures if chart_of(told)}
    head = (f'#set document(title: "Report {report.year}", date: none)\n#set page(paper: "a4", margin: 22mm, '
            f'numbering: "1 / 1")\n#set text(size: 10pt, lang: "en")\n#set par(justify: false)\n'
            f"= Report to the legislature, {report.year}\n\n{_typed(HOW)}\n\n"
            f"#text(size: 8pt, {_quoted(standing(report))})\n")
    return head + "".join(_printed(told, pictures) for told in report.figures), pictures


def _printed(told: Told, pictures: dict[str, bytes]) -> str:
    figure = told.figure
    lines = [f"\n== {figure.id} {_typed(figure.title)}\n\n{_typed(figure.definition)}\n"]
    if f"{figure.id}.svg" in pictures:
        lines.append(f'#image("{figure.id}.svg", width: 100%, alt: {_quoted(figure.title)})\n')
    if told.rows:
        heads = ", ".join(f"strong({_quoted(word(column))})" for column in (figure.unit, *figure.columns))
        lines_of = [[word(row.label), *(number(cell.value) for cell in row.cells)] for row in told.rows]
        body = "\n".join("  " + ", ".join(map(_quoted, line)) + "," for line in lines_of)
        columns = f"(1fr, {'auto, ' * len(figure.columns)})"
        lines.append(f"#table(columns: {columns}, align: (x, y) => if x == 0 {{ left }} else {{ right }}, stroke: "
                     f"(x: none, top: none, bottom: 0.5pt + gray), table.header({heads}),\n{body}\n)\n")  # fmt: skip
    else:
        lines.append("Nothing in this year.\n")
    way = _quoted(f"Query: {figure.query}. Entries: {_traces(told)}")
    lines.append(f"#text(size: 7pt, fill: luma(80), {way})\n")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _typed(text: str) -> str:
    return f"#text({_quoted(text)})"
