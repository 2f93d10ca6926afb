"""A full disk, a pipe or a device in place of a file, a file made to cost memory: one line."""

import marshal
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide import cache, shipped
from guide.files import replace_file
from guide.flow.library import CompiledFlows
from tests.support.talking import ROOT, SHIPPED, TINY

FULL = "/dev/full"
"""A device on which nothing can be written, as on a full disk (full(4))."""
PATIENCE = 60


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GUIDE_FLOWS": str(TINY), "GUIDE_LOCALES": str(TINY / "none")}
    done: subprocess.CompletedProcess[str] = subprocess.run(
        [sys.executable, "-m", "guide", *arguments],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
        env=environment,
        timeout=PATIENCE,
        check=False,
        **options,  # type: ignore[call-overload]
    )
    return done


@pytest.mark.skipif(not os.path.exists(FULL), reason="this system has no /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["at the end", "at once"])
@pytest.mark.parametrize("command", ["--help", "check", "paths --count"])
def test_a_full_disk_is_told_in_one_line(
    command: str, unbuffered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever sends what a command says into a file learns that it is not there."""
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    with open(FULL, "w", encoding="utf-8") as full:
        done = run(*command.split(), stdout=full)

    assert 1 == done.returncode
    assert "No space left on device" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not os.path.exists(FULL), reason="this system has no /dev/full")
def test_a_full_disk_shows_a_person_the_card_and_no_more() -> None:
    with open(FULL, "w", encoding="utf-8") as full:
        done = run("--plain", stdout=full)

    assert 1 == done.returncode
    assert "0800 1111" in done.stderr
    assert "space" not in done.stderr


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A pipe that nobody writes to: whoever reads it waits for ever."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize(
    "command",
    [
        "evaluate /dev/zero",
        "evaluate {}",
        "export check /dev/zero",
        "export check {}",
        "export check --button {} README.md",
        "kiosk --selfcheck --site {}",
        "sources --checked {}",
        "paths --flows {}",
    ],
)
def test_what_is_no_file_is_told_at_once(command: str, pipe: Path) -> None:
    """A pipe or a device given for a file is neither waited for nor read without end."""
    path = str(pipe) if "{}" in command else "/dev/zero"
    done = run(*command.format(path).split(), stdout=subprocess.PIPE)

    assert done.returncode in (1, 2)
    assert path.rpartition("/")[2] in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_within_a_folder_of_flows_is_not_waited_for(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "flows"))
    for name in ("must-hold.tsv", "waivers.yaml", "words/promises.tsv", "words/ear.model"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)

    for command in (["check", str(folder)], ["diff", str(TINY), str(folder)]):
        assert "Traceback" not in run(*command, stdout=subprocess.PIPE).stderr


def test_a_list_that_is_a_pipe_is_set_aside(pipe: Path) -> None:
    """The practice begins without it, as without any file that is none of its own."""
    flows = ["--flows", str(SHIPPED)]
    done = run("practise", *flows, "--plain", "--progress", str(pipe), stdout=subprocess.PIPE)

    assert 0 == done.returncode
    assert "Traceback" not in done.stderr


COSTLY = {
    "a list longer than memory": b"[\xff\xff\xff\x7f",
    "a text longer than memory": b"u\xff\xff\xff\x7f",
    "data that is none": b"?",
    "no flows": marshal.dumps([]),
}


@pytest.mark.parametrize("name", COSTLY)
def test_a_compiled_file_made_to_cost_is_as_if_it_were_not_there(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sources are read instead, also where its key and checksum are right."""
    folder = shutil.copytree(TINY, tmp_path / "flows", ignore=shutil.ignore_patterns("*.compiled"))
    compiled = CompiledFlows(shipped.Shipped(folder))
    plain = compiled.build()
    monkeypatch.setattr(marshal, "dumps", lambda *_: COSTLY[name])
    cache.write(compiled)
    monkeypatch.undo()

    assert plain == cache.cached(compiled)
    assert "It does not say" in cache.fault(compiled, compiled.build)


def test_a_file_is_replaced_by_way_of_a_name_that_nobody_knows(tmp_path: Path) -> None:
    """A link laid where the half-written file was once written leads nothing astray."""
    victim, target = tmp_path / "victim", tmp_path / "flows.po"
    victim.write_text("mine", "utf-8")
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    for name in ("flows.po.new", "flows.po~", ".flows.po.swp"):
        (tmp_path / name).symlink_to(victim)

    replace_file(str(target), b"new")

    assert ("new", "mine") == (target.read_text("utf-8"), victim.read_text("utf-8"))
    assert 0o640 == target.stat().st_mode & 0o777
    assert 5 == len(list(tmp_path.iterdir()))
