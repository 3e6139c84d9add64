"""The line between installations: what the Secretariat takes and hands out, what a bureau sends, pulls and keeps.

`centre` answers signed requests, `bureau` makes them; both know only bytes of each other. `transport` carries the
bytes: over HTTP, or from hand to hand when one installation seats everybody.
"""
