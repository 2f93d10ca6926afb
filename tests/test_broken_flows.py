"""What an author reads when a flow is broken: one fault a file, and the exact words for it.

Each `tests/broken/NAME.yaml` has its `NAME.txt`: first whether the JSON Schema, and so an editor,
sees the fault too; then every message. Each file is read in a folder with the sound
`tests/broken/with/0-sound.yaml`. `pytest --update` writes the tables anew: read what changed.
"""

import re
import shutil
from pathlib import Path

import pytest

from guide.flow.read import library_from
from guide.problems import FlowError
from tests.support.schema import document, refuses

BROKEN = Path(__file__).parent / "broken"
SOUND = BROKEN / "with" / "0-sound.yaml"
FILES = sorted(file.stem for file in BROKEN.glob("*.yaml"))

SEES = "An editor sees it too."
CANNOT_SEE = "Only the guide sees it."
NOT_DATA = "No schema looks at it: the file is no plain keys and values."

MESSAGE = re.compile(r"flows/[a-z0-9-]+\.yaml(:\d+)?: [A-Z\"`].*[^.?]([.?]) ([A-Z`].*[^.])[.?]")


def problems(name: str, folder: Path) -> FlowError:
    """What is wrong with a broken file among sound ones."""
    flows = folder / "flows"
    flows.mkdir()
    shutil.copy(SOUND, flows)
    shutil.copy(BROKEN / f"{name}.yaml", flows)
    with pytest.raises(FlowError) as caught:
        library_from(str(flows))
    return caught.value


def by_the_schema(name: str) -> str:
    """Whether an editor sees the fault."""
    content = document((BROKEN / f"{name}.yaml").read_bytes())
    if content is None:
        return NOT_DATA
    return SEES if refuses(content) else CANNOT_SEE


def test_the_parts_the_broken_files_lean_on_are_sound(tmp_path: Path) -> None:
    shutil.copy(SOUND, tmp_path)

    assert "start" == library_from(str(tmp_path)).start


@pytest.mark.parametrize("name", FILES)
def test_what_an_author_reads(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """To the letter: where, what is wrong, and what to do."""
    found = f"{by_the_schema(name)}\n{problems(name, tmp_path)}\n"
    table = BROKEN / f"{name}.txt"
    if request.config.getoption("--update"):
        table.write_text(found, encoding="utf-8")

    assert table.read_text(encoding="utf-8") == found


@pytest.mark.parametrize("name", FILES)
def test_every_message_says_where_and_what_to_do(name: str, tmp_path: Path) -> None:
    """A file, a line that it has, one sentence or question for the fault, one for the way out."""
    lines = (BROKEN / f"{name}.yaml").read_bytes().count(b"\n") + 1

    for problem in problems(name, tmp_path).problems:
        assert MESSAGE.fullmatch(str(problem)), str(problem)
        assert 0 <= problem.place.line <= max(1, lines)


def test_every_broken_file_has_a_table_and_every_table_a_file() -> None:
    assert FILES == sorted(table.stem for table in BROKEN.glob("*.txt"))
