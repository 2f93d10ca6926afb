"""What a release rests on: the version, the list of changes, and pages that lead somewhere."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import guide
from tests.support.talking import ROOT
from tools import release

CHANGES = (ROOT / "CHANGELOG.md").read_text("utf-8")
HEADINGS = re.findall(r"^## (.+)$", CHANGES, re.MULTILINE)
RELEASE = re.compile(r"(\d+)\.(\d+)\.(\d+) - \d{4}-\d{2}-\d{2}")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("flows/**/*.md")])


def test_what_is_not_released_stands_on_top_then_the_version_of_the_program() -> None:
    """A release that forgets its number, or its heading, is seen before it is made."""
    assert "Unreleased" == HEADINGS[0]
    assert HEADINGS[1].startswith(f"{guide.VERSION} - ")


def test_every_release_has_its_number_and_its_day_newest_first() -> None:
    releases = [RELEASE.fullmatch(heading) for heading in HEADINGS[1:]]
    numbers = [tuple(map(int, release.groups())) for release in releases if release]

    assert len(numbers) == len(HEADINGS) - 1
    assert sorted(numbers, reverse=True) == numbers


def test_an_archive_is_the_same_bytes_whenever_it_is_made(tmp_path: Path) -> None:
    """Whatever the files' dates, and in whichever order a system lists them."""
    archives = []
    for number, names in enumerate((("b", "a"), ("a", "b"))):
        folder = tmp_path / str(number)
        (folder / "within").mkdir(parents=True)
        for name in names:
            (folder / "within" / name).write_text(name, "utf-8")
            os.utime(folder / "within" / name, (number, number))
        release.pack(folder, tmp_path / f"{number}.zip")
        archives.append((tmp_path / f"{number}.zip").read_bytes())

    assert archives[0] == archives[1]
    assert ["within/a", "within/b"] == zipfile.ZipFile(tmp_path / "0.zip").namelist()


@pytest.mark.soak
def test_a_release_is_the_same_bytes_whoever_makes_it(tmp_path: Path) -> None:
    """Two copies of the checkout, two orders of every set, two days: the same sums."""
    sums = []
    for number in ("1", "2"):
        left_out = shutil.ignore_patterns(".*", "*.compiled", "__pycache__", "dist", "build")
        copy = shutil.copytree(ROOT, tmp_path / number, ignore=left_out)
        shutil.copyfile(ROOT / ".gitignore", copy / ".gitignore")
        environment = {**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": ""}
        environment.pop("SOURCE_DATE_EPOCH", None)
        made = [sys.executable, "-m", "tools.release"]
        subprocess.run(made, cwd=copy, env=environment, check=True, capture_output=True)
        sums.append((copy / "dist" / release.SUMS).read_text("utf-8"))

    assert sums[0] == sums[1]
    assert 5 == len(sums[0].splitlines())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    """To a file or folder that is there, from where the page stands."""
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    gone = [
        target for target in targets if "://" not in target and not (page.parent / target).exists()
    ]

    assert [] == gone
