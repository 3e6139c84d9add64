"""Makes the pictures of the documentation: the ten main pages of the demo, in English and in Arabic.

    ARTICLE3_HOME=DIR article3 demo --no-serve
    ARTICLE3_HOME=DIR python -m tests.browser.pictures --to docs/pictures

Everybody in them is invented. WebP, encoded by the browser itself, is small enough to keep in the repository.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from article3.commands.demo.served import people, served

CHROMIUM = "/usr/bin/chromium"
QUALITY, TALLEST_PX = 50, 1100


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One page: the file's name, who looks (by full name, empty for nobody), the address, the window, the scheme."""

    name: str
    who: str
    page: str
    width_px: int = 1180
    scheme: str = "light"


PICTURES = (
    Picture(name="tour", who="", page="/tour/"),
    Picture(name="queue", who="Sigrid Aasen", page="/secretariat/"),
    Picture(name="case", who="{fugitive_name}", page="/secretariat/files/{fugitive}/"),
    Picture(name="holders", who="Ada Renwick", page="/oversight/recalls/{recall}/"),
    Picture(name="bureau", who="Luc Verdier", page="/bureau/incoming/{fugitive}/"),
    Picture(name="protective", who="Agathe Rousselin", page="/protective/", scheme="dark"),
    Picture(name="front-line", who="Élise Maunoury", page="/front_line/results/{result}/", width_px=760),
    Picture(name="portal", who="", page="/portal/", width_px=400),
    Picture(name="oversight", who="Ada Renwick", page="/oversight/", scheme="dark"),
    Picture(name="reopened", who="Sigrid Aasen", page="/secretariat/reopened/"),
)
LANGUAGES = ("en", "ar")


def main() -> None:
    """Serve the demo, sit down, look, write."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--to", type=Path, default=Path("docs/pictures"))
    to, home = asked.parse_args().to, Path(os.environ["ARTICLE3_HOME"])
    to.mkdir(parents=True, exist_ok=True)
    places = json.loads((home / "places.json").read_text(encoding="utf-8"))
    places["fugitive_name"] = _reviewers()[places["fugitive_by"]]
    from playwright.sync_api import sync_playwright

    with served(home) as port, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for picture in PICTURES:
            for language in LANGUAGES:
                image = _taken(browser, home, f"http://127.0.0.1:{port}", picture, language, places)
                (to / f"{picture.name}-{language}.webp").write_bytes(image)
        browser.close()
    print(f"{sum(file.stat().st_size for file in to.glob('*.webp')) / 1000:.0f} kB in {to}")


def _reviewers() -> dict[str, str]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    import django

    django.setup()
    from article3.commands.demo.office import TASK_FORCE

    return {username: name for username, (name, _, _) in TASK_FORCE.items()}


def _taken(browser: Any, home: Path, address: str, picture: Picture, language: str, places: dict[str, str]) -> bytes:
    context = browser.new_context(viewport={"width": picture.width_px, "height": 800}, base_url=address,
                                  color_scheme=picture.scheme, reduced_motion="reduce")
    context.add_cookies([{"name": "django_language", "value": language, "url": address}])
    page = context.new_page()
    who = picture.who.format(**places)
    if who:
        page.goto(f"/demo/enter/{next(one.token for one in people(home) if one.name == who)}/")
    answer = page.goto(picture.page.format(**places))
    assert answer.status == 200, (picture.page, answer.status)
    tall = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST_PX)
    clip = {"x": 0, "y": 0, "width": picture.width_px, "height": tall, "scale": 1}
    shot = context.new_cdp_session(page).send("Page.captureScreenshot", {
        "format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": True})
    context.close()
    return base64.b64decode(shot["data"])


if __name__ == "__main__":
    main()
