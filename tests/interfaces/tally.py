"""What came of many requests."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Tally:
    """Requests counted, timed and judged."""

    requests: int = 0
    roles: int = 0
    cases: int = 0  # that were made; each was sent by every role
    statuses: Counter[int] = field(default_factory=Counter)
    slowest_s: float = 0.0
    slowest: str = ""
    most_work_s: float = 0.0  # of the processor: what a busy machine does not blur
    most_work: str = ""
    wrong: list[str] = field(default_factory=list)
    hardest: dict[str, float] = field(default_factory=dict)  # the most work of each kind of request, from 0.3 s

    @property
    def faults(self) -> int:
        """Answers that say the fault is ours."""
        return sum(count for status, count in self.statuses.items() if status >= 500)

    def note(self, status: int, label: str, took_s: float, work_s: float) -> None:
        """One request more."""
        self.requests += 1
        self.statuses[status] += 1
        if took_s > self.slowest_s:
            self.slowest_s, self.slowest = took_s, label
        if work_s > self.most_work_s:
            self.most_work_s, self.most_work = work_s, label
        if work_s > 0.3:
            self.hardest[label] = max(work_s, self.hardest.get(label, 0.0))

    def with_(self, other: Tally) -> Tally:
        """Both together."""
        slower = max((self, other), key=lambda tally: tally.slowest_s)
        harder = max((self, other), key=lambda tally: tally.most_work_s)
        return Tally(requests=self.requests + other.requests, roles=max(self.roles, other.roles),
                     cases=self.cases + other.cases, statuses=self.statuses + other.statuses,
                     slowest_s=slower.slowest_s, slowest=slower.slowest, most_work_s=harder.most_work_s,
                     most_work=harder.most_work, wrong=[*self.wrong, *other.wrong],
                     hardest={label: max(self.hardest.get(label, 0.0), other.hardest.get(label, 0.0))
                              for label in {*self.hardest, *other.hardest}})  # fmt: skip

    def told(self) -> dict[str, Any]:
        """For a person."""
        hardest = sorted(self.hardest.items(), key=lambda each: -each[1])[:8]
        return {"requests": self.requests, "roles": self.roles, "cases": self.cases, "faults_of_ours": self.faults,
                "beside_the_description": len(self.wrong), "slowest_s": round(self.slowest_s, 3),
                "slowest": self.slowest, "most_work_s": round(self.most_work_s, 3), "most_work": self.most_work,
                "hardest_s": {label: round(work_s, 2) for label, work_s in hardest},
                "statuses": dict(sorted(self.statuses.items()))}  # fmt: skip

    def written(self) -> dict[str, Any]:
        """For a line of a file."""
        return {**vars(self), "statuses": dict(self.statuses)}

    @classmethod
    def read(cls, line: dict[str, Any]) -> Tally:
        """As it was written."""
        return cls(**{**line, "statuses": Counter({int(key): count for key, count in line["statuses"].items()})})
