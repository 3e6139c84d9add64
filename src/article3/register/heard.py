"""The screening engine's candidate search over the tables: words that sound like those asked for, then who has them.

As in the index of `screening/`: a word is looked up by the keys of its sounds and heard; only then are the names walked
that hold a word heard. The rows are written with the act that files a name, so every process sees it at once, and a
condition on `File` given by the caller comes first: what may not be read is not among the candidates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock

from django.db import connection, transaction
from django.db.models import Case, Exists, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Value, When

from article3.register import folding
from article3.register.models import BirthSpan, DocumentNumber, File, HeardWord, WordSound
from article3.register.pages import PersonRow
from article3.screening.called import also_called
from article3.screening.ear import Ear
from article3.screening.word_keys import keys_of_word, parts, parts_asked
from article3.terms.communication import BureauCode, Name
from article3.terms.dates import partial_date
from article3.terms.finding import Refused

MOST_COMPARED = 200
"""Records compared in full for one query, the likeliest first."""
_NEAR = 100
"""Words heard as one that is asked for, the closest first."""
_LONGEST, _LETTERS_AT_LEAST, _NAMES_AT_MOST = 200, 2, 5
_SAME, _HEARD = 4, 2
"""What the same word, and one that sounds like it, count in the order of candidates."""
_COMPARED = ("reference", "channel", "colour", "source", "state", "standing", "level", "reached_at", "shown_at",
             "inside", "shown")  # fmt: skip
"""What is fetched of a record to compare and to tell it."""
Like = Callable[[PersonRow, bool], bool]
"""Whether a row is like the person asked for; it is told whether the record names a paper asked for."""
_ear, _one_at_a_time = Ear(), Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A person as a query names one; dates are EDTF."""

    names: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Records like the person. `cut`: more could be than were compared, and nothing is known of the rest."""

    rows: tuple[PersonRow, ...]
    cut: bool


# --- what is filed


def words_of(names: Iterable[Name]) -> frozenset[tuple[str, bool]]:
    """The parts of each name in its own script and in Latin letters; with True where one is all there is."""
    found: set[tuple[str, bool]] = set()
    for name in names:
        for text in (f"{name.family} {name.given}", f"{name.latin_family} {name.latin_given}"):
            words = dict.fromkeys(word[:80] for word in parts(text))
            found |= {(word, len(words) == 1) for word in words}
    return frozenset(found)


def file_words(words: Iterable[str]) -> None:
    """File words nobody filed before under the keys of their sounds. Call it after their rows are written: then whoever
    sweeps words without rows either sees those or is seen by this."""
    wanted = sorted(set(words))
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        known = set(WordSound.objects.filter(word__in=some).values_list("word", flat=True).distinct())
        rows = [WordSound(key=key, word=word) for word in some if word not in known for key in keys_of_word(word)]
        WordSound.objects.bulk_create(rows, batch_size=1_000)


def sweep() -> None:
    """Take out words that no name holds any more. Nobody files a name meanwhile."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f'LOCK TABLE "{HeardWord._meta.db_table}" IN SHARE MODE')
        WordSound.objects.filter(~Exists(HeardWord.objects.filter(word=OuterRef("word")))).delete()


# --- what is found


def rows(files: QuerySet[File], asked: Asked, bureau: BureauCode | None, only: str = "") -> tuple[list[File], bool]:
    """What is compared in full: the likeliest of these files, or one of them; each with `holds_paper`. And whether
    there are more. Raises Refused with a sentence for a query that names nobody or is not readable."""
    files = files.only(*_COMPARED)
    if only:
        return list(_with_paper(files.filter(pk=only), asked, bureau)), False
    found = list(_likeliest(files, _checked(asked), bureau)[: MOST_COMPARED + 1])
    return found[:MOST_COMPARED], len(found) > MOST_COMPARED


