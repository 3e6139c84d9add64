"""Country codes: ISO 3166-1, its user-assigned codes for invented countries, and the codes only passports use.

`countries.tsv` comes from the public-domain data set "country-codes". ICAO Doc 9303-3 section 5 adds the rest.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from string import ascii_uppercase

from article3.terms.communication import CountryCode


def _listed() -> tuple[tuple[str, str, str], ...]:
    text = (files("article3.intake") / "countries.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return tuple((row["code"], row["letters3"], row["name"]) for row in rows)


def _invented() -> tuple[str, ...]:
    """The codes ISO 3166-1 leaves to users, but XK, which is in real use."""
    middle = [f"Q{letter}" for letter in "MNOPQRSTUVWXYZ"] + [f"X{letter}" for letter in ascii_uppercase]
    return ("AA", *(code for code in middle if code != "XK"), "ZZ")


_LISTED = _listed()
INVENTED = _invented()
"""User-assigned codes: never a real country. In a passport they are written with Z as third letter: XA is XAZ."""
NAMES = {code: name for code, _, name in _LISTED} | {code: f"invented country {code}" for code in INVENTED}
"""Name of every code we know, in the order of the codes."""
CODES = frozenset(NAMES)
BY_LETTERS3 = {letters: code for code, letters, _ in _LISTED} | {f"{code}Z": code for code in INVENTED}
"""Two-letter code of a three-letter one."""
LETTERS3 = {code: letters for letters, code in BY_LETTERS3.items()}

_PASSPORT_ONLY = {"D": "DE", "GBD": "GB", "GBN": "GB", "GBO": "GB", "GBP": "GB", "GBS": "GB", "UNK": "XK", "XKX": "XK"}
ORGANISATIONS = frozenset({
    "EUE", "UNO", "UNA", "XAF", "XBA", "XCC", "XCE", "XCO", "XCT", "XDC", "XEC", "XES", "XIM", "XMP", "XOM", "XPO",
    "XSI",
})  # fmt: skip
"""Passport issuers that are no country: the United Nations, the European Union, INTERPOL, the Order of Malta, ..."""
NO_NATIONALITY = {"XXA": "stateless", "XXB": "refugee", "XXC": "other_refugee", "XXX": "unspecified"}
"""Passport codes that say the holder has no nationality of the issuer: signs of protection (9303-3 section 5)."""
SPECIMEN = "UTO"
_OFTEN_MEANT = {"UK": "GB", "EL": "GR", "KOSOVO": "XK", "ENGLAND": "GB", "USA": "US", "RUSSIA": "RU"}
_BY_NAME = {name.casefold(): code for code, name in NAMES.items()}


def country_of(letters: str) -> CountryCode | None:
    """The country of a passport's code (`D` is Germany); None for organisations, specimens and no nationality."""
    code = _PASSPORT_ONLY.get(letters) or BY_LETTERS3.get(letters)
    return CountryCode(code) if code else None


def passport_code_known(letters: str) -> bool:
    """True for every issuer or nationality code a passport may carry."""
    return country_of(letters) is not None or letters in ORGANISATIONS | NO_NATIONALITY.keys() | {SPECIMEN}


def meant(text: str) -> str | None:
    """The code somebody probably meant by a lower-case code, a three-letter code or a name; None when unclear."""
    upper = text.strip().upper()
    if upper in CODES:
        return upper
    return _OFTEN_MEANT.get(upper) or BY_LETTERS3.get(upper) or _BY_NAME.get(text.strip().casefold())
