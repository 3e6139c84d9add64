"""The answer as a lawyer reads it in a minute: not met, to be asked and of whom, then the rest; every line cited."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from rich.cells import cell_len, set_cell_size

STANDING = {"not_compliant": "NOT COMPLIANT as it stands", "open": "OPEN, questions are left", "clear": "CLEAR"}
WHOM = {
    "requester": "To ask the requester", "reviewer": "For the reviewer to answer",
    "other_bureau": "To ask another bureau", "commission": "For the Commission",
}
_WIDEST_CELLS = 110
_NARROWEST_CELLS = 40
_HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"


def as_text(document: dict[str, Any], *, width: int = _WIDEST_CELLS) -> str:
    """One communication: head, what is not met, what must be asked, kinds, order, what would change, what is met."""
    width = min(max(width, _NARROWEST_CELLS), _WIDEST_CELLS)
    parts = [_head(document), _not_met(document), *_asked(document), _advisory(document), _kinds(document),
             _order(document), _change(document), _notes(document), _met(document, width)]
    lines = [line for part in parts for line in part]
    return "\n".join(wrapped for line in lines for wrapped in _wrapped(printable(line), width))


def faults_as_text(fault: dict[str, Any]) -> str:
    """A paper that cannot be read: every problem with field, found, expected, and how to mend it."""
    lines = [f"{fault['where']}: cannot be read; {_count(len(fault['problems']), 'problem')}"]
    lines += [f"  {each['pointer'] or 'the document'} ({each['field']}): found {each['found']}; expected"
              f" {each['expected']}. {each['mend']}" for each in fault["problems"]]
    return "\n".join(map(printable, lines))


def printable(text: str) -> str:
    """The text without anything that could move a cursor, turn the direction or hide itself; shown as escapes."""
    return "".join(_escaped(letter) if unicodedata.category(letter) in _HIDDEN and letter not in _JOINERS else letter
                   for letter in text)


def _escaped(letter: str) -> str:
    return " " if letter in "\n\r\t" else f"<U+{ord(letter):04X}>"


def _head(document: dict[str, Any]) -> Iterator[str]:
    what = " ".join(filter(None, (document["colour"], document["channel"].replace("_", " ")))).replace("_", " ")
    outcomes = [finding["outcome"] for finding in document["findings"]]
    yield f"{document['where']} | {what} | rules of {document['as_of']}"
    if document["source_reference"]:
        yield f"The source's number: {document['source_reference']}"
    for number, charge in enumerate(document["charges"], 1):
        yield f"Charge {number}: {charge}"
    yield (f"{STANDING[document['standing']]}: {outcomes.count('not_met')} not met, "
           f"{_count(len(document['would_change']['settles']), 'question')} to put, {outcomes.count('met')} met.")


def _findings(document: dict[str, Any], outcome: str, *, advisory: bool = False) -> list[dict[str, Any]]:
    return [each for each in document["findings"] if each["outcome"] == outcome and each["advisory"] is advisory]


def _not_met(document: dict[str, Any]) -> Iterator[str]:
    found = _findings(document, "not_met")
    if found:
        yield ""
        yield "Not met"
        yield from (f"  - {each['because']} [{_cited(each)}]" for each in found)


def _asked(document: dict[str, Any]) -> Iterator[Iterable[str]]:
    """One list for each who is asked; a question that lies within others is named under them, not put again."""
    questions = _findings(document, "question")
    put = {each["rule"] for each in document["would_change"]["settles"]}
    covered: dict[str, list[str]] = {}
    for each in questions:
        if each["rule"] not in put:
            covered.setdefault(each["within"][0], []).append(each["rule"])
    for whom, words in WHOM.items():
        mine = [each for each in questions if each["asked"] == whom and each["rule"] in put]
        if mine:
            yield ["", f"{words} ({len(mine)})", *(_question(each, covered.get(each["rule"], [])) for each in mine)]


def _question(finding: dict[str, Any], also: list[str]) -> str:
    settles = f"; settles also {', '.join(also)}" if also else ""
    return f"  ? {finding['because']} [{_cited(finding)}{settles}]"


def _advisory(document: dict[str, Any]) -> Iterator[str]:
    found = _findings(document, "question", advisory=True)
    if found:
        yield ""
        yield "Advisory: asked, and never a ground to refuse"
        yield from (f"  ~ {each['because']} [{_cited(each)}]" for each in found)


def _kinds(document: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield f"Offence kinds: {', '.join(map(_plain, document['offence_kinds'])) or 'no charge is stated'}"
    for each in document["offence_words"]:
        about = ", ".join(dict.fromkeys(map(_plain, [*each["kinds"], *each["matters"]])))
        yield f"  charge {each['charge']}: \"{each['words']}\" -> {about} ({each['because']})"


def _order(document: dict[str, Any]) -> Iterator[str]:
    order = document["review_order"]
    rules = {each["because"]: each["rule"] for each in order["concerns"]}
    yield ""
    yield f"Review order: look by {order['look_by']} ({_plain(order['band'])}); an order, not a verdict"
    yield from (f"  - {reason}{f' [{rules[reason]}]' if reason in rules else ''}" for reason in order["reasons"])


def _change(document: dict[str, Any]) -> Iterator[str]:
    change, to_put = document["would_change"], len(document["would_change"]["settles"])
    yield ""
    yield "What would change the outcome"
    yield from _lifts(change, {each["rule"]: _cited(each) for each in document["findings"]})
    if document["standing"] == "open":
        yield (f"  {_count(to_put, 'answer')} to the questions above, all \"met\", leave nothing open;"
               " any single one \"not met\" makes it not compliant.")
    elif document["standing"] == "clear":
        yield "  Nothing is open."
    elif to_put:
        yield f"  Lifted, {_count(to_put, 'question')} would still be to put."


def _lifts(change: dict[str, Any], cited: dict[str, str]) -> Iterator[str]:
    if change["fixed"]:
        yield f"  No small change of facts lifts {'; '.join(cited[rule] for rule in change['fixed'])}."
    for each in change["by_rule"]:
        yield f"  {cited[each['rule']]} would be lifted by"
        for levers in each["lifts"]:
            yield "    - " + "; and ".join(
                f"{lever['plain']}: {lever['would_be']} (now: {lever['now']})" for lever in levers)
    if change["lifts"] and len(change["by_rule"]) > 1:
        yield f"  All of them at once: {_count(len(change['lifts'][0]), 'fact')} would have to be otherwise."


def _notes(document: dict[str, Any]) -> Iterator[str]:
    if document["notes"]:
        yield ""
        yield "Worth a look"
        yield from (f"  - {note['text']} ({note['pointer'] or 'the document'})" for note in document["notes"])


def _met(document: dict[str, Any], width: int) -> Iterator[str]:
    found = [each for each in document["findings"] if each["outcome"] == "met"]
    yield ""
    yield f"Met ({len(found)})"
    yield from (f"  + {_one_line(each['because'], width - len(_cited(each)) - 8)} [{_cited(each)}]" for each in found)


def _one_line(text: str, cells: int) -> str:
    return text if cell_len(text) <= cells else set_cell_size(text, max(cells - 3, 20)).rstrip() + "..."


def _cited(finding: dict[str, Any]) -> str:
    """The citation, and the rule's id where it says more than the citation does."""
    said_twice = finding["citation"].startswith("RPD ") and finding["rule"].startswith("RPD-")
    return finding["citation"] if said_twice else f"{finding['rule']}: {finding['citation']}"


def _plain(word: str) -> str:
    return word.replace("_", " ")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _wrapped(line: str, width: int) -> Iterator[str]:
    """The line broken at spaces to fit, by the cells wide letters take, with what follows set in."""
    indent = " " * (len(line) - len(line.lstrip()))
    current, used = "", 0
    for word in line.split():
        size = cell_len(word)
        if current and len(indent) + used + 1 + size > width:
            yield indent + current
            indent, current, used = " " * (len(line) - len(line.lstrip()) + 4), word, size
        else:
            current, used = (f"{current} {word}", used + 1 + size) if current else (word, size)
    yield indent + current if current else ""
