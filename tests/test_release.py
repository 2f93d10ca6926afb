"""What a release rests on: the version, the list of changes, and pages that lead somewhere."""

import re
from pathlib import Path

import pytest

import guide
from tests.support.talking import ROOT

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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    """To a file or folder that is there, from where the page stands."""
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    gone = [
        target for target in targets if "://" not in target and not (page.parent / target).exists()
    ]

    assert [] == gone
