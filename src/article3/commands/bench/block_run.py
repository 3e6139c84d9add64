"""The process of `bench block`: seats, keys and items as in `bench recall`, then one block after another."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from article3.commands.bench import recall_run
from article3.commands.bench.processes import Installation, answers, free_port, until

PATIENCE_S = recall_run.PATIENCE_S


def main(bureaus: int, processes: int, runs: int, folder: Path) -> dict[str, Any]:
    """Everything measured; every process is ended."""
    from article3.commands.serve import prepare

    prepare()
    codes = [f"{number % 10}{chr(65 + number // 10)}" for number in range(bureaus)]
    address = f"http://127.0.0.1:{free_port()}"
    with ExitStack() as stack:
        shares = [codes[start::processes] for start in range(processes)]
        clients = [stack.enter_context(Installation(folder / f"bureaus-{n}", "article3.commands.bench.recall_bureaus",
                                                [address, *share])) for n, share in enumerate(shares)]  # fmt: skip
        recall_run._seat_everybody(codes, [json.loads(client.line()) for client in clients])
        home = Path(os.environ["ARTICLE3_HOME"])
        port = address.rpartition(":")[2]
        stack.enter_context(Installation(home, "article3.project.cli", ["serve", "--port", port]))
        until(lambda: answers(address), PATIENCE_S)
        for client in clients:
            client.tell(recall_run._own_public())
        return {"bureaus": bureaus, "processes": processes, "runs": runs, **_measured(codes, runs)}


def _measured(codes: list[str], runs: int) -> dict[str, Any]:
    items = [recall_run._send(codes)[0] for _ in range(runs)]
    until(lambda: all(_everywhere(item, codes) for item in items), PATIENCE_S)
    block, acts, found = _chamber(items), [], []
    for item in items:
        began = time.monotonic()
        block(item)
        acts.append(time.monotonic() - began)
        until(lambda item=item: _everywhere(item, codes), PATIENCE_S)
        found.append(time.monotonic() - began)
    return {"median_s": round(statistics.median(found), 2), "worst_s": round(max(found), 2),
            "act_median_s": round(statistics.median(acts), 3)}  # fmt: skip


def _everywhere(item: str, codes: list[str]) -> bool:
    """Every bureau has taken in the newest word on the item."""
    from article3.line import propagation

    found = propagation.of(item)
    return found is not None and found.taken_in == len(codes)


def _chamber(items: list[str]) -> Any:
    """A request about all items, admissible and assigned; what orders a block on one of them."""
    from article3.commission import office, wiring
    from article3.commission.acts.assign_members import AssignMembers
    from article3.commission.acts.identify_data import IdentifyData
    from article3.commission.acts.order_block import OrderBlock
    from article3.commission.acts.rule_on_admissibility import RuleOnAdmissibility
    from article3.commission.lifecycle.application import Application, PersonConcerned, Wish
    from article3.commission.lifecycle.request import Papers
    from article3.terms.communication import Reference
    from article3.terms.facts_commission import SentBy, UrgencyGround, WorkingLanguage

    wing = office.furnish()
    office.connect()
    said = Application(wish=Wish.URGENT_BLOCK, language=WorkingLanguage.ENGLISH, sent_by=SentBy.PERSON, purpose="Block",
                       person=PersonConcerned(family_name="Veldran", nationality="QS"))  # fmt: skip
    code = wiring.submit(said, ())
    request = wiring.own_request(code)
    assert request is not None
    reference, member = request.reference, wing.members[0]
    papers = Papers(identity_document=True, document_unredacted=True, document_shows_name_birth_photo=True, signed=True,
                    purpose_stated=True)  # fmt: skip
    found = tuple(wiring.identified(wing.desk, reference, Reference(item)) for item in items)
    free = [seated for seated, _ in wiring.free_members(request)]
    for order in (RuleOnAdmissibility(reference=reference, papers=papers, admissible=True),
                  IdentifyData(reference=reference, found=found),
                  AssignMembers(reference=reference, rapporteur=free[0], members=tuple(free[:5]))):
        wiring.perform(order, sitting=wing.desk)

    def block(item: str) -> None:
        wiring.perform(OrderBlock(reference=reference, file=Reference(item), id=wiring.new_id(), because="Held.",
                                  urgency=UrgencyGround.DETENTION), sitting=member)  # fmt: skip

    return block


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))))
