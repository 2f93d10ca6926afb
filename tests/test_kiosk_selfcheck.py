"""The self-check: each thing is proven, or refused in plain words; a kiosk not fit never opens."""

import os
import shutil
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from guide import cache, failsafe
from guide.commands import kiosk
from guide.flow.library import CompiledFlows, load_library
from guide.i18n import load
from guide.kiosk import selfcheck as checks
from guide.kiosk.journal import Journal
from guide.kiosk.looks import LooksResult, why_not
from guide.kiosk.site import Site
from guide.project import Project
from guide.understanding.table import CompiledWords
from tests.support.forging import forge
from tests.support.talking import ROOT, SHIPPED, TINY, forked_in_terminal
from tests.support.terminals import START, Terminal, kiosk_command, opened

EVERYTHING = [
    "ok: The terminal is large enough and can show colours.",
    "ok: What is compiled says what its sources say.",
    "ok: It is the guide that was reviewed.",
    "ok: The site only adds people.",
    "ok: Every safety rule holds here.",
    "ok: The clock can be right.",
    "ok: Nothing is past its review date.",
    "ok: Every language is sound.",
    "ok: A conversation can be held in every language.",
    "ok: Nothing can be written.",
]


AS_SHIPPED = {"GUIDE_FLOWS": "", "GUIDE_LOCALES": ""}
"""Looking at all of it takes seconds, so it is looked at where that is what is promised."""


def asked(
    *arguments: str, environment: dict[str, str] | None = None, size: tuple[int, int] = (80, 30)
) -> tuple[int, str]:
    """The status and words of `guide kiosk --selfcheck` in a terminal, over the tiny flow."""
    own = {"GUIDE_FLOWS": str(TINY), **(environment or {})}
    return forked_in_terminal("kiosk", "--selfcheck", *arguments, env=own, size=size)


def asked_anew(*arguments: str, environment: dict[str, str]) -> tuple[int, str]:
    """As `asked`, of a process that has nothing from the tests' own."""
    with opened("kiosk", "--selfcheck", *arguments, environment=environment) as guide:
        status = guide.ended()
        return status, guide.raw.decode().replace("\r\n", "\n")


def test_a_sound_kiosk_is_fit_and_the_check_says_so() -> None:
    """Everything it looked at, one line each, less what a draft has in English; status 0."""
    site = str(ROOT / "deploy" / "kiosk" / "site.yaml")
    status, said = asked_anew("--site", site, environment=AS_SHIPPED)
    lines = [
        line
        for line in said.splitlines()
        if not line.startswith(("in part:", "soon:", "This guide is "))
    ]

    assert (0, EVERYTHING) == (status, lines)


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ((39, 30), "The terminal has 39 columns and 30 lines. Give it 40 columns and 16 lines"),
        ((80, 15), "The terminal has 80 columns and 15 lines."),
    ],
    ids=["narrow", "low"],
)
def test_a_terminal_that_is_too_small_is_refused(size: tuple[int, int], wanted: str) -> None:
    status, said = asked(size=size)

    assert 1 == status
    assert f"{UNFIT} {wanted}" in said
    assert said.endswith("The kiosk does not open like this.\n")


UNFIT = 'not fit: not so: "The terminal is large enough and can show colours."'


def test_a_terminal_without_colours_is_refused() -> None:
    status, said = asked_anew(environment={"TERM": "vt100"})

    assert 1 == status
    assert f"{UNFIT} The terminal has no colours." in said
    assert said.endswith("The kiosk does not open like this.\n")


@pytest.mark.parametrize(
    ("term", "wanted"),
    [
        ("dumb", "The terminal has no name. Set TERM"),
        ("vt100", "The terminal has no colours."),
        ("no-such-thing", "The terminal is not known to this computer."),
        ("xterm-256color", "It will do."),
    ],
)
def test_what_is_wrong_with_a_terminal_is_told(term: str, wanted: str) -> None:
    """The look alone, in a real terminal: that the kiosk then stays closed is shown above."""
    code = "from guide.kiosk.selfcheck import terminal; print(terminal() or 'It will do.')"
    with opened(command=[sys.executable, "-c", code], environment={"TERM": term}) as look:
        assert 0 == look.ended()
        assert look.raw.decode().startswith(wanted)


