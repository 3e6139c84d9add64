"""`docs/rulebook.md`, written from the code so that it cannot tell another story."""

from __future__ import annotations

from itertools import groupby

from article3.commands.rules.listing import days, summary
from article3.law.accounting import Account, Status, accounts
from article3.law.index import rows

HEAD = """# The rulebook

Every row of the rulebook index and what becomes of it. **Computed**: a function decides from facts, and asks where a
fact is missing. **Asked**: one precise question to a person, whatever the facts. **Advisory**: the row is marked
unsure, so it may ask and never refuses. **Not for software**: nothing a program could decide or ask, with the reason.

Written from the code; do not edit. To write it anew: `article3 rules --format markdown > docs/rulebook.md`.
One rule in full, with what it reads, asks and measures by: `article3 rules RPD-50-1`.
To try the rules on a subject: `article3 rules --facts retention`, then `article3 rules --apply retention FACTS.json`.

"""


def written() -> str:
    """The whole page."""
    sections = [_section(name, tuple(group)) for name, group in
                groupby(accounts(), key=lambda account: rows()[account.rule].instrument)]
    return f"{HEAD}{summary()}\n\n" + "\n".join(sections)


def _section(instrument: str, group: tuple[Account, ...]) -> str:
    lines = [f"## {instrument}", "", "| rule | article | status | in force | the rule, the question, or the reason |",
             "| --- | --- | --- | --- | --- |"]
    return "\n".join([*lines, *(_line(account) for account in group), ""])


def _line(account: Account) -> str:
    status = account.status.replace("_", " ")
    shown = status if account.status is Status.COMPUTED else f"**{status}**"
    cells = (account.rule, rows()[account.rule].article, shown, days(account).replace("..", " to "), account.reason)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
