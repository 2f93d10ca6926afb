"""What opening the page leaves behind, here and on the way: its own address, and nothing else."""

import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.browsers import CHROMIUM, CHROMIUM_OPTIONS, Served, seen, served
from tests.support.exported import html, project
from tests.support.firefox import firefox
from tests.web.conftest import PageFiles

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page, Playwright

SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
TRACKERS = (
    "<script src=https://www.googletagmanager.com/gtm.js></script>"
    "<img src=https://www.facebook.com/tr?id=1 width=1 height=1>"
    "<link rel=stylesheet href=https://fonts.googleapis.com/css2?family=Roboto>"
    "<style>@import url(https://fonts.example.org/a.css); h1 { color: rgb(1, 2, 3) }</style>"
    "<iframe src=https://www.youtube.com/embed/x></iframe>"
    "<script>window.tracked = true; fetch('https://tracker.example.org/')</script>"
)


def guide_of(page: "Page", *, script: bool) -> "Page | Frame":
    """Where the questions are: in the page itself, or in its frame."""
    return page if script else page.frames[1]


def answer_some(page: "Page", *, script: bool = True) -> None:
    """Four answers, the first or second each time, and what can be opened at the end."""
    for place in (1, 0, 1, 0):
        answers = guide_of(page, script=script).locator("main li a:visible")
        if answers.count() > place:
            answers.nth(place).click()
    guide_of(page, script=script).locator("summary:visible").first.click()


def test_one_request_and_nothing_kept(
    chromium: "Browser", pages: PageFiles, server: Served
) -> None:
    """The host's log has one line; no cookie, no storage, no worker that stays."""
    pages("en")
    context = chromium.new_context()
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{server.url}/en.html")
    answer_some(page)
    assert [f"{server.url}/en.html"] == requests
    assert ["/en.html"] == [path for path in server.asked if path != "/favicon.ico"]
    state = context.storage_state(indexed_db=True)
    assert {"cookies": [], "origins": []} == state
    workers = page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")
    assert 0 == workers


@SCRIPT
def test_chromium_remembers_one_address(
    playwright: "Playwright", pages: PageFiles, server: Served, tmp_path: Path, script: bool
) -> None:
    """Its history and its sessions know that the page was opened, and no answer."""
    pages("en")
    context = playwright.chromium.launch_persistent_context(
        tmp_path, executable_path=CHROMIUM, args=CHROMIUM_OPTIONS, java_script_enabled=script
    )
    page = context.pages[0]
    page.goto(f"{server.url}/en.html")
    answer_some(page, script=script)
    page.wait_for_timeout(1500)  # Chromium writes what it remembers a little later.
    context.close()
    with sqlite3.connect(tmp_path / "Default" / "History") as history:
        remembered = [url for (url,) in history.execute("SELECT url FROM urls")]
    assert [f"{server.url}/en.html"] == remembered
    sessions = b"".join(path.read_bytes() for path in (tmp_path / "Default/Sessions").iterdir())
    addresses = set(re.findall(rb"127\.0\.0\.1:\d+/[\w./#-]*|srcdoc#\w+", sessions))
    assert addresses <= {f"{server.url}/en.html".removeprefix("http://").encode()}


@pytest.mark.usefixtures("firefox")
@SCRIPT
def test_firefox_remembers_one_address(
    pages: PageFiles, server: Served, tmp_path: Path, script: bool
) -> None:
    """What it keeps of the tab while that is open (sessionstore) is told in docs/website.md."""
    pages("en")
    with firefox(tmp_path, **{"javascript.enabled": script}) as driven:
        driven.open(f"{server.url}/en.html")
        if not script:
            driven.enter(driven.elements("iframe")[0])
        for _ in range(3):
            if links := driven.elements("main > div > ul > li > a"):
                driven.press(links[-2])
    with sqlite3.connect(tmp_path / "places.sqlite") as places:
        every = [url for (url,) in places.execute("SELECT url FROM moz_places")]
    assert [f"{server.url}/en.html"] == [url for url in every if "127.0.0.1" in url or "#" in url]


def test_what_a_host_adds_is_refused(chromium: "Browser", tmp_path: Path) -> None:
    """Trackers, fonts, a film and a script, in the page and within the frame: nothing is asked."""
    added = (
        html("en").replace("</head>", f"{TRACKERS}</head>").replace("</main>", f"{TRACKERS}</main>")
    )
    (tmp_path / "en.html").write_text(added, encoding="utf-8")
    with served(tmp_path) as server:
        page = chromium.new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("requestfailed", lambda request: requests.remove(request.url))
        page.goto(f"{server.url}/en.html")
        answer_some(page)
        assert [f"{server.url}/en.html"] == requests
    assert page.evaluate("window.tracked") is None
    assert "rgb(1, 2, 3)" != page.evaluate("getComputedStyle(document.querySelector('h1')).color")


@pytest.mark.parametrize(
    "sandbox",
    ["", "allow-scripts allow-popups allow-popups-to-escape-sandbox"
     " allow-top-navigation-by-user-activation"],
    ids=["no rights", "as docs/website.md says"],
)  # fmt: skip
def test_the_page_works_in_the_frame_of_another(
    chromium: "Browser", pages: PageFiles, server: Served, sandbox: str
) -> None:
    """As a school's site may show it; the frame may forbid scripts."""
    pages("en")
    host = f"<iframe title=Help sandbox='{sandbox}' src='{server.url}/en.html' height=600></iframe>"
    (pages.folder / "host.html").write_text(host)
    page = chromium.new_page()
    page.goto(f"{server.url}/host.html")
    frame = page.frames[1] if sandbox else page.frames[2]
    before = seen(frame.locator("h1:visible").inner_text())
    frame.locator("main li a:visible").nth(1).click()
    assert before != seen(frame.locator("h1:visible").inner_text())
    assert page.url == f"{server.url}/host.html"


@pytest.mark.parametrize("days", [-1, 1], ids=["the day before", "the day after"])
def test_past_its_review_date_the_page_says_that_it_is_old(
    chromium: "Browser", pages: PageFiles, days: int
) -> None:
    """On top, with 999 and Childline, whose numbers stand."""
    import datetime

    earliest = min(contact.review_by for contact in project().library.contacts.values())
    day = datetime.date.fromisoformat(str(earliest)) + datetime.timedelta(days)
    page = chromium.new_page()
    page.clock.set_fixed_time(datetime.datetime(day.year, day.month, day.day, 12))
    page.goto(pages("en"))
    old = page.locator("#old")
    assert (days > 0) == old.is_visible()
    assert (days > 0) == ("999" in (old.text_content() or ""))
