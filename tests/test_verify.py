"""`guide verify`: one fingerprint, that changes with every byte a person is told by."""

import shutil
from pathlib import Path

import pytest

from guide.commands.parser import run
from guide.fingerprint import (
    CODE_PART,
    FINGERPRINT_PARTS,
    FLOWS_PART,
    LOCALES_PART,
    WORDS_PART,
    fingerprint,
    is_one,
    manifest,
)
from guide.flow.library import load_library
from guide.kiosk.selfcheck import KioskOpening, reviewed
from guide.kiosk.site import Site
from guide.options import FAILED, OK, WRONG_USE
from guide.project import Project
from tests.support.talking import ROOT, SHIPPED, TINY


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A folder of flows with typed words, and one of languages."""
    flows = Path(shutil.copytree(TINY, tmp_path / "flows"))
    (flows / "words").mkdir(exist_ok=True)
    (flows / "words" / "en.yaml").write_text("format: 1\n", "utf-8")
    locales = Path(shutil.copytree(ROOT / "locales" / "cy", tmp_path / "locales" / "cy"))
    return flows, locales.parent


def by_part(flows: Path, locales: Path) -> dict[str, str]:
    sums = manifest(str(flows), str(locales))
    return {"": fingerprint(sums), **{part: fingerprint(sums, part) for part in FINGERPRINT_PARTS}}


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("flows/{flow}", FLOWS_PART),
        ("flows/new.txt", FLOWS_PART),
        ("flows/words/en.yaml", WORDS_PART),
        ("locales/cy/LC_MESSAGES/flows.po", LOCALES_PART),
    ],
)
def test_every_byte_counts(name: str, part: str, folders: tuple[Path, Path]) -> None:
    """The whole fingerprint changes, and that of the part it stands in alone."""
    before = by_part(*folders)
    flow = min(folders[0].glob("*.yaml")).name
    with (folders[0].parent / name.format(flow=flow)).open("a", encoding="utf-8") as file:
        file.write("\n")
    after = by_part(*folders)

    assert {"", part} == {name for name in after if after[name] != before[name]}


def test_a_file_under_another_name_is_another_guide(folders: tuple[Path, Path]) -> None:
    before = by_part(*folders)
    path = min(folders[0].glob("*.yaml"))
    path.rename(path.with_name("zz.yaml"))

    assert before[""] != by_part(*folders)[""]


def test_what_is_compiled_or_hidden_is_none_of_it(folders: tuple[Path, Path]) -> None:
    """It is made from what counts, on any machine anew."""
    before = by_part(*folders)
    for name in ("flows.compiled", ".swp", "en.yaml~"):
        (folders[0] / name).write_text("x", "utf-8")

    assert before == by_part(*folders)


def test_the_whole_program_is_in_it() -> None:
    """Every module, with what it reads beside it; nothing of the tests."""
    names = set(manifest(str(SHIPPED), str(ROOT / "locales")))
    modules = {path.relative_to(ROOT / "guide").as_posix() for path in ROOT.glob("guide/**/*.py")}

    assert modules
    assert {f"{CODE_PART}/{name}" for name in modules} <= names
    assert not [name for name in names if name.startswith("tests")]


def test_the_command_says_whether_it_is_the_one(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 0 where it is, 1 where not, 2 for what is no fingerprint; spaces do not matter."""
    given = ["--flows", str(folders[0]), "--locales", str(folders[1])]
    assert OK == run(["verify", *given])
    whole = capsys.readouterr().out.splitlines()[0]

    assert is_one(whole)
    assert OK == run(["verify", whole.replace(" ", "").upper(), *given])
    assert FAILED == run(["verify", "0" * 32, *given])
    assert "This is another guide" in capsys.readouterr().err
    assert WRONG_USE == run(["verify", "0800 1111", *given])


def test_a_kiosk_opens_with_the_guide_that_its_site_names_and_no_other() -> None:
    project = Project(str(TINY))
    this = fingerprint(manifest(str(TINY), str(TINY / "none")))

    def why(named: str) -> str:
        site = Site(fingerprint=named)
        library = load_library(str(TINY))
        return reviewed(KioskOpening(project, library, site, ("en",), {}, {}, "", this))

    assert "" == why("")
    assert "" == why(this)
    assert "" == why(this.replace(" ", "").upper())
    assert why("0" * 32).startswith(f"The site names the guide {'0' * 32}, and this is {this}.")
