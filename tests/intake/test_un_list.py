"""The Security Council's list becomes special notices; a hostile file becomes a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from article3.intake.documents import read_path
from article3.intake.problems import Unreadable
from article3.intake.un_list import entries, read_entry
from article3.terms.communication import Colour, Communication, PersonStatus, Reference
from article3.terms.entity import Entity

INDIVIDUAL = """<INDIVIDUAL><DATAID>9900001</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME> ROVAN </FIRST_NAME>
<SECOND_NAME>TILKE</SECOND_NAME><NAME_ORIGINAL_SCRIPT>Рован Тилке</NAME_ORIGINAL_SCRIPT><GENDER>MALE</GENDER>
<REFERENCE_NUMBER>EXi.001</REFERENCE_NUMBER><LISTED_ON>2026-01-01</LISTED_ON><COMMENTS1>Moves money.</COMMENTS1>
<NATIONALITY><VALUE>France</VALUE><VALUE>Nowhere</VALUE></NATIONALITY><TITLE><VALUE>Colonel</VALUE></TITLE>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>R. Tilke</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Rovan Orlin</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS/>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1979</FROM_YEAR><TO_YEAR>1981</TO_YEAR>
</INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1980</YEAR>
</INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><DATE>1980-02-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH/><INDIVIDUAL_PLACE_OF_BIRTH><CITY>Velm</CITY><COUNTRY>France</COUNTRY>
</INDIVIDUAL_PLACE_OF_BIRTH><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>X12</NUMBER>
<ISSUING_COUNTRY>France</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT/></INDIVIDUAL>"""
LIST = ('<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-01-01T00:00:00.000-04:00"><INDIVIDUALS>{}'
        "</INDIVIDUALS><ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>VELM TRADING</FIRST_NAME>"
        "<REFERENCE_NUMBER>EXe.002</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>")  # fmt: skip


def test_an_individual_is_read_whole() -> None:
    """Names in their order and script, every day of birth, papers; an unknown country is left out."""
    _, entry = next(entries(LIST.format(INDIVIDUAL).encode()))
    read = read_entry(entry, reference=Reference("0" * 32))
    person = read.person
    assert person is not None
    assert (read.colour, read.un_reference, str(read.made_on)) == (Colour.UN_SPECIAL, "EXi.001", "2026-01-01")
    assert [(n.given, n.family, n.kind) for n in person.names] == [
        ("ROVAN", "TILKE", "primary"), ("", "Рован Тилке", "primary"), ("", "R. Tilke", "alias"),
        ("", "Rovan Orlin", "former")]  # fmt: skip
    assert [str(day) for day in person.birth_dates] == ["1979", "1980", "1981", "1980~", "1980-02-03"]
    assert (person.sex, person.nationalities, person.birth_country) == ("M", ("FR",), "FR")
    assert [(paper.kind, paper.number, paper.country) for paper in person.documents] == [("passport", "X12", "FR")]
    assert person.status is PersonStatus.UN_SANCTIONED and person.description == "Colonel"


BORN = "<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>EXi.1</REFERENCE_NUMBER>{}</INDIVIDUAL>"
DATE = "<INDIVIDUAL_DATE_OF_BIRTH>{}</INDIVIDUAL_DATE_OF_BIRTH>"
ABOUT = "<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE>"


@pytest.mark.parametrize(("written", "dates"), [
    ("<FROM_YEAR>1979</FROM_YEAR><TO_YEAR>1981</TO_YEAR>", ["1979", "1980", "1981"]),
    ("<FROM_YEAR>1981</FROM_YEAR><TO_YEAR>1980</TO_YEAR>", ["1980", "1981"]),
    ("<FROM_YEAR>1980</FROM_YEAR><TO_YEAR>1980</TO_YEAR>", ["1980"]),
    (f"{ABOUT}<FROM_YEAR>1979</FROM_YEAR><TO_YEAR>1980</TO_YEAR>", ["1979~", "1980~"]),
    ("<FROM_YEAR>1961</FROM_YEAR><TO_YEAR>1980</TO_YEAR>", [str(year) for year in range(1961, 1981)]),
    ("<FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1980</TO_YEAR>", ["1960/1980"]),
    ("<FROM_YEAR>1980</FROM_YEAR>", ["1980/.."]), ("<TO_YEAR>1980</TO_YEAR>", ["../1980"]),
    (f"{ABOUT}<YEAR>1980</YEAR>", ["1980~"]), ("<YEAR>circa 1980</YEAR>", ["1980~"]), ("<YEAR>1970s</YEAR>", ["197X"]),
    ("<DATE>1980-03</DATE>", ["1980-03"]), ("<DATE>1980-03-04T00:00:00</DATE>", ["1980-03-04"]), ("", []),
])  # fmt: skip
def test_years_of_birth_are_read_as_they_may_be(written: str, dates: list[str]) -> None:
    """Years between two bounds are so many possible dates, up to twenty; wider, they stay one interval."""
    _, entry = next(entries(LIST.format(BORN.format(DATE.format(written))).encode()))
    read = read_entry(entry, reference=Reference("0" * 32))
    assert [str(day) for day in (read.person.birth_dates if read.person else ())] == dates
    assert read.extra == ()


def test_a_date_of_birth_nobody_can_read_is_kept_as_it_is_written() -> None:
    """For a person to read; what can be read beside it is read."""
    wild = DATE.format("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>before the flood</YEAR>")
    _, entry = next(entries(LIST.format(BORN.format(wild + DATE.format("<YEAR>1980</YEAR>"))).encode()))
    read = read_entry(entry, reference=Reference("0" * 32))
    assert read.person is not None and [str(day) for day in read.person.birth_dates] == ["1980"]
    assert read.extra == (("INDIVIDUAL_DATE_OF_BIRTH", "EXACT before the flood"),)


def test_more_dates_than_a_form_holds_leave_intervals_whole_and_lose_none() -> None:
    """Three decades of possible years: three intervals; of twenty-one dates the last is kept beside."""
    wide = [f"<FROM_YEAR>{year}</FROM_YEAR><TO_YEAR>{year + 9}</TO_YEAR>" for year in (1950, 1960, 1970)]
    _, entry = next(entries(LIST.format(BORN.format("".join(map(DATE.format, wide)))).encode()))
    read = read_entry(entry, reference=Reference("0" * 32))
    assert read.person is not None
    assert [str(day) for day in read.person.birth_dates] == ["1950/1959", "1960/1969", "1970/1979"]
    many = "".join(DATE.format(f"<YEAR>{1950 + n}</YEAR>") for n in range(21))
    _, entry = next(entries(LIST.format(BORN.format(many)).encode()))
    read = read_entry(entry, reference=Reference("0" * 32))
    assert read.person is not None and len(read.person.birth_dates) == 20
    assert read.extra == (("INDIVIDUAL_DATE_OF_BIRTH", "1970"),)


def test_an_entity_is_read_with_its_other_names_and_addresses() -> None:
    """Former names apart from aliases, the name in its own script, each address on one line."""
    more = ("<NAME_ORIGINAL_SCRIPT>Велм</NAME_ORIGINAL_SCRIPT><ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>VT"
            "</ALIAS_NAME></ENTITY_ALIAS><ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Orlin Freight</ALIAS_NAME>"
            "</ENTITY_ALIAS><ENTITY_ALIAS/><ENTITY_ADDRESS><STREET>Quay 4</STREET><CITY>Velm</CITY></ENTITY_ADDRESS>"
            "<ENTITY_ADDRESS/></ENTITY>")  # fmt: skip
    *_, (_, entry) = entries(LIST.format(INDIVIDUAL).replace("</ENTITY>", more).encode())
    read = read_entry(entry, reference=Reference("0" * 32))
    assert read.entity == Entity(original_name="Велм", aliases=("VT",), former_names=("Orlin Freight",),
                                 addresses=("Quay 4, Velm",))  # fmt: skip


def test_an_entity_has_a_subject_and_no_person(tmp_path: Path) -> None:
    """Read from a file like any paper, each entry with its place."""
    path = tmp_path / "list.xml"
    path.write_text(LIST.format(INDIVIDUAL), encoding="utf-8")
    read = dict(read_path(tmp_path, reference=lambda _: Reference("0" * 32)))
    assert [where.partition("#")[2] for where in read] == ["/INDIVIDUALS/INDIVIDUAL[1]", "/ENTITIES/ENTITY[1]"]
    entity = list(read.values())[1]
    assert isinstance(entity, Communication) and entity.subject == "VELM TRADING" and entity.person is None


def test_an_entry_nobody_can_read_does_not_stop_the_rest(tmp_path: Path) -> None:
    """Its problems stand at its place."""
    path = tmp_path / "list.xml"
    path.write_text(LIST.format("<INDIVIDUAL><FIRST_NAME>A&#x202E;B</FIRST_NAME></INDIVIDUAL>"), encoding="utf-8")
    first, second = (read for _, read in read_path(path, reference=lambda _: Reference("0" * 32)))
    assert isinstance(first, Unreadable) and isinstance(second, Communication)


@pytest.mark.parametrize("hostile", [
    '<!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>',
    '<! doctype x SYSTEM "file:///etc/passwd"><CONSOLIDATED_LIST/>', "<CONSOLIDATED_LIST><INDIVIDUALS>",
])  # fmt: skip
def test_a_hostile_file_is_refused_in_words(hostile: str, tmp_path: Path) -> None:
    """No entity is expanded, no file opened; broken XML says where it breaks."""
    path = tmp_path / "list.xml"
    path.write_text(hostile, encoding="utf-8")
    ((_, read),) = read_path(path, reference=lambda _: Reference("0" * 32))
    assert isinstance(read, Unreadable) and read.problems[0].mend
