"""The one reader of YAML, built straight from libyaml's parse events. The only home of yaml.

It is faster than `yaml.load`, keeps every line, and tells every fault: what is broken, and what
is YAML but has no place in our files.
"""

from typing import Any

import yaml

from guide.flow.advice import shortened
from guide.flow.characters import UNWANTED, unwanted
from guide.flow.faults import Faults
from guide.flow.nodes import MAX_DEPTH, Mapping, Node, Sequence
from guide.flow.syntax import explain_yaml_error

# The parser in plain Python tells the same events, slowly: for a PyYAML without libyaml.
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


def parse_yaml(text: str, faults: Faults) -> Mapping | None:
    """The top mapping of a text, or None with the reasons in `faults`."""
    loader = _Loader(text)
    try:
        root = _Builder(loader, faults).document()
    except _Stop:
        root = None
    except yaml.MarkedYAMLError as error:
        faults.add(*explain_yaml_error(error, text))
        root = None
    except yaml.YAMLError as error:  # pragma: no cover - what libyaml could still refuse
        faults.add(1, f"This is not YAML: {str(error).splitlines()[0]}.", "Check the file.")
        root = None
    finally:
        loader.dispose()
    if isinstance(root, Mapping):
        return root
    faults.incomplete = True
    if root is not None:
        faults.add(
            1,
            "The file is not keys and values." if root else "The file is empty.",
            "Start it with `flow:` (flows/README.md shows how).",
        )
    return None


class _Stop(Exception):
    """The document cannot be followed any further; the fault is noted."""


class _Builder:
    """Builds nodes from parse events. Its loops are plain, as each line of a flow pays for them."""

    def __init__(self, loader: Any, faults: Faults) -> None:
        self._get_event = loader.get_event
        self._faults = faults
        self._refused = False

    def document(self) -> Node | None:
        """The root node; an empty text for an empty file, None where the file is refused."""
        root: Node | None = None
        while True:
            event = self._get_event()
            kind = type(event)
            if kind is yaml.StreamEndEvent:
                return None if self._refused else "" if root is None else root
            if kind is yaml.DocumentStartEvent:
                if root is not None:
                    self._fault(
                        event,
                        "A second document starts here.",
                        "Delete the line `---`, or move what follows to its own file.",
                    )
                    self._faults.incomplete = True
                    return None if self._refused else root
                root = self._node(self._get_event(), 0, 1)

    def _node(self, event: Any, depth: int, line: int) -> Node:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._text(event)
        if kind is yaml.AliasEvent:
            self._refuse(event)
            return ""
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        if depth > MAX_DEPTH:
            self._fault(
                event,
                f"This is nested more than {MAX_DEPTH} deep.",
                "No flow needs that: check the indentation and the brackets.",
            )
            raise _Stop
        if kind is yaml.MappingStartEvent:
            return self._mapping(line, depth + 1)
        return self._sequence(line, depth + 1)

    def _mapping(self, line: int, depth: int) -> Mapping:
        node = Mapping(line)
        values, lines = node.values, node.lines
        get_event = self._get_event
        scalar: type[Any] = yaml.ScalarEvent
        end: type[Any] = yaml.MappingEndEvent
        while True:
            event = get_event()
            if type(event) is not scalar:
                if type(event) is end:
                    return node
                # A key that is a mapping, a list or an alias: told, and read over, so that what
                # follows is read.
                self._odd_key(event, depth)
                continue
            key = event.value
            # Plain words are nearly all there is: only the others go the long way.
            if event.style or event.tag or event.anchor or "\n" in key:
                key = self._text(event)
            if key in values:
                self._repeated(event, key, node)
            lines[key] = at = event.start_mark.line + 1
            event = get_event()
            if type(event) is not scalar:
                values[key] = self._node(event, depth, at)
                continue
            value = event.value
            if event.style or event.tag or event.anchor or "\n" in value:
                value = self._text(event)
            values[key] = value

    def _sequence(self, line: int, depth: int) -> Sequence:
        node = Sequence(line)
        values, lines = node.values, node.lines
        get_event = self._get_event
        scalar: type[Any] = yaml.ScalarEvent
        end: type[Any] = yaml.SequenceEndEvent
        while True:
            event = get_event()
            at = event.start_mark.line + 1
            if type(event) is scalar:
                value = event.value
                if event.style or event.tag or event.anchor or "\n" in value:
                    value = self._text(event)
                values.append(value)
            elif type(event) is end:
                return node
            else:
                values.append(self._node(event, depth, at))
            lines.append(at)

    def _text(self, event: Any) -> str:
        """The one shared place that strips and unfolds, so what is read is what is looked up."""
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        text: str = event.value
        # Only double quotes have escapes, which can make what a file may not hold as it is.
        if event.style == '"' and (match := UNWANTED.search(text)):
            self._fault(event, *unwanted(match.group()[0]))
            self._refused = True
        text = text.strip()
        return " ".join(text.split()) if "\n" in text else text

    def _repeated(self, event: Any, key: str, node: Mapping) -> None:
        self._fault(
            event,
            f'"{shortened(key)}" stands here twice: first on line {node.lines[key]}.',
            "Keep one of the two.",
        )
        # What stood under the first is lost, so its names would seem unknown.
        if not isinstance(node.values[key], str):
            self._faults.incomplete = True

    def _odd_key(self, event: Any, depth: int) -> None:
        if type(event) is yaml.AliasEvent:
            self._refuse(event)
        else:
            self._fault(event, "A name here is not plain text.", "Write a word, then `:`.")
            self._refused = True
            self._node(event, depth, 0)
        self._node(self._get_event(), depth, 0)

    def _refuse(self, event: Any) -> None:
        self._refused = True
        kind: type[Any] = type(event)
        if kind is yaml.AliasEvent:
            what = f'"*{shortened(event.anchor)}" is an alias.'
            mend = "Write the words out, or put the text in quotes if it starts with *."
        elif event.anchor is not None:
            what = f'"&{shortened(event.anchor)}" is an anchor.'
            mend = "Delete it, or put the text in quotes if it starts with &."
        else:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            what = f'"{shortened(tag)}" is a tag.'
            mend = "Delete it, or put the text in quotes if it starts with !."
        self._fault(event, what, mend)

    def _fault(self, event: Any, what: str, what_to_do: str) -> None:
        self._faults.add(event.start_mark.line + 1, what, what_to_do)
