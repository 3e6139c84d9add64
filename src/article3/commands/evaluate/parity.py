"""`article3 evaluate parity`: can an applicant tell from what they get whether data exist?

Each pair is one application played twice through the rules of the Commission's wing: once with data, a block, questions
to the task force and a late vote, once with nothing found. The observer is strong: it gets both of a pair, without
knowing which is which, and has seen the truth of half the pairs before.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from article3.commands.progress import progress
from article3.commission.lifecycle import chamber, procedure
from article3.commission.lifecycle.application import Application, PersonConcerned, Wish
from article3.commission.lifecycle.own_file import own_file
from article3.commission.lifecycle.receiving import begin
from article3.commission.lifecycle.request import Asked, CommissionRequest, Identified, Papers, Question, Seated
from article3.commission.lifecycle.ruling import Ballot, Carried, Draft, ReportState
from article3.terms.communication import Level
from article3.terms.facts_commission import CommissionOutcome, Remedy, SentBy, UrgencyGround, WorkingLanguage
from article3.terms.reasons import Ground
from article3.terms.sitting import MandateRole, Sitting

CHANCE = 0.5
SEEN_ON = (5, 20, 60, 150, 290)
"""Days after receipt on which the applicant looks; the last is after every answer has left."""
IN_ORDER = Papers(identity_document=True, document_unredacted=True, document_shows_name_birth_photo=True, signed=True,
                  purpose_stated=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All an applicant can observe of one request: bytes, steps, days, how long the answer took."""

    texts: tuple[str, ...]
    steps: int
    days: tuple[int, ...]
    letters: int
    seconds: float

    def features(self) -> dict[str, float]:
        """Numbers in which two observations can differ; text by length, sum and order of its characters."""
        whole = "\n".join(self.texts)
        codes = [ord(sign) for sign in whole]
        return {"length": len(whole), "sum": sum(codes), "order": sum(n * code for n, code in enumerate(codes)),
                "begins": codes[0] if codes else 0, "capitals": sum(sign.isupper() for sign in whole),
                "steps": self.steps, "letters": self.letters,
                "days": sum(self.days), "last_day": max(self.days, default=0), "seconds": self.seconds}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many, from which seed, in which form."""
    parser.add_argument("--pairs", type=int, default=200, metavar="N", help="pairs; two requests each (200)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="seed of the invented requests (1)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")


def run(args: argparse.Namespace) -> int:
    """Print the figure. Exit code 1 when the observer does better than chance."""
    report = measured(args.pairs, args.seed)
    if args.format == "json":
        print(json.dumps(report, indent=2))
    else:
        print(f"{report['requests']} paired requests (data exist / do not): the observer is right on "
              f"{report['accuracy']:.3f} of {report['judged']} unseen pairs by its best feature "
              f"({report['feature']}); chance is {CHANCE}, and up to {report['bound']:.3f} is chance.\n"
              f"Pairs that differ in anything but time: {report['different']}.")
    return 0 if report["accuracy"] <= report["bound"] and not report["different"] else 1


def measured(pairs: int, seed: int) -> dict[str, Any]:
    """The distinguisher's figure over so many pairs."""
    _words()
    observed = []
    with progress("pairs", pairs) as step:
        for pair in observations(pairs, seed):
            observed.append(pair)
            step()
    accuracy, feature, judged = distinguish(observed, seed)
    different = sum(one.texts != other.texts or (one.steps, one.days, one.letters) != (other.steps, other.days,
                                                                                    other.letters)
                    for one, other in observed)
    return {"requests": 2 * pairs, "judged": judged, "accuracy": round(accuracy, 4), "feature": feature,
            "different": different, "bound": round(CHANCE + 2.6 * (0.25 / max(judged, 1)) ** 0.5, 4)}


