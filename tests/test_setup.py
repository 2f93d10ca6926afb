"""Setting up on a fresh machine: what a person reads when something is missing, and the pins."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
TOOLS = ("sh", "cmp", "cp", "find", "grep", "ln", "ls", "mkdir", "rm", "sed", "tail", "touch")
PINS = ("run.txt", "test.txt", "web.txt")


class Machine:
    """A computer with the everyday commands, a checkout, and only the Pythons a test gives it."""

    def __init__(self, folder: Path) -> None:
        self.commands = folder / "commands"
        self.checkout = folder / "my checkout"  # the space is meant
        self.venv = self.checkout / ".venv"
        self.commands.mkdir(parents=True)
        self.checkout.mkdir()
        (self.checkout / "run.txt").write_text("textual==1\n")
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, f"this test needs {tool}"
            (self.commands / tool).symlink_to(found)

    def add_python(
        self, name: str, fitness: str, version: str, *, log: str = "", ok: bool = True
    ) -> None:
        """A pretend Python: answers what it is, makes empty folders, and "installs" with a word."""
        script = self.commands / name
        script.write_text(
            "#!/bin/sh\n"
            'case "$1 $2" in\n'
            f"  -c*) echo '{fitness} {version} {script}' ;;\n"
            "  '-m venv') echo venv >>calls; mkdir -p \"$3/bin\"\n"
            f'    mkdir -p "$3/lib/python{version}/site-packages"\n'
            f"    ln -s '{script}' \"$3/bin/python\" ;;\n"
            f"  '-m pip') echo pip >>calls; echo '{log}'; exit {0 if ok else 1} ;;\n"
            "esac\n"
        )
        script.chmod(0o755)

    def set_up(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """What `make run` does before it starts the guide."""
        return self._run("setup.sh", ".venv", "run.txt", **environment)

    def compile(self) -> None:
        """What `make run` does next; it says nothing and never fails, and this sees to that."""
        done = self._run("compile.sh", ".venv")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def calls(self) -> list[str]:
        """What was asked of a Python that takes time: making a folder, installing."""
        file = self.checkout / "calls"
        return file.read_text().split() if file.exists() else []

    def _run(self, tool: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", str(ROOT / "tools" / tool), *words],
            cwd=self.checkout,
            env={"PATH": str(self.commands), **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A computer with no Python on it yet."""
    return Machine(tmp_path)


@pytest.fixture
def ready(machine: Machine) -> Machine:
    """A computer where `make run` has been used once."""
    machine.add_python("python3", "good", "3.13")
    assert machine.set_up().returncode == 0
    assert machine.calls() == ["venv", "pip"]
    return machine


def assert_says(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """It stopped, said these words to the person, and nothing looks like a crash."""
    assert done.returncode == 1
    assert done.stdout == ""
    assert [word for word in words if word not in done.stderr] == []
    assert "Traceback" not in done.stderr
    assert "not found" not in done.stderr
    assert "://" not in done.stderr


def test_without_python_it_says_how_to_get_one(machine: Machine) -> None:
    """A machine with no Python is told so, with the command for its system, and nothing is made."""
    ways = ("apt", "dnf", "brew", "python.org")
    assert_says(machine.set_up(), "There is no Python here.", "3.11 or newer", *ways)
    assert not machine.venv.exists()


def test_an_old_python_is_named_with_its_version(machine: Machine) -> None:
    """A person learns which Python they have, not only which they need."""
    machine.add_python("python3", "old", "3.8")
    assert_says(machine.set_up(), "The Python here is 3.8.", "3.11 or newer", "apt install")


def test_a_newer_python_beside_an_old_python3_is_found(machine: Machine) -> None:
    """python3 may be old where python3.12 is there too: that one is used without being asked."""
    machine.add_python("python3", "old", "3.8")
    machine.add_python("python3.12", "good", "3.12")
    done = machine.set_up()
    assert done.returncode == 0
    assert "Setting up with Python 3.12" in done.stderr


def test_a_python_without_venv_says_which_package_to_add(machine: Machine) -> None:
    """Debian ships Python without venv: the missing package is named with this Python's version."""
    machine.add_python("python3", "bare", "3.11")
    assert_says(machine.set_up(), "Python 3.11 is here, but without", "apt install python3.11-venv")


def test_a_python_asked_for_by_name_is_never_swapped(machine: Machine) -> None:
    """PYTHON=... that cannot be used is an error, though a good python3 is there."""
    machine.add_python("python3", "good", "3.13")
    assert_says(machine.set_up(PYTHON="python9"), "PYTHON=python9 does not start a Python.")


def test_without_the_internet_it_says_so_and_keeps_what_was_said(machine: Machine) -> None:
    """A failed download ends in plain words, the last lines, and where the rest is."""
    machine.add_python("python3", "good", "3.13", log="ERROR: Connection refused", ok=False)
    said = machine.set_up()
    assert_says(said, "the internet could not be reached", "Connection refused", "setup.log")
    assert not (machine.venv / "ready").exists()


def test_a_package_that_is_not_the_tested_one_is_refused(machine: Machine) -> None:
    """A wrong hash is not called a network problem."""
    log = "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."
    machine.add_python("python3", "good", "3.13", log=log, ok=False)
    assert_says(machine.set_up(), "not the one this project was tested with")


def test_a_folder_that_cannot_be_written_is_named(machine: Machine) -> None:
    """Where nothing can be made (read-only, full disk), the way out is to copy the project."""
    machine.add_python("python3", "good", "3.13")
    machine.venv.write_text("a file where the folder should be")
    assert_says(machine.set_up(), "Nothing can be written to .venv", "Copy the whole project")


def test_somebody_elses_folder_is_left_alone(machine: Machine) -> None:
    """A .venv that set-up did not make keeps every file it has."""
    machine.add_python("python3", "good", "3.13")
    (machine.venv / "lib").mkdir(parents=True)
    (machine.venv / "lib" / "thesis.txt").write_text("precious")
    assert_says(machine.set_up(), "was not made by this command")
    assert (machine.venv / "lib" / "thesis.txt").read_text() == "precious"


def test_the_second_time_nothing_is_said_and_no_python_is_started(ready: Machine) -> None:
    """Later runs go straight to the guide, even with no Python left to look for."""
    (ready.commands / "python3").write_text("#!/bin/sh\necho started >>calls\n")
    done = ready.set_up()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert ready.calls() == ["venv", "pip"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param("rm .venv/ready", id="interrupted"),
        pytest.param("echo 'textu' >.venv/ready", id="half a stamp"),
        pytest.param("rm .venv/bin/python", id="Python gone"),
        pytest.param("echo textual==2 >run.txt", id="new pins"),
        pytest.param(": >run.txt", id="pins taken away"),
    ],
)
def test_what_is_half_made_or_out_of_date_is_made_again(ready: Machine, damage: str) -> None:
    """An interrupted or overtaken set-up heals itself on the next run, and is then quiet again."""
    subprocess.run(["sh", "-c", damage], cwd=ready.checkout, check=True)
    done = ready.set_up()
    assert done.returncode == 0
    assert "Setting up" in done.stderr
    assert ready.calls() == ["venv", "pip"] * 2
    assert ready.set_up().stderr == ""


