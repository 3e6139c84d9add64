"""What bears on a case: the sentences, their marks and reasons, in any script; and what does not."""

from __future__ import annotations

import pytest

from article3.lifecycle.excerpt import Shows
from article3.register.fixed_copies.search_words import asked_for, words_of
from article3.research.asking import Case
from article3.research.bearing import LONGEST_SENTENCE, Bearing, Sought, sentences
from article3.research.leaf import Leaf

CASE = Case(
    country="XA",
    country_letters3="XAZ",
    country_names={"en": ("Norland",), "ar": ("نورلاند",), "zh": ("诺兰",)},
    offences=("fraud",),
    names=("Iko Vortan", "Ико Вортан", "إيكو فورتان"),
)


@pytest.fixture(scope="module")
def sought() -> Sought:
    """The case, read for once."""
    return Sought(CASE)


def found(sought: Sought, text: str, title: str = "") -> tuple[Bearing, ...]:
    """What bears on the case in a text."""
    return sought.in_leaf(Leaf(address="", title=title, text=text))


def marked(bearing: Bearing, shows: Shows) -> list[str]:
    """The stretches that show something."""
    return [bearing.sentence[mark.start : mark.stop] for mark in bearing.marks if mark.shows is shows]


class TestAPersonsName:
    """Found in running text, whatever the script."""

    @pytest.mark.parametrize(
        ("text", "stretch"),
        [
            ("The weather was mild. Yesterday VORTAN, Iko was seen in Selen.", "VORTAN, Iko"),
            ("Суд в Селене приговорил Ико Вортана к шести годам.", "Ико Вортана"),
            ("حكمت المحكمة على إيكو فورتان بالسجن.", "إيكو فورتان"),
        ],
    )
    def test_lays_its_sentence_beside_the_case(self, sought: Sought, text: str, stretch: str) -> None:
        """With the stretch, and why it may be the person."""
        bearing = found(sought, text)[0]
        assert marked(bearing, Shows.PERSON) == [stretch]
        assert any("may name the person" in said for said in bearing.because)

    def test_that_is_only_half_the_name_lays_nothing(self, sought: Sought) -> None:
        """Every Iko is not this one."""
        assert found(sought, "Iko Marel opened a bakery in Selen.") == ()

    def test_makes_grounds_in_the_rest_of_the_text_bear(self, sought: Sought) -> None:
        """The second sentence names him no more."""
        text = "Iko Vortan was arrested. His lawyers call the charges politically motivated. It rained."
        assert [bearing.sentence for bearing in found(sought, text)] == [
            "Iko Vortan was arrested.",
            "His lawyers call the charges politically motivated.",
        ]


class TestTheCountry:
    """Together with a ground or the offence."""

    @pytest.mark.parametrize(
        ("text", "ground", "factor"),
        [
            ("Courts in Norland jail journalists.", "journalists", "b"),
            ("Norland's prosecutors tortured him.", "tortured", "e"),
            ("قالت منظمة في نورلاند إن المحاكمة غير عادلة.", "المحاكمة غير عادلة", "e"),
            ("诺兰当局捏造罪名。", "捏造", "a"),
            ("Fugitives from Norland were granted asylum.", "asylum", "d"),
        ],
    )
    def test_beside_a_ground_bears_on_the_factor_of_the_ground(
        self, sought: Sought, text: str, ground: str, factor: str
    ) -> None:
        """In the language of the text."""
        bearing = found(sought, text)[0]
        assert ground in marked(bearing, Shows.GROUND) and bearing.bears_on == factor

    def test_beside_the_offence_charged_bears_on_its_nature(self, sought: Sought) -> None:
        """Another offence does not."""
        (bearing,) = found(sought, "In Norland dozens were accused of fraud last year.")
        assert marked(bearing, Shows.OFFENCE) == ["fraud"] and bearing.bears_on == "a"
        assert found(sought, "In Norland dozens were accused of burglary last year.") == ()

    def test_alone_lays_nothing(self, sought: Sought) -> None:
        """Nor does a ground without the country."""
        assert found(sought, "Norland exports timber. The ferry leaves at noon.") == ()
        assert found(sought, "Journalists met in Selen to discuss asylum.") == ()

    def test_in_the_headline_counts_for_the_text(self, sought: Sought) -> None:
        """A report on the country need not repeat its name."""
        assert found(sought, "Judges were dismissed. Activists were tortured in custody.", "Norland 2025")


class TestSentences:
    """Where one ends."""

    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("One. Two! Three?", ["One.", "Two!", "Three?"]),
            ("Mr. Vortan left. He ran.", ["Mr. Vortan left.", "He ran."]),
            ("جملة أولى؟ جملة ثانية.", ["جملة أولى؟", "جملة ثانية."]),
            ("第一句。第二句！", ["第一句。", "第二句！"]),
            ("A line\nanother line", ["A line", "another line"]),
            ("", []),
            (" \n ", []),
        ],
    )
    def test_end_as_their_script_ends_them(self, text: str, parts: list[str]) -> None:
        """An abbreviation ends none."""
        assert [sentence for _, sentence in sentences(text)] == parts

    def test_stand_where_they_say(self) -> None:
        """Marks are counted from there."""
        text = "  First one.   Second “one”. \n third"
        assert all(text[start:].startswith(sentence) for start, sentence in sentences(text))

    def test_longer_than_anybody_reads_are_cut(self) -> None:
        """At a space; nothing is lost."""
        text = "word " * 1_000
        cut = [sentence for _, sentence in sentences(text)]
        assert max(map(len, cut)) <= LONGEST_SENTENCE and " ".join(cut).split() == text.split()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Die Straße nach Łódź", "strasse lodz"),
        ("حكمت المحكمة على المتهم", "محكمة"),
        ("والمحكمة", "المحكمة"),
        ("法院判处该记者", "记者"),
        ("ศาลตัดสิน", "ศาล"),
        ("Прокурор Ёлкин", "елкин"),
        ("naïve Café", "CAFE"),
    ],
)
def test_a_copy_is_found_in_every_script(text: str, query: str) -> None:
    """Capitals, marks and articles do not matter; scripts without spaces go by pairs of signs."""
    assert set(asked_for(query)) and set(asked_for(query)) <= words_of(text)


def test_a_copy_is_not_found_by_what_does_not_stand_in_it() -> None:
    """All words must."""
    assert not set(asked_for("court minister")) <= words_of("The court sat.")
    assert asked_for(" .,! ") == ()
