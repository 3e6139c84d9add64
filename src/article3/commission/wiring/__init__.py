"""The wing's joint: transactions on its own database, its door to the Organization's files, its letter-box."""

from __future__ import annotations

from article3.commission.register.shelf import Changed, NotFound
from article3.commission.wiring.front_desk import code_known, new_code, own_request, submit

__all__ = ["Changed", "NotFound", "code_known", "new_code", "own_request", "submit"]
