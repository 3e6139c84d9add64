"""Turns the neutral predicates of `access` into queries: the only place that knows which column answers which tie."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from article3.access.decision import Ties, role_of
from article3.access.filters import All, Is, Predicate, Tie, readable, readable_content
from article3.access.words import Extent, Kind, Role, Standing
from article3.register.arrivals import book as arrivals
from article3.register.models import Assigned, Consulted, Denied, File, Nationality, Recipient
from article3.terms.communication import Level
from article3.terms.sitting import MandateRole, Sitting

_NEVER = Q(pk__in=[])
_TIES = (Tie.MINE, Tie.REACHED_ME, Tie.DENIED_ME, Tie.CONCERNS_ME, Tie.ASSIGNED_TO_ME, Tie.OWN_COUNTRY)


class Sight:
    """What one sitting may read on one day, as conditions on rows of `File`."""

    def __init__(self, sitting: Sitting, on: date) -> None:
        self.sitting, self.on = sitting, on
        self.role = role_of(sitting)
        self._known: dict[Tie, Q] = {}

    def content(self, least: Extent = Extent.REDUCED) -> Q:
        """Files whose content may be read at least to that extent."""
        return self.query(readable_content(self.role, self.sitting.clearance, least))

    def kind(self, kind: Kind, least: Extent = Extent.REDUCED) -> Q:
        """Files of which this kind of data may be read at least to that extent."""
        return self.query(readable(kind, self.role, self.sitting.clearance, least))

    def query(self, predicate: Predicate) -> Q:
        """A predicate of `access` as a condition."""
        if isinstance(predicate, Is):
            return self._is(predicate)
        joined = Q() if isinstance(predicate, All) else _NEVER
        for part in predicate.parts:
            joined = joined & self.query(part) if isinstance(predicate, All) else _either(joined, self.query(part))
        return joined

    def tie(self, tie: Tie) -> Q:
        """The condition that one tie is there."""
        if tie not in self._known:
            self._known[tie] = self._tie(tie)
        return self._known[tie]

    def _tie(self, tie: Tie) -> Q:
        bureau, officer = self.sitting.bureau, self.sitting.officer
        if tie is Tie.OWN_COUNTRY:
            return self._own_country()
        if tie is Tie.ASSIGNED_TO_ME:
            return self._hand(officer)
        if bureau is None:
            return _NEVER
        return {
            Tie.MINE: Q(source=bureau),
            Tie.REACHED_ME: self._addressed() & arrivals.free(bureau),
            Tie.DENIED_ME: Q(Exists(self._bars().filter(file=OuterRef("pk"), bureau=bureau))),
            Tie.CONCERNS_ME: Q(Exists(self.asked().filter(file=OuterRef("pk")))),
        }.get(tie, _NEVER)  # protection and second persons are not in these tables

    def asked(self) -> QuerySet[Consulted]:
        """Consultations of this bureau, as far as its protective desk has let them on; at the desk those it kept."""
        bureau = self.sitting.bureau
        if bureau is None:
            return Consulted.objects.none()
        at_the_desk = self.role is Role.DESK
        mine = arrivals.named(self.sitting, "consultation") if at_the_desk else arrivals.free(bureau, "consultation")
        return Consulted.objects.filter(mine, bureau=bureau)

    def ties_of(self, row: File) -> Ties:
        """The ties of one row fetched with `with_ties`."""
        found = {tie.value: getattr(row, f"tie_{tie.value}") for tie in _TIES}
        return Ties(**found, standing=Standing(row.standing), level=Level(row.level))

    def annotations(self) -> dict[str, Q]:
        """One column for each tie, for `annotate`."""
        return {f"tie_{tie.value}": self.tie(tie) for tie in _TIES}

    def _is(self, predicate: Is) -> Q:
        if predicate.tie is Tie.STANDING:
            return Q(standing__in=sorted(standing.value for standing in predicate.among))
        if predicate.tie is Tie.LEVEL:
            return Q(level__in=sorted(level.value for level in predicate.among))
        met = self.tie(predicate.tie)
        return met if True in predicate.among else ~met

    def _bars(self):
        return Denied.objects.filter(Q(lifted_on__isnull=True) | Q(lifted_on__gt=self.on), since__lte=self.on)

    def _addressed(self) -> Q:
        to_me = Recipient.objects.filter(file=OuterRef("pk"), bureau=self.sitting.bureau)
        return Q(to_all=True) | Q(Exists(to_me))

    def _hand(self, officer: str) -> Q:
        """A reviewer's hand in the file; at a protective desk, the name in the restricted file of what reached it."""
        if self.role is Role.DESK:
            return self._addressed() & arrivals.named(self.sitting) & ~self.tie(Tie.DENIED_ME)
        return self._assigned(officer) if self.role is Role.REVIEWER else _NEVER

    def _own_country(self) -> Q:
        mine = self.sitting.nationality
        of_person = Nationality.objects.filter(file=OuterRef("pk"), country=mine)
        aside = Assigned.objects.filter(file=OuterRef("pk"), officer=self.sitting.officer, barred=True)
        return Q(source=mine) | Q(Exists(of_person)) | Q(Exists(aside))

    def _assigned(self, officer: str) -> Q:
        """A hand in the file, or a word that the file waits for and this reviewer may give."""
        hand = Q(Exists(Assigned.objects.filter(file=OuterRef("pk"), officer=officer, barred=False)))
        second = Q(awaits="second") & ~Q(first_nationality=self.sitting.nationality)
        lead = Q(awaits="lead") if self.sitting.role is MandateRole.LEAD else _NEVER
        return hand | second | lead


def _either(left: Q, right: Q) -> Q:
    return right if left == _NEVER else left | right
