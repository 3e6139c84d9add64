"""Fetching: politely, warily, never inside a network; and a whole search over a public web of our own."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from article3.research import fetching
from article3.research.asking import READ_WHOLE, Case
from article3.research.doors import Barred, is_public, open_to, parts_of
from article3.research.fetching import Fetcher, NotFetched, Validators
from article3.research.leaf import Unreadable
from article3.research.reading import ReadingRoom
from article3.research.running import Search, Searched
from article3.research.sources import Source, read_sources
from article3.terms.finding import Refused
from tests.research import public_web

CASE = Case(
    country="XA",
    country_letters3="XAZ",
    country_names={"": ("Norland",)},
    offences=("homicide",),
    names=("Iko Vortan",),
)


class Remembered:
    """A memory for one test."""

    def __init__(self) -> None:
        self.known: dict[str, Validators] = {}
        self.visits: dict[str, float] = {}

    def validators(self, address: str) -> Validators:
        """What was put there."""
        return self.known.get(address, Validators())

    def last_visit(self, host: str) -> float:
        """When the host was asked."""
        return self.visits.get(host, 0.0)

    def visited(self, host: str, at: float) -> None:
        """It was asked."""
        self.visits[host] = at


@pytest.fixture(scope="module")
def served() -> Iterator[public_web.Web]:
    """One web for the module."""
    with public_web.served() as web:
        yield web


@pytest.fixture
def web(served: public_web.Web) -> public_web.Web:
    """The same, as it stood at first."""
    base = served.base
    served.__init__()  # type: ignore[misc]
    served.base = base
    return served


@pytest.fixture(scope="module")
def room() -> Iterator[ReadingRoom]:
    """One reading process for the module."""
    with ReadingRoom() as opened:
        yield opened


def source(web: public_web.Web, kind: str = "feed", path: str = "", **changes: object) -> Source:
    """A source on the web of ours, which stands in the house."""
    return Source(
        **{
            "name": "S",
            "kind": kind,
            "address": web.base + path,
            "interval_s": 0.0,
            "internal": True,
            "appname": "approved-name",
            **changes,
        }
    )


def fetcher(memory: Remembered | None = None, **more: object) -> Fetcher:
    """One that never sleeps in earnest."""
    return Fetcher(memory or Remembered(), "article3-test", **{"sleep": lambda _: None, **more})


class TestAnAddress:
    """Where nothing is asked."""

    @pytest.mark.parametrize(
        "address",
        [
            "127.0.0.1",
            "10.0.0.1",
            "169.254.169.254",
            "192.168.1.1",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "2001:0:0:0:0:0:0:1",
        ],
    )
    def test_inside_a_network_is_not_public(self, address: str) -> None:
        """Nor one that hides an inner address in an outer one."""
        assert not is_public(ipaddress.ip_address(address))

    @pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1"])
    def test_outside_is_public(self, address: str) -> None:
        """The other side."""
        assert is_public(ipaddress.ip_address(address))

    def test_of_which_one_leads_inside_is_barred_whole(self) -> None:
        """A name may have several addresses; we cannot know which one will be used."""
        with pytest.raises(Barred, match="inside a network"):
            open_to("x.example", 443, internal=False, resolve=lambda *_: ["1.1.1.1", "10.0.0.1"])
        assert open_to("x.example", 443, internal=False, resolve=lambda *_: ["1.1.1.1"]) == "1.1.1.1"

    def test_on_another_port_is_barred(self) -> None:
        """The web stands on 80 and 443."""
        with pytest.raises(Barred, match="port 22"):
            open_to("x.example", 22, internal=False, resolve=lambda *_: ["1.1.1.1"])

    @pytest.mark.parametrize(
        "address",
        [
            "file:///etc/passwd",
            "gopher://x/",
            "https://user@x.example/",
            "https:///x",
            "https://x.example:99999/",
            "https://[::1/",
        ],
    )
    def test_that_is_none_of_the_web_is_barred(self, address: str) -> None:
        """In words."""
        with pytest.raises(Barred):
            parts_of(address)


class TestFetching:
    """One address."""

    def test_a_host_nobody_named_is_not_asked(self, web: public_web.Web) -> None:
        """Wherever a source leads."""
        with pytest.raises(NotFetched, match="not among those"):
            fetcher().fetch(source(web), "https://elsewhere.example/x")

    @pytest.mark.parametrize("place", ["http://169.254.169.254/latest/", "http://127.0.0.1:1/", "file:///etc/passwd"])
    def test_a_redirect_to_an_inner_address_is_not_followed(self, web: public_web.Web, place: str) -> None:
        """Also where the operator allowed that host by name: the house is one host and one port."""
        web.places["/away"] = (302, {"Location": place}, b"")
        allowed = source(web, hosts=("169.254.169.254", "127.0.0.1"))
        with pytest.raises(NotFetched, match="Not asked"):
            fetcher().fetch(allowed, f"{web.base}/away")

    def test_redirects_that_never_end_are_given_up(self, web: public_web.Web) -> None:
        """After three."""
        web.places["/round"] = (302, {"Location": "/round"}, b"")
        with pytest.raises(NotFetched, match="on and on"):
            fetcher().fetch(source(web), f"{web.base}/round")
        assert web.paths().count("/round") == 4

    def test_the_connection_goes_to_the_address_that_was_looked_at(self, web: public_web.Web) -> None:
        """What the name leads to a moment later does not count."""
        asked: list[str] = []

        def resolve(host: str, port: int) -> list[str]:
            asked.append(host)
            return ["127.0.0.1"]

        named = source(web, address=web.base.replace("127.0.0.1", "courts.example"))
        got = fetcher(resolve=resolve).fetch(named, f"{named.address}/courier.xml")
        assert got.content == public_web.RSS and asked == ["courts.example"]

    def test_an_answer_that_unpacks_to_too_much_is_dropped(
        self, web: public_web.Web, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A bomb of some kilobytes."""
        monkeypatch.setattr(fetching, "LARGEST_BYTES", 100_000)
        web.places["/bomb"] = (200, {"Content-Encoding": "gzip"}, public_web.bomb(1_000_000))
        web.places["/large"] = (200, {}, b"a" * 200_000)
        for path in ("/bomb", "/large"):
            with pytest.raises(NotFetched, match="larger than"):
                fetcher().fetch(source(web), web.base + path)

    @pytest.mark.parametrize(
        ("status", "said"), [(403, "refused us"), (404, "nothing at that address"), (429, "too often"), (500, "500")]
    )
    def test_an_error_is_told_in_words(self, web: public_web.Web, status: int, said: str) -> None:
        """It stands in the log."""
        web.places["/wrong"] = (status, {}, b"")
        with pytest.raises(NotFetched, match=said):
            fetcher().fetch(source(web), f"{web.base}/wrong")

    def test_a_host_that_is_gone_is_told_in_words(self) -> None:
        """Nobody answers there."""
        gone = Source(name="S", kind="feed", address="http://127.0.0.1:9/", internal=True, interval_s=0.0)
        with pytest.raises(NotFetched, match="No answer"):
            fetcher().fetch(gone, gone.address)

    def test_what_did_not_change_is_not_sent_again(self, web: public_web.Web) -> None:
        """ETag and day of the copy that is still here."""
        memory, address = Remembered(), f"{web.base}/courier.xml"
        first = fetcher(memory).fetch(source(web), address)
        memory.known[address] = Validators(etag=first.validators.etag, sha256="ab" * 32)
        assert fetcher(memory).fetch(source(web), address).unchanged == "ab" * 32

    def test_a_host_is_left_alone_for_its_interval(self, web: public_web.Web) -> None:
        """From one run to the next as well."""
        slept: list[float] = []
        memory = Remembered()
        polite = Fetcher(memory, "a", clock=lambda: 1000.0, sleep=slept.append)
        for _ in range(2):
            polite.fetch(source(web, interval_s=5.0), f"{web.base}/atom")
        assert slept == [5.0] and memory.visits == {"127.0.0.1": 1000.0}

    @pytest.mark.parametrize(
        ("robots", "let_in"),
        [
            ((200, {}, b"User-agent: *\nDisallow: /courier/1"), False),
            ((200, {}, b"User-agent: other\nDisallow: /"), True),
            ((404, {}, b""), True),
            ((503, {}, b""), False),
        ],
    )
    def test_pages_are_read_only_where_robots_may_come(
        self, web: public_web.Web, robots: public_web.Answer, let_in: bool
    ) -> None:
        """RFC 9309: no file lets everybody in, a host in trouble nobody. Asked once a run."""
        web.places["/robots.txt"] = robots
        ours = fetcher()
        for _ in range(2):
            if let_in:
                assert ours.fetch(source(web), f"{web.base}/courier/1", document=True).content == public_web.ARTICLE
            else:
                with pytest.raises(NotFetched, match=r"robots\.txt"):
                    ours.fetch(source(web), f"{web.base}/courier/1", document=True)
        assert web.paths().count("/robots.txt") == 1


