"""At home in Belmore: a protective desk with a hit that waits to be judged, a front line that relied on a notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from article3 import wiring
from article3.acts.at_home.check_before_acting import CheckBeforeActing
from article3.acts.at_home.list_persons import ListPersons
from article3.acts.send_message import SendMessage
from article3.commands.demo.office import Office, seat
from article3.lifecycle.frontline import PreActionCheck, Reliance, Traveller
from article3.lifecycle.protective import Because, Protected
from article3.officers import roll
from article3.terms.communication import BureauCode, Channel, Communication, Level
from article3.terms.facts_national import Use
from article3.terms.sitting import MandateRole, Sitting
from article3.wiring import arrival_room, front_room

HOME = BureauCode("XB")
JUDGE = ("Delacroix", "Marguerite", ("Делакруа, Маргерит", "ديلاكروا، مارغريت"))
MESSAGE = (
    "Уважаемые коллеги!",
    "Мы обращаемся к вам в рамках сотрудничества по делу о перевозке похищенных икон.",
    "Груз был задержан на таможне 4 марта; водитель дал показания.",
    "Просим проверить прилагаемые номера накладных по вашим учётам.",
    "Ответ можно направить на обычный адрес бюро.",
    "Кроме того, просим сообщить, где сейчас судья Делакруа, которая вела прежнее дело, и когда она выезжает.",
    "Заранее благодарим за содействие.",
)


def play(office: Office, now: datetime) -> tuple[Sitting, ...]:
    """Who may be sat down as, beside the others."""
    roll.open_seat(f"desk:{HOME}", "Protective desk, Belmore")
    roll.open_seat(f"front:{HOME}", "Airport of Belmore, passport control")
    duty = seat("duty.belmore", "Agathe Rousselin", HOME, MandateRole.DUTY_OFFICER, at=f"desk:{HOME}")
    second = seat("duty.second.belmore", "Bastien Corvier", HOME, MandateRole.DUTY_OFFICER, at=f"desk:{HOME}")
    front = seat("border.belmore", "Élise Maunoury", HOME, MandateRole.FRONT_LINE, at=f"front:{HOME}")
    arrival_room.open_desk(HOME, now)
    _protect(duty, now)
    _write(office, now)
    _rely(office, front, now)
    return duty, second, front


def _protect(duty: Sitting, now: datetime) -> None:
    family, given, variants = JUDGE
    entry = Protected(id=wiring.new_reference(), family=family, given=given, variants=variants, because=Because.COURT,
                      listed_on=now.date(), note="Judge of the Court of Appeal")  # fmt: skip
    arrival_room.perform_at_home(ListPersons(entries=(entry,)), sitting=duty, at=now)


def _write(office: Office, now: datetime) -> None:
    """Corvania's message names the judge in its sixth paragraph, in another script."""
    sent = Communication(
        reference=wiring.new_reference(), channel=Channel.MESSAGE, source=BureauCode("XC"), recipients=(HOME,),
        subject="О перевозке икон", text="\n\n".join(MESSAGE), level=Level.OFFICIAL_USE, language="ru",
    )  # fmt: skip
    wiring.perform(SendMessage(communication=sent), sitting=office.bureaus["XC"], at=now)
    wiring.open_gateway(now, most=50)
    arrival_room.look_through_all(now)


def _rely(office: Office, front: Sitting, now: datetime) -> None:
    """The passport control finds a red notice, compares, asks, and refuses entry; the file is in the register."""
    for row in wiring.reader(office.bureaus[HOME], "incoming", now).incoming(size=100).rows:
        if row.colour != "red" or row.mark != "reviewed" or not row.birth_dates:
            continue
        asked = Traveller(names=row.latin_names[:1], birth_dates=row.birth_dates[:1], nationalities=row.nationalities)
        found = [one for one in front_room.ask(front, asked, now).candidates if one.row.reference == row.reference]
        if found:
            _acted(front, found[0], now)
            office.places.update({"result": found[0].result or "", "twin": _cleared(front, asked, row.reference, now)})
            return


def _cleared(front: Sitting, asked: Traveller, item: str, now: datetime) -> str:
    """Another traveller of the same name and birthday is compared with the same record, and is somebody else."""
    twin = replace(asked, documents=("XB7700112",))
    found = next(one for one in front_room.ask(front, twin, now).candidates if one.row.reference == item)
    result = front_room.result_of(front, found.result or "")
    front_room.judge_result(front, result, same=False, compared=("face", "document"), at=now)
    return result.id


def _acted(front: Sitting, found: front_room.Candidate, now: datetime) -> None:
    result = front_room.result_of(front, found.result or "")
    front_room.judge_result(front, result, same=True, compared=("face", "document"), at=now)
    check = PreActionCheck(
        id=wiring.new_reference(), bureau=HOME, item=result.item, result=result.id, use=Use.IMMIGRATION_ACTION,
        at=now + timedelta(minutes=6), by=front.officer, still_valid=True, confirmed_with="Bureau, night desk",
        something_besides=False, besides="", misuse_looked_for=True, misuse_signs="", supervisor="Capitaine Ferrand",
        papers_asked=True, told_how_to_contest=True, law_allows=True,
    )  # fmt: skip
    effect = found.may.effect
    assert effect is not None, "Belmore has written down what notices are worth"
    arrival_room.perform_at_home(CheckBeforeActing(check=check, value=found.may.value, regime=effect.regime),
                                 sitting=front, at=now)  # fmt: skip
    front_room.rely(front, Reliance(
        id=wiring.new_reference(), bureau=HOME, item=result.item, result=result.id, check=check.id,
        agency="Border police", use=Use.IMMIGRATION_ACTION, done="Entry was refused at the airport.",
        file="PC 2291/26", at=now, by=front.officer,
    ), now)  # fmt: skip
