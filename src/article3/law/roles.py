"""What a stated role says about the status of the person (RPD 34(3)(b)): free words brought into a few groups."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources


class RoleGroup(StrEnum):
    """Roles that bear on the political, military, religious or racial character of a case, and neutral trades."""

    PROTECTED = "protected"
    VOICE = "voice"
    DEFENDER = "defender"
    OPPONENT = "opponent"
    NEAR_OPPONENT = "near_opponent"
    FAITH_OR_ORIGIN = "faith_or_origin"
    OFFICE = "office"
    ARMED_FORCES = "armed_forces"
    STUDENT = "student"
    BUSINESS = "business"
    DUAL_NATIONAL = "dual_national"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRole:
    """One role with its groups; `claimed` when the words themselves say that it is only claimed."""

    words: str
    groups: frozenset[RoleGroup]
    claimed: bool


_NEAR = re.compile(r"\b(family|relative|spouse|wife|husband|partner|son|daughter|child|sister|brother|parent|mother|"
                   r"father|associate|employee|aide|assistant|adviser|advisor|staff|bodyguard|driver|accountant|"
                   r"supporter|ally|friend|colleague|lawyer|linked|connected|close|sympathi[sz]er)\b")
_AROUND = re.compile(r"\b(?:of|to|with|for)\b")
_PATTERNS = {RoleGroup(group): re.compile(r"\b(?:" + "|".join(words) + ")") for group, words in tomllib.loads(
    (resources.files(__package__) / "roles.toml").read_text(encoding="utf-8")).items()}
_NOTHING = {"", "none", "none stated", "unknown", "not stated", "other", "private person"}
_CLAIMED = re.compile(r"\b(claimed|claims|alleged|self described|said to be|perceived)\b")
_POLITICAL_LIFE = (RoleGroup.OPPONENT, RoleGroup.DEFENDER, RoleGroup.VOICE, RoleGroup.OFFICE)


def stated_roles(roles: Iterable[str]) -> tuple[StatedRole, ...]:
    """Every role that says something, in the order of its words; `none_stated` and `unknown` say nothing."""
    return tuple(role for role in map(_read, sorted(roles)) if role.words not in _NOTHING)


@lru_cache(maxsize=4_096)
def _read(role: str) -> StatedRole:
    words = " ".join(re.sub(r"[\W_]+", " ", role.lower()).split())
    groups = frozenset(group for group, pattern in _PATTERNS.items() if pattern.search(words))
    return StatedRole(words=" ".join(_CLAIMED.sub("", words).split()), groups=_near_opponent(words, groups),
                      claimed=bool(_CLAIMED.search(words)))


def _near_opponent(words: str, groups: frozenset[RoleGroup]) -> frozenset[RoleGroup]:
    """A relative, employee or associate *of* somebody in political life is near an opponent, not one himself."""
    if _NEAR.search(words) and _AROUND.search(words) and groups.intersection(_POLITICAL_LIFE):
        return frozenset({RoleGroup.NEAR_OPPONENT}) | groups & {RoleGroup.PROTECTED}
    return groups
