"""A public web of our own on loopback: answers in the shapes of real sources, every word of them invented."""

from __future__ import annotations

import gzip
import io
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Answer = tuple[int, dict[str, str], bytes]
PERSON = "Iko Vortan"
ARTICLE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Shopkeeper case was ordered from above</title>
<meta property="article:published_time" content="2025-01-07T08:00:00Z"><script>steal("cookies")</script></head>
<body><nav>Home Sports Weather</nav><article><h1>Shopkeeper case was ordered from above</h1>
<p>PORT SELEN. The prosecution of {PERSON}, an opposition activist, was politically motivated, two former officials
told the Courier.</p><p>Lawyers in Norland said that he could expect no fair trial. The harvest was good this year.</p>
<p>&lt;b&gt;Not bold&lt;/b&gt; and <b onclick="run()">bold</b>.</p></article><footer>Imprint</footer></body>
</html>""".encode()
ARABIC = "قالت منظمة في نورلاند إن محاكمة إيكو فورتان غير عادلة وإن الدوافع سياسية."
"""An organisation in Norland said the trial of Iko Vortan was unfair and the motives political."""

RSS = b"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Selen Courier</title><link>https://courier.example/</link><language>en-GB</language>
<item><title>Shopkeeper case was ordered from above</title><link>/courier/1</link>
<description>&lt;p&gt;Two former officials speak.&lt;/p&gt;</description>
<pubDate>Tue, 07 Jan 2025 08:00:00 GMT</pubDate></item>
<item><title>Harvest</title><link>/courier/2</link><description>A good year.</description>
<pubDate>Wed, 08 Jan 2025 08:00:00 GMT</pubDate></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>شبكة الحقوق</title>
<link rel="next" href="/atom?page=2"/><entry><title>محاكمة</title><id>tag:rights.example,2025:1</id>
<link rel="alternate" href="https://rights.example/1"/><published>2025-02-03T10:00:00Z</published>
<content type="html">&lt;p&gt;{ARABIC}&lt;/p&gt;</content></entry></feed>""".encode()


def hudoc(start: int, length: int = 50, total: int = 51) -> bytes:
    """A page of results as the Court's database gives it."""
    rows = [
        {
            "columns": {
                "itemid": f"001-{900000 + number}",
                "docname": f"CASE OF V{number} v. NORLAND",
                "appno": f"{number}/20",
                "respondent": "XAZ",
                "conclusion": "Violation of Article 6",
                "kpdate": "2024-05-16T00:00:00" if number else "16/05/2024 00:00:00",
                "article": "6",
                "importance": "3",
                "languageisocode": "ENG",
                "ecli": f"ECLI:XX:{number}",
                "doctype": "HEJUD",
                "isplaceholder": "False",
            }
        }
        for number in range(start, min(start + length, total))
    ]
    return json.dumps({"resultcount": total, "results": rows}).encode()


JUDGMENT = (
    b"<html><body><h1>CASE OF V0 v. NORLAND</h1><p>The Court notes that the prosecution in Norland was "
    b"politically motivated and finds a violation of the right to a fair trial.</p></body></html>"
)
RELIEFWEB = json.dumps(
    {
        "time": 3,
        "href": "…",
        "links": {},
        "totalCount": 1,
        "count": 1,
        "data": [
            {
                "id": "4100001",
                "score": 1,
                "href": "https://api.reliefweb.example/v2/reports/4100001",
                "fields": {
                    "title": "Norland: courts under pressure",
                    "url": "https://reliefweb.example/report/1",
                    "body": "Judges in Norland were dismissed. Activists were tortured in custody in Norland.",
                    "date": {"original": "2024-11-02T00:00:00+00:00", "created": "2024-11-03T00:00:00+00:00"},
                    "source": [{"name": "Observers of Courts"}],
                    "language": [{"code": "en"}],
                    "country": [{"iso3": "xaz"}],
                },
            }
        ],
    }
).encode()
GDELT = json.dumps(
    {
        "articles": [
            {
                "url": "/courier/1",
                "title": "Shopkeeper case",
                "seendate": "20250107T081500Z",
                "domain": "courier.example",
                "language": "English",
                "sourcecountry": "Norland",
            },
            {"url": "https://elsewhere.example/x"},
        ]
    }
).encode()


def gkg(title: str = "Opposition activist Iko Vortan faces political charges") -> bytes:
    """One row of 27 columns."""
    row = [""] * 27
    row[0], row[1], row[3], row[4] = (
        "20250107081500-1",
        "20250107081500",
        "courier.example",
        "https://courier.example/1",
    )
    row[9], row[23] = "1#Norland#XA#XA#1#2#XA;4#Selen, Norland#XA#XA1#1#2#-1", "Iko Vortan,10;Selen Court,40"
    row[25], row[26] = "srclc:fra;eng:GT-FRA 1.0", f"<PAGE_LINKS></PAGE_LINKS><PAGE_TITLE>{title}</PAGE_TITLE>"
    return "\t".join(row).encode() + b"\n"


def warc(*pages: tuple[str, str, bytes]) -> bytes:
    """A web archive with one response for each address, kind and body, each record compressed as archives are."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, kind, body in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


def pdf(text: str) -> bytes:
    """A PDF with these words on one page."""
    import typst

    return typst.compile(f'#set document(title: "Judgment")\n{text}'.encode())


class Web:
    """What stands where; `asked` remembers each address and the headers it was asked with."""

    def __init__(self) -> None:
        self.places: dict[str, Answer | Callable[[dict[str, list[str]], Any], Answer]] = {
            "/courier.xml": self._courier,
            "/atom": self._atom,
            "/courier/1": (200, {"Content-Type": "text/html"}, ARTICLE),
            "/courier/2": (
                200,
                {"Content-Type": "text/html"},
                b"<html><body><p>The harvest was good.</p></body></html>",
            ),
            "/app/query/results": lambda asked, _: (200, {}, hudoc(int(asked["start"][0]))),
            "/app/conversion/docx/html/body": (200, {"Content-Type": "text/html"}, JUDGMENT),
            "/v2/reports": self._reliefweb,
            "/api/v2/doc/doc": (200, {}, GDELT),
            "/gkg.csv": (200, {}, gkg()),
        }
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.base = ""

    @staticmethod
    def _courier(_: dict[str, list[str]], headers: Any) -> Answer:
        if headers.get("If-None-Match") == '"v1"':
            return 304, {}, b""
        return 200, {"ETag": '"v1"', "Content-Type": "application/rss+xml"}, RSS

    @staticmethod
    def _atom(asked: dict[str, list[str]], _: Any) -> Answer:
        return 200, {}, b'<feed xmlns="http://www.w3.org/2005/Atom"/>' if asked else ATOM

    @staticmethod
    def _reliefweb(asked: dict[str, list[str]], _: Any) -> Answer:
        if asked.get("appname") != ["approved-name"]:
            return 403, {}, b'{"error": {"message": "appname"}}'
        return 200, {}, RELIEFWEB

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _ in self.asked]

    def answer(self, path: str, headers: Any) -> Answer:
        """What stands at an address."""
        parts = urlsplit(path)
        self.asked.append((path, dict(headers)))
        place = self.places.get(parts.path, (404, {}, b""))
        return place(parse_qs(parts.query), headers) if callable(place) else place


@contextmanager
def served() -> Iterator[Web]:
    """The web, answering as long as the block lasts."""
    web = Web()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = web.answer(self.path, self.headers)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web.base = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()


def bomb(size: int = 64 * 1024 * 1024) -> bytes:
    """Some kilobytes that unpack to as many bytes."""
    return gzip.compress(b"\0" * size, 9)
