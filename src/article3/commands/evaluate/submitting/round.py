"""Each case through the portal's own pages, as a browser without a script sends it; then found again by its code."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from article3.commands.evaluate.submitting.cases import CASES, GOOD, JPEG, MARKABLE, Case, File

CODE = re.compile(r'id="code">(.*?)</p>', re.S)
SENT = "Your request"
FILE_PAGES = {"identity": "identity", "mandate": "mandate"}


@dataclass(slots=True)
class Seen:
    """What came of one case."""

    case: Case
    said: bool = False
    kept: bool = False
    found_again: bool = False
    worst_status: int = 0

    def as_wanted(self) -> bool:
        """Its mend was said, nothing crashed, nothing was lost."""
        return self.said and self.kept and self.found_again and self.worst_status < 500

    def as_row(self) -> dict[str, Any]:
        """For a table."""
        return {"case": self.case.name, "page": self.case.page, "mend": self.case.mend or f"kept as {self.case.kept}",
                "said": self.said, "kept": self.kept, "found_again": self.found_again,
                "worst_status": self.worst_status, "as_wanted": self.as_wanted()}


def tried(cases: Iterable[Case] = CASES) -> list[Seen]:
    """Every case, each in a browser of its own."""
    return [_tried(case) for case in cases]


def _tried(case: Case) -> Seen:
    from django.test import Client

    seen, browser = Seen(case), Client(raise_request_exception=False, headers={"accept-language": "en"})
    _post(seen, browser, "/portal/begin/", {})
    code = _text(CODE, _get(seen, browser, "/portal/code/"))
    for page, answers in GOOD.items():
        if page != "mandate" or "sender" in case.others:
            _answered(seen, browser, case, page, {**answers, **case.others.get(page, {})})
    whole = _get(seen, browser, "/portal/ask/check/")
    seen.said = seen.said or not case.mend or case.mend in whole
    seen.kept = not case.kept or case.kept in whole
    _post(seen, browser, "/portal/ask/check/", {})
    later = Client(raise_request_exception=False, headers={"accept-language": "en"})
    opened = _post(seen, later, "/portal/back/", {"code": code})
    seen.found_again = "/portal/request/" in opened and f"<h1>{SENT}</h1>" in _get(seen, later, "/portal/request/")
    return seen


def _answered(seen: Seen, browser: Any, case: Case, page: str, answers: Mapping[str, Any]) -> None:
    address = f"/portal/ask/{page}/"
    mine = case.page == page
    sent = {**answers, **(case.changes if mine else {})}
    if sent.get("withheld") == ["everything"]:
        sent["withheld"] = MARKABLE.findall(_get(seen, browser, address))
    usual = [(f"{FILE_PAGES[page]}.jpg", JPEG + page.encode() + b"\xff\xd9")] if page in FILE_PAGES else []
    files = list(case.files) if mine and case.files is not None else usual
    for file in files[:-1]:
        _post(seen, browser, address, sent, [file])
    told = _post(seen, browser, address, sent, files[-1:])
    if mine and case.mend:
        said = told if case.mend in told else _get(seen, browser, f"{address}?mend=1")
        seen.said = case.mend in said


def _post(seen: Seen, browser: Any, address: str, sent: Mapping[str, Any], files: list[File] = []) -> str:  # noqa: B006
    from django.core.files.uploadedfile import SimpleUploadedFile

    attached = {"file": [_named(SimpleUploadedFile("x", content), name) for name, content in files]} if files else {}
    answer = browser.post(address, {**sent, **attached})
    seen.worst_status = max(seen.worst_status, answer.status_code)
    return answer.headers.get("Location", "") or unescape(answer.content.decode())


def _named(file: Any, name: str) -> Any:
    """Under a name a browser of ours would not send."""
    file._name = name
    return file


def _get(seen: Seen, browser: Any, address: str) -> str:
    answer = browser.get(address)
    seen.worst_status = max(seen.worst_status, answer.status_code)
    return unescape(answer.content.decode())


def _text(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    return re.sub(r"<[^>]+>", " ", found[1]) if found else ""


def main() -> None:
    """In a home of its own: the rows as JSON."""
    from article3.commands.serve import prepare

    prepare()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    json.dump([each.as_row() for each in tried()], sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
