"""Functions compiled to machine code: kept on disk once compiled, and run without holding the interpreter's lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

_F = TypeVar("_F", bound=Callable[..., Any])


def compiled(function: _F) -> _F:
    """The function, compiled at its first call; plain loops over numpy arrays only."""
    return cast(_F, njit(nogil=True, cache=True, error_model="numpy")(function))
