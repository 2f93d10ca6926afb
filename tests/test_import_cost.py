"""Nothing heavy stands between a person and the first question."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.bench.installed import LANGUAGE, Installed, environment, first_question
from tests.support.talking import ROOT, TINY

PARSERS_AND_TOOLKITS = ("yaml", "babel", "transitions", "textual", "wcwidth")
# `typing` brings most of the others, and takes as long as all of Python's own start.
SLOW_PARTS_OF_PYTHON = (
    *("asyncio", "dataclasses", "argparse", "json", "typing", "re", "enum", "collections"),
    *("functools", "contextlib", "inspect"),
)
HEAVY = PARSERS_AND_TOOLKITS + SLOW_PARTS_OF_PYTHON

# Runs the guide, and says on stderr which modules there are once the question is on its way to
# the reader: written, and flushed out of the program, as a reader on a pipe sees nothing sooner.
WATCH = """
import os
import sys

question, arguments = sys.argv[1], sys.argv[2:]


class Watched:
    def __init__(self, out):
        self.out = out
        self.written = ""

    def write(self, text):
        self.written += text
        return self.out.write(text)

    def flush(self):
        if question in " ".join(self.written.split()):
            os.write(2, " ".join(sys.modules).encode())
            os._exit(0)
        self.out.flush()

    def __getattr__(self, name):
        return getattr(self.out, name)


sys.stdout = Watched(sys.stdout)
from guide.cli import main

main(arguments)
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The tiny flows and a locale with words for all of them, as a package has them: compiled."""
    return Installed(tmp_path_factory.mktemp("installed"), TINY, translated=True)


@pytest.mark.parametrize("translated", [False, True], ids=["in English", "in another language"])
def test_the_first_question_waits_for_no_heavy_module(
    installed: Installed, translated: bool
) -> None:
    """With the compiled form fresh, the words come before any parser, machine or toolkit."""
    loaded = modules_at_question(installed, translated=translated)

    assert "guide.front.plain.app" in loaded
    assert [] == [module for module in HEAVY if module in loaded]


def test_without_the_compiled_form_the_watcher_sees_the_parser(tmp_path: Path) -> None:
    """The test above can fail: flows that must be read from YAML show yaml in the same list."""
    plain = Installed(tmp_path, TINY)
    plain.uncompiled()

    assert {"yaml", "re"} <= modules_at_question(plain)


@pytest.mark.parametrize("by", ["--flows", "GUIDE_FLOWS"])
def test_flows_that_are_named_are_read_from_yaml(installed: Installed, by: str) -> None:
    """Even the shipped ones: what is reviewed in a folder is what is shown from it."""
    flows = str(installed.flows)
    if by == "--flows":
        assert "yaml" in modules_at_question(installed, "--flows", flows)
    else:
        assert "yaml" in modules_at_question(installed, environ={"GUIDE_FLOWS": flows})


@pytest.mark.parametrize(
    ("statement", "modules"),
    [
        ("import guide", {"guide"}),
        ("from guide import VERSION", {"guide"}),
        ("from guide import Conversation, load", {"guide", "guide.api", "guide.flow.model"}),
    ],
)
def test_importing_the_package_brings_only_what_is_named(statement: str, modules: set[str]) -> None:
    """`import guide` is free; its public names bring the conversation, and no parser or toolkit."""
    after = _modules_after(statement)
    ours = {name for name in after if name.partition(".")[0] == "guide"}

    assert modules == ours if modules == {"guide"} else modules <= ours
    assert [] == [module for module in HEAVY if module in after - _modules_after("pass")]


def _modules_after(statement: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"{statement}\nimport sys; print(*sys.modules)"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


def test_locales_that_are_named_are_read_from_po_files(installed: Installed) -> None:
    """As the flows are."""
    named = ("--locales", str(installed.locales))

    assert "babel" in modules_at_question(installed, *named, translated=True)


def modules_at_question(
    installed: Installed,
    *arguments: str,
    translated: bool = False,
    environ: Mapping[str, str] | None = None,
) -> set[str]:
    """The modules there are when the first question is printed."""
    question = first_question(installed.flows, installed.locales if translated else None)
    language = LANGUAGE if translated else "en"
    done = subprocess.run(
        [sys.executable, "-c", WATCH, question, "--plain", "--locale", language, *arguments],
        env={**environment(), "COLUMNS": "80", **(environ or {})},
        cwd=installed.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return set(done.stderr.split())
