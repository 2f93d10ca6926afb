"""`guide watch`: an author saves, and stands at the same question with the findings beside it."""

import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from guide.commands.watch import TypedLine, Watch
from tests.support.talking import TINY, guide


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    folder = tmp_path / "flows"
    shutil.copytree(TINY, folder)
    return folder


def save(folder: Path, old: str, new: str) -> None:
    file = folder / "tiny.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def watched(folder: Path, steps: list[str | tuple[str, str]]) -> list[str]:
    """What is written after each step: a line that is typed, or a save (old words, new words)."""
    out, written = StringIO(), []

    def lines() -> Iterator[TypedLine]:
        for step in steps:
            written.append(out.getvalue())
            if isinstance(step, str):
                yield step
            else:
                save(folder, *step)
                yield None

    Watch(str(folder), out).follow(lines())
    written.append(out.getvalue())
    return [now.removeprefix(before) for before, now in zip(["", *written], written, strict=False)]


def test_after_a_save_the_same_question_stands_there_in_its_new_words(flows: Path) -> None:
    """Two answers are given; the third question is reworded, and nobody starts again."""
    shown = watched(flows, ["no", "11 to 17", ("What is worrying you?", "What is going on?")])

    assert "Is anyone in danger now?" in shown[0]
    assert "What is worrying you?" in shown[2]
    assert "What is going on?" in shown[3]
    assert "Is anyone in danger now?" not in shown[3]


def test_where_an_answer_is_gone_the_conversation_stands_at_its_question(flows: Path) -> None:
    shown = watched(
        flows, ["no", "11 to 17", ("      11-17: {say: 11 to 17", "      teen: {say: A")]
    )

    assert "How old are you?" in shown[3]


def test_a_fault_stands_beside_it_and_the_conversation_waits_until_it_is_mended(
    flows: Path,
) -> None:
    """The file and line, what is wrong and what to do; then on from the same place."""
    shown = watched(flows, ["no", ("to: worry}", "to: wory}"), ("to: wory}", "to: worry}")])

    assert ':22: unreadable: "wory" is no step' in shown[2]
    assert "The conversation waits" in shown[2]
    assert "How old are you?" in shown[3]


def test_nothing_is_written_while_nothing_is_saved(flows: Path) -> None:
    out = StringIO()
    watch = Watch(str(flows), out)
    watch.follow(iter(()))
    before = out.getvalue()
    watch.follow(iter([None, None]))

    assert before == out.getvalue()


def test_why_back_and_x_do_as_in_plain_mode(flows: Path) -> None:
    shown = watched(flows, ["yes", "why", "back", "x"])

    assert "Why you see this" in shown[2]
    assert "Is anyone in danger now?" in shown[3]
    assert "" == shown[4]


def test_a_folder_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    ran = guide("watch", str(tmp_path / "nothing"))

    assert (2, "") == (ran.returncode, ran.stdout)