class TestAReadingRoom:
    """A process of its own."""

    def test_that_takes_too_long_is_ended_and_the_next_paper_is_read(self) -> None:
        """One bad paper takes nothing with it."""
        with ReadingRoom(patience_s=0.0) as hasty:
            with pytest.raises(Unreadable, match="given up"):
                hasty.read(public_web.ARTICLE)
            hasty._patience_s = 60
            assert hasty.read(b"Words of a plain text, read at leisure.").leaves[0].language == "en"

    def test_knows_none_of_our_settings(self, room: ReadingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
        """What parses strangers' files has no home and no keys."""
        monkeypatch.setenv("ARTICLE3_HOME", "/somewhere")
        with ReadingRoom() as fresh:
            fresh.read(b"A text.")
            environment = Path(f"/proc/{fresh._process.pid}/environ").read_bytes()
        assert b"ARTICLE3" not in environment


def searched(
    web: public_web.Web, room: ReadingRoom, *sources: Source, by_name: bool = False, until: float = 1e12
) -> list[Searched]:
    """A whole search."""
    search = Search(fetcher(), room, lambda sha256: public_web.RSS, lambda leaf: "Shop" in leaf.title, until)
    return list(search.run(sources, CASE, by_name=by_name))


class TestASearch:
    """Questions, pages, documents."""

    def test_of_a_feed_reads_it_whole_and_fetches_what_its_headlines_lead_to(
        self, web: public_web.Web, room: ReadingRoom
    ) -> None:
        """Nobody there learns what was looked for."""
        (line,) = searched(web, room, source(web, path="/courier.xml"))
        assert line.question.in_words == READ_WHOLE and line.answers == 2 and not line.failure
        assert line.papers[1].leaves[0].title == "Shopkeeper case was ordered from above"
        assert "fair trial" in line.papers[1].leaves[0].text
        assert not any("Vortan" in path for path in web.paths())

    def test_of_the_court_pages_and_reads_judgments_up_to_the_bound(
        self, web: public_web.Web, room: ReadingRoom
    ) -> None:
        """Fifty-one results are two pages; so many documents and no more, and the log says so."""
        line = searched(web, room, source(web, "hudoc", documents=2))[0]
        assert line.answers == 51 and len(line.papers) == 4 and line.left_out == ["more than 2 documents"]
        assert "politically motivated" in line.papers[2].leaves[0].text
        assert line.papers[2].leaves[0].title == "CASE OF V0 v. NORLAND"

    def test_of_reliefweb_needs_the_approved_name(self, web: public_web.Web, room: ReadingRoom) -> None:
        """Without it the source refuses, and the log says so."""
        (right,) = searched(web, room, source(web, "reliefweb"))[:1]
        (wrong,) = searched(web, room, source(web, "reliefweb", appname="another"))[:1]
        assert right.answers == 1 and not right.failure
        assert wrong.failure == "It answered 403: it refused us."

    def test_of_gdelt_keeps_the_headline_where_the_page_may_not_be_asked(
        self, web: public_web.Web, room: ReadingRoom
    ) -> None:
        """A host that nobody allowed."""
        line = searched(web, room, source(web, "gdelt"))[0]
        assert [leaf.title for leaf in line.papers[0].leaves] == ["Shopkeeper case", ""]
        assert any("elsewhere.example" in said for said in line.left_out)

    def test_of_a_days_news_fetches_only_what_seems_to_bear_on_the_case(
        self, web: public_web.Web, room: ReadingRoom
    ) -> None:
        """Of thirty thousand rows nobody reads the first twenty."""
        web.places["/gkg.csv"] = (200, {}, public_web.gkg("Harvest") + public_web.gkg("Shopkeeper case"))
        (line,) = searched(web, room, source(web, "gkg", "/gkg.csv"))
        assert line.answers == 2 and len(line.left_out) == 1 and "courier.example" in line.left_out[0]

    def test_names_nobody_unless_it_was_ordered_with_a_reason(self, web: public_web.Web, room: ReadingRoom) -> None:
        """Each language asks about the country; the name goes out on order only."""
        ours = source(web, "gdelt", languages=("en", "fr"))
        searched(web, room, ours)
        assert not any("Vortan" in path for path in web.paths())
        assert [line.question.bears_on for line in searched(web, room, ours, by_name=True)] == ["g", "a", "g", "a", "b"]
        assert any("Vortan" in path for path in web.paths())

    def test_in_which_one_source_fails_asks_the_others(self, web: public_web.Web, room: ReadingRoom) -> None:
        """And each line says how it went."""
        web.places["/broken"] = (200, {}, b"<rss><channel>")
        lines = searched(web, room, source(web, path="/broken"), source(web, path="/atom"))
        assert "well-formed" in lines[0].failure and lines[1].answers == 1

    def test_that_took_too_long_says_what_was_not_asked(self, web: public_web.Web, room: ReadingRoom) -> None:
        """Nothing is passed over in silence."""
        (line,) = searched(web, room, source(web, path="/atom"), until=time.monotonic() - 1)
        assert "time for this search was over" in line.failure and web.asked == []


class TestTheOperatorsFile:
    """Without it nothing is asked."""

    def test_that_is_not_there_names_no_source(self, tmp_path: Path) -> None:
        """Off by default."""
        assert read_sources(tmp_path / "research.toml").sources == ()

    def test_names_sources_countries_and_who_asks(self, tmp_path: Path) -> None:
        """GDELT is never asked more than once in five seconds."""
        (tmp_path / "r.toml").write_text(
            'agent = "office"\n[country_names]\nXA = ["Norland"]\n[[source]]\nname = "News"\nkind = "gdelt"\n'
            'address = "https://news.example"\ninterval_s = 1\nhosts = [".example"]\n'
        )
        listed = read_sources(tmp_path / "r.toml")
        assert listed.agent == "office" and listed.country_names == {"XA": ("Norland",)}
        (news,) = listed.sources
        assert news.interval_s == 5 and news.allows("a.example") and not news.allows("example.org")

    @pytest.mark.parametrize(
        ("entry", "said"),
        [
            ('kind = "feed"', "needs a name"),
            ('name = "N"\nkind = "other"', "kind of the source"),
            ('name = "N"\nkind = "feed"\naddress = "file:///etc"', "address that begins"),
            ('name = "N"\nkind = "feed"\naddress = "https://x.example"\ncolour = "red"', "mean nothing: colour"),
            ('name = "N"\nkind = "feed"\naddress = "https://x.example"\nlanguages = ["English"]', "codes such as"),
            ('name = "N"\nkind = "reliefweb"\naddress = "https://x.example"', "appname"),
            ("name =", "cannot be read"),
        ],
    )
    def test_with_a_mistake_says_what_to_mend(self, tmp_path: Path, entry: str, said: str) -> None:
        """In words."""
        (tmp_path / "r.toml").write_text(f"[[source]]\n{entry}\n")
        with pytest.raises(Refused, match=said):
            read_sources(tmp_path / "r.toml")
