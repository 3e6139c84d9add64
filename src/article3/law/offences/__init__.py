"""What a charge is about: kinds and matters, found by the phrases of penal law in seven languages.

The public entry is `classify`. The words are data (`languages/*.toml`), the rest is a small matcher; see
`docs/offence-kinds.md`.
"""

from article3.law.offences.classifier import classify

__all__ = ["classify"]