def test_another_python_asked_for_is_used(ready: Machine) -> None:
    """`make test PYTHON=...` never runs on the Python of last time; the same one is kept."""
    ready.add_python("python3.12", "good", "3.12")
    assert "Setting up with Python 3.12" in ready.set_up(PYTHON="python3.12").stderr
    assert ready.set_up(PYTHON="python3.12").stderr == ""


def test_a_checkout_that_was_moved_still_works(ready: Machine) -> None:
    """A folder renamed after set-up needs no internet: nothing in it names the old place."""
    ready.checkout = ready.checkout.rename(ready.checkout.with_name("moved"))
    assert ready.set_up().stderr == ""
    (pth,) = ready.checkout.glob(".venv/lib/python*/site-packages/*.pth")
    assert (pth.parent / pth.read_text().strip()).resolve() == ready.checkout


@pytest.fixture
def compiling(ready: Machine) -> Machine:
    """A set-up checkout with a module, a flow, a language, and a Python that notes its calls."""
    for name in ("guide/cli.py", "flows/tiny.yaml", "locales/cy/LC_MESSAGES/guide.po"):
        file = ready.checkout / name
        file.parent.mkdir(parents=True)
        file.touch()
    (ready.commands / "python3").write_text(
        '#!/bin/sh\necho "$2" >>calls; touch flows/flows.compiled; echo words; echo words >&2\n'
    )
    return ready


def test_what_is_compiled_is_kept_until_a_source_changes(compiling: Machine) -> None:
    """`make run` starts no Python to compile, until a flow, a catalogue or the code is newer."""
    before = len(compiling.calls())
    compiling.compile()
    made = compiling.calls()[before:]
    assert made == ["compileall", "guide.compiled"]
    compiling.compile()
    assert compiling.calls()[before:] == made
    sources = ("guide/cli.py", "flows/tiny.yaml", "locales/cy/LC_MESSAGES/guide.po", ".venv/ready")
    for times, name in enumerate(sources, start=2):
        later = (compiling.checkout / "flows/flows.compiled").stat().st_mtime_ns + 1
        os.utime(compiling.checkout / name, ns=(later, later))
        compiling.compile()
        assert compiling.calls()[before:] == made * times, name
        later += 1
        os.utime(compiling.checkout / "flows/flows.compiled", ns=(later, later))


def test_flows_that_cannot_be_compiled_do_not_stop_the_guide(compiling: Machine) -> None:
    """With a fault in a flow the guide still starts, to show what it must: nothing fails before."""
    (compiling.commands / "python3").write_text("#!/bin/sh\necho Traceback >&2\nexit 1\n")
    compiling.compile()


