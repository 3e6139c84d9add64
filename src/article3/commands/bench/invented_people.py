"""Invented people in four scripts, with names as unevenly common as real ones, and the questions asked for them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from article3.screening.likeness import Particulars

FAMILIES, GIVEN = 12_000, 2_500
"""Names of each of the four writings; drawn with weight 1 / (rank + 100) and 1 / (rank + 30)."""
_ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t",
           "tr", "v", "z", "sh", "ch", "")
_VOWELS = ("a", "e", "i", "o", "u", "a", "e", "ia", "ou")
_CODAS = ("", "", "n", "r", "l", "s", "m", "k", "t", "nd", "rt")
_ENDS = ("ov", "enko", "ini", "sen", "ez", "aj", "ski", "ian", "ard", "ouri", "bek", "ić")
_CYRILLIC = dict(zip("abvgdezijklmnoprstufhc", "абвгдезийклмнопрстуфхц", strict=True)) | {"y": "ы", "w": "в", "ć": "ч"}
_ARABIC = dict(zip("bdfghjklmnprstvzaiucy", "بدفغهجكلمنبرستفزايوكي", strict=True)) | {"o": "و", "e": "", "ć": "ش"}
_ARABIC_ENDS = ("i", "an", "awi", "", "")
_HAN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
_HAN_GIVEN = ("伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰文辉建国志"
              "宏海燕春梅红梦琪晓东雪峰嘉宇轩子涵浩然诗雨泽")
COUNTRIES = tuple("x" + letter for letter in "abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True, slots=True)
class Stock:
    """The names of one writing, the commonest first, with running weights."""

    families: tuple[str, ...]
    given: tuple[str, ...]
    family_weights: tuple[float, ...]
    given_weights: tuple[float, ...]


def stocks(seed: int, families: int = FAMILIES, given: int = GIVEN) -> tuple[Stock, ...]:
    """Latin, Cyrillic, Arabic and Chinese names, the same for the same seed."""
    chance = random.Random(seed)
    return tuple(_stock(chance, writing, families, given) for writing in ("latin", "cyrillic", "arabic", "han"))


def _stock(chance: random.Random, writing: str, families: int, given: int) -> Stock:
    def many(count: int, family: bool) -> tuple[str, ...]:
        names = dict.fromkeys(_invented(chance, writing, family) for _ in range(2 * count))
        return tuple(names)[:count]

    family, first = many(families, True), many(given, False)
    return Stock(family, first, tuple(accumulate(1 / (rank + 100) for rank in range(len(family)))),
                 tuple(accumulate(1 / (rank + 30) for rank in range(len(first)))))


def _invented(chance: random.Random, writing: str, family: bool) -> str:
    if writing == "han":
        return chance.choice(_HAN) if family else "".join(chance.choices(_HAN_GIVEN, k=chance.choice((1, 2, 2))))
    latin = "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
                    for _ in range(chance.choice((1, 2, 2, 3) if family else (1, 2, 2))))
    if writing == "arabic":
        return "".join(_ARABIC.get(letter, "") for letter in latin + chance.choice(_ARABIC_ENDS) * family) or "ال"
    latin += chance.choice(_ENDS) if family else chance.choice(("", "a", "an", "is"))
    if writing == "cyrillic":
        return _to_cyrillic(latin)
    return latin.capitalize()


def _to_cyrillic(latin: str) -> str:
    plain = latin.lower().replace("sh", "ш").replace("ch", "ч").replace("ia", "я")
    return "".join(_CYRILLIC.get(letter, letter) for letter in plain).capitalize()


def people(count: int, seed: int) -> Iterator[Particulars]:
    """So many invented people: a third with two given names, a tenth in capitals, born from 1945 to 2007."""
    chance, stocked = random.Random(seed + 1), stocks(seed)
    for _ in range(count):
        number = chance.choices(range(4), (55, 20, 15, 10))[0]
        stock = stocked[number]
        family = chance.choices(stock.families, cum_weights=stock.family_weights)[0]
        given = chance.choices(stock.given, cum_weights=stock.given_weights, k=1 + (chance.random() < 0.33))
        yield Particulars(names=(_written(chance, number, family, given),), born=(_born(chance),),
                          countries=frozenset({COUNTRIES[(number * 6 + chance.randrange(6)) % 26]}))


def _written(chance: random.Random, writing: int, family: str, given: list[str]) -> str:
    if writing == 3:
        return family + given[0]
    name = f"{' '.join(given)} {family}"
    if writing < 2 and chance.random() < 0.1:
        return name.upper()
    return name if chance.random() < 0.5 else f"{family}, {' '.join(given)}"


def _born(chance: random.Random) -> int:
    return chance.randint(1945, 2007) * 10_000 + chance.randint(1, 12) * 100 + chance.randint(1, 28)


def questions(asked: list[Particulars], seed: int) -> list[Particulars]:
    """The same people as another hand writes them down: a letter, a part, the order, the date or the script differs."""
    chance = random.Random(seed + 2)
    return [_asked(chance, person) for person in asked]


def _asked(chance: random.Random, person: Particulars) -> Particulars:
    words = person.names[0].replace(",", "").split()
    change = chance.random()
    if change < 0.35 and max(map(len, words)) > 4:
        words = _misspelled(chance, words)
    elif change < 0.5 and len(words) > 2:
        words.pop(chance.randrange(len(words)))
    elif change < 0.6:
        chance.shuffle(words)
    elif change < 0.75 and "".join(words).isascii():
        words = [_to_cyrillic(word) for word in words]
    return Particulars(names=(" ".join(words),), born=_asked_born(chance, person.born[0]),
                       countries=person.countries if chance.random() < 0.8 else frozenset())


def _misspelled(chance: random.Random, words: list[str]) -> list[str]:
    at = max(range(len(words)), key=lambda place: len(words[place]))
    place = chance.randrange(1, len(words[at]))
    words[at] = words[at][:place] + chance.choice(("", words[at][place - 1], "e")) + words[at][place + 1:]
    return words


def _asked_born(chance: random.Random, born: int) -> tuple[int, ...]:
    change = chance.random()
    if change < 0.1:
        return ()
    if change < 0.2:
        return (born // 10_000 * 10_000,)
    return (born + 10_000,) if change < 0.23 else (born,)
