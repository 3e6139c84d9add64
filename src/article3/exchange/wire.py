"""What the payloads look like on the line, and back: strict both ways, nothing unknown, nothing left out.

Canonical content has no booleans and no nulls: yes is 1, no is 0, and what is not there is left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any

from article3.exchange.canonical import Content, to_bytes
from article3.terms.communication import BureauCode
from article3.terms.delivery import (
    Copy,
    CopyAnswer,
    Lane,
    Numbered,
    PassedOn,
    Receipt,
    RemoveOrder,
    Sent,
    TakenByHand,
    ToBureau,
    ToSecretariat,
)

MOST_MESSAGES = 50
LARGEST_BYTES = 1024 * 1024
"""Of one request or answer. What is larger is refused before it is looked at."""
_BUREAU = re.compile(r"[A-Z0-9]{2}")
_ITEM = re.compile(r"[0-9a-f]{32}")
_ORDER = re.compile(r"[a-z0-9-]{1,64}")
_OF_OFFICERS = ("act", "key")
"""What an installation tells of its officers' acts and of its own new key: no sending, it has no recipients."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Malformed(ValueError):
    """The content is signed and canonical and yet not in the form of the protocol; it has no effect."""


def digest_of(content: Content) -> str:
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(to_bytes(content)).hexdigest()


# --- to the Secretariat


def report(number: int, payload: ToSecretariat, text: dict[str, Content] | None) -> dict[str, Content]:
    """One numbered message of a bureau; `text` is the communication that goes with a sending."""
    content: dict[str, Content] = {"number": number}
    match payload:
        case Sent(item=item, digest=digest, recipients=recipients):
            assert text is not None and digest == digest_of(text), "a sending goes with its text"
            content |= {"what": "sent", "item": item, "digest": digest, "text": text}
            if what := next((one for one in _OF_OFFICERS if one in text), ""):
                content["what"] = what
            else:
                content["recipients"] = list(recipients)
        case PassedOn(item=item, version=version, to=to):
            content |= {"what": "passed_on", "item": item, "version": version, "to": to}
        case TakenByHand(item=item, version=version, giver=giver):
            content |= {"what": "taken_by_hand", "item": item, "version": version, "giver": giver}
        case Receipt(order=order, item=item, answer=answer, done=done):
            content |= {"what": "receipt", "item": item, "order": order, "answer": answer.value, "done": done}
    return content


def read_report(content: Content) -> tuple[Numbered, dict[str, Content]]:
    """The message and its text (empty where none belongs); raises Malformed."""
    fields = _object(content)
    read = _READ_REPORT.get(str(fields.get("what")))
    if read is None:
        raise Malformed("the kind of message is not known")
    names, make = read
    _exactly(fields, {"number", "what", "item"} | names)
    text = fields.get("text", {})
    return Numbered(Lane.ORDINARY, whole(fields, "number", least=1), make(fields)), _object(text)


def _sent(fields: Mapping[str, Any]) -> Sent:
    recipients = fields["recipients"]
    if not isinstance(recipients, list):
        raise Malformed("recipients is not a list")
    text = _object(fields["text"])
    if word(fields, "digest", _DIGEST) != digest_of(dict(text)):
        raise Malformed("the digest is not of this text")
    codes = tuple(_bureau({"recipient": code}, "recipient") for code in recipients)
    return Sent(word(fields, "item", _ITEM), fields["digest"], codes)


def _of_officers(fields: Mapping[str, Any]) -> Sent:
    return _sent({**fields, "recipients": []})


def _receipt(fields: Mapping[str, Any]) -> Receipt:
    answer, done = fields["answer"], fields["done"]
    if answer not in set(CopyAnswer) or not isinstance(done, str) or len(done) > 4000:
        raise Malformed("answer or done is not in its form")
    return Receipt(word(fields, "order", _ORDER), word(fields, "item", _ITEM), CopyAnswer(answer), done)


