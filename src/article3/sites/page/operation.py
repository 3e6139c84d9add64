"""What one operation of a programming interface is: address, what it takes, what it answers. Addresses, checks of what
is asked and the published description (OpenAPI 3.1) are all made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Schema = Mapping[str, Any] | type | None
"""A JSON Schema, or the record it is made from; None: no content, or bytes of the media type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One value in the address, the query or a header."""

    name: str
    says: str
    where: str = "query"  # query, path, header
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One answer: what it means, its content."""

    says: str
    schema: Schema = None
    media_type: str = "application/json"
    headers: tuple[str, ...] = ()  # names of headers described in `project.openapi`


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method at one address."""

    id: str
    method: str
    path: str  # with {names}
    tag: str
    summary: str
    answers: Mapping[int, Said]
    parameters: tuple[Parameter, ...] = ()
    body: Schema = None
    body_type: str = ""  # media type; empty: no body is taken
    security: str = ""  # key, signature; empty: open to all
    view: Callable[..., Any] | None = None
    problems: tuple[int, ...] = ()
    """Statuses that answer with a problem (RFC 9457) in the caller's language."""
    once: bool = False  # wants an idempotency key
    if_match: bool = False  # wants to know what the caller has read
