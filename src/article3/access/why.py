"""The reasons for which files are read: one closed list, written to the journal with every reading.

A free text would put names into a record that never forgets.
"""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """Why a sitting reads."""

    CHOOSING_WORK = "choosing_work"  # the desk looks at what waits
    EXAMINATION = "examination"  # a reviewer works on a file
    SECOND_REVIEW = "second_review"  # a reviewer decides on a colleague's proposal
    SUPERVISION = "supervision"  # a lead looks after the desk's work
    OWN_ITEM = "own_item"  # a bureau looks after what it sent
    CONSULTED = "consulted"  # a bureau answers what it was asked
    INCOMING = "incoming"  # a bureau takes in what reached it
    POLICE_CHECK = "police_check"  # a bureau checks a person it has before it
    PROTECTION = "protection"  # a duty officer reads what a hit restricted
    REDRESS = "redress"  # the Commission works on a request, or checks files of its own accord
    OVERSIGHT = "oversight"  # oversight looks at how the rules are kept
    DELIVERY = "delivery"  # the post is drawn up
