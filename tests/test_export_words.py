"""`--words web`: data for a front end in a browser, which says nothing that only a terminal can."""

import json
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from guide.cli import main
from guide.flow.library import load_library
from guide.flow.model import Library, Message, Question
from guide.i18n.words import Words
from guide.project import Project
from tests.support.exported import LANGUAGES, project, words
from tests.support.locales import make, reviewed
from tests.support.talking import TINY


def exported(*arguments: str) -> Any:
    """What `guide export` prints of data."""
    with redirect_stdout(StringIO()) as out:
        assert 0 == main(["export", *arguments])
    return json.loads(out.getvalue())


def texts(data: Any) -> Iterator[str]:
    """Everything in it that may be read."""
    if isinstance(data, str):
        yield data
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for each in inner:
        yield from texts(each)


def of_a_terminal(library: Library, spoken: Words) -> set[str]:
    """What a page in a browser says otherwise, and what asks to type where nothing is heard."""
    messages = (step for step in library.steps.values() if isinstance(step, Message))
    asks_to_type = [line for each in messages for line in each.say if line.needs == "typing"]
    otherwise = [each.say for each in library.statements.values() if each.web]
    wordings = [*otherwise, *(line.wording for line in asks_to_type)]
    # "What is worrying you?" is asked with answers to choose, too.
    questions = (step for step in library.steps.values() if isinstance(step, Question))
    asked = {spoken.say(variant.text) for question in questions for variant in question.ask}
    return {spoken.say(variant.text) for wording in wordings for variant in wording} - asked


def of_a_page(library: Library, spoken: Words) -> set[str]:
    """What is said in a browser alone."""
    return {
        spoken.say(variant.text) for each in library.statements.values() for variant in each.web
    }


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, ...]:
    """Flows with words of a terminal on their first screen and in a topic, in two languages."""
    text = (TINY / "tiny.yaml").read_text("utf-8")
    said = "{say: Type what you like., needs: typing}"
    kept = "  kept: {say: The screen is cleared., web: The page goes blank., sources: [leaflet]}\n"
    for old, new in (
        ("for tests.\n    to", f"for tests.\n      - {{statement: kept}}\n      - {said}\n    to"),
        ("statements:\n", f"statements:\n{kept}"),
        ('say: ["No. I am a computer program."]', "say: [{statement: kept}]"),
    ):
        assert old in text
        text = text.replace(old, new)
    flows = tmp_path / "flows"
    flows.mkdir()
    (flows / "tiny.yaml").write_text(text, "utf-8")
    return "--flows", str(flows), "--locales", make(tmp_path, reviewed, flows=flows)


def test_web_words_differ_from_a_terminals_in_nothing_but_what_each_says_for_itself(
    folders: tuple[str, ...],
) -> None:
    terminal, web = exported("json", *folders), exported("json", *folders, "--words", "web")
    assert terminal == exported("json", *folders, "--words", "terminal")

    library = load_library(folders[1])
    translations = Project(folders[1], folders[3]).translations("cy")
    spoken = {"en": Words(library.contacts), "cy": Words(library.contacts, "cy", translations)}
    assert spoken.keys() == web["languages"].keys()
    for code, told in spoken.items():
        before, after = (set(texts(data["languages"][code]["screens"])) for data in (terminal, web))
        assert of_a_terminal(library, told) == before - after
        assert of_a_page(library, told) == after - before
        shown, menus = of_a_page(library, told), web["languages"][code]["menus"]
        assert all(shown <= set(texts(menu)) for menu in menus.values())
        assert not of_a_terminal(library, told) & set(texts(menus))


@pytest.mark.parametrize("which", ["terminal", "web"])
def test_kit_and_machine_of_the_same_words_agree(which: str, folders: tuple[str, ...]) -> None:
    """And of others they do not: one says so by its `content`, before any screen is missed."""
    data, kit = (exported(what, *folders, "--words", which) for what in ("json", "kit"))
    other = exported("json", *folders, "--words", "web" if which == "terminal" else "terminal")
    assert data["content"] == kit["content"] != other["content"]
    states = data["machine"]["states"]
    for told in (*kit["conversations"], *kit["started"]):
        state = data["machine"]["starts"][told.get("start", "")]
        came_by = [state, *(state := states[state]["moves"][key] for key in told["answers"])]
        assert told["states"] == came_by
        assert told["screens"] == [states[name]["screen"] for name in came_by]


def test_no_shipped_screen_or_topic_says_to_a_browser_what_only_a_terminal_can() -> None:
    """In every language: what is kept, what leaving clears, what may be typed."""
    told = exported("json", "--words", "web")["languages"]
    assert set(LANGUAGES) == set(told)
    library = project().library
    for code, spoken in words().items():
        shown = set(texts(told[code]))
        assert of_a_terminal(library, spoken)
        assert not of_a_terminal(library, spoken) & shown
        assert of_a_page(library, spoken) <= shown


@pytest.mark.soak
def test_the_shipped_kit_says_to_a_browser_nothing_that_only_a_terminal_can() -> None:
    """Its lines, too: what is read when something is typed all the same."""
    data, kit = (exported(what, "--words", "web") for what in ("json", "kit"))
    assert data["content"] == kit["content"]
    assert {state for told in kit["conversations"] for state in told["states"]} <= set(
        data["machine"]["states"]
    )
    assert not of_a_terminal(project().library, words()["en"]) & set(texts(kit))
