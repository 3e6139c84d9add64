"""Forty bad documents and more: each problem names the field, what was found, what is expected, how to mend it."""

from __future__ import annotations

from typing import Any

import pytest

from article3.intake.problems import Problem, Unreadable
from article3.intake.reading import read_communication
from article3.terms.communication import BureauCode
from tests.intake.made import REFERENCE, ZONE, at, good


def problems_of(document: Any, **more: Any) -> tuple[Problem, ...]:
    """What intake says of a document that it cannot read."""
    with pytest.raises(Unreadable) as caught:
        read_communication(document, reference=REFERENCE, **more)
    return caught.value.problems


BAD: dict[str, tuple[Any, str, str, str, str]] = {
    "it is a list": ([], "", "not_an_object", "a list of 0", "Put the fields between { and }."),
    "it is not JSON": ('{"channel": "message",}', "", "not_json", "line 1, column ", "Mend the text there"),
    "it is cut off": ('{"channel": "mess', "", "not_json", "Unterminated string", "Mend the text there"),
    "it is in another encoding": (b'{"source": "\xe9"}', "", "not_utf8", "0xE9 at place 12", "Save the file as UTF-8"),
    "it holds NaN": ('{"retention_months": NaN}', "", "not_a_number", "NaN", "Leave the field out"),
    "it holds Infinity": ('{"retention_months": -Infinity}', "", "not_a_number", "-Infinity", "Leave the field out"),
    "a number has thousands of digits": (
        '{"retention_months": ' + "9" * 5000 + "}",
        "",
        "not_json",
        "limit",
        "Write a number of the usual size.",
    ),
    "the channel is missing": (good(channel=...), "/channel", "missing", "nothing", "Add it."),
    "the source is missing": (good(source=...), "/source", "missing", "nothing", "Add it."),
    "the channel is no channel": (
        good(channel="e-mail"),
        "/channel",
        "not_in_list",
        "'e-mail'",
        "Choose one of these words",
    ),
    "the colour is capitalised": (good(colour="Red"), "/colour", "not_in_list", "'Red'", "Write 'red'."),
    "the colour is written with a space": (
        good(colour="works of art"),
        "/colour",
        "not_in_list",
        "'works of art'",
        "Write 'works_of_art'.",
    ),
    "a notice request has no colour": (good(colour=...), "/colour", "missing", "nothing", "Add the colour."),
    "a notice request has an aim": (
        good(aim="arrest"),
        "/aim",
        "not_of_this_channel",
        "the aim arrest in a notice request",
        "Delete the aim",
    ),
    "a diffusion has no aim": (good(channel="diffusion", colour=...), "/aim", "missing", "nothing", "Add the aim."),
    "a message has no text": (
        {"channel": "message", "source": "XA", "text": ""},
        "/text",
        "missing",
        "nothing",
        "Add the text.",
    ),
    "a field is misspelt": (
        good(recepients=["XB"]),
        "/recepients",
        "unknown_field",
        "'recepients'",
        "Did you mean 'recipients'?",
    ),
    "a field is unknown": (good(owner="XB"), "/owner", "unknown_field", "'owner'", "Delete it"),
    "our reference is typed": (
        good(reference="0" * 32),
        "/reference",
        "unknown_field",
        "'reference'",
        "it is computed from the rest",
    ),
    "a Latin form is typed": (
        at("person.names.0.latin_family", "TILKE"),
        "/person/names/0/latin_family",
        "unknown_field",
        "'latin_family'",
        "it is computed from the rest",
    ),
    "a field is null": (good(language=None), "/language", "null", "null", "Leave the whole field out"),
    "a country is in small letters": (
        good(source="xa"),
        "/source",
        "unknown_country",
        "'xa'",
        "Write 'XA' if invented country XA is meant.",
    ),
    "a country has three letters": (
        at("person.nationalities.0", "FRA"),
        "/person/nationalities/0",
        "unknown_country",
        "'FRA'",
        "Write 'FR'",
    ),
    "a country is written out": (
        at("person.birth_country", "Namibia"),
        "/person/birth_country",
        "unknown_country",
        "'Namibia'",
        "Write 'NA'",
    ),
    "a country is a common mistake": (
        good(recipients=["UK"]),
        "/recipients/0",
        "unknown_country",
        "'UK'",
        "Write 'GB'",
    ),
    "a country does not exist": (
        good(denied=["QA", "OO"]),
        "/denied/1",
        "unknown_country",
        "'OO'",
        "Look the code up in ISO 3166-1.",
    ),
    "a bureau is named twice": (
        good(recipients=["XB", "XD", "XB"]),
        "/recipients/2",
        "repeated",
        "'XB' a second time",
        "Delete the repetition.",
    ),
    "a bureau is a recipient and kept out": (
        good(denied=["XB"]),
        "/denied/0",
        "contradiction",
        "XB, which is also among the recipients",
        "Delete it from one of them.",
    ),
    "one recipient is no list": (good(recipients="XB"), "/recipients", "not_a_list", "'XB'", "between [ and ]"),
    "a birth day is not in the calendar": (
        at("person.birth_dates.0", "1981-02-29"),
        "/person/birth_dates/0",
        "no_such_day",
        "'1981-02-29'",
        "names a day that does not exist",
    ),
    "a birth date is written the usual way": (
        at("person.birth_dates.0", "17.05.1980"),
        "/person/birth_dates/0",
        "not_a_date",
        "'17.05.1980'",
        "Write what is known of it so.",
    ),
    "an interval runs backwards": (
        at("person.birth_dates.0", "1982/1980"),
        "/person/birth_dates/0",
        "no_such_day",
        "'1982/1980'",
        "ends before it begins",
    ),
    "a day of signature is not in the calendar": (
        at("declarations.0.on", "2026-02-30"),
        "/declarations/0/on",
        "no_such_day",
        "'2026-02-30'",
        "This day is not in the calendar",
    ),
    "a day has no zeros": (good(made_on="2026-1-5"), "/made_on", "not_a_day", "'2026-1-5'", "year-month-day"),
    "a penalty is a text": (
        at("charges.0.penalty_max_months", "240"),
        "/charges/0/penalty_max_months",
        "not_whole",
        "'240'",
        "Write digits, without quotes.",
    ),
    "a penalty has a fraction": (
        at("charges.0.penalty_max_months", 1.5),
        "/charges/0/penalty_max_months",
        "not_whole",
        "1.5",
        "Round it to a whole number",
    ),
    "a penalty is yes": (
        at("charges.0.penalty_max_months", True),
        "/charges/0/penalty_max_months",
        "not_whole",
        "true",
        "Write digits",
    ),
    "more is left than was imposed": (
        at("charges.0.remaining_months", 121),
        "/charges/0/remaining_months",
        "more_than_imposed",
        "121 months of 120",
        "Check both numbers.",
    ),
    "a charge says nothing": (at("charges.0.text", ""), "/charges/0/text", "too_short", "''", "Write the text"),
    "consent is a word": (
        good(public_extract_consent="yes"),
        "/public_extract_consent",
        "not_yes_no",
        "'yes'",
        "true or false",
    ),
    "a name is no name": (
        at("person.names.0", {"given": " - "}),
        "/person/names/0",
        "no_name",
        "'-'",
        "Leave the name out",
    ),
    "a name is too long": (
        at("person.names.0.family", "A" * 201),
        "/person/names/0/family",
        "too_long",
        "201 characters",
        "Shorten it",
    ),
    "a subject has two lines": (
        good(subject="one\ntwo"),
        "/subject",
        "control_character",
        "U+000A (line feed)",
        "Delete that character",
    ),
    "a passport's check digit is wrong": (
        at("person.documents.0.mrz", ZONE.replace("5UTO", "4UTO")),
        "/person/documents/0/mrz",
        "mrz_fault",
        "the check digit of the document number is 4, computed 5",
        "Read it again",
    ),
    "a passport's line is short": (
        at("person.documents.0.mrz", ZONE[:-1]),
        "/person/documents/0/mrz",
        "mrz_fault",
        "lines of 44, 43 characters",
        "Read it again",
    ),
    "a role ends before it begins": (
        at("person.roles.0.until", "2000"),
        "/person/roles/0/until",
        "ends_before_it_begins",
        "2000, before 2001",
        "Check both dates.",
    ),
    "a warrant ends before it begins": (
        at("papers.0.valid_until", "2023"),
        "/papers/0/valid_until",
        "ends_before_it_begins",
        "2023, before 2024-03-06",
        "Check both dates.",
    ),
    "a copy is not attached": (
        good(attachments=[]),
        "/papers/0/copy",
        "no_such_attachment",
        "'w.pdf'",
        "Attach the copy",
    ),
    "a file name climbs folders": (
        at("attachments.0.name", "../w.pdf"),
        "/attachments/0/name",
        "bad_file_name",
        "the sign /",
        "Rename the file",
    ),
    "a file is too large": (
        at("attachments.0.size_bytes", 25_000_001),
        "/attachments/0/size_bytes",
        "out_of_bounds",
        "25000001",
        "Check the number and its unit.",
    ),
    "a fingerprint is in capitals": (
        at("attachments.0.sha256", "A" * 64),
        "/attachments/0/sha256",
        "not_spelt_so",
        "'AAAA",
        "Compute it",
    ),
    "a language is written out": (
        good(language="French"),
        "/language",
        "not_spelt_so",
        "'French'",
        "two or three small letters",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_each_bad_document_is_refused_with_the_exact_mend(case: str) -> None:
    """One fault, one problem: where, what was found, what to do."""
    document, pointer, code, found, mend = BAD[case]
    problems = [each for each in problems_of(document) if each.code == code]
    assert [each.pointer for each in problems] == [pointer]
    assert found in problems[0].found
    assert mend in problems[0].mend
    assert problems[0].field and problems[0].expected


def test_there_are_more_than_forty_bad_documents() -> None:
    """The table keeps its promise."""
    assert len(BAD) >= 40


def test_everything_wrong_is_said_at_once_in_the_order_of_the_document() -> None:
    """Shape, calendar, codes and controls together: nothing asks the sender to try again for the next one."""
    document = good(
        level="secret", made_on="2026-13-01", recipients=["XB", "FRA"], id=5, charges=[{"penalty_max_months": "2"}]
    )
    found = [(each.pointer, each.code) for each in problems_of(document)]
    assert found == [
        ("/charges/0/penalty_max_months", "not_whole"),
        ("/charges/0/text", "missing"),
        ("/recipients/1", "unknown_country"),
        ("/level", "not_in_list"),
        ("/made_on", "no_such_day"),
        ("/id", "unknown_field"),
    ]


def test_fields_that_do_not_fit_together_are_said_beside_faults_elsewhere() -> None:
    """A wrong day does not hide a contradiction."""
    document = good(made_on="2026-13-01", denied=["XB"])
    assert {each.code for each in problems_of(document)} == {"no_such_day", "contradiction"}


def test_a_check_is_left_out_where_its_own_fields_are_at_fault() -> None:
    """A paper's copy is not called missing when the attachment that holds it could not be read."""
    assert [each.code for each in problems_of(at("attachments.0.sha256", "x"))] == ["not_spelt_so"]


def test_all_faults_of_a_passport_are_said() -> None:
    """Number and birth: two problems at one place; the digit over all says nothing more then."""
    zone = ZONE.replace("5UTO8001025", "4UTO8001024")
    assert len(problems_of(at("person.documents.0.mrz", zone))) == 2


def test_the_plain_name_says_where_in_words() -> None:
    """For readers who know no JSON."""
    fields = {
        path: problems_of(at(path, 5))[0].field
        for path in ("person.names.0.family", "person.birth_dates.0", "charges.0.acts.0.when", "made_on")
    }
    assert fields == {
        "person.names.0.family": "person concerned, name 1, family name",
        "person.birth_dates.0": "person concerned, dates of birth, entry 1",
        "charges.0.acts.0.when": "charge 1, personal act 1, when it was done",
        "made_on": "day the source made it",
    }


def test_a_sender_cannot_name_another_sender() -> None:
    """Abuse case A11: the source is whoever signed."""
    (problem,) = problems_of(good(source="XB"), source=BureauCode("XA"))
    assert (problem.pointer, problem.code, problem.expected) == ("/source", "not_the_sender", "XA, who sends this")


def test_a_problem_reads_as_one_sentence() -> None:
    """As `article3 check` prints it."""
    (problem,) = problems_of(good(language=None))
    assert str(problem) == (
        "/language (language it is written in): found null; expected a value. "
        "Leave the whole field out when nothing is known."
    )
