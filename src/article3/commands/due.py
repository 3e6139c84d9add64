"""`article3 due`: do what the calendar brings today. Run it once a day; a second time does nothing."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose: the day is today."""


def run(chosen: argparse.Namespace) -> int:
    """Print what happened, one line a kind."""
    from article3.commands.serve import set_up

    set_up()
    from article3 import wiring
    from article3.wiring import chasing, home_clock, listing_room

    done = wiring.do_what_falls_due() | wiring.what_falls_due() | home_clock.do_at_home()
    done |= chasing.chase_removals() | wiring.drop_old_answers() | wiring.drop_old_calls()
    told = wiring.give_out()
    done |= {"SourcesTold": told} if told else {}
    rounds = wiring.enrol_some(rounds=10_000)
    done |= {"StockEnrolled": rounds} if rounds else {}
    entered = listing_room.carry_out_lists()
    done |= {"ListedEntered": entered} if entered else {}
    for event, count in sorted(done.items()):
        print(f"{count:6}  {event}")
    print("Nothing falls due today." if not done else "Done.")
    return 0
