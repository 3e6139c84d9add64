"""What a restored copy of the tables needs before anybody reads it: the erasures done again, the indexes made anew."""

from __future__ import annotations

from article3 import keyring
from article3.register import attachments, content
from article3.register.erasing import FACT, OF_A_PERSON, PAPER
from article3.register.files import Files, index_anew
from article3.register.fixed_copies import shelf as fixed_copies
from article3.register.known.models import Fact, FormerVersion
from article3.register.models import File, Untold


def replay() -> int:
    """Do again in these tables what the ledger says: for tables restored from before an erasure. How many it met."""
    met = 0
    for line in keyring.replay():
        if line.record.startswith(FACT):
            met += Fact.objects.filter(pk=line.record.removeprefix(FACT)).exclude(body=b"").update(body=b"", about=b"")
        elif line.record.startswith(PAPER):
            met += attachments.forget(line.record.removeprefix(PAPER).partition(":")[0])
        else:
            met += _again(line.record, line.left)
    return met


def _again(reference: str, left: bytes) -> int:
    row = File.objects.filter(pk=reference, emptied=False).first()
    if row is None:
        return 0
    for table in (*OF_A_PERSON, Untold):
        table.objects.filter(file=reference).delete()
    FormerVersion.objects.filter(file=reference).update(body=b"")
    Files(bureaus=tuple, order=None).put_back(content.document(left), row.reached_at)
    return 1


def rebuild() -> int:
    """Make the rows in which persons are found anew from the documents; how many files were read."""
    count = 0
    for row in File.objects.filter(emptied=False).only("body").order_by("reference").iterator(chunk_size=200):
        index_anew(content.document(row.body))
        count += 1
    fixed_copies.rebuild()
    return count
