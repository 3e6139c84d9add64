"""What fields must be to one another: read when each is fine by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from article3.intake.attachments import set_problems
from article3.intake.problems import Problems, add
from article3.terms.communication import Channel, JudicialPaper, Person

Found = dict[str, Any]


def sense_problems(found: Found, problems: Problems) -> None:
    """Add what does not fit together; a check is left out where a field it reads is already at fault."""
    faulty = {problem.pointer.split("/")[1] for problem in problems if problem.pointer}
    for reads, check in _CHECKS:
        if not faulty.intersection(reads):
            check(found, problems)


def _instrument(found: Found, problems: Problems) -> None:
    """A notice request has a colour, a diffusion an aim, a message a text, an entry a document; none has what belongs
    to another."""
    channel = found["channel"]
    for owner, name in ((Channel.NOTICE_REQUEST, "colour"), (Channel.DIFFUSION, "aim")):
        if channel is owner and name not in found:
            add(problems, f"/{name}", "missing", found="nothing", expected=f"the {name} of a {_plain(owner)}",
                mend=f"Add the {name}.")
        if channel is not owner and name in found:
            add(problems, f"/{name}", "not_of_this_channel", found=f"the {name} {found[name]} in a {_plain(channel)}",
                expected=f"a {name} only in a {_plain(owner)}", mend=f"Delete the {name}, or change the channel.")
    if channel is Channel.MESSAGE and not found.get("text"):
        add(problems, "/text", "missing", found="nothing", expected="the text of a message", mend="Add the text.")
    if channel is Channel.DOCUMENT_ENTRY and not (found.get("person") and found["person"].documents):
        add(problems, "/person", "missing", found="nothing", expected="a person with the document that is reported",
            mend="Add the person with the document's kind and number.")


def _plain(channel: Channel) -> str:
    return channel.value.replace("_", " ")


def _audience(found: Found, problems: Problems) -> None:
    """Nobody is named both to receive and to be kept out."""
    for place, bureau in enumerate(found.get("denied", ())):
        if bureau in found.get("recipients", ()):
            add(problems, f"/denied/{place}", "contradiction", found=f"{bureau}, which is also among the recipients",
                expected="a bureau in one of the two lists", mend="Delete it from one of them.")


def _copies(found: Found, problems: Problems) -> None:
    """A paper's copy is one of the attachments."""
    names = {each.name for each in found.get("attachments", ())}
    papers: tuple[JudicialPaper, ...] = found.get("papers", ())
    for place, paper in enumerate(papers):
        if paper.copy and paper.copy not in names:
            add(problems, f"/papers/{place}/copy", "no_such_attachment", found=repr(paper.copy),
                expected="the name of one of the attachments", mend="Attach the copy, or leave this field out.")


def _spans(found: Found, problems: Problems) -> None:
    """Nothing ends before it begins."""
    for place, paper in enumerate(found.get("papers", ())):
        if paper.date and paper.valid_until and paper.valid_until.latest < paper.date.earliest:
            _ends_early(f"/papers/{place}/valid_until", paper.valid_until.text, paper.date.text, problems)


def _role_spans(found: Found, problems: Problems) -> None:
    person: Person | None = found.get("person")
    for place, role in enumerate(person.roles if person else ()):
        if role.since and role.until and role.until.latest < role.since.earliest:
            _ends_early(f"/person/roles/{place}/until", role.until.text, role.since.text, problems)


def _ends_early(at: str, end: str, start: str, problems: Problems) -> None:
    add(problems, at, "ends_before_it_begins", found=f"{end}, before {start}", expected="an end after the beginning",
        mend="Check both dates.")


def _sentences(found: Found, problems: Problems) -> None:
    """Nobody has more of a sentence left than was imposed."""
    for place, charge in enumerate(found.get("charges", ())):
        imposed, left = charge.sentence_months, charge.remaining_months
        if imposed is not None and left is not None and left > imposed:
            add(problems, f"/charges/{place}/remaining_months", "more_than_imposed", mend="Check both numbers.",
                found=f"{left} months of {imposed}", expected="at most the sentence imposed")


def _named(found: Found, problems: Problems) -> None:
    """A name holds at least one letter."""
    person: Person | None = found.get("person")
    for place, name in enumerate(person.names if person else ()):
        if not any(map(str.isalpha, name.family + name.given)):
            add(problems, f"/person/names/{place}", "no_name", found=repr(f"{name.family} {name.given}".strip()),
                expected="a family name or given name with at least one letter",
                mend="Leave the name out when it is not known.")


def _files(found: Found, problems: Problems) -> None:
    problems.extend(set_problems(found.get("attachments", ())))


_CHECKS: tuple[tuple[frozenset[str], Callable[[Found, Problems], None]], ...] = (
    (frozenset({"channel", "colour", "aim", "text", "person"}), _instrument),
    (frozenset({"denied", "recipients"}), _audience),
    (frozenset({"papers", "attachments"}), _copies),
    (frozenset({"papers"}), _spans),
    (frozenset({"person"}), _role_spans),
    (frozenset({"person"}), _named),
    (frozenset({"charges"}), _sentences),
    (frozenset({"attachments"}), _files),
)
