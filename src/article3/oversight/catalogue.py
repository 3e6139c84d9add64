"""The catalogue of figures, in order: what can be reported, and nothing else."""

from __future__ import annotations

from article3.oversight import intake_figures, office_figures, removal_figures
from article3.oversight.entry import Book
from article3.oversight.tables import Figure, Told, period_of, told

CATALOGUE: dict[str, Figure] = {
    figure.id: figure for figure in (*intake_figures.FIGURES, *removal_figures.FIGURES, *office_figures.FIGURES)}
"""Every figure by its id."""


def report_of(book: Book, year: int, *, by_country: bool = True) -> tuple[Told, ...]:
    """Every figure of a year; without countries where they are not to be read."""
    period = period_of(book, year)
    return tuple(told(figure, book, period) for figure in CATALOGUE.values() if by_country or not figure.by_country)
