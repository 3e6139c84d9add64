"""Builds the invented world: the office, some two hundred communications, and what people made of them."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from datetime import datetime

from article3 import wiring
from article3.commands.demo import accountability, at_home, knowledge, listed, post, press, under_seal, witnesses
from article3.commands.demo.office import Office, furnish
from article3.commands.demo.papers import papers
from article3.commands.demo.story import begin

SEED = 3


def build(now: datetime, seed: int = SEED, *, seat_bureaus: bool = True) -> Office:
    """Fill an empty register; the same seed and day give the same world, but for officers' ids.

    Without `seat_bureaus` every bureau has an installation of its own, which pulls what happened.
    """
    office = furnish()
    post.connect(seat_bureaus=seat_bureaus)
    chance = random.Random(seed)
    sent = papers(seed, now.date())
    for number, paper in enumerate(sent, 1):
        begin(chance, paper, office, now).play()
        if sys.stderr.isatty() and number % 10 == 0:
            print(f"\r{number} of {len(sent)} communications", end="", file=sys.stderr, flush=True)
    wiring.do_what_falls_due(at=now)
    accountability.give_account(office, now, seed)
    knowledge.play(office, now)
    press.play(office, now)
    office = replace(office, also=(*office.also, *under_seal.play(office, now), *at_home.play(office, now)))
    listed.play(office, now)
    wiring.give_out(now)
    post.go_round(now)
    witnesses.play(now)
    return office
