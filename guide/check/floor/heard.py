"""What the file of words people use guards, and what is promised of it, as the record holds them.

The file is read as text, by its brackets: nothing is understood of it, and each check reads it.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from guide.check.floor import PROMISES
from guide.files import contents
from guide.understanding.lexicon import FOLDER

DISTRESS = "words.distress"
_CONCEPT = "words.concepts."
_KIND = "words.kinds."
_DANGER = "danger"
# Looks ahead, so that the key stays with what stands below it.
_SECTION = re.compile(r"^(?=[\w-]+:)", re.MULTILINE)
_LIST = re.compile(r"^ *([\w-]+):\s*\[([^\]]*)\]", re.MULTILINE)
_SEPARATOR = re.compile(r"\s*,\s*")


def held_by_words(flows: str) -> dict[str, Counter[str]]:
    """What brings help at once, what is never lost, every concept, and what is promised."""
    sections = dict(_sections(_text(os.path.join(flows, FOLDER, "en.yaml"))))
    distress = sections.get("distress", {}).get("distress", [])
    held = {DISTRESS: Counter(distress)}
    for name, listed in sections.get("never-lost", {}).items():
        held[f"words.never-lost.{name}"] = Counter(listed)
    for name, listed in sections.get("concepts", {}).items():
        held[f"{_CONCEPT}{name}"] = Counter(listed)
    for name, listed in sections.get("kinds", {}).items():
        held[f"{_KIND}{name}"] = Counter(listed)
    held |= held_by_danger_words(flows)
    promised = _text(os.path.join(flows, FOLDER, PROMISES)).splitlines()[1:]
    held["words.promises"] = Counter(" / ".join(line.split("\t")) for line in promised if line)
    return held


def held_by_danger_words(flows: str) -> dict[str, Counter[str]]:
    """How many words of danger each language has, by what they mean."""
    held = {}
    folder = os.path.join(flows, FOLDER, _DANGER)
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        lists = dict(_LIST.findall(_text(os.path.join(folder, name))))
        counted = {of: len(_SEPARATOR.split(listed)) for of, listed in lists.items()}
        held[f"words.danger.{name.removesuffix('.yaml')}"] = Counter(counted)
    return held


def is_guarded(place: str, held: Mapping[str, Counter[str]]) -> bool:
    """Whether what a place holds is recorded: of concepts those that bring help at once."""
    prefix = next((each for each in (_CONCEPT, _KIND) if place.startswith(each)), "")
    if not prefix:
        return True
    guarding = {concept for sign in held.get(DISTRESS, ()) for concept in sign.split()}
    return place.removeprefix(prefix) in guarding


def _sections(text: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each section of the file with the lists in it, by the keys they stand under."""
    for section in _SECTION.split(text):
        lists = {name: _SEPARATOR.split(listed.strip()) for name, listed in _LIST.findall(section)}
        yield section.partition(":")[0], {n: [*filter(None, each)] for n, each in lists.items()}


def _text(path: str) -> str:
    if not os.path.isfile(path):
        return ""
    text = contents(path).decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
