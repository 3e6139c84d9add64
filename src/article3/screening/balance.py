"""What each piece of evidence counts, in log-odds points; hand-set, told with every answer, never learned from people.

A score is the logistic of the points: 0.7 is the default threshold. The points of a name come from `name_points`;
dates, countries and documents are evidence of their own and are added.
"""

from __future__ import annotations

from math import exp, log

from numpy import float32
from numpy.typing import NDArray

from article3.screening.compiled import compiled

THRESHOLD = 0.7
"""Score from which a record is a candidate for a person to judge."""
START = -0.15
"""Points before anything is known."""
LINKED, LINKED_AT_MOST = 2.2, 3.0
"""Points for a linked token of weight 1; more than three say no more."""
DOUBT = -3.0
"""Points for a weight in doubt: linked tokens that are spelled differently."""
AGAINST = -4.5
"""Points for a weight that stands on both sides without an answer: another family name, another given name."""
ONE_SIDED = -1.3
"""Points for a weight that stands on one side only: a part of the name is missing there."""
INSIDE = -0.5
"""Points when one name lies whole inside the other and fewer than three parts are linked: a namesake's often does."""
SAME_COUNTRY, OTHER_COUNTRY = 0.7, -1.5
SAME_DOCUMENT = 5.0
"""The same passport or identity document number and country."""


@compiled
def name_points(told: NDArray[float32]) -> float:
    """Points of an assignment of tokens, from `Room.told`."""
    against = min(told[2], told[3])
    one_sided = max(told[2], told[3]) - against
    points = START + LINKED * min(told[0], LINKED_AT_MOST) + DOUBT * told[1]
    points += AGAINST * against + ONE_SIDED * one_sided
    if against < 0.1 and one_sided > 0.4 and told[4] < 3:
        points += INSIDE
    return float(points)


def points_of(score: float) -> float:
    """The points that give a score; -30 for 0 and 30 for 1."""
    return -30.0 if score <= 0.0 else 30.0 if score >= 1.0 else log(score / (1.0 - score))


def score(points: float) -> float:
    """Points as a figure between 0 and 1."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, points))))
