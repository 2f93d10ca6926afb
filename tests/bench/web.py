"""The exported page beside a Textual app shown in a browser (textual-serve), in one Chromium."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep
from typing import TYPE_CHECKING, Any

from tests.bench.chat import EMPTY
from tests.bench.measure import percentile
from tests.bench.table import Row, Table, at_most
from tests.support.browsers import CHROMIUM, in_chromium, served
from tests.support.exported import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROUNDS = 5
ANSWERS = 60

_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime || 0"
_FIRST_BYTE = "document.querySelector('body.-first-byte') ? performance.now() : 0"
_ANSWER = """async () => {
    const links = [...document.querySelectorAll('main > div > ul > li.on a')];
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    if (!links.length) { history.go(-history.state); await painted(); await painted(); return 0; }
    const begun = performance.now();
    links[1 % links.length].click();
    document.body.offsetHeight;
    const took = performance.now() - begun;
    await painted();
    return took;
}"""
_LINKS = """[...document.querySelectorAll('main > div > ul > li > a')]
    .filter((link) => link.getClientRects().length).map((link) => link.hash)"""
_GO = "(hash) => { location.hash = hash; document.body.offsetHeight; }"


@contextmanager
def _textual_serve(folder: Path) -> Iterator[str]:
    """An empty Textual app on a server of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "empty.py").write_text(EMPTY)
    code = (
        "from textual_serve.server import Server;"
        f"Server('{sys.executable} {folder}/empty.py', port={port}).serve()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except OSError as error:
                    if process.poll() is not None:
                        message = "textual-serve did not start: run `make bench`, which installs it"
                        raise RuntimeError(message) from error
                    sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def _opened(browser: "Browser", url: str, since: str) -> float:
    """Milliseconds from the navigation until what `since` tells, once it is not 0."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url, wait_until="commit")
    took = 0.0
    while not took:
        took = page.evaluate(since)
    context.close()
    return took


def _answers(browser: "Browser", url: str) -> list[float]:
    page = browser.new_page()
    page.goto(url)
    times = [page.evaluate(_ANSWER) for _ in range(ANSWERS)]
    page.close()
    return [time for time in times if time]


def _answers_in_frame(browser: "Browser", folder: Path) -> list[float]:
    """The frame as a page of its own: the processor's milliseconds for an answer by link."""
    frame = re.search('srcdoc="([^"]*)"', html("en"))
    assert frame
    inside = folder / "frame.html"
    inside.write_text(unescape(frame[1]).replace("about:srcdoc#", "#"), encoding="utf-8")
    page = browser.new_page()
    page.goto(inside.as_uri())
    driver = page.context.new_cdp_session(page)
    driver.send("Performance.enable", {"timeDomain": "threadTicks"})
    times: list[float] = []
    while len(times) < ANSWERS:
        links = page.evaluate(_LINKS)
        before = _styled_and_laid_out(driver)
        page.evaluate(_GO, links[len(times) % len(links)] if links else "#s0")
        if links:
            times.append(1000 * (_styled_and_laid_out(driver) - before))
    page.close()
    return times


def _styled_and_laid_out(driver: Any) -> float:
    """Seconds of the processor so far."""
    metrics = {
        each["name"]: each["value"] for each in driver.send("Performance.getMetrics")["metrics"]
    }
    return float(metrics["RecalcStyleDuration"] + metrics["LayoutDuration"])


def tables() -> Iterator[Table]:
    """First paint, and an answer; nothing where there is no Chromium."""
    if not CHROMIUM:
        return
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "en.html").write_text(html("en"), encoding="utf-8")
        with in_chromium(playwright) as browser, served(folder) as server:
            with _textual_serve(folder) as textual:
                ours, theirs = [], []
                for _ in range(ROUNDS):
                    ours.append(_opened(browser, f"{server.url}/en.html", _PAINTED))
                    theirs.append(_opened(browser, textual, _FIRST_BYTE))
            answers = _answers(browser, f"{server.url}/en.html")
            linked = _answers_in_frame(browser, folder)
    ratio = median(ours) / median(theirs)
    yield Table(
        "The page in Chromium, every conversation in it",
        ("page", "textual-serve", "ratio"),
        [
            Row(
                "opened until the first paint",
                (f"{median(ours):.0f} ms", f"{median(theirs):.0f} ms", f"{ratio:.2f}x"),
                at_most(ratio, 0.2),
            ),
            Row(
                "an answer",
                (f"{median(answers):.1f} ms", "", ""),
                at_most(median(answers), 20, " ms"),
            ),
            Row(
                "an answer, 95 in 100",
                (f"{percentile(answers, 95):.1f} ms", "", ""),
                at_most(percentile(answers, 95), 50, " ms"),
            ),
            Row(
                "an answer without a script",
                (f"{median(linked):.1f} ms", "", ""),
                at_most(median(linked), 20, " ms"),
            ),
            Row(
                "an answer without a script, 95 in 100",
                (f"{percentile(linked, 95):.1f} ms", "", ""),
                at_most(percentile(linked, 95), 50, " ms"),
            ),
        ],
        [
            "textual-serve shows an empty app: until its first byte is in the terminal.",
            "Without a script: processor time of the browser for styles and layout.",
        ],
    )
