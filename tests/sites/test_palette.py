"""Go anywhere from one line, without a script: what is typed stands in no address, and names only whom one may see."""

from __future__ import annotations

from tests.sites.conftest import Office
from tests.sites.visitor import Visitor


def test_sections_rules_and_ones_own_files_are_found_by_a_few_letters(office: Office) -> None:
    """By words, by a rule's number, by the name of a file one took up."""
    reference = office.examined(office.requested())
    page = Visitor(office.browsers["first"]).visit("/secretariat/go/")
    page.says("Queue", "Removals", reference[:8])
    page.fill(typed="remov").press("Find").says("Removals")
    assert "/secretariat/workload/" not in page.text.partition("<main")[2]
    page.fill(typed="rpd-82").press("Find")
    assert '/public/rule/RPD-82/"' in page.text
    page.fill(typed=reference[:8]).press("Find")
    assert f"/secretariat/files/{reference}/" in page.text
    assert page.at.endswith("/secretariat/go/"), "nothing typed stands in an address"


def test_a_file_somebody_else_took_up_is_not_found_by_its_name(office: Office) -> None:
    """The list is the reviewer's own; nothing says that there was another."""
    reference = office.examined(office.requested())
    page = Visitor(office.browsers["same"]).visit("/secretariat/go/")
    page.fill(typed=reference[:8]).press("Find").says("Nothing of that name")
    assert reference not in page.text
