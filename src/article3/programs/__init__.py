"""What the programs of a seat are given: a pace, answers kept for repeats, hooks and their calls, calendars."""
