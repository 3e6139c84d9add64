"""A letter as one accessible page, complete in itself: it can be saved, read aloud and printed without a line."""

from __future__ import annotations

import base64

from django.utils.html import escape, format_html_join

from article3.commission.letters.letter import Sheet

STYLE = """body{font:1.0625rem/1.6 "Noto Sans","Noto Naskh Arabic",Arial,sans-serif;color:#17212b;background:#fff;
max-width:40rem;margin:1.5rem auto;padding:0 1rem}header p{margin:0;color:#33404b}h1{font-size:1.5rem;line-height:1.3}
h2{font-size:1.1rem}dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .8rem}dt{color:#33404b}dd{margin:0}
table{border-collapse:collapse;width:100%}th,td{padding:.35rem .5rem;border-bottom:1px solid #6c7780;text-align:start}
blockquote{margin:0;padding-inline-start:1rem;border-inline-start:4px solid #6c7780;white-space:pre-line}
pre{font:1rem/1.5 monospace;direction:ltr;text-align:start;white-space:pre-wrap}footer{margin-top:2rem;color:#33404b}
img{width:14rem;max-width:100%}"""


def as_html(sheet: Sheet) -> str:
    """The page."""
    direction = "rtl" if sheet.rtl else "ltr"
    return (f'<!doctype html>\n<html lang="{sheet.language}" dir="{direction}"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(sheet.title)}</title>'
            f"<style>{STYLE}</style></head>\n<body><header><p>{escape(sheet.head)}</p></header>\n"
            f"<main><h1>{escape(sheet.title)}</h1>\n{_stamps(sheet)}{_paragraphs(sheet.before)}{_list(sheet)}"
            f"{_quote(sheet)}{_table(sheet)}{_paragraphs(sheet.after)}</main>\n"
            f"<footer><p>{escape(sheet.signed)}</p></footer></body></html>\n")


def _stamps(sheet: Sheet) -> str:
    return "<dl>" + format_html_join("", "<dt>{}</dt><dd><bdi>{}</bdi></dd>", sheet.stamps) + "</dl>\n"


def _paragraphs(lines: tuple[str, ...]) -> str:
    return format_html_join("", "<p>{}</p>\n", ((line,) for line in lines))


def _list(sheet: Sheet) -> str:
    if not sheet.list_title:
        return ""
    lines = format_html_join("", "<li>{}</li>", ((line,) for line in sheet.listed))
    return f"<h2>{escape(sheet.list_title)}</h2><ul>{lines}</ul>\n"


def _quote(sheet: Sheet) -> str:
    if not sheet.quote_title:
        return ""
    tag = "pre" if sheet.is_code else "blockquote"
    shown = base64.b64encode(sheet.picture).decode()
    picture = f'<p><img alt="{escape(sheet.quote_title)}" src="data:image/svg+xml;base64,{shown}"></p>' \
        if sheet.picture else ""
    return f'<h2>{escape(sheet.quote_title)}</h2>{picture}<{tag} dir="auto">{escape(sheet.quoted)}</{tag}>\n'


def _table(sheet: Sheet) -> str:
    if not sheet.rows:
        return ""
    heads = format_html_join("", '<th scope="col">{}</th>', ((column,) for column in sheet.columns))
    rows = "".join("<tr>" + format_html_join("", "<td>{}</td>", ((cell,) for cell in row)) + "</tr>"
                   for row in sheet.rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>\n"