_READ_REPORT: dict[str, tuple[set[str], Callable[[Mapping[str, Any]], ToSecretariat]]] = {
    "sent": ({"digest", "recipients", "text"}, _sent),
    **{what: ({"digest", "text"}, _of_officers) for what in _OF_OFFICERS},
    "passed_on": ({"version", "to"}, lambda f: PassedOn(
        word(f, "item", _ITEM), whole(f, "version", least=1), _bureau(f, "to"))),
    "taken_by_hand": ({"version", "giver"}, lambda f: TakenByHand(
        word(f, "item", _ITEM), whole(f, "version"), _bureau(f, "giver"))),
    "receipt": ({"order", "answer", "done"}, _receipt),
}  # fmt: skip


# --- to a bureau


def handed(message: Numbered) -> dict[str, Content]:
    """One message of a mailbox."""
    content: dict[str, Content] = {"lane": message.lane.value, "number": message.number}
    match message.payload:
        case RemoveOrder(item=item, order=order):
            content |= {"what": "remove", "item": item, "order": order}
        case Copy() as copy:
            content |= {"what": "copy", "item": copy.item, "version": copy.version, "digest": copy.digest,
                        "reviewed": int(copy.reviewed)}  # fmt: skip
            if copy.lease_until_s is not None:
                content["lease_until_s"] = copy.lease_until_s
    return content


def read_handed(content: Content) -> Numbered:
    """A message as its bureau reads it; raises Malformed."""
    fields = _object(content)
    payload: ToBureau
    if fields.get("what") == "remove":
        _exactly(fields, {"lane", "number", "what", "item", "order"})
        payload = RemoveOrder(word(fields, "item", _ITEM), word(fields, "order", _ORDER))
    elif fields.get("what") == "copy":
        lease = {"lease_until_s"} & set(fields)
        _exactly(fields, {"lane", "number", "what", "item", "version", "digest", "reviewed"} | lease)
        payload = Copy(
            word(fields, "item", _ITEM), whole(fields, "version", least=1), word(fields, "digest", _DIGEST),
            whole(fields, "reviewed", most=1) == 1, whole(fields, "lease_until_s") if lease else None,
        )  # fmt: skip
    else:
        raise Malformed("the kind of message is not known")
    return Numbered(_lane(fields), whole(fields, "number", least=1), payload)


# --- parts


def exact(content: Content, names: set[str]) -> Mapping[str, Any]:
    """An object with exactly these fields; raises Malformed."""
    fields = _object(content)
    _exactly(fields, names)
    return fields


def whole(fields: Mapping[str, Any], name: str, *, least: int = 0, most: int = 2**53 - 1) -> int:
    """An integer field within bounds; raises Malformed."""
    value = fields[name]
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Malformed(f"{name} is not a whole number between {least} and {most}")
    return value


def word(fields: Mapping[str, Any], name: str, form: re.Pattern[str]) -> str:
    """A text field of one form; raises Malformed."""
    value = fields[name]
    if not isinstance(value, str) or not form.fullmatch(value):
        raise Malformed(f"{name} is not in its form")
    return value


def digest(fields: Mapping[str, Any], name: str) -> str:
    """A SHA-256 in hexadecimal; raises Malformed."""
    return word(fields, name, _DIGEST)


def item(fields: Mapping[str, Any]) -> str:
    """The item a request is about; raises Malformed."""
    return word(fields, "item", _ITEM)


def _bureau(fields: Mapping[str, Any], name: str) -> BureauCode:
    return BureauCode(word(fields, name, _BUREAU))


def _lane(fields: Mapping[str, Any]) -> Lane:
    if fields["lane"] not in set(Lane):
        raise Malformed("the lane is not known")
    return Lane(fields["lane"])


def _object(content: Any) -> dict[str, Any]:
    if not isinstance(content, dict):
        raise Malformed("not an object")
    return content


def _exactly(fields: Mapping[str, Any], names: set[str]) -> None:
    if set(fields) != names:
        raise Malformed(f"the fields are not exactly {', '.join(sorted(names))}")
