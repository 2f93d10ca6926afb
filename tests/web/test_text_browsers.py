"""The booklet in browsers that show text alone."""

import shutil
import subprocess
from pathlib import Path

import pytest

from guide.export.web.site import booklet_name
from tests.support.exported import files, machine

BROWSERS = {"w3m": ("-dump", "-T", "text/html"), "lynx": ("-dump", "-nolist", "-force_html")}


@pytest.mark.parametrize("browser", BROWSERS)
def test_a_text_browser_reads_the_questions_and_where_answers_lead(
    browser: str, tmp_path: Path
) -> None:
    """Label and hint apart, and a number to go on to."""
    if not shutil.which(browser):
        pytest.skip(f"{browser} is not here")
    page = tmp_path / booklet_name("en")
    page.write_text(files()[page.name], encoding="utf-8")
    command = [browser, *BROWSERS[browser], str(page)]
    text = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()
    engine = machine("en")
    question = engine.screens[engine.walk(()).screen].events[-1]
    assert getattr(question, "text", "") in text
    assert "999" in text
    assert "→" in text or "->" in text
    assert "YesSomeone" not in text
