"""Any file an author writes may say its format; one in another format gets one clear error."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.flow.document import FORMAT
from guide.flow.library import load_library
from guide.flow.read import library_from
from guide.kiosk.read import read_site
from guide.practice.read import scenarios_from
from guide.problems import FlowError, Problem
from guide.project import Project
from guide.translate.audit import audit
from guide.understanding import lexicon, promises
from tests.support.locales import make, reviewed
from tests.support.talking import ROOT, SHIPPED, TINY

Read = Callable[[Path, str], list[Problem]]
"""Writes a file beside all that it needs, reads it, and gives what is wrong."""


def _flow(folder: Path, text: str) -> list[Problem]:
    """A flow, and a file of all it leans on (contacts, sources, facts) that begins as written."""
    shutil.copy(TINY / "tiny.yaml", folder)
    whole = (folder / "tiny.yaml").read_text("utf-8")
    before, contacts, after = whole.partition("\ncontacts:\n")
    (folder / "tiny.yaml").write_text(f"{before}\n", "utf-8")
    (folder / "shared.yaml").write_text(text + contacts[1:] + after, "utf-8")
    return _told(lambda: library_from(str(folder)))


def _site(folder: Path, text: str) -> list[Problem]:
    file = folder / "site.yaml"
    file.write_text(text, "utf-8")
    return _told(lambda: read_site(str(file), load_library(str(TINY))))


def _words(folder: Path, text: str) -> list[Problem]:
    (folder / "words").mkdir()
    (folder / "words" / "en.yaml").write_text(text, "utf-8")
    return lexicon.read_word_folder(str(folder))[1]


def _story(folder: Path, text: str) -> list[Problem]:
    (folder / "practice").mkdir()
    (folder / "practice" / "a-story.yaml").write_text(text, "utf-8")
    return list(scenarios_from(load_library(str(SHIPPED)), str(folder)).problems)


def _locale(name: str) -> Read:
    def read(folder: Path, text: str) -> list[Problem]:
        locales = make(folder, reviewed)
        Path(locales, "cy", name).write_text(text, "utf-8")
        project = Project(str(TINY), locales)
        faults = [Problem(*fault[2:5]) for fault in audit(project, ["cy"])]
        return faults + promises.broken_promises(project, "cy")

    return read


def _told(read: Callable[[], object]) -> list[Problem]:
    try:
        read()
    except FlowError as error:
        return list(error.problems)
    return []


STORY = (SHIPPED / "practice" / "a-new-haircut.yaml").read_text("utf-8")
# Of each kind: how it is read, a sound file, more that is wrong, and the name of the file.
KINDS: dict[str, tuple[Read, str, str, str]] = {
    "a flow": (_flow, "", "nonsense: {a: b}\n", "shared.yaml"),
    "a site": (_site, "site: The Library\n", "nonsense: {a: b}\n", "site.yaml"),
    "words": (_words, "concepts: {nude: [nood]}\n", "kinds: {no-concept: [x]}\n", "words/en.yaml"),
    "a story": (_story, STORY, "nonsense: {a: b}\n", "practice/a-story.yaml"),
    "a glossary": (_locale("glossary.yaml"), "yes: [ie]\n", "no: {a: b}\n", "cy/glossary.yaml"),
    "phrases": (
        _locale("phrases.yaml"),
        "phrases: {worry.bullying: [maen gas]}\n",
        "must-match: [{say: heulog, means: worry.bulying}]\n",
        "cy/phrases.yaml",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("said", ["", f"format: {FORMAT}\n"], ids=["unsaid", "said"])
def test_a_file_may_say_its_format_or_leave_it_out(kind: str, said: str, tmp_path: Path) -> None:
    """Folders written before there was a `format:` go on working, and so do those that say it."""
    read, sound, _, _ = KINDS[kind]

    assert [] == read(tmp_path, said + sound)


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_file_in_another_format_nothing_else_is_told(kind: str, tmp_path: Path) -> None:
    """Where, what and what to do; no fault of its other keys, and no echo in the files beside."""
    read, sound, wrong, name = KINDS[kind]

    (problem,) = read(tmp_path, f"format: 7\n{wrong}{sound}")

    assert problem.place.line == 1
    assert problem.place.file.endswith(name)
    assert 'The file is in format "7", and this guide reads format 1.' == problem.what
    assert problem.what_to_do == (
        "Write `format: 1` and mend what is told then, or use the guide it was written for."
    )


@pytest.mark.parametrize("kind", KINDS)
def test_without_the_other_format_its_faults_are_told(kind: str, tmp_path: Path) -> None:
    """The test above can fail: those files do have other faults."""
    read, sound, wrong, _ = KINDS[kind]

    assert [] != read(tmp_path, wrong + sound)


def test_the_shipped_flows_say_their_format() -> None:
    """Each file with a flow, and the site people copy: what grows from them says it too."""
    heads = [*SHIPPED.glob("*.yaml"), ROOT / "deploy" / "kiosk" / "site.yaml"]
    silent = [file.name for file in heads if f"\nformat: {FORMAT}\n" not in file.read_text("utf-8")]

    assert [] == silent
