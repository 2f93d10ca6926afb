"""The YAML that people write day to day, read line by line: several times faster than libyaml.

A flow file is nearly all `key: words`, `- words`, and short `{key: words}` or `[words, words]` on
one line. A file of nothing else is read here. Wherever a line is anything more (folded text, an
escape, a second line) or could be a mistake, the whole file is left to libyaml, which alone
decides what YAML is and alone tells faults (docs/decisions/0011).
"""

import re
from collections.abc import Iterator
from typing import TypeVar

from guide.flow.nodes import MAX_DEPTH, Mapping, Node, Sequence

_DEEPEST = MAX_DEPTH // 2
"""As deep as blocks, and again brackets, may nest here: together never too deep."""
_STRETCH = 10_000
"""Characters looked at together: the parts of all lines at once would fill the memory."""

_KEY = "[a-z0-9][a-z0-9-]{0,63}+"
# Words without quotes begin with a letter or a digit, so with nothing that means something in YAML.
# After that, `:` before a space and `#` after one mean something; between brackets, more does.
_WORDS = r"[^\W_][^:#\n]*+(?: (?: :(?=[^ \n]) | (?<!\ )\# ) [^:#\n]*+ )*+(?<!\ )"
_WORDS_IN_BRACKETS = r"[^\W_](?:[^\[\]{},:#?\n]*[^\[\]{},:#?\n ])?"

# `*+` and `?+` never try a shorter match again, so reading stays linear whatever is written.
_LINE = re.compile(
    rf"""^(\ *+)                                          # how far in
    (?: (-\ )?+ (?: ({_KEY}): (?:\ ++(?!$) | $) )?+        # an item, a key
        (?: ({_WORDS}) | (["'\[{{].*+) )?+                # words, or what a quote or bracket begins
      | \#.*+                                             # or a comment
      | (.++)                                             # or anything else
    )$
    """,
    re.MULTILINE | re.VERBOSE,
)
_pieces = re.compile(
    rf"""\ *+(?: (?: ({_KEY}):\ ++ )?+
        (?: ({_WORDS_IN_BRACKETS}) | "([^"\\\n]*+)" | '([^'\n]*+)'
          | \[ ({_WORDS_IN_BRACKETS}(?:,\ {_WORDS_IN_BRACKETS})*+) \]     # a list of nothing else
          | ([\[{{]) )
        ([\]}} ]*+,?+)                                    # what ends here
      | (.) )                                             # or anything else
    """,
    re.VERBOSE,
).findall

_BRACKETS: dict[str, type[Mapping | Sequence]] = {
    "{": Mapping,
    "}": Mapping,
    "[": Sequence,
    "]": Sequence,
}
_Block = TypeVar("_Block", Mapping, Sequence)


class _Doubt(Exception):
    """The text is more than everyday YAML, or none."""


def everyday(text: str) -> Mapping | None:
    """The top mapping of a clean text (as `decode` gives it), or None where libyaml must decide."""
    try:
        return _read(text)
    except _Doubt:
        return None


def _read(text: str) -> Mapping:
    here = top = Mapping(1)
    values, lines = here.values, here.lines
    column = 0  # where the keys of `here` begin
    blocks = _Blocks(top)
    waiting = ""  # the key whose value may begin on the next line
    for line, (indent, item, key, words, other, odd) in enumerate(_lines(text), start=1):
        at = len(indent)
        if item:
            items = blocks.find(at, waiting, Sequence)
            items.lines.append(line)
            if not key:
                items.values.append(words or _value(other, line))
                column, waiting = -1, ""  # a key can only go on with a block around this list
                continue
            column = at + len(item)
            here = Mapping(line)
            items.values.append(here)
            blocks.begin(column, here)
            values, lines = here.values, here.lines
        elif not key:
            if words or other or odd:
                raise _Doubt
            continue  # an empty line, or a comment
        elif at != column:
            column = at
            here = blocks.find(at, waiting, Mapping)
            values, lines = here.values, here.lines
        if key in values:
            raise _Doubt
        lines[key] = line
        waiting = "" if words or other else key
        values[key] = words or (_value(other, line) if other else "")
    if not values:
        raise _Doubt
    return top


def _lines(text: str) -> Iterator[tuple[str, str, str, str, str, str]]:
    """The parts of each line."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start + _STRETCH)
        end = len(text) if end < 0 else end
        yield from _LINE.findall(text, start, end)
        start = end + 1


class _Blocks:
    """The mappings and lists that a line stands in, each with the column it begins at."""

    def __init__(self, top: Mapping) -> None:
        self._open: list[tuple[int, Mapping | Sequence]] = [(0, top)]

    def begin(self, column: int, block: Mapping | Sequence) -> None:
        """A block begins, inside all that are open."""
        if len(self._open) == _DEEPEST:
            raise _Doubt
        self._open.append((column, block))

    def find(self, at: int, waiting: str, kind: type[_Block]) -> _Block:
        """The block that a key or an item this far in belongs to.

        It begins one where a key is waiting for its value. Else it goes on with one that is open,
        and those further in end.
        """
        column, block = self._open[-1]
        # A list may stand as far in as the key it belongs to.
        if waiting and type(block) is Mapping and at >= column + (kind is Mapping):
            begun = kind(block.lines[waiting])
            block.values[waiting] = begun
            self.begin(at, begun)
            return begun
        while at < column or type(block) is not kind:
            self._open.pop()
            if not self._open:
                raise _Doubt
            column, block = self._open[-1]
        if at != column:
            raise _Doubt
        return block


def _value(text: str, line: int) -> Node:
    """What a quote or a bracket begins, all of it on this line."""
    here: Mapping | Sequence
    around = here = Sequence(line)
    outer: list[Mapping | Sequence] = []
    follows = True  # whether anything may follow: at the start, after a bracket or a comma
    for key, words, double, single, row, bracket, ends, odd in _pieces(text):
        if odd or not follows:
            raise _Doubt
        begun = _BRACKETS[bracket](line) if bracket else None
        node = begun or (_row(row, line) if row else words or double.strip() or single.strip())
        if isinstance(here, Mapping):
            if not key or key in here.values:
                raise _Doubt
            here.values[key] = node
            here.lines[key] = line
        else:
            if key:
                raise _Doubt
            here.values.append(node)
            here.lines.append(line)
        if begun:
            if ends.strip() or len(outer) == _DEEPEST:
                raise _Doubt
            outer.append(here)
            here = begun
            continue
        follows = False
        for end in ends:
            if end == " ":
                continue
            if not outer:
                raise _Doubt
            if end == ",":
                follows = True
            elif isinstance(here, _BRACKETS[end]):
                here = outer.pop()
            else:
                raise _Doubt
    if outer or follows:
        raise _Doubt
    return around.values[0]


def _row(words: str, line: int) -> Sequence:
    """A list of nothing but words."""
    node = Sequence(line)
    node.values += words.split(", ")
    node.lines = [line] * len(node.values)
    return node
