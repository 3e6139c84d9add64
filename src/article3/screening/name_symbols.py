"""Name symbols: numbers under which Wikidata files a given or family name in every script, as packaged by rigour.

Loading the catalogue takes several seconds and some 400 MB: it is worth that where an index is built or a comparison
measured, and is left out where one query is asked. It needs a compiler to install (PyICU), so it is not required:
without it (`CATALOGUE` is False) no token has a symbol.
"""

from __future__ import annotations

from functools import lru_cache

try:
    from rigour.names import analyze_names
    from rigour.names.tag import NameTypeTag

    CATALOGUE = True
except ImportError:
    CATALOGUE = False

from article3.screening.vocabulary import SYMBOLS


@lru_cache(maxsize=65_536)
def name_symbols(text: str) -> tuple[int, ...]:
    """Up to six numbers, upwards; empty for a token the catalogue does not know."""
    found: set[int] = set()
    if not CATALOGUE:
        return ()
    for name in analyze_names(NameTypeTag.PER, [text], phonetics=False, numerics=False, rewrite=False,
                              consolidate=False):
        for span in name.spans:
            found.update(_number(str(span.symbol)))
    return tuple(sorted(found)[:SYMBOLS])


def _number(symbol: str) -> list[int]:
    digits = symbol.removeprefix("[NAME:Q").removesuffix("]")
    return [int(digits)] if digits.isdigit() and int(digits) < 2**31 else []
