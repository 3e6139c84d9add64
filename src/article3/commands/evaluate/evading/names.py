"""Invented names in four scripts, made of sounds, and the ways one of them may be written again."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from importlib.resources import files

SCRIPTS = ("Latn", "Arab", "Cyrl", "Hani")
_TABLES = tomllib.loads((files("article3.commands.evaluate.evading") / "spellings.toml").read_text(encoding="utf-8"))
_CHINESE = {kind: [entry.split() for line in _TABLES["chinese"][kind].strip().splitlines() for entry in line.split("|")]
            for kind in ("families", "given")}
_ROOTS = [sound for sound in _TABLES["arabic"] if sound not in ("a", "i", "u", "aa", "ii", "uu", "w", "y", "gh")]
_PATTERNS = ("{0} a {1} ii {2}", "{0} aa {1} i {2}", "m u {0} a {1} {1} i {2}", "{0} u {1} a y {2}",
             "{0} a {1} {1} aa {2}", "{0} a {1} uu {2}", "m a {0} {1} uu {2}", "{0} i {1} aa {2}", "{0} a {1} {2} aa n")
_STEMS = tuple("б бр в г гр д др ж з к кл кр л м н п пл р с ск сл ст т тр ф х ц ч ш щ".split())  # noqa: SIM905
_ENDS = ("ов", "ин", "енко", "ский", "ук", "ев", "ян", "ец")
_ONSETS = tuple("b k d f g l m n p r s š t v z č br dr fr gr kr st tr".split())  # noqa: SIM905
_TAILS = ("en", "an", "er", "os", "ini", "ard", "ek", "al", "und", "ova", "ić")


@dataclass(frozen=True, slots=True)
class Part:
    """A family or given name in its own script, its usual Latin spelling, others, and two further scripts."""

    own: str
    usual: str
    others: tuple[str, ...]
    cyrillic: str
    arabic: str

    def latin(self, chance: random.Random) -> str:
        """One of its other spellings; the usual one when there is no other."""
        return chance.choice(self.others or (self.usual,))


def part(script: str, kind: str, chance: random.Random) -> Part:
    """A new name of that script; `kind` is family or given."""
    made = {"Arab": _arabic, "Cyrl": _cyrillic, "Latn": _latin, "Hani": _chinese}[script](kind, chance)
    others = tuple(_capital(each) for each in dict.fromkeys(made.others) if each != made.usual)
    return Part(own=_capital(made.own), usual=_capital(made.usual), cyrillic=_capital(made.cyrillic),
                arabic=made.arabic, others=others)


def _arabic(kind: str, chance: random.Random) -> Part:
    roots = chance.sample(_ROOTS, 3)
    sounds = chance.choice(_PATTERNS).format(*roots).split()
    table = _TABLES["arabic"]
    doubled = [s for place, s in enumerate(sounds) if not place or sounds[place - 1] != s]
    arabic = "".join(table[s][0] for s in doubled).replace("-", "")
    article = kind == "family" and chance.random() < 0.3
    spelt = [_spelled([table[s][1] for s in sounds], chance) for _ in range(4)]
    usual = "".join(table[s][1].split()[0] for s in sounds)
    if article:
        arabic, usual = "ال" + arabic, "al-" + usual
        spelt = [chance.choice(("al-", "al ", "el-", "")) + each for each in spelt]
    return Part(arabic, usual, tuple(spelt), "".join(table[s][2] for s in sounds), arabic)


def _cyrillic(kind: str, chance: random.Random) -> Part:
    syllables = 2 if kind == "given" else chance.choice((1, 2, 2))
    own = "".join(chance.choice(_STEMS) + chance.choice("аеиоуыюя") for _ in range(syllables))
    own += chance.choice("вдлмнрт")
    own += chance.choice(_ENDS) if kind == "family" else chance.choice(("", "а", "ий", "ия"))
    table = _TABLES["cyrillic"]
    spelt = [_spelled([table[letter][0] for letter in own], chance) for _ in range(4)]
    usual = "".join(table[letter][0].split()[0] for letter in own).replace("-", "")
    return Part(own, usual, tuple(spelt), own, "".join(table[letter][1] for letter in own).replace("-", ""))


def _latin(kind: str, chance: random.Random) -> Part:
    letters = "".join(chance.choice(_ONSETS) + chance.choice("aeiouüö") for _ in range(chance.choice((1, 2, 2))))
    tails = _TAILS if kind == "family" else ("a", "o", "en", "is", "ika", "us")
    letters += chance.choice("dlmnrst") + chance.choice(tails)
    table = _TABLES["latin"]
    letters = letters.replace("ć", "č")
    spelt = [_spelled([table[letter][0] for letter in letters], chance) for _ in range(4)]
    cyrillic, arabic = ("".join(table[letter][place] for letter in letters).replace("-", "") for place in (1, 2))
    return Part(letters, letters, tuple(spelt), cyrillic, arabic)


def _chinese(kind: str, chance: random.Random) -> Part:
    if kind == "family":
        own, pinyin, older, cyrillic, arabic = chance.choice(_CHINESE["families"])
        return Part(own, pinyin, (older, pinyin), cyrillic, arabic)
    one, other = chance.sample(_CHINESE["given"], 2)
    joined = [first + second for first, second in zip(one, other, strict=True)]
    apart = (f"{one[1]} {other[1]}", f"{one[2]}-{other[2]}", f"{one[1]}-{other[1]}")
    return Part(joined[0], joined[1], apart, joined[3], joined[4])


def _spelled(sounds: list[str], chance: random.Random) -> str:
    return "".join(chance.choice(sound.split()) for sound in sounds).replace("-", "")


def _capital(name: str) -> str:
    return "-".join(" ".join(word.capitalize() for word in piece.split(" ")) for piece in name.split("-"))
