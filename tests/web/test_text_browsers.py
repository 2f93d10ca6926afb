"""The pages in browsers that show text alone."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from guide.conversation import phrases
from guide.export.web.site import booklet_name, file_name
from tests.support.exported import files, machine, page

BROWSERS = {"w3m": ("-dump", "-T", "text/html"), "lynx": ("-dump", "-nolist", "-force_html")}


@pytest.mark.parametrize("browser", BROWSERS)
def test_a_text_browser_reads_the_questions_and_where_answers_lead(
    browser: str, tmp_path: Path
) -> None:
    """Label and hint apart, and a number to go on to."""
    text = _dumped(browser, booklet_name("en"), tmp_path)
    engine = machine("en")
    question = engine.screens[engine.walk(()).screen].events[-1]
    assert getattr(question, "text", "") in text
    assert "999" in text
    assert "→" in text or "->" in text
    assert "YesSomeone" not in text
    assert phrases.WEB_REMEMBERS.source in " ".join(text.split())
    assert phrases.WEB_KEYS.source not in " ".join(text.split())


@pytest.mark.parametrize("browser", BROWSERS)
@pytest.mark.parametrize("code", ["en", "ur"])
def test_a_text_browser_that_opens_the_page_itself_is_led_to_the_booklet(
    browser: str, code: str, tmp_path: Path
) -> None:
    """It shows no frame, and does not say that the page is old, which it is not."""
    text = _dumped(browser, file_name(code), tmp_path)
    plain = page(code).outer.find("iframe")[0].find("a")[-1]  # after what its source holds
    assert booklet_name(code) == plain.attributes["href"]
    assert plain.text() in " ".join(text.split())
    assert page(code).outer.find("p")[0].attributes["data-say"][:30] not in " ".join(text.split())


@pytest.mark.parametrize("browser", BROWSERS)
def test_a_text_browser_reads_english_below_a_draft_and_not_as_deleted(
    browser: str, tmp_path: Path
) -> None:
    """w3m and lynx show that an element strikes its words out, as a screen reader says it."""
    text = _dumped(browser, booklet_name("ur"), tmp_path)
    assert re.search(r"^\s*Who is it about\?$", text, re.MULTILINE)
    assert not re.search(r"\bDEL\b|\[S:", text)


def _dumped(browser: str, name: str, folder: Path) -> str:
    """What a text browser shows of a page."""
    if not shutil.which(browser):
        pytest.skip(f"{browser} is not here")
    file = folder / name
    file.write_text(files()[name], encoding="utf-8")
    command = [browser, *BROWSERS[browser], str(file)]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()
