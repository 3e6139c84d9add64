"""Which other files may be about the same person: candidates for an act and for a reviewer, never findings."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from article3.lifecycle.case_file import CaseFile
from article3.register import columns
from article3.register.models import BirthSpan, DocumentNumber, NameKey

CANDIDATES_AT_MOST = 200
"""How many files on perhaps the same person an act looks at, the latest."""
_CANDIDATES_READ = 5_000


def candidates(file: CaseFile) -> list[str]:
    """References of other files that share a paper's number, or two words of the names and no contrary birth date.

    Always one query, whatever the file says.
    """
    rows = columns.index_rows(file)
    found = DocumentNumber.objects.filter(number__in={number for number, _ in rows["numbers"]} | {""}).values("file_id")
    words = {word for word, _ in rows["words"]}
    alike = NameKey.objects.filter(_not_contrary(rows["births"]), word__in=words | {""}).values("file_id")
    alike = alike.annotate(shared=Count("word", distinct=True)).filter(shared__gte=min(2, len(words)) or 1)
    either = found.values_list("file_id", flat=True).union(alike.values_list("file_id", flat=True))
    return [reference for reference in either.order_by("file_id")[:_CANDIDATES_READ] if reference != file.reference]


def _not_contrary(births: tuple[Any, ...]) -> Q:
    """Files whose person was not certainly born on another day; a missing date contradicts nothing."""
    stated = BirthSpan.objects.filter(file=OuterRef("file_id"))
    meets = Q()
    for earliest, latest, _ in births:
        meets |= Q(earliest__lte=latest, latest__gte=earliest)
    return ~Q(Exists(stated)) | Q(Exists(stated.filter(meets))) if births else Q()