def _likeliest(files: QuerySet[File], asked: Asked, bureau: BureauCode | None) -> QuerySet[File]:
    """Of these files those that can be like the person, the likeliest first.

    A file comes in with two parts of its name, with one that is all of it, with one and a birth date that can be the
    same, or with a paper.
    """
    near = _heard(asked)
    births = _births(asked)
    held = _read(HeardWord.objects.filter(word__in={word for words in near for word in words}), bureau)
    born = Exists(BirthSpan.objects.filter(births, file=OuterRef("file_id"))) if births else Q(pk__in=[])
    enough = Q(parts__gte=min(2, len(near))) | Q(alone=1)
    named = _counted(held, near).filter(enough).values("file_id")
    among = named.union(held.filter(born).values("file_id"), _papers(asked, bureau).values("file_id"))
    weight = Subquery(_counted(held.filter(file=OuterRef("pk")), near).values("weight")[:1], IntegerField())
    found = _with_paper(files.filter(pk__in=among), asked, bureau).annotate(weight=weight)
    return found.order_by("-holds_paper", F("weight").desc(nulls_last=True), "-shown_at", "reference")


def _with_paper(files: QuerySet[File], asked: Asked, bureau: BureauCode | None) -> QuerySet[File]:
    """The files, each with `holds_paper`: whether it names a paper that is asked for."""
    return files.annotate(holds_paper=Exists(_papers(asked, bureau).filter(file=OuterRef("pk"))))


def _papers(asked: Asked, bureau: BureauCode | None) -> QuerySet[DocumentNumber]:
    numbers = [number for each in asked.documents if (number := folding.number(each))]
    return _read(DocumentNumber.objects.filter(number__in=numbers), bureau)


def _counted(held: QuerySet, near: list[dict[str, bool]]) -> QuerySet:
    """For each file how many parts of the name asked it answers, how well, and whether one part is all it has."""
    places = {f"part{place}": Max(_worth(words)) for place, words in enumerate(near)}
    alone = Max(Case(When(alone=True, then=1), default=0, output_field=IntegerField()))
    rows = held.order_by().values("file_id").annotate(alone=alone, **places)
    counted = [Case(When(**{f"{name}__gt": 0}, then=1), default=0, output_field=IntegerField()) for name in places]
    return rows.annotate(parts=sum(counted, Value(0)), weight=sum(map(F, places), Value(0)))


def _worth(words: dict[str, bool]) -> Case:
    same = [word for word, is_same in words.items() if is_same]
    return Case(When(word__in=same, then=_SAME), When(word__in=list(words), then=_HEARD), default=0,
                output_field=IntegerField())  # fmt: skip


def _read(rows: QuerySet, bureau: BureauCode | None) -> QuerySet:
    return rows if bureau is None else rows.filter(Q(shown=True) | Q(source=bureau))


# --- what is asked


def _checked(asked: Asked) -> Asked:
    said = [text for text in (*asked.names, *asked.documents) if text.strip()]
    if not said:
        raise Refused("Give the zone, a name or the number of a document.")
    if any(len(text) > _LONGEST for text in (*said, *asked.birth_dates)) or len(asked.names) > _NAMES_AT_MOST:
        raise Refused(f"A search takes at most {_LONGEST} characters in each field.")
    if any(sum(map(len, folding.words(name))) < _LETTERS_AT_LEAST for name in asked.names if name.strip()):
        raise Refused("A name takes at least two letters; signs such as * or % stand for nothing.")
    return asked


def _births(asked: Asked) -> Q:
    found = Q()
    for text in asked.birth_dates:
        try:
            born = partial_date(text)
        except ValueError as unreadable:
            raise Refused(f"The birth date cannot be read: {unreadable}.") from unreadable
        found |= Q(earliest__lte=born.latest, latest__gte=born.earliest)
    return found


def _heard(asked: Asked) -> list[dict[str, bool]]:
    """For each part of the names asked the words that sound like it in the register, and what its bearer is also
    called; True for the very same word."""
    spoken = [(f"{number}/{place}", word) for number, name in enumerate(asked.names)
              for place, word in parts_asked(name)]  # fmt: skip
    filed: dict[int, set[str]] = defaultdict(set)
    wanted = {key for _, word in spoken for key in keys_of_word(word)}
    for key, word in WordSound.objects.filter(key__in=wanted).values_list("key", "word"):
        filed[key].add(word)
    near: dict[str, dict[str, bool]] = {}
    with _one_at_a_time:
        for place, word in spoken:
            others = sorted(set().union(*(filed[key] for key in keys_of_word(word))))
            heard = sorted(_ear.alike(word, others).items(), key=lambda pair: -pair[1])[:_NEAR]
            found = near.setdefault(place, {}) | dict.fromkeys(also_called(word), False)
            near[place] = found | {other: other == word for other, _ in heard}
    return list(near.values())