@pytest.mark.parametrize("name", ["make", ".ci/run"])
def test_a_failed_set_up_fails_the_command(tmp_path: Path, name: str) -> None:
    """Neither make nor CI goes on, or reports success, when Python is missing."""
    machine = Machine(tmp_path)
    for tool in ("make", "bash", "dirname", "env", "mktemp", "tee"):
        (machine.commands / tool).symlink_to(str(shutil.which(tool)))
    for part in ("Makefile", ".ci", "tools", "requirements"):
        source, target = ROOT / part, machine.checkout / part
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    command = ["make", "test"] if name == "make" else [".ci/run"]
    done = subprocess.run(
        command,
        cwd=machine.checkout,
        env={"PATH": str(machine.commands)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "There is no Python here." in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def pins(name: str) -> dict[str, Requirement]:
    """The requirements of a pinned file by name, without their hashes."""
    lines = (ROOT / "requirements" / name).read_text().splitlines()
    found = [Requirement(line.removesuffix("\\")) for line in lines if not line.startswith(" ")]
    return {canonicalize_name(pin.name): pin for pin in found}


def pinned(pin: Requirement) -> Version:
    """The one version a pin allows."""
    (only,) = pin.specifier
    assert only.operator == "=="
    return Version(only.version)


@pytest.mark.parametrize("name", PINS)
def test_every_package_is_one_exact_version_with_hashes(name: str) -> None:
    """What is installed is what was tested: `==` and a sha256 for every file of every package."""
    text = (ROOT / "requirements" / name).read_text()
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) == len(pins(name)) > 0
    for entry in entries:
        head, *hashes = entry.split(" \\\n")
        pinned(Requirement(head))
        assert hashes, head
        for line in hashes:
            assert re.fullmatch(r" {4}--hash=sha256:[0-9a-f]{64}", line), line


@pytest.mark.parametrize("name", PINS)
def test_the_pins_name_no_address(name: str) -> None:
    """Where packages come from is the person's own setting, never this project's."""
    text = (ROOT / "requirements" / name).read_text()
    assert re.findall(r"://|@|--(?!hash=)|#|/|\bwww\.", text) == []


def test_the_tests_run_on_what_people_run() -> None:
    """Every run-time package has the same version and condition in both files."""
    run, test = pins("run.txt"), pins("test.txt")
    assert {name: str(pin) for name, pin in run.items()} == {
        name: str(pin) for name, pin in test.items() if name in run
    }


def test_the_pins_are_within_what_pyproject_promises() -> None:
    """Each package named in pyproject.toml is pinned, at or above its lower bound."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = {
        "run.txt": project["project"]["dependencies"],
        "test.txt": project["dependency-groups"]["dev"] + project["build-system"]["requires"],
    }
    for name, lines in wanted.items():
        for line in lines:
            requirement = Requirement(line)
            pin = pins(name)[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(pinned(pin)), line


def test_what_was_tested_can_be_asked_for_by_name() -> None:
    """`.[tested]` of pip, pipx and uvx are the pins of requirements/run.txt, every one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [Requirement(line) for line in project["project"]["optional-dependencies"]["tested"]]

    assert {name: pinned(pin) for name, pin in pins("run.txt").items()} == {
        canonicalize_name(requirement.name): pinned(requirement) for requirement in wanted
    }


def test_one_oldest_python_everywhere() -> None:
    """pyproject.toml, mypy, set-up and this test run agree on the oldest Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert project["project"]["requires-python"] == ">=3.11"
    assert project["tool"]["mypy"]["python_version"] == "3.11"
    setup = (ROOT / "tools/setup.sh").read_text()
    assert "oldest=3.11\n" in setup
    assert "sys.version_info < (3, 11)" in setup
    assert sys.version_info >= (3, 11)


def test_the_version_stands_once() -> None:
    """The package takes its version from the program, so the two can never differ."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())

    assert "version" in project["project"]["dynamic"]
    assert "guide/__init__.py" == project["tool"]["hatch"]["version"]["path"]


def test_make_alone_lists_every_target() -> None:
    """A person who types `make` sees each thing they can type, and nothing that is not there."""
    done = subprocess.run(
        ["make", "-C", str(ROOT)],
        env={"PATH": os.environ["PATH"]},  # without the settings of the make that runs the tests
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    listed = re.findall(r"^make (\S+)", done.stdout, re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text()
    targets = re.findall(r"^([a-z]+):", makefile, re.MULTILINE)
    assert sorted(["help", *listed]) == sorted(targets)
    wanted = {"run", "test", "soak", "bench", "lint", "check", "transcripts", "screens"}
    wanted |= {"compile", "uncompile", "clean"}
    assert wanted <= set(listed)


def test_ci_runs_the_command_the_readme_gives() -> None:
    """Whoever follows the README runs what CI runs."""
    ci = ROOT / ".ci/run"
    assert "make test" in (ROOT / "README.md").read_text()
    assert re.search(r"^make test\b", ci.read_text(), re.MULTILINE)
    assert os.access(ci, os.X_OK)
