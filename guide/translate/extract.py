"""The same texts for `pybabel extract`, file by file, read with the same reader.

`guide locale` does not need it; a project that runs pybabel itself finds it in pyproject.toml.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import IO

from guide.i18n.catalogue import PRACTICE
from guide.project import Project
from guide.translate import texts
from guide.translate.notes import Entry, template_entries
from guide.translate.texts import PRACTICE_MODULES

ExtractedMessage = tuple[int, str, tuple[str, str], list[str]]
"""Line, the function Babel knows such a message by, context and English, comments."""


def extract_flows(
    file: IO[bytes],
    keywords: Mapping[str, object],  # noqa: ARG001 (Babel hands every extractor these)
    comment_tags: Collection[str],  # noqa: ARG001
    options: Mapping[str, object],  # noqa: ARG001
) -> Iterator[ExtractedMessage]:
    """The texts that one flow file holds."""
    folder = os.path.dirname(os.path.abspath(file.name))
    if os.path.basename(folder) == "shared":
        folder = os.path.dirname(folder)
    return _those_of(file, _entries(folder, "flows"))


def extract_stories(
    file: IO[bytes],
    keywords: Mapping[str, object],  # noqa: ARG001
    comment_tags: Collection[str],  # noqa: ARG001
    options: Mapping[str, object],  # noqa: ARG001
) -> Iterator[ExtractedMessage]:
    """The texts that one story of the practice holds, or the practice's own phrases."""
    folder = os.path.dirname(os.path.dirname(os.path.abspath(file.name)))
    if os.path.basename(folder) == "guide":  # guide/practice/phrases.py
        return _those_of(file, (Entry(text, ()) for text in texts.of_program(PRACTICE_MODULES)))
    return _those_of(file, _entries(folder, PRACTICE))


@lru_cache(maxsize=2)  # Babel asks for each file of a folder, and stops once it has them all
def _entries(folder: str, domain: str) -> list[Entry]:
    return template_entries(Project(folder), domain)


def extract_phrases(
    file: IO[bytes],
    keywords: Mapping[str, object],  # noqa: ARG001
    comment_tags: Collection[str],  # noqa: ARG001
    options: Mapping[str, object],  # noqa: ARG001
) -> Iterator[ExtractedMessage]:
    """The program's own words that one of its modules holds."""
    return _those_of(file, (Entry(text, ()) for text in texts.of_program()))


def _those_of(file: IO[bytes], entries: Iterable[Entry]) -> Iterator[ExtractedMessage]:
    path = os.path.abspath(file.name).replace(os.sep, "/")
    for text, comments in entries:
        if path.endswith(f"/{text.place.file}"):
            yield text.place.line, "pgettext", (text.address, text.source), list(comments)
