"""What is wrong with the files of words that people use: most of it rests on no flow.

So those files are read while the flows are. What they give signs of is held against the flows
afterwards; only where something does not fit, or a file has a fault, are they read once more.
"""

from collections.abc import Iterator
from typing import NamedTuple

from guide.check.finding import Finding
from guide.project import Project
from guide.understanding import meanings
from guide.understanding.lexicon import read_word_folder, things_named

WORDS_PEOPLE_USE = "words"
"""The code of a fault in the words that people use."""


class ReadAlone(NamedTuple):
    """What a reading without the flows shows."""

    is_sound: bool
    names: tuple[str, ...]
    """What the files give signs of."""


def read_alone(project: Project) -> ReadAlone:
    """Read the files of words, and of words of danger, without the flows."""
    lexicons, faults = read_word_folder(project.flows, slips=True)
    names = {name for lexicon in lexicons.values() for name in things_named(lexicon)}
    return ReadAlone(not (faults or project.faults_of_danger_words), tuple(sorted(names)))


def faults_of_words(project: Project, alone: ReadAlone) -> Iterator[Finding]:
    """A finding for each fault of the files of words, held against the flows."""
    things = meanings.things(project.library)
    known = {*things, *(thing.partition("=")[0] for thing in things)}
    if alone.is_sound and known.issuperset(alone.names):
        return
    for problem in (*project.faults_of_words, *project.faults_of_danger_words):
        yield Finding(WORDS_PEOPLE_USE, "error", *problem)
