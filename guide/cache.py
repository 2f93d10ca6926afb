"""Plain data kept beside its sources, so that the first words need no parser.

A compiled file holds a key (the tool's version, and a checksum of each source), and marshalled data
with a checksum of its own, so that a damaged file is never taken for words to show. It is made when
the package is built or by `make`, only read at run time, and ignored when its key is not that of
the sources as they are now.
"""

from __future__ import annotations

import marshal
from binascii import crc32

from guide import VERSION
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


_FORMAT = 4
"""The marshal format that every supported Python reads and writes."""


def read_all(paths: Iterable[str]) -> list[bytes]:
    """The bytes of each file; OSError where one cannot be read."""
    contents = []
    for path in paths:
        with open(path, "rb") as file:
            contents.append(file.read())
    return contents


def key_of(names: Iterable[str], contents: Iterable[bytes], shape: str) -> str:
    """What a compiled file must carry to stand for these sources.

    `shape` describes the data's layout: it changes when a newer program would read it otherwise.
    """
    parts = [VERSION, shape]
    for name, content in zip(names, contents, strict=True):
        parts += [name, str(len(content)), str(crc32(content))]
    return "\n".join(parts)


def load(path: str, key: str) -> object:
    """The data of a compiled file, or None when it is missing, stale, foreign or broken."""
    try:
        with open(path, "rb") as file:
            stored, check, data = marshal.loads(file.read())
        whole = stored == key and crc32(data) == check
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return marshal.loads(data) if whole else None


def save(path: str, key: str, data: Any) -> None:
    """Write a compiled file."""
    marshalled = marshal.dumps(data, _FORMAT)
    with open(path, "wb") as file:
        file.write(marshal.dumps((key, crc32(marshalled), marshalled), _FORMAT))
