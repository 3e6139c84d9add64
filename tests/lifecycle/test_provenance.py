"""A decision as W3C PROV: another's library reads it, and it says who decided on what."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from prov.model import ProvActivity, ProvAgent, ProvDocument, ProvEntity

from article3.lifecycle.provenance import provenance
from tests.desk import Desk


@pytest.fixture(scope="module")
def read() -> ProvDocument:
    """The decision of a published notice, read by the library."""
    desk = Desk()
    desk.published()
    return ProvDocument.deserialize(content=json.dumps(provenance(desk.file())), format="json")


def kinds(read: ProvDocument, kind: type) -> dict[str, set[str]]:
    """The records of a kind by id, each with its types."""
    return {str(each.identifier): {str(one) for one in each.get_asserted_types()} for each in read.get_records(kind)}


def test_the_library_reads_it_and_writes_the_same(read: ProvDocument) -> None:
    """There and back."""
    again = ProvDocument.deserialize(content=read.serialize(format="json"), format="json")
    assert again == read and len(read.get_records()) > 50


def test_two_people_decided_for_the_task_force(read: ProvDocument) -> None:
    """Two persons, the seat, the bureau."""
    types = [next(iter(found)) for found in kinds(read, ProvAgent).values()]
    assert sorted(types) == ["prov:Organization", "prov:Organization", "prov:Person", "prov:Person"]
    assert len(kinds(read, ProvActivity)) == 1


def test_it_says_what_the_decision_rests_on(read: ProvDocument) -> None:
    """Findings, facts, editions, the communication itself."""
    found = set().union(*kinds(read, ProvEntity).values())
    assert {"article3:Communication", "article3:Decision", "article3:Finding", "article3:Fact", "article3:Edition"
            } <= found  # fmt: skip


def test_it_holds_nobodys_name_and_no_text(read: ProvDocument) -> None:
    """Of the person, the act, the officers' reasons."""
    text = read.serialize(format="json")
    assert not [word for word in ("Vortan", "VORTAN", "shopkeeper", "ordinary murder", "QM448210") if word in text]


def test_without_a_decision_there_is_none() -> None:
    """A request that waits."""
    assert provenance(Desk().requested()) is None


def test_a_second_decision_revises_the_first() -> None:
    """Each stands by itself, the later derived from the earlier."""
    desk = Desk()
    desk.published()
    file = desk.file()
    document = provenance(replace(file, former_reviews=file.former_reviews * 2))
    read = ProvDocument.deserialize(content=json.dumps(document), format="json")
    assert len(kinds(read, ProvActivity)) == 2
    (revision,) = [each for each in (document or {})["wasDerivedFrom"].values() if "prov:type" in each]
    assert revision["prov:generatedEntity"].endswith("/2") and revision["prov:usedEntity"].endswith("/1")
