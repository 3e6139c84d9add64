"""A process of many bureaus for `bench recall`: says their public keys, hears the Secretariat's, goes on the line."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime, timedelta


def main(address: str, codes: list[str]) -> None:
    """Rounds for every bureau in turn, until the process is ended."""
    os.environ["ARTICLE3_SEAT"] = "bureau:XX"  # copies are filed here, as in a bureau's own installation
    from article3.commands.serve import prepare

    prepare()
    from article3.line import bureau, enrolment, transport
    from article3.line.problems import NoLine

    print(json.dumps({f"bureau:{code}": enrolment.own_public(f"bureau:{code}") for code in codes}), flush=True)
    secretariat = sys.stdin.readline().strip()
    enrolment.enrol(enrolment.SECRETARIAT, secretariat, since=datetime.now(UTC) - timedelta(days=1))
    carrier = transport.Http(address)
    while True:
        for code in codes:
            try:
                bureau.deliver(code, carrier)
            except NoLine as broken:
                print(broken, file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
