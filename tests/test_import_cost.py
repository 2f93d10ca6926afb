"""Nothing heavy stands between a person and the first question."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide.flow import library
from tests.bench.installed import LANGUAGE, first_question, translate
from tests.talking import ROOT, SHIPPED, TINY

PARSERS_AND_TOOLKITS = ("yaml", "babel", "transitions", "textual")
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
def flows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny flows and a locale with words for all of them, as a package has them: compiled."""
    folder = tmp_path_factory.mktemp("compiled") / "tiny"
    shutil.copytree(TINY, folder, ignore=shutil.ignore_patterns("*.compiled"))
    library.compile_folder(str(folder))
    translate(library.load(str(folder)), Path(f"{folder} locales"))
    return folder


@pytest.mark.parametrize("translated", [False, True], ids=["in English", "in another language"])
def test_the_first_question_waits_for_no_heavy_module(flows: Path, translated: bool) -> None:
    """With the compiled form fresh, the words come before any parser, machine or toolkit."""
    question = first_question(str(flows), translated=translated)

    loaded = modules_at_question(flows, question, LANGUAGE if translated else "en")

    assert "guide.front.plain" in loaded
    assert [] == [module for module in HEAVY if module in loaded]


def test_without_the_compiled_form_the_watcher_sees_the_parser(flows: Path, tmp_path: Path) -> None:
    """The test above can fail: flows that must be read from YAML show yaml in the same list."""
    plain = tmp_path / "tiny"
    shutil.copytree(flows, plain, ignore=shutil.ignore_patterns("*.compiled"))

    assert {"yaml", "re"} <= modules_at_question(plain, first_question(str(plain)), "en")


def test_flows_of_everyday_yaml_need_no_yaml_even_uncompiled(tmp_path: Path) -> None:
    """An author who tries a change waits for no parser either (docs/decisions/0011)."""
    plain = tmp_path / "shipped"
    shutil.copytree(SHIPPED, plain, ignore=shutil.ignore_patterns("*.compiled"))

    assert "yaml" not in modules_at_question(plain, first_question(str(plain)), "en")


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


def modules_at_question(flows: Path, question: str, language: str) -> set[str]:
    """The modules there are when the first question is printed."""
    arguments = ["--plain", "--flows", str(flows), "--locale", language]
    done = subprocess.run(
        [sys.executable, "-c", WATCH, question, *arguments, "--locales", f"{flows} locales"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return set(done.stderr.split())
