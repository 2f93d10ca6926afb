"""Golden conversations: what a person reads, for every ending, in words a youth worker can review.

Each file in tests/transcripts holds one ending: a whole conversation that leads there, then the
ending as each other kind of reader and age meets it. `make transcripts` rewrites them; read the
difference before you keep it.
"""

from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from guide.conversation import folding
from guide.conversation.events import Headline
from guide.flow.library import load_library
from guide.flow.model import Ending, Library
from guide.flow.paths import Path as Conversed
from guide.flow.paths import conversations
from guide.front.plain.app import Plain
from tests.support.talking import ROOT, SHIPPED, conversation_over

TRANSCRIPTS = ROOT / "tests" / "transcripts"


@cache
def shipped() -> Library:
    return load_library(str(SHIPPED))


ENDINGS = [key for key, step in shipped().steps.items() if isinstance(step, Ending)]


@cache
def shortest() -> dict[str, dict[tuple[str, str], Conversed]]:
    """For each ending: the shortest conversation of each kind of reader and age."""
    found: dict[str, dict[tuple[str, str], Conversed]] = {}
    for path in conversations(shipped()):
        readers = found.setdefault(path.ending.id, {})
        reader = (path.facts.get("who", ""), path.facts.get("age", ""))
        if reader not in readers or len(path.answers) < len(readers[reader].answers):
            readers[reader] = path
    return found


def written(path: Conversed, *, whole: bool) -> str:
    """As plain mode writes it, each heading opened at the end; the ending alone unless `whole`."""
    talk = conversation_over(shipped())
    out = StringIO()
    plain = Plain(talk, out, StringIO())
    events = talk.begin()
    for answer in path.answers:
        if whole:
            plain.show(events)
        events = talk.choose(answer)
    first = next(number for number, event in enumerate(events) if isinstance(event, Headline))
    plain.show(events if whole else events[first:])
    for heading in folding.headings(events):
        plain.show(folding.unfolded(folding.opened(events, heading.key)))
    return out.getvalue()


def transcript(ending: str) -> str:
    """The file of one ending."""
    readers = shortest()[ending]
    parts: list[str] = []
    seen: set[str] = set()
    for (who, age), path in readers.items():
        screen = written(path, whole=False)
        if screen in seen:
            continue
        seen.add(screen)
        title = " ".join(["guide walk", *path.answers])
        reader = f"{who or 'not said'}, {age or 'age not asked'}"
        body = written(path, whole=not parts)
        parts.append(f"=== {reader}\n=== {title}\n\n{body}")
    return "\n\n".join(parts)


@pytest.fixture(autouse=True)
def width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_a_person_reads(ending: str, request: pytest.FixtureRequest) -> None:
    """To the letter, for every ending and each kind of reader."""
    file = TRANSCRIPTS / f"{ending}.txt"
    found = transcript(ending)
    if request.config.getoption("--update"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == found


def test_there_is_a_transcript_for_every_ending_and_no_other() -> None:
    """An ending without one, or one without an ending, is seen here."""
    assert sorted(ENDINGS) == sorted(file.stem for file in Path(TRANSCRIPTS).glob("*.txt"))
