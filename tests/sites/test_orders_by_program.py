"""Everything an officer of a bureau does by page for its own items, its programs do by the interface."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django.utils.translation import override

from article3 import wiring
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.learn_fact import LearnFact
from article3.acts.open_review import OpenReview
from article3.sites.api.problems import CODES
from article3.terms.reasons import IfSilent
from tests.sites.conftest import Office
from tests.sites.test_programming_interface import Program, document

pytestmark = pytest.mark.django_db
ENGLISH = [str(title) for _, title, _ in CODES.values()]


@pytest.fixture
def program(office: Office) -> Program:
    """Of the bureau of XA."""
    return Program(office, "xa")


class TestEverythingOfficersDo:
    """Papers, corrections, suspensions, letters to and fro, and the past: the same acts as the pages'."""

    def test_a_paper_is_brought_named_and_read_back_by_those_who_may(self, office: Office, program: Program) -> None:
        """Its bytes, untouched; the recipient reads them from its record."""
        paper = bring(program, b"the scanned warrant")
        assert (paper["name"], paper["media_type"], paper["size_bytes"]) == ("warrant.pdf", "application/pdf", 19)
        sent = program.send(diffusion() | {"attachments": [paper]})
        path = f"/records/{sent['reference']}/papers/{paper['sha256']}"
        for who in (program, Program(office, "xb")):
            answer = who.ask("GET", path)
            assert (answer.status_code, answer.content) == (200, b"the scanned warrant")
        assert Program(office, "xc").ask("GET", path).status_code == 404
        assert program.ask("GET", path[:-1] + "0" if path[-1] != "0" else path[:-1] + "1").status_code == 404

    def test_whoever_merely_knows_a_digest_attaches_nothing(self, office: Office, program: Program) -> None:
        """The paper is another seat's; or nobody's."""
        theirs = bring(Program(office, "xb"), b"another bureau's paper")
        for paper in (theirs, theirs | {"sha256": "f" * 64}):
            wrong = program.send(document() | {"attachments": [paper]}, status=422)
            assert wrong["problems"][0]["code"] == "paper_not_brought"
            assert wrong["problems"][0]["pointer"] == "/attachments/0/sha256"

    def test_a_paper_is_bytes_with_a_plain_name(self, office: Office, program: Program) -> None:
        """JSON, no name, a folder in it, nothing in it, nobody's mandate."""
        assert program.ask("POST", "/papers?name=a.pdf", {}).json()["code"] == "not_bytes"
        assert bring(program, b"x", name="", status=400)["problems"][0]["pointer"] == "/name"
        assert bring(program, b"x", name="a/b.pdf", status=400)["problems"][0]["code"] == "not_a_file_name"
        assert bring(Program(office, "first"), b"x", status=403)["code"] == "mandate"

    def test_a_correction_takes_the_place_of_the_text_and_keeps_its_papers(self, program: Program) -> None:
        """On what was read, and only on that; a fault is told with its place."""
        paper = bring(program, b"the scanned warrant")
        reference = program.send(document() | {"attachments": [paper]})["reference"]
        text = program.get(f"/items/{reference}")["communication"] | {"facts_summary": "He shot him at the door."}
        assert order(program, reference, "text", text).status_code == 200
        assert program.get(f"/items/{reference}")["communication"]["facts_summary"] == "He shot him at the door."
        assert order(program, reference, "text", text | {"colour": "pink"}, token="2").status_code == 422
        assert "Nothing changed" in order(program, reference, "text", text, token="3").json()["because"]

    def test_a_notice_is_suspended_resumed_and_given_an_addendum(self, office: Office, program: Program) -> None:
        """As by page; a body that is not in its form says where."""
        reference = office.published(office.proposed(office.examined(office.requested())))
        wiring.give_out(timezone.now() + timedelta(days=1))
        until = (timezone.localdate() + timedelta(days=20)).isoformat()
        wrong = order(program, reference, "suspension", {"until": "soon", "because": "x"}).json()
        assert wrong["problems"][0]["pointer"] == "/until"
        for path, body in (("suspension", {"until": until, "because": "The court sits again."}), ("resumption", {}),
                           ("refused-extradition", {"text": "XB refused on 1 May: double jeopardy."})):  # fmt: skip
            answer = order(program, reference, path, body, token=path)
            assert answer.status_code == 200, answer.content
        assert office.file(reference).state.value == "published" and len(office.file(reference).caveats) == 1
        early = order(program, reference, "extension", {"months": 12, "because": "Still sought."}, token="e").json()
        assert early["code"] == "refused" and early["citation"].startswith("RPD 50")

    def test_questions_are_answered_or_given_more_time(self, office: Office, program: Program) -> None:
        """The day wished for stands beside the question."""
        reference = office.requested()
        office.perform(OpenReview(reference=reference), "first")
        office.perform(AskRequester(reference=reference, questions=(
            Asking(id="q" * 32, text="Where is he?", deadline=timezone.localdate() + timedelta(days=10)),)), "first")
        (question,) = program.get(f"/items/{reference}")["questions"]
        until = (timezone.localdate() + timedelta(days=30)).isoformat()
        body = {"questions": [question["id"]], "until": until, "because": "The court is closed."}
        assert order(program, reference, "more-time", body).status_code == 200
        assert program.get(f"/items/{reference}")["questions"][0]["more_time_until"] == until

    def test_what_a_bureau_is_asked_about_others_files_is_listed_and_replied_to(self, office: Office) -> None:
        """Nothing of the file; absent for everybody else."""
        reference = office.examined(office.requested())
        office.perform(ConsultBureau(reference=reference, bureau="XB", question="Was he tried in your country?",
                                     deadline=timezone.localdate() + timedelta(days=10), consultation="c" * 32,
                                     if_silent=IfSilent.DECIDED_ON_THE_FILE), "first")
        asked, other = Program(office, "xb"), Program(office, "xc")
        (row,) = asked.get("/consultations")["consultations"]
        assert row["question"] == "Was he tried in your country?" and row["open"]
        path = f"/consultations/{reference}/{row['id']}/reply"
        assert other.ask("POST", path, {"reply": "No."}, Idempotency_Key="r").status_code == 404
        assert asked.ask("POST", path, {"reply": "No."}, Idempotency_Key="r").status_code == 200
        assert asked.get("/consultations")["consultations"][0]["reply"] == "No."

    def test_a_record_is_disputed_and_the_dispute_listed(self, office: Office) -> None:
        """By a bureau it reached; for one it did not reach it is not there."""
        reference = office.published(office.proposed(office.examined(office.requested())))
        body = {"reason": "facts_wrong", "text": "He was in our prison that day."}
        path = f"/records/{reference}/disputes"
        member = Program(office, "xb")
        raised = member.ask("POST", path, body, Idempotency_Key="d").json()["reference"]
        (row,) = member.get("/disputes")["disputes"]
        assert (row["dispute"], row["reference"], row["answer"]) == (raised, reference, None)
        assert member.ask("POST", f"/records/{'0' * 32}/disputes", body, Idempotency_Key="e").status_code == 404

    def test_a_diffusion_asks_to_become_a_notice(self, program: Program) -> None:
        """And the item says what it is becoming."""
        reference = program.send(diffusion())["reference"]
        wiring.open_gateway()
        text = {name: value for name, value in program.get(f"/items/{reference}")["communication"].items()
                if name not in ("aim", "reason_for_diffusion", "recipients")}  # fmt: skip
        answer = order(program, reference, "notice", text | {"channel": "notice_request", "colour": "red"})
        assert answer.status_code == 200, answer.content
        assert program.get(f"/items/{reference}")["converting"] == "notice_request"

    def test_the_past_is_read_as_it_could_be_read_then(self, office: Office, program: Program) -> None:
        """An item before its correction; a case before a fact; never a time that is none."""
        reference = program.send(document())["reference"]
        before = timezone.now()
        text = program.get(f"/items/{reference}")["communication"]
        order(program, reference, "text", text | {"facts_summary": "He shot him at the door."})
        then = program.get(f"/items/{reference}?known_at={before.isoformat().replace('+00:00', 'Z')}")
        assert then["communication"] == text
        assert program.get(f"/items/{reference}")["communication"] != text
        assert program.get(f"/items/{reference}?known_at=yesterday", 400)["problems"][0]["code"] == "no_day"
        far = before.replace(tzinfo=timezone.get_fixed_timezone(-23 * 60)).isoformat()  # no database knows such a zone
        assert program.get(f"/items/{reference}?known_at={far}")["communication"]
        assert program.get(f"/items/{reference}?known_at=0001-01-01T00:00:00%2B14:00", 400)["code"]
        assert program.get(f"/items/{reference}?known_at=2020-01-01T00:00:00Z", 404)["code"] == "absent"

    def test_a_case_is_read_as_of_a_day_and_as_known_at_an_instant(self, office: Office) -> None:
        """A fact that held until a day; a file before the fact was known."""
        reference = office.examined(office.requested())
        before, today = timezone.now(), timezone.localdate()
        office.perform(LearnFact(fact="f" * 32, kind="immunity", value=True, source="A letter", reference=reference,
                                 holds_from=today, holds_to=today + timedelta(days=9)), "first")
        desk = Program(office, "first")
        facts = [len(desk.get(f"/cases/{reference}{query}")["facts"])
                 for query in ("", f"?as_of={today}", f"?as_of={today - timedelta(days=1)}")]  # fmt: skip
        assert facts == [1, 1, 0]
        then = desk.get(f"/cases/{reference}?known_at={before.isoformat().replace('+00:00', 'Z')}")
        assert then["version"] < desk.get(f"/cases/{reference}")["version"]

    def test_errors_speak_four_languages(self, office: Office) -> None:
        """Every problem there is has its words in each."""
        said = {Program(office, "xa", language).get(f"/items/{'0' * 32}", 404)["title"]
                for language in ("en", "fr", "es", "ar")}  # fmt: skip
        assert len(said) == 4
        for language in ("fr", "es", "ar"):
            with override(language):
                assert all(str(title) != said for (_, title, _), said in zip(CODES.values(), ENGLISH, strict=True))


def bring(program: Program, content: bytes, *, name: str = "warrant.pdf", status: int = 200) -> Any:
    """The parsed answer to a paper brought."""
    headers = {"Authorization": f"Bearer {program.key}"}
    path = f"/api/v1/papers?name={name}" if name else "/api/v1/papers"
    answer = program.client.generic("POST", path, data=content, content_type="application/octet-stream",
                                    headers=headers)  # fmt: skip
    assert answer.status_code == status, answer.content
    return answer.json()


def order(program: Program, reference: str, path: str, body: Any, *, token: str = "order") -> Any:
    """The answer to an order on an own item as it is read now."""
    read = program.ask("GET", f"/items/{reference}")["ETag"]
    return program.ask("POST", f"/items/{reference}/{path}", body, If_Match=read, Idempotency_Key=token)


def diffusion() -> dict[str, Any]:
    """A diffusion to XB as a program writes it."""
    text = {name: value for name, value in document().items() if name != "colour"}
    return text | {"channel": "diffusion", "aim": "arrest", "recipients": ["XB"],
                   "reason_for_diffusion": "Only XB can act."}  # fmt: skip
