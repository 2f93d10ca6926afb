"""The names in a file of words, held against what there is: a slip in one makes its words deaf."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from guide.flow import nodes
from guide.flow.advice import mend
from guide.flow.fields import FileReader
from guide.understanding.spelling import slips_of

# Of the 521 words of the shipped signs only "order" (no slip of "older") is told with these: with 4
# letters, or words that stand once, a dozen place names and short words are told too.
LOOKED_AT_FROM, KNOWN_FROM = 5, 2
"""Letters of a word that may be a slip, and how often a word stands that it may be a slip of."""


OTHER_FLOWS_FROM = 5
"""Unknown names from which on a file is one of other flows, and no name misspelt."""


class ListedName(NamedTuple):
    """A name where it stands."""

    name: str
    line: int


def check_concepts(page: FileReader, top: nodes.Mapping, concepts: Collection[str]) -> None:
    """A fault for each name of a concept that does not stand under `concepts`."""
    for name, line in _concepts_named(top):
        if name not in concepts:
            advice = mend(name, concepts, "Name one that stands under `concepts`.")
            page.faults.add(line, f'"{name}" is no concept.', advice)


def check_things(page: FileReader, top: nodes.Mapping, things: Collection[str]) -> None:
    """A fault for each sign of something that no answer and no topic of the flows stands for.

    `things` are named as in guide/understanding/meanings.py: `concern=threats`,
    `topic=is-it-private`.
    """
    known: dict[str, list[str]] = {}
    for thing in sorted(things):
        kind, _, of = thing.partition("=")
        known.setdefault(kind, []).append(of)
    named: list[tuple[str, ListedName]] = []
    for section in ("signs", "never-lost"):
        for kind, line, groups in _groups(top.values.get(section)):
            if kind not in known:
                what = f'No answer or topic has a "{kind}", so these words are never heard.'
                page.faults.add(line, what, mend(kind, known, f"Use: {', '.join(known)}."))
                continue
            named += [(kind, ListedName(of, at)) for of, at, _ in _groups(groups)]
    named += [("age", ListedName(age, line)) for age, line, _ in _groups(top.values.get("ages"))]
    unknown = [(kind, name) for kind, name in named if name.name not in known.get(kind, ())]
    if len(unknown) >= OTHER_FLOWS_FROM:
        _of_other_flows(page, unknown)
    for kind, name in unknown if len(unknown) < OTHER_FLOWS_FROM else ():
        what = f'No answer or topic is "{kind}: {name.name}", so its words are never heard.'
        otherwise = "Name one that they have, or delete its words."
        page.faults.add(name.line, what, mend(name.name, known.get(kind, ()), otherwise))


def check_signs(page: FileReader, top: nodes.Mapping, concepts: set[str]) -> None:
    """A fault for each word of a sign that stands nowhere else and looks like a slip of another.

    Of a concept, or of a word that the file uses again: nobody types the slip, so the sign is deaf.
    """
    signs = list(_words_of_signs(top))
    times = Counter(word.name for word in signs)
    known = concepts | {name for name, number in times.items() if number >= KNOWN_FROM}
    rare = [word.name for word in signs if len(word.name) >= LOOKED_AT_FROM]
    slips = slips_of(known, {name for name in rare if name not in known and "-" not in name})
    for section in top.values if slips else ():
        if section != "signs":
            for text in _texts(top.values[section]):
                for word in text.split():
                    slips.pop(word, None)
    lines = dict(signs)
    for name, meant in slips.items():
        what = f'"{name}" of a sign stands nowhere else and is no concept.'
        advice = f'Did you mean "{meant}"? If not, list it under `ordinary` too.'
        page.faults.add(lines[name], what, advice)


def _texts(node: nodes.Node) -> Iterator[str]:
    """Every text within a node."""
    if isinstance(node, str):
        yield node
    else:
        values = node.values.values() if isinstance(node, nodes.Mapping) else node.values
        for value in values:
            yield from _texts(value)


def _of_other_flows(page: FileReader, unknown: list[tuple[str, ListedName]]) -> None:
    """One fault for a file that was written for other flows: each name is an echo."""
    kind, of = unknown[0]
    what = (
        f'No answer or topic is "{kind}: {of.name}", nor {len(unknown) - 1} more that stand here.'
    )
    advice = (
        "Leave the file out to be heard by the shipped words, or name what your answers record."
    )
    page.faults.add(of.line, what, advice)


def _groups(node: nodes.Node | None) -> Iterator[tuple[str, int, nodes.Node]]:
    """Each key of a node with its line and what stands under it; none where it has no keys."""
    if isinstance(node, nodes.Mapping):
        for key, value in node.values.items():
            yield key, node.lines[key], value


def _listed(node: nodes.Node, line: int) -> Iterator[ListedName]:
    """Each text of a list, or the one there is."""
    if isinstance(node, nodes.Sequence):
        pairs = zip(node.values, node.lines, strict=True)
        yield from (ListedName(text, at) for text, at in pairs if isinstance(text, str))
    elif isinstance(node, str):
        yield ListedName(node, line)


def _concepts_named(top: nodes.Mapping) -> Iterator[ListedName]:
    """Every name of a concept outside `concepts`.

    A word of a sign may also be an ordinary one; but none of those has a hyphen.
    """
    for name, line, wider in _groups(top.values.get("kinds")):
        yield ListedName(name, line)
        yield from _listed(wider, line)
    for _, _, groups in _groups(top.values.get("never-lost")):
        for _, line, concepts in _groups(groups):
            yield from _listed(concepts, line)
    for phrase, line in _listed(top.values.get("distress", ""), top.lines.get("distress", 0)):
        yield from (ListedName(word, line) for word in phrase.split())
    yield from (word for word in _words_of_signs(top) if "-" in word.name)


def _words_of_signs(top: nodes.Mapping) -> Iterator[ListedName]:
    """Every word of a sign."""
    for _, _, groups in _groups(top.values.get("signs")):
        for _, line, phrases in _groups(groups):
            for phrase, at in _listed(phrases, line):
                yield from (ListedName(word, at) for word in phrase.split())
