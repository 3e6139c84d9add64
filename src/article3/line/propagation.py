"""Who may see how far a removal has come, and what of it."""

from __future__ import annotations

from article3.exchange.propagation import Propagation, of, unsigned

__all__ = ["Propagation", "of", "unsigned"]
