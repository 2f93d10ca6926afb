"""A front end of thirty lines, written from docs/api.md alone, and the kit that proves it."""

import json
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from guide.cli import main
from guide.conversation.conversation import Conversation
from guide.conversation.events import Asked
from guide.export.kit import typed_lines
from guide.flow.library import load_library
from guide.i18n.words import Words
from guide.screens.build import Screens
from guide.shipped import folder
from tests.support.talking import TINY

FLOWS = {"tiny": str(TINY), "shipped": str(folder("flows"))}


@cache
def exported(flows: str, what: str) -> Any:
    """What `guide export json` or `guide export kit` prints."""
    with redirect_stdout(StringIO()) as out:
        assert 0 == main(["export", what, "--flows", FLOWS[flows]])
    return json.loads(out.getvalue())


class DataFrontEnd:
    """Shows a conversation from the exported data, and knows nothing else of the guide."""

    def __init__(self, data: Any, start: str = "") -> None:
        self._machine = data["machine"]
        self._words = data["languages"]["en"]
        self.state = self._machine["starts"][start]

    @property
    def moves(self) -> Any:
        return self._machine["states"][self.state]["moves"]

    @property
    def screen(self) -> str:
        return str(self._machine["states"][self.state]["screen"])

    def choose(self, key: str) -> None:
        self.state = self.moves[key]

    def offered(self) -> Iterator[str]:
        """The keys that a person is shown: the question's, then those that stand everywhere."""
        shown = self._words["screens"][self.screen]
        for choice in shown["events"][-1].get("choices", []) if self.moves else ():
            yield choice["key"]
        yield from (choice["key"] for choice in shown["standing"])


@pytest.mark.parametrize("flows", ["tiny", pytest.param("shipped", marks=pytest.mark.soak)])
def test_a_front_end_made_from_the_page_of_the_docs_passes(flows: str) -> None:
    """Each conversation comes by the states and screens that the kit tells, to an ending."""
    data, kit = exported(flows, "json"), exported(flows, "kit")
    pressed = set()
    for told in (*kit["conversations"], *kit["started"]):
        front = DataFrontEnd(data, told.get("start", ""))
        came_by = [(front.state, front.screen)]
        for key in told["answers"]:
            assert list(front.moves) == list(front.offered())
            pressed.add((front.state, key))
            front.choose(key)
            came_by.append((front.state, front.screen))
        assert list(zip(told["states"], told["screens"], strict=True)) == came_by
        assert not front.moves
    every = {
        (state, key) for state, there in data["machine"]["states"].items() for key in there["moves"]
    }
    assert every == pressed


def test_the_lines_of_the_kit_tell_what_is_understood() -> None:
    """A front end that hears something else cannot pass: each line names its answers."""
    library = load_library(str(TINY))
    words = Words(library.contacts)
    machine = Screens(library).tell(words)
    talk = Conversation(library, words)
    lines = {(tuple(t["answers"]), t["typed"]): t for t in exported("tiny", "kit")["typed"]}
    assert lines.keys() == set(typed_lines(library, machine))
    assert all(told["guessed"] for told in lines.values())
    for (path, text), told in lines.items():
        talk.restart()
        for key in path:
            talk.choose(key)
        asked = [event for event in talk.hear(text) if isinstance(event, Asked)]
        for understood in asked[-1].above:
            assert understood.text in told["said"]
        talk.choose(told["choices"][0])
        assert [*path, *told["guessed"]] == [answer.key for answer in talk.answers]


def test_the_docs_name_all_that_the_data_has() -> None:
    """Nothing in the files is left to be found out by looking."""
    page = (Path(__file__).parents[1] / "docs" / "api.md").read_text("utf-8")
    data, kit = exported("tiny", "json"), exported("tiny", "kit")
    words = data["languages"]["en"]
    one = next(iter(words["screens"].values())), next(iter(words["menus"].values()))
    names = {*kit["typed"][0], *kit["started"][0], *(n for each in one for n in each)}
    assert [] == [
        name for name in sorted(names) if f"`{name}" not in page and f".{name}" not in page
    ]
