"""The words people use in one language, read from the file that authors and translators keep.

English stands in `flows/words/en.yaml`.
"""

import os
import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

from guide.flow.model import Library
from guide.problems import FlowError, Problem
from guide.shipped import folder
from guide.understanding import meanings
from guide.understanding.concepts import GAP

if TYPE_CHECKING:
    from guide.flow import nodes
    from guide.flow.fields import FileReader

Groups = Mapping[str, tuple[str, ...]]
"""A name, and the phrases that stand for it."""

FOLDER = "words"
LEXICON_KEYS = frozenset(
    {
        *("spellings", "concepts", "kinds", "ages", "signs", "never-lost"),
        *("distress", "silent", "ordinary", "sayings", "not-denials", "denials"),
        *("ends", "yes", "no"),
    }
)


class Lexicon(NamedTuple):
    """What one language's file says; every phrase as it is written there."""

    spellings: Groups
    concepts: Groups
    kinds: Groups
    ages: Groups
    signs: Mapping[str, Groups]
    """By what a phrase is a sign of: `concern` and its values, `option`, `topic`, ..."""
    never_lost: Mapping[str, Groups]
    """Concepts, by what is offered at least as the last of the best when one of them is heard."""
    distress: tuple[str, ...]
    silent: tuple[str, ...]
    ordinary: tuple[str, ...]
    """Words that only look like a slip of another."""
    sayings: tuple[str, ...]
    not_denials: tuple[str, ...]
    denials: tuple[str, ...]
    ends: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


SPAN = re.compile(r"\d{1,3} to \d{1,3}")

EMPTY = Lexicon({}, {}, {}, {}, {}, {}, (), (), (), (), (), (), (), (), ())


def load_lexicon(flows: str = "", language: str = "en") -> Lexicon:
    """The words of a language, from a folder of flows, else as shipped; empty if there are none.

    Raises FlowError with every fault of the file.
    """
    path = lexicon_path(flows, language)
    return read_lexicon(path) if path else EMPTY


def lexicon_path(flows: str = "", language: str = "en") -> str:
    """The file of a language's words, in a folder of flows, else as shipped; empty if none."""
    for base in (flows, folder("flows")):
        path = os.path.join(base, FOLDER, f"{language}.yaml")
        if base and os.path.isfile(path):
            return path
    return ""


def read_word_folder(
    flows: str, library: Library | None = None
) -> tuple[dict[str, Lexicon], list[Problem]]:
    """The sound files of words in a folder of flows, by language, and every fault of the others.

    Their names are held against the library of that folder, where it is given.
    """
    base = os.path.join(flows, FOLDER)
    names = sorted(os.listdir(base)) if os.path.isdir(base) else []
    things = meanings.things(library) if library else None
    sound: dict[str, Lexicon] = {}
    problems: list[Problem] = []
    for name in names:
        if name.endswith(".yaml"):
            try:
                path = os.path.join(base, name)
                sound[name.removesuffix(".yaml")] = read_lexicon(path, things)
            except FlowError as error:
                problems += error.problems
    return sound, problems


def read_lexicon(path: str, things: Collection[str] | None = None) -> Lexicon:
    """Read a file of words; raises FlowError with every fault found.

    With `things`, all that words can be a sign of (guide/understanding/meanings.py), a sign of
    anything else is a fault too, and so are words of a sign that look like another.
    """
    from guide.flow import document
    from guide.flow.faults import Faults
    from guide.flow.fields import FileReader
    from guide.flow.shapes import Suppressed
    from guide.understanding.names import check_signs, check_things

    shown = "/".join(os.path.normpath(path).split(os.sep)[-3:])
    faults = Faults(shown)
    top = document.read_yaml(path, faults)
    lexicon = EMPTY
    if top is not None:
        page = FileReader(shown, faults, Suppressed())
        page.known_keys(top, LEXICON_KEYS | {document.FORMAT_KEY}, "a file of words")
        lexicon = _lexicon(page, top)
        _check(page, top, lexicon)
        if things is not None:
            check_things(page, top, things)
            check_signs(page, top, {*lexicon.concepts})
    if problems := faults.problems():
        raise FlowError(problems)
    return lexicon


def _lexicon(page: "FileReader", top: "nodes.Mapping") -> Lexicon:
    def by_kind(name: str) -> dict[str, Groups]:
        if name not in top.values:
            return {}
        node = page.mapping(top.values[name], f'"{name}"', top.lines[name])
        return {kind: _groups(page, node, kind) for kind in node.values} if node else {}

    def groups(name: str) -> Groups:
        return _groups(page, top, name)

    def listed(name: str) -> tuple[str, ...]:
        return page.phrases(top, name, "the file") if name in top.values else ()

    return Lexicon(
        spellings=groups("spellings"),
        concepts=groups("concepts"),
        kinds=groups("kinds"),
        ages=groups("ages"),
        signs=by_kind("signs"),
        never_lost=by_kind("never-lost"),
        distress=listed("distress"),
        silent=listed("silent"),
        ordinary=listed("ordinary"),
        sayings=listed("sayings"),
        not_denials=listed("not-denials"),
        denials=listed("denials"),
        ends=listed("ends"),
        yes=listed("yes"),
        no=listed("no"),
    )


def _groups(page: "FileReader", top: "nodes.Mapping", name: str) -> Groups:
    node = page.mapping(top.values.get(name), f'"{name}"', top.lines.get(name, 1))
    if node is None:
        return {}
    return {key: page.phrases(node, key, f'"{name}"') for key in node.values}


def _check(page: "FileReader", top: "nodes.Mapping", lexicon: Lexicon) -> None:
    """A fault for what no sentence could be heard by."""
    from guide.understanding.names import check_concepts

    lines = top.lines
    check_concepts(page, top, lexicon.concepts)
    for value, spans in lexicon.ages.items():
        if not (spans and SPAN.fullmatch(spans[0])):
            page.faults.add(lines["ages"], f'"{value}" is no span of ages.', "Write 11 to 17.")
    for name, phrases in lexicon.concepts.items():
        for phrase in phrases:
            if GAP not in phrase:
                continue
            if GAP in (phrase.split()[0], phrase.split()[-1]) or f"{GAP} {GAP}" in phrase:
                what = f'"{phrase}" of "{name}" has a {GAP} with no word before or after it.'
                page.faults.add(lines["concepts"], what, f"Put {GAP} between two words.")
