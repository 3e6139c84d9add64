"""A bureau's programs are called when a message reaches it: signed, tried again, and never to an address inside."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from article3 import wiring
from article3.programs import calling, hooks
from article3.programs.calling import NotThere
from tests.sites.conftest import Office

pytestmark = pytest.mark.django_db


class Listener:
    """A program of a bureau: keeps what it is told, answers what it is set to."""

    def __init__(self) -> None:
        self.heard: list[tuple[dict[str, str], bytes]] = []
        self.answers = 204
        listener = self

        class Answers(BaseHTTPRequestHandler):
            def do_POST(self) -> None:  # the name the server calls
                body = self.rfile.read(int(self.headers["Content-Length"]))
                listener.heard.append((dict(self.headers), body))
                self.send_response(listener.answers)
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Answers)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook?for=xb"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def told(self) -> list[dict[str, Any]]:
        """What it was told, read."""
        return [json.loads(body) for _, body in self.heard]


@pytest.fixture
def listener(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    """On this machine, which a setting allows; however busy it is, it is waited for."""
    monkeypatch.setattr(calling, "PATIENCE_S", 60)
    monkeypatch.setattr(calling, "WHOLE_S", 90)
    settings.HOOKS_TO_LOOPBACK = True
    found = Listener()
    yield found
    found.server.shutdown()
    found.server.server_close()


def publish(office: Office) -> str:
    """A notice of XA reaches everybody."""
    return office.published(office.proposed(office.examined(office.requested())))


def later(**gone: int) -> Any:
    """An instant from now on."""
    return timezone.now() + timedelta(**gone)


class TestCalls:
    """What a hook is told, and how."""

    def test_a_message_is_told_signed_by_reference_and_kind_alone(self, office: Office, listener: Listener) -> None:
        """The judge of the signature is another's code."""
        _, secret = wiring.make_hook(office.sittings["xb"], listener.url, ())
        reference = publish(office)
        assert wiring.make_calls(later(minutes=1)) == {"taken": 1}
        (headers, body), (told,) = listener.heard[0], listener.told()
        assert Webhook(secret).verify(body.decode(), headers) == told
        assert told["data"] == {"kind": "notice_published", "number": told["data"]["number"], "reference": reference}
        assert set(told) == {"type", "timestamp", "data"} and told["type"] == "message.notice_published"
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(body.decode().replace("published", "ended"), headers)

    def test_what_was_told_is_not_told_again(self, office: Office, listener: Listener) -> None:
        """Nor what came before the hook was made."""
        publish(office)
        wiring.make_hook(office.sittings["xb"], listener.url, ())
        assert wiring.make_calls(later(minutes=1)) == {}
        publish(office)
        wiring.make_calls(later(minutes=1))
        wiring.make_calls(later(minutes=2))
        assert len(listener.heard) == 1

    def test_only_the_kinds_asked_for(self, office: Office, listener: Listener) -> None:
        """The rest is passed over."""
        wiring.make_hook(office.sittings["xb"], listener.url, ("notice_ended",))
        publish(office)
        assert wiring.make_calls(later(minutes=1)) == {}

    def test_another_bureaus_messages_are_never_told(self, office: Office, listener: Listener) -> None:
        """What the source alone is told does not reach the hook of another."""
        wiring.make_hook(office.sittings["xc"], listener.url, ())
        office.requested()
        wiring.make_calls(later(minutes=1))
        assert listener.heard == []