def distinguish(observed: list[tuple[Seen, Seen]], seed: int) -> tuple[float, str, int]:
    """Learn on half the pairs which way which feature leans when data exist; judge the other half by the best one.

    What does not differ is a coin's toss, and counts half.
    """
    pairs = [(one.features(), other.features()) for one, other in observed]
    random.Random(seed).shuffle(pairs)
    half = len(pairs) // 2
    scored = {name: _right(pairs[:half], name) for name in pairs[0][0]}
    best = max(scored, key=lambda name: abs(scored[name] - CHANCE))
    right = _right(pairs[half:], best)
    return (right if scored[best] >= CHANCE else 1 - right), best, len(pairs) - half


def _right(pairs: list[tuple[dict[str, float], dict[str, float]]], name: str) -> float:
    """How often the larger value is the one with data."""
    points = [1.0 if one[name] > other[name] else CHANCE if one[name] == other[name] else 0.0 for one, other in pairs]
    return sum(points) / len(points)


def observations(pairs: int, seed: int, spoil: Callable[[Seen, bool], Seen] | None = None
                 ) -> Iterator[tuple[Seen, Seen]]:  # fmt: skip
    """Pairs as an applicant sees them, the one with data first; `spoil` plants a difference."""
    chance = random.Random(seed)
    for number in range(pairs):
        said, received = _application(chance), datetime(2026, 1, 5, 9, tzinfo=UTC) + timedelta(days=number % 300)
        makers = [(True, _played(said, received, True, chance)), (False, _played(said, received, False, chance))]
        chance.shuffle(makers)  # whichever is looked at first is not always the same
        seen = {exists: _seen(request, received.date()) for exists, request in makers}
        if spoil is not None:
            seen = {exists: spoil(each, exists) for exists, each in seen.items()}
        yield seen[True], seen[False]


def _seen(request: CommissionRequest, received: date) -> Seen:
    from article3.commission.letters.letter import sheet
    from article3.commission.letters.of_request import letters_of
    from article3.commission.letters.page import as_html

    began, texts, letters, last = time.perf_counter(), [], (), None
    for day in SEEN_ON:
        last = own_file(request, received + timedelta(days=day))
        letters = letters_of(request, {}, received + timedelta(days=day))
        texts += [repr(last), *(as_html(sheet(letter)) for letter in letters)]
    days = [letter.on.toordinal() - received.toordinal() for letter in letters]
    assert last is not None
    return Seen(texts=tuple(texts), steps=len(last.clocks), days=tuple(days), letters=len(letters),
                seconds=time.perf_counter() - began)


