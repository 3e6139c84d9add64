"""The tree of RFC 6962, against the published vectors of Certificate Transparency and against pymerkle as a judge."""

from __future__ import annotations

import hashlib

import pytest
from pymerkle import InmemoryTree

from article3.journal import tree

LEAVES = [bytes.fromhex(text) for text in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
A, B = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", ROOTS[3]
C = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
D = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
E = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
F = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
G = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
HASHES = [tree.leaf(body) for body in LEAVES]


def hexed(path: list[bytes]) -> list[str]:
    """A path as it is printed in the vectors."""
    return [step.hex() for step in path]


@pytest.mark.parametrize("size", range(1, 9))
def test_the_published_roots(size: int) -> None:
    """Eight trees."""
    assert tree.root(HASHES[:size]).hex() == ROOTS[size - 1]


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    """RFC 6962, 2.1."""
    assert tree.root([]) == hashlib.sha256(b"").digest()


@pytest.mark.parametrize(("index", "size", "path"), [
    (0, 1, []), (0, 8, [A, C, D]), (5, 8, [E, F, B]), (2, 3, [ROOTS[1]]), (1, 5, [ROOTS[0], C, E]),
])  # fmt: skip
def test_the_published_audit_paths(index: int, size: int, path: list[str]) -> None:
    """Inclusion."""
    assert hexed(tree.inclusion(HASHES[:size], index)) == path


@pytest.mark.parametrize(("earlier", "size", "path"), [
    (1, 1, []), (1, 8, [A, C, D]), (6, 8, [G, F, B]), (2, 5, [C, E]),
])  # fmt: skip
def test_the_published_consistency_proofs(earlier: int, size: int, path: list[str]) -> None:
    """One tree is the beginning of the other."""
    assert hexed(tree.consistency(HASHES[:size], earlier)) == path


def test_every_proof_of_every_small_tree_holds_and_no_other_does() -> None:
    """Up to 20 leaves: each proof proves its own claim and not another leaf, place, size, root or path."""
    hashes = [tree.leaf(bytes([n])) for n in range(20)]
    roots = [tree.root(hashes[:size]) for size in range(21)]
    for size in range(1, 21):
        for index in range(size):
            path = tree.inclusion(hashes[:size], index)
            assert tree.is_included(hashes[index], index, size, path, roots[size])
            assert not tree.is_included(hashes[(index + 1) % 20], index, size, path, roots[size])
            assert not tree.is_included(hashes[index], index, size, [*path, roots[0]], roots[size])
            assert not tree.is_included(hashes[index], index, size, path, roots[size - 1])
            assert not path or not tree.is_included(hashes[index], index, size, path[:-1], roots[size])
        for earlier in range(1, size + 1):
            path = tree.consistency(hashes[:size], earlier)
            assert tree.is_consistent(earlier, size, roots[earlier], roots[size], path)
            assert not tree.is_consistent(earlier, size, roots[earlier - 1], roots[size], path)
            assert not tree.is_consistent(earlier, size, roots[earlier], roots[size - 1], path)
            assert not tree.is_consistent(earlier, size, roots[earlier], roots[size], [*path, roots[0]])


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 100])
def test_another_implementation_comes_to_the_same(size: int) -> None:
    """pymerkle, which shares no code with us."""
    judge = InmemoryTree(algorithm="sha256")
    hashes = []
    for n in range(size):
        judge.append_entry(b"entry %d" % n)
        hashes.append(tree.leaf(b"entry %d" % n))
    assert judge.get_root() == tree.root(hashes)
    proof = judge.prove_inclusion(size).serialize()
    steps = [step for step in proof["path"] if step != hashes[-1].hex()]
    assert sorted(steps) == sorted(hexed(tree.inclusion(hashes, size - 1)))


def test_a_leaf_that_is_not_there_has_no_proof() -> None:
    """Both ends."""
    for index in (-1, 3):
        with pytest.raises(IndexError):
            tree.inclusion(HASHES[:3], index)
    for earlier in (0, 4):
        with pytest.raises(IndexError):
            tree.consistency(HASHES[:3], earlier)
    assert not tree.is_included(HASHES[0], 0, 0, [], tree.EMPTY)
    assert not tree.is_consistent(0, 3, tree.EMPTY, tree.root(HASHES[:3]), [])
