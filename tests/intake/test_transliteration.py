"""The Latin form of names: ICAO 9303 part 3, against the tables of another program as an outside judge."""

from __future__ import annotations

import importlib
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article3.intake.transliteration import base_form, latin_form, passport_form

TABLES = tomllib.loads((files("article3.intake") / "transliteration.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "latin", "passport"),
    [
        ("O'Néill-Müller", "ONEILL MUELLER", "ONEILL<MUELLER"),
        ("Åse Þór", "AASE THOR", "AASE<THOR"),
        ("Łukasz Żółć", "LUKASZ ZOLC", "LUKASZ<ZOLC"),
        ("Straße", "STRASSE", "STRASSE"),
        ("İpek Işık", "IPEK ISIK", "IPEK<ISIK"),
        ("Nguyễn Văn Ạ", "NGUYEN VAN A", "NGUYEN<VAN<A"),
        ("Иванов Щербаков", "IVANOV SHCHERBAKOV", "IVANOV<SHCHERBAKOV"),
        ("Ёлкин Юрий", "ELKIN IURII", "ELKIN<IURII"),
        ("Їжакевич Юрій Григорович", "YIZHAKEVYCH YURII HRYHOROVYCH", "YIZHAKEVYCH<YURII<HRYHOROVYCH"),
        ("Быкаў", "BYKAU", "BYKAU"),
        ("Ђорђе Ћосић", "DORDE COSIC", "DORDE<COSIC"),
        ("Ѓорѓи", "GJORGJI", "GJORGJI"),
        ("محمود عبدالرحيم", "MHMUD ABDALRHIM", "MXHMWD<EBDALRXHYM"),
        ("محمّد فاطمة", "MHMMD FATMA", "MXHMMD<FAXTTMXAH"),
        ("كشّاف", "KSHAF", "KXSHXSHAF"),
        ("علی\u200cرضا", "ALIRDA", "ELXYARXDZA"),
        ("مُحَمَّد", "MHMMD", "MXHMMD"),
        ("Παπαδόπουλος Γεώργιος", "PAPADOPOULOS GEORGIOS", "PAPADOPOULOS<GEORGIOS"),
        ("Ευάγγελος Αυγέρης Λευτέρης", "EVANGELOS AVGERIS LEFTERIS", "EVANGELOS<AVGERIS<LEFTERIS"),
        ("Μπάμπης Μαΐου", "BAMPIS MAIOU", "BAMPIS<MAIOU"),
        ("王小明", "", ""),
        ("გიორგი", "", ""),
        ("משה", "", ""),
        ("", "", ""),
        ("Tilke 2nd", "TILKE 2ND", "TILKE<ND"),
    ],
)
def test_a_name_has_its_latin_forms(name: str, latin: str, passport: str) -> None:
    """Readable beside the machine's; empty where no table covers the script: nothing is guessed."""
    assert (latin_form(name), passport_form(name)) == (latin, passport)


def test_a_letter_with_two_dots_may_also_be_written_bare() -> None:
    """9303-3 lets states choose: Ü is UE or U."""
    assert (passport_form("Müller"), base_form("Müller"), base_form("Юрий")) == ("MUELLER", "MULLER", "IURII")


JUDGED = {"latin": "latin_based", "cyrillic": "cyrillic", "arabic": "arabic"}
OURS_DIFFER = {
    "Å": "AA is the first choice of table A",
    "ƏĸŊ": "not in the judge's table or not in the standard",
    "ҺҒЃЋѪ": "the judge leaves them out or follows a national law",
    "ءآأؤإئةاتى": "the judge marks these as its own experiments",
}


@pytest.mark.parametrize("script", JUDGED)
def test_the_tables_agree_with_another_program(script: str) -> None:
    """Letter by letter, wherever the other program follows the standard."""
    judge = importlib.import_module(f"mrz.generator.dictionaries.{JUDGED[script]}").transliteration
    ours = {letter: latin for latin, letters in TABLES[script].items() for letter in letters}
    excused = set("".join(OURS_DIFFER))
    both = [letter for letter in ours if letter in judge and letter not in excused]
    assert len(both) > 30
    assert {letter: (ours[letter], judge[letter]) for letter in both if ours[letter] != judge[letter].upper()} == {}


@given(st.text(max_size=30))
def test_a_form_holds_only_what_a_passport_may_hold(name: str) -> None:
    """Capital letters, digits and single spaces; capital letters and single fillers."""
    latin, passport = latin_form(name), passport_form(name)
    assert set(latin) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ") and latin == " ".join(latin.split())
    assert set(passport) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ<") and passport == passport.strip("<")
    assert "<<" not in passport


@given(st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"), min_size=1, max_size=12))
def test_the_arabic_letters_can_be_told_from_a_passport(name: str) -> None:
    """The escapes keep different letters apart, which the readable form does not."""
    escapes = {latin: letters[0] for latin, letters in TABLES["arabic"].items()}
    written, letters = passport_form(name), ""
    while written:
        size = next(size for size in (3, 2, 1) if written[:size] in escapes and (size == 1) == (written[0] != "X"))
        letters, written = letters + escapes[written[:size]], written[size:]
    assert letters == name
