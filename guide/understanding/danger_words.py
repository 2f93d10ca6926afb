"""Words of danger, self-harm and abuse in many languages, and yes and no, from a file for each.

They stand in `flows/words/danger/`, so that they are heard whatever language is on the screen, also
where there is no translation. Each file is a draft until somebody who speaks it has checked it.
"""

import os
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from guide.problems import FlowError, Problem
from guide.shipped import folder

if TYPE_CHECKING:
    from guide.flow import nodes
    from guide.flow.fields import FileReader

_FOLDER = os.path.join("words", "danger")
DRAFT, CHECKED = "draft", "checked"
"""Whether somebody who speaks a language has read its words of danger."""
_KEYS = frozenset({"language", "status", "words", "phrases", "cries", "yes", "no", "neither"})

CONCEPTS = frozenset(
    {
        *("want", "die", "live", "not", "kill", "kill-me", "kill-self", "self", "me", "hit"),
        *("hit-me", "cut", "cut-self", "arm", "pills", "take", "weapon", "has", "touch"),
        *("touch-me", "private", "who", "lock", "lock-me", "follow", "breathe", "alone"),
        *("rape", "suicide", "harmless", "now"),
    }
)
"""What the words of a file can be: the parts of a sign (guide/understanding/dangers.py)."""


class DangerWords(NamedTuple):
    """What one file says; every word and phrase as it is written there."""

    code: str
    language: str
    status: str
    words: dict[str, tuple[str, ...]]
    phrases: tuple[str, ...]
    cries: tuple[str, ...]
    """What calls for help where nothing stands beside it: "ayuda" alone is no homework."""
    yes: tuple[str, ...]
    no: tuple[str, ...]
    neither: tuple[str, ...]
    """What is yes or no in English and something else here."""


def danger_files(flows: str = "") -> list[str]:
    """The files of a folder of flows, else those shipped, by the codes of their languages."""
    for base in (flows, folder("flows")):
        path = os.path.join(base, _FOLDER)
        if base and os.path.isdir(path):
            names = sorted(name for name in os.listdir(path) if name.endswith(".yaml"))
            return [os.path.join(path, name) for name in names]
    return []


def load_danger_words(flows: str = "") -> list[DangerWords]:
    """Every sound file; what is wrong with the others, `read_danger_folder` says."""
    return read_danger_folder(flows)[0]


def read_danger_folder(flows: str = "") -> tuple[list[DangerWords], list[Problem]]:
    """Every sound file, and every fault of the others where they stand in this folder itself."""
    sound: list[DangerWords] = []
    problems: list[Problem] = []
    for path in danger_files(flows):
        try:
            sound.append(read_danger_words(path))
        except FlowError as error:
            problems += error.problems
    is_own = os.path.isdir(os.path.join(flows, _FOLDER))
    return sound, problems if is_own else []


def read_danger_words(path: str) -> DangerWords:
    """Read one file; raises FlowError with every fault found."""
    from guide.flow import document
    from guide.flow.faults import Faults
    from guide.flow.fields import FileReader
    from guide.flow.shapes import Suppressed

    shown = "/".join(os.path.normpath(path).split(os.sep)[-4:])
    faults = Faults(shown)
    top = document.read_yaml(path, faults)
    words = None
    if top is not None:
        page = FileReader(shown, faults, Suppressed())
        page.known_keys(top, _KEYS | {document.FORMAT_KEY}, "a file of words of danger")
        code = os.path.basename(path).removesuffix(".yaml")
        words = _danger_words(page, top, code)
    if problems := faults.problems():
        raise FlowError(problems)
    assert words is not None  # a file that gives none has a fault
    return words


def _danger_words(page: "FileReader", top: "nodes.Mapping", code: str) -> DangerWords:
    what = "the file"
    status = page.plain(top, "status", what, needed=True)
    if status not in (DRAFT, CHECKED, ""):
        advice = f"Write {DRAFT}, or {CHECKED} once somebody who speaks it has read it."
        page.faults.add(top.lines["status"], f'"{status}" is no status.', advice)
    node = page.mapping(top.values.get("words"), '"words"', top.lines.get("words", 1))
    words = {} if node is None else {key: page.phrases(node, key, key) for key in node.values}
    _check_names(page, node, words)

    def listed(name: str) -> tuple[str, ...]:
        return page.phrases(top, name, what) if name in top.values else ()

    phrases = listed("phrases")
    for phrase in phrases:
        if len(phrase.split()) < 2:
            advice = "Write at least two words, or list it under `alone`."
            page.faults.add(top.lines["phrases"], f'"{phrase}" is one word.', advice)
    language = page.plain(top, "language", what, needed=True)
    answers = (listed("yes"), listed("no"), listed("neither"))
    return DangerWords(code, language, status, words, phrases, listed("cries"), *answers)


def _check_names(page: "FileReader", node: "nodes.Mapping | None", words: Collection[str]) -> None:
    for name in words:
        if node is not None and name not in CONCEPTS:
            advice = f"Use one of: {', '.join(sorted(CONCEPTS))}."
            page.faults.add(node.lines[name], f'No sign of danger has a "{name}".', advice)
