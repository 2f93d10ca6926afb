"""What is shipped to set a kiosk up: units that systemd takes, a page that says what is true."""

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from guide.commands.parser import parser
from tests.support.talking import ROOT

FOLDER = ROOT / "deploy" / "kiosk"
UNITS = ("guide-kiosk.service", "guide-kiosk-touch.service")
PAGE = (FOLDER / "README.md").read_text("utf-8")


def setting(unit: str, name: str) -> list[str]:
    """Every value of a setting in a unit."""
    return re.findall(rf"^{name}=(.*)$", (FOLDER / unit).read_text("utf-8"), re.MULTILINE)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not on this machine")
@pytest.mark.parametrize("unit", UNITS)
def test_systemd_takes_the_unit(unit: str, tmp_path: Path) -> None:
    """Only the programs it starts stand elsewhere here."""
    text = (FOLDER / unit).read_text("utf-8")
    copy = tmp_path / unit
    copy.write_text(re.sub(r"^(ExecStart(?:Pre)?)=\S+", r"\1=/bin/true", text, flags=re.M), "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", copy], capture_output=True, text=True, check=False
    )

    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Restart", "always"),
        ("StartLimitIntervalSec", "0"),
        ("TTYPath", "/dev/tty1"),
        ("TTYReset", "yes"),
        ("TTYVHangup", "yes"),
        ("TTYVTDisallocate", "yes"),
        ("NoNewPrivileges", "yes"),
        ("ProtectSystem", "strict"),
        ("ReadOnlyPaths", "/"),
        ("PrivateNetwork", "yes"),
        ("LimitCORE", "0"),
        ("Type", "notify"),
        ("WatchdogSignal", "SIGKILL"),
        ("CapabilityBoundingSet", ""),
        ("RestrictNamespaces", "yes"),
        ("MemorySwapMax", "0"),
    ],
)
def test_the_unit_locks_what_it_should(unit: str, name: str, value: str) -> None:
    assert [value] == setting(unit, name)


@pytest.mark.parametrize("unit", UNITS)
def test_the_unit_starts_a_command_that_there_is(unit: str) -> None:
    """Its options are those of today's guide, and it names no shell."""
    (command,) = setting(unit, "ExecStart")
    words = shlex.split(command)
    at = words.index("/opt/guide/bin/guide")
    given = parser().parse_args(words[at + 1 :])

    assert ("kiosk", "/etc/guide/site.yaml") == (given.command, given.site)
    assert not {"sh", "bash", "env"} & {Path(word).name for word in words}


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not on this machine")
@pytest.mark.parametrize("unit", UNITS)
def test_the_unit_is_exposed_to_little(unit: str) -> None:
    """By what systemd reckons of a unit, from 0 to 10; one for a desktop's screen has about 9."""
    path = FOLDER / unit
    asked = ["systemd-analyze", "security", "--offline=true", "--threshold=15", str(path)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stdout[-200:]


def test_the_terminal_has_no_key_that_opens_anything() -> None:
    """No new window, no link, no copy, no paste, nothing to scroll back to."""
    settings = configparser.ConfigParser()
    settings.read_string("[main]\n" + (FOLDER / "foot.ini").read_text("utf-8"))

    assert "0" == settings["scrollback"]["lines"]
    assert "/bin/false" == settings["url"]["launch"]
    for section in ("key-bindings", "mouse-bindings"):
        assert {"none"} == set(settings[section].values())
    assert {"spawn-terminal", "show-urls-launch", "clipboard-paste", "unicode-input"} <= set(
        settings["key-bindings"]
    )


def test_the_page_names_every_file_and_no_other() -> None:
    named = set(re.findall(r"\]\(([\w.-]+)\)", PAGE))

    assert {file.name for file in FOLDER.iterdir()} - {"README.md"} == named


def test_the_page_says_what_the_touch_variant_needs() -> None:
    """A `foot` that knows touch, a `cage` that starts: the first Debian that has both."""
    assert "Debian 13 or newer only" in PAGE
    assert "apt install cage foot xwayland" in PAGE


def test_the_screen_changes_to_no_other_console() -> None:
    """`cage -s` would let keys do that."""
    (command,) = setting("guide-kiosk-touch.service", "ExecStart")

    assert ["/usr/bin/cage", "-d", "--"] == shlex.split(command)[:3]


def test_the_page_installs_what_was_tested() -> None:
    """First the pinned packages, each held to its hash, then the guide, which brings none along."""
    installs = re.findall(r"pip install (.+)$", PAGE, re.MULTILINE)

    assert ["--require-hashes -r requirements/run.txt", "--no-deps ."] == installs[:2]
    assert all(words.startswith(("--require-hashes ", "--no-deps ")) for words in installs)
    assert (ROOT / "requirements" / "run.txt").exists()


def test_the_page_shows_commands_that_there_are() -> None:
    """Each `guide kiosk ...` on it can be typed."""
    commands = re.findall(r"guide (kiosk[^`\n]*)", PAGE)

    assert len(commands) >= 3
    for command in commands:
        parser().parse_args(shlex.split(command))
