"""Whatever breaks, a person sees where to turn, and never a traceback."""

import re
import shutil
from pathlib import Path

import pytest

from guide import failsafe
from guide.flow.library import CompiledFlows, load_library
from tests.bench.installed import Installed
from tests.support.forging import forge
from tests.support.talking import ROOT, SHIPPED, TINY, guide


def broken_flows(tmp_path: Path) -> Path:
    folder = tmp_path / "flows"
    folder.mkdir()
    (folder / "broken.yaml").write_text("flow: [", encoding="utf-8")
    return folder


def flows_that_are_missing(tmp_path: Path) -> Path:
    return tmp_path / "nowhere"


BROKEN = [broken_flows, flows_that_are_missing]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda way: way.__name__)
def test_when_the_flows_cannot_be_used_the_card_shows_999_and_childline(
    broken: object, tmp_path: Path
) -> None:
    """Exit status 1, both numbers on stdout, and nothing on stderr without --debug."""
    folder = broken(tmp_path)  # type: ignore[operator]

    done = guide("--plain", typed="1\n", flows=folder)

    assert 1 == done.returncode
    assert "999" in done.stdout
    assert "0800 1111" in done.stdout
    assert "" == done.stderr


@pytest.mark.parametrize("broken", BROKEN, ids=lambda way: way.__name__)
def test_whoever_names_a_folder_reads_what_is_wrong_with_it(broken: object, tmp_path: Path) -> None:
    """An author has no use for the card: status 1, the file and the reason, and no other word."""
    folder = broken(tmp_path)  # type: ignore[operator]

    done = guide("--plain", "--flows", str(folder), typed="1\n", flows=None)

    assert (1, "") == (done.returncode, done.stdout)
    assert re.match(r"(flows/broken\.yaml:1|nowhere): [A-Z].+\. [A-Z].+\.\n", done.stderr)


def test_a_checkout_with_a_fault_tells_its_author(tmp_path: Path) -> None:
    """`make run` of what somebody is writing: no folder is named, and none needs to be."""
    checkout = tmp_path / "checkout"
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "guide", checkout / "guide", ignore=unwanted)
    shutil.copytree(broken_flows(tmp_path), checkout / "flows")

    done = guide("--plain", flows=None, installed=checkout)

    assert (1, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith("flows/broken.yaml:")


def test_compiled_flows_that_are_none_are_as_if_they_were_not_there(tmp_path: Path) -> None:
    """They carry every key, and are no flows: the YAML beside them is read."""
    installed = Installed(tmp_path, TINY)
    forge(CompiledFlows(str(installed.flows)), lambda _: "not a library", for_package=True)

    done = guide("--plain", typed="1\n", flows=None, installed=installed.folder)

    assert (0, "") == (done.returncode, done.stderr)
    assert "0800 1111" in done.stdout
    assert "stopped working" not in done.stdout


def test_debug_says_where_it_broke(tmp_path: Path) -> None:
    """For a person who mends it: the file and line, on stderr."""
    done = guide("--plain", "--debug", flows=broken_flows(tmp_path))

    assert "flows/broken.yaml:" in done.stderr
    assert "Traceback" not in done.stderr


def test_debug_never_repeats_what_was_typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error that carries the person's words is named by its kind and place only."""
    from io import StringIO

    from guide.front import start
    from guide.front.plain import app as plain
    from guide.options import Options

    secret = "my name is on this line"

    def breaks(_: object, line: str) -> bool:
        raise ValueError(line)

    monkeypatch.setattr(plain.Plain, "_answer", breaks)
    monkeypatch.setattr("sys.stdin", StringIO(f"{secret}\n"))
    monkeypatch.setenv("GUIDE_FLOWS", str(TINY))

    status = start.hold_conversation(Options(plain=True, debug=True))
    shown = capsys.readouterr()

    assert 1 == status
    assert "0800 1111" in shown.out
    assert "ValueError" in shown.err
    assert secret not in shown.out + shown.err


def test_the_card_needs_nothing_to_be_right(capfd: pytest.CaptureFixture[str]) -> None:
    """Even a closed output does not stop it: it is written wherever it can be."""
    failsafe.show(None)

    assert "0800 1111" in capfd.readouterr().out


def test_the_numbers_on_the_card_are_those_of_the_registry() -> None:
    """The card's own copy of the numbers can never drift from the contacts registry."""
    contacts = load_library(str(SHIPPED)).contacts

    assert (contacts["emergency"].phone, contacts["childline"].phone) == (
        failsafe.EMERGENCY,
        failsafe.CHILDLINE,
    )
    assert "0800 1111" == failsafe.CHILDLINE


def test_every_language_of_the_card_has_both_numbers() -> None:
    """No language can lose a number."""
    for lines in failsafe.CARDS.values():
        digits = re.findall(r"\d[\d ]*\d", " ".join(lines))
        assert ["999", "0800 1111"] == digits
