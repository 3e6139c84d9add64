"""Information given in confidence: for its giver, for the reviewer of a file it is about, for the custodian."""

from __future__ import annotations

from datetime import datetime

from article3.access.why import Why
from article3.acts.learn_fact import LearnFact
from article3.acts.ports import NotFound
from article3.sealed.words import Desk, Doubt, Given, LogLine, UnderSeal
from article3.terms.communication import Person, Reference
from article3.terms.knowledge import Use, Value
from article3.terms.sealed import Feedback, GiverKind, Opens, SealedId
from article3.terms.sitting import Sitting
from article3.wiring.performing import new_reference, perform, reader
from article3.wiring.protection import carry_out_protection
from article3.wiring.sealed_files import ask
from article3.wiring.witnessing import unkept_pledges

__all__ = ["answer_opening", "ask_to_open", "change_information", "custodian_desk", "doubt", "drop_information",
           "give_information", "given", "given_one", "hand_over_origin", "judge", "release_fact", "sealed_faults",
           "sealed_log", "tell_giver", "under_seal", "withdraw_information"]


# --- the giver: an officer of a bureau, or whoever has the code

def give_information(sitting: Sitting, person: Person, text: str, use: Use, at: datetime | None = None) -> SealedId:
    """A bureau gives information in confidence."""
    id = ask("give", SealedId, sitting, at, person=person, text=text, use=use)
    carry_out_protection(at)
    return id


def drop_information(person: Person, text: str, use: Use, *, kind: GiverKind, says_it_is: str,
                     at: datetime | None = None) -> str:
    """An agency, a UN body or a rights group gives information; the code is told once and kept nowhere."""
    return ask("drop", str, None, at, person=person, text=text, use=use, kind=kind, says_it_is=says_it_is)


def given(sitting: Sitting) -> list[Given]:
    """What this bureau gave."""
    return ask("given", list[Given], sitting)


def given_one(sitting: Sitting | None, *, id: SealedId | None = None, code: str = "", at: datetime | None = None
              ) -> Given:
    """One piece for its giver. Raises NotFound for a wrong code as for a wrong handle."""
    return ask("piece", Given, sitting, at, id=id, code=code)


def change_information(sitting: Sitting | None, text: str, use: Use, *, id: SealedId | None = None, code: str = ""
                       ) -> Given:
    """The giver changes it."""
    return ask("change", Given, sitting, text=text, use=use, id=id, code=code)


def withdraw_information(sitting: Sitting | None, *, id: SealedId | None = None, code: str = "") -> Given:
    """The giver takes it back."""
    return ask("withdraw", Given, sitting, id=id, code=code)


def answer_opening(sitting: Sitting | None, opening: SealedId, *, granted: bool, because: str,
                   id: SealedId | None = None, code: str = "") -> Given:
    """The giver grants or refuses a request to open."""
    return ask("answer", Given, sitting, opening=opening, granted=granted, because=because, id=id, code=code)


# --- the reviewer of a file

def under_seal(sitting: Sitting, reference: Reference) -> UnderSeal:
    """What the reviewer of a file may know of what is under seal about it. Raises NotFound."""
    _require_assigned(sitting, reference)
    return ask("about", UnderSeal, sitting, reference=reference)


def ask_to_open(sitting: Sitting, reference: Reference, id: SealedId, opens: Opens, because: str) -> SealedId:
    """The reviewer asks for content or origin, with a reason."""
    _require_assigned(sitting, reference)
    return ask("ask_to_open", SealedId, sitting, reference=reference, id=id, opens=opens, because=because)


def tell_giver(sitting: Sitting, reference: Reference, id: SealedId, feedback: Feedback, at: datetime | None = None
               ) -> None:
    """The reviewer says what became of it; its giver reads it at a later beat."""
    _require_assigned(sitting, reference)
    ask("tell", SealedId, sitting, at, reference=reference, id=id, feedback=feedback)


def release_fact(sitting: Sitting, reference: Reference, id: SealedId, kind: str, value: Value,
                 at: datetime | None = None) -> None:
    """The reviewer draws a fact from the content into the file: its origin stays hidden, its use as its giver said."""
    _require_assigned(sitting, reference)
    use = ask("released", Use, sitting, at, reference=reference, id=id)
    perform(LearnFact(fact=new_reference(), kind=kind, value=value, source="", reference=reference,
                      uses=frozenset({Use.ORIGIN_HIDDEN, use})), sitting=sitting, at=at)  # fmt: skip


# --- the custodian

def custodian_desk(sitting: Sitting) -> Desk:
    """Everything that waits for the custodian."""
    return ask("desk", Desk, sitting)


def hand_over_origin(sitting: Sitting, id: SealedId, opening: SealedId, *, granted: bool, because: str) -> None:
    """The custodian hands an origin over, or refuses."""
    ask("hand_over", SealedId, sitting, id=id, opening=opening, granted=granted, because=because)


def doubt(sitting: Sitting, reference: Reference, id: SealedId) -> Doubt:
    """One question to the named officer."""
    return ask("doubt", Doubt, sitting, reference=reference, id=id)


def judge(sitting: Sitting, reference: Reference, id: SealedId, *, yes: bool, because: str, at: datetime | None = None
          ) -> None:
    """The named officer's word; it takes effect before this returns."""
    ask("judge", Reference, sitting, at, reference=reference, id=id, yes=yes, because=because)
    carry_out_protection(at)


def sealed_log(sitting: Sitting, after: int = 0) -> list[LogLine]:
    """Who asked what of the sealed files."""
    return ask("log", list[LogLine], sitting, after=after)


def sealed_faults(sitting: Sitting) -> list[str]:
    """What is wrong with that log: in itself, and against what the witnessed heads of the last month say of it."""
    return [*ask("faults", list[str], sitting), *unkept_pledges(sitting)]


def _require_assigned(sitting: Sitting, reference: Reference) -> None:
    """The file is read for this reviewer first: what they may not read, they may not ask about."""
    page = reader(sitting, Why.EXAMINATION).case(reference)
    if page.readings["D8"] != "full":
        raise NotFound


