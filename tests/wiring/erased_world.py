"""An installation of its own in which a person goes through everything and is then erased; run as a program.

`python -m tests.wiring.erased_world lived|erased`: the words say how far the story is told in this process.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

FAMILY, GIVEN, ARABIC = "Zarquelloth", "Ümitşah", "زركلوثة"
NUMBER, SAID = "QM990817", "scar shaped like a sickle above the brow of Zarquelloth"
OTHER = "Pellandrine"
DAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def lived(backup: Path, keys: Path) -> None:
    """The person is typed, requested, examined, published, searched, delivered, shown in public, backed up."""
    from article3 import wiring
    from article3.acts.add_caveat import AddCaveat
    from article3.acts.save_draft import SaveDraft
    from article3.acts.update_notice import UpdateNotice
    from article3.terms.communication import IdentityDocument, Name
    from article3.terms.dates import partial_date
    from article3.terms.reasons import CaveatKind
    from tests.desk import FIRST, bureau, murder
    from tests.wiring.test_wiring import WiredDesk, seat_members

    seat_members()
    desk = WiredDesk(at=DAY)
    said = f"statement of {GIVEN} {FAMILY}".encode()
    paper = wiring.keep_attachment(said, name=f"{FAMILY}.txt", media_type="text/plain")
    clear = murder()
    person = replace(clear.person, names=(Name(family=ARABIC, given=GIVEN, latin_family=FAMILY, latin_given=GIVEN),),
                     birth_dates=(partial_date("1971-11-03"),), description=SAID,
                     documents=(IdentityDocument(kind="passport", number=NUMBER, country="QM"),))  # fmt: skip
    sent = replace(clear, person=person, facts_summary=f"{FAMILY} shot a man in Port Selen.", attachments=(paper,),
                   public_extract_consent=True)  # fmt: skip
    other = replace(clear, reference="b" * 32, person=replace(
        clear.person, names=(Name(family=OTHER, given="Ilo", latin_family=OTHER, latin_given="Ilo"),)))  # fmt: skip
    form = f'{{"name": "{FAMILY}"}}'
    desk.perform(SaveDraft(draft="d" * 32, title=f"{FAMILY}, {GIVEN}", form_json=form), bureau("XA"))
    for each in (sent, other):
        desk.published(each)
    desk.perform(AddCaveat(reference=sent.reference, caveat="k1", kind=CaveatKind.DATA_TO_VERIFY,
                           text=f"{FAMILY} may be a nephew."), FIRST)  # fmt: skip
    changed = replace(sent, facts_summary=f"{GIVEN} {FAMILY} shot a man; there is a second witness.")
    desk.perform(UpdateNotice(reference=sent.reference, communication=changed), bureau("XA"))
    reader = wiring.reader(bureau("XD"), "incoming", desk.at)
    assert reader.search(wiring.Query(name=FAMILY)).rows
    assert reader.published(sent.reference).communication is not None
    wiring.public_extracts(desk.at + timedelta(days=1))
    for name in ("commission", "bureau-xa", "bureau-xb"):
        wiring.seat_witness(name, DAY)
    wiring.beat(DAY)
    wiring.back_up(backup, keys)


def erased(backup: Path, keys: Path, export: Path) -> None:
    """The notice is withdrawn, the form given up; an order erases; the journal goes on; a new backup is taken."""
    from article3 import wiring
    from article3.acts.discard_draft import DiscardDraft
    from article3.acts.withdraw_notice import WithdrawNotice
    from article3.terms.reasons import WithdrawalCode
    from tests.desk import REFERENCE, bureau
    from tests.wiring.test_wiring import WiredDesk

    desk = WiredDesk(at=DAY + timedelta(days=2))
    desk.perform(DiscardDraft(draft="d" * 32), bureau("XA"))
    desk.perform(WithdrawNotice(reference=REFERENCE, code=WithdrawalCode.PURPOSE_MET), bureau("XA"))
    assert wiring.erase_by_order(REFERENCE, "Decision 12 of the Commission", desk.at) >= 2
    assert wiring.beat(desk.at)
    wiring.export_journal(export)
    wiring.back_up(backup, keys)
    (keys / "head").write_text(wiring.head_note() or "")


if __name__ == "__main__":
    from article3.commands.serve import prepare

    prepare()
    told, *where = sys.argv[1:]
    {"lived": lived, "erased": erased}[told](*map(Path, where))
