"""The delivery core in a simulated world of bureaus, loss, repetition, disorder, crashes and absence."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any

from article3.commands.simulate.checks import broken
from article3.commands.simulate.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One seed: what was broken, how many messages had their effect, the hash of the final state."""

    seed: int
    broken: tuple[str, ...]
    deliveries: int
    digest: str


def play(seed: int, bureaus: int, messages: int) -> Played:
    """Play one seed from start to quiet; an assertion or crash in the core counts as broken."""
    try:
        world = World(seed, bureaus_n=bureaus, messages_n=messages)
        world.run()
    except Exception as error:  # a planted or real fault may break anything: it is the finding
        return Played(seed=seed, broken=(f"{type(error).__name__}: {error}",), deliveries=0, digest="")
    return Played(seed=seed, broken=tuple(broken(world)), deliveries=world.truth.deliveries, digest=world.digest())


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Seeds, size, and the output's form."""
    parser.add_argument("--seeds", type=int, default=20, help="how many seeds to play")
    parser.add_argument(
        "--first-seed", type=int, default=1, help="the first of them; a failing seed replays with --seeds 1"
    )
    parser.add_argument("--bureaus", type=int, default=196)
    parser.add_argument("--messages", type=int, default=300, help="messages owed to each bureau, on average")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(chosen: argparse.Namespace) -> int:
    """Play the seeds on all workers; 0 when every promise was kept in every one, else 1."""
    if min(chosen.seeds, chosen.bureaus, chosen.messages, chosen.workers) < 1 or chosen.bureaus < 2:
        print("--seeds, --messages and --workers are at least 1, --bureaus at least 2", file=sys.stderr)
        return 2
    began = time.monotonic()
    played = list(_progress(_play_all(chosen), chosen.seeds))
    failed = [one for one in played if one.broken]
    minutes = (time.monotonic() - began) / 60
    answer: dict[str, Any] = {
        "seeds": len(played),
        "failed": len(failed),
        "deliveries": sum(one.deliveries for one in played),
        "first_failure": asdict(failed[0]) if failed else None,
        "seeds_per_minute": round(len(played) / minutes, 1),
        "summary": _summary(chosen, played, failed),
    }
    print(json.dumps(answer, indent=2) if chosen.format == "json" else _text(answer))
    return 1 if failed else 0


def _play_all(chosen: argparse.Namespace) -> Iterator[Played]:
    seeds = range(chosen.first_seed, chosen.first_seed + chosen.seeds)
    if chosen.workers == 1:
        yield from (play(seed, chosen.bureaus, chosen.messages) for seed in seeds)
        return
    with ProcessPoolExecutor(chosen.workers) as pool:
        yield from pool.map(play, seeds, [chosen.bureaus] * chosen.seeds, [chosen.messages] * chosen.seeds)


def _progress(played: Iterator[Played], seeds: int) -> Iterator[Played]:
    for number, one in enumerate(played, 1):
        if sys.stderr.isatty():
            print(f"\rseed {number} of {seeds}", end="", file=sys.stderr, flush=True)
        yield one


def _summary(chosen: argparse.Namespace, played: list[Played], failed: list[Played]) -> str:
    size = f"{chosen.bureaus} bureaus, {chosen.messages} messages each"
    if failed:
        return (
            f"{len(failed)} of {len(played)} seeds broke a promise ({size}); replay the first with "
            f"article3 simulate delivery --seeds 1 --first-seed {failed[0].seed}"
        )
    return (
        f"all {len(played)} seeds kept every promise ({size}); hash of seed {played[0].seed}: {played[0].digest[:16]}"
    )


def _text(answer: dict[str, Any]) -> str:
    first = answer["first_failure"]
    return "\n".join(
        [
            answer["summary"],
            f"{answer['deliveries']:,} messages had their effect; {answer['seeds_per_minute']} seeds a minute",
            *([f"  {line}" for line in first["broken"][:10]] if first else []),
        ]
    )