def folder_of_flows(folder: Path, flows: Path = SHIPPED) -> Path:
    return Path(shutil.copytree(flows, folder / "flows", ignore=_ignored))


def _ignored(_: str, names: list[str]) -> list[str]:
    return [name for name in names if name.endswith(".compiled")]


def test_a_broken_rule_is_refused_and_named(tmp_path: Path) -> None:
    flows = folder_of_flows(tmp_path)
    rules = flows / "shared" / "rules.yaml"
    text = rules.read_text("utf-8")
    rules.write_text(
        text.replace("help: [emergency, childline,", "help: [childline, emergency,"), "utf-8"
    )
    status, said = asked(environment={"GUIDE_FLOWS": str(flows)})

    assert 1 == status
    assert 'not fit: not so: "Every safety rule holds here."' in said
    assert "`guide check` says more." in said


@pytest.mark.parametrize("kind", ["flows", "typed words", "catalogue"])
def test_a_forged_compiled_file_is_refused_and_named(kind: str, tmp_path: Path) -> None:
    """With every key right and the YAML untouched: it would be told to somebody."""
    flows, locales = folder_of_flows(tmp_path, TINY), tmp_path / "locales"
    shutil.copytree(ROOT / "locales" / "cy", locales / "cy", ignore=_ignored)
    forge(FORGED[kind](str(flows), str(locales)), FORGING[kind])
    status, said = asked(environment={"GUIDE_FLOWS": str(flows), "GUIDE_LOCALES": str(locales)})

    assert 1 == status
    assert 'not fit: not so: "What is compiled says what its sources say."' in said
    assert f"{kind.replace(' ', '-')}.compiled: It does not say what" in said
    assert "Delete it, or make it anew: make compile." in said


FORGED: dict[str, Callable[[str, str], cache.Compiled]] = {
    "flows": lambda flows, _: CompiledFlows(flows),
    "typed words": lambda flows, locales: CompiledWords(load_library(flows), flows, locales, "en"),
    "catalogue": lambda _, locales: load.CompiledCatalogue(locales, "cy"),
}
FORGING: dict[str, Callable[[Any], Any]] = {
    "flows": lambda data: (data[0], (data[1][0], ("samaritans",), *data[1][2:])),
    "typed words": lambda data: (data[0], (frozenset({"forged"}), data[1][1])),
    "catalogue": lambda data: (*data[:3], not data[3], *data[4:]),
}
"""Another help on every screen, another word the language is told by, drafts as if reviewed."""


def test_flows_without_rules_are_refused(tmp_path: Path) -> None:
    flows = folder_of_flows(tmp_path)
    (flows / "shared" / "rules.yaml").unlink()
    status, said = asked(environment={"GUIDE_FLOWS": str(flows)})

    assert 1 == status
    assert 'not fit: not so: "Every safety rule holds here."' in said


def test_flows_that_cannot_be_read_are_told_as_by_check(tmp_path: Path) -> None:
    flows = folder_of_flows(tmp_path)
    (flows / "start.yaml").write_text("flow: [", "utf-8")
    status, said = asked(environment={"GUIDE_FLOWS": str(flows)})

    assert 1 == status
    assert "start.yaml:1:" in said
    assert "Traceback" not in said


