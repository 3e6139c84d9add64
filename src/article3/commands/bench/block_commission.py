"""The Commission's process of `bench block`: an installation of its own that reads the Secretariat's files and hands
its orders over by HTTP.

It prints its public key, hears the Secretariat's key and the items, then orders a block on every item it is told and
says when the letter was handed over.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable


def main() -> None:
    """Line by line, until the other side is gone."""
    from article3.commands.serve import prepare

    prepare()
    from article3.commission import office
    from article3.exchange import keys

    print(json.dumps(keys.own_public(office.SEAT)), flush=True)
    begun = json.loads(sys.stdin.readline())
    office.connect(secretariat=begun["secretariat"])
    block = chamber(begun["items"])
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        block(json.loads(line))
        print(json.dumps("ordered"), flush=True)


def chamber(items: Iterable[str]) -> Callable[[str], None]:
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
    said = Application(wish=Wish.URGENT_BLOCK, language=WorkingLanguage.ENGLISH, sent_by=SentBy.PERSON, purpose="Block",
                       person=PersonConcerned(family_name="Veldran", nationality="QS"))  # fmt: skip
    request = wiring.own_request(wiring.submit(said, ()))
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
    main()
