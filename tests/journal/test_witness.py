"""A witness refuses forks and rollbacks, and remembers before it answers (promise P4)."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from article3.journal import notes, tree, witness
from article3.journal.witness import FORKED, MALFORMED, OK, OTHER_SIZE, UNKNOWN, InFile, Seen

LOG, OTHER, WATCH = SigningKey(b"l" * 32), SigningKey(b"o" * 32), SigningKey(b"w" * 32)
JOURNAL = notes.verifier("example.com/log", LOG, notes.LOG)
LEAVES = [tree.leaf(b"%d" % number) for number in range(12)]
FORK = [*LEAVES[:3], *(tree.leaf(b"fork %d" % number) for number in range(9))]


def head(size: int, leaves: list[bytes] = LEAVES, key: SigningKey = LOG) -> str:
    """A signed head over the first leaves."""
    text = notes.Checkpoint(origin=JOURNAL.name, size=size, root=tree.root(leaves[:size])).text
    return f"{text}\n{notes.sign(text, JOURNAL.name, key)}"


def asked(memory: witness.Memory, old: int, size: int, leaves: list[bytes] = LEAVES, **other: object) -> witness.Answer:
    """The witness's answer about a head, with a proof from an old size."""
    proof = tree.consistency(leaves[:size], old) if 0 < old <= size else []
    note = other.get("note", head(size, leaves))
    data = witness.request(old, proof, str(note))
    return witness.answer(data, memory, JOURNAL, name="w", key=WATCH, at_s=1_700_000_000)


@pytest.fixture
def memory(tmp_path: Path) -> InFile:
    """A memory that saw the head of five entries."""
    fresh = InFile(tmp_path / "w.sqlite3")
    assert asked(fresh, 0, 5).status == OK
    return fresh


def test_the_first_head_and_one_that_continues_it_are_signed(memory: InFile) -> None:
    """200 and a line of the witness under the head."""
    said = asked(memory, 5, 9)
    assert said.status == OK
    note = notes.read_note((head(9) + said.text).encode())
    assert note.by(notes.verifier("w", WATCH, notes.WITNESS)) == 1_700_000_000
    assert memory.last(JOURNAL.name).size == 9


def test_the_same_head_again_is_signed_again(memory: InFile) -> None:
    """An answer that was lost on the way can be asked for once more."""
    assert asked(memory, 5, 5).status == OK


@pytest.mark.parametrize("old", [0, 4, 6, 12])
def test_another_old_size_is_answered_with_the_one_remembered(memory: InFile, old: int) -> None:
    """409."""
    assert asked(memory, old, 12) == witness.Answer(status=OTHER_SIZE, text="5\n")


def test_a_fork_is_refused(memory: InFile) -> None:
    """422: a later head of another tree, with whatever proof."""
    assert asked(memory, 5, 9, FORK).status == FORKED
    assert asked(memory, 5, 9, FORK, note=head(9)).status == FORKED


def test_another_root_at_the_same_size_is_refused(memory: InFile) -> None:
    """422: two histories of one length."""
    assert asked(memory, 5, 5, FORK).status == FORKED


def test_a_rollback_is_refused(memory: InFile) -> None:
    """A head smaller than the one remembered, said honestly or not."""
    assert asked(memory, 3, 3).status == OTHER_SIZE
    assert asked(memory, 5, 3).status == MALFORMED


def test_a_head_the_journal_did_not_sign_is_refused(memory: InFile) -> None:
    """403: another key under the journal's name."""
    assert asked(memory, 5, 9, note=head(9, key=OTHER)).status == UNKNOWN


def test_nothing_refused_changes_what_is_remembered(memory: InFile) -> None:
    """After every refusal the next honest head is signed."""
    before = memory.last(JOURNAL.name)
    asked(memory, 5, 9, FORK), asked(memory, 0, 9), asked(memory, 5, 9, note=head(9, key=OTHER))
    assert memory.last(JOURNAL.name) == before
    assert asked(memory, 5, 9).status == OK


@pytest.mark.parametrize("data", [b"", b"old 5", b"old x\n\nnote", b"new 5\n\n", b"old 5\n!!\n\n" + head(9).encode(),
                                  b"old 5\n" + b"AAAA\n" * 64 + b"\n" + head(9).encode()])  # fmt: skip
def test_what_is_no_request_is_refused(memory: InFile, data: bytes) -> None:
    """400, whatever it is."""
    assert witness.answer(data, memory, JOURNAL, name="w", key=WATCH, at_s=0).status == MALFORMED


def test_it_remembers_before_it_answers(tmp_path: Path) -> None:
    """A memory that cannot keep the head gives no signature: the head is shown again later."""

    class Forgetful(InFile):
        def replace(self, origin: str, before: Seen, now: Seen) -> bool:
            raise OSError("the disk is full")

    with pytest.raises(OSError):
        asked(Forgetful(tmp_path / "f.sqlite3"), 0, 5)


def test_of_two_at_once_only_one_is_signed(tmp_path: Path) -> None:
    """A race between the journal and its fork: whoever comes second gets 409 and not a second truth."""
    memory = InFile(tmp_path / "race.sqlite3")
    asked(memory, 0, 3)
    answers: list[int] = []
    both = [threading.Thread(target=lambda tree_of=leaves: answers.append(asked(memory, 3, 9, tree_of).status))
            for leaves in (LEAVES, FORK)]  # fmt: skip
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(answers) == [OK, OTHER_SIZE]


def test_its_memory_outlives_it(memory: InFile, tmp_path: Path) -> None:
    """Another process reads what this one remembered."""
    assert InFile(tmp_path / "w.sqlite3").last(JOURNAL.name).size == 5
