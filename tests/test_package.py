"""The package as users get it: built, installed elsewhere, run from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.talking import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this checkout, without a network."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), ROOT],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the wheel is installed into."""
    target = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet",
         "--disable-pip-version-check", "--target", str(target), str(wheel)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return target


def run(installed: Path, folder: Path, *arguments: str, typed: str = "") -> str:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("GUIDE_")
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", "guide", *arguments],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**environment, "PYTHONPATH": str(installed)},
        timeout=60,
        check=True,
    )
    return done.stdout


def test_an_installed_guide_plays_a_conversation_from_any_folder(
    installed: Path, tmp_path: Path
) -> None:
    """Its flows came with it: the same screen as in the checkout."""
    typed = "young person\nno\n11 to 17\nx\n"

    assert run(ROOT, ROOT, "--plain", typed=typed) == run(
        installed, tmp_path, "--plain", typed=typed
    )


def test_an_installed_guide_has_the_fingerprint_of_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    """So what was reviewed there can be told from anything else here."""
    assert run(ROOT, ROOT, "verify") == run(installed, tmp_path, "verify")


def test_an_installed_guide_knows_every_conversation(installed: Path, tmp_path: Path) -> None:
    """As many as the checkout has."""
    assert run(ROOT, ROOT, "paths", "--count") == run(installed, tmp_path, "paths", "--count")


def test_the_wheel_holds_every_flow_and_locale(wheel: Path) -> None:
    """Nothing of flows/ or locales/ is left behind, and nothing of the tests comes along."""
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"guide/{path.relative_to(ROOT).as_posix()}"
        for folder in ("flows", "locales")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".yaml", ".po", ".json", ".md", ".model")
    }

    assert set() == wanted - names
    assert not [name for name in names if name.startswith("tests")]


def test_the_wheel_is_typed_and_holds_the_schemas_of_its_json(wheel: Path) -> None:
    """For type checkers, and for programs that read what `--json` prints."""
    names = set(zipfile.ZipFile(wheel).namelist())
    schemas = {f"guide/schema/{file.name}" for file in (ROOT / "guide" / "schema").glob("*.json")}

    assert schemas
    assert set() == {"guide/py.typed", *schemas} - names


def test_the_wheel_holds_the_compiled_flows(wheel: Path) -> None:
    """So the first question needs no YAML parser."""
    assert "guide/flows/flows.compiled" in zipfile.ZipFile(wheel).namelist()


def test_the_compiled_flows_are_used_where_they_are_installed(
    installed: Path, tmp_path: Path
) -> None:
    """They are fresh by their own key, and yaml is not imported."""
    code = (
        "import sys; from guide.flow.library import load_library; from guide.shipped import folder;"
        "load_library(folder('flows')); print('yaml' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        timeout=60,
        check=True,
    )

    assert "False" == done.stdout.strip()
