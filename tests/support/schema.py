"""The shipped JSON Schema, held against what the reader makes of a file."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from guide.flow.by_events import parse_yaml
from guide.flow.characters import decode
from guide.flow.faults import Faults
from guide.flow.nodes import Mapping, Node, Sequence

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "flows" / "schema" / "flow.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft7Validator(SCHEMA)

Plain = str | list[Any] | dict[str, Any]


def plain(node: Node) -> Plain:
    """A node as an editor sees it: texts, lists and mappings."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [plain(value) for value in node.values]
    return node


def document(data: bytes) -> Plain | None:
    """What is in a file, or None where it is no plain YAML data."""
    faults = Faults("")
    text = decode(data, faults)
    top = None if text is None else parse_yaml(text, faults)
    return None if top is None or faults.problems() else plain(top)


def refuses(content: Plain) -> bool:
    """Whether the schema finds a fault."""
    return not VALIDATOR.is_valid(content)
