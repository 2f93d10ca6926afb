"""The public interface: what docs/api.md promises is what there is, and its example runs."""

import inspect
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

import guide
from guide import api
from tests.support.locales import make, nothing, reviewed
from tests.support.talking import ROOT, TINY

PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")
PYTHON = PAGE.partition("\n## Python\n")[2].partition("\n## JSON\n")[0]
PROMISED = re.findall(r"^\| `([^`]+)` \|", PYTHON, re.MULTILINE)
"""What the tables name: `load(flows="")`, `step`, `Said(text, english)`."""
IN_WORDS = {"Event", "Folders", "Library", "Words"}
"""What the page explains below a table, not in one."""


def talk() -> api.Conversation:
    library = api.load(TINY)
    return api.Conversation(library, api.load_words(library))


def called(name: str) -> str:
    """A name as the page writes it, with its arguments or fields."""
    named = getattr(api, name) if name in api.__all__ else getattr(talk(), name)
    if fields := getattr(named, "_fields", None):
        return f"{name}({', '.join(fields)})"
    if inspect.isroutine(named) or named is api.Conversation:
        return f"{name}({', '.join(map(_argument, inspect.signature(named).parameters.values()))})"
    return name


def _argument(parameter: inspect.Parameter) -> str:
    if parameter.default is parameter.empty:
        return parameter.name
    return f"{parameter.name}={parameter.default!r}".replace("'", '"')


@pytest.mark.parametrize("promised", PROMISED)
def test_what_the_page_promises_is_there(promised: str) -> None:
    """To the letter: every argument, its place and what it is when left out."""
    assert promised == called(promised.partition("(")[0])


def test_the_page_names_all_there_is() -> None:
    """Nothing is public by accident."""
    named = {promised.partition("(")[0] for promised in PROMISED}

    assert set(api.__all__) - IN_WORDS == {name for name in named if hasattr(api, name)}
    assert all(f"`{name}" in PYTHON for name in IN_WORDS)


def test_the_example_of_the_page_holds_a_conversation(tmp_path: Path) -> None:
    """Thirty lines, run as they stand, from any folder: help first, then down to an ending."""
    (example,) = re.findall(r"```python\n(.*?)```", PYTHON, re.DOTALL)
    (tmp_path / "example.py").write_text(example, "utf-8")
    lines = example.strip().splitlines()
    done = subprocess.run(
        [sys.executable, "example.py"],
        input="2\n2\n2\nhe wants nudes from me\n1\n" + "1\n" * 5,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        cwd=tmp_path,
        timeout=60,
        check=False,
    )

    assert 28 <= len(lines) <= 32
    assert (0, "") == (done.returncode, done.stderr)
    assert "Childline | Call 0800 1111" in done.stdout
    assert done.stdout.index("999 | Call 999") < done.stdout.index("Who is it about?")
    assert "CEOP Safety Centre" in done.stdout.rpartition("1. ")[2]
    assert ["example.py"] == [file.name for file in tmp_path.iterdir()]


def test_the_names_may_be_imported_from_guide_itself() -> None:
    """All but `check`, which is a package: no name of the two lists means two things."""
    modules = {module.name for module in pkgutil.iter_modules(guide.__path__)}
    from_guide = {name for name in api.__all__ if name not in modules}

    assert {"check"} == set(api.__all__) - from_guide
    assert from_guide == guide._API  # type: ignore[attr-defined]
    assert [] == [name for name in from_guide if getattr(guide, name) is not getattr(api, name)]
    assert set() == from_guide - set(dir(guide))
    with pytest.raises(AttributeError, match="module 'guide' has no attribute 'nonsense'"):
        _ = guide.nonsense  # type: ignore[attr-defined]


def test_every_event_has_its_name_for_programs() -> None:
    """A program that shows a conversation can name each kind of event there is."""
    kinds = {kind.__name__ for kind in get_args(api.Event)}

    assert set() == kinds - set(api.__all__)
    assert set() == {kind for kind in kinds if f"`{kind}(" not in PYTHON}


def test_the_version_is_there_to_be_asked_for() -> None:
    assert guide.VERSION == guide.__version__


@pytest.mark.parametrize("folder", [str(TINY), TINY], ids=["text", "path"])
def test_flows_may_be_anyones(folder: str | Path) -> None:
    """A folder as text or as a path; without one, the shipped flows."""
    assert "tiny" in api.load(folder).flows
    assert "young-person" in api.load().flows


def test_flows_that_cannot_be_used_are_told_with_every_fault(tmp_path: Path) -> None:
    (tmp_path / "flow.yaml").write_text("flow: start\nreeder: young\n", "utf-8")

    with pytest.raises(api.FlowError) as caught:
        api.load(tmp_path)
    assert all(isinstance(problem, api.Problem) for problem in caught.value.problems)
    assert len(caught.value.problems) > 1


def test_a_conversation_speaks_any_language_there_is(tmp_path: Path) -> None:
    """English needs no folder; another language is one of those listed."""
    library, held = api.load(TINY), talk()
    locales = make(tmp_path, reviewed)
    english = held.begin()

    assert ("en", "cy") == api.languages(locales)
    assert english != held.speak(api.load_words(library, "cy", locales))
    assert "cy" == held.language
    assert english == held.speak(api.load_words(library))


@pytest.mark.parametrize("language", ["xx", "", "..", "../cy"])
def test_a_language_there_is_none_of_is_an_error(language: str, tmp_path: Path) -> None:
    """Never another language than the one that was asked for."""
    library = api.load(TINY)

    with pytest.raises(LookupError, match="no words"):
        api.load_words(library, language, make(tmp_path, reviewed))


def test_an_answer_not_offered_changes_nothing() -> None:
    held = talk()

    with pytest.raises(api.NotOffered):
        held.choose("maybe")
    assert ("danger", ()) == (held.step, held.answers)


def not_of_the_floor(code: str) -> bool:
    """The smallest guide lacks much of the floor, as tests/test_floor.py asks of folders."""
    return not code.startswith("floor-") and code not in ("no-rules", "words-of-other-flows")


def test_a_check_gives_findings_and_raises_nothing(tmp_path: Path) -> None:
    """Of sound flows, of faulty ones, and of a folder that is not there."""
    (tmp_path / "flow.yaml").write_text("flow: start\n\tstart: a\n", "utf-8")

    codes = [finding.code for finding in api.check(TINY)]
    assert ["never-holds", "fact-unused"] == [code for code in codes if not_of_the_floor(code)]
    (finding,) = api.check(tmp_path)
    assert ("unreadable", "error", 2) == (finding.code, finding.severity, finding.place.line)
    assert ["error"] == [finding.severity for finding in api.check(tmp_path / "nowhere")]


def test_a_check_with_locales_looks_at_them_too(tmp_path: Path) -> None:
    """A language with nothing in it has findings of its own; the day decides the rest."""
    locales = make(tmp_path, nothing)
    alone, later = api.check(TINY), api.check(TINY, today="2100-01-01")

    assert len(api.check(TINY, locales)) > len(alone)
    assert {"past-review"} == {finding.code for finding in later} - {f.code for f in alone}
