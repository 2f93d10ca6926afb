"""Every text there is to translate, found in the very records that the screens are made of."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module

from guide.catalogue import PRACTICE
from guide.flow.model import Contact, Library, Text, Wording
from guide.practice.texts import texts as texts_of_stories
from guide.project import Project

PHRASE_MODULES = ("guide.conversation.phrases", "guide.words")
"""Where the program's own words stand."""
PRACTICE_MODULES = ("guide.practice.phrases",)
"""Where those of the practice stand: they are translated with its stories, or not at all."""


def of_flows(library: Library) -> list[Text]:
    """Every text of the flows, each once, in the order they are written."""
    tables = (library.steps, library.always, library.statements, library.topics, library.contacts)
    return _each_once(text for table in tables for text in _texts(table))


def of_program(modules: Iterable[str] = PHRASE_MODULES) -> list[Text]:
    """Every phrase of the program's own, each once, in the order they are written."""
    return _each_once(
        text
        for name in modules
        for value in vars(import_module(name)).values()
        for text in _texts(value)
    )


def of_practice(project: Project) -> list[Text]:
    """Every text of the stories, then the practice's own phrases."""
    stories = texts_of_stories(project.stories.scenarios)
    return _each_once([*stories, *of_program(PRACTICE_MODULES)])


@lru_cache(maxsize=4)  # each language is held against the same
def of(project: Project, domain: str) -> list[Text]:
    """Every text of one PO file."""
    if domain == PRACTICE:
        return of_practice(project)
    return of_flows(project.library) if domain == "flows" else of_program()


def key_of(text: Text) -> tuple[str, str]:
    """What tells one text from another: where it stands, and its English."""
    return text.address, text.source


def _texts(value: object) -> Iterator[Text]:
    """The texts within a record, a table or a sequence of them.

    A service's own name is none: it is the same in every language.
    """
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Contact):
        name: Wording = value.name if value.translate_name else ()
        yield from _texts(tuple(value._replace(name=name)))
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)


def _each_once(texts: Iterable[Text]) -> list[Text]:
    found: dict[tuple[str, str], Text] = {}
    for text in texts:
        found.setdefault(key_of(text), text)
    return list(found.values())
