"""`article3 journal`: make this hour's head, look after its witnesses, write an export that others can verify."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    deeds.add_parser("beat", help="make this hour's head and show it to the witnesses seated here (run it every hour)")
    deeds.add_parser("heads", help="the latest heads, and who saw them")
    deeds.add_parser("head", help="the newest head with its signatures, to keep and to compare")
    export = deeds.add_parser("export", help="entries, heads and keys, for `article3 verify`")
    export.add_argument("folder", type=Path, help="a folder that is not there yet, or is empty")
    seat = deeds.add_parser("seat", help="seat a witness in this installation: commission, bureau-xa")
    seat.add_argument("name")
    enrol = deeds.add_parser("enrol", help="let the word of a witness elsewhere count, by the key it read out")
    enrol.add_argument("name")
    enrol.add_argument("key", help="in the form name+id+key")
    own = deeds.add_parser("key", help="the key of this installation's own witness, to be read out for enrolment")
    own.add_argument("name")
    watched = deeds.add_parser("watch", help="in a bureau's own installation: witness the journal with this key")
    watched.add_argument("key", help="the journal's key, as the Secretariat's `article3 journal keys` says it")
    deeds.add_parser("keys", help="the journal's key and those of its witnesses, to be read out and compared")
    memory = deeds.add_parser("memory", help="the last head a witness of this installation remembers")
    memory.add_argument("name")
    ended = deeds.add_parser("end", help="a witness's word counts no more")
    ended.add_argument("name")


def run(chosen: argparse.Namespace) -> int:
    """0 done; 1 for `beat` when this hour's head was there already or no quorum has seen the newest one."""
    from article3.commands.serve import prepare

    prepare()
    return _DEEDS[chosen.deed](chosen)


def _beat(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    made = wiring.beat()
    print("A head was made." if made else "This hour's head was there already.")
    _heads(chosen)
    newest = wiring.heads_shown(most=1)
    return 0 if newest and newest[0].valid else 1


def _heads(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    for head in wiring.heads_shown(most=10):
        seen = ", ".join(word.name for word in head.words) or "nobody"
        print(f"{head.at:%Y-%m-%d %H:%M}  {head.size:>10}  {head.root[:16]}  seen by {seen}"
              f"{'' if head.valid else '  NOT ENOUGH WITNESSES'}")  # fmt: skip
    return 0


def _head(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    print(wiring.head_note() or "There is no head yet.", end="")
    return 0


def _export(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    count = wiring.export_journal(chosen.folder)
    print(f"{count} entries written to {chosen.folder}. Verify: article3 verify {chosen.folder}")
    return 0


def _seat(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    print(wiring.seat_witness(chosen.name))
    return 0


def _enrol(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    wiring.enrol_witness(chosen.name, chosen.key)
    print(f"{chosen.name} is a witness from now on.")
    return 0


def _key(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    print(wiring.witness_key(chosen.name))
    return 0


def _watch(chosen: argparse.Namespace) -> int:
    from article3.line import witnessing

    witnessing.watch(chosen.key)
    print("From the next round on, this installation witnesses that journal; `journal key` says with which key.")
    return 0


def _keys(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    print("\n".join(wiring.public_keys()))
    return 0


def _memory(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    print("\n\n".join(wiring.remembered(chosen.name)) or "It has seen no head yet.", end="")
    return 0


def _end(chosen: argparse.Namespace) -> int:
    from article3 import wiring

    wiring.end_witness(chosen.name)
    print(f"{chosen.name} is a witness no more.")
    return 0


_DEEDS = {"beat": _beat, "heads": _heads, "head": _head, "export": _export, "seat": _seat, "enrol": _enrol,
          "key": _key, "keys": _keys, "watch": _watch, "memory": _memory, "end": _end}  # fmt: skip
