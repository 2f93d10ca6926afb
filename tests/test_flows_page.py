"""flows/README.md keeps its word: what it shows works when it is copied."""

import re
from pathlib import Path

import pytest

from guide.flow.by_events import parse_yaml
from guide.flow.faults import Faults
from guide.flow.library import load_library
from guide.flow.paths import conversations
from guide.flow.read import library_from
from guide.problems import FlowError
from tests.support.schema import document, refuses
from tests.support.talking import ROOT, forked

PAGE = (ROOT / "flows" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
MESSAGES = re.findall(r"^my-flow/.*$", PAGE, re.MULTILINE)
COMMANDS = re.findall(r"^\| `guide (.*?)` \|", PAGE, re.MULTILINE)


@pytest.fixture
def my_flow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The page's example, copied as the page says."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "my-flow"
    folder.mkdir()
    (folder / "start.yaml").write_text(BLOCKS[0], encoding="utf-8")
    return folder


def test_the_example_is_a_whole_flow_that_ends_with_someone(my_flow: Path) -> None:
    ends = {path.answers: path.ending.id for path in conversations(load_library(str(my_flow)))}

    assert ends == {
        ("danger",): "call-999",
        ("no", "danger"): "call-999",
        ("yes",): "call-999",
        ("no", "bullying"): "talk-to-childline",
        ("no", "something-else"): "tell-us",
        ("no", "not-sure"): "tell-us",
        ("not-sure",): "tell-us",
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_on_the_page_works_on_the_example(command: str, my_flow: Path) -> None:
    run = forked(*command.replace("my-flow", str(my_flow)).split(), flows=None)

    assert 0 == run.returncode, run.stdout + run.stderr


def test_the_walk_on_the_page_ends_with_a_number_to_call(my_flow: Path) -> None:
    run = forked("walk", "no", "bullying", "--flows", str(my_flow), flows=None)

    assert "Talk to Childline" in run.stdout
    assert "0800 1111" in run.stdout


def test_the_faults_on_the_page_are_what_an_author_reads(my_flow: Path) -> None:
    file = my_flow / "start.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("to: call-999", "to: cal-999", 1)
    text = text.replace("    ask: What is on your mind?\n", "")
    file.write_text(text, encoding="utf-8")

    with pytest.raises(FlowError) as caught:
        library_from(str(my_flow))

    assert MESSAGES == str(caught.value).splitlines()


def test_every_yaml_on_the_page_is_yaml() -> None:
    for block in BLOCKS:
        faults = Faults("page")
        parse_yaml(block, faults)
        assert [] == faults.problems()


def test_an_editor_has_nothing_against_the_example() -> None:
    content = document(BLOCKS[0].encode())

    assert content is not None
    assert not refuses(content)