class TestTrying:
    """A call that is not taken is tried again, later and later, under the same id."""

    def test_it_is_tried_until_it_is_taken(self, office: Office, listener: Listener) -> None:
        """Not before its turn; the id stays, so that who was called drops repeats."""
        hook, _ = wiring.make_hook(office.sittings["xb"], listener.url, ())
        publish(office)
        listener.answers = 500
        assert wiring.make_calls(later(minutes=1)) == {"failed": 1}
        assert wiring.make_calls(later(minutes=1, seconds=4)) == {}
        listener.answers = 200
        assert wiring.make_calls(later(minutes=1, seconds=7)) == {"taken": 1}
        first, second = listener.heard
        assert first[0]["webhook-id"] == second[0]["webhook-id"]
        (call,) = wiring.hook_page(office.sittings["xb"], hook.pk)[1]
        assert (call.tries, call.status, call.next_at) == (2, 200, None)

    def test_it_is_given_up_after_the_last_try(self, office: Office, listener: Listener) -> None:
        """And can be made again from the page."""
        hook, _ = wiring.make_hook(office.sittings["xb"], listener.url, ())
        publish(office)
        listener.answers = 302  # nobody is followed elsewhere
        at = later(minutes=1)
        for _ in range(len(hooks.WAITS) + 1):
            assert wiring.make_calls(at) == {"failed": 1}
            at += timedelta(days=1)
        assert wiring.make_calls(at) == {}
        (call,) = wiring.hook_page(office.sittings["xb"], hook.pk)[1]
        listener.answers = 204
        assert wiring.call_again(office.sittings["xb"], hook.pk, call.pk).status == 204

    def test_no_hook_waits_for_another(self, office: Office, listener: Listener) -> None:
        """One that nobody hears, one that does."""
        wiring.make_hook(office.sittings["xb"], "http://127.0.0.1:1025/nobody", ())
        wiring.make_hook(office.sittings["xc"], listener.url, ())
        publish(office)
        assert wiring.make_calls(later(minutes=1)) == {"taken": 1, "failed": 1}

    def test_who_says_gone_is_not_called_again(self, office: Office, listener: Listener) -> None:
        """410 ends the hook."""
        wiring.make_hook(office.sittings["xb"], listener.url, ())
        publish(office)
        listener.answers = 410
        wiring.make_calls(later(minutes=1))
        assert wiring.hooks_of(office.sittings["xb"]) == ()


class TestSecrets:
    """A secret is turned without a call being lost."""

    def test_for_a_day_both_secrets_sign(self, office: Office, listener: Listener) -> None:
        """Then the new one alone."""
        hook, old = wiring.make_hook(office.sittings["xb"], listener.url, ())
        new = wiring.turn_secret(office.sittings["xb"], hook.pk)
        wiring.try_hook(office.sittings["xb"], hook.pk)
        headers, body = listener.heard[0]
        for secret in (old, new):
            assert Webhook(secret).verify(body.decode(), headers)["type"] == "test"
        publish(office)
        wiring.make_calls(later(hours=25))
        headers, body = listener.heard[1]
        Webhook(new).verify(body.decode(), headers)
        with pytest.raises(WebhookVerificationError):
            Webhook(old).verify(body.decode(), headers)


class TestAddresses:
    """Nobody makes us knock inside our own house."""

    @pytest.mark.parametrize(("url", "code"), [
        ("http://198.51.100.7/", "not_https"), ("https://127.0.0.1/", "not_public"), ("https://[::1]/", "not_public"),
        ("https://10.1.2.3/", "not_public"), ("https://169.254.169.254/latest", "not_public"),
        ("https://192.168.0.1:8443/", "not_public"), ("https://[fd00::1]/", "not_public"),
        ("https://[::ffff:10.0.0.1]/", "not_public"), ("https://[64:ff9b::a00:1]/", "not_public"),
        ("https://[2002:0a00:0001::]/", "not_public"), ("https://100.64.0.1/", "not_public"),
        ("https://224.0.0.1/", "not_public"), ("https://0.0.0.0/", "not_public"), ("https://2130706433/", "not_public"),
        ("https://localhost/", "not_public"), ("https://u:p@8.8.8.8/", "not_an_address"),
        ("https://8.8.8.8:22/", "not_an_address"), ("https://8.8.8.8/#x", "not_an_address"),
        ("https://8.8.8.8:x/", "not_an_address"), ("file:///etc/passwd", "not_an_address"), ("", "not_an_address"),
        ("https://8.8.8.8/\r\nHost: inside", "not_an_address"), ("https://" + "a" * 400, "not_an_address"),
    ])  # fmt: skip
    def test_an_address_inside_is_refused(self, url: str, code: str) -> None:
        """However it is written."""
        with pytest.raises(NotThere) as refused:
            calling.address(url)
        assert refused.value.code == code

    def test_a_public_address_is_not(self) -> None:
        """By number, so that nothing is looked up."""
        assert calling.address("https://8.8.8.8/hook?x=1")[1] == "8.8.8.8"

    def test_a_name_with_one_address_inside_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """And what was looked at is what is called."""
        answers = [("", "", "", "", ("8.8.8.8", 443)), ("", "", "", "", ("10.0.0.1", 443))]
        monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: answers)
        with pytest.raises(NotThere):
            calling.address("https://hooks.example/")


