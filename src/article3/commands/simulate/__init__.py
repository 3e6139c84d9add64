"""`article3 simulate`: the exchange under faults, for N seeds; a draft of rules against the files on record."""

from __future__ import annotations

import argparse

from article3.commands.simulate import delivery, policy

KINDS = {"delivery": delivery, "policy": policy}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand for each thing that can be simulated."""
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="WHAT")
    for name, module in KINDS.items():
        module.add_arguments(kinds.add_parser(name, help=module.__doc__.splitlines()[0]))


def run(chosen: argparse.Namespace) -> int:
    """Run one simulation; exit code 1 when a promise was broken."""
    return KINDS[chosen.kind].run(chosen)
