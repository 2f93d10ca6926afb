"""The two YAML files of a language: its glossary, and what people type in it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from guide.flow import document, nodes
from guide.flow.advice import listed, mend
from guide.flow.faults import Faults
from guide.flow.nodes import Sequence
from guide.problems import Problem

GLOSSARY_KEYS = frozenset({document.FORMAT_KEY, "say", "not", "yes", "no"})
EXAMPLES = ("must-match", "must-never-match")
PHRASES_KEYS = frozenset({document.FORMAT_KEY, "phrases", "spellings", *EXAMPLES})
EXAMPLE_KEYS = frozenset({"say", "means"})

SheetTable = Mapping[str, tuple[str, ...]]


class Glossary(NamedTuple):
    """How a language says the words that matter; each list may be empty."""

    say: SheetTable
    negations: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


def read_glossary(path: Path, shown: str, problems: list[Problem]) -> Glossary:
    """A language's glossary; an empty one where there is no file or it has faults."""
    sheet = _Sheet(path, shown, GLOSSARY_KEYS)
    glossary = Glossary(
        sheet.table("say"), sheet.words("not"), sheet.words("yes"), sheet.words("no")
    )
    problems += sheet.faults.problems()
    return glossary


def faults_of_phrases(path: Path, shown: str, meanings: set[str]) -> list[Problem]:
    """What is wrong with a language's phrases and their tests; each must mean one of `meanings`."""
    sheet = _Sheet(path, shown, PHRASES_KEYS)
    sheet.table("spellings")
    sheet.table("phrases", meanings)
    for key in EXAMPLES:
        sheet.check_examples(key, meanings)
    return sheet.faults.problems()


class _Sheet:
    """One YAML file, or nothing where there is none."""

    def __init__(self, path: Path, shown: str, keys: frozenset[str]) -> None:
        self.faults = Faults(shown)
        top = None
        if path.exists():
            top = document.read_shared_yaml(str(path), self.faults)
        self._top = top or nodes.Mapping(0)
        self._know(self._top, keys, "the file")

    def _know(self, node: nodes.Mapping, keys: frozenset[str], what: str) -> None:
        for key in node.values:
            if key not in keys:
                advice = mend(key, keys, f"Use: {listed(keys)}.")
                self.faults.add(node.lines[key], f'"{key}" is no key of {what}.', advice)

    def words(self, key: str) -> tuple[str, ...]:
        return tuple(self._words(self._top, key))

    def _words(self, node: nodes.Mapping, key: str) -> Iterator[str]:
        value = node.values.get(key)
        for word in value.values if type(value) is Sequence else [value]:
            if type(word) is str and word:
                yield word
            elif word:
                self.faults.add(
                    node.lines[key], f'"{key}" is not a list of words.', "Write [one, two]."
                )

    def table(self, key: str, known: set[str] | None = None) -> SheetTable:
        value = self._top.values.get(key)
        if type(value) is not nodes.Mapping:
            if value:
                self.faults.add(
                    self._top.lines[key], f'"{key}" is not keys and values.', "Write `key: [...]`."
                )
            return {}
        for name in value.values:
            self._is_known(name, value.lines[name], known)
        return {name: tuple(self._words(value, name)) for name in value.values}

    def _is_known(self, name: str, line: int, known: set[str] | None) -> None:
        if known is not None and name not in known:
            advice = mend(name, known, "Write danger, a topic, or step.answer.")
            self.faults.add(line, f'Nothing is called "{name}".', advice)

    def check_examples(self, key: str, known: set[str]) -> None:
        value = self._top.values.get(key)
        for example in value.values if type(value) is Sequence else ():
            if type(example) is not nodes.Mapping:
                self.faults.add(
                    self._top.lines[key], "This is no example.", "Write {say: ..., means: ...}."
                )
                continue
            self._know(example, EXAMPLE_KEYS, "an example")
            sentence, means = example.values.get("say"), example.values.get("means")
            if type(sentence) is str and type(means) is str and sentence and means:
                self._is_known(means, example.lines["means"], known)
            else:
                self.faults.add(example.line, "An example needs `say` and `means`.", "Write both.")