class TestPages:
    """A lead makes, tries, turns and ends; a clerk looks; nobody else finds it."""

    def test_from_making_to_ending(self, office: Office, listener: Listener) -> None:
        """At the screens."""
        browser = office.browsers["xb"]
        made = browser.post("/programs/", {"act": "hook", "url": listener.url, "kinds": ["notice_published"]})
        assert made.status_code == 200 and b"whsec_" in made.content
        (hook,) = wiring.hooks_of(office.sittings["xb"])
        page = f"/programs/hooks/{hook.pk}/"
        assert browser.post(page, {"act": "test"}).status_code == 302
        assert listener.told()[0]["type"] == "test"
        shown = browser.get(page)
        assert b"whsec_" not in shown.content and hook.url.encode() in shown.content
        (call,) = wiring.hook_page(office.sittings["xb"], hook.pk)[1]
        browser.post(page, {"act": "again", "call": call.pk})
        assert len(listener.heard) == 2
        assert b"whsec_" in browser.post(page, {"act": "turn"}).content
        assert browser.post(page, {"act": "end"}).status_code == 302
        assert browser.get(page).status_code == 404

    def test_an_address_inside_is_refused_in_words(self, office: Office) -> None:
        """On the form."""
        answer = office.browsers["xb"].post("/programs/", {"act": "hook", "url": "https://10.0.0.1/"})
        assert answer.status_code == 422 and b"lies inside a network" in answer.content

    def test_who_finds_a_hook(self, office: Office, listener: Listener) -> None:
        """Its bureau; another bureau, a reviewer and a clerk's change find nothing."""
        hook, _ = wiring.make_hook(office.sittings["xa"], listener.url, ())
        page = f"/programs/hooks/{hook.pk}/"
        assert office.browsers["clerk"].get(page).status_code == 200
        assert office.browsers["clerk"].post(page, {"act": "end"}).status_code == 404
        assert {office.browsers[who].get(page).status_code for who in ("xb", "first", "oversight")} == {404}

    def test_a_key_is_made_shown_once_and_ended(self, office: Office) -> None:
        """By any officer for their own seat."""
        browser, until = office.browsers["first"], (timezone.localdate() + timedelta(days=9)).isoformat()
        made = browser.post("/programs/", {"act": "key", "label": "Night desk", "until": until})
        assert b"a3k_" in made.content
        shown = browser.get("/programs/").content
        assert b"Night desk" in shown and b"a3k_" not in shown
        (key,) = wiring.keys_held(office.sittings["first"])
        assert office.browsers["second"].post("/programs/", {"act": "end_key", "key": key.digest}).status_code == 404
        browser.post("/programs/", {"act": "end_key", "key": key.digest})
        assert wiring.keys_held(office.sittings["first"]) == ()
        late = browser.post("/programs/", {"act": "key", "label": "x", "until": "2099-01-01"})
        assert late.status_code == 422
