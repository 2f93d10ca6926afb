"""What a YAML file is once read: texts, mappings and sequences that remember their lines."""

from typing import Union

Node = Union[str, "Mapping", "Sequence"]

MAX_DEPTH = 16
"""Deepest nesting a flow can need is 9: a file far past it is a mistake or an attack."""


class Mapping:
    """Keys to nodes, in the order written, with the line of each key.

    Its own line is that of the key it stands under, where people look for it.
    """

    __slots__ = ("line", "lines", "values")

    def __init__(self, line: int) -> None:
        self.line = line
        self.values: dict[str, Node] = {}
        self.lines: dict[str, int] = {}


class Sequence:
    """Nodes in a row, with the line of each."""

    __slots__ = ("line", "lines", "values")

    def __init__(self, line: int) -> None:
        self.line = line
        self.values: list[Node] = []
        self.lines: list[int] = []
