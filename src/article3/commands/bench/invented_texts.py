"""Invented pages in four scripts: ordinary sentences, innocent people, now and then a name that is watched for."""

from __future__ import annotations

import random
from dataclasses import dataclass

from article3.screening.likeness import Particulars
from article3.terms.scripts import main_script

PAGE_WORDS = 500
"""Words of a page; of a Chinese page, half as many sentences make as much."""
_LATIN = (
    "The meeting was held on {n} March in the town hall.",
    "According to the report, {who} left the country by train.",
    "Please confirm receipt of the documents and of the photographs.",
    "The court heard {who} and two witnesses.",
    "Vehicles of this type are often sold without papers.",
    "{who} was seen near the harbour of Port Selen.",
    "No further information is available at this time.",
    "The bank account was opened by {who} in {n} instalments.",
)
_CYRILLIC = (
    "Заседание состоялось {n} марта в здании городского совета.",
    "По данным отчёта, {who} выехал из страны поездом.",
    "Просим подтвердить получение документов и фотографий.",
    "Суд заслушал показания двух свидетелей.",
    "Свидетель {who} сообщил о продаже автомобиля.",
    "Дополнительных сведений в настоящее время нет.",
)
_ARABIC = (
    "عقد الاجتماع في {n} مارس في مبنى البلدية.",
    "وحسب التقرير غادر {who} البلاد بالقطار.",
    "يرجى تأكيد استلام الوثائق والصور.",
    "استمعت المحكمة إلى شاهدين في القضية.",
    "وقال {who} إن السيارة بيعت من دون أوراق.",
    "لا تتوفر معلومات أخرى في الوقت الحاضر.",
)
_HAN = (
    "会议于三月{n}日在市政厅举行。",
    "据报告，嫌疑人{who}乘火车离开了该国。",
    "请确认收到文件和照片。",
    "法院听取了两名证人的证词。",
    "证人{who}说汽车已经卖掉。",
    "目前没有更多信息。",
)
SENTENCES = {"Latn": _LATIN, "Cyrl": _CYRILLIC, "Arab": _ARABIC, "Hani": _HAN}


@dataclass(frozen=True, slots=True)
class Planted:
    """A text and the watched names in it: key of the person and the place where the name begins."""

    text: str
    names: tuple[tuple[int, int], ...]


def page(chance: random.Random, script: str, innocent: list[str], planted: list[tuple[int, str]],
         words: int = PAGE_WORDS) -> Planted:
    """A page of so many words; each planted name stands in a sentence of its own."""
    sentences: list[tuple[str, tuple[int, str] | None]] = []
    written = 0
    while written < words:
        sentence = chance.choice(SENTENCES[script])
        sentences.append((sentence.format(n=chance.randint(2, 28), who=chance.choice(innocent)), None))
        written += len(sentence) // 2 if script == "Hani" else len(sentence.split())
    with_name = [sentence for sentence in SENTENCES[script] if "{who}" in sentence]
    for one in planted:
        sentences.insert(chance.randrange(len(sentences) + 1), (chance.choice(with_name), one))
    text, names = "", []
    for sentence, one in sentences:
        if one:
            names.append((one[0], len(text) + sentence.format(n=0, who="\0").index("\0")))
        text += sentence.format(n=0, who=one[1]) + " " if one else sentence + " "
    return Planted(text, tuple(names))


def written_in_text(chance: random.Random, person: Particulars) -> str:
    """A watched name as a text has it: in either order, in one case of three with a letter changed."""
    name = person.names[0]
    if main_script(name) == "Hani":
        return name
    family, comma, given = name.partition(",")
    words = f"{given} {family}".split() if comma else name.split()
    if chance.random() < 0.3:
        words = [*words[1:], words[0]]
    at = max(range(len(words)), key=lambda place: len(words[place]))
    if chance.random() < 0.33 and len(words[at]) > 5:
        place = chance.randrange(2, len(words[at]) - 1)
        words[at] = words[at][:place] + words[at][place] + words[at][place:]
    return " ".join(words)
