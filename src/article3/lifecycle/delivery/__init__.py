"""Delivery and its undoing: decided as events, applied to books; no clock, no storage, no chance of its own.

`secretariat` decides for the centre, `bureau` for a bureau's own installation. Both read through a small book
protocol and answer with events; the keeper of the books (tables, or plain dicts in the simulator) applies them and
commits them in one transaction *before* anything is acknowledged.
"""
