"""The one command, `article3`: each subcommand is a module in `commands`, imported only when it is asked for."""

from __future__ import annotations

import argparse
import importlib
import sys

from article3.project.log_lines import fault
from article3.terms.finding import Refused

COMMANDS: dict[str, str] = {
    "demo": "build an invented world and serve it on this machine",
    "check": "apply the rulebook to requests and say what is not met, what must be asked, what is met",
    "rules": "every row of the rulebook: computed, asked, advisory or not for software, with the reason",
    "evaluate": "score the rulebook, the offence classifier or the name comparison on labelled rows",
    "screen": "a name, or the names in a text, against a list: candidates with their reasons",
    "report": "the statistics and the report to the legislature of a year, from the journal",
    "bench": "run our benchmarks",
    "simulate": "the exchange under faults, N seeds; a draft of rules against the files on record",
    "serve": "serve a seat of this installation",
    "officers": "enrol officers, give mandates, suspend",
    "research": "search the public sources for a case, or read a page, feed, web archive or PDF for it",
    "un-list": "take the Security Council's list in: its difference, two signatures, carried out",
    "due": "do what the calendar brings today: ends, silences, questions about retention",
    "deliver": "one round on the line: send what is owed to the Secretariat, pull what waits",
    "propagation": "who holds an item, who owes its removal and since when",
    "keys": "whose key is whose on the line: shown, enrolled, ended",
    "journal": "the journal's heads: make this hour's, its witnesses, an export for others to verify",
    "verify": "is an export of the journal the one that was signed and witnessed? If not, where not?",
    "erase": "destroy the keys of what is to be erased, and every trace in this installation",
    "backup": "copy this installation's data to a file, while it is written to",
    "restore": "put a backup into an empty home; it starts only if it reaches the witnessed head",
    "replay": "what a seat saw of a file, or would have seen, at an instant",
    "provenance": "where the decisions on a file come from, as W3C PROV",
    "openapi": "the description of every programming interface, OpenAPI 3.1",
    "status-letter": "verify the signed code of a traveller's status letter, off-line",
    "metrics": "how the installation stands, in numbers that name nobody, for a monitoring system",
    "docs": "write the documentation as a site of plain files, its reference made from the program",
    "doctor": "look over this installation and say what is wrong",
}
"""Name of each subcommand and its line in the menu; the module is `article3.commands.<name>`."""


def main(arguments: list[str] | None = None) -> int:
    """Run one subcommand. Exit codes: 0 fine, 1 something not met or not found, 2 wrong use, 3 refused.

    What breaks is told in one line and code 2, never with the words of a fault, which may hold a name and would stay in
    the system's log; `python -X dev -m article3.project.cli ...` shows a developer where.
    """
    if not __debug__:
        print("article3 needs its assertions on (no python -O): they guard against our own bugs.", file=sys.stderr)
        return 2
    words = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="article3", description=__doc__.splitlines()[0])
    menu = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, line in COMMANDS.items():
        sub = menu.add_parser(name, help=line, description=line.capitalize() + ".")
        if words[:1] == [name]:
            _module(name).add_arguments(sub)
    chosen = parser.parse_args(words)
    try:
        return int(_module(chosen.command).run(chosen))
    except Refused as refused:
        cited = f" [{refused.citation}]" if refused.citation else ""
        print(f"Refused: {refused.because}{cited}", file=sys.stderr)
        return 3
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as trouble:
        if sys.flags.dev_mode:
            raise
        print(f"article3 {chosen.command}: {in_words(trouble)}", file=sys.stderr)
        return 2


def in_words(trouble: Exception) -> str:
    """What broke and what to do, without the words of a fault that may hold somebody's name."""
    kind, said = type(trouble).__name__, str(trouble).lower()
    if type(trouble).__module__.startswith("django.db") and kind in ("OperationalError", "ProgrammingError"):
        why = next((why for sign, why in DATABASE if any(part in said for part in sign)), "could not be used")
        return f"the database {why}. `article3 doctor` says what is wrong and how to mend it."
    if isinstance(trouble, OSError) and trouble.strerror:
        return f"{trouble.filename or kind}: {trouble.strerror}."
    if isinstance(trouble, ModuleNotFoundError):
        return f"{trouble}. Run `./start` in the checkout: it installs what is missing."
    return f"a fault of ours: {fault(type(trouble), trouble.__traceback__)}. Nothing of it was kept half done."


DATABASE = (
    (("no such table", "no such column", "does not exist"), "has not the tables of this version: `article3 serve` "
     "makes them and brings them up to date"),
    (("connection", "connect"), "does not answer"),
    (("readonly", "read-only", "unable to open", "permission"), "cannot be written here by this user"),
    (("full", "space"), "found no room on the disk"),
    (("locked",), "is held by another program; try again in a minute"),
    (("malformed", "not a database", "corrupt"), "is damaged: stop, keep the disk, and restore the last backup"),
)  # fmt: skip
"""Signs in what a database says of itself, and what they mean."""


def _module(name: str):  # type: ignore[no-untyped-def]
    return importlib.import_module(f"article3.commands.{name.replace('-', '_')}")


if __name__ == "__main__":
    raise SystemExit(main())
