"""The guide as people install it: with the newest of every package, and with the oldest allowed.

The other tests have the pinned versions alone; these say what has become of the rest of the world.
"""

import shutil
from pathlib import Path

import pytest

from guide.i18n import catalogue
from tests.support.talking import ROOT, guide
from tests.support.terminals import opened
from tests.support.worlds import PYTHONS, VERSIONS, World, can_be_had, clean, install, pip
from tests.test_kiosk_selfcheck import EVERYTHING

pytestmark = pytest.mark.soak

TYPED = "2\n2\nsomeone is being mean to me\n1\n2\n1\n1\nhelp\nx\n"
LANGUAGES = ("en", *catalogue.language_codes(str(ROOT / "locales")))


@pytest.fixture(
    scope="module",
    params=[(python, name) for python in PYTHONS for name in VERSIONS],
    ids=lambda world: f"{world[1]} on {world[0]}",
)
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    """The guide installed with one set of versions."""
    if not can_be_had(tmp_path_factory.mktemp("download")):
        pytest.skip("no package can be downloaded here, so no world can be made: no network?")
    python, name = request.param
    return install(python, VERSIONS[name], tmp_path_factory.mktemp(name) / "world")


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped languages without their compiled forms, so that the Babel there reads them."""
    folder = tmp_path_factory.mktemp("languages") / "locales"
    ignored = shutil.ignore_patterns("*.compiled")
    return Path(shutil.copytree(ROOT / "locales", folder, ignore=ignored))


def test_the_versions_seen_are_told(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever reads the log of a run sees which Python and packages it was; they go together."""
    versions = world.versions()
    with capsys.disabled():
        print(f"\n{versions}")

    assert "babel==" in versions
    assert 0 == pip(world.python, "check").returncode


def test_check_finds_no_error(world: World, locales: Path) -> None:
    """In what was installed, as kept and anew, and in languages read by the Babel there."""
    for arguments in ([], ["--fresh"], ["--locales", str(locales)]):
        done = world.run("check", *arguments)

        assert 0 == done.returncode, done.stdout
        assert "1 locale-draft" in done.stdout


def test_the_kiosk_opens_in_every_language(world: World, locales: Path) -> None:
    for arguments in ([], ["--locales", str(locales)]):
        status, log = world.run_in_terminal("kiosk", "--selfcheck", *arguments)

        lines = [
            line
            for line in log.splitlines()
            if not line.startswith(("in part:", "soon:", "This guide is "))
        ]
        assert (0, EVERYTHING) == (status, lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_conversation_has_the_same_words_as_in_the_checkout(
    language: str, world: World, locales: Path
) -> None:
    """Names of languages, commas of lists and directions too, whatever Babel is there."""
    arguments = ["--plain", "--locale", language, "--locales", str(locales)]
    here = guide(*arguments, typed=TYPED, flows=None)
    there = world.run(*arguments, typed=TYPED)

    assert (0, "") == (there.returncode, there.stderr)
    assert here.stdout == there.stdout
    assert "0800 1111" in there.stdout


def test_an_update_of_the_languages_changes_no_file(
    world: World, locales: Path, tmp_path: Path
) -> None:
    """No Babel rewrites what another has written."""
    locales = Path(shutil.copytree(locales, tmp_path / "locales"))  # the next world has its own
    done = world.run("locale", "update", "--locales", str(locales))

    assert 0 == done.returncode, done.stderr
    for path in locales.rglob("*.po"):
        assert path.read_bytes() == (ROOT / "locales" / path.relative_to(locales)).read_bytes()


@pytest.mark.parametrize("command", ["", "kiosk"], ids=["the chat", "the kiosk"])
def test_it_fills_the_screen(command: str, world: World) -> None:
    """With the Textual there."""
    own = {"PYTHONPATH": "", "GUIDE_FLOWS": "", "GUIDE_LOCALES": "", "LC_ALL": "C.UTF-8"}
    with opened(command=[world.guide, *command.split()], environment={**clean(), **own}) as guide:
        guide.until_live()
        guide.until_shown("0800 1111")
        if not command:
            guide.type("\x1b\x1b")
            assert 0 == guide.ended()
        assert b"Sorry, this guide has stopped working." not in guide.raw