def _words() -> None:
    """The letters' words come from Django's catalogues; no database is opened."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    import django

    django.setup()


# --- one application, played with and without data


def _application(chance: random.Random) -> Application:
    wish = chance.choice((Wish.ACCESS, Wish.DELETION))
    name = "".join(chance.choice("aeioulmnrst") for _ in range(chance.randint(4, 12))).capitalize()
    return Application(wish=wish, language=chance.choice((WorkingLanguage.ENGLISH, WorkingLanguage.ARABIC)),
                       sent_by=SentBy.PERSON, purpose="What is said about me?", source_may_know=False,
                       person=PersonConcerned(family_name=name, given_names="Vortan", nationality="XB"))  # fmt: skip


def _played(said: Application, received: datetime, exists: bool, chance: random.Random) -> CommissionRequest:
    """From receipt to decision, without data a quick look, with data everything the chamber does."""
    desk, members = _sitting("d", MandateRole.COMMISSION_SECRETARIAT), _members()
    request = begin(said, "a" * 32, received)  # type: ignore[arg-type]
    days = count(1)
    at = lambda: received + timedelta(days=next(days))  # noqa: E731
    request = procedure.rule_on_admissibility(request, IN_ORDER, admissible=True, at=at(), sitting=desk)
    found = (Identified(reference="f" * 32, source="XC", kind="red notice", state="published",  # type: ignore[arg-type]
                        found_on=received.date()),) if exists else ()  # fmt: skip
    request = procedure.identify(request, found, at=at(), sitting=desk)
    seated = tuple(Seated(officer=each.officer, nationality=each.nationality) for each in members)
    request = procedure.assign(request, seated[0], seated, at=at(), sitting=desk)
    request = _with_data(request, members[0], desk, at) if exists else request
    late = received + timedelta(days=chance.randint(40, 100) if exists else chance.randint(8, 30))
    draft = Draft(outcome=CommissionOutcome.NOT_COMPLIANT if exists else CommissionOutcome.COMPLIANT, text="",
                  remedies=frozenset({Remedy.DELETE if exists else Remedy.NONE}), on=late.date(),
                  grounds=(Ground.POLITICAL_CHARACTER,) if exists else (), reasons="As found.", by=members[0].officer,
                  data_may_be_told=False)  # fmt: skip
    request = chamber.propose(request, draft, at=late, sitting=members[0])
    for member in members:
        request = chamber.vote(request, Ballot.FOR, "", at=late, sitting=member)
    decided, measures = chamber.decide(request, tuple("abcdef"), at=late, sitting=members[0])
    for measure in measures:
        carried = Carried(state=ReportState.COMPLETE, on=late.date())
        decided = chamber.reported(decided, measure.id, carried, at=late)
    return decided


def _with_data(request: CommissionRequest, rapporteur: Sitting, desk: Sitting, at: Callable[[], datetime]
               ) -> CommissionRequest:  # fmt: skip
    file = request.identified[0].reference
    request, _ = chamber.order_block(request, file, "b", UrgencyGround.DETENTION, "Held.", at=at(), sitting=rapporteur)
    when = at()
    asked = Question(id="q", of=Asked.TASK_FORCE, about=file, text="Your assessment?", asked_on=when.date(),
                     due_on=when.date() + timedelta(days=30))  # fmt: skip
    request = procedure.ask(request, asked, at=when, sitting=desk)
    return procedure.answered(request, "q", "Not compliant.", at().date(), at=at(), by=None)


def _members() -> list[Sitting]:
    return [_sitting(f"m{n}", MandateRole.COMMISSION_MEMBER) for n in range(5)]


def _sitting(officer: str, role: MandateRole) -> Sitting:
    return Sitting(officer=officer, officer_name="", nationality="QM", seat="commission", role=role,  # type: ignore[arg-type]
                   clearance=Level.CONFIDENTIAL)  # fmt: skip


PLANTED: dict[str, Callable[[Seen], Seen]] = {
    "one byte more": lambda seen: replace(seen, texts=(*seen.texts[:-1], f"{seen.texts[-1]} ")),
    "another capital": lambda seen: replace(seen, texts=(seen.texts[0].swapcase(), *seen.texts[1:])),
    "two words in another order": lambda seen: replace(seen, texts=(f"{seen.texts[0][20:]}{seen.texts[0][:20]}",
                                                                             *seen.texts[1:])),
    "one step more": lambda seen: replace(seen, steps=seen.steps + 1),
    "one step less": lambda seen: replace(seen, steps=seen.steps - 1),
    "one letter more": lambda seen: replace(seen, letters=seen.letters + 1),
    "a letter a day later": lambda seen: replace(seen, days=(*seen.days[:-1], seen.days[-1] + 1)),
    "an answer a day earlier": lambda seen: replace(seen, days=(seen.days[0] - 1, *seen.days[1:])),
    "another word of the same length": lambda seen: replace(seen, texts=(f"b{seen.texts[0][1:]}", *seen.texts[1:])),
    "half a second more": lambda seen: replace(seen, seconds=seen.seconds + 0.5),
}
"""Differences planted where data exist, each of which the observer must find."""


def planted(names: Iterable[str], pairs: int, seed: int) -> dict[str, float]:
    """The observer's figure for each planted difference."""
    _words()
    found = {}
    for name in names:
        spoil = PLANTED[name]
        spoiled = observations(pairs, seed, lambda seen, exists, spoil=spoil: spoil(seen) if exists else seen)
        found[name] = distinguish(list(spoiled), seed)[0]
    return found