def test_a_site_with_faults_is_refused_with_all_of_them(tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("sit: Here\nnation: nowhere\n", "utf-8")
    status, said = asked("--site", str(site), environment={"GUIDE_FLOWS": ""})

    assert 1 == status
    assert f'{site}:1: "sit" is no key of a site file. Did you mean "site"?' in said
    assert f'{site}:2: "nowhere" is no "nation" of the site.' in said


@pytest.mark.parametrize(
    ("today", "wrong"),
    [("1970-01-01", True), ("2026-10-31", True), ("2026-11-26", False), ("2099-01-01", True)],
)
def test_a_clock_that_cannot_be_right_is_told_and_closes_nothing(
    today: str, wrong: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A board without a battery thinks it is 1970: nobody is sent away because of that."""
    project = Project(str(TINY))
    opening = checks.KioskOpening(project, project.library, Site(), ("en",), {}, {}, "")
    monkeypatch.setattr(time, "strftime", lambda _: today)
    looks = [look for look in checks.selfcheck(opening) if "clock" in look.what]

    assert "" == kiosk._report(looks, Journal(), every=True)
    says = capsys.readouterr().err
    assert wrong == says.startswith(
        f'due: not so: "The clock can be right." The computer says it is {today}. Set its clock'
    )


def test_review_dates_are_told_ninety_days_before() -> None:
    """By name, with how many days are left; then there is time for a newer guide."""
    library = Project(str(SHIPPED)).library
    first = min(entry.review_by for entry in library.sources.values() if entry.review_by)
    day = date.fromisoformat(first)

    assert "" == checks.review_soon(library, str(day - timedelta(days=500)))
    assert checks.review_soon(library, str(day - timedelta(days=90))).startswith("In 90 days")
    assert checks.review_soon(library, first).startswith("In 0 days")


def test_what_is_past_its_review_date_is_told_by_name_and_closes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A child in front of it is not sent away because of a date."""
    project = Project(str(SHIPPED))
    looked = LooksResult("", "", {}, {})  # what takes longest, and asks nothing of sources
    opening = checks.KioskOpening(
        project, project.library, Site(), ("en",), {}, {}, "", looked=looked
    )
    monkeypatch.setattr(time, "strftime", lambda _: "2099-01-01")
    overdue = [look for look in checks.selfcheck(opening) if "review" in look.what]

    assert "" == kiosk._report(overdue, Journal())
    assert capsys.readouterr().err.startswith(
        'due: not so: "Nothing is past its review date." These are'
    )
    library = project.library

    assert "" == checks.review_dates(library, "2026-11-21")
    late = checks.review_dates(library, "2099-01-01")
    assert late.startswith("These are past their review date: ")
    assert late.endswith(" and more. Check them, or get a newer guide.")


def test_a_system_that_lets_it_write_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the limit does not hold; and where there is no such limit."""
    import resource

    assert "" == checks.writing()
    with monkeypatch.context() as patch:
        patch.setattr(resource, "setrlimit", lambda *_: None)
        assert "This system lets the guide write files." in checks.writing()
    with monkeypatch.context() as patch:
        patch.delattr(os, "memfd_create")
        assert "Use Linux." in checks.writing()


def test_a_look_that_breaks_has_found_something() -> None:
    """No traceback, and no kiosk."""

    def broken() -> str:
        raise MemoryError

    assert why_not(broken).startswith("This could not be looked at (MemoryError).")


def test_what_is_open_can_write_no_byte_anywhere() -> None:
    """Not even to a file it may open: the system refuses it."""
    code = (
        "from guide.kiosk.selfcheck import forbid_writing; forbid_writing()\n"
        "import os, sys, tempfile, resource\n"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)\n"
        "file = os.memfd_create('x')\n"
        "try: os.write(file, b'x')\n"
        "except OSError as error: print(error.errno)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "27" == done.stdout.strip()


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--idle", "19"], "--idle is in seconds, from 20 to 3600."),
        (["--idle", "999999"], "--idle is in seconds, from 20 to 3600."),
        (["--locale", "xx"], 'there is no language "xx".'),
    ],
)
def test_wrong_use_is_told_before_anything_opens(arguments: list[str], wanted: str) -> None:
    status, said = asked(*arguments)

    assert 2 == status
    assert wanted in said


def test_a_kiosk_that_is_not_fit_shows_help_instead() -> None:
    """The reasons for whoever set it up; 999 and Childline for whoever stands there."""
    with opened("kiosk", environment={"TERM": "vt100"}) as guide:
        assert 1 == guide.ended()
        said = guide.raw.decode()

    assert "The terminal has no colours." in said
    assert "Sorry, this guide has stopped working." in said
    assert "0800 1111" in said
    assert "For staff: this screen is not fit to open. The terminal has no colours." in said
    assert "start the guide" not in said  # nobody there can
    assert b"\x1b[?1049h" not in guide.raw


STAND_IN = """
import sys
from guide.commands import kiosk
kiosk.NEXT_TRY = 3.0
sys.stderr = open("/dev/null", "w")
from guide.cli import main
sys.exit(main(["kiosk"]))
"""


def test_nothing_typed_at_a_kiosk_that_is_not_fit_is_shown_or_ends_it() -> None:
    """While it looks at itself, and beside the card that stands there meanwhile."""
    command = [sys.executable, "-c", STAND_IN]
    with opened(command=command, environment={"TERM": "vt100"}) as guide:
        guide.until(lambda: not termios.tcgetattr(guide.slave)[3] & termios.ECHO)
        guide.type("my dad hits me\r\x03\x1c\x1a")
        guide.until_shown("For staff:")
        guide.type("my dad hits me\r\x03\x1c\x1a")
        assert 1 == guide.ended()

        assert b"dad" not in guide.raw
        assert b"^C" not in guide.raw
        assert guide.before == termios.tcgetattr(guide.slave)


LOOKING = """
import sys, time
from guide.commands import kiosk
kiosk._look = lambda *_: time.sleep(3600)
{more}
from guide.cli import main
sys.exit(main(["kiosk"]))
"""
"""A kiosk whose look at itself takes for ever."""


def looking(more: str = "") -> AbstractContextManager[Terminal]:
    return opened(command=[sys.executable, "-c", LOOKING.format(more=more)])


def test_whoever_comes_while_it_starts_reads_whom_to_call() -> None:
    """Before it looks at itself, in every language; nothing says that something has stopped."""
    with looking() as kiosk:
        kiosk.until_shown(failsafe.CARDS["uk"][2])
        for code in ("en", "cy", "pl", "uk"):
            for line in failsafe.CARDS[code][1:3]:
                assert line in kiosk.shown
        assert "stopped working" not in kiosk.shown


def test_whom_to_call_is_there_before_anything_that_takes_long_is_imported() -> None:
    """No flow is read, no screen prepared, no language looked at."""
    names = ("guide", "yaml", "babel", "textual", "rich", "asyncio")
    more = f"""
def look(*_):
    print("HAS", *[name for name in {names!r} if name in sys.modules], "END", flush=True)
    time.sleep(3600)
kiosk._look = look
"""
    with looking(more) as kiosk:
        kiosk.until_shown("END")
        assert kiosk.raw.index(b"0800 1111") < kiosk.raw.index(b"HAS")
        assert "HAS guide END" in kiosk.shown


def test_what_stands_on_the_screen_stays_until_an_app_is_imported() -> None:
    """The other screen is empty, so it is borrowed once there is something to show on it."""
    before = "supervisor.import_an_app = lambda: print('imported', flush=True)"
    with opened(command=kiosk_command(before)) as kiosk:
        kiosk.until_shown(START)
        assert kiosk.raw.index(b"imported") < kiosk.raw.index(b"\x1b[?1049h")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"])
def test_a_signal_while_it_looks_at_itself_gives_the_keyboard_back(name: str) -> None:
    """It ends by that very signal, as whoever sent it counts on."""
    with looking() as kiosk:
        kiosk.until_shown("0800 1111")
        assert not termios.tcgetattr(kiosk.slave)[3] & termios.ECHO
        kiosk.type("my dad hits me")
        kiosk.process.send_signal(signal.Signals[name])

        assert -signal.Signals[name] == kiosk.ended()
        assert kiosk.before == termios.tcgetattr(kiosk.slave)
        assert b"dad" not in kiosk.raw
