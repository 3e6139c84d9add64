"""Functions compiled to machine code: kept on disk once compiled, and run without holding the interpreter's lock.

Compiled code is kept for its user and by the content of this room's files, so every copy of the same version on one
machine shares it, and an edit anywhere in the room compiles all anew: a compiled function holds those it calls.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar, cast

from numba import config, njit
from numba.core.caching import UserWideCacheLocator
from numpy import int64

whole = cast(Callable[[Any], int], int64)
"""A number of one kind in compiled code: a function is compiled anew for every kind of number it is given."""
_F = TypeVar("_F", bound=Callable[..., Any])
_ROOM = Path(__file__).parent


@lru_cache(maxsize=1)
def _content() -> str:
    """The digest of every file of the room."""
    digest = blake2b(digest_size=12)
    for path in sorted(_ROOM.glob("*.py")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


class ByContent(UserWideCacheLocator):
    """Where numba looks for compiled functions of this room; it asks the class by name, and the next one when the
    user's cache folder cannot be written."""

    def __init__(self, py_func: Any, py_file: str) -> None:
        super().__init__(py_func, py_file)  # type: ignore[no-untyped-call]
        self._cache_path = str(Path(self._cache_path).parent / f"article3-{_content()}")

    def get_source_stamp(self) -> str:
        """The same whatever the copy and its age."""
        return _content()

    @classmethod
    def from_function(cls, py_func: Any, py_file: str) -> Any:
        """None for a function of another package."""
        if Path(py_file).parent != _ROOM:
            return None
        return super().from_function(py_func, py_file)  # type: ignore[no-untyped-call]


_settings: Any = config
if not _settings.CACHE_LOCATOR_CLASSES and not _settings.CACHE_DIR:
    _settings.CACHE_LOCATOR_CLASSES = (
        f"{__name__}.ByContent,InTreeCacheLocator,UserWideCacheLocator,IPythonCacheLocator,ZipCacheLocator"
    )


def compiled(function: _F) -> _F:
    """The function, compiled at its first call; plain loops over numpy arrays that the caller holds.

    It asks for no memory, so it need not count who holds an array: counting took a third of a comparison and of the
    compiling (`_nrt`). One that makes an array of its own does not compile; see `compiled_making_arrays`.
    """
    return _compiled(function, False)


def inlined(function: _F) -> _F:
    """The same, written into each function that calls it: to hand over a dozen arrays costs as much as to compare two
    words. For what is called in one or two places only."""
    return _compiled(function, False, forceinline=True)


def compiled_making_arrays(function: _F) -> _F:
    """The same for a function that makes arrays of its own."""
    return _compiled(function, True)


def _compiled(function: _F, counting: bool, **options: bool) -> _F:
    build: Any = njit
    return cast(_F, build(nogil=True, cache=True, error_model="numpy", _nrt=counting, **options)(function))
