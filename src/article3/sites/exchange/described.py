"""The doors between installations in the published description; `docs/exchange/README.md` is the whole protocol."""

from __future__ import annotations

from article3.line.transport import CONTENT_TYPE, DOORS
from article3.sites.page.operation import Operation, Said

_SAYS = {
    "take": "A bureau's messages", "hand_out": "A bureau's pull", "bring": "A part of a paper a bureau brings",
    "fetch": "A part of a paper a bureau fetches", "host": "A bureau's page of what its own country attests",
    "head": "A witness asks for the newest head of the journal",
    "cosign": "A witness brings its word", "letters": "The letter-box of the Commission",
}  # fmt: skip
_BYTES = {"type": "string", "contentMediaType": CONTENT_TYPE, "description": "Signed bytes; see the protocol."}


def _door(name: str, path: str) -> Operation:
    said = {200: Said(says="Signed bytes.", schema=_BYTES, media_type=CONTENT_TYPE)}
    return Operation(id=f"exchange_{name}", method="POST", path=path, tag="exchange", summary=_SAYS[name],
                     answers=said, body=_BYTES, body_type=CONTENT_TYPE, security="signature",
                     problems=(400, 403, 404, 405, 409, 413, 415, 422))  # fmt: skip


DESCRIBED: tuple[Operation, ...] = tuple(
    _door(name, path) for name, path in (DOORS | {"letters": "/exchange/v1/letters"}).items()
)
